import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** How soon what is not resolved yet is asked for again. */
const RESOLVING_MS = 3_000;

/** Whom and what a record speaks of. Asked for again while a part of it is being resolved. */
export const recordEntitiesQuery = (id: string) =>
	queryOptions({
		queryKey: ['record-entities', id],
		queryFn: ({ signal }) => call('listRecordEntities', { id }, { signal }),
		staleTime: 30_000,
		refetchInterval: (query) =>
			query.state.data?.some(({ entity }) => entity === null) ? RESOLVING_MS : false,
	});

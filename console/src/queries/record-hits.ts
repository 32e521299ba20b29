import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** Hits on the parties and things of one record, newest first; more than these are on the page of hits. */
export const recordHitsQuery = (record: string) =>
	queryOptions({
		queryKey: ['hits', 'record', record],
		queryFn: ({ signal }) => call('listHits', { record, limit: 50 }, { signal }),
		staleTime: 30_000,
	});

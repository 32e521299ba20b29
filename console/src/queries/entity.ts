import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** All that is known of one entity. An identifier that was merged answers with the entity that it became. */
export const entityQuery = (id: string) =>
	queryOptions({
		queryKey: ['entity', id],
		queryFn: ({ signal }) => call('readEntity', { id }, { signal }),
		staleTime: 30_000,
	});

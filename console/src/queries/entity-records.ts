import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** Records in which an entity stands, newest first, page after page. */
export const entityRecordsQuery = (id: string) =>
	infiniteQueryOptions({
		queryKey: ['entity-records', id],
		queryFn: ({ pageParam, signal }) =>
			call('listEntityRecords', { id, after: pageParam, limit: 100 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: 30_000,
	});

import { infiniteQueryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

export type ChangesFilter = Omit<CallInput<'diffList'>, 'list' | 'after' | 'limit'>;

/** What differs between two versions of a list, page after page. */
export const listChangesQuery = (list: string, filter: ChangesFilter) =>
	infiniteQueryOptions({
		queryKey: ['list', list, 'changes', filter],
		queryFn: ({ pageParam, signal }) =>
			call('diffList', { list, ...filter, after: pageParam, limit: 100 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: 60_000,
	});

import { infiniteQueryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

export type DecisionsFilter = Omit<CallInput<'listDecisions'>, 'after' | 'limit'>;

/** What policy decided, newest first. */
export const decisionsQuery = (filter: DecisionsFilter) =>
	infiniteQueryOptions({
		queryKey: ['decisions', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listDecisions', { ...filter, after: pageParam, limit: 100 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: 10_000,
	});

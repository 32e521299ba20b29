import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

export type CandidatesFilter = Omit<CallInput<'listCandidates'>, 'after' | 'limit'>;

/** Pairs that the model suspects to be one, page after page. They do not move under the reader. */
export const candidatesQuery = (filter: CandidatesFilter) =>
	infiniteQueryOptions({
		queryKey: ['candidates', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listCandidates', { ...filter, after: pageParam, limit: 100 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});

/** How many candidates wait for a person. */
export const waitingCandidatesQuery = queryOptions({
	queryKey: ['waiting', 'candidates'],
	queryFn: ({ signal }) => call('listCandidates', { state: 'open', limit: 1 }, { signal, quiet: true }),
	staleTime: 30_000,
	refetchInterval: 60_000,
});

import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';
import { overviewQuery } from './overview.ts';

export type QuarantineFilter = { state: 'open' | 'read' | 'discarded'; code?: string | undefined };

/** What could not be read, page after page. */
export const quarantineQuery = (filter: QuarantineFilter) =>
	infiniteQueryOptions({
		queryKey: ['quarantine', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listQuarantine', { ...filter, after: pageParam, limit: 100 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: 10_000,
	});

/** Counts elsewhere change with every retry and discard, so the lists and the overview are read again. */
function useRefresh() {
	const queryClient = useQueryClient();
	return () =>
		Promise.all([
			queryClient.invalidateQueries({ queryKey: ['quarantine'] }),
			queryClient.invalidateQueries({ queryKey: overviewQuery.queryKey }),
		]);
}

export function useRetryQuarantine() {
	const refresh = useRefresh();
	return useMutation({
		mutationFn: (input: CallInput<'retryQuarantine'>) => call('retryQuarantine', input),
		onSettled: refresh,
	});
}

export function useDiscardQuarantine() {
	const refresh = useRefresh();
	return useMutation({
		mutationFn: (input: CallInput<'discardQuarantine'>) => call('discardQuarantine', input),
		onSettled: refresh,
	});
}

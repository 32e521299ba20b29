import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, type CallOutput, call } from '../client/call.ts';
import { partnersQuery } from './partners.ts';

/** A checkpoint is made every minute in which something was entered. */
const POLL_MS = 30_000;

export const ledgerQuery = queryOptions({
	queryKey: ['ledger'],
	queryFn: ({ signal }) => call('readLedger', {}, { signal }),
	staleTime: 5_000,
	refetchInterval: POLL_MS,
});

export const ledgerProblemsQuery = queryOptions({
	queryKey: ['ledger-problems'],
	queryFn: ({ signal }) => call('listLedgerProblems', {}, { signal }),
	staleTime: 5_000,
	refetchInterval: POLL_MS,
});

export type EntriesFilter = Omit<CallInput<'listLedger'>, 'before' | 'limit'>;

/** Entries, page after page. A narrow filter is answered in pieces: a page may be empty, and the next one not. */
export const entriesQuery = (filter: EntriesFilter) =>
	infiniteQueryOptions({
		queryKey: ['ledger-entries', filter],
		queryFn: async ({ pageParam, signal }) => ({
			...(await call('listLedger', { ...filter, before: pageParam, limit: 200 }, { signal })),
			total: null,
			totalIsLowerBound: true,
		}),
		initialPageParam: undefined as number | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});

/** The bundle that proves an entry. It stays good as long as its checkpoint does, which is for ever. */
export const proofQuery = (position: number) =>
	queryOptions({
		queryKey: ['ledger-proof', position],
		queryFn: ({ signal }) => call('proveLedgerEntry', { position }, { signal }),
		staleTime: 60_000,
	});

export function useCheckpoint() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: () => call('checkpointLedger', {}),
		onSuccess: (state: CallOutput<'checkpointLedger'>) =>
			queryClient.setQueryData(ledgerQuery.queryKey, state),
	});
}

export const useVerifyLedger = () => useMutation({ mutationFn: () => call('verifyLedger', {}) });

export function useClearProblem() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'clearLedgerProblem'>) => call('clearLedgerProblem', input),
		onSuccess: () =>
			Promise.all([
				queryClient.invalidateQueries({ queryKey: ledgerQuery.queryKey }),
				queryClient.invalidateQueries({ queryKey: ledgerProblemsQuery.queryKey }),
				queryClient.invalidateQueries({ queryKey: partnersQuery.queryKey }),
			]),
	});
}

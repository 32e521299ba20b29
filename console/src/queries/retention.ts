import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

const POLL_MS = 2_000;

/** The schedule, what is due, the last passes; read again while a pass goes on. */
export const retentionQuery = queryOptions({
	queryKey: ['retention'],
	queryFn: ({ signal }) => call('readRetention', {}, { signal }),
	staleTime: 10_000,
	refetchInterval: ({ state }) => (state.data?.running ? POLL_MS : false),
});

/** What was masked, deleted and destroyed last. */
export const deletionsQuery = queryOptions({
	queryKey: ['deletions'],
	queryFn: ({ signal }) => call('listDeletions', { limit: 20 }, { signal }),
	staleTime: 10_000,
});

export const holdsQuery = queryOptions({
	queryKey: ['holds'],
	queryFn: ({ signal }) => call('listHolds', { state: 'open', limit: 100 }, { signal }),
	staleTime: 10_000,
});

/** Reads all of retention again after what changes any of it. */
function useRefresh(): () => void {
	const queryClient = useQueryClient();
	return () => {
		for (const queryKey of [retentionQuery.queryKey, deletionsQuery.queryKey, holdsQuery.queryKey])
			void queryClient.invalidateQueries({ queryKey });
	};
}

export const useRunRetention = () =>
	useMutation({ mutationFn: () => call('runRetention', {}), onSuccess: useRefresh() });

export const useChangeRetention = () =>
	useMutation({
		mutationFn: (input: CallInput<'changeRetention'>) => call('changeRetention', input),
		onSuccess: useRefresh(),
	});

export const useHoldRecord = () =>
	useMutation({
		mutationFn: (input: CallInput<'holdRecord'>) => call('holdRecord', input),
		onSuccess: useRefresh(),
	});

export const useLiftHold = () =>
	useMutation({
		mutationFn: (input: CallInput<'liftHold'>) => call('liftHold', input),
		onSuccess: useRefresh(),
	});

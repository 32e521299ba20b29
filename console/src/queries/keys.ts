import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, type CallOutput, call } from '../client/call.ts';

export type Key = CallOutput<'listKeys'>['items'][number];

/** API keys of machines. */
export const keysQuery = infiniteQueryOptions({
	queryKey: ['keys'],
	queryFn: ({ pageParam, signal }) => call('listKeys', { after: pageParam, limit: 200 }, { signal }),
	initialPageParam: undefined as string | undefined,
	getNextPageParam: (last) => last.next ?? undefined,
	staleTime: 10_000,
});

export function useCreateKey() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'createKey'>) => call('createKey', input),
		// The new key is shown once; it must not stay in the memory of finished mutations.
		gcTime: 0,
		onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
	});
}

export function useRevokeKey() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'revokeKey'>) => call('revokeKey', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
	});
}

import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, type CallOutput, call } from '../client/call.ts';

export type User = CallOutput<'listUsers'>['items'][number];

/** Users of this node. */
export const usersQuery = infiniteQueryOptions({
	queryKey: ['users'],
	queryFn: ({ pageParam, signal }) => call('listUsers', { after: pageParam, limit: 200 }, { signal }),
	initialPageParam: undefined as string | undefined,
	getNextPageParam: (last) => last.next ?? undefined,
	staleTime: 10_000,
});

export function useCreateUser() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'createUser'>) => call('createUser', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey }),
	});
}

export function useChangeUser() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'changeUser'>) => call('changeUser', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey }),
	});
}

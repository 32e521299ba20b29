import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

/** Who is signed in, on which node, and what may be done. */
export const sessionQuery = queryOptions({
	queryKey: ['session'],
	queryFn: ({ signal }) => call('readSession', {}, { signal }),
	staleTime: 5 * 60_000,
});

/** Signs in. Everything that another session had loaded is forgotten. */
export function useOpenSession() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'openSession'>) => call('openSession', input),
		onSuccess: (session) => {
			queryClient.clear();
			queryClient.setQueryData(sessionQuery.queryKey, session);
		},
	});
}

export function useCloseSession() {
	return useMutation({ mutationFn: () => call('closeSession', {}) });
}

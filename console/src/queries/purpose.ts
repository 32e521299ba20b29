import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';
import { sessionQuery } from './session.ts';

/** States a purpose; the session that is shown says it at once. */
export function useStatePurpose() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'statePurpose'>) => call('statePurpose', input),
		onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
	});
}

/** Takes it back. What was read under it stays where it is shown until the page is left. */
export function useClearPurpose() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: () => call('clearPurpose', {}),
		onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
	});
}

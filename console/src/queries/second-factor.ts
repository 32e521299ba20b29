import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';
import { sessionQuery } from './session.ts';
import { usersQuery } from './users.ts';

/** Which roles must have a second factor. */
export const signInSettingsQuery = queryOptions({
	queryKey: ['sign-in'],
	queryFn: ({ signal }) => call('readSignInSettings', {}, { signal }),
	staleTime: 30_000,
});

export function useChangeSignInSettings() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'changeSignInSettings'>) => call('changeSignInSettings', input),
		onSuccess: (settings) => {
			queryClient.setQueryData(signInSettingsQuery.queryKey, settings);
			return queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
		},
	});
}

export function useResetSecondFactor() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'resetSecondFactor'>) => call('resetSecondFactor', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey }),
	});
}

export const useEnrolSecondFactor = () =>
	useMutation({ mutationFn: (input: CallInput<'enrolSecondFactor'>) => call('enrolSecondFactor', input) });

/** The session is read again only when the recovery codes were put away: it decides what the page shows. */
export const useConfirmSecondFactor = () =>
	useMutation({
		mutationFn: (input: CallInput<'confirmSecondFactor'>) => call('confirmSecondFactor', input),
	});

export function useRemoveSecondFactor() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'removeSecondFactor'>) => call('removeSecondFactor', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
	});
}

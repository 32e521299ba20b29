import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, type CallOutput, call } from '../client/call.ts';
import { sessionQuery } from './session.ts';

export type Article = CallOutput<'readLaw'>['articles'][number];
export type Simulation = CallOutput<'simulateLaw'>;

/** The law of this node. */
export const lawQuery = queryOptions({
	queryKey: ['law'],
	queryFn: ({ signal }) => call('readLaw', {}, { signal }),
	staleTime: 30_000,
});

/** What policy would answer; nothing is done. */
export const lawAnswerQuery = (input: CallInput<'askLaw'>) =>
	queryOptions({
		queryKey: ['law', 'answer', input],
		queryFn: ({ signal }) => call('askLaw', input, { signal }),
		placeholderData: keepPreviousData,
	});

/** What a change would do. */
export const simulationQuery = (input: CallInput<'simulateLaw'>) =>
	queryOptions({
		queryKey: ['law', 'simulation', input],
		queryFn: ({ signal }) => call('simulateLaw', input, { signal }),
		staleTime: 10_000,
	});

/** What was changed may be about what the reader sees: the session says again what may be done. */
function useLawChange<I>(change: (input: I) => Promise<Article>) {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: change,
		onSuccess: () =>
			Promise.all([
				queryClient.invalidateQueries({ queryKey: lawQuery.queryKey }),
				queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
			]),
	});
}

export const useNarrowLaw = () => useLawChange((input: CallInput<'narrowLaw'>) => call('narrowLaw', input));
export const useLiftNarrowing = () =>
	useLawChange((input: CallInput<'liftNarrowing'>) => call('liftNarrowing', input));

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

/** Rates by group. What is shown stays while another dimension or time is read. */
export const fairnessQuery = (input: CallInput<'readFairness'>) =>
	queryOptions({
		queryKey: ['fairness', input],
		queryFn: ({ signal }) => call('readFairness', input, { signal }),
		placeholderData: keepPreviousData,
		staleTime: 30_000,
	});

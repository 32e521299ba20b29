import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

/** Hits per day that a version or a threshold would raise. What was shown stays until the new figures are there. */
export const listPreviewQuery = (input: CallInput<'previewList'>) =>
	queryOptions({
		queryKey: ['list', input.list, 'preview', input],
		queryFn: ({ signal }) => call('previewList', input, { signal }),
		staleTime: 60_000,
		placeholderData: keepPreviousData,
	});

import { type InfiniteData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AssessmentDetail, AssessmentSummary } from '../../../contract/views-targeting.ts';
import { type CallInput, type CallOutput, call } from '../client/call.ts';
import { toCallError } from '../client/call-error.ts';
import { recordQuery } from './record.ts';

/**
 * All that went into one assessment; null where the record is of a kind that nobody assesses. Reading one is logged as an
 * access to personal data: none is read ahead of the reader.
 */
export const assessmentQuery = (record: string) =>
	queryOptions({
		queryKey: ['assessment', record],
		queryFn: async ({ signal }): Promise<AssessmentDetail | null> => {
			try {
				return await call('readAssessment', { record }, { signal });
			} catch (error) {
				if (toCallError(error).code === 'not-found') return null;
				throw error;
			}
		},
		staleTime: 30_000,
	});

type Pages = InfiniteData<CallOutput<'listQueue'>>;

/**
 * Tells every list and page what has become of a record, at once: whoever is quick presses the next key before anything
 * is read again. In lists it stays where it stood, so that nothing moves under the reader.
 */
function useAssessed() {
	const queryClient = useQueryClient();
	return (assessed: AssessmentDetail) => {
		const { summary } = assessed;
		const { queryKey } = assessmentQuery(summary.record.id);
		void queryClient.cancelQueries({ queryKey });
		queryClient.setQueryData(queryKey, assessed);
		const replace = (item: AssessmentSummary) => (item.record.id === summary.record.id ? summary : item);
		queryClient.setQueriesData<Pages>(
			{ queryKey: ['queue', 'list'] },
			(list) =>
				list && {
					...list,
					pages: list.pages.map((page) => ({ ...page, items: page.items.map(replace) })),
				},
		);
		void queryClient.invalidateQueries({ queryKey: ['queue', 'list'], refetchType: 'none' });
		void queryClient.invalidateQueries({ queryKey: ['queue', 'lanes'] });
		void queryClient.invalidateQueries({ queryKey: ['queue', 'choices'], refetchType: 'none' });
		void queryClient.invalidateQueries({ queryKey: ['lanes'], refetchType: 'none' });
		void queryClient.invalidateQueries({ queryKey: recordQuery(summary.record.id).queryKey });
	};
}

export function useOverrideLane() {
	const assessed = useAssessed();
	return useMutation({
		mutationFn: (input: CallInput<'overrideLane'>) => call('overrideLane', input),
		onSuccess: assessed,
	});
}

export function useRecordOutcome() {
	const assessed = useAssessed();
	return useMutation({
		mutationFn: (input: CallInput<'recordOutcome'>) => call('recordOutcome', input),
		onSuccess: assessed,
	});
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

/** What a judgement can change: entities, the records' part in them, and what waits. */
const touched = [['entity'], ['entity-records'], ['record-entities'], ['waiting', 'candidates']];

/**
 * Lists are not read again by themselves: their rows must not move under the reader. They are forgotten where nobody
 * looks at them, so that the next look reads them anew. Not awaited: what was judged is judged, and the form that judged
 * may be gone once the entity is read again.
 */
function useRefresh() {
	const queryClient = useQueryClient();
	return () => {
		queryClient.removeQueries({ queryKey: ['entities'], type: 'inactive' });
		queryClient.removeQueries({ queryKey: ['candidates'], type: 'inactive' });
		for (const queryKey of touched) void queryClient.invalidateQueries({ queryKey });
	};
}

export function useJudge() {
	const refresh = useRefresh();
	return useMutation({
		mutationFn: (input: CallInput<'judge'>) => call('judge', input),
		onSettled: refresh,
	});
}

export function useUndoJudgement() {
	const refresh = useRefresh();
	return useMutation({
		mutationFn: (input: CallInput<'undoJudgement'>) => call('undoJudgement', input),
		onSettled: refresh,
	});
}

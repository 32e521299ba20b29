import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Training } from '../../../contract/views-models.ts';
import { type CallInput, call } from '../client/call.ts';

const POLL_MS = 1_000;

export const isTraining = ({ state }: Training): boolean =>
	state === 'reading' || state === 'training' || state === 'measuring';

/** Models of the node and the training that runs; read again every second while one does. */
export const modelsQuery = queryOptions({
	queryKey: ['models'],
	queryFn: ({ signal }) => call('listModels', {}, { signal }),
	staleTime: 10_000,
	refetchInterval: ({ state }) => (state.data && isTraining(state.data.training) ? POLL_MS : false),
});

export const modelQuery = (version: number) =>
	queryOptions({
		queryKey: ['model', version],
		queryFn: ({ signal }) => call('readModel', { version }, { signal }),
		staleTime: 30_000,
	});

export function useTrainModel() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'trainModel'>) => call('trainModel', input),
		onSuccess: (training) => {
			queryClient.setQueryData(modelsQuery.queryKey, (before) => before && { ...before, training });
			void queryClient.invalidateQueries({ queryKey: modelsQuery.queryKey });
		},
	});
}

/** Lets a model challenge, puts it live, or takes it out. Others change with it: there is one champion. */
export function useDecideModel() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'decideModel'>) => call('decideModel', input),
		onSuccess: (detail) => {
			queryClient.setQueryData(modelQuery(detail.summary.version).queryKey, detail);
			void queryClient.invalidateQueries({ queryKey: ['model'] });
			void queryClient.invalidateQueries({ queryKey: modelsQuery.queryKey });
		},
	});
}

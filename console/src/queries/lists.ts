import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListView } from '../../../contract/views-screening.ts';
import { type CallInput, call, type Upload } from '../client/call.ts';
import { useLiveEvents } from '../live/live.ts';

const POLL_MS = 2_000;

export const isRescreening = (list: ListView): boolean =>
	list.rescreening !== null && list.rescreening.done < 1;

/** Lists with their versions, thresholds and open hits. Read again while stored mentions are being screened. */
export const listsQuery = queryOptions({
	queryKey: ['lists'],
	queryFn: ({ signal }) => call('listLists', {}, { signal }),
	staleTime: 10_000,
	refetchInterval: ({ state }) => (state.data?.some(isRescreening) ? POLL_MS : false),
});

/** A change of a list changes its entries, its previews and, after a while, its hits. */
export function useListChanged() {
	const queryClient = useQueryClient();
	return (list: string) =>
		Promise.all([
			queryClient.invalidateQueries({ queryKey: listsQuery.queryKey }),
			queryClient.invalidateQueries({ queryKey: ['list', list] }),
			queryClient.invalidateQueries({ queryKey: ['hits'], refetchType: 'none' }),
		]);
}

/** Between two readings that events ask for. */
const EVENT_PAUSE_MS = 10_000;

/** Reads the lists again, now and then, while hits are raised and withdrawn. */
export function useFreshLists() {
	const queryClient = useQueryClient();
	useLiveEvents((events) => {
		if (events.some(({ type }) => type === 'hits'))
			void queryClient.invalidateQueries({ queryKey: listsQuery.queryKey });
	}, EVENT_PAUSE_MS);
}

export function useLoadList() {
	const changed = useListChanged();
	return useMutation({
		mutationFn: ({ upload, ...input }: CallInput<'loadList'> & { upload: Upload }) =>
			call('loadList', input, { upload }),
		onSuccess: (loaded) => changed(loaded.list),
	});
}

export function useActivateList() {
	const changed = useListChanged();
	return useMutation({
		mutationFn: (input: CallInput<'activateList'>) => call('activateList', input),
		onSuccess: (list) => changed(list.id),
	});
}

export function useChangeList() {
	const changed = useListChanged();
	return useMutation({
		mutationFn: (input: CallInput<'changeList'>) => call('changeList', input),
		onSuccess: (list) => changed(list.id),
	});
}

import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';
import { useListChanged } from './lists.ts';

export type EntriesFilter = Omit<CallInput<'listListEntries'>, 'list' | 'after' | 'limit'>;

/** Entries of the active version of a list, page after page. */
export const listEntriesQuery = (list: string, filter: EntriesFilter) =>
	infiniteQueryOptions({
		queryKey: ['list', list, 'entries', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listListEntries', { list, ...filter, after: pageParam, limit: 200 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: 30_000,
	});

export function useChangeListEntry() {
	const changed = useListChanged();
	return useMutation({
		mutationFn: (input: CallInput<'changeListEntry'>) => call('changeListEntry', input),
		onSuccess: (entry) => changed(entry.list),
	});
}

export function useRemoveListEntry() {
	const changed = useListChanged();
	return useMutation({
		mutationFn: (input: CallInput<'removeListEntry'>) => call('removeListEntry', input),
		onSuccess: (removed) => changed(removed.list),
	});
}

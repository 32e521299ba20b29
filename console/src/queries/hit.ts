import { type InfiniteData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { HitSummary } from '../../../contract/views-screening.ts';
import { type CallInput, type CallOutput, call } from '../client/call.ts';

/** One hit in full. Reading one is logged as an access to personal data: none is read ahead of the reader. */
export const hitQuery = (id: string) =>
	queryOptions({
		queryKey: ['hit', id],
		queryFn: ({ signal }) => call('readHit', { id }, { signal }),
		staleTime: 30_000,
	});

type Pages = InfiniteData<CallOutput<'listHits'>>;

/**
 * Decides on a hit. It stays where it stands in the lists that are shown, with its new state, so that nothing moves and
 * the decision can be taken back at the same place; lists that are opened later are read again.
 */
export function useDecideHit() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'decideHit'>) => call('decideHit', input),
		onSuccess: (decided) => {
			// At once, also in the hit itself: whoever is quick presses the next key before it is read again.
			const { queryKey } = hitQuery(decided.id);
			void queryClient.cancelQueries({ queryKey });
			queryClient.setQueryData(queryKey, (detail) => detail && { ...detail, summary: decided });
			const replace = (hit: HitSummary) => (hit.id === decided.id ? decided : hit);
			queryClient.setQueriesData<Pages>(
				{ queryKey: ['hits'], predicate: ({ state }) => isPaged(state.data) },
				(list) =>
					list && {
						...list,
						pages: list.pages.map((page) => ({ ...page, items: page.items.map(replace) })),
					},
			);
			void queryClient.invalidateQueries({ queryKey: ['hits'], refetchType: 'none' });
			void queryClient.invalidateQueries({ queryKey: ['lists'], refetchType: 'none' });
			void queryClient.invalidateQueries({ queryKey: ['reasons'], refetchType: 'none' });
		},
		// Not awaited: the decision is made, and the reader goes on while the hit is read again.
		onSettled: (_decided, _error, { id }) => {
			void queryClient.invalidateQueries({ queryKey: hitQuery(id).queryKey });
		},
	});
}

/** Other lists of hits, of one record for instance, are not paged. */
const isPaged = (data: unknown): boolean => typeof data === 'object' && data !== null && 'pages' in data;

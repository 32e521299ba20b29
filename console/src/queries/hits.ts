import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

export type HitsFilter = Omit<CallInput<'listHits'>, 'after' | 'limit'>;

/** Hits, page after page. They must not move under the reader: the list is read again when the reader asks for it. */
export const hitsQuery = (filter: HitsFilter) =>
	infiniteQueryOptions({
		queryKey: ['hits', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listHits', { ...filter, after: pageParam, limit: 200 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});

/** Reasons that people of this node gave lately for a decision, the most frequent first. */
export const reasonsQuery = (decision: 'confirm' | 'dismiss') =>
	queryOptions({
		queryKey: ['reasons', decision],
		queryFn: async ({ signal }) => {
			const state = decision === 'confirm' ? 'confirmed' : 'dismissed';
			const { items } = await call('listHits', { state, limit: 100 }, { signal });
			const counts = new Map<string, number>();
			for (const { reason, decidedBy } of items)
				if (reason !== null && decidedBy !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
			return [...counts].sort(([, a], [, b]) => b - a).map(([reason]) => reason);
		},
		staleTime: 5 * 60_000,
	});

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Lane, lane } from '../../../contract/views.ts';
import { type CallInput, call } from '../client/call.ts';

export type QueueFilter = Omit<CallInput<'listQueue'>, 'after' | 'limit'>;

/** What waits, page after page. Rows must not move under the reader: it is read again when the reader asks for it. */
export const queueQuery = (filter: QueueFilter) =>
	infiniteQueryOptions({
		queryKey: ['queue', 'list', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listQueue', { ...filter, after: pageParam, limit: 200 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});

export type QueueCount = { total: number; isLowerBound: boolean };

/** How many match one filter; null where the node does not say. */
export async function countQueue(filter: QueueFilter, signal: AbortSignal): Promise<QueueCount | null> {
	const { total, totalIsLowerBound } = await call('listQueue', { ...filter, limit: 1 }, { signal });
	return total === null ? null : { total, isLowerBound: totalIsLowerBound };
}

/** How many wait in each lane, everything else in the filter being the same. */
export const laneCountsQuery = ({ lane: _lane, ...rest }: QueueFilter) =>
	queryOptions({
		queryKey: ['queue', 'lanes', rest],
		queryFn: async ({ signal }): Promise<ReadonlyMap<Lane, QueueCount | null>> =>
			new Map(
				await Promise.all(
					lane.options.map(
						async (each) => [each, await countQueue({ ...rest, lane: each }, signal)] as const,
					),
				),
			),
		staleTime: 30_000,
	});

/** How many wait for each choice of one member of the filter, the rest being the same. Asked for when its list is opened. */
export const choiceCountsQuery = <K extends 'kind' | 'basis'>(
	member: K,
	choices: readonly NonNullable<QueueFilter[K]>[],
	filter: QueueFilter,
) =>
	queryOptions({
		queryKey: ['queue', 'choices', member, { ...filter, [member]: undefined }],
		queryFn: async ({ signal }): Promise<ReadonlyMap<string, QueueCount | null>> =>
			new Map(
				await Promise.all(
					choices.map(
						async (choice) => [choice, await countQueue({ ...filter, [member]: choice }, signal)] as const,
					),
				),
			),
		staleTime: 30_000,
	});

/** Live rules by name, for the filter. */
export const liveRulesQuery = queryOptions({
	queryKey: ['queue', 'rules'],
	queryFn: async ({ signal }) =>
		(await call('listRules', { state: 'live' }, { signal })).map(({ id, title }) => ({ id, title })),
	staleTime: 5 * 60_000,
});

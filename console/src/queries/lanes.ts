import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

/** Thresholds and capacities, and what lanes and ways of selecting brought. @param days how far back, 1 to 90. */
export const lanesQuery = (days: number) =>
	queryOptions({
		queryKey: ['lanes', days],
		queryFn: ({ signal }) => call('readLanes', { days }, { signal }),
		staleTime: 30_000,
	});

export function useChangeLanes() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'changeLanes'>) => call('changeLanes', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: ['lanes'] }),
	});
}

export const trustedTradersQuery = (search: string | undefined) =>
	infiniteQueryOptions({
		queryKey: ['trusted-traders', search],
		queryFn: ({ pageParam, signal }) =>
			call('listTrustedTraders', { search, after: pageParam, limit: 200 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: 30_000,
	});

export function useChangeTrustedTrader() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'changeTrustedTrader'>) => call('changeTrustedTrader', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: ['trusted-traders'] }),
	});
}

/** Days of figures that come along with the currency. */
const FEW_DAYS = 1;

/** The node's own currency. */
export const currencyQuery = queryOptions({
	queryKey: ['lanes', 'currency'],
	queryFn: async ({ signal }) => (await call('readLanes', { days: FEW_DAYS }, { signal })).settings.currency,
	staleTime: 10 * 60_000,
});

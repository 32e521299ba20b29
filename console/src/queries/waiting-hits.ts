import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** How many hits wait for a decision. */
export const waitingHitsQuery = queryOptions({
	queryKey: ['waiting', 'hits'],
	queryFn: ({ signal }) => call('listHits', { state: 'open', limit: 1 }, { signal, quiet: true }),
	staleTime: 30_000,
	refetchInterval: 60_000,
});

import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** What comes in. Live events advance it between two readings; reading it again sets it right. */
export const overviewQuery = queryOptions({
	queryKey: ['overview'],
	queryFn: ({ signal }) => call('readOverview', {}, { signal }),
	staleTime: 10_000,
	refetchInterval: 30_000,
});

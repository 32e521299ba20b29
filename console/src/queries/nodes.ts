import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** Nodes that this process serves, for the sign-in page. */
export const nodesQuery = queryOptions({
	queryKey: ['nodes'],
	queryFn: ({ signal }) => call('listNodes', {}, { signal }),
	staleTime: 60_000,
});

import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** One record: parsed form, findings, history, related records. */
export const recordQuery = (id: string) =>
	queryOptions({
		queryKey: ['record', id],
		queryFn: ({ signal }) => call('readRecord', { id }, { signal }),
		staleTime: 30_000,
	});

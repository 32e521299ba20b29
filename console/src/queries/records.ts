import { queryOptions } from '@tanstack/react-query';
import { type CallInput, call } from '../client/call.ts';

/** Rows in one page of the list. */
export const PAGE_ROWS = 200;

export type RecordsFilter = Omit<CallInput<'listRecords'>, 'after' | 'limit'>;

/**
 * One page of the list by keyset. Pages are kept apart, not as one growing list, so that memory stays flat while
 * scrolling: a page that scrolled away is dropped after a while and read again by its cursor.
 */
export const recordsPageQuery = (filter: RecordsFilter, after: string | undefined) =>
	queryOptions({
		queryKey: ['records', filter, after ?? ''],
		queryFn: ({ signal }) => call('listRecords', { ...filter, after, limit: PAGE_ROWS }, { signal }),
		// Rows must not move under the reader: a list is read again when the reader asks for it.
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});

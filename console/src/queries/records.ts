import type { RecordSummary } from '../../../contract/views.ts';
import { type CallInput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { PAGE_ROWS, type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

export type RecordsFilter = Omit<CallInput<'listRecords'>, 'after' | 'limit'>;

/** Pages of the list of records by keyset. */
export const recordsPages =
	(filter: RecordsFilter): PageQuery<RecordSummary> =>
	(after) => ({
		queryKey: ['records', filter, after ?? ''],
		queryFn: ({ signal }) => call('listRecords', { ...filter, after, limit: PAGE_ROWS }, { signal }),
		...pageLifetime,
	});

/** Where the reader stood in the last list of records. */
export const recordsMemory = makeListMemory(recordsPages);

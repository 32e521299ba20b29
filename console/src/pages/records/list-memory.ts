/**
 * Where the reader stood in the last list: so that Back returns to the same row, and a record leads to the one after it.
 * In memory only: the address says which list it is, this says how far it had been read.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { RecordSummary } from '../../../../contract/views.ts';
import { PAGE_ROWS, type RecordsFilter, recordsPageQuery } from '../../queries/records.ts';
import { findRow, type KnownPage } from './paging.ts';

export type ListMemory = {
	key: string;
	filter: RecordsFilter;
	pages: readonly KnownPage[];
	row: number;
	scrollTop: number;
};

let memory: ListMemory | undefined;

export const rememberList = (list: ListMemory) => {
	memory = list;
};
export const recallList = (key: string): ListMemory | undefined => (memory?.key === key ? memory : undefined);
export const forgetList = () => {
	memory = undefined;
};

/** The record that stands `step` rows from `id` in the last list, and moves the reader there. */
export async function stepInList(
	queryClient: QueryClient,
	id: string,
	step: 1 | -1,
): Promise<RecordSummary | undefined> {
	const list = memory;
	if (!list) return undefined;
	const read = async (row: number) => {
		const place = row < 0 ? undefined : findRow(list.pages, PAGE_ROWS, row);
		const page = place && list.pages[place.page];
		if (!place || !page) return undefined;
		const { items } = await queryClient.ensureQueryData(recordsPageQuery(list.filter, page.after));
		return items[place.row];
	};
	const here = await read(list.row);
	if (here?.id !== id) return undefined;
	const there = await read(list.row + step);
	if (there) memory = { ...list, row: list.row + step };
	return there;
}

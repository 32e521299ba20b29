/**
 * Where the reader stood in the last list of one kind: so that Back returns to the same row, and a row's page leads to
 * the one after it. In memory only: the address says which list it is, this says how far it had been read.
 */
import type { QueryClient } from '@tanstack/react-query';
import { findRow, type KnownPage } from './paging.ts';
import { PAGE_ROWS, type PageQuery } from './use-keyset-rows.ts';

export type ListPosition<F> = {
	key: string;
	filter: F;
	pages: readonly KnownPage[];
	row: number;
	scrollTop: number;
};

export type ListMemory<T, F> = {
	remember(list: ListPosition<F>): void;
	recall(key: string): ListPosition<F> | undefined;
	forget(): void;
	/** The row that stands `step` rows from `id` in the last list; moves the reader there. */
	step(queryClient: QueryClient, id: string, step: 1 | -1): Promise<T | undefined>;
};

/** A memory of its own for each kind of list, which `pageQuery` reads. */
export function makeListMemory<T extends { id: string }, F>(
	pageQuery: (filter: F) => PageQuery<T>,
): ListMemory<T, F> {
	let memory: ListPosition<F> | undefined;
	return {
		remember: (list) => {
			memory = list;
		},
		recall: (key) => (memory?.key === key ? memory : undefined),
		forget: () => {
			memory = undefined;
		},
		async step(queryClient, id, step) {
			const list = memory;
			if (!list) return undefined;
			const read = async (row: number) => {
				const place = row < 0 ? undefined : findRow(list.pages, PAGE_ROWS, row);
				const page = place && list.pages[place.page];
				if (!place || !page) return undefined;
				const { items } = await queryClient.ensureQueryData(pageQuery(list.filter)(page.after));
				return items[place.row];
			};
			const here = await read(list.row);
			if (here?.id !== id) return undefined;
			const there = await read(list.row + step);
			if (there) memory = { ...list, row: list.row + step };
			return there;
		},
	};
}

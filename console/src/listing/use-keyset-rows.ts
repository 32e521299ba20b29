/** The rows of a list that are in view: reads their pages, learns how long the list is, and grows it at its end. */
import { type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { countRows, findRow, growPages, type KnownPage, learnPage, MOST_PAGES } from './paging.ts';

/** Rows in one page of a list. */
export const PAGE_ROWS = 200;
/** Rows before the end of what is known at which the next page is asked for. */
const AHEAD_ROWS = 120;

/** A page as the contract's lists answer with. */
export type RowsPage<T> = {
	items: T[];
	next: string | null;
	total: number | null;
	totalIsLowerBound: boolean;
};

/**
 * The query of one page of a list, by the cursor before it. Pages are kept apart, not as one growing list, so that memory
 * stays flat while scrolling: a page that scrolled away is dropped after a while and read again by its cursor.
 */
export type PageQuery<T> = (after: string | undefined) => {
	queryKey: QueryKey;
	queryFn: (context: { signal: AbortSignal }) => Promise<RowsPage<T>>;
	staleTime: number;
	gcTime: number;
};

/** Rows must not move under the reader: a list is read again when the reader asks for it. */
export const pageLifetime = { staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 };

export type KeysetRows<T> = {
	pages: readonly KnownPage[];
	/** Rows known so far, those of a page still loading included. */
	count: number;
	/** The row, or undefined while its page loads. */
	rowAt: (row: number) => T | undefined;
	total: number | null;
	totalIsLowerBound: boolean;
	/** Cursor from which a list too long for one scroll goes on. */
	goesOnFrom: string | undefined;
	isPending: boolean;
	error: Error | null;
	retry: () => void;
};

export function useKeysetRows<T>(
	pageQuery: PageQuery<T>,
	from: string | undefined,
	start: readonly KnownPage[] | undefined,
	view: { first: number; last: number },
): KeysetRows<T> {
	const [pages, setPages] = useState<readonly KnownPage[]>(start ?? [{ after: from }]);
	const queryClient = useQueryClient();
	const count = countRows(pages, PAGE_ROWS);
	const firstPage = findRow(pages, PAGE_ROWS, Math.min(view.first, count - 1))?.page ?? 0;
	const lastPage = findRow(pages, PAGE_ROWS, Math.min(view.last, count - 1))?.page ?? firstPage;
	const inView = pages.slice(firstPage, lastPage + 1);
	const results = useQueries({ queries: inView.map((page) => pageQuery(page.after)) });

	const read = results.map((result) => result.data);
	useEffect(() => {
		setPages((before) => {
			let after = before;
			for (const [index, data] of read.entries()) {
				if (data) after = learnPage(after, firstPage + index, { rows: data.items.length, next: data.next });
			}
			return view.last >= countRows(after, PAGE_ROWS) - AHEAD_ROWS ? growPages(after) : after;
		});
	}, [read, firstPage, view.last]);

	const head = queryClient.getQueryData<RowsPage<T>>(pageQuery(from).queryKey) ?? read[0];
	const [totals, setTotals] = useState<{ total: number | null; totalIsLowerBound: boolean }>();
	useEffect(() => {
		if (head) setTotals({ total: head.total, totalIsLowerBound: head.totalIsLowerBound });
	}, [head]);

	const byPage = useMemo(
		() => new Map(read.map((data, index) => [firstPage + index, data])),
		[read, firstPage],
	);
	const failed = results.find((result) => result.isError);
	const last = pages.at(-1);
	return {
		pages,
		count,
		rowAt: (row) => {
			const place = findRow(pages, PAGE_ROWS, row);
			return place && byPage.get(place.page)?.items[place.row];
		},
		total: totals?.total ?? null,
		totalIsLowerBound: totals?.totalIsLowerBound ?? true,
		goesOnFrom: pages.length >= MOST_PAGES ? (last?.next ?? undefined) : undefined,
		isPending: pages.length === 1 && results.some((result) => result.isPending),
		error: failed?.error ?? null,
		retry: () => {
			for (const result of results) if (result.isError) void result.refetch();
		},
	};
}

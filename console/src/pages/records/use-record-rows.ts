/** The rows of the list that are in view: reads their pages, learns how long the list is, and grows it at its end. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { RecordSummary } from '../../../../contract/views.ts';
import { PAGE_ROWS, type RecordsFilter, recordsPageQuery } from '../../queries/records.ts';
import { countRows, findRow, growPages, type KnownPage, learnPage, MOST_PAGES } from './paging.ts';

/** Rows before the end of what is known at which the next page is asked for. */
const AHEAD_ROWS = 120;

export type RecordRows = {
	pages: readonly KnownPage[];
	/** Rows known so far, those of a page still loading included. */
	count: number;
	/** The row, or undefined while its page loads. */
	rowAt: (row: number) => RecordSummary | undefined;
	total: number | null;
	totalIsLowerBound: boolean;
	/** Cursor from which a list too long for one scroll goes on. */
	goesOnFrom: string | undefined;
	isPending: boolean;
	error: Error | null;
	retry: () => void;
};

export function useRecordRows(
	filter: RecordsFilter,
	from: string | undefined,
	start: readonly KnownPage[] | undefined,
	view: { first: number; last: number },
): RecordRows {
	const [pages, setPages] = useState<readonly KnownPage[]>(start ?? [{ after: from }]);
	const queryClient = useQueryClient();
	const count = countRows(pages, PAGE_ROWS);
	const firstPage = findRow(pages, PAGE_ROWS, Math.min(view.first, count - 1))?.page ?? 0;
	const lastPage = findRow(pages, PAGE_ROWS, Math.min(view.last, count - 1))?.page ?? firstPage;
	const inView = pages.slice(firstPage, lastPage + 1);
	const results = useQueries({ queries: inView.map((page) => recordsPageQuery(filter, page.after)) });

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

	const head = queryClient.getQueryData(recordsPageQuery(filter, from).queryKey) ?? read[0];
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

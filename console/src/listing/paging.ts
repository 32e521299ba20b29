/**
 * Pages of a list by keyset, as far as the reader has come. A page is known by the cursor before it, so any page that
 * was seen can be read again without those before it. Pure; the rows themselves live in the query cache.
 */

export type KnownPage = {
	/** Cursor before the page; undefined for the first. */
	after: string | undefined;
	/** Rows, once it has been read. */
	rows?: number;
	/** Cursor before the page that follows; null at the end of the list. */
	next?: string | null;
};

/**
 * Pages kept in one scroll. Browsers cannot scroll further than about 17 million pixels: 2,000 pages of 200 rows of
 * 28 pixels are 11 million. After that the list goes on from a cursor in the address.
 */
export const MOST_PAGES = 2_000;

export const rowsOf = (page: KnownPage, pageRows: number): number => page.rows ?? pageRows;

export const countRows = (pages: readonly KnownPage[], pageRows: number): number =>
	pages.reduce((sum, page) => sum + rowsOf(page, pageRows), 0);

/** Where a row stands: its page and its place in it. Undefined beyond the last row. */
export function findRow(
	pages: readonly KnownPage[],
	pageRows: number,
	row: number,
): { page: number; row: number } | undefined {
	let rest = row;
	for (const [index, page] of pages.entries()) {
		const rows = rowsOf(page, pageRows);
		if (rest < rows) return { page: index, row: rest };
		rest -= rows;
	}
	return undefined;
}

/** Notes what the reading of a page told. The same list again where it told nothing new. */
export function learnPage(
	pages: readonly KnownPage[],
	index: number,
	read: { rows: number; next: string | null },
): readonly KnownPage[] {
	const known = pages[index];
	if (!known || (known.rows === read.rows && known.next === read.next)) return pages;
	return pages.map((page, at) => (at === index ? { ...page, ...read } : page));
}

/** Adds the page that follows the last one, where there is one and there is room. */
export function growPages(pages: readonly KnownPage[]): readonly KnownPage[] {
	const last = pages.at(-1);
	if (!last?.next || pages.length >= MOST_PAGES) return pages;
	return [...pages, { after: last.next }];
}

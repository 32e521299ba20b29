import { describe, expect, it } from 'vitest';
import { countRows, findRow, growPages, type KnownPage, learnPage, MOST_PAGES } from './paging.ts';

describe('pages by keyset', () => {
	it('grows by the cursor of the last page and stops at the end of the list', () => {
		let pages: readonly KnownPage[] = [{ after: undefined }];
		expect(growPages(pages)).toBe(pages);
		pages = growPages(learnPage(pages, 0, { rows: 200, next: 'a' }));
		expect(pages).toEqual([{ after: undefined, rows: 200, next: 'a' }, { after: 'a' }]);
		pages = learnPage(pages, 1, { rows: 13, next: null });
		expect(growPages(pages)).toBe(pages);
		expect(countRows(pages, 200)).toBe(213);
	});

	it('finds a row in pages of any length', () => {
		const pages: KnownPage[] = [
			{ after: undefined, rows: 3, next: 'a' },
			{ after: 'a', rows: 0, next: 'b' },
			{ after: 'b' },
		];
		expect(findRow(pages, 10, 2)).toEqual({ page: 0, row: 2 });
		expect(findRow(pages, 10, 3)).toEqual({ page: 2, row: 0 });
		expect(findRow(pages, 10, 13)).toBeUndefined();
	});

	it('stops where a browser can no longer scroll', () => {
		const pages = Array.from(
			{ length: MOST_PAGES },
			(_, at): KnownPage => ({ after: `${at}`, rows: 1, next: `${at + 1}` }),
		);
		expect(growPages(pages)).toBe(pages);
	});

	it('returns the same list where a reading tells nothing new', () => {
		const pages: KnownPage[] = [{ after: undefined, rows: 3, next: null }];
		expect(learnPage(pages, 0, { rows: 3, next: null })).toBe(pages);
	});
});

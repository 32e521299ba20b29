/**
 * Which of OFAC's files a CSV is, by the form of its rows: they have no header (OFAC, SDN Data Specification).
 * Main file: 12 cells, the first a number. Addresses: 6 cells, the first two numbers. Names: 5, and aka, fka or nka.
 * Comments, the rest of remarks that are too long: 2 cells. The consolidated list has the same four.
 */
import { openRowSplitter } from '../../../intake/formats/csv/row-splitter.ts';

export type OfacPart = 'main' | 'addresses' | 'names' | 'comments';

const NUMBER = /^\d{1,9}$/;
const MAX_ROW_CHARS = 64 * 1024;

/** Looks at the beginning of a file; undefined where it is none of them. */
export function ofacPartOf(head: string): OfacPart | undefined {
	const rows: string[][] = [];
	const splitter = openRowSplitter({ delimiter: ',', newline: '\n', maxRowChars: MAX_ROW_CHARS });
	splitter.push(head, (row) => {
		if (rows.length < 20 && row.cells.length > 1) rows.push(row.cells.map((cell) => cell.trim()));
	});
	// A small file has its only row in what the splitter holds back.
	if (rows.length === 0)
		splitter.end((row) => {
			rows.push(row.cells.map((cell) => cell.trim()));
		});
	if (rows.length === 0) return undefined;
	const parts = rows.map(partOfRow);
	const [first] = parts.filter((part) => part !== undefined);
	// One row may be damaged; most must agree.
	return parts.filter((part) => part === first).length * 2 > parts.length ? first : undefined;
}

function partOfRow(cells: readonly string[]): OfacPart | undefined {
	const [key = '', second = '', third = ''] = cells;
	if (!NUMBER.test(key)) return undefined;
	if (cells.length === 12 && !NUMBER.test(second)) return 'main';
	if (cells.length === 6 && NUMBER.test(second)) return 'addresses';
	if (cells.length === 5 && NUMBER.test(second) && /^[a-z.]{3,8}$/i.test(third)) return 'names';
	return cells.length === 2 && second.length > 0 ? 'comments' : undefined;
}

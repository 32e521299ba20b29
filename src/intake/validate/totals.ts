/**
 * Sums held against what a document states. In: stated and summed values. Out: findings on the sheet.
 * Sums are binary numbers here: the tolerance is a thousand times what they can be wrong by.
 */
import type { FindingCode } from './finding-codes.ts';
import type { FindingSheet } from './finding-sheet.ts';

/** Sum of the decimals of all rows; undefined where there is no row or one does not state it. */
export function sumOf<Row>(
	rows: readonly Row[],
	decimal: (row: Row) => string | undefined,
): number | undefined {
	if (rows.length === 0) return undefined;
	let sum = 0;
	for (const row of rows) {
		const text = decimal(row);
		if (text === undefined) return undefined;
		sum += Number(text);
	}
	return sum;
}

/** A number as people write it: at most three decimal places, without needless zeros. */
export const plain = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** How far a sum may be off: a share of the larger, and never less than `least`, because every row is rounded. */
export type Tolerance = { readonly share: number; readonly least: number };

export const isWithin = (a: number, b: number, { share, least }: Tolerance): boolean =>
	Math.abs(a - b) <= Math.max(least, share * Math.max(Math.abs(a), Math.abs(b)));

/**
 * Reports where a stated total and the sum of its parts are further apart than the tolerance.
 * @param words "gross mass of the items in kg": what was summed.
 */
export function checkTotal(
	sheet: FindingSheet,
	code: FindingCode,
	stated: string | number | undefined,
	sum: number | undefined,
	place: string,
	words: string,
	tolerance: Tolerance = { share: 0, least: 0 },
): void {
	if (stated === undefined || sum === undefined || isWithin(Number(stated), sum, tolerance)) return;
	sheet.report(
		code,
		place,
		`The document states ${stated}; the ${words} comes to ${plain(sum)}.`,
		String(stated),
		plain(sum),
	);
}

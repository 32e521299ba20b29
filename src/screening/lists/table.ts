/**
 * Rows of a CSV file of a list, whatever its encoding, line breaks and delimiter. In: bytes. Out: rows, one by one.
 * Rows are bounded; a row that cannot be cut into cells is told with its line, and reading goes on.
 */
import { newlineOf } from '../../intake/formats/csv/layout.ts';
import { openRowSplitter, plainCell, type SplitRow } from '../../intake/formats/csv/row-splitter.ts';
import { detectTextEncoding } from '../../intake/formats/csv/text-encoding.ts';
import type { ListLimits } from './model.ts';

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;

export type TableRow = { readonly cells: readonly string[]; readonly line: number; readonly fault?: string };

const FAULTS: { readonly [fault in NonNullable<SplitRow['fault']>]: string } = {
	'too-long': 'the row is longer than a row may be',
	'unclosed-quote': 'a quoted cell is never closed',
	'text-after-quote': 'text follows the closing quote of a cell',
};

/** The beginning of a file as text, for recognising what it is. */
export function headOf(bytes: Uint8Array): string {
	const head = bytes.subarray(0, HEAD_BYTES);
	const { encoding, markBytes } = detectTextEncoding(head);
	return new TextDecoder(encoding).decode(head.subarray(markBytes));
}

/** The delimiter with which the first line has the most cells. */
export function delimiterOf(head: string): string {
	const first = head.split(/[\r\n]/, 1)[0] ?? '';
	let best = ',';
	let most = 0;
	for (const delimiter of [',', ';', '\t', '|']) {
		const count = first.split(delimiter).length;
		if (count > most) {
			most = count;
			best = delimiter;
		}
	}
	return best;
}

/**
 * Reads all rows that hold anything.
 * @param take is given each row; false ends the reading.
 */
export function readTable(
	bytes: Uint8Array,
	limits: Pick<ListLimits, 'maxLineChars'>,
	delimiter: string,
	take: (row: TableRow) => boolean,
): void {
	const { encoding, markBytes } = detectTextEncoding(bytes.subarray(0, HEAD_BYTES));
	const decoder = new TextDecoder(encoding);
	const splitter = openRowSplitter({
		delimiter,
		newline: newlineOf(headOf(bytes)),
		maxRowChars: limits.maxLineChars,
	});
	let wanted = true;
	const takeRow = (row: SplitRow): void => {
		if (!wanted) return;
		if (row.fault !== undefined) wanted = take({ cells: [], line: row.line, fault: FAULTS[row.fault] });
		// A lone control character is the end-of-file mark of old systems.
		else if (row.cells.some((cell) => /[^\s\x1a]/.test(cell)))
			wanted = take({ cells: row.cells.map((cell) => plainCell(cell).trim()), line: row.line });
	};
	for (let at = markBytes; at < bytes.length && wanted; at += CHUNK_BYTES)
		splitter.push(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }), takeRow);
	if (wanted) splitter.push(decoder.decode(), takeRow);
	if (wanted) splitter.end(takeRow);
}

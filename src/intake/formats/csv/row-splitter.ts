/**
 * Cuts CSV text into rows (RFC 4180, and what senders make of it): any of several delimiters, LF, CRLF or CR,
 * quoted cells with line breaks in them, a quote inside an unquoted cell taken as it is.
 * A row is bounded; a quote that is never closed costs its own line and not the rest of the file.
 */

export type SplitRow = {
	cells: string[];
	/** 1-based number of its first line. */
	line: number;
	/** The row as received without its line break; for its length in bytes. */
	raw: string;
	fault?: 'too-long' | 'unclosed-quote' | 'text-after-quote';
};

export type RowSplitter = {
	push(text: string, take: (row: SplitRow) => void): void;
	end(take: (row: SplitRow) => void): void;
};

export type SplitterOptions = { delimiter: string; newline: '\n' | '\r'; maxRowChars: number };

type Quoted = { cells: string[]; end: number } | 'incomplete' | 'text-after-quote';

/** Opens a splitter. Empty lines are rows of one empty cell. */
export function openRowSplitter({ delimiter, newline, maxRowChars }: SplitterOptions): RowSplitter {
	let rest = '';
	let line = 1;
	/** Inside a row that is too long: everything up to its line break is passed over. */
	let skipping = false;

	/** Reads a row with quotes in it, from `from`. */
	function readQuoted(from: number, final: boolean): Quoted {
		const cells: string[] = [];
		let at = from;
		for (;;) {
			let cell = '';
			if (rest[at] === '"') {
				at++;
				for (;;) {
					const quote = rest.indexOf('"', at);
					if (quote < 0) return 'incomplete';
					cell += rest.slice(at, quote);
					at = quote + 1;
					if (rest[at] !== '"') break;
					cell += '"';
					at++;
				}
				if (at === rest.length && !final) return 'incomplete';
			} else {
				let end = at;
				while (end < rest.length && rest[end] !== delimiter && rest[end] !== newline) end++;
				cell = rest.slice(at, end);
				at = end;
				if (newline === '\n' && cell.endsWith('\r') && rest[at] === '\n') cell = cell.slice(0, -1);
			}
			cells.push(cell);
			if (newline === '\n' && rest[at] === '\r' && rest[at + 1] === '\n') at++;
			if (at >= rest.length) return final ? { cells, end: at } : 'incomplete';
			if (rest[at] === newline) return { cells, end: at };
			if (rest[at] !== delimiter) {
				// A carriage return at the very end may still be half of a line break.
				return rest[at] === '\r' && at + 1 === rest.length && !final ? 'incomplete' : 'text-after-quote';
			}
			at++;
		}
	}

	function drain(final: boolean, take: (row: SplitRow) => void): void {
		let at = 0;
		let quote = rest.indexOf('"');
		const finish = (end: number, cells: string[], fault?: SplitRow['fault']): void => {
			const row: SplitRow = { cells, line, raw: rest.slice(at, end) };
			if (fault !== undefined) row.fault = fault;
			line++;
			if (quote >= 0 && quote < end) {
				for (let next = row.raw.indexOf(newline); next >= 0; next = row.raw.indexOf(newline, next + 1))
					line++;
			}
			at = end + 1;
			take(row);
		};
		while (at < rest.length) {
			let end = rest.indexOf(newline, at);
			if (end < 0 && final) end = rest.length;
			if (skipping) {
				if (end < 0) {
					at = rest.length;
					break;
				}
				at = end + 1;
				line++;
				skipping = false;
				continue;
			}
			if (end < 0 && rest.length - at <= maxRowChars) break;
			if (end < 0 || end - at > maxRowChars) {
				take({ cells: [], line, raw: rest.slice(at, end < 0 ? rest.length : end), fault: 'too-long' });
				skipping = true;
				if (end < 0) at = rest.length;
				else at = end;
				continue;
			}
			if (quote >= 0 && quote < at) quote = rest.indexOf('"', at);
			if (quote < 0 || quote > end) {
				const text =
					rest.charCodeAt(end - 1) === 13 && end > at ? rest.slice(at, end - 1) : rest.slice(at, end);
				finish(end, text.split(delimiter));
				continue;
			}
			const row = readQuoted(at, final);
			if (row === 'text-after-quote') finish(end, [], 'text-after-quote');
			else if (row !== 'incomplete') {
				if (row.end - at > maxRowChars) finish(end, [], 'too-long');
				else finish(row.end, row.cells);
			} else if (final || rest.length - at > maxRowChars) finish(end, [], 'unclosed-quote');
			else break;
		}
		rest = rest.slice(Math.min(at, rest.length));
	}

	return {
		push(text, take) {
			rest = rest === '' ? text : rest + text;
			drain(false, take);
		},
		end: (take) => drain(true, take),
	};
}

/** Characters that a spreadsheet takes for the beginning of a formula, possibly behind our own mark. */
const FORMULA = /^'*[=+\-@\t\r]/;
const MARKED_FORMULA = /^'+[=+\-@\t\r]/;

/** A cell as it is written: no spreadsheet runs it as a formula, and `plainCell` gives it back. */
export function safeCell(text: string, delimiter: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return safe.includes(delimiter) || /["\r\n]/.test(safe) || /^\s|\s$/.test(safe)
		? `"${safe.replaceAll('"', '""')}"`
		: safe;
}

/** A cell as it was meant: the mark against formulas is taken off. */
export const plainCell = (cell: string): string =>
	cell.charCodeAt(0) === 39 && MARKED_FORMULA.test(cell) ? cell.slice(1) : cell;

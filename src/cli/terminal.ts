/**
 * What a command shows: tables, progress, errors. Answers go to standard output, everything else to standard error.
 * No colour when piped or with NO_COLOR; progress only on a terminal. Text from documents loses its control characters,
 * so that a file name or a reference cannot drive the terminal.
 */
import { styleText } from 'node:util';
import { errorTable, TidewaiterError } from '../../contract/errors.ts';

export type Column<Row> = { title: string; value: (row: Row) => string | number | null; align?: 'right' };

/** Width of one cell on a terminal; longer text is cut there, and whole when piped. */
const MAX_CELL = 60;

const isControl = (character: string): boolean => {
	const code = character.codePointAt(0) ?? 0;
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e);
};

/** Text on one line, without control characters. */
export const plain = (text: string): string =>
	[...text].map((character) => (isControl(character) ? ' ' : character)).join('');

/** A table with aligned columns, two spaces between them, one line for each row; ends with a line feed. */
export function formatTable<Row>(
	columns: readonly Column<Row>[],
	rows: readonly Row[],
	terminal: boolean = process.stdout.isTTY === true,
): string {
	const cells = rows.map((row) =>
		columns.map((column) => {
			const value = column.value(row);
			const text = value === null ? '–' : typeof value === 'number' ? formatCount(value) : plain(value);
			return terminal && text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;
		}),
	);
	const widths = columns.map((column, index) =>
		Math.max(column.title.length, ...cells.map((row) => row[index]?.length ?? 0)),
	);
	const lineOf = (texts: readonly string[]): string =>
		texts
			.map((text, index) =>
				columns[index]?.align === 'right'
					? text.padStart(widths[index] ?? 0)
					: text.padEnd(widths[index] ?? 0),
			)
			.join('  ')
			.trimEnd();
	const title = lineOf(columns.map((column) => column.title));
	return `${[terminal ? styleText('bold', title) : title, ...cells.map(lineOf)].join('\n')}\n`;
}

/** A number with its thousands apart: 12,400. */
export const formatCount = (count: number): string =>
	Number.isInteger(count) ? count.toLocaleString('en') : String(count);

/** "1 record", "2 records". */
export const counted = (count: number, noun: string): string =>
	`${formatCount(count)} ${count === 1 ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;

/** Writes to standard output, waiting where the reader is slow. */
export async function write(text: string | Uint8Array): Promise<void> {
	if (process.stdout.write(text)) return;
	await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** One line for people, on standard error. */
export const tell = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

export type Progress = { show(line: string): void; clear(): void };

/** A line that is written over; nothing where standard error is not a terminal. */
export function createProgress(): Progress {
	if (process.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
	let shownAt = 0;
	return {
		show: (line) => {
			if (performance.now() - shownAt < 100) return;
			shownAt = performance.now();
			process.stderr.write(`\r\u001b[2K${plain(line).slice(0, (process.stderr.columns ?? 80) - 1)}`);
		},
		clear: () => {
			process.stderr.write('\r\u001b[2K');
		},
	};
}

/** Tells an error with its remedy and returns the exit status of its code. */
export function tellError(error: unknown): number {
	const known = error instanceof TidewaiterError ? error : unknownError(error);
	const place = known.place === undefined || known.message.includes(known.place) ? '' : ` (${known.place})`;
	tell(
		`${styleText('red', 'tidewaiter:', { stream: process.stderr })} ${plain(known.message)}${plain(place)}`,
	);
	if (known.remedy !== undefined) tell(`  ${plain(known.remedy)}`);
	return errorTable[known.code].exit;
}

function unknownError(error: unknown): TidewaiterError {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const message = error instanceof Error ? error.message : String(error);
	if (code === 'ENOENT') return new TidewaiterError('not-found', message);
	if (code === 'EACCES' || code === 'EPERM') return new TidewaiterError('not-permitted', message);
	if (code === 'ENOSPC') return new TidewaiterError('storage-full', message);
	if (code === 'EADDRINUSE') {
		return new TidewaiterError('busy', message, {
			remedy: 'Something else uses the port: choose another with --port.',
		});
	}
	if (process.env['TIDEWAITER_DEBUG'] !== undefined && error instanceof Error) tell(error.stack ?? message);
	return new TidewaiterError('internal', message, {
		remedy: 'Run it again with TIDEWAITER_DEBUG=1 to see where it happened.',
	});
}

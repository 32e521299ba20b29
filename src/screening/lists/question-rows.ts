/**
 * A CSV file of persons and things to ask about, row by row. In: bytes in chunks of any size. Out: questions, and rows that
 * ask nothing. Columns are recognised by their headers; the encoding and the separator by the first lines.
 */

import {
	openRowSplitter,
	plainCell,
	type RowSplitter,
	safeCell,
} from '../../intake/formats/csv/row-splitter.ts';
import { detectTextEncoding } from '../../intake/formats/csv/text-encoding.ts';
import { type OwnColumn, ownColumnOf } from './own/columns.ts';
import { delimiterOf } from './table.ts';

/** What a row asks, as written. */
export type RowQuestion = {
	/** 1-based line of the file. */
	readonly line: number;
	readonly name?: string;
	readonly family?: string;
	readonly given?: string;
	readonly middle?: string;
	readonly kind?: string;
	readonly born?: string;
	readonly sex?: string;
	readonly nationality?: string;
	readonly country?: string;
	readonly birthPlace?: string;
	readonly address?: string;
	/** Scheme and value, in the order of the columns. */
	readonly identifiers: readonly { readonly scheme: string | undefined; readonly value: string }[];
};

type Member = Exclude<keyof RowQuestion, 'line' | 'identifiers'>;

/** Columns of a list that a question can have too; headers are called the same. */
const MEMBER_OF: { readonly [column in OwnColumn]?: Member } = {
	name: 'name',
	family: 'family',
	given: 'given',
	middle: 'middle',
	kind: 'kind',
	born: 'born',
	sex: 'sex',
	nationality: 'nationality',
	country: 'country',
	'birth-place': 'birthPlace',
	street: 'address',
};

type Column = { readonly member: Member } | { readonly scheme: string | undefined };

function columnOf(header: string): Column | undefined {
	const column = ownColumnOf(plainCell(header));
	if (column === undefined) return undefined;
	const member = MEMBER_OF[column];
	if (member !== undefined) return { member };
	if (column === 'phone' || column === 'email') return { scheme: column };
	if (column.startsWith('number:')) return { scheme: column.slice('number:'.length) };
	// A number of which nobody says what it is.
	return column === 'value' || column === 'identifiers' ? { scheme: undefined } : undefined;
}

const MAX_ROW_CHARS = 100_000;
const LONGEST_CELL = 400;
const HEAD_BYTES = 64 * 1024;

export type QuestionRows = {
	push(chunk: Uint8Array): RowQuestion[];
	end(): RowQuestion[];
	/** Why the file cannot be asked from: set once the header has been read. */
	readonly refused: { reason: string; remedy: string } | undefined;
};

export function openQuestionRows(): QuestionRows {
	let head: Uint8Array[] = [];
	let headBytes = 0;
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	let splitter: RowSplitter | undefined;
	let columns: (Column | undefined)[] | undefined;
	let refused: QuestionRows['refused'];

	const open = (): string => {
		const bytes = Buffer.concat(head);
		head = [];
		const { encoding, markBytes } = detectTextEncoding(bytes.subarray(0, HEAD_BYTES));
		decoder = new TextDecoder(encoding);
		const text = decoder.decode(bytes.subarray(markBytes), { stream: true });
		const newline = text.includes('\n') ? '\n' : '\r';
		splitter = openRowSplitter({ delimiter: delimiterOf(text), newline, maxRowChars: MAX_ROW_CHARS });
		return text;
	};
	const readHeader = (cells: readonly string[]): void => {
		columns = cells.map(columnOf);
		const asks = columns.some(
			(column) =>
				column !== undefined && ('scheme' in column || ['name', 'family', 'address'].includes(column.member)),
		);
		if (!asks)
			refused = {
				reason: `The header names no column that can be asked about: ${cells.join(', ').slice(0, 200)}.`,
				remedy:
					'Name columns name (or first_name and last_name), born, nationality, country, passport, imo, plate …',
			};
	};
	const read = (text: string, final: boolean): RowQuestion[] => {
		const found: RowQuestion[] = [];
		const take = ({ cells, line }: { cells: readonly string[]; line: number }): void => {
			if (cells.length === 1 && cells[0] === '') return;
			if (columns === undefined) readHeader(cells);
			else if (refused === undefined) found.push(questionOf(columns, cells, line));
		};
		splitter?.push(text, take);
		if (final) splitter?.end(take);
		return found;
	};

	return {
		push: (chunk) => {
			if (splitter !== undefined) return read(decoder?.decode(chunk, { stream: true }) ?? '', false);
			head.push(chunk);
			headBytes += chunk.byteLength;
			return headBytes < HEAD_BYTES ? [] : read(open(), false);
		},
		end: () => {
			const text = splitter === undefined ? open() : '';
			const found = read(text + (decoder?.decode() ?? ''), true);
			if (columns === undefined)
				refused = { reason: 'The file is empty.', remedy: 'Send a header and at least one row.' };
			return found;
		},
		get refused() {
			return refused;
		},
	};
}

function questionOf(
	columns: readonly (Column | undefined)[],
	cells: readonly string[],
	line: number,
): RowQuestion {
	const members: Partial<Record<Member, string>> = {};
	const identifiers: { scheme: string | undefined; value: string }[] = [];
	for (const [at, column] of columns.entries()) {
		const value = plainCell(cells[at] ?? '')
			.trim()
			.slice(0, LONGEST_CELL);
		if (column === undefined || value === '') continue;
		if ('scheme' in column) identifiers.push({ scheme: column.scheme, value });
		else members[column.member] ??= value;
	}
	return { line, ...members, identifiers };
}

/** One row of an answer; no spreadsheet takes a cell of it for a formula. */
export const formatAnswerRow = (cells: readonly string[]): string =>
	`${cells.map((cell) => safeCell(cell, ',')).join(',')}\n`;

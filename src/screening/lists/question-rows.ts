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

/** Headers without case and punctuation, by what they mean. */
const HEADERS: { readonly [member in Member]: string } = {
	name: 'name fullname wholename caption customer subject party passenger traveller company organisation organization vesselname',
	family: 'lastname surname familyname family',
	given: 'firstname givenname givennames given forename forenames',
	middle: 'middlename middle secondname',
	kind: 'kind type schema entitytype',
	born: 'born dob dateofbirth birthdate birthday birth',
	sex: 'sex gender',
	nationality: 'nationality nationalities citizenship',
	country: 'country residence countryofresidence flag jurisdiction seat',
	birthPlace: 'placeofbirth birthplace pob',
	address: 'address street',
};
const IDENTIFIERS: Readonly<Record<string, string | undefined>> = {
	identifier: undefined,
	id: undefined,
	number: undefined,
	passport: 'passport',
	passportnumber: 'passport',
	documentnumber: 'document',
	nationalid: 'identity-card',
	identitycard: 'identity-card',
	taxnumber: 'tax',
	imo: 'imo',
	imonumber: 'imo',
	mmsi: 'mmsi',
	container: 'container',
	plate: 'plate',
	licenceplate: 'plate',
	licenseplate: 'plate',
	iban: 'iban',
	account: 'account',
	phone: 'phone',
	telephone: 'phone',
	email: 'email',
	mail: 'email',
};

const MEMBER_OF: ReadonlyMap<string, Member> = new Map(
	(Object.entries(HEADERS) as [Member, string][]).flatMap(([member, words]) =>
		words.split(' ').map((word): [string, Member] => [word, member]),
	),
);
const keyOf = (header: string): string =>
	plainCell(header)
		.toLowerCase()
		.replace(/[^a-z]/g, '');

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
	let columns: ({ member: Member } | { scheme: string | undefined } | undefined)[] | undefined;
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
		columns = cells.map((cell) => {
			const key = keyOf(cell);
			const member = MEMBER_OF.get(key);
			if (member !== undefined) return { member };
			return Object.hasOwn(IDENTIFIERS, key) ? { scheme: IDENTIFIERS[key] } : undefined;
		});
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
	columns: readonly ({ member: Member } | { scheme: string | undefined } | undefined)[],
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

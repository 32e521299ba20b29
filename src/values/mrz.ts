/**
 * Machine-readable zones of travel documents, ICAO Doc 9303 parts 3 to 7. In: the lines, or one text. Out: every field, and
 * each check digit with the one that would be right. Grammar: zone = TD1 (3 lines of 30) / TD2, MRV-B (2 of 36) / TD3,
 * MRV-A (2 of 44), of ALPHA / DIGIT / "<"; a visa starts with "V".
 * A wrong check digit does not stop the reading: what was read, and that it is wrong, are both facts. Layouts that Doc 9303
 * does not have (old French identity cards, driving licences) are not read.
 */
import { dateOf, fullYear } from './calendar.ts';
import { fault, type Parsed } from './parsed.ts';

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

export type MrzCheck = {
	readonly field: 'document-number' | 'birth-date' | 'expiry-date' | 'optional-data' | 'composite';
	readonly given: string;
	readonly expected: string;
};

export type Mrz = {
	readonly format: MrzFormat;
	/** "P", "ID", "V", "AC" … */
	readonly documentCode: string;
	/** As written: three letters, fewer for Germany (D). */
	readonly issuer: string;
	readonly nationality: string;
	readonly documentNumber: string;
	readonly family: string;
	readonly given: string;
	/** YYMMDD as written, "<" where unknown. */
	readonly birthDate: string;
	readonly expiryDate: string;
	readonly sex: 'female' | 'male' | 'unspecified';
	readonly optional: readonly string[];
	/** Check digits that are wrong. */
	readonly wrongChecks: readonly MrzCheck[];
};

/** Position of the lines' fields: line, start, end (not included). */
type Span = readonly [line: number, start: number, end: number];
type Layout = {
	readonly lines: number;
	readonly width: number;
	readonly name: Span;
	readonly number: Span;
	readonly nationality: Span;
	readonly birth: Span;
	readonly sex: Span;
	readonly expiry: Span;
	readonly optional: readonly Span[];
	/** Passports: the optional data has a check digit of its own, in the position after it. */
	readonly optionalChecked: boolean;
	/** What the composite check digit covers, and where it stands; visas have none. */
	readonly composite?: { readonly over: readonly Span[]; readonly at: Span };
};

const twoLines = (width: number, optionalEnd: number, composite: boolean): Layout => ({
	lines: 2,
	width,
	name: [0, 5, width],
	number: [1, 0, 9],
	nationality: [1, 10, 13],
	birth: [1, 13, 19],
	sex: [1, 20, 21],
	expiry: [1, 21, 27],
	optional: [[1, 28, optionalEnd]],
	optionalChecked: composite && width === 44,
	...(composite && {
		composite: {
			over: [
				[1, 0, 10],
				[1, 13, 20],
				[1, 21, width - 1],
			],
			at: [1, width - 1, width],
		},
	}),
});

const LAYOUTS: { readonly [format in MrzFormat]: Layout } = {
	TD1: {
		lines: 3,
		width: 30,
		name: [2, 0, 30],
		number: [0, 5, 14],
		nationality: [1, 15, 18],
		birth: [1, 0, 6],
		sex: [1, 7, 8],
		expiry: [1, 8, 14],
		optional: [
			[0, 15, 30],
			[1, 18, 29],
		],
		optionalChecked: false,
		composite: {
			over: [
				[0, 5, 30],
				[1, 0, 7],
				[1, 8, 15],
				[1, 18, 29],
			],
			at: [1, 29, 30],
		},
	},
	TD2: twoLines(36, 35, true),
	TD3: twoLines(44, 42, true),
	'MRV-A': twoLines(44, 44, false),
	'MRV-B': twoLines(36, 36, false),
};

const WEIGHTS = [7, 3, 1];

/** Check digit by ICAO Doc 9303-3 section 4.9 (weights 7, 3, 1; "<" is 0); undefined where the text has other characters. */
export function mrzCheckDigit(text: string): string | undefined {
	let sum = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		let value: number;
		if (unit >= 48 && unit <= 57) value = unit - 48;
		else if (unit >= 65 && unit <= 90) value = unit - 55;
		else if (unit === 60) value = 0;
		else return undefined;
		sum += value * (WEIGHTS[at % 3] ?? 0);
	}
	return String(sum % 10);
}

/** Splits a text without line breaks by its length; with them, by line. */
function linesOf(zone: string | readonly string[]): string[] {
	const lines = (typeof zone === 'string' ? zone.split(/\r?\n/) : zone)
		.map((line) => line.replace(/\s/g, '').toUpperCase())
		.filter((line) => line !== '');
	const [only = ''] = lines;
	if (lines.length !== 1) return lines;
	const width = only.length === 90 ? 30 : only.length / 2;
	return width === 30 || width === 36 || width === 44
		? Array.from({ length: only.length / width }, (_, at) => only.slice(at * width, (at + 1) * width))
		: lines;
}

function formatOf(lines: readonly string[]): MrzFormat | undefined {
	const visa = lines[0]?.startsWith('V') ?? false;
	const shape = lines.map((line) => line.length).join(' ');
	if (shape === '30 30 30') return 'TD1';
	if (shape === '36 36') return visa ? 'MRV-B' : 'TD2';
	return shape === '44 44' ? (visa ? 'MRV-A' : 'TD3') : undefined;
}

const unfill = (text: string): string => text.replace(/</g, ' ').trim().replace(/ {2,}/g, ' ');
const SEX: { readonly [letter: string]: Mrz['sex'] } = { F: 'female', M: 'male' };

/** Reads a machine-readable zone of any of the five formats. */
export function parseMrz(zone: string | readonly string[]): Parsed<Mrz> {
	const lines = linesOf(zone);
	const format = formatOf(lines);
	if (format === undefined)
		return fault('shape', 'is not three lines of 30, two of 36 or two of 44 characters (ICAO Doc 9303)');
	if (lines.some((line) => !/^[A-Z0-9<]+$/.test(line)))
		return fault('shape', 'has characters other than letters, digits and "<"');
	const layout = LAYOUTS[format];
	const take = ([line, start, end]: Span): string => lines[line]?.slice(start, end) ?? '';
	const after = ([line, , end]: Span): string => lines[line]?.[end] ?? '';
	const wrongChecks: MrzCheck[] = [];
	const verify = (field: MrzCheck['field'], over: string, given: string): void => {
		const expected = mrzCheckDigit(over) ?? '';
		if (given !== expected) wrongChecks.push({ field, given, expected });
	};

	const optional = layout.optional.map(take);
	let number = take(layout.number);
	const [firstOptional = ''] = optional;
	if (after(layout.number) === '<' && !number.endsWith('<') && (format === 'TD1' || format === 'TD2')) {
		// A number of more than nine characters goes on in the optional data, with its check digit last (9303-5, note j).
		const end = firstOptional.indexOf('<');
		const rest = end < 0 ? firstOptional : firstOptional.slice(0, end);
		number += rest.slice(0, -1);
		optional[0] = firstOptional.slice(rest.length);
		verify('document-number', number, rest.slice(-1));
	} else verify('document-number', number, after(layout.number));

	verify('birth-date', take(layout.birth), after(layout.birth));
	verify('expiry-date', take(layout.expiry), after(layout.expiry));
	const [optionalSpan] = layout.optional;
	if (layout.optionalChecked && optionalSpan !== undefined) {
		const given = after(optionalSpan);
		// Where there is no optional data its check digit may be "<" or 0 (9303-4, section 4.2.2.2).
		if (!(given === '<' && /^<+$/.test(take(optionalSpan))))
			verify('optional-data', take(optionalSpan), given);
	}
	if (layout.composite !== undefined)
		verify('composite', layout.composite.over.map(take).join(''), take(layout.composite.at));

	const [family = '', ...given] = take(layout.name).split('<<');
	return {
		ok: true,
		value: {
			format,
			documentCode: (lines[0] ?? '').slice(0, 2).replace(/</g, ''),
			issuer: (lines[0] ?? '').slice(2, 5).replace(/</g, ''),
			nationality: take(layout.nationality).replace(/</g, ''),
			documentNumber: number.replace(/<+$/, ''),
			family: unfill(family),
			given: unfill(given.join('<')),
			birthDate: take(layout.birth),
			expiryDate: take(layout.expiry),
			sex: SEX[take(layout.sex)] ?? 'unspecified',
			optional: optional.map((text) => text.replace(/<+$/, '')).filter((text) => text !== ''),
			wrongChecks,
		},
	};
}

/** True where the zone can be read and every check digit is right. */
export function isMrz(zone: string | readonly string[]): boolean {
	const parsed = parseMrz(zone);
	return parsed.ok && parsed.value.wrongChecks.length === 0;
}

/**
 * YYMMDD of a zone as `YYYY-MM-DD`; undefined where day or month are unknown or no date comes out.
 * @param referenceYear year of the message, from which the century follows.
 */
export function mrzDate(yymmdd: string, use: 'birth' | 'nearest', referenceYear: number): string | undefined {
	const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(yymmdd);
	return parts === null
		? undefined
		: dateOf(fullYear(Number(parts[1]), referenceYear, use), Number(parts[2]), Number(parts[3]));
}

/** Document number as the zone has it: letters and digits only, "<" and separators left out, in capitals. */
export function tidyDocumentNumber(text: string): string {
	// Nearly all numbers are plain already; normalising costs more than everything else done to them.
	if (/^[A-Z0-9]*$/.test(text)) return text;
	return text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a zone of two lines with a composite check digit (a passport, TD3) is made of. */
export type PassportFields = Pick<
	Mrz,
	'issuer' | 'nationality' | 'documentNumber' | 'family' | 'given' | 'birthDate' | 'expiryDate' | 'sex'
> & { readonly optional?: string };

const fill = (text: string, width: number): string =>
	text
		.replace(/[\s'-]/g, '<')
		.slice(0, width)
		.padEnd(width, '<');

/** Writes the two lines of a passport (TD3) with all check digits. Fields are cut to their width. */
export function formatPassportMrz(fields: PassportFields): [string, string] {
	const names = `${fields.family}<<${fields.given}`;
	const checked = (text: string): string => text + (mrzCheckDigit(text) ?? '0');
	const number = checked(fill(fields.documentNumber, 9));
	const birth = checked(fill(fields.birthDate, 6));
	const expiry = checked(fill(fields.expiryDate, 6));
	const optional = checked(fill(fields.optional ?? '', 14));
	const sex = fields.sex === 'female' ? 'F' : fields.sex === 'male' ? 'M' : '<';
	const composite = mrzCheckDigit(number + birth + expiry + optional) ?? '0';
	return [
		`P<${fill(fields.issuer, 3)}${fill(names, 39)}`,
		`${number}${fill(fields.nationality, 3)}${birth}${sex}${expiry}${optional}${composite}`,
	];
}

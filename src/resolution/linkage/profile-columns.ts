/**
 * Tells from a table's headers and contents what each column holds. Pure.
 * A column that numbers the rows is left out: it says nothing of whom the row is about, or gives the answer away.
 */
import { type DateOrder, dateOrderOf } from './dates.ts';
import type { FieldKind, LinkageField } from './model.ts';

export type ColumnProfile = {
	/** Position of the column in the table. */
	readonly column: number;
	readonly field: LinkageField;
};

const rules: readonly (readonly [pattern: RegExp, kind: FieldKind])[] = [
	[/\b(dob|date of birth|birth ?date|birth ?day|born|yob|year of birth|birth ?year|date)\b/, 'date'],
	[/\be ?mail\b/, 'email'],
	[/\b(phone|telephone|tel|mobile|cell|fax|msisdn)\b/, 'phone'],
	[/\b(post ?code|postal|zip|zip ?code|plz|pin ?code)\b/, 'postcode'],
	[/\b(street|house|building|unit|st) ?(number|num|no|nr)\b/, 'house-number'],
	[/\b(address|addr|street|road|building|residence)\b/, 'address-line'],
	[/\b(city|town|suburb|village|locality|place|birth ?place|municipality|county|district|parish)\b/, 'place'],
	[/\b(passport|national id|tax id|iban|imo|lei)\b/, 'identifier'],
	[/\b(company|organi[sz]ation|employer|firm|business|corporation)\b/, 'organisation-name'],
	[/\b(vessel|ship|product|brand)\b/, 'object-name'],
	[
		/\b(occupation|profession|job|sex|gender|state|province|region|country|nationality|citizenship|title|religion|ethnicity|race|marital|language)\b/,
		'category',
	],
];

const given = /\b(given|first|fore ?names?|fname|christian|vorname|prenom)\b/;
const family = /\b(sur ?names?|family|last|lname|nachname)\b/;
const anyName = /\b(name|names|full ?name|middle|person)\b/;
const identity =
	/\b(id|ssn|nhs|soc sec|social security|identifier|licen[cs]e|insurance|number|no|nr|code|reference|ref|account)\b/;
/** Columns that number rows or hold the answer. */
const rowNumber =
	/^(unique |record |rec |row |source |person |entity |cluster |group |match )*(id|key|number|no|nr|index|row|uuid|guid|cluster|group|entity)$/;

const SAMPLE = 20_000;

/**
 * Fields of a table.
 * @param header names of its columns.
 * @param rows cells, in the order of the header.
 * @param leaveOut positions of columns that must not be looked at (the truth of a benchmark).
 */
export function profileColumns(
	header: readonly string[],
	rows: readonly (readonly string[])[],
	leaveOut: readonly number[] = [],
): ColumnProfile[] {
	const step = Math.max(1, Math.floor(rows.length / SAMPLE));
	const profiles: ColumnProfile[] = [];
	header.forEach((name, column) => {
		if (leaveOut.includes(column)) return;
		const filled: string[] = [];
		for (let row = 0; row < rows.length; row += step) {
			const cell = rows[row]?.[column]?.trim();
			if (cell) filled.push(cell);
		}
		const field = fieldOf(name, filled);
		if (field) profiles.push({ column, field });
	});
	return profiles;
}

function fieldOf(name: string, filled: readonly string[]): LinkageField | undefined {
	if (filled.length === 0) return undefined;
	const words = name
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.replace(/(\D)(\d)/g, '$1 $2')
		.trim();
	const distinct = new Set(filled).size;
	const dateOrder: DateOrder | undefined = dateOrderOf(filled);
	if (rowNumber.test(words) && (distinct === filled.length || !identity.test(words))) return undefined;
	let kind: FieldKind | undefined;
	if (given.test(words) && family.test(words)) kind = 'full-name';
	else if (family.test(words)) kind = 'family-name';
	else if (given.test(words)) kind = 'given-name';
	kind ??= rules.find(([pattern]) => pattern.test(words))?.[1];
	if (kind === 'date' && dateOrder === undefined) kind = undefined;
	if (kind === undefined && anyName.test(words)) kind = 'full-name';
	if (kind === undefined && rowNumber.test(words)) return undefined;
	if (kind === undefined && identity.test(words)) kind = 'identifier';
	kind ??= kindByContent(filled, distinct, dateOrder);
	if (kind === undefined) return undefined;
	return kind === 'date' && dateOrder !== undefined ? { name, kind, dateOrder } : { name, kind };
}

function kindByContent(
	filled: readonly string[],
	distinct: number,
	dateOrder: DateOrder | undefined,
): FieldKind | undefined {
	const share = (test: (text: string) => boolean): number => filled.filter(test).length / filled.length;
	if (dateOrder !== undefined) return 'date';
	if (share((text) => /^[^@\s]+@[^@\s]+$/.test(text)) > 0.6) return 'email';
	if (distinct === filled.length && filled.length > 20) return undefined;
	if (share((text) => /^\+?[\d ()/.-]{8,20}$/.test(text)) > 0.8) return 'phone';
	if (distinct <= Math.max(20, filled.length * 0.03)) return 'category';
	return share((text) => /\d/.test(text)) > 0.9 ? 'identifier' : 'text';
}

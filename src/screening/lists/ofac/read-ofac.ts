/**
 * OFAC's lists (SDN and consolidated) as published in CSV. In: the main file with its addresses, names and comments, in any
 * order. Out: entries. Names are "LAST, First"; what identifies stands in the remarks (remark.ts).
 * A row that cannot be read, or belongs to no entry, is a problem with its line; the rest is read.
 */
import type { ListEntry, ListEntryKind } from '../../../../contract/lists.ts';
import { countriesIn, toCountryCode } from '../../../values/country-names.ts';
import { partPostcode } from '../contacts.ts';
import { closeDraft, type EntryDraft, openDraft } from '../entry.ts';
import { makeIdentifier } from '../identifiers.ts';
import type { ListFile, ListLimits, ProblemSheet } from '../model.ts';
import { organisationNames, personName, plainName } from '../names.ts';
import { tellingText } from '../plain-text.ts';
import { headOf, readTable, type TableRow } from '../table.ts';
import { type OfacPart, ofacPartOf } from './files.ts';
import { parseRemark, type RemarkFact, remarkPieces } from './remark.ts';

const COLUMNS: { readonly [part in OfacPart]: number } = { main: 12, addresses: 6, names: 5, comments: 2 };
const RESEND = 'Load the file as OFAC publishes it.';

type Gathered = { draft: EntryDraft; remarks: string; place: string };

/** Reads the files of one list. Files of other kinds are problems. */
export function readOfac(
	files: readonly ListFile[],
	limits: ListLimits,
	sheet: ProblemSheet,
): readonly ListEntry[] {
	const gathered = new Map<string, Gathered>();
	const parts = files.map((file) => ({ file, part: ofacPartOf(headOf(file.bytes)) }));
	for (const { file, part } of parts)
		if (part === undefined) sheet.add(file.name, 'the file is none of the files of this list', RESEND);
	// The main file first: the others belong to its entries.
	for (const wanted of ['main', 'names', 'addresses', 'comments'] as const) {
		for (const { file, part } of parts) if (part === wanted) readPart(file, part, limits, sheet, gathered);
	}
	const entries: ListEntry[] = [];
	for (const { draft, remarks, place } of gathered.values()) {
		for (const piece of remarkPieces(remarks)) applyFact(draft, parseRemark(piece, draft.kind === 'person'));
		const entry = closeDraft(draft, place, sheet);
		if (entry !== undefined) entries.push(entry);
	}
	return entries;
}

function readPart(
	file: ListFile,
	part: OfacPart,
	limits: ListLimits,
	sheet: ProblemSheet,
	gathered: Map<string, Gathered>,
): void {
	readTable(file.bytes, limits, ',', (row) => {
		const place = `${file.name}, line ${row.line}`;
		const fault = faultOf(row, COLUMNS[part]);
		if (fault !== undefined) {
			sheet.add(place, fault, RESEND);
			return true;
		}
		const [key = ''] = row.cells;
		const known = gathered.get(key);
		if (part === 'main') {
			if (known !== undefined)
				sheet.add(place, `entry ${key} is in the file twice; the first was kept`, RESEND);
			else if (gathered.size >= limits.maxEntries) {
				sheet.add(place, `more than ${limits.maxEntries} entries; the rest was not read`, 'Raise the limit.');
				return false;
			} else gathered.set(key, gatherMain(key, row.cells, place));
		} else if (known === undefined)
			sheet.add(place, `it belongs to entry ${key}, which the list does not have`, RESEND);
		else if (part === 'names') addName(known.draft, row.cells);
		else if (part === 'addresses') addAddress(known.draft, row.cells);
		else known.remarks += ` ${tellingText(row.cells[1], limits.maxLineChars) ?? ''}`;
		return true;
	});
}

function faultOf(row: TableRow, columns: number): string | undefined {
	if (row.fault !== undefined) return row.fault;
	if (row.cells.length !== columns) return `the row has ${row.cells.length} cells where ${columns} are due`;
	return /^\d{1,9}$/.test(row.cells[0] ?? '')
		? undefined
		: 'the row does not begin with the number of an entry';
}

const KINDS: { readonly [type: string]: ListEntryKind } = {
	individual: 'person',
	vessel: 'vessel',
	aircraft: 'aircraft',
};

function gatherMain(key: string, cells: readonly string[], place: string): Gathered {
	const [, name, type, programmes, title, callSign, vesselType, tonnage, grossTonnage, flag, owner, remarks] =
		cells.map((cell) => tellingText(cell, 32_000));
	const draft = openDraft(key, KINDS[type?.toLowerCase() ?? ''] ?? 'organisation');
	if (name !== undefined) pushName(draft, name, 'primary');
	for (const programme of programmes?.split(/\]\s*\[|[[\]]/) ?? [])
		if (programme.trim() !== '') draft.programmes.push(programme.trim());
	if (title !== undefined) {
		for (const each of title.split(';')) if (each.trim() !== '') draft.positions.push(each.trim());
	}
	const sign = callSign === undefined ? undefined : makeIdentifier('call-sign', callSign);
	if (sign !== undefined) draft.identifiers.push(sign);
	if (flag !== undefined) pushCountries(draft.countries, flag);
	if (draft.kind === 'aircraft' && name !== undefined && /^[A-Z0-9]{1,3}-?[A-Z0-9]{2,6}$/.test(name)) {
		const mark = makeIdentifier('aircraft', name);
		if (mark !== undefined) draft.identifiers.push(mark);
	}
	for (const [label, value] of [
		['Type', vesselType],
		['Tonnage', tonnage],
		['Gross registered tonnage', grossTonnage],
		['Owner', owner],
	] as const)
		if (value !== undefined) draft.remarks.push(`${label} ${value}`);
	return { draft, remarks: remarks ?? '', place };
}

function pushName(
	draft: EntryDraft,
	text: string,
	quality: 'primary' | 'strong' | 'weak',
	kind?: string,
): void {
	const naming = { quality, kind };
	if (draft.kind === 'organisation') {
		draft.names.push(...organisationNames(text, naming));
		return;
	}
	const name = draft.kind === 'person' ? personName(text, naming) : plainName(text, naming);
	if (name !== undefined) draft.names.push(name);
}

function addName(draft: EntryDraft, cells: readonly string[]): void {
	const [, , kind, name, remarks] = cells.map((cell) => tellingText(cell));
	if (name !== undefined)
		pushName(draft, name, /weak/i.test(remarks ?? '') ? 'weak' : 'strong', kind?.toLowerCase());
}

function addAddress(draft: EntryDraft, cells: readonly string[]): void {
	const [, , street, city, country, remarks] = cells.map((cell) => tellingText(cell, 1_000));
	const code = country === undefined ? undefined : (toCountryCode(country) ?? country);
	draft.addresses.push({
		...(street === undefined ? {} : { street }),
		...(city === undefined ? {} : partPostcode(city)),
		...(code === undefined ? {} : { country: code }),
	});
	if (code !== undefined && code.length <= 3) draft.countries.push(code);
	if (remarks !== undefined) draft.remarks.push(remarks);
}

/** Countries by their codes; a text that names none is kept as it is. */
function pushCountries(into: string[], text: string): void {
	const codes = countriesIn(text);
	into.push(...(codes.length > 0 ? codes : [text]));
}

function applyFact(draft: EntryDraft, fact: RemarkFact): void {
	switch (fact.fact) {
		case 'name':
			draft.names.push(fact.name);
			break;
		case 'born':
			draft.born.push(...fact.dates);
			break;
		case 'birth-place':
			draft.birthPlaces.push(fact.place);
			break;
		case 'sex':
			draft.sex = fact.sex;
			break;
		case 'nationality':
			pushCountries(draft.nationalities, fact.country);
			break;
		case 'country':
			if (tellingText(fact.country) !== undefined) pushCountries(draft.countries, fact.country);
			break;
		case 'identifier':
			draft.identifiers.push(fact.identifier);
			break;
		case 'phone':
			draft.phones.push(...fact.phones);
			break;
		case 'email':
			draft.emails.push(...fact.emails);
			break;
		case 'position':
			draft.positions.push(fact.position);
			break;
		case 'note':
			if (fact.died === true) draft.died = true;
			draft.remarks.push(fact.text);
			break;
		case 'statement':
			draft.remarks.push(fact.text);
			break;
	}
}

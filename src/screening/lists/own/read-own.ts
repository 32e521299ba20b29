/**
 * An agency's own list as CSV. In: a file with a header row, in any encoding, with any usual delimiter, with the columns in any
 * order and under any usual name (columns.ts). Out: entries. A row that says too little is a problem with its line.
 */
import {
	type AlertAction,
	alertAction,
	type ListEntry,
	type ListEntryKind,
	type ListIdentifier,
	type ListName,
	listEntryKind,
} from '../../../../contract/lists.ts';
import { contentKey } from '../../../values/content-key.ts';
import { countriesIn, toCountryCode } from '../../../values/country-names.ts';
import { parseEmails, parsePhones, parseSex } from '../contacts.ts';
import { parseListDates, parseListDay } from '../dates.ts';
import { closeDraft, type EntryDraft, openDraft } from '../entry.ts';
import { makeIdentifier, schemeOf } from '../identifiers.ts';
import type { ListFile, ListLimits, ProblemSheet } from '../model.ts';
import { personName, plainName } from '../names.ts';
import { tidyText } from '../plain-text.ts';
import { delimiterOf, headOf, readTable } from '../table.ts';
import { isOwnHeader, type OwnColumn, ownColumnOf } from './columns.ts';
import { fieldsOf, hasComma, itemsOf, partAt } from './marks.ts';

/** True where the text begins like an own list. */
export function looksLikeOwn(head: string): boolean {
	let header: readonly string[] | undefined;
	const bytes = new TextEncoder().encode(head.split(/\r\n|\n|\r/, 1)[0] ?? '');
	readTable(bytes, HEAD_LIMITS, delimiterOf(head), (row) => {
		header = row.cells;
		return false;
	});
	return header !== undefined && isOwnHeader(header);
}

const HEAD_LIMITS: Pick<ListLimits, 'maxLineChars'> = { maxLineChars: 64 * 1024 };

/** Reads one file. */
export function readOwn(file: ListFile, limits: ListLimits, sheet: ProblemSheet): readonly ListEntry[] {
	const entries = new Map<string, ListEntry>();
	let columns: (OwnColumn | undefined)[] | undefined;
	readTable(file.bytes, limits, delimiterOf(headOf(file.bytes)), (row) => {
		const place = `${file.name}, line ${row.line}`;
		if (row.fault !== undefined) {
			sheet.add(
				place,
				row.fault,
				'Quote cells that hold the delimiter or a line break; write a quote twice.',
			);
			return true;
		}
		if (columns === undefined) {
			columns = row.cells.map(ownColumnOf);
			for (const [at, column] of columns.entries())
				if (column === undefined && row.cells[at] !== '')
					sheet.add(
						`${place}, column ${at + 1}`,
						`nothing is known of a column "${(row.cells[at] ?? '').slice(0, 60)}"; it was left out`,
						'Name it as the template does, or leave it.',
					);
			return true;
		}
		if (row.cells.length > columns.length && row.cells.slice(columns.length).some((cell) => cell !== '')) {
			sheet.add(
				place,
				`the row has ${row.cells.length} cells and the header ${columns.length} columns`,
				'Quote cells that hold the delimiter or a line break.',
			);
			return true;
		}
		if (entries.size >= limits.maxEntries) {
			sheet.add(place, `more than ${limits.maxEntries} entries; the rest was not read`, 'Split the list.');
			return false;
		}
		const entry = readRow(columns, row.cells, place, sheet);
		if (entry === undefined) return true;
		if (entries.has(entry.key))
			sheet.add(
				place,
				`key ${entry.key} stands on an earlier row; the first was kept`,
				'Give each row its own key.',
			);
		else entries.set(entry.key, entry);
		return true;
	});
	return [...entries.values()];
}

type Cells = ReadonlyMap<OwnColumn, string>;

function readRow(
	columns: readonly (OwnColumn | undefined)[],
	cells: readonly string[],
	place: string,
	sheet: ProblemSheet,
): ListEntry | undefined {
	const row = new Map<OwnColumn, string>();
	for (const [at, column] of columns.entries()) {
		const cell = cells[at] ?? '';
		if (column === undefined || cell === '') continue;
		// Columns that are there twice ("alias1", "alias2") are one list.
		const before = row.get(column);
		row.set(column, before === undefined ? cell : `${before} | ${cell}`);
	}
	const kind = kindOf(row);
	const key = tidyText(row.get('key'), 200) ?? contentKey([...row].sort().join('\n'));
	const draft = openDraft(key, kind);
	readNames(draft, row);
	readPerson(draft, row);
	readNumbers(draft, row);
	readPlaces(draft, row);
	for (const item of itemsOf(row.get('phone'))) {
		const phones = /^\+?\d{1,64}$/.test(item) ? [item] : parsePhones(item);
		if (phones.length === 0)
			sheet.add(place, `"${item.slice(0, 60)}" is no phone number`, 'Write it with its country code.');
		draft.phones.push(...phones);
	}
	for (const item of itemsOf(row.get('email'))) {
		const emails = parseEmails(item);
		if (emails.length === 0) sheet.add(place, `"${item.slice(0, 60)}" is no e-mail address`, 'Correct it.');
		draft.emails.push(...emails);
	}
	draft.programmes.push(...itemsOf(row.get('programme')));
	draft.positions.push(...itemsOf(row.get('position')));
	const remarks = row.get('remarks');
	if (remarks !== undefined) draft.remarks.push(remarks);
	readDays(draft, row, place, sheet);
	readInstruction(draft, row, place, sheet);
	return closeDraft(draft, place, sheet);
}

const KIND_WORDS: readonly (readonly [RegExp, ListEntryKind])[] = [
	[/^(?:person|individual|natural|human|man|woman|people|traveller|p|i)/, 'person'],
	[/^(?:vessel|ship|boat)/, 'vessel'],
	[/^(?:aircraft|plane|airplane|helicopter)/, 'aircraft'],
	[/^(?:vehicle|car|truck|lorry|motor|plate)/, 'vehicle'],
	[/^(?:equipment|container|trailer|wagon)/, 'equipment'],
	[/^(?:document|passport|id|identity|travel)/, 'document'],
	[/^(?:account|iban|bank account|wallet)/, 'account'],
	[/^(?:address|place|location)/, 'address'],
	[/^(?:phone|telephone|mobile|msisdn)/, 'phone'],
	[/^(?:e-?mail)/, 'email'],
	[/^(?:organi[sz]ation|entity|company|business|firm|legal|corporate|bank|o|c|e)/, 'organisation'],
];

/** By what only one kind has, where the column is empty. */
const KIND_BY_COLUMN: readonly (readonly [OwnColumn, ListEntryKind])[] = [
	['born', 'person'],
	['sex', 'person'],
	['family', 'person'],
	['number:imo', 'vessel'],
	['number:mmsi', 'vessel'],
	['number:container', 'equipment'],
	['number:plate', 'vehicle'],
	['number:vin', 'vehicle'],
	['number:aircraft', 'aircraft'],
];
const KIND_WITHOUT_NAME: readonly (readonly [OwnColumn, ListEntryKind])[] = [
	['number:passport', 'document'],
	['number:identity-card', 'document'],
	['number:driving-licence', 'document'],
	['number:visa', 'document'],
	['number:iban', 'account'],
	['number:account', 'account'],
	['number:wallet', 'account'],
	['phone', 'phone'],
	['email', 'email'],
	['street', 'address'],
];

function kindOf(row: Cells): ListEntryKind {
	const written = row.get('kind')?.toLowerCase().trim() ?? '';
	const exact = listEntryKind.safeParse(written);
	if (exact.success) return exact.data;
	const word = KIND_WORDS.find(([pattern]) => pattern.test(written))?.[1];
	if (word !== undefined) return word;
	const own = KIND_BY_COLUMN.find(([column]) => row.has(column))?.[1];
	if (own !== undefined) return own;
	const named = row.has('name');
	return (named ? undefined : KIND_WITHOUT_NAME.find(([column]) => row.has(column))?.[1]) ?? 'organisation';
}

function readNames(draft: EntryDraft, row: Cells): void {
	const family = row.get('family');
	const given =
		[row.get('given'), row.get('middle')].filter((part) => part !== undefined).join(' ') || undefined;
	const items = partAt(row.get('name') ?? '', '|');
	// Columns of parts belong to the first name.
	const [main, ...further] = items;
	if (main !== undefined) pushName(draft, main, 'primary', { family, given });
	for (const item of further) pushName(draft, item, 'primary');
	if (main === undefined && (family ?? given) !== undefined) {
		const full = [given, family].filter((part) => part !== undefined).join(' ');
		draft.names.push({ full, ...partsOf(family, given), quality: 'primary' });
	}
	for (const item of partAt(row.get('aliases') ?? '', '|')) pushName(draft, item, 'strong');
	for (const item of partAt(row.get('weak-aliases') ?? '', '|')) pushName(draft, item, 'weak');
}

const partsOf = (
	family: string | undefined,
	given: string | undefined,
): Pick<ListName, 'family' | 'given'> => ({
	...(family === undefined ? {} : { family }),
	...(given === undefined ? {} : { given }),
});

/** @param columns parts that stand in columns of their own. */
function pushName(
	draft: EntryDraft,
	item: string,
	quality: ListName['quality'],
	columns: { family?: string | undefined; given?: string | undefined } = {},
): void {
	const [full, kind, ownFamily, ownGiven] = fieldsOf(item);
	if (full === undefined) return;
	const family = ownFamily ?? columns.family;
	const given = ownGiven ?? columns.given;
	const isOrdered = draft.kind === 'person' && (family ?? given) === undefined && hasComma(item);
	const name = isOrdered ? personName(full, { quality, kind }) : plainName(full, { quality, kind });
	if (name !== undefined) draft.names.push({ ...name, ...partsOf(family, given) });
}

function readPerson(draft: EntryDraft, row: Cells): void {
	for (const item of itemsOf(row.get('born'))) draft.born.push(...parseListDates(item));
	if (/^(?:y|yes|true|1|x|ja|oui|si)$/i.test(row.get('died') ?? '')) draft.died = true;
	const sex = parseSex(row.get('sex'));
	if (sex !== undefined) draft.sex = sex;
	for (const [column, into] of [
		['nationality', draft.nationalities],
		['country', draft.countries],
	] as const)
		for (const item of itemsOf(row.get(column))) {
			const codes = countriesIn(item);
			into.push(...(codes.length > 0 ? codes : [item]));
		}
	draft.birthPlaces.push(...itemsOf(row.get('birth-place')));
}

function readNumbers(draft: EntryDraft, row: Cells): void {
	const push = (identifier: ListIdentifier | undefined): void => {
		if (identifier !== undefined) draft.identifiers.push(identifier);
	};
	const issuer = row.get('issuer');
	const named = row.get('scheme');
	const scheme = named === undefined ? undefined : /^[a-z0-9-]{2,64}$/.test(named) ? named : schemeOf(named);
	for (const value of itemsOf(row.get('value'))) push(makeIdentifier(scheme ?? 'local', value, { issuer }));
	for (const item of partAt(row.get('identifiers') ?? '', '|')) {
		const [first, value, country, note] = fieldsOf(item);
		if (first === undefined) continue;
		push(
			value === undefined
				? makeIdentifier('local', first)
				: makeIdentifier(first, value, { issuer: country, note }),
		);
	}
	for (const [column, cell] of row)
		if (column.startsWith('number:'))
			for (const value of itemsOf(cell))
				push(makeIdentifier(column.slice('number:'.length), value, row.has('value') ? {} : { issuer }));
}

function readPlaces(draft: EntryDraft, row: Cells): void {
	const add = (parts: readonly (string | undefined)[]): void => {
		const [street, city, postcode, country] = parts;
		const code = country === undefined ? undefined : (toCountryCode(country) ?? country);
		draft.addresses.push({
			...(street === undefined ? {} : { street }),
			...(city === undefined ? {} : { city }),
			...(postcode === undefined ? {} : { postcode }),
			...(code === undefined ? {} : { country: code }),
		});
	};
	for (const item of partAt(row.get('addresses') ?? '', '|')) add(fieldsOf(item));
	const [street, city, postcode] = [row.get('street'), row.get('city'), row.get('postcode')];
	if ((street ?? city ?? postcode) !== undefined)
		add([street, city, postcode, row.get('address-country') ?? row.get('country')]);
}

function readDays(draft: EntryDraft, row: Cells, place: string, sheet: ProblemSheet): void {
	for (const [column, member] of [
		['listed-on', 'listedOn'],
		['changed-on', 'changedOn'],
	] as const) {
		const text = row.get(column);
		const day = parseListDay(text);
		if (day !== undefined) draft[member] = day;
		else if (text !== undefined)
			sheet.add(place, `"${text.slice(0, 40)}" is no day`, 'Write days as YYYY-MM-DD.');
	}
}

const ACTION_WORDS: readonly (readonly [RegExp, AlertAction])[] = [
	[/refus|deny|entry ban|reject|inadmiss/, 'refuse'],
	[/discreet|covert|observe|monitor|silent/, 'discreet-check'],
	[/seiz|confisc|detain goods|impound|withdraw/, 'seize'],
	[/contact|call|arrest|detain|notify|hold/, 'contact'],
	[/inquir|enquir|check|question|inspect|examin|search|control/, 'inquiry'],
];

function readInstruction(draft: EntryDraft, row: Cells, place: string, sheet: ProblemSheet): void {
	const category = tidyText(row.get('category'), 64);
	const owner = tidyText(row.get('owner'), 400);
	const legalBasis = tidyText(row.get('legal-basis'), 1_000);
	const written = row.get('action')?.trim().toLowerCase();
	const exact = alertAction.safeParse(written);
	const action = exact.success
		? exact.data
		: written === undefined
			? undefined
			: ACTION_WORDS.find(([pattern]) => pattern.test(written))?.[1];
	if (written !== undefined && action === undefined)
		sheet.add(
			place,
			`"${written.slice(0, 60)}" is no action`,
			'Write refuse, discreet-check, inquiry, seize or contact.',
		);
	const code = row.get('handling')?.trim().toUpperCase();
	const handling =
		code === undefined ? undefined : (['H0', 'H1', 'H2', 'H3'] as const).find((each) => each === code);
	if (code !== undefined && handling === undefined)
		sheet.add(place, `"${code.slice(0, 20)}" is no handling code`, 'Write H0, H1, H2 or H3.');
	const review = row.get('review-on');
	const reviewOn = parseListDay(review);
	if (review !== undefined && reviewOn === undefined)
		sheet.add(place, `"${review.slice(0, 40)}" is no day`, 'Write days as YYYY-MM-DD.');
	draft.instruction = {
		...(category === undefined ? {} : { category }),
		...(action === undefined ? {} : { action }),
		...(handling === undefined ? {} : { handling }),
		...(owner === undefined ? {} : { owner }),
		...(legalBasis === undefined ? {} : { legalBasis }),
		...(reviewOn === undefined ? {} : { reviewOn }),
	};
}

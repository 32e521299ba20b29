/**
 * Writes an agency's own list as CSV. In: entries. Out: text that `readOwn` reads back to the same entries. Cells are safe: no
 * spreadsheet takes one for a formula. Lists in a cell are parted by " | "; a bar or backslash in a value is escaped.
 */
import type {
	ListAddress,
	ListDate,
	ListEntry,
	ListIdentifier,
	ListName,
} from '../../../../contract/lists.ts';
import { safeCell } from '../../../intake/formats/csv/row-splitter.ts';
import { escapeMarks, escapeName, FIELD_MARK, ITEM_MARK } from './marks.ts';

/** Columns in the order in which they are written. */
export const OWN_COLUMNS = [
	'key',
	'kind',
	'name',
	'family',
	'given',
	'aliases',
	'weak aliases',
	'born',
	'died',
	'sex',
	'nationality',
	'country',
	'birth place',
	'identifiers',
	'addresses',
	'phone',
	'email',
	'programme',
	'listed on',
	'changed on',
	'position',
	'category',
	'action',
	'handling',
	'owner',
	'legal basis',
	'review on',
	'remarks',
] as const;

/** Fields of an item; empty ones at its end are left out. */
function fields(texts: readonly (string | undefined)[], write = escapeMarks): string {
	const written = texts.map((text) => write(text ?? ''));
	while (written.length > 1 && written.at(-1) === '') written.pop();
	return written.join(FIELD_MARK);
}

const dateText = (date: ListDate): string =>
	`${date.about === true ? 'about ' : ''}${date.from}${date.until === undefined ? '' : ` to ${date.until}`}`;
const nameText = (name: ListName): string =>
	fields([name.full, name.kind, name.family, name.given], escapeName);
const identifierText = (each: ListIdentifier): string =>
	fields([each.scheme, each.value, each.issuer, each.note]);
const addressText = (each: ListAddress): string =>
	fields([each.street, each.city, each.postcode, each.country]);

function cellsOf(entry: ListEntry): {
	readonly [column in (typeof OWN_COLUMNS)[number]]?: string | undefined;
} {
	const list = (texts: readonly string[] | undefined): string | undefined =>
		texts?.map(escapeMarks).join(ITEM_MARK);
	const primary = entry.names.filter((name) => name.quality === 'primary');
	const [main, ...further] = primary;
	const { instruction } = entry;
	return {
		key: entry.key,
		kind: entry.kind,
		// Several primary names stand in one cell, the first of them alone where it has parts of its own.
		name:
			main === undefined
				? undefined
				: [fields([main.full, main.kind], escapeName), ...further.map(nameText)].join(ITEM_MARK),
		family: main?.family,
		given: main?.given,
		aliases: entry.names
			.filter((name) => name.quality === 'strong')
			.map(nameText)
			.join(ITEM_MARK),
		'weak aliases': entry.names
			.filter((name) => name.quality === 'weak')
			.map(nameText)
			.join(ITEM_MARK),
		born: entry.born?.map(dateText).join(ITEM_MARK),
		died: entry.died === true ? 'yes' : undefined,
		sex: entry.sex,
		nationality: list(entry.nationalities),
		country: list(entry.countries),
		'birth place': list(entry.birthPlaces),
		identifiers: entry.identifiers?.map(identifierText).join(ITEM_MARK),
		addresses: entry.addresses?.map(addressText).join(ITEM_MARK),
		phone: list(entry.phones),
		email: list(entry.emails),
		programme: list(entry.programmes),
		'listed on': entry.listedOn,
		'changed on': entry.changedOn,
		position: list(entry.positions),
		category: instruction?.category,
		action: instruction?.action,
		handling: instruction?.handling,
		owner: instruction?.owner,
		'legal basis': instruction?.legalBasis,
		'review on': instruction?.reviewOn,
		remarks: entry.remarks,
	};
}

const rowText = (cells: readonly string[]): string =>
	`${cells.map((cell) => safeCell(cell, ',')).join(',')}\r\n`;

/** Entries as CSV with a header, in the order given. */
export function formatOwnList(entries: readonly ListEntry[]): string {
	const rows = entries.map((entry) => {
		const cells = cellsOf(entry);
		return rowText(OWN_COLUMNS.map((column) => cells[column] ?? ''));
	});
	return rowText(OWN_COLUMNS) + rows.join('');
}

const TEMPLATE_ROWS: readonly { readonly [column: string]: string }[] = [
	{
		key: 'W-0001',
		kind: 'person',
		name: 'Example, Maria',
		aliases: 'Maria Sample | Masha Example',
		born: '1980-05-17',
		sex: 'female',
		nationality: 'FR',
		identifiers: 'passport ~ 00AA00000 ~ FR',
		category: 'wanted-person',
		action: 'contact',
		handling: 'H1',
		owner: 'Name of your agency',
		'legal basis': 'Article of the law',
		'review on': '2030-01-31',
		remarks: 'Delete these example rows.',
	},
	{
		key: 'V-0001',
		kind: 'vehicle',
		identifiers: 'plate ~ AB-123-CD ~ FR',
		category: 'stolen-vehicle',
		action: 'seize',
	},
	{
		key: 'D-0001',
		kind: 'document',
		identifiers: 'passport ~ 00BB00000 ~ DE',
		category: 'lost-document',
		action: 'seize',
	},
	{
		key: 'C-0001',
		kind: 'equipment',
		identifiers: 'container ~ CSQU3054383',
		category: 'inspection',
		action: 'inquiry',
	},
];

/** An empty list with example rows, to be filled in a spreadsheet. */
export const csvTemplate = (): string =>
	rowText(OWN_COLUMNS) +
	TEMPLATE_ROWS.map((row) => rowText(OWN_COLUMNS.map((column) => row[column] ?? ''))).join('');

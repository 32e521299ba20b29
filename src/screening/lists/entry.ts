/**
 * The one form of an entry. In: what a reader gathered, in any order and length. Out: an entry as the contract has it,
 * its lists sorted, without repetitions and within bounds: equal content is equal text, on every machine.
 */
import type {
	ListAddress,
	ListDate,
	ListEntry,
	ListEntryKind,
	ListIdentifier,
	ListName,
} from '../../../contract/lists.ts';
import { contentKey } from '../../values/content-key.ts';
import type { ProblemSheet } from './model.ts';
import { tidyText } from './plain-text.ts';

type Writable<T> = { -readonly [member in keyof T]: T[member] };

/** What a reader fills. */
export type EntryDraft = {
	key: string;
	kind: ListEntryKind;
	names: ListName[];
	born: ListDate[];
	died?: boolean;
	sex?: 'female' | 'male';
	nationalities: string[];
	countries: string[];
	birthPlaces: string[];
	identifiers: ListIdentifier[];
	addresses: ListAddress[];
	phones: string[];
	emails: string[];
	programmes: string[];
	listedOn?: string;
	changedOn?: string;
	positions: string[];
	/** Sentences; joined with "; ". */
	remarks: string[];
	instruction?: ListEntry['instruction'];
};

export const openDraft = (key: string, kind: ListEntryKind): EntryDraft => ({
	key,
	kind,
	names: [],
	born: [],
	nationalities: [],
	countries: [],
	birthPlaces: [],
	identifiers: [],
	addresses: [],
	phones: [],
	emails: [],
	programmes: [],
	positions: [],
	remarks: [],
});

const QUALITY_RANK = { primary: 0, strong: 1, weak: 2 } as const;

/** Code units, not a locale: the order must be the same everywhere. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts by a text made of each item, and leaves repetitions out. */
function distinct<T>(items: readonly T[], textOf: (item: T) => string): T[] {
	const seen = new Map<string, T>();
	for (const item of items) {
		const text = textOf(item);
		if (!seen.has(text)) seen.set(text, item);
	}
	return [...seen].sort(([a], [b]) => byText(a, b)).map(([, item]) => item);
}

/** Members in the order of the contract, without those that say nothing. */
function members<T extends object>(item: T, order: readonly (keyof T)[]): T {
	const copy: Partial<T> = {};
	for (const member of order) if (item[member] !== undefined) copy[member] = item[member];
	// Every member that the type requires is among `order` and was there before.
	return copy as T;
}

/** Primary before strong before weak; of two equal names the better one stays. */
function canonicalNames(names: readonly ListName[]): ListName[] {
	const ranked = names
		.map((name) => members<ListName>(name, ['full', 'family', 'given', 'quality', 'kind']))
		.sort(
			(a, b) =>
				QUALITY_RANK[a.quality] - QUALITY_RANK[b.quality] ||
				byText(a.full, b.full) ||
				byText(JSON.stringify(a), JSON.stringify(b)),
		);
	const seen = new Set<string>();
	return ranked.filter((name) => {
		const text = name.full.toLowerCase();
		if (seen.has(text)) return false;
		seen.add(text);
		return true;
	});
}

const asText = (text: string): string => text;
const asJson = (item: object): string => JSON.stringify(item);

/** The same entry in the one form: members and lists in order, no repetitions, no empty members. */
export function canonicalEntry(entry: ListEntry): ListEntry {
	const canonical: Partial<Writable<ListEntry>> & Pick<ListEntry, 'key' | 'kind' | 'names'> = {
		key: entry.key,
		kind: entry.kind,
		names: canonicalNames(entry.names),
	};
	const { born, identifiers, addresses, instruction } = entry;
	if (born?.length)
		canonical.born = distinct(
			born.map((date) => members<ListDate>(date, ['from', 'until', 'about'])),
			asJson,
		);
	if (entry.died === true) canonical.died = true;
	if (entry.sex !== undefined) canonical.sex = entry.sex;
	for (const member of ['nationalities', 'countries', 'birthPlaces'] as const)
		if (entry[member]?.length) canonical[member] = distinct(entry[member], asText);
	if (identifiers?.length)
		canonical.identifiers = distinct(
			identifiers.map((each) => members<ListIdentifier>(each, ['scheme', 'value', 'issuer', 'note'])),
			asJson,
		);
	if (addresses?.length) {
		const whole = addresses.map((each) =>
			members<ListAddress>(each, ['street', 'city', 'postcode', 'country']),
		);
		const telling = distinct(whole, asJson).filter((each) => Object.keys(each).length > 0);
		if (telling.length > 0) canonical.addresses = telling;
	}
	for (const member of ['phones', 'emails', 'programmes'] as const)
		if (entry[member]?.length) canonical[member] = distinct(entry[member], asText);
	if (entry.listedOn !== undefined) canonical.listedOn = entry.listedOn;
	if (entry.changedOn !== undefined) canonical.changedOn = entry.changedOn;
	if (entry.positions?.length) canonical.positions = distinct(entry.positions, asText);
	if (entry.remarks !== undefined && entry.remarks !== '') canonical.remarks = entry.remarks;
	if (instruction !== undefined && Object.keys(instruction).length > 0)
		canonical.instruction = members(instruction, [
			'category',
			'action',
			'handling',
			'owner',
			'legalBasis',
			'reviewOn',
		]);
	return canonical;
}

/** Hash of an entry's content: equal for equal entries, whatever the order in which their members were given. */
export const entryContent = (entry: ListEntry): string => contentKey(JSON.stringify(canonicalEntry(entry)));

/** Name by which an entry is shown: the first primary name, otherwise its first number, address or key. */
export function entryCaption(entry: ListEntry): string {
	const [name] = canonicalNames(entry.names);
	if (name !== undefined) return name.full;
	const [identifier] = entry.identifiers ?? [];
	if (identifier !== undefined) return identifier.value;
	const [address] = entry.addresses ?? [];
	const line = address === undefined ? '' : Object.values(address).join(', ');
	return line || entry.phones?.[0] || entry.emails?.[0] || entry.key;
}

/** Most items that the contract allows of each list. */
const MOST = {
	names: 500,
	born: 50,
	nationalities: 20,
	countries: 50,
	birthPlaces: 50,
	identifiers: 200,
	addresses: 200,
	phones: 50,
	emails: 50,
	programmes: 50,
	positions: 50,
} as const;

const MAX_REMARKS = 8_000;

/**
 * Closes a draft. Texts are tidied and cut to what the contract allows, lists too, and what was cut is a problem.
 * @returns undefined, with a problem, where nothing is left by which the entry could ever be found.
 */
export function closeDraft(draft: EntryDraft, place: string, sheet: ProblemSheet): ListEntry | undefined {
	const cut = <T>(items: readonly T[], member: keyof typeof MOST): T[] => {
		if (items.length > MOST[member])
			sheet.add(
				place,
				`${items.length} ${member} where ${MOST[member]} are kept; the rest was left out`,
				'Split the entry at the source.',
			);
		return items.slice(0, MOST[member]);
	};
	const texts = (items: readonly string[], member: keyof typeof MOST, maxChars: number): string[] =>
		cut(
			distinct(
				items.flatMap((item) => tidyText(item, maxChars) ?? []),
				asText,
			),
			member,
		);
	const names = canonicalNames(draft.names.flatMap(tidyName));
	const identifiers = draft.identifiers.flatMap(tidyIdentifier);
	const addresses = draft.addresses.flatMap(tidyAddress);
	const remarks = draft.remarks.join('; ');
	if (remarks.length > MAX_REMARKS)
		sheet.add(
			place,
			`remarks of ${remarks.length} characters; the first ${MAX_REMARKS} were kept`,
			'Shorten them.',
		);
	const entry: Writable<ListEntry> = {
		key: draft.key.slice(0, 200),
		kind: draft.kind,
		names: cut(names, 'names'),
		born: cut(distinct(draft.born, asJson), 'born'),
		nationalities: texts(draft.nationalities, 'nationalities', 100),
		countries: texts(draft.countries, 'countries', 100),
		birthPlaces: texts(draft.birthPlaces, 'birthPlaces', 400),
		identifiers: cut(distinct(identifiers, asJson), 'identifiers'),
		addresses: cut(distinct(addresses, asJson), 'addresses'),
		phones: texts(draft.phones, 'phones', 64),
		emails: texts(draft.emails, 'emails', 320),
		programmes: texts(draft.programmes, 'programmes', 200),
		positions: texts(draft.positions, 'positions', 1_000),
	};
	const findable = entry.names.length + identifiers.length + addresses.length;
	if (findable + (entry.phones?.length ?? 0) + (entry.emails?.length ?? 0) === 0) {
		sheet.add(
			place,
			'the entry has no name, no number and no address; it was left out',
			'Give the entry a name.',
		);
		return undefined;
	}
	if (draft.died === true) entry.died = true;
	if (draft.sex !== undefined) entry.sex = draft.sex;
	if (draft.listedOn !== undefined) entry.listedOn = draft.listedOn;
	if (draft.changedOn !== undefined) entry.changedOn = draft.changedOn;
	const kept = tidyText(remarks, MAX_REMARKS);
	if (kept !== undefined) entry.remarks = kept;
	if (draft.instruction !== undefined) entry.instruction = draft.instruction;
	return canonicalEntry(entry);
}

function tidyName(name: ListName): ListName[] {
	const full = tidyText(name.full);
	if (full === undefined || !/[\p{L}\p{N}]/u.test(full)) return [];
	const family = tidyText(name.family);
	const given = tidyText(name.given);
	const kind = tidyText(name.kind, 64);
	return [
		{
			full,
			...(family === undefined ? {} : { family }),
			...(given === undefined ? {} : { given }),
			quality: name.quality,
			...(kind === undefined ? {} : { kind }),
		},
	];
}

function tidyIdentifier(identifier: ListIdentifier): ListIdentifier[] {
	const scheme = tidyText(identifier.scheme, 64);
	const value = tidyText(identifier.value);
	if (scheme === undefined || value === undefined || !/[\p{L}\p{N}]/u.test(value)) return [];
	const issuer = tidyText(identifier.issuer, 64);
	const note = tidyText(identifier.note);
	return [
		{
			scheme,
			value,
			...(issuer === undefined ? {} : { issuer }),
			...(note === undefined ? {} : { note }),
		},
	];
}

function tidyAddress(address: ListAddress): ListAddress[] {
	const street = tidyText(address.street, 1_000);
	const city = tidyText(address.city);
	const postcode = tidyText(address.postcode, 64);
	const country = tidyText(address.country, 100);
	if (street === undefined && city === undefined && postcode === undefined && country === undefined)
		return [];
	return [
		{
			...(street === undefined ? {} : { street }),
			...(city === undefined ? {} : { city }),
			...(postcode === undefined ? {} : { postcode }),
			...(country === undefined ? {} : { country }),
		},
	];
}

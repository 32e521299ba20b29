/**
 * Entries of lists, ready to be asked. In: entries with the names of their lists. Out: an index that is only read. It is built
 * whole, never changed: a list changes a few times a day and building takes seconds, while an index that grows and shrinks
 * would have to keep rarities, postings and neighbourhoods right under every question.
 */
import type { ListEntryKind } from '../../../contract/lists.ts';
import type { NameKind } from '../../names/model.ts';
import { prepareName } from '../../names/prepare-name.ts';
import type { PreparedName } from '../../names/prepared-name.ts';
import { toCountryCode } from '../../values/country-names.ts';
import { type EntryFacts, readEntryFacts } from './facts.ts';
import { type IdentifierFamily, identifierFamily, normaliseIdentifier } from './identifier-family.ts';
import { IdentifierIndex, type IndexedIdentifier } from './identifier-index.ts';
import type { ListedEntry } from './model.ts';
import { NameIndex } from './name-index.ts';

export type IndexedEntry = ListedEntry & {
	readonly kind: ListEntryKind;
	readonly facts: EntryFacts;
};

/** Names of one kind, with whose they are. */
export type NameGroup = {
	readonly index: NameIndex;
	/** Position in `entries`, by name. */
	readonly entryOf: Uint32Array;
	/** 1 for low-quality aliases, by name. */
	readonly weak: Uint8Array;
	/** Positions of the names of an entry. */
	readonly namesOf: ReadonlyMap<number, readonly number[]>;
};

export type ScreeningIndex = {
	readonly entries: readonly IndexedEntry[];
	readonly groups: { readonly [kind in NameKind]: NameGroup };
	readonly identifiers: IdentifierIndex;
	/** Position in `entries` by list and key. */
	readonly positions: ReadonlyMap<string, number>;
	/** Entries with a sex, dates and so on are many or few; for the status page. */
	readonly counts: { readonly entries: number; readonly names: number; readonly identifiers: number };
};

/** Names of persons, organisations and vessels are compared by their own rules; all else by those of things. */
export function nameKindOf(kind: ListEntryKind): NameKind {
	return kind === 'person' || kind === 'organisation' || kind === 'vessel' ? kind : 'object';
}

/** Names of an entry beyond these are not indexed. */
const MOST_NAMES = 200;

export const positionKey = (list: string, key: string): string => `${list}\n${key}`;

/**
 * Builds the index.
 * @param listed any number of entries of any number of lists; where a list has a key twice, the later one counts.
 */
export function buildIndex(listed: Iterable<ListedEntry>): ScreeningIndex {
	const entries: IndexedEntry[] = [];
	const positions = new Map<string, number>();
	for (const { list, entry } of listed) {
		const key = positionKey(list, entry.key);
		const position = positions.get(key) ?? entries.length;
		positions.set(key, position);
		entries[position] = { list, entry, kind: entry.kind, facts: readEntryFacts(entry) };
	}
	const identifiers = new IdentifierIndex(entries.flatMap(identifiersOf));
	const groups = {
		person: groupNames(entries, 'person'),
		organisation: groupNames(entries, 'organisation'),
		vessel: groupNames(entries, 'vessel'),
		object: groupNames(entries, 'object'),
	};
	const names = Object.values(groups).reduce((sum, { index }) => sum + index.names.length, 0);
	return {
		entries,
		groups,
		identifiers,
		positions,
		counts: { entries: entries.length, names, identifiers: identifiers.size },
	};
}

function groupNames(entries: readonly IndexedEntry[], kind: NameKind): NameGroup {
	const names: PreparedName[] = [];
	const entryOf: number[] = [];
	const weak: number[] = [];
	const namesOf = new Map<number, number[]>();
	entries.forEach((each, position) => {
		if (nameKindOf(each.kind) !== kind) return;
		const own: number[] = [];
		const seen = new Set<string>();
		for (const { text, structure, isWeak } of namesToIndex(each)) {
			if (seen.has(text)) continue;
			seen.add(text);
			const prepared = prepareName(text, kind, structure);
			if (prepared.words.length === 0) continue;
			own.push(names.length);
			names.push(prepared);
			entryOf.push(position);
			weak.push(isWeak ? 1 : 0);
		}
		namesOf.set(position, own);
	});
	return {
		index: new NameIndex(names),
		entryOf: Uint32Array.from(entryOf),
		weak: Uint8Array.from(weak),
		namesOf,
	};
}

type NameToIndex = {
	readonly text: string;
	readonly structure?: { readonly family?: string; readonly given?: string };
	readonly isWeak: boolean;
};

/** Stronger names first, so that a text that is both strong and weak counts as strong. */
function namesToIndex({ entry }: IndexedEntry): NameToIndex[] {
	const names = entry.names.slice(0, MOST_NAMES).map(
		({ full, family, given, quality }): NameToIndex => ({
			text: full,
			structure:
				family === undefined && given === undefined
					? undefined
					: { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }) },
			isWeak: quality === 'weak',
		}),
	);
	if (entry.kind === 'address') {
		for (const { street, city } of entry.addresses ?? []) {
			const text = [street, city].filter((part) => part !== undefined).join(', ');
			if (text !== '') names.push({ text, isWeak: false });
		}
	}
	return names.sort((a, b) => Number(a.isWeak) - Number(b.isWeak));
}

function identifiersOf(each: IndexedEntry, entry: number): IndexedIdentifier[] {
	const found: IndexedIdentifier[] = [];
	const add = (family: IdentifierFamily, scheme: string, written: string, issuer?: string): void => {
		const value = normaliseIdentifier(family, written);
		if (value === undefined) return;
		found.push({ entry, family, scheme, value, written, ...(issuer === undefined ? {} : { issuer }) });
	};
	for (const { scheme, value, issuer } of each.entry.identifiers ?? []) {
		const family = identifierFamily(scheme);
		if (family !== undefined)
			add(family, scheme, value, issuer === undefined ? undefined : toCountryCode(issuer));
	}
	for (const phone of each.entry.phones ?? []) add('phone', 'phone', phone);
	for (const email of each.entry.emails ?? []) add('email', 'email', email);
	return found;
}

/**
 * How two versions of a list differ. In: the entries of both. Out: what was added, changed and removed, by key; for what
 * changed, which members, with what each lost and gained. The order of entries and of their lists does not matter. Pure.
 */
import type { ListEntry } from '../../../contract/lists.ts';
import type { EntryChange } from '../../../contract/views-screening.ts';
import { canonicalEntry, entryCaption } from './entry.ts';

export type ListDifference = {
	readonly added: readonly ListEntry[];
	readonly changed: readonly { readonly before: ListEntry; readonly after: ListEntry }[];
	readonly removed: readonly ListEntry[];
};

/** Compares two versions; results are in the order of their keys. */
export function diffEntries(before: Iterable<ListEntry>, after: Iterable<ListEntry>): ListDifference {
	const old = new Map<string, ListEntry>();
	for (const entry of before) old.set(entry.key, canonicalEntry(entry));
	const added: ListEntry[] = [];
	const changed: { before: ListEntry; after: ListEntry }[] = [];
	for (const entry of after) {
		const now = canonicalEntry(entry);
		const was = old.get(entry.key);
		if (was === undefined) added.push(now);
		else if (JSON.stringify(was) !== JSON.stringify(now)) changed.push({ before: was, after: now });
		old.delete(entry.key);
	}
	const byKey = (a: { key: string }, b: { key: string }): number =>
		a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	return {
		added: added.sort(byKey),
		changed: changed.sort((a, b) => byKey(a.after, b.after)),
		removed: [...old.values()].sort(byKey),
	};
}

const MAX_TEXT = 500;

/** One change in words; either side is undefined where the entry was not there. */
export function describeChange(before: ListEntry | undefined, after: ListEntry | undefined): EntryChange {
	const shown = after ?? before;
	if (shown === undefined) throw new RangeError('a change needs an entry on one side at least');
	return {
		key: shown.key,
		caption: entryCaption(shown),
		kind: shown.kind,
		change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
		members: before === undefined || after === undefined ? [] : changedMembers(before, after),
	};
}

/** Members in which two entries differ. Of lists only what one side has alone is told. */
export function changedMembers(before: ListEntry, after: ListEntry): EntryChange['members'] {
	const [was, now] = [
		new Map(Object.entries(canonicalEntry(before))),
		new Map(Object.entries(canonicalEntry(after))),
	];
	const members: EntryChange['members'] = [];
	for (const member of new Set([...was.keys(), ...now.keys()])) {
		const [old, fresh] = [itemsOf(was.get(member)), itemsOf(now.get(member))];
		const lost = old.filter((item) => !fresh.includes(item));
		const gained = fresh.filter((item) => !old.includes(item));
		if (lost.length === 0 && gained.length === 0) continue;
		members.push({ member, before: textOf(lost), after: textOf(gained) });
	}
	return members;
}

const itemsOf = (value: unknown): string[] =>
	value === undefined ? [] : Array.isArray(value) ? value.map(wordsOf) : [wordsOf(value)];

/** A value in words: "passport A1234567 FR", "1965 to 1969 about". */
function wordsOf(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	return Object.entries(value)
		.map(([member, each]) =>
			each === true ? member : member === 'until' ? `to ${String(each)}` : String(each),
		)
		.join(' ');
}

function textOf(items: readonly string[]): string | null {
	if (items.length === 0) return null;
	const text = items.join('; ');
	return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…`;
}

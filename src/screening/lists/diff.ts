/**
 * How an entry differs between two versions of a list. In: the entry of both, where it is there. Out: whether it was added,
 * changed or removed, and for what changed which members, with what each lost and gained. Pure.
 */
import type { ListEntry } from '../../../contract/lists.ts';
import type { EntryChange } from '../../../contract/views-screening.ts';
import { canonicalEntry, entryCaption } from './entry.ts';

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

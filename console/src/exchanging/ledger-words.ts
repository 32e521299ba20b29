/** The words of the ledger: kinds of entries, what was done, what is wrong with a ledger and what to do about it. */

import { operations } from '../../../contract/operations.ts';
import type { LedgerEntryView, LedgerKind, LedgerProblem } from '../../../contract/operations-ledger.ts';

export const ledgerKindWords: { readonly [kind in LedgerKind]: string } = {
	submission: 'Submission',
	assessment: 'Assessment',
	rule: 'Rule',
	model: 'Model',
	decision: 'Decision',
	search: 'Search',
	view: 'View of personal data',
	message: 'Message',
	receipt: 'Receipt',
	agreement: 'Agreement',
	deletion: 'Deletion',
	key: 'Key or access',
	checkpoint: 'Checkpoint',
	change: 'Change',
};

export type ReadEntry = {
	readonly event: string;
	readonly subject: string;
	readonly actor: string | null;
	readonly hash: string | null;
	readonly facts: readonly (readonly [string, string])[];
};

const textIn = (members: ReadonlyMap<string, unknown>, name: string): string | null => {
	const value = members.get(name);
	return typeof value === 'string' ? value : null;
};

/** An entry taken apart; what is no entry of this program has empty parts, and still its text. */
export function readEntry(entry: string): ReadEntry {
	let read: unknown;
	try {
		read = JSON.parse(entry);
	} catch {
		read = undefined;
	}
	const members = new Map<string, unknown>(
		typeof read === 'object' && read !== null ? Object.entries(read) : [],
	);
	const facts = members.get('facts');
	return {
		event: textIn(members, 'event') ?? '',
		subject: textIn(members, 'subject') ?? '',
		actor: textIn(members, 'actor'),
		hash: textIn(members, 'hash'),
		facts:
			typeof facts === 'object' && facts !== null
				? Object.entries(facts).map(([name, value]) => [spaced(name), String(value)] as const)
				: [],
	};
}

/** `offered-for-matching` and `readRecord` as words. */
const spaced = (name: string): string =>
	name
		.replaceAll('-', ' ')
		.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
		.trim();

/** What was done, as words: `offered-for-matching`, `readRecord`. */
export const eventText = (event: string): string => spaced(event);

/** What an operation does, where the event is the name of one. */
export const operationText = (event: string): string | undefined =>
	Object.values(operations).find(({ id }) => id === event)?.summary;

export type EntryPlace = {
	to: '/records/$id' | '/hits/$id' | '/entities/$id' | '/rules/$id' | '/messages/$id' | '/agreements/$id';
	id: string;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The page of what an entry is about, where it is known to have one. */
export function placeOfEntry(
	{ what }: Pick<LedgerEntryView, 'what'>,
	read: ReadEntry,
): EntryPlace | undefined {
	const { event, subject: id } = read;
	if (what === 'rule') return { to: '/rules/$id', id };
	if (!UUID.test(id)) return undefined;
	if (what === 'message' || what === 'receipt' || event === 'readMessage') return { to: '/messages/$id', id };
	if (what === 'assessment' || event === 'readRecord' || event === 'readAssessment')
		return { to: '/records/$id', id };
	if (event === 'readHit' || event === 'decideHit') return { to: '/hits/$id', id };
	if (event === 'readEntity') return { to: '/entities/$id', id };
	return undefined;
}

type ProblemWords = { name: string; means: string; remedy: string };

const found: Readonly<Record<string, ProblemWords>> = {
	fork: {
		name: 'Fork',
		means:
			'It has signed two histories: somebody there, or with its key, shows one to you and another to others.',
		remedy:
			'Call the partner, with both notes before you. Compare the root with other partners of it. Clear it only when it is known who made the second history, and why; after a stolen key, when its keys were changed.',
	},
	rollback: {
		name: 'Rollback',
		means: 'It shows fewer entries than it had signed before: what was entered since is lost, or hidden.',
		remedy:
			'Ask the partner whether a backup was restored, when, and what is lost. Compare the messages of that time. Then clear it with what was found out; its ledger is taken up anew from there.',
	},
	rewritten: {
		name: 'Rewritten',
		means: 'Entries are not those that were signed.',
		remedy:
			'Keep the database as it is, verify the ledger, and ask partners for the checkpoints that they have cosigned. Clear it only when it is known who changed what.',
	},
};

const OWN_ROLLBACK =
	'Was the database of this node restored from a backup? Find out what is lost, and tell every partner by another way. Then clear it here, and ask each partner to clear it there.';

/** What a problem is and what to do. @param node this node. */
export function problemWords({ kind, partner }: LedgerProblem, node: string): ProblemWords {
	const words = found[kind] ?? {
		name: kind,
		means: '',
		remedy: 'Find out why, and clear it with what was found.',
	};
	return partner === node && kind === 'rollback' ? { ...words, remedy: OWN_ROLLBACK } : words;
}

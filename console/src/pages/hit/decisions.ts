/** What can be decided on a hit, and the reasons that are offered for it. */
import { operations } from '../../../../contract/operations.ts';
import type { HitState } from '../../../../contract/views-screening.ts';

export type Decision = 'confirm' | 'dismiss' | 'reopen';

export const decisionWords: {
	readonly [decision in Decision]: { verb: string; title: string; done: string; key: string };
} = {
	confirm: { verb: 'Confirm', title: 'Confirm: it is the one on the list', done: 'Confirmed', key: 'c' },
	dismiss: { verb: 'Dismiss', title: 'Dismiss: it is another', done: 'Dismissed', key: 'd' },
	reopen: { verb: 'Open again', title: 'Open this hit again', done: 'Opened again', key: 'o' },
};

/** A withdrawn hit is nobody's to decide: the list took it back. */
export const decisionsOf = (state: HitState): readonly Decision[] =>
	state === 'open' ? ['confirm', 'dismiss'] : state === 'withdrawn' ? [] : ['reopen'];

export const reasonSchema = operations.decideHit.input.shape.reason;

/** Offered until this node has reasons of its own. */
const standing: { readonly [decision in Decision]: readonly string[] } = {
	confirm: ['Same number on the document', 'Name, date of birth and nationality agree'],
	dismiss: [
		'Another person: date of birth differs',
		'Another person: other nationality and place of birth',
		'Only a common name is alike; nothing else agrees',
		'Known to us: another organisation of a similar name',
	],
	reopen: ['Decided by mistake', 'New information has come in', 'Second look by another analyst'],
};

const MOST_OFFERED = 6;

/** Reasons given just now, in this tab only: reasons speak of people and are not to be kept in the browser. */
const given: { [decision in Decision]: string[] } = { confirm: [], dismiss: [], reopen: [] };

export function rememberReason(decision: Decision, reason: string): void {
	given[decision] = [reason, ...given[decision].filter((each) => each !== reason)].slice(0, MOST_OFFERED);
}

/** @param before reasons of the node, most frequent first. */
export const offeredReasons = (decision: Decision, before: readonly string[]): readonly string[] =>
	[...new Set([...given[decision], ...before, ...standing[decision]])].slice(0, MOST_OFFERED);

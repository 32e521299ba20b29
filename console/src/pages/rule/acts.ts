/** Steps in the life of a rule: their words, their keys, and which ones a state allows. Pure. */
import type { Action } from '../../../../contract/operations.ts';
import type { RuleState } from '../../../../contract/views-rules.ts';
import type { RuleAct } from '../../queries/rule.ts';

export const acts = ['propose', 'approve', 'reject', 'renew', 'retire'] as const satisfies readonly RuleAct[];

export const actWords: {
	readonly [act in RuleAct]: {
		verb: string;
		key: string;
		meaning: string;
		action: Action;
		intent: 'primary' | 'success' | 'danger';
	};
} = {
	propose: {
		verb: 'Propose',
		key: 'p',
		meaning: 'A second person decides. The text must have been backtested as it stands.',
		action: 'rule.write',
		intent: 'primary',
	},
	approve: {
		verb: 'Approve',
		key: 'y',
		meaning: 'It goes live at once, and replaces the live version. You answer for it.',
		action: 'rule.approve',
		intent: 'success',
	},
	reject: {
		verb: 'Reject',
		key: 'x',
		meaning: 'It goes back to its author as a draft.',
		action: 'rule.approve',
		intent: 'danger',
	},
	renew: {
		verb: 'Renew',
		key: 'w',
		meaning: 'It goes on until another day. Look at its precision first.',
		action: 'rule.approve',
		intent: 'primary',
	},
	retire: {
		verb: 'Retire',
		key: 't',
		meaning: 'It selects nothing any more. Its history stays.',
		action: 'rule.approve',
		intent: 'danger',
	},
};

const allowed: { readonly [state in RuleState]: readonly RuleAct[] } = {
	draft: ['propose'],
	proposed: ['approve', 'reject'],
	live: ['renew', 'retire'],
	expired: ['renew', 'retire'],
	retired: [],
};

export const actsOf = (state: RuleState): readonly RuleAct[] => allowed[state];

/** The same day a year later. @param day `YYYY-MM-DD` */
export function nextYear(day: string): string {
	const at = new Date(day);
	at.setUTCFullYear(at.getUTCFullYear() + 1);
	return at.toISOString().slice(0, 10);
}

import { type Role, role } from '../../../../contract/roles.ts';
import { roleWords } from '../../display/words.ts';
import type { Article } from '../../queries/law.ts';

/** Columns of the table: roles of people and machines, then whoever works on the machine itself. */
export const lawRoles = [...role.options, 'local-operator'] as const;
export type LawRole = (typeof lawRoles)[number];

export const lawRoleWords: { readonly [role in LawRole]: { name: string; short: string } } = {
	officer: { name: roleWords.officer, short: 'Officer' },
	analyst: { name: roleWords.analyst, short: 'Analyst' },
	supervisor: { name: roleWords.supervisor, short: 'Superv.' },
	'data-protection-officer': { name: roleWords['data-protection-officer'], short: 'DPO' },
	'exchange-desk': { name: roleWords['exchange-desk'], short: 'Desk' },
	trainer: { name: roleWords.trainer, short: 'Trainer' },
	integrator: { name: roleWords.integrator, short: 'Integr.' },
	administrator: { name: roleWords.administrator, short: 'Admin.' },
	'local-operator': { name: 'Local operator', short: 'Operator' },
};

/** What an article says of a role: permitted, permitted but for what was narrowed, narrowed away, or never permitted. */
export function standingOf(article: Article, role: LawRole): 'permitted' | 'less' | 'narrowed' | 'denied' {
	const taken = article.narrowed.filter((each) => each.role === role || each.role === null);
	if (article.permit.includes(role)) return taken.length > 0 ? 'less' : 'permitted';
	return taken.some((each) => each.role === role && each.purpose === null) ? 'narrowed' : 'denied';
}

export const standingWords = {
	permitted: 'permitted',
	less: 'permitted, for fewer purposes than the program would',
	narrowed: 'permitted by the program, not here',
	denied: 'denied',
} as const;

/** The first word of an action is what it is about. */
export const subjectOf = (action: string): string => action.split('.')[0] ?? action;

export const isRole = (text: string): text is Role => role.options.some((each) => each === text);

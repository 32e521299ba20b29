/**
 * The law of a node: the law of the program, narrowed. In: articles and narrowings. Out: articles that permit the same or less.
 * Sessions, the law itself and the local operator cannot be narrowed, so that nobody locks the node. Pure.
 */
import { type Action, actions } from '../../contract/operation.ts';
import type { PurposeId } from '../../contract/purposes.ts';
import type { Role } from '../../contract/roles.ts';
import type { Article, Law } from './model.ts';

export type Narrowing = {
	readonly action: Action;
	/** Left out: whatever the role. */
	readonly role?: Role;
	/** Left out: whatever the purpose. */
	readonly purpose?: PurposeId;
};

/** Why an action cannot be narrowed so; undefined where it can. */
export function refuseNarrowing(law: Law, { action, role, purpose }: Narrowing): string | undefined {
	const article = law[action];
	if (action.startsWith('session.') || action.startsWith('law.'))
		return 'Sessions and the law itself stay as they are, so that nobody locks the node.';
	if (purpose === 'node-operation')
		return 'The operation of the node stays a purpose, so that whoever keeps it running is not locked out.';
	if (purpose !== undefined && article.purposes === undefined)
		return `${action} shows no personal data: it has no purposes to take away.`;
	if (purpose !== undefined && !article.purposes?.includes(purpose))
		return `The purpose ${purpose} does not cover ${action} anyway.`;
	if (role !== undefined && !article.permit.includes(role))
		return `The role ${role} may not do ${action} anyway.`;
	return undefined;
}

/** The same law, or less. A role's use of one purpose is kept beside the article, since an article knows no pairs. */
export function narrowLaw(law: Law, narrowings: readonly Narrowing[]): Law {
	if (narrowings.length === 0) return law;
	const narrowed = { ...law };
	for (const action of actions) {
		const own = narrowings.filter((each) => each.action === action);
		if (own.length > 0) narrowed[action] = narrowArticle(law[action], own);
	}
	return narrowed;
}

function narrowArticle(article: Article, narrowings: readonly Narrowing[]): Article {
	const roles = new Set<string>(
		narrowings.flatMap(({ role, purpose }) => (role !== undefined && purpose === undefined ? [role] : [])),
	);
	const purposes = new Set<string>(
		narrowings.flatMap(({ role, purpose }) => (purpose !== undefined && role === undefined ? [purpose] : [])),
	);
	const pairs = narrowings.flatMap(({ role, purpose }) =>
		role !== undefined && purpose !== undefined ? [{ role, purpose }] : [],
	);
	return {
		...article,
		permit: article.permit.filter((role) => !roles.has(role)),
		deny: [...article.deny, ...article.permit.filter((role) => roles.has(role))],
		...(article.purposes === undefined
			? {}
			: { purposes: article.purposes.filter((purpose) => !purposes.has(purpose)) }),
		...(pairs.length === 0 ? {} : { except: pairs }),
	};
}

/**
 * The one door of policy: decide(subject, action, object, context) → Permit or Deny, each with its reasons.
 * Denies whatever the law does not name: an unknown action, an unknown role, a subject of another node.
 * Pure. The engine behind this door can change; its callers cannot tell.
 */
import type { Action } from '../../contract/operations.ts';
import { law } from './law.ts';
import type { ActionObject, Article, Decision, DecisionContext, Deny, Law, Subject } from './model.ts';
import { judgePurpose } from './purpose.ts';

const deny = (...reasons: string[]): Deny => ({ permitted: false, code: 'not-permitted', reasons });

/** The article about an action; undefined for what is no action, also where its name is that of an inherited property. */
const articleOf = (inForce: Law, action: string): Article | undefined =>
	Object.hasOwn(inForce, action) ? inForce[action as Action] : undefined;

/**
 * @param subject who asks.
 * @param action what is to be done; any text, because a request may carry one that nobody wrote a law for.
 * @param object what it is done to, with the node that holds it.
 */
export function decide(
	subject: Subject,
	action: string,
	object: ActionObject,
	context: DecisionContext,
): Decision {
	const article = articleOf(context.law ?? law, action);
	if (article === undefined) return deny(`No article speaks of “${action}”.`);
	if (subject.node !== object.node && !(subject.role === 'anonymous' && subject.node === undefined)) {
		return deny('The subject is known to another node.');
	}
	if (article.deny.includes(subject.role) || !article.permit.includes(subject.role)) {
		return subject.role === 'anonymous'
			? { permitted: false, code: 'not-signed-in', reasons: ['Nobody is signed in.', article.because] }
			: deny(`The role ${subject.role} may not do ${action}.`, article.because);
	}
	if (context.secondFactor === 'missing' && !action.startsWith('session.')) {
		return {
			permitted: false,
			code: 'second-factor-needed',
			reasons: [`The role ${subject.role} does nothing here without a second factor.`, article.because],
		};
	}
	const forbidden = forbids.flatMap((rule) => rule(subject, action, object) ?? []);
	if (forbidden.length > 0) return deny(...forbidden);
	// Asked last: whoever may not do it is not asked what for.
	return judgePurpose(subject, action, article, context) ?? { permitted: true, reasons: [article.because] };
}

/** What stays forbidden although the role would permit it. */
const forbids: readonly ((subject: Subject, action: string, object: ActionObject) => string | undefined)[] = [
	(subject, action, object) =>
		action === 'user.change' && subject.kind === 'user' && subject.id === object.id
			? 'Nobody changes their own role, password or account here: another administrator does.'
			: undefined,
	(_subject, action, object) =>
		action === 'key.create' && object.role === 'administrator'
			? 'A machine never administers: its key would make further keys.'
			: undefined,
	(subject, action) =>
		subject.kind === 'machine' && (action.startsWith('session.') || action.startsWith('user.'))
			? 'A machine has a key; sessions and users are for people.'
			: undefined,
	(subject, _action, object) =>
		object.restricted === true && subject.role !== 'data-protection-officer'
			? 'The record is restricted: only the data-protection officer sees it.'
			: undefined,
];

/**
 * Actions that the law permits a subject on its own node, for the interface to show, once a purpose that covers them is stated.
 * Not a promise: each call is decided.
 */
export function abilitiesOf(subject: Subject, context: DecisionContext): Action[] {
	if (subject.node === undefined) return [];
	const object = { node: subject.node };
	return (Object.keys(law) as Action[]).filter((action) => {
		const decision = decide(subject, action, object, context);
		return decision.permitted || decision.code === 'purpose-needed';
	});
}

/** True where the answer to the action contains personal data, so that the access must be logged. */
export const touchesPersonalData = (action: string): boolean =>
	articleOf(law, action)?.purposes !== undefined;

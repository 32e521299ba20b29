/**
 * What a change of the law would do: the differences between two laws, and decisions that were made, decided again. Pure.
 * The log does not hold all circumstances (second factor, age of the statement): they are taken as fulfilled, and a decision that
 * the law of today would not explain is left out.
 */
import { type Action, actions } from '../../contract/operation.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { type PurposeId, purposeId } from '../../contract/purposes.ts';
import { role as roleSchema } from '../../contract/roles.ts';
import { decide } from './decide.ts';
import { type DecisionContext, type Law, type Subject, type SubjectRole, subjectRoles } from './model.ts';
import { coveringFor, purposesOf, type StatedAt } from './purpose.ts';

type Place = StatedAt & { readonly id: string };
type Simulated = OutputOf<'simulateLaw'>;

/** Every pair of role and action, with each purpose that the role may state, that is permitted under one law and not the other. */
export function compareLaws(before: Law, after: Law, node: Place): Pick<Simulated, 'denied' | 'permitted'> {
	const denied: Simulated['denied'] = [];
	const permitted: Simulated['permitted'] = [];
	for (const action of actions) {
		if (before[action] === after[action]) continue;
		for (const role of roleSchema.options) {
			const was = usesOf(before, action, role, node);
			const is = usesOf(after, action, role, node);
			for (const purpose of was) if (!is.includes(purpose)) denied.push({ action, role, purpose });
			for (const purpose of is) if (!was.includes(purpose)) permitted.push({ action, role, purpose });
		}
	}
	return { denied, permitted };
}

/** Purposes for which a role may do something; null where none is needed. */
function usesOf(law: Law, action: Action, role: SubjectRole, node: Place): (PurposeId | null)[] {
	const article = law[action];
	if (!article.permit.includes(role)) return [];
	const covering = coveringFor(article, role);
	return covering === undefined
		? [null]
		: purposesOf(role, node).filter((purpose) => covering.includes(purpose));
}

export type LoggedDecision = {
	readonly subject: string;
	readonly role: string;
	readonly action: string;
	readonly object: string | null;
	readonly purpose: string | null;
	readonly case_reference: string | null;
	readonly permitted: boolean;
};

/** @returns what would be decided otherwise, counted by what was asked, the most frequent first; at most 200 kinds. */
export function decideAgain(
	decisions: readonly LoggedDecision[],
	before: Law,
	after: Law,
	node: Place,
	at: Date,
): Simulated['log']['others'] {
	const counts = new Map<string, Simulated['log']['others'][number] & { who: Set<string> }>();
	for (const decision of decisions) {
		// Only what the change speaks of can be decided otherwise; what is no action any more has no article in either.
		if (before[decision.action as Action] === after[decision.action as Action]) continue;
		const was = permits(decision, before, node, at);
		const is = permits(decision, after, node, at);
		if (was === is || was !== decision.permitted) continue;
		const { action, role, purpose } = decision;
		const key = JSON.stringify([action, role, purpose, is]);
		const count = counts.get(key) ?? {
			action,
			role,
			purpose,
			wouldBe: is ? 'permitted' : 'denied',
			times: 0,
			subjects: 0,
			who: new Set<string>(),
		};
		count.times++;
		count.who.add(decision.subject);
		counts.set(key, count);
	}
	return [...counts.values()]
		.map(({ who, ...count }) => ({ ...count, subjects: who.size }))
		.sort((a, b) => b.times - a.times)
		.slice(0, 200);
}

function permits(decision: LoggedDecision, law: Law, node: Place, at: Date): boolean {
	const role = subjectRoles.find((each) => each === decision.role);
	if (role === undefined || role === 'anonymous') return false;
	const subject: Subject = {
		kind: role === 'local-operator' ? 'local-operator' : 'user',
		id: decision.subject,
		role,
		node: node.id,
	};
	const purpose = purposeId.safeParse(decision.purpose);
	const context: DecisionContext = {
		at,
		channel: 'http',
		agency: node.agency,
		exercise: node.exercise,
		secondFactor: 'not-needed',
		law,
		...(purpose.success
			? {
					stated: {
						purpose: purpose.data,
						...(decision.case_reference === null ? {} : { caseReference: decision.case_reference }),
					},
				}
			: {}),
	};
	const object = { node: node.id, ...(decision.object === null ? {} : { id: decision.object }) };
	return decide(subject, decision.action, object, context).permitted;
}

/**
 * Purposes: which of them somebody may state, and whether what is stated covers an action with personal data.
 * Pure; time comes with the context. Nothing is covered by default.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import {
	mayState,
	type PurposeId,
	purposeIds,
	purposeStatement,
	purposes,
	purposesOf,
} from '../../contract/purposes.ts';
import type { Article, DecisionContext, Deny, StatedPurpose, Subject } from './model.ts';

export { mayState, purposesOf, type StatedAt } from '../../contract/purposes.ts';

/** @returns why the article is not covered by what is stated; undefined where it is, or where nobody's data are shown. */
export function judgePurpose(
	subject: Subject,
	action: string,
	article: Article,
	context: DecisionContext,
): Deny | undefined {
	const covering = coveringFor(article, subject.role);
	if (covering === undefined) return undefined;
	const { stated, boundPurpose, at } = context;
	const needed = (reason: string): Deny => ({
		permitted: false,
		code: 'purpose-needed',
		reasons: [reason, choiceOf(purposesOf(subject.role, context).filter((each) => covering.includes(each)))],
	});
	if (stated === undefined) return needed('Personal data are shown for a purpose, and none is stated.');
	if (stated.until !== undefined && stated.until <= at) return needed('The purpose was stated too long ago.');
	if (boundPurpose !== undefined && stated.purpose !== boundPurpose) {
		return {
			permitted: false,
			code: 'not-permitted',
			reasons: [`The key is bound to the purpose ${boundPurpose} and may state no other.`],
		};
	}
	if (!mayState(subject.role, stated.purpose, context))
		return needed(`The role ${subject.role} may not state the purpose ${stated.purpose} here.`);
	if (!covering.includes(stated.purpose))
		return needed(`The purpose ${stated.purpose} does not cover ${action}.`);
	return purposes[stated.purpose].needsCase && stated.caseReference === undefined
		? needed(`The purpose ${stated.purpose} needs the reference of a case.`)
		: undefined;
}

/** @returns purposes that cover the article for a role; undefined where it shows nobody's data. */
export const coveringFor = (article: Article, role: Subject['role']): readonly PurposeId[] | undefined =>
	article.purposes?.filter(
		(purpose) => !article.except?.some((pair) => pair.role === role && pair.purpose === purpose),
	);

const choiceOf = (choice: readonly PurposeId[]): string =>
	choice.length === 0
		? 'No purpose that the role may state here covers it.'
		: `State one of: ${choice.map((id) => (purposes[id].needsCase ? `${id} (with a case)` : id)).join(', ')}.`;

/** What the local operator states who says nothing: whoever works on the machine itself keeps the node running. */
export const OPERATOR_PURPOSE: PurposeId = 'node-operation';

/**
 * A statement as it comes with a request or a command.
 * @throws TidewaiterError invalid-input where there is no such purpose, or the reference has not the form of one.
 */
export function parseStatement(said: { purpose: unknown; caseReference?: unknown }): StatedPurpose {
	const read = purposeStatement.safeParse(said);
	if (!read.success) {
		const place = String(read.error.issues[0]?.path[0] ?? 'purpose');
		throw new TidewaiterError(
			'invalid-input',
			place === 'purpose' ? 'There is no such purpose.' : (read.error.issues[0]?.message ?? 'not understood'),
			{ place, ...(place === 'purpose' ? { remedy: `One of: ${purposeIds.join(', ')}.` } : {}) },
		);
	}
	const { purpose, caseReference } = read.data;
	return { purpose, ...(caseReference === undefined ? {} : { caseReference }) };
}

/**
 * Is a message covered? Cedar decides; this room says why not, so that a person can act on it. Pure but for the policies.
 */
import type { AgreementBody } from '../../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { Urgency } from '../../../contract/exchange/message.ts';
import type { Coverage, CoverageQuestion } from '../model.ts';
import type { PolicySet } from './cedar.ts';

/** Messages that want an answer, and so have a time to give it in. */
const ASKING: ReadonlySet<string> = new Set(['query', 'request', 'consent-request']);

/** @returns hours to answer; null where no answer is due, or the agreement says none. */
export const dueHoursOf = (
	body: Pick<AgreementBody, 'responseHours'>,
	kind: string,
	urgency: Urgency,
): number | null => (ASKING.has(kind) ? (body.responseHours[urgency] ?? null) : null);

/** @param body of the version in force. */
export function coverageOf(body: AgreementBody, policies: PolicySet, question: CoverageQuestion): Coverage {
	if (policies.permits(question))
		return {
			covered: true,
			agreement: body,
			dueHours: dueHoursOf(body, question.kind, question.urgency ?? 'normal'),
		};
	const [code, reason] = whyNotCovered(body, question);
	return { covered: false, code, reason: `${body.title} (${body.id}, version ${body.version}): ${reason}` };
}

const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

/** The first thing in the way. Says something also where a plain reading finds nothing: Cedar's word stands. */
function whyNotCovered(
	body: AgreementBody,
	{ from, to, kind, purpose, handling, records }: CoverageQuestion,
): readonly [RefusalCode, string] {
	if (body.parties.length < 2)
		return ['not-covered', 'it names nobody to share with, and so shares with nobody.'];
	const ways = body.grants.filter((grant) => grant.from === from && grant.to === to);
	if (ways.length === 0) return ['not-covered', `nothing may be sent from ${from} to ${to}.`];
	const messages = ways.flatMap((grant) => grant.messages);
	if (!messages.some((each) => each === kind))
		return [
			'not-covered',
			`${from} may not send “${kind}” to ${to}; it may send ${list([...new Set(messages)])}.`,
		];
	if (!body.purposes.includes(purpose))
		return ['purpose-not-covered', `“${purpose}” is none of its purposes, which are ${list(body.purposes)}.`];
	if (!body.handling.allowed.some((code) => code === handling))
		return [
			'handling-not-covered',
			`the handling code ${handling} may not be set; ${list(body.handling.allowed)} may.`,
		];
	const kinds = ways
		.filter((grant) => grant.messages.some((each) => each === kind))
		.map((grant) => grant.records.map((rules): string => rules.kind));
	const missing = records.filter((record) => !kinds.some((some) => some.includes(record)));
	if (missing.length > 0)
		return [
			'not-covered',
			`a “${kind}” from ${from} may not hold ${list(missing)}; it may hold ${list([...new Set(kinds.flat())])}.`,
		];
	if (!kinds.some((some) => records.every((record) => some.includes(record))))
		return ['not-covered', `no grant names ${list(records)} together; send them in separate messages.`];
	return ['not-covered', 'its policies do not permit it.'];
}

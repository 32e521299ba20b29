/** Says one step of an intersection to a partner. In: the step. Out: the partner's answer to it, signed by the partner. */
import { hash } from 'node:crypto';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import { instantOf, isFrom, type MatchingSurroundings, refusalError } from './surroundings.ts';
import {
	formatSigned,
	type IntersectionAnswer,
	type IntersectionStep,
	intersectionAnswer,
	isSigned,
	MOST_INTERSECTION_BYTES,
	readDocument,
} from './wire.ts';

export type Saying = Pick<
	IntersectionStep,
	'id' | 'step' | 'agreement' | 'purpose' | 'kinds' | 'points' | 'places'
>;

/**
 * @throws TidewaiterError `busy` where the partner cannot be reached, `conflict` for what is no answer of it or a refusal,
 * `too-many-requests` where a budget is spent.
 */
export async function sayStep(
	{ node, identity, transport, nowMs }: MatchingSurroundings,
	card: NodeCard,
	step: Saying,
): Promise<IntersectionAnswer> {
	const body = formatSigned<IntersectionStep>(
		{
			format: 'tidewaiter-intersection',
			formatVersion: 1,
			from: node,
			to: card.name,
			at: instantOf(nowMs()),
			...step,
		},
		identity,
	);
	let bytes: Uint8Array;
	try {
		bytes = await transport.deliver(card, 'intersections', body);
	} catch (cause) {
		throw new TidewaiterError('busy', `${card.name} cannot be reached.`, { cause });
	}
	const answer = readDocument<IntersectionAnswer>(intersectionAnswer, bytes, MOST_INTERSECTION_BYTES);
	if (
		answer === undefined ||
		answer.from !== card.name ||
		answer.to !== node ||
		answer.id !== step.id ||
		answer.question !== hash('sha256', body, 'hex') ||
		!(await isFrom(identity, answer, isSigned))
	)
		throw new TidewaiterError('conflict', `What came back is no answer of ${card.name}.`);
	if (answer.refused !== null) throw refusalError(answer.refused.code, answer.refused.reason);
	return answer;
}

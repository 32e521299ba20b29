/**
 * What an officer enters about an inspection in; an outcome as a sender would send it out. There is one way in for outcomes:
 * this goes on the line like any submission, is kept as received, validated, and found again by its own record.
 */
import type { InputOf } from '../../../contract/operations.ts';
import type { Outcome } from '../../../contract/records/outcome.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import { decimalOf } from '../../values/decimal.ts';
import type { Actor } from '../model.ts';

/** Largest amount that is taken as one; beyond it a decimal would lose its cents. */
const MOST_RECOVERED = 1e12;

/**
 * @param reference new for every outcome.
 * @param currency of the node, where the officer names none.
 */
export function outcomeOf(
	input: InputOf<'recordOutcome'>,
	record: Pick<RecordSummary, 'kind' | 'reference' | 'office'>,
	actor: Actor,
	reference: string,
	currency: string,
	at: Date,
): Outcome {
	const office = input.office ?? record.office?.slice(0, 64);
	return {
		kind: 'outcome',
		reference,
		subject: { kind: record.kind, reference: record.reference },
		inspectedAt: `${at.toISOString().slice(0, 19)}Z`,
		...(office === undefined || office === '' ? {} : { office }),
		inspector: actor.id.slice(0, 64),
		inspection: input.inspection,
		result: input.result,
		...(input.findings.length === 0 ? {} : { findings: input.findings.map((type) => ({ type })) }),
		...(input.recovered === undefined
			? {}
			: {
					recovered: {
						amount: decimalOf(Math.min(input.recovered, MOST_RECOVERED)),
						currency: input.currency ?? currency,
					},
				}),
		...(input.minutes === undefined ? {} : { minutes: input.minutes }),
		...(input.description === undefined || input.description === '' ? {} : { remark: input.description }),
	};
}

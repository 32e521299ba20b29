/**
 * Inspections and what they found. In: which record was inspected, and whether there is something to find.
 * Out: outcome records, sent by the office that looked.
 */
import type { Outcome } from '../../../contract/records/outcome.ts';
import type { RecordKind } from '../../../contract/records/record.ts';
import type { Random } from '../random.ts';
import { instant } from './declaration.ts';

export type Found = { type: string; description: string; recoveredKroner?: number };

/** @param found what the inspection found; undefined for nothing. */
export function outcomeOf(
	random: Random,
	subject: { kind: RecordKind; reference: string },
	at: number,
	office: string,
	inspection: Outcome['inspection'],
	found: Found | undefined,
): Outcome {
	return {
		kind: 'outcome',
		reference: `INS-${subject.reference}`,
		subject,
		inspectedAt: instant(at),
		office,
		inspector: `T${random.whole(1_000, 1_499)}`,
		inspection,
		result:
			found === undefined
				? 'nothing-found'
				: (found.recoveredKroner ?? 0) > 20_000 || found.recoveredKroner === undefined
					? 'offence'
					: 'irregularity',
		...(found === undefined
			? {}
			: {
					findings: [{ type: found.type, description: found.description }],
					...(found.recoveredKroner === undefined
						? {}
						: { recovered: { amount: String(Math.round(found.recoveredKroner)), currency: 'NOK' } }),
				}),
		minutes: random.whole(12, inspection === 'physical' ? 240 : 60),
	};
}

/** What goes wrong without anybody meaning it. */
export const SMALL_IRREGULARITIES: readonly Found[] = [
	{ type: 'description', description: 'goods described too generally', recoveredKroner: 0 },
	{
		type: 'mass',
		description: 'net mass differs from the declaration by more than 5 per cent',
		recoveredKroner: 900,
	},
	{
		type: 'origin-marking',
		description: 'marking of origin absent on part of the goods',
		recoveredKroner: 1_500,
	},
	{ type: 'documents', description: 'invoice of another shipment was presented', recoveredKroner: 0 },
	{
		type: 'misclassification',
		description: 'one line belongs to a neighbouring heading',
		recoveredKroner: 4_200,
	},
];

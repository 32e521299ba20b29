/**
 * An outcome: what an inspection found. It comes back to whatever selected the record.
 */
import { z } from 'zod';
import { code, dateTime, money, text } from './common.ts';

export const outcome = z.strictObject({
	kind: z.literal('outcome'),
	reference: text,
	/** Which record was inspected, by its own kind and reference. */
	subject: z.strictObject({ kind: code, reference: text }),
	inspectedAt: dateTime,
	office: code.optional(),
	/** Officer or team as a service number, never a name. */
	inspector: code.optional(),
	inspection: z.enum(['documents', 'scan', 'physical', 'search', 'interview', 'post-clearance']),
	result: z.enum(['nothing-found', 'irregularity', 'offence', 'not-carried-out']),
	/** undervaluation, misclassification, false-origin, undeclared, prohibited, cash, identity … */
	findings: z
		.array(z.strictObject({ type: code, description: text.optional() }))
		.max(50)
		.optional(),
	/** Duty, tax and penalty that were recovered. */
	recovered: money.optional(),
	seized: z
		.array(z.strictObject({ description: text, quantity: text.optional(), value: money.optional() }))
		.max(200)
		.optional(),
	minutes: z.number().int().nonnegative().optional(),
	remark: text.optional(),
});

export type Outcome = z.infer<typeof outcome>;

import { z } from 'zod';
import { caseReference, purposeId } from '../../../../contract/purposes.ts';

const day = z.iso.date();

/** What the address of the decisions says: which of them are listed. */
export const decisionsSearch = z.object({
	outcome: z.enum(['permitted', 'denied']).optional().catch(undefined),
	purpose: purposeId.optional().catch(undefined),
	caseReference: caseReference.optional().catch(undefined),
	subject: z.string().max(100).optional().catch(undefined),
	object: z.string().max(100).optional().catch(undefined),
	/** Days in the reader’s zone, both included. */
	from: day.optional().catch(undefined),
	until: day.optional().catch(undefined),
});

export type DecisionsSearch = z.infer<typeof decisionsSearch>;

import { z } from 'zod';
import { agreementId } from '../../../../contract/exchange/agreement.ts';

/** What the address of matching says: the tab, and what its list shows. What is asked is never in it. */
export const matchingSearch = z.object({
	tab: z.enum(['offers', 'questions', 'intersections']).optional().catch(undefined),
	agreement: agreementId.optional().catch(undefined),
	side: z.enum(['ours', 'theirs']).optional().catch(undefined),
	/** The question under the cursor. */
	at: z.uuid().optional().catch(undefined),
	intersection: z.uuid().optional().catch(undefined),
});

export type MatchingSearch = z.infer<typeof matchingSearch>;

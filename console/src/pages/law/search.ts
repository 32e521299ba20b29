/** What the address of the law says: the words looked for, the article shown, table or policies. */
import { z } from 'zod';
import { action } from '../../../../contract/operations-law.ts';

export const lawSearch = z.object({
	search: z.string().max(80).optional().catch(undefined),
	article: action.optional().catch(undefined),
	view: z.enum(['cedar']).optional().catch(undefined),
});

export type LawSearch = z.infer<typeof lawSearch>;

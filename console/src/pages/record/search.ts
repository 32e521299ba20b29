import { z } from 'zod';

/** What the address of a record says: which section is open, and which place is shown. */
export const recordSearch = z.object({
	tab: z.enum(['original', 'history', 'related', 'assessment']).optional().catch(undefined),
	/** A path into the record (`items[2].hsCode`) or a byte offset into the original (`@1032`). */
	at: z.string().max(300).optional().catch(undefined),
});

import { z } from 'zod';

/** What the address of the quarantine says: which state and code are listed, and which item is open. */
export const quarantineSearch = z.object({
	state: z.enum(['read', 'discarded']).optional().catch(undefined),
	code: z.string().max(80).optional().catch(undefined),
	item: z.uuid().optional().catch(undefined),
});

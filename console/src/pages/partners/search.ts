import { z } from 'zod';

/** What the address of the list of partners says: where the reader stands. */
export const partnersSearch = z.object({
	/** Partner that the cursor stands on. */
	at: z.string().max(100).optional().catch(undefined),
});

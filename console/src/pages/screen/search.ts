import { z } from 'zod';

/** The address says which tab is open, and nothing of what is asked: see the page. */
export const screenSearch = z.object({ tab: z.literal('batch').optional().catch(undefined) });

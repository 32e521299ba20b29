import { z } from 'zod';

/** What the address of the lanes says: which tab is open, how many days back, which traders are looked for. */
export const lanesSearch = z.object({
	tab: z.enum(['settings', 'traders']).optional().catch(undefined),
	days: z.coerce.number().int().min(1).max(90).optional().catch(undefined),
	search: z.string().max(200).optional().catch(undefined),
});

export type LanesSearch = z.infer<typeof lanesSearch>;
export const USUAL_DAYS = 14;

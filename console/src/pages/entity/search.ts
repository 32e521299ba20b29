import { z } from 'zod';

/** What the address of an entity says: which section is open, and which two mentions are held against each other. */
export const entitySearch = z.object({
	tab: z.enum(['evidence', 'candidates', 'connected', 'history']).optional().catch(undefined),
	/** Identifiers of two mentions, side by side. */
	left: z.uuid().optional().catch(undefined),
	right: z.uuid().optional().catch(undefined),
	/** Judgement, candidate or record that is shown. */
	at: z.uuid().optional().catch(undefined),
});

export type EntitySearch = z.infer<typeof entitySearch>;

import { z } from 'zod';

export const entityTabs = ['timeline', 'links', 'compare', 'candidates', 'connected', 'history'] as const;

/** What the address of an entity says: which section is open, and what is shown in it. */
export const entitySearch = z.object({
	/** Without it the timeline. */
	tab: z.enum(entityTabs).exclude(['timeline']).optional().catch(undefined),
	/** Keys of two mentions that are held against each other. */
	left: z.uuid().optional().catch(undefined),
	right: z.uuid().optional().catch(undefined),
	/** The judgement, candidate or record under the cursor. */
	at: z.uuid().optional().catch(undefined),
});

export type EntitySearch = z.infer<typeof entitySearch>;
export type EntityTab = (typeof entityTabs)[number];

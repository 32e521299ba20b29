import { z } from 'zod';
import { alertAction } from '../../../../contract/lists.ts';
import { hitState, listId, purpose } from '../../../../contract/views-screening.ts';

/** What the address of the hits says: which are listed, and which one is shown. Open ones where no state is named. */
export const hitsSearch = z.object({
	state: hitState.exclude(['open']).or(z.literal('any')).optional().catch(undefined),
	list: listId.optional().catch(undefined),
	purpose: purpose.optional().catch(undefined),
	action: alertAction.optional().catch(undefined),
	minimumScore: z.coerce.number().min(0).max(1).optional().catch(undefined),
	/** Hits on one entry of a list. */
	entry: z.string().max(200).optional().catch(undefined),
	/** Hits on the parties of one record. */
	record: z.uuid().optional().catch(undefined),
	hit: z.uuid().optional().catch(undefined),
});

export type HitsSearch = z.infer<typeof hitsSearch>;

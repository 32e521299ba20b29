import { z } from 'zod';
import { recordKind } from '../../../../contract/records/record.ts';
import { ruleId } from '../../../../contract/rules.ts';
import { lane } from '../../../../contract/views.ts';
import { laneBasis } from '../../../../contract/views-targeting.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What the address of the queue says: what is listed, and which record is shown. What waits where no state is named. */
export const queueSearch = z.object({
	lane: lane.optional().catch(undefined),
	kind: recordKind.optional().catch(undefined),
	office: z.string().max(64).optional().catch(undefined),
	basis: laneBasis.optional().catch(undefined),
	rule: ruleId.optional().catch(undefined),
	state: z.enum(['inspected', 'released', 'any']).optional().catch(undefined),
	/** Day of assessment, UTC. */
	from: day.optional().catch(undefined),
	until: day.optional().catch(undefined),
	record: z.uuid().optional().catch(undefined),
});

export type QueueSearch = z.infer<typeof queueSearch>;

/** What the address of the queue of candidates says: which are listed, and which one is open. */
import { z } from 'zod';
import { operations } from '../../../../contract/operations.ts';

const { state, kind } = operations.listCandidates.input.shape;

export const candidatesSearch = z.object({
	/** Without it those that wait. */
	state: state.unwrap().exclude(['open']).optional().catch(undefined),
	kind: kind.catch(undefined),
	item: z.uuid().optional().catch(undefined),
});

export type CandidatesSearch = z.infer<typeof candidatesSearch>;

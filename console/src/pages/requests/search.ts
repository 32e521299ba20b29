/** What the address of the register says: the filter, and where the reader stands. No name of a person is in it. */
import { z } from 'zod';
import { operations } from '../../../../contract/operations.ts';

const { state, kind } = operations.listRequests.input.shape;

export const requestsSearch = z.object({
	state: state.catch(undefined),
	kind: kind.catch(undefined),
	due: z.literal('overdue').optional().catch(undefined),
	/** Request that the cursor stands on. */
	at: z.string().max(64).optional().catch(undefined),
});

export type RequestsSearch = z.infer<typeof requestsSearch>;

/** The part of the address that narrows the list. */
export const filterOf = ({ state, kind, due }: RequestsSearch) => ({
	state,
	kind,
	...(due === undefined ? {} : { overdue: true }),
});

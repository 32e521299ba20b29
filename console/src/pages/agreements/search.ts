/** What the address of the list of agreements says: the filter, and where the reader stands. */
import { z } from 'zod';
import { operations } from '../../../../contract/operations.ts';

const { state, partner, review } = operations.listAgreements.input.shape;

export const agreementsSearch = z.object({
	state: state.catch(undefined),
	partner: partner.catch(undefined),
	review: review.catch(undefined),
	/** Agreement that the cursor stands on. */
	at: z.string().max(64).optional().catch(undefined),
});

export type AgreementsSearch = z.infer<typeof agreementsSearch>;

/** The part of the address that narrows the list. */
export const filterOf = ({ at: _at, ...filter }: AgreementsSearch) => filter;

/** What the address of the list of entities says: the filter, and where the reader stands. */
import { z } from 'zod';
import { operations } from '../../../../contract/operations.ts';

const { search, kind } = operations.listEntities.input.shape;

export const entitiesSearch = z.object({
	search: search.catch(undefined),
	kind: kind.catch(undefined),
	/** Cursor from which a very long list goes on. */
	from: z.string().max(400).optional().catch(undefined),
	/** Entity that the cursor stands on. */
	at: z.string().max(64).optional().catch(undefined),
});

export type EntitiesSearch = z.infer<typeof entitiesSearch>;

/** The part of the address that narrows the list; the rest is where the reader stands in it. */
export const filterOf = ({ search, kind }: EntitiesSearch) => ({ search, kind });

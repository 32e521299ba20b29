/** What the address of the list of rules says: the filter, the sort, and where the reader stands. */
import { z } from 'zod';
import { operations } from '../../../../contract/operations.ts';
import { rulesSorts } from '../../queries/rules.ts';

const { state, subject, search } = operations.listRules.input.shape;

export const rulesSearch = z.object({
	state: state.catch(undefined),
	subject: subject.catch(undefined),
	search: search.catch(undefined),
	sort: z
		.enum([...rulesSorts, ...rulesSorts.map((each) => `-${each}` as const)])
		.optional()
		.catch(undefined),
	/** Rule that the cursor stands on. */
	at: z.string().max(64).optional().catch(undefined),
});

export type RulesSearch = z.infer<typeof rulesSearch>;

/** The part of the address that narrows and orders the list. */
export const filterOf = ({ at: _at, ...filter }: RulesSearch) => filter;

/** A sort of the list by its name; undefined where there is none of that name. */
export const sortOf = (name: string): RulesSearch['sort'] => rulesSearch.shape.sort.parse(name);

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RuleSummary } from '../../../contract/views-rules.ts';
import { type CallInput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

export type RulesFilter = CallInput<'listRules'> & { sort?: RulesSort | undefined };

export const rulesSorts = ['title', 'fired', 'precision', 'daysLeft', 'changedAt'] as const;
export type RulesSort = (typeof rulesSorts)[number] | `-${(typeof rulesSorts)[number]}`;

/** All rules of a node come at once, since there are hundreds at most; they are sorted here. */
export const rulesPages =
	({ sort, ...filter }: RulesFilter): PageQuery<RuleSummary> =>
	(after) => ({
		queryKey: ['rules', filter, sort ?? '', after ?? ''],
		queryFn: async ({ signal }) => {
			const items = sortRules(await call('listRules', filter, { signal }), sort);
			return { items, next: null, total: items.length, totalIsLowerBound: false };
		},
		...pageLifetime,
	});

/** Where the reader stood in the last list of rules. */
export const rulesMemory = makeListMemory(rulesPages);

/** Every rule, for choices of one. */
export const allRulesQuery = queryOptions({
	queryKey: ['rules'],
	queryFn: ({ signal }) => call('listRules', {}, { signal }),
	staleTime: 60_000,
});

/** Stable, and what is unknown stands last either way. Without a sort as the server gave them. */
export function sortRules(rules: readonly RuleSummary[], sort: RulesSort | undefined): RuleSummary[] {
	if (sort === undefined) return [...rules];
	const isDown = sort.startsWith('-');
	const field = rulesSorts.find((each) => each === sort.replace('-', ''));
	if (field === undefined) return [...rules];
	const fieldOf = (rule: RuleSummary): string | number | null =>
		field === 'precision' ? rule.precision.rate : rule[field];
	return rules.toSorted((left, right) => {
		const [a, b] = [fieldOf(left), fieldOf(right)];
		if (a === null || b === null) return Number(a === null) - Number(b === null);
		const order = typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b);
		return isDown ? -order : order;
	});
}

export function useImportRules() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'importRules'>) => call('importRules', input),
		onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['rule'] }),
	});
}

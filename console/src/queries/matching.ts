import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { MatchingBudget, MatchQuestion } from '../../../contract/views-exchange.ts';
import { type CallInput, type CallOutput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

const STALE_MS = 10_000;

/** What is offered for matching, by this node and to it. */
export const offersQuery = queryOptions({
	queryKey: ['offers'],
	queryFn: ({ signal }) => call('listOffers', {}, { signal }),
	staleTime: STALE_MS,
});

/** What is spent of the budgets of matching; partners spend theirs meanwhile. */
export const budgetsQuery = queryOptions({
	queryKey: ['matching-budgets'],
	queryFn: ({ signal }) => call('listMatchingBudgets', {}, { signal }),
	staleTime: STALE_MS,
	refetchInterval: 60_000,
});

/** What an agreement in force says, for what may be offered and intersected under it. */
export const agreementBodyQuery = (id: string) =>
	queryOptions({
		queryKey: ['agreement-body', id],
		queryFn: async ({ signal }) => (await call('readAgreement', { id }, { signal })).body,
		staleTime: STALE_MS,
	});

export type QuestionsFilter = Omit<CallInput<'listQuestions'>, 'after' | 'limit'>;

export const questionsPages =
	(filter: QuestionsFilter): PageQuery<MatchQuestion> =>
	(after) => ({
		queryKey: ['matching-questions', filter, after ?? ''],
		queryFn: ({ signal }) => call('listQuestions', { ...filter, after, limit: 200 }, { signal }),
		...pageLifetime,
	});

/** Where the reader stood in the last log of questions. */
export const questionsMemory = makeListMemory(questionsPages);

export const intersectionsQuery = queryOptions({
	queryKey: ['intersections'],
	queryFn: async ({ signal }) =>
		(await call('listIntersections', {}, { signal })).toSorted((a, b) => b.at.localeCompare(a.at)),
	staleTime: STALE_MS,
});

/** One intersection with its members. Reading it is logged as an access to personal data: none is read ahead of the reader. */
export const intersectionQuery = (id: string) =>
	queryOptions({
		queryKey: ['intersection', id],
		queryFn: ({ signal }) => call('readIntersection', { id }, { signal }),
		staleTime: STALE_MS,
	});

/** Puts a question. What is left of the budget is in the answer, and shown at once. */
export function useMatch() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'match'>) => call('match', input),
		onSuccess: ({ spent }, { agreement }) => {
			queryClient.setQueryData<MatchingBudget[]>(budgetsQuery.queryKey, (budgets) =>
				budgets?.map((each) =>
					each.agreement === agreement ? { ...each, questions: { ...each.questions, ours: spent } } : each,
				),
			);
		},
		// Also a question that failed may be spent.
		onError: () => void queryClient.invalidateQueries({ queryKey: budgetsQuery.queryKey }),
		onSettled: () => queryClient.removeQueries({ queryKey: ['matching-questions'], type: 'inactive' }),
	});
}

export function useMakeOffer() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'makeOffer'>) => call('makeOffer', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: offersQuery.queryKey }),
	});
}

export function useWithdrawOffer() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'withdrawOffer'>) => call('withdrawOffer', input),
		onSuccess: () => queryClient.invalidateQueries({ queryKey: offersQuery.queryKey }),
	});
}

type Intersection = CallOutput<'intersect'>;

/** What changed stands in the list and in its detail at once. */
function useIntersectionChanged() {
	const queryClient = useQueryClient();
	return (changed: Intersection) => {
		queryClient.setQueryData(intersectionQuery(changed.id).queryKey, changed);
		queryClient.setQueryData<Intersection[]>(intersectionsQuery.queryKey, (all) =>
			all === undefined
				? undefined
				: [changed, ...all.filter(({ id }) => id !== changed.id)].toSorted((a, b) =>
						b.at.localeCompare(a.at),
					),
		);
		void queryClient.invalidateQueries({ queryKey: budgetsQuery.queryKey });
	};
}

export function useIntersect() {
	const changed = useIntersectionChanged();
	return useMutation({
		mutationFn: (input: CallInput<'intersect'>) => call('intersect', input),
		onSuccess: changed,
	});
}

export function useConsentIntersection() {
	const changed = useIntersectionChanged();
	return useMutation({
		mutationFn: (input: CallInput<'consentIntersection'>) => call('consentIntersection', input),
		onSuccess: changed,
	});
}

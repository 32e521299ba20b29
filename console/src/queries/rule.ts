import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rule } from '../../../contract/rules.ts';
import type { RuleDetail } from '../../../contract/views-rules.ts';
import { type CallInput, call } from '../client/call.ts';

/** One rule; the live version, or the newest, where none is named. */
export const ruleQuery = (id: string, version?: number) =>
	queryOptions({
		queryKey: ['rule', id, version ?? 0],
		queryFn: ({ signal }) => call('readRule', { id, version }, { signal }),
		staleTime: 30_000,
	});

/** Facts, functions and code lists that a condition may use. */
export const ruleLanguageQuery = queryOptions({
	queryKey: ['rule-language'],
	queryFn: ({ signal }) => call('readRuleLanguage', {}, { signal }),
	staleTime: 10 * 60_000,
});

/** What is wrong with a rule, and what its test cases give. By its text: the same text is not checked twice. */
export const ruleCheckQuery = (rule: Rule | undefined) =>
	queryOptions({
		queryKey: ['rule-check', rule],
		queryFn: ({ signal }) => {
			if (rule === undefined) throw new Error('there is no rule to check');
			return call('checkRule', { rule }, { signal });
		},
		enabled: rule !== undefined,
		staleTime: 5 * 60_000,
		gcTime: 60_000,
		placeholderData: (before) => before,
	});

/** What a change of a rule answers with is shown at once, so that the next key counts; the rest is read again later. */
function useRuleChanged() {
	const queryClient = useQueryClient();
	return (detail: RuleDetail) => {
		const { id, version } = detail.summary;
		void queryClient.cancelQueries({ queryKey: ['rule', id] });
		queryClient.setQueryData(ruleQuery(id, version).queryKey, detail);
		queryClient.setQueryData(ruleQuery(id).queryKey, (before) =>
			before === undefined || before.summary.version === version ? detail : before,
		);
		void queryClient.invalidateQueries({ queryKey: ['rule', id] });
		queryClient.removeQueries({ queryKey: ['rules'], type: 'inactive' });
	};
}

export function useSaveRule() {
	const changed = useRuleChanged();
	return useMutation({
		mutationFn: (input: CallInput<'saveRule'>) => call('saveRule', input),
		onSuccess: changed,
	});
}

export type RuleAct = 'propose' | 'approve' | 'reject' | 'renew' | 'retire';
export type RuleActInput = {
	id: string;
	version: number;
	act: RuleAct;
	reason: string;
	validUntil: string;
};

/** Every step in the life of a rule that wants a reason. */
export function useActOnRule() {
	const changed = useRuleChanged();
	return useMutation({
		mutationFn: ({ id, version, act, reason, validUntil }: RuleActInput) => {
			if (act === 'propose') return call('proposeRule', { id, version, reason });
			if (act === 'renew') return call('renewRule', { id, validUntil, reason });
			if (act === 'retire') return call('retireRule', { id, reason });
			return call('decideRule', { id, version, decision: act, reason });
		},
		onSuccess: changed,
	});
}

/** What a rule would have chosen. Where it is the text of a stored version, the node keeps the result with it. */
export function useBacktest() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'backtestRule'>) => call('backtestRule', input),
		onSuccess: (_backtest, { rule }) => void queryClient.invalidateQueries({ queryKey: ['rule', rule.id] }),
	});
}

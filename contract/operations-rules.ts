/**
 * Operations of rules: their life from a draft to the day on which they end.
 */
import { z } from 'zod';
import { define } from './operation.ts';
import { rule, ruleFile, ruleId, ruleSubject } from './rules.ts';
import * as view from './views-rules.ts';

const reason = z.string().trim().min(3).max(2_000);
/** One rule with a hundred cases; a file of two thousand rules. */
const RULE_BYTES = 1024 * 1024;
const FILE_BYTES = 16 * 1024 * 1024;
const version = z.coerce.number().int().min(1);
const changing = ['not-signed-in', 'not-permitted', 'not-found', 'conflict', 'invalid-input'] as const;

export const ruleOperations = {
	listRules: define({
		id: 'listRules',
		method: 'GET',
		path: '/rules',
		summary: 'Rules of targeting, with how they do; one row for each',
		action: 'rule.read',
		input: z.object({
			state: view.ruleState.optional(),
			subject: ruleSubject.optional(),
			search: z.string().max(200).optional(),
		}),
		output: z.array(view.ruleSummary).max(2_000),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	readRuleLanguage: define({
		id: 'readRuleLanguage',
		method: 'GET',
		path: '/rules-language',
		summary: 'Facts, functions and code lists that a condition may use',
		action: 'rule.read',
		input: z.object({}),
		output: view.ruleLanguage,
		errors: ['not-signed-in', 'not-permitted'],
	}),
	readRule: define({
		id: 'readRule',
		method: 'GET',
		path: '/rules/:id',
		summary: 'One rule: its text, its life, its live precision, its last firings',
		action: 'rule.read',
		input: z.object({
			id: ruleId,
			/** The live one where it is left out, or the newest. */
			version: version.optional(),
		}),
		output: view.ruleDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'invalid-input'],
	}),
	checkRule: define({
		id: 'checkRule',
		method: 'POST',
		path: '/rules-check',
		summary: 'Check a rule without storing it: types, places of errors, test cases',
		action: 'rule.read',
		mostBytes: RULE_BYTES,
		input: z.object({ rule }),
		output: view.ruleCheck,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	backtestRule: define({
		id: 'backtestRule',
		method: 'POST',
		path: '/rules-backtest',
		summary: 'What a rule would have chosen from stored history; nothing is changed but the kept result',
		action: 'rule.backtest',
		mostBytes: RULE_BYTES,
		input: z.object({
			rule,
			/** Days back from now. */
			days: z.number().int().min(1).max(730).default(90),
			/** Records at most; the newest. */
			limit: z.number().int().min(100).max(200_000).default(50_000),
		}),
		output: view.backtest,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input', 'busy'],
	}),
	saveRule: define({
		id: 'saveRule',
		method: 'POST',
		path: '/rules',
		summary: 'Write a draft: a new rule, or the next version of one',
		action: 'rule.write',
		mostBytes: RULE_BYTES,
		input: z.object({ rule, reason: reason.optional() }),
		output: view.ruleDetail,
		errors: changing,
	}),
	proposeRule: define({
		id: 'proposeRule',
		method: 'POST',
		path: '/rules/:id/propose',
		summary: 'Ask a second person to approve a draft; it must be checked and backtested',
		action: 'rule.write',
		input: z.object({ id: ruleId, version, reason }),
		output: view.ruleDetail,
		errors: changing,
	}),
	decideRule: define({
		id: 'decideRule',
		method: 'POST',
		path: '/rules/:id/decide',
		summary: 'Approve or reject what somebody else proposed; approved, it is live',
		action: 'rule.approve',
		input: z.object({ id: ruleId, version, decision: z.enum(['approve', 'reject']), reason }),
		output: view.ruleDetail,
		errors: changing,
	}),
	renewRule: define({
		id: 'renewRule',
		method: 'POST',
		path: '/rules/:id/renew',
		summary: 'Let a live or expired rule go on until another day, with the reason',
		action: 'rule.approve',
		input: z.object({ id: ruleId, validUntil: rule.shape.validUntil, reason }),
		output: view.ruleDetail,
		errors: changing,
	}),
	retireRule: define({
		id: 'retireRule',
		method: 'POST',
		path: '/rules/:id/retire',
		summary: 'Take a rule out, with the reason',
		action: 'rule.approve',
		input: z.object({ id: ruleId, reason }),
		output: view.ruleDetail,
		errors: changing,
	}),
	exportRules: define({
		id: 'exportRules',
		method: 'GET',
		path: '/rules-export',
		summary: 'Rules as a file',
		action: 'rule.read',
		input: z.object({ ids: z.string().max(20_000).optional(), state: view.ruleState.optional() }),
		output: ruleFile,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	importRules: define({
		id: 'importRules',
		method: 'POST',
		path: '/rules-import',
		summary: 'Take rules from a file as drafts; what is the same as the newest version is left alone',
		action: 'rule.write',
		mostBytes: FILE_BYTES,
		input: z.object({ file: ruleFile }),
		output: z.object({
			drafted: z.array(ruleId),
			same: z.array(ruleId),
			refused: z.array(z.object({ rule: z.string(), problems: z.array(view.ruleProblem) })),
		}),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
} as const;

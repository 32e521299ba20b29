/** What is answered about rules: their life, how they did before they went live, and how they do. */
import { z } from 'zod';
import { rule, ruleId, ruleSubject } from './rules.ts';
import { instant, recordSummary } from './views.ts';
import { rate } from './views-targeting.ts';

/**
 * Draft: being written. Proposed: waits for a second person. Live: applies from `validFrom` on. Expired: its last day has
 * passed. Retired: taken out by a person, or replaced by a newer version.
 */
export const ruleState = z.enum(['draft', 'proposed', 'live', 'expired', 'retired']);

/** How a live rule does. Counts are of records of the last 90 days. */
export const ruleLife = z.object({
	fired: z.number().int(),
	/** Of the records that it fired on and that were inspected: something was found. */
	precision: rate,
	/** The same for the last 30 days, to see where it goes. */
	recentPrecision: rate,
	/** Firing rate of the last 7 days against the 28 before; null where there is too little. */
	drift: z
		.object({ recent: z.number(), before: z.number(), ratio: z.number(), sentence: z.string() })
		.nullable(),
	lastFiredAt: instant.nullable(),
	errored: z.number().int(),
	lastError: z.string().nullable(),
	/** Evaluation, in microseconds for one unit, mean since the process started. */
	microsPerUnit: z.number().nullable(),
	/** Minutes of inspection that its records took, and what was recovered, in the node's own currency. */
	minutes: z.number(),
	recovered: z.number(),
});

export const ruleSummary = z.object({
	id: ruleId,
	version: z.number().int(),
	title: z.string(),
	owner: z.string(),
	subject: ruleSubject,
	state: ruleState,
	validFrom: z.string(),
	validUntil: z.string(),
	/** Days until it expires; negative where it has. */
	daysLeft: z.number().int(),
	effect: rule.shape.effect,
	/** A newer version that is a draft or proposed. */
	pending: z.number().int().nullable(),
	fired: z.number().int(),
	precision: rate,
	errored: z.number().int(),
	changedAt: instant,
	changedBy: z.string(),
});

export const ruleEvent = z.object({
	at: instant,
	what: z.enum([
		'drafted',
		'changed',
		'proposed',
		'approved',
		'rejected',
		'renewed',
		'retired',
		'expired',
		'imported',
	]),
	version: z.number().int(),
	by: z.string(),
	reason: z.string().nullable(),
});

/** A problem of a condition or a reason, with the place in its text. */
export const ruleProblem = z.object({
	field: z.enum(['when', 'reason', 'tests', 'validUntil', 'offices', 'id']),
	/** 1-based; null where it has no place. */
	line: z.number().int().nullable(),
	column: z.number().int().nullable(),
	message: z.string(),
	remedy: z.string(),
});

export const ruleTestResult = z.object({
	name: z.string(),
	expected: z.boolean(),
	/** Null where it failed. */
	fired: z.boolean().nullable(),
	passed: z.boolean(),
	message: z.string().nullable(),
});

export const ruleCheck = z.object({
	problems: z.array(ruleProblem),
	tests: z.array(ruleTestResult),
	/** May be proposed: no problem, and at least one case that fires and one that does not. */
	proposable: z.boolean(),
});

export const backtest = z.object({
	from: instant,
	until: instant,
	records: z.number().int(),
	units: z.number().int(),
	/** False where there was more than could be looked at. */
	complete: z.boolean(),
	fired: z.number().int(),
	firedUnits: z.number().int(),
	errored: z.number().int(),
	errors: z.array(z.object({ message: z.string(), count: z.number().int(), reference: z.string() })),
	seconds: z.number(),
	microsPerUnit: z.number(),
	/** Records that it would have chosen, by day and office; the busiest first where they are many. */
	byDay: z.array(z.object({ day: z.string(), office: z.string(), fired: z.number().int() })),
	/** Of those that were inspected. */
	precision: rate,
	/** Of all offences that are known. */
	recall: rate,
	/** Precision of the random share alone among what it chose: without bias; few. */
	unbiasedPrecision: rate,
	overlap: z.array(z.object({ rule: ruleId, title: z.string(), both: z.number().int(), share: z.number() })),
	groups: z.array(
		z.object({
			dimension: z.enum(['country', 'nationality']),
			group: z.string(),
			assessed: z.number().int(),
			fired: z.number().int(),
			ratio: z.number().nullable(),
		}),
	),
	/** Newest first, at most 20. */
	examples: z.array(z.object({ record: recordSummary, place: z.string(), sentence: z.string() })),
});

export const ruleDetail = z.object({
	summary: ruleSummary,
	rule,
	life: ruleLife,
	/** Newest first, at most 100. */
	events: z.array(ruleEvent),
	versions: z.array(
		z.object({
			version: z.number().int(),
			state: ruleState,
			changedAt: instant,
			changedBy: z.string(),
			approvedBy: z.string().nullable(),
		}),
	),
	/** The last backtest of this version; null where there was none. */
	backtest: backtest.nullable(),
	/** Newest first, at most 20. */
	firings: z.array(z.object({ record: recordSummary, place: z.string(), sentence: z.string() })),
});

/** Facts and functions that a condition may use, for the editor and the documentation. */
export const ruleLanguage = z.object({
	facts: z.array(
		z.object({
			path: z.string(),
			type: z.string(),
			title: z.string(),
			subjects: z.array(ruleSubject),
		}),
	),
	functions: z.array(z.object({ signature: z.string(), title: z.string() })),
	codeLists: z.array(
		z.object({ id: z.string(), title: z.string(), source: z.string(), codes: z.number().int() }),
	),
});

export type RuleState = z.infer<typeof ruleState>;
export type RuleLife = z.infer<typeof ruleLife>;
export type RuleSummary = z.infer<typeof ruleSummary>;
export type RuleEvent = z.infer<typeof ruleEvent>;
export type RuleProblem = z.infer<typeof ruleProblem>;
export type RuleTestResult = z.infer<typeof ruleTestResult>;
export type RuleCheck = z.infer<typeof ruleCheck>;
export type Backtest = z.infer<typeof backtest>;
export type RuleDetail = z.infer<typeof ruleDetail>;
export type RuleLanguage = z.infer<typeof ruleLanguage>;

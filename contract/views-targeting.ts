/**
 * What targeting answers with: assessments and their reasons, lanes and capacities, outcomes, fairness.
 * Rules and models have views of their own, beside this.
 */
import { z } from 'zod';
import { recordKind } from './records/record.ts';
import { ruleEffect, ruleId } from './rules.ts';
import { instant, lane, recordId, recordSummary } from './views.ts';

/**
 * What put a record into its lane, in the order in which it is asked: an alert or a mandatory rule; rules; findings of
 * validation; the model; chance; a person. `none`: nothing asked for a check.
 */
export const laneBasis = z.enum(['mandatory', 'rules', 'validation', 'model', 'chance', 'override', 'none']);

/** A probability with its interval: Wilson's, 95 %. */
export const rate = z.object({
	count: z.number().int(),
	of: z.number().int(),
	/** Null where nothing is known. */
	rate: z.number().nullable(),
	low: z.number(),
	high: z.number(),
});

export const ruleReason = z.object({
	rule: ruleId,
	version: z.number().int(),
	title: z.string(),
	/** The reason of the rule with the values of this record. */
	sentence: z.string(),
	/** Where in the record: `items[2]`, `travellers[14]`; empty for the record as a whole. */
	place: z.string(),
	effect: ruleEffect,
	/** Probability that it stood for on the day: the author's, or what inspections had shown. */
	weight: z.number().nullable(),
});

export const modelReason = z.object({
	feature: z.string(),
	/** For an officer: "the price of a kilogram is a third of what is usual for this HS code". */
	sentence: z.string(),
	/** Contribution to the logarithm of the odds; positive makes an offence likelier. */
	effect: z.number(),
	value: z.string().nullable(),
});

/** An assessment as the queue shows it. */
export const assessmentSummary = z.object({
	record: recordSummary,
	lane,
	basis: laneBasis,
	/** 0 to 1: probability, by rules and model together, that an inspection finds something. */
	score: z.number(),
	/** Of the model alone; null where there is none for this kind. */
	probability: z.number().nullable(),
	/** Expected to be recovered, in units of the node's own currency; null where no model says. */
	expectedRevenue: z.number().nullable(),
	/** Most important first, at most five. */
	reasons: z.array(z.string()),
	/** Drawn at random, whatever else speaks for a check. */
	random: z.boolean(),
	/** Rules that failed on this record. */
	errored: z.number().int(),
	state: z.enum(['waiting', 'inspected', 'released']),
	result: z.enum(['nothing-found', 'irregularity', 'offence', 'not-carried-out']).nullable(),
});

export const laneOverride = z.object({
	at: instant,
	by: z.string(),
	from: lane,
	to: lane,
	reason: z.string(),
});

export const recordedOutcome = z.object({
	record: recordId,
	reference: z.string(),
	inspectedAt: z.string(),
	inspection: z.string(),
	result: z.enum(['nothing-found', 'irregularity', 'offence', 'not-carried-out']),
	findings: z.array(z.string()),
	recovered: z.number().nullable(),
	currency: z.string().nullable(),
});

/** All that went into one assessment: the page for the person whom it concerns. */
export const assessmentDetail = z.object({
	summary: assessmentSummary,
	assessedAt: instant,
	/** In words: why this lane, and what was asked before it. */
	laneReason: z.string(),
	rules: z.array(ruleReason),
	errors: z.array(
		z.object({ rule: ruleId, version: z.number().int(), place: z.string(), message: z.string() }),
	),
	model: z
		.object({
			id: z.string(),
			version: z.number().int(),
			probability: z.number(),
			/** Where in the record the highest probability was found. */
			place: z.string(),
			/** `exact`: Shapley values of the trees (TreeSHAP). `path`: along the way through each tree, faster, not exact. */
			method: z.enum(['exact', 'path']),
			/** Logarithm of the odds before anything is known of the record. */
			base: z.number(),
			reasons: z.array(modelReason),
			/** What a challenger said, where one was running. */
			challenger: z.object({ id: z.string(), version: z.number().int(), probability: z.number() }).nullable(),
		})
		.nullable(),
	/** Facts that rules and model were given, by name, as text; never a sensitive attribute. */
	facts: z.array(z.object({ name: z.string(), title: z.string(), value: z.string(), place: z.string() })),
	chance: z.object({ share: z.number(), draw: z.number(), drawn: z.boolean() }),
	/** Of the authorised economic operator that it was counted for; null where there is none. */
	trusted: z.object({ scheme: z.string(), value: z.string(), share: z.number() }).nullable(),
	capacity: z.object({ office: z.string(), lane, used: z.number().int(), of: z.number().int() }).nullable(),
	overrides: z.array(laneOverride),
	outcomes: z.array(recordedOutcome),
});

export const laneSettings = z.object({
	/** Selected by score where rules and model say at least this much, 0 to 1. */
	redFrom: z.number().min(0).max(1),
	yellowFrom: z.number().min(0).max(1),
	blueFrom: z.number().min(0).max(1),
	/** Share of what nothing else selects that is checked at random, 0.001 to 0.2. Never none. */
	randomShare: z.number().min(0.001).max(0.2),
	/** Lane of the random share. */
	randomLane: z.enum(['red', 'yellow']),
	/** Share of selections by rules and model that is kept for trusted traders; never none. */
	trustedShare: z.number().min(0.05).max(1),
	rankBy: z.enum(['probability', 'revenue', 'both']),
	/** Of the node; amounts in others are shown, not added up. */
	currency: z.string().regex(/^[A-Z]{3}$/),
	/** Checks that an office can do in a day (UTC); `*` is every office that is not named. Null: without limit. */
	capacities: z
		.array(
			z.object({
				office: z.string().min(1).max(64),
				red: z.number().int().min(0).max(100_000).nullable(),
				yellow: z.number().int().min(0).max(100_000).nullable(),
			}),
		)
		.max(2_000),
});

export const laneDay = z.object({
	day: z.string(),
	office: z.string(),
	lane,
	basis: laneBasis,
	records: z.number().int(),
	inspected: z.number().int(),
	found: z.number().int(),
	/** Sum in the node's own currency. */
	recovered: z.number(),
});

export const trustedTrader = z.object({
	scheme: z.string().min(1).max(64),
	value: z.string().min(1).max(200),
	name: z.string().max(400),
	programme: z.string().min(1).max(120),
	validUntil: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
	addedBy: z.string(),
	addedAt: instant,
});

export const fairnessDimension = z.enum(['nationality', 'origin', 'office', 'trader-size']);

export const fairnessGroup = z.object({
	group: z.string(),
	assessed: z.number().int(),
	/** Selected for a check, of all that was assessed. */
	selection: rate,
	/** Found something, of all that was inspected. */
	finding: rate,
	/** Selected and nothing found, of all that was inspected. */
	falseAlarm: rate,
	/** Ratio of the selection rate to that of all other groups, with a 95 % interval; null where unknown. */
	selectionRatio: z.object({ ratio: z.number(), low: z.number(), high: z.number() }).nullable(),
	/** Same for the rate of finding. */
	findingRatio: z.object({ ratio: z.number(), low: z.number(), high: z.number() }).nullable(),
	/** Selected far more often without finding more; null where not. The sentence says what was compared. */
	flag: z.string().nullable(),
});

export const fairness = z.object({
	from: z.string(),
	until: z.string(),
	dimension: fairnessDimension,
	/** `all`, `model`, `chance`, or `rule:ID`. */
	by: z.string(),
	groups: z.array(fairnessGroup),
	/** Rules and models that select some group far more often without finding more, over all dimensions. */
	flags: z.array(
		z.object({ by: z.string(), dimension: fairnessDimension, group: z.string(), sentence: z.string() }),
	),
});

export const outcomeGiven = {
	record: recordId,
	inspection: z.enum(['documents', 'scan', 'physical', 'search', 'interview', 'post-clearance']),
	result: z.enum(['nothing-found', 'irregularity', 'offence', 'not-carried-out']),
	findings: z.array(z.string().min(1).max(64)).max(50).default([]),
	description: z.string().max(4_000).optional(),
	recovered: z.number().min(0).optional(),
	currency: z
		.string()
		.regex(/^[A-Z]{3}$/)
		.optional(),
	minutes: z.number().int().min(0).max(100_000).optional(),
	office: z.string().min(1).max(64).optional(),
};

/** How well a way of selecting does: in all, by the random share alone, and what officers changed. */
export const selectionRow = z.object({
	basis: laneBasis,
	kind: recordKind,
	records: z.number().int(),
	finding: rate,
	recovered: z.number(),
});

export type LaneBasis = z.infer<typeof laneBasis>;
export type Rate = z.infer<typeof rate>;
export type RuleReason = z.infer<typeof ruleReason>;
export type ModelReason = z.infer<typeof modelReason>;
export type AssessmentSummary = z.infer<typeof assessmentSummary>;
export type AssessmentDetail = z.infer<typeof assessmentDetail>;
export type LaneSettings = z.infer<typeof laneSettings>;
export type LaneDay = z.infer<typeof laneDay>;
export type TrustedTrader = z.infer<typeof trustedTrader>;
export type FairnessDimension = z.infer<typeof fairnessDimension>;
export type FairnessGroup = z.infer<typeof fairnessGroup>;
export type Fairness = z.infer<typeof fairness>;
export type RecordedOutcome = z.infer<typeof recordedOutcome>;

/**
 * A rule of targeting, as it is written, stored, approved and sent on as a file. The condition is CEL (Common Expression
 * Language) over the facts of one unit and what the node knew before; docs/rules.md lists the facts and functions.
 */
import { z } from 'zod';
import { date } from './records/common.ts';

/** What a rule looks at. A declaration has items, a cargo report consignments, a passenger list travellers. */
export const ruleSubjects = [
	'declaration',
	'goods-item',
	'cargo-report',
	'consignment',
	'passenger-list',
	'traveller',
	'booking',
	'cash-declaration',
	'suspicion-report',
	'movement-event',
] as const;
export const ruleSubject = z.enum(ruleSubjects);

export const ruleId = z.string().regex(/^[a-z][a-z0-9-]{2,63}$/, 'use small letters, digits and hyphens');

/**
 * What follows where the condition holds. A weight is the probability, by the author's word, that an inspection finds
 * something; it gives way to what inspections find. A lane is asked for directly; a mandatory one is beyond capacity.
 */
export const ruleEffect = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('weight'), weight: z.number().min(0.01).max(0.99) }),
	z.strictObject({
		kind: z.literal('lane'),
		lane: z.enum(['red', 'yellow', 'blue']),
		mandatory: z.boolean().default(false),
	}),
]);

const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);

/** A case that the rule must get right before anybody approves it. Facts that are not given are unknown. */
export const ruleTest = z.strictObject({
	name: z.string().min(1).max(200),
	/** Facts by the path that the condition uses: `item.unitPrice`, `importer.seen`. */
	facts: z.record(z.string().max(100), factValue).default({}),
	/** What a function answers in this case: `hops` is 1, `band` has a mean of 10. */
	answers: z.record(z.string().max(100), z.union([factValue, z.record(z.string(), z.number())])).default({}),
	fires: z.boolean(),
});

/** A rule without its state. `{expression}` in the reason is replaced by the value, when it fires. */
export const rule = z.strictObject({
	id: ruleId,
	title: z.string().min(3).max(120),
	/** Shown to the officer: one sentence, with the values that made it fire. */
	reason: z.string().min(3).max(1_000),
	legalBasis: z.string().min(3).max(400),
	/** Where the definition comes from: a standard, a paper, a circular, an analyst's experience. */
	source: z.string().min(3).max(400),
	owner: z.string().min(1).max(120),
	subject: ruleSubject,
	/** CEL, true where the rule fires. A comparison with an unknown number is never true; an unknown text is "". */
	when: z.string().min(1).max(4_000),
	effect: ruleEffect,
	/** First and last day on which it applies; it must be renewed to go on. At most two years. */
	validFrom: date,
	validUntil: date,
	/** Customs offices; empty means all. */
	offices: z.array(z.string().min(1).max(64)).max(500).default([]),
	tests: z.array(ruleTest).max(100).default([]),
});

/** A file of rules: the form of export and import, and of the pack that comes with the program. */
export const ruleFile = z.strictObject({
	format: z.literal('tidewaiter-rules'),
	version: z.literal(1),
	rules: z.array(rule).max(2_000),
});

export type RuleSubject = z.infer<typeof ruleSubject>;
export type RuleEffect = z.infer<typeof ruleEffect>;
export type RuleTest = z.infer<typeof ruleTest>;
export type Rule = z.infer<typeof rule>;
export type RuleFile = z.infer<typeof ruleFile>;

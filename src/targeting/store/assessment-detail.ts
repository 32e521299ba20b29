/**
 * The column `assessment.detail`: all that went into an assessment, small, as JSON. In and out: `AssessmentDetailForm`.
 * Invariant: format ∘ parse is identity; what cannot be read is an empty detail, never an error: the lane stands beside it.
 * Short names: one row for every record, most of them green.
 */
import { z } from 'zod';
import type { RuleEffect } from '../../../contract/rules.ts';
import { lane } from '../../../contract/views.ts';
import { laneBasis } from '../../../contract/views-targeting.ts';
import type { Firing, RuleFailure } from '../model.ts';

const count = z.number().int();

const detailForm = z.object({
	/** Action and list of open hits. */
	a: z.array(z.tuple([z.string(), z.string()])).optional(),
	/** Rules that fired: rule, version, title, place, sentence, effect, weight. */
	f: z
		.array(
			z.tuple([z.string(), count, z.string(), z.string(), z.string(), z.string(), z.number().nullable()]),
		)
		.optional(),
	/** Facts that rules read where they fired: name, place, value. */
	x: z.array(z.tuple([z.string(), z.string(), z.string()])).optional(),
	/** Rules that failed: rule, version, place, message. */
	e: z.array(z.tuple([z.string(), count, z.string(), z.string()])).optional(),
	/** Share and draw. */
	c: z.tuple([z.number(), z.number()]).optional(),
	/** Where the model's probability was highest, the features of it, and what was said of them on the line. */
	m: z
		.object({
			p: z.string(),
			v: z.array(z.union([z.number(), z.string(), z.null()])),
			b: z.number().optional(),
			r: z.array(z.tuple([z.string(), z.string(), z.number(), z.string().nullable()])).optional(),
		})
		.optional(),
	/** Authorised economic operator: scheme, number, share. */
	t: z.tuple([z.string(), z.string(), z.number()]).optional(),
	/** Places: lane, used before, of. */
	k: z.tuple([lane, count, count]).optional(),
	/** Groups that fairness counts it in. */
	g: z
		.object({
			/** Origins. */
			o: z.array(z.string()).optional(),
			/** Size of the trader. */
			s: z.string().optional(),
			/** By nationality: persons, and those of them that something points at. */
			n: z.record(z.string(), z.tuple([count, count])).optional(),
			/** By rule: persons that it points at, by nationality. */
			r: z.record(z.string(), z.record(z.string(), count)).optional(),
		})
		.optional(),
	/** Lane and basis before an officer changed it. */
	w: z.tuple([lane, laneBasis]).optional(),
});

export type StoredDetail = z.infer<typeof detailForm>;
export type StoredGroups = NonNullable<StoredDetail['g']>;

/** Text of a detail. Numbers of features keep six digits: more than any split of a tree tells apart. */
export const formatDetail = (detail: StoredDetail): string => JSON.stringify(detail);

export function parseDetail(text: string): StoredDetail {
	try {
		const read = detailForm.safeParse(JSON.parse(text));
		return read.success ? read.data : {};
	} catch {
		return {};
	}
}

/** Powers of ten by which numbers are scaled; beyond these a number is kept as it is. */
const POWERS = Array.from({ length: 25 }, (_, at) => 10 ** (at - 12));

/** A feature as it is kept: six significant digits; what is not a number is unknown. */
export function keptFeature(value: number | string | null): number | string | null {
	if (typeof value !== 'number' || Number.isInteger(value)) return value;
	if (!Number.isFinite(value)) return null;
	const scale = POWERS[17 - Math.floor(Math.log10(Math.abs(value)))];
	return scale === undefined ? value : scaled(value, scale);
}

/** Divides by a power above one, so that the result is the number nearest to the short decimal. */
const scaled = (value: number, scale: number): number =>
	scale >= 1 ? Math.round(value * scale) / scale : Math.round(value * scale) * Math.round(1 / scale);

const effectText = (effect: RuleEffect): string =>
	effect.kind === 'weight' ? String(effect.weight) : effect.mandatory ? `${effect.lane}!` : effect.lane;

function effectOf(text: string): RuleEffect {
	const mandatory = text.endsWith('!');
	const read = lane.exclude(['green']).safeParse(mandatory ? text.slice(0, -1) : text);
	if (read.success) return { kind: 'lane', lane: read.data, mandatory };
	const weight = Number(text);
	return { kind: 'weight', weight: weight > 0 && weight < 1 ? weight : 0.01 };
}

export const storedFirings = (firings: readonly Firing[]): StoredDetail['f'] =>
	firings.map(({ rule, version, title, place, sentence, effect, weight }) => [
		rule,
		version,
		title,
		place,
		sentence,
		effectText(effect),
		weight === null ? null : Number(weight.toPrecision(6)),
	]);

export const firingsOf = ({ f }: StoredDetail): Firing[] =>
	(f ?? []).map(([rule, version, title, place, sentence, effect, weight]) => ({
		rule,
		version,
		title,
		place,
		sentence,
		effect: effectOf(effect),
		weight,
	}));

export const storedFailures = (failures: readonly RuleFailure[]): StoredDetail['e'] =>
	failures.map(({ rule, version, place, message }) => [rule, version, place, message.slice(0, 300)]);

export const failuresOf = ({ e }: StoredDetail): RuleFailure[] =>
	(e ?? []).map(([rule, version, place, message]) => ({ rule, version, place, message }));

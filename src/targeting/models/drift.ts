/**
 * Whether what a model scores still looks like what it learnt from. A reference keeps the shares of groups of values, of
 * each feature and of the score; counters count the same groups on the line. Population stability index: the sum of
 * (share now − share then) × ln(share now / share then); under 0.1 stable, over 0.25 changed (Siddiqi, 2006).
 */
import { z } from 'zod';
import type { ModelDrift } from '../../../contract/views-models.ts';
import type { FeatureValues } from '../profile/model.ts';
import { binCount } from '../trees/bin-columns.ts';
import { type FeatureBins, MOST_BINS, MOST_FEATURES } from '../trees/model.ts';
import { openRowBinner } from '../trees/score.ts';

const MOST_GROUPS = 11;
/** Values that are not missing are divided into so many groups. */
const GROUPS = 10;
/** Fewer rows say nothing. */
const LEAST_ROWS = 200;
/** Beyond so many rows older ones count half, so that what changes shows. */
const MOST_COUNTED = 100_000;
const CHANGED = 0.25;
const SHIFTED = 0.1;

const shares = z.array(z.number().min(0).max(1)).min(1).max(MOST_GROUPS);

export const driftReference = z.strictObject({
	/** By feature of the ensemble: group of each bin, and the share of each group. */
	features: z
		.array(
			z.strictObject({
				groups: z
					.array(
						z
							.number()
							.int()
							.min(0)
							.max(MOST_GROUPS - 1),
					)
					.max(MOST_BINS),
				shares,
			}),
		)
		.max(MOST_FEATURES),
	/** Upper bounds of the groups of the probability, ascending; one fewer than shares. */
	score: z.strictObject({ bounds: z.array(z.number()).max(MOST_GROUPS - 1), shares }),
	/** Probability that one line in twenty reached. */
	topProbability: z.number().min(0).max(1),
});

export type DriftReference = z.infer<typeof driftReference>;

const driftCounts = z.strictObject({
	rows: z.number().min(0),
	score: z.array(z.number().min(0)).max(MOST_GROUPS),
	features: z.array(z.array(z.number().min(0)).max(MOST_GROUPS)).max(MOST_FEATURES),
});

export type DriftCounts = z.infer<typeof driftCounts>;

/**
 * @param bins of sampled rows, side by side, one byte for each feature.
 * @param probability of the same rows.
 */
export function makeReference(
	features: readonly FeatureBins[],
	bins: Uint8Array,
	probability: Float64Array,
): DriftReference {
	const rows = probability.length;
	const sorted = probability.slice().sort();
	const quantile = (share: number): number => sorted[Math.min(rows - 1, Math.floor(share * rows))] ?? 0;
	const bounds = [...new Set(Array.from({ length: GROUPS - 1 }, (_, at) => quantile((at + 1) / GROUPS)))];
	const score = new Array<number>(bounds.length + 1).fill(0);
	for (const each of probability) score[groupOf(bounds, each)]! += 1 / rows;
	return {
		features: features.map((feature, at) => {
			const counts = new Float64Array(binCount(feature));
			for (let row = 0; row < rows; row++) counts[bins[row * features.length + at]!]!++;
			const groups = groupBins(feature, counts);
			const shares = new Array<number>(Math.max(...groups) + 1).fill(0);
			counts.forEach((count, bin) => {
				shares[groups[bin]!]! += count / Math.max(1, rows);
			});
			return { groups, shares: shares.map((share) => Math.min(1, share)) };
		}),
		score: { bounds, shares: score.map((share) => Math.min(1, share)) },
		topProbability: quantile(0.95),
	};
}

/** Numbers: bins side by side, about as many rows in each group. Categories: the commonest by themselves. Missing is 0. */
function groupBins(feature: FeatureBins, counts: Float64Array): number[] {
	const groups = new Array<number>(counts.length).fill(0);
	if (feature.kind === 'category') {
		const common = Array.from(counts.keys())
			.slice(1)
			.sort((a, b) => counts[b]! - counts[a]! || a - b);
		common.forEach((bin, rank) => {
			groups[bin] = Math.min(rank + 1, GROUPS);
		});
		return groups;
	}
	const all = counts.reduce((sum, count, bin) => (bin === 0 ? sum : sum + count), 0);
	let before = 0;
	for (let bin = 1; bin < counts.length; bin++) {
		groups[bin] = 1 + Math.min(GROUPS - 1, Math.floor((GROUPS * before) / Math.max(1, all)));
		before += counts[bin]!;
	}
	// Groups that nothing fell into are taken out, so that shares are of groups that exist.
	const used = [...new Set(groups)].sort((a, b) => a - b);
	return groups.map((group) => used.indexOf(group));
}

function groupOf(bounds: readonly number[], value: number): number {
	let group = 0;
	while (group < bounds.length && value >= bounds[group]!) group++;
	return group;
}

/**
 * One row in sixteen is counted: it costs as much as scoring with a small model. Which ones follows from their number by
 * the golden ratio, so that traffic with a rhythm does not show one of its beats only.
 */
const isCounted = (number: number): boolean => Math.imul(number, 0x9e3779b1) >>> 28 === 0;

export type DriftCounter = {
	count(rows: readonly FeatureValues[], probability: Float64Array): void;
	/** What was counted since the last time, and begins anew. */
	take(): { readonly scored: number; readonly counts: DriftCounts };
};

/** Counts what a model scores. */
export function openDriftCounter(
	features: readonly FeatureBins[],
	reference: DriftReference,
	arrange: (row: FeatureValues) => FeatureValues,
): DriftCounter {
	const binRow = openRowBinner(features);
	const bins = new Uint8Array(features.length);
	let counts = noCounts(reference);
	let scored = 0;
	return {
		count(rows, probability) {
			for (let row = 0; row < rows.length; row++) {
				if (!isCounted(scored++)) continue;
				binRow(arrange(rows[row]!), bins, 0);
				counts.rows++;
				counts.score[groupOf(reference.score.bounds, probability[row]!)]!++;
				reference.features.forEach(({ groups }, at) => {
					counts.features[at]![groups[bins[at]!] ?? 0]!++;
				});
			}
		},
		take() {
			const taken = { scored, counts };
			counts = noCounts(reference);
			scored = 0;
			return taken;
		},
	};
}

const noCounts = ({ features, score }: DriftReference): DriftCounts => ({
	rows: 0,
	score: score.shares.map(() => 0),
	features: features.map((each) => each.shares.map(() => 0)),
});

/** Reads counts that fit a reference; none where they do not. */
export function readCounts(text: string | null, reference: DriftReference): DriftCounts {
	const empty = noCounts(reference);
	if (text === null) return empty;
	try {
		const read = driftCounts.safeParse(JSON.parse(text));
		const fits =
			read.success &&
			read.data.score.length === empty.score.length &&
			read.data.features.length === empty.features.length &&
			read.data.features.every((each, at) => each.length === empty.features[at]!.length);
		return fits ? read.data : empty;
	} catch {
		return empty;
	}
}

export function addCounts(kept: DriftCounts, more: DriftCounts): DriftCounts {
	const factor = kept.rows + more.rows > MOST_COUNTED ? 0.5 : 1;
	const add = (a: readonly number[], b: readonly number[]): number[] =>
		a.map((value, at) => value * factor + b[at]!);
	return {
		rows: kept.rows * factor + more.rows,
		score: add(kept.score, more.score),
		features: kept.features.map((each, at) => add(each, more.features[at]!)),
	};
}

/** Population stability index; half a row in every group keeps an empty one from being infinite. */
export function stabilityIndex(then: readonly number[], now: readonly number[], rows: number): number {
	const floor = 0.5 / Math.max(1, rows);
	let index = 0;
	then.forEach((share, at) => {
		const before = Math.max(share, floor);
		const after = Math.max(now[at]! / Math.max(1, rows), floor);
		index += (after - before) * Math.log(after / before);
	});
	return index;
}

/** @param named name and title of each feature of the ensemble. */
export function describeDrift(
	reference: DriftReference,
	counts: DriftCounts,
	named: readonly { readonly name: string; readonly title: string }[],
): ModelDrift {
	const rows = Math.round(counts.rows);
	if (rows < LEAST_ROWS)
		return {
			rows,
			score: null,
			features: [],
			sentence: `Only ${rows} of the lines that it scored were sampled, too few to compare with what it learnt from.`,
		};
	const score = stabilityIndex(reference.score.shares, counts.score, counts.rows);
	const features = named
		.map(({ name, title }, at) => ({
			name,
			title,
			index: stabilityIndex(reference.features[at]!.shares, counts.features[at]!, counts.rows),
		}))
		.sort((a, b) => b.index - a.index);
	const changed = features.filter(({ index }) => index >= CHANGED);
	const verdict =
		score >= CHANGED
			? 'The probabilities have changed: train again'
			: score >= SHIFTED
				? 'The probabilities have shifted a little'
				: 'The probabilities are as they were';
	const what =
		changed.length === 0
			? 'no feature has changed much'
			: `${changed.length === 1 ? 'one feature has' : `${changed.length} features have`} changed, most of all ${changed[0]!.title}`;
	return { rows, score, features, sentence: `${verdict} (index ${score.toFixed(2)}); ${what}.` };
}

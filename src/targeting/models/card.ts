/**
 * The card of a model: made from held-out declarations and the replay, never written by hand. All shares are of
 * declarations that somebody inspected; what nobody inspected has no outcome.
 */
import type { ModelCard } from '../../../contract/views-models.ts';
import { parseHsCode } from '../../values/hs-code.ts';
import { wilson } from '../../values/proportion.ts';
import type { Model } from '../trees/fit-model.ts';
import { areaUnderCurve, calibrationError, measureTop } from '../trees/measure.ts';
import { titleOf } from './sentences.ts';
import type { TrainingSet } from './training-replay.ts';

/** A declaration of the held-out days, by its line with the highest margin. */
export type HeldOutCase = {
	readonly day: number;
	readonly caseNumber: number;
	readonly margin: number;
	/** Calibrated on others. */
	readonly probability: number;
	/** Expected amount of all its lines; NaN where no head says. */
	readonly expected: number;
	readonly found: boolean;
	/** Recovered; NaN where it is not known. */
	readonly amount: number;
	readonly random: boolean;
	readonly office: string | null;
	readonly hsCode: string | undefined;
	readonly origin: string | undefined;
};

const CALIBRATION_BINS = 10;
const MOST_GROUPS = 40;
/** Share that is taken as chosen where errors are counted by group. */
const CHOSEN_PERCENT = 5;
/** Figures of the random share alone want so many declarations, and so many of them found. */
const LEAST_RANDOM = { cases: 100, found: 10 } as const;

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export type CardOptions = {
	readonly seed: number;
	readonly currency: string | null;
	/** What counts as found. */
	readonly lookedFor: string;
};

/** Below so much of an area under the curve a ranking is hardly better than chance. */
const HARDLY_BETTER = 0.6;

export function makeCard(
	set: TrainingSet,
	heldOut: readonly HeldOutCase[],
	probability: Model,
	revenue: Model | undefined,
	{ seed, currency, lookedFor }: CardOptions,
): ModelCard {
	const { rows } = set;
	const margin = Float64Array.from(heldOut, (each) => each.margin);
	const found = Float64Array.from(heldOut, (each) => (each.found ? 1 : 0));
	const given = Float64Array.from(heldOut, (each) => each.probability);
	const labelled = rows.length;
	const randomlyChosen = rows.filter(({ random }) => random).length;
	const auc = areaUnderCurve(margin, found);
	return {
		data: {
			from: dayText(set.firstDay),
			until: dayText(set.lastDay),
			lines: set.lines,
			labelled,
			offences: rows.filter((row) => row.found).length,
			randomlyChosen,
		},
		heldOut: {
			from: dayText(heldOut[0]?.day ?? set.lastDay),
			until: dayText(heldOut.at(-1)?.day ?? set.lastDay),
			rows: heldOut.length,
		},
		features: probability.summary.importance.map(({ name, gain, meanEffect }) => ({
			name,
			title: titleOf(name),
			gain,
			meanEffect,
		})),
		...measureTop(margin, found),
		revenueRecallAt: revenueRecall(heldOut),
		auc,
		randomShare: randomFigures(heldOut),
		calibration: { error: calibrationError(given, found), bins: calibrationBins(given, found) },
		errors: {
			office: errorsBy(heldOut, ({ office }) => office ?? 'unknown'),
			section: errorsBy(heldOut, ({ hsCode }) => sectionOf(hsCode)),
			origin: errorsBy(heldOut, ({ origin }) => origin ?? 'unknown'),
		},
		trees: probability.ensemble.trees.length,
		revenueTrees: revenue?.ensemble.trees.length ?? null,
		trainSeconds: 0,
		seed,
		limits: [
			...(auc < HARDLY_BETTER
				? [
						`On the held-out days it ranks hardly better than chance (area under the curve ${auc.toFixed(2)}): do not put it live.`,
					]
				: []),
			`It looks for ${lookedFor}${lookedFor === 'offences' ? '; irregularities count as nothing found' : ', since few offences alone are known; small irregularities blur what it learns'}.`,
			...limitsOf(set, heldOut, randomlyChosen, revenue !== undefined, currency),
		],
	};
}

/** Roman number of the HS section, I to XXI. */
function sectionOf(hsCode: string | undefined): string {
	const read = hsCode === undefined ? undefined : parseHsCode(hsCode);
	return read?.ok === true ? (read.value.section ?? 'national') : 'unknown';
}

/** Ranked by both heads: probability times the amount that is expected. */
function revenueRecall(heldOut: readonly HeldOutCase[]): ModelCard['revenueRecallAt'] {
	const known = heldOut.filter(({ amount, expected }) => !Number.isNaN(amount) && !Number.isNaN(expected));
	if (!known.some(({ amount }) => amount > 0)) return null;
	return measureTop(
		Float64Array.from(known, ({ probability, expected }) => probability * expected),
		Float64Array.from(known, ({ amount }) => amount),
	).recallAt;
}

function randomFigures(heldOut: readonly HeldOutCase[]): ModelCard['randomShare'] {
	const drawn = heldOut.filter(({ random }) => random);
	const offences = drawn.filter(({ found }) => found).length;
	if (drawn.length < LEAST_RANDOM.cases || offences < LEAST_RANDOM.found) return null;
	const margin = Float64Array.from(drawn, (each) => each.margin);
	const found = Float64Array.from(drawn, (each) => (each.found ? 1 : 0));
	return {
		rows: drawn.length,
		offences,
		auc: areaUnderCurve(margin, found),
		...measureTop(margin, found),
	};
}

function calibrationBins(given: Float64Array, found: Float64Array): ModelCard['calibration']['bins'] {
	const order = Int32Array.from(given.keys()).sort((a, b) => given[a]! - given[b]! || a - b);
	const bins = Math.min(CALIBRATION_BINS, Math.max(1, Math.floor(order.length / 20)));
	return Array.from({ length: bins }, (_, bin) => {
		const part = order.subarray(
			Math.floor((order.length * bin) / bins),
			Math.floor((order.length * (bin + 1)) / bins),
		);
		const mean = (values: Float64Array): number =>
			part.reduce((sum, row) => sum + values[row]!, 0) / Math.max(1, part.length);
		return { expected: mean(given), found: mean(found), rows: part.length };
	});
}

/** The largest groups, by how many were inspected. */
function errorsBy(
	heldOut: readonly HeldOutCase[],
	groupOf: (each: HeldOutCase) => string,
): ModelCard['errors']['office'] {
	const top = Math.max(1, Math.round((heldOut.length * CHOSEN_PERCENT) / 100));
	const chosen = new Set([...heldOut].sort((a, b) => b.margin - a.margin).slice(0, top));
	const groups = new Map<string, HeldOutCase[]>();
	for (const each of heldOut) {
		const group = groupOf(each);
		const members = groups.get(group);
		if (members === undefined) groups.set(group, [each]);
		else members.push(each);
	}
	const right = (some: readonly HeldOutCase[]): number => some.filter(({ found }) => found).length;
	return [...groups]
		.sort(([a, left], [b, other]) => other.length - left.length || (a < b ? -1 : 1))
		.slice(0, MOST_GROUPS)
		.map(([group, members]) => {
			const picked = members.filter((each) => chosen.has(each));
			return {
				group,
				rows: members.length,
				found: wilson(right(members), members.length),
				expected: members.reduce((sum, each) => sum + each.probability, 0) / members.length,
				chosen: picked.length,
				precision: wilson(right(picked), picked.length),
			};
		});
}

function limitsOf(
	set: TrainingSet,
	heldOut: readonly HeldOutCase[],
	randomlyChosen: number,
	hasRevenue: boolean,
	currency: string | null,
): string[] {
	const labelled = set.rows.length;
	const share = Math.round((100 * randomlyChosen) / labelled);
	return [
		`Only what was inspected has an outcome, and ${randomlyChosen} of the ${labelled} lines with one (${share} %) were drawn at random. The others were chosen because something spoke against them: figures over all of them say how the model ranks what is suspected, not how it does on all traffic.`,
		`The figures are of ${heldOut.length} inspected declarations of the last days. The same days chose the number of trees and calibrated, half by half, so that they lean a little to the good side.`,
		'A finding names no item. Every line that it can be about counts as found; lines that it cannot be about are left out, and of a declaration with many lines at most 50 count.',
		...(set.leftOut > 0 ? [`${set.leftOut} lines with an outcome were left out for that.`] : []),
		...(set.unreadable > 0 ? [`${set.unreadable} declarations could not be read and were left out.`] : []),
		hasRevenue
			? `The second head expects amounts in ${currency ?? 'the currency of the outcomes'}; amounts in other currencies were left out, and what was found without an amount teaches it nothing.`
			: 'There is no second head: too few amounts recovered are known.',
		'Nationality, sex, age, birth place, religion, health and names are no features. Origin and departure of goods are; see fairness for what they do.',
		'It knows no season: there is no month among its features.',
		...(heldOut.length < 500
			? ['Few declarations were held out: read every figure with its interval in mind.']
			: []),
	];
}

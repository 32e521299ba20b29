/**
 * From the rows of a replay to a model of two heads with its card, and a comparison with the champion on the same days.
 * The last days are held out: trees that did not see them make all figures; then all rows train.
 */
import type { ModelCard, ModelDetail } from '../../../contract/views-models.ts';
import type { FeatureValues } from '../profile/model.ts';
import { tableOf } from '../profile/replay.ts';
import { calibrated } from '../trees/calibrate.ts';
import { calibratedAcross, type Fitted, fitAndHold, highestOfCases, laterFrom } from '../trees/fit-model.ts';
import { answerOf } from '../trees/losses.ts';
import { type TrainOptions, USUAL_OPTIONS } from '../trees/model.ts';
import { openRowBinner, openScorer } from '../trees/score.ts';
import { type HeldOutCase, makeCard } from './card.ts';
import { compareModels } from './compare.ts';
import { makeReference } from './drift.ts';
import type { LiveModel } from './live-models.ts';
import type { StoredModel } from './stored-model.ts';
import type { TrainingRow, TrainingSet } from './training-replay.ts';

/** Fewer teach nothing that would hold. */
export const LEAST = { labelled: 200, offences: 20, amounts: 30, heldOut: 30 } as const;

/** A tree may grow a leaf for every four offences: more would learn them by heart. */
const LEAST_LEAVES = 7;

export type TrainHeadsOptions = {
	readonly seed: number;
	readonly threads: number;
	/** Of the amounts; null where it is not known. */
	readonly currency: string | null;
	readonly champion: LiveModel | undefined;
	readonly onStep: (state: 'training' | 'measuring', done: number, of: number | null) => void;
};

export type TrainedHeads = {
	readonly stored: StoredModel;
	/** `trainSeconds` is for who has a clock. */
	readonly card: ModelCard;
	readonly comparison: ModelDetail['comparison'];
};

export type TrainAnswer =
	| { readonly ok: true; readonly trained: TrainedHeads }
	/** Whole sentences: what is missing, and what to do about it. */
	| { readonly ok: false; readonly reason: string; readonly remedy: string };

export async function trainHeads(all: TrainingSet, options: TrainHeadsOptions): Promise<TrainAnswer> {
	const { set, lookedFor } = targetOf(all);
	const { rows } = set;
	const days = rows.map(({ day }) => day);
	const cut = laterFrom(days);
	const refused = refusal(rows, cut);
	if (refused !== undefined) return { ok: false, ...refused };
	const cases = rows.map(({ caseNumber }) => caseNumber);
	const offences = rows.reduce((sum, { found }) => sum + (found ? 1 : 0), 0);
	const settings: TrainOptions = {
		...USUAL_OPTIONS,
		leaves: Math.min(USUAL_OPTIONS.leaves, Math.max(LEAST_LEAVES, Math.floor(offences / 4))),
		seed: options.seed,
	};
	options.onStep('training', 0, null);
	const shared = {
		threads: options.threads,
		onTree: (trees: number) => options.onStep('training', trees, null),
	};
	const probability = await fitAndHold(
		tableOf(
			rows.map(({ features }) => features),
			Float64Array.from(rows, ({ found }) => (found ? 1 : 0)),
		),
		days,
		{ train: settings, laterFrom: cut, cases, ...shared },
	);
	const revenue = await fitRevenue(rows, rows[cut]!.day, settings, shared);
	options.onStep('measuring', 0, null);
	const heldOut = heldOutCases(rows.slice(cut), probability, revenue);
	const stored: StoredModel = {
		probability: probability.model,
		revenue: revenue?.model ?? null,
		currency: options.currency,
		priorRate: rows.filter(({ found }) => found).length / rows.length,
		reference: referenceOf(probability, set.sample),
	};
	return {
		ok: true,
		trained: {
			stored,
			card: makeCard(set, heldOut, probability.model, revenue?.model, { ...options, lookedFor }),
			comparison:
				options.champion === undefined
					? null
					: compareModels(options.champion, heldOut, rows.slice(cut), rows[cut]!.day),
		},
	};
}

/** What the model looks for: offences, and irregularities too where an agency records few offences. */
type LookedFor = 'offences' | 'irregularities and offences';

/**
 * Small irregularities happen to everybody and teach nothing about offences; a model of both ranks what is careless.
 * From here on `found` is what the model looks for.
 */
function targetOf(set: TrainingSet): { set: TrainingSet; lookedFor: LookedFor } {
	const offences = set.rows.filter(({ offence }) => offence).length;
	if (offences < LEAST.offences) return { set, lookedFor: 'irregularities and offences' };
	return {
		set: { ...set, rows: set.rows.map((row) => ({ ...row, found: row.offence })) },
		lookedFor: 'offences',
	};
}

function refusal(rows: readonly TrainingRow[], cut: number): { reason: string; remedy: string } | undefined {
	const offences = rows.filter(({ found }) => found).length;
	if (rows.length < LEAST.labelled || offences < LEAST.offences)
		return {
			reason: `There is too little to learn from: ${rows.length} lines of goods with an outcome, ${offences} of them with an offence; at least ${LEAST.labelled} and ${LEAST.offences} are needed.`,
			remedy: 'Record what inspections find, or take more days; rules and the random share select meanwhile.',
		};
	const heldOut = rows.slice(Math.max(0, cut));
	const later = heldOut.filter(({ found }) => found).length;
	if (cut <= 0 || heldOut.length < LEAST.heldOut || later === 0 || later === heldOut.length)
		return {
			reason: `The outcomes are of too few days: the last ones must be held out to judge the model, and ${cut <= 0 ? 'all are of one day' : `among ${heldOut.length} lines of the last days ${later} had an offence`}.`,
			remedy: 'Train again when outcomes of more days are there.',
		};
	if (offences - later < LEAST.offences / 2)
		return {
			reason: `Nearly all offences were found in the last days: ${offences - later} before them are too few to learn from.`,
			remedy: 'Train again when outcomes of more days are there.',
		};
	return undefined;
}

/** The head for amounts; undefined where too few are known, before the held-out days or in them. */
async function fitRevenue(
	rows: readonly TrainingRow[],
	cutDay: number,
	settings: TrainOptions,
	shared: { threads: number; onTree: (trees: number) => void },
): Promise<Fitted | undefined> {
	const known = rows.filter(({ amount }) => !Number.isNaN(amount));
	const cut = known.findIndex(({ day }) => day >= cutDay);
	const amounts = (some: readonly TrainingRow[]): number => some.filter(({ amount }) => amount > 0).length;
	if (cut <= 0 || amounts(known) < LEAST.amounts || amounts(known.slice(cut)) === 0) return undefined;
	if (amounts(known.slice(0, cut)) < LEAST.amounts / 2) return undefined;
	return fitAndHold(
		tableOf(
			known.map(({ features }) => features),
			Float64Array.from(known, ({ amount }) => amount),
		),
		known.map(({ day }) => day),
		{
			train: { ...settings, loss: 'tweedie', leaves: Math.min(63, settings.leaves) },
			laterFrom: cut,
			...shared,
		},
	);
}

/** Held-out declarations, each by its line with the highest margin. */
function heldOutCases(
	later: readonly TrainingRow[],
	{ laterMargin }: Fitted,
	revenue: Fitted | undefined,
): HeldOutCase[] {
	const highest = highestOfCases(
		laterMargin,
		later.map(({ caseNumber }) => caseNumber),
	);
	const margin = Float64Array.from(highest, (row) => laterMargin[row]!);
	const probability = calibratedAcross(
		margin,
		Float64Array.from(highest, (row) => (later[row]!.found ? 1 : 0)),
	);
	const expected = new Map<number, number>();
	if (revenue !== undefined) {
		const known = later.filter(({ amount }) => !Number.isNaN(amount));
		revenue.laterMargin.forEach((each, at) => {
			const { caseNumber } = known[at]!;
			expected.set(caseNumber, (expected.get(caseNumber) ?? 0) + answerOf('tweedie', each));
		});
	}
	const amounts = new Map<number, number>();
	for (const { caseNumber, amount } of later)
		amounts.set(caseNumber, (amounts.get(caseNumber) ?? 0) + amount);
	return Array.from(highest, (row, at): HeldOutCase => {
		const { caseNumber, found, random, office, hsCode, origin, day } = later[row]!;
		return {
			day,
			caseNumber,
			margin: margin[at]!,
			probability: probability[at]!,
			expected: expected.get(caseNumber) ?? Number.NaN,
			found,
			amount: amounts.get(caseNumber) ?? Number.NaN,
			random,
			office,
			hsCode,
			origin,
		};
	});
}

function referenceOf({ model }: Fitted, sample: readonly FeatureValues[]) {
	const { features } = model.ensemble;
	const binRow = openRowBinner(features);
	const bins = new Uint8Array(sample.length * features.length);
	sample.forEach((row, at) => {
		binRow(row, bins, at * features.length);
	});
	const probability = openScorer(model.ensemble)
		.scoreRows(sample)
		.map((margin) => calibrated(model.calibration, margin));
	return makeReference(features, bins, probability);
}

/**
 * `bench targeting --train CSV… --test CSV`: learns from earlier months, ranks later ones, and holds the ranking against
 * what was found. Features of a test line come from lines before it; outcomes of test lines are told to nobody.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { FeatureKind } from '../src/targeting/profile/model.ts';
import { FEATURES } from '../src/targeting/profile/profile.ts';
import { type KnownLine, replay, tableOf } from '../src/targeting/profile/replay.ts';
import { binTable } from '../src/targeting/trees/bin-columns.ts';
import { calibrated } from '../src/targeting/trees/calibrate.ts';
import { fitModel } from '../src/targeting/trees/fit-model.ts';
import {
	type AtShare,
	areaUnderCurve,
	calibrationError,
	measureTop,
} from '../src/targeting/trees/measure.ts';
import { type TrainOptions, USUAL_OPTIONS } from '../src/targeting/trees/model.ts';
import { openScorer, type Scorer } from '../src/targeting/trees/score.ts';
import type { LabelledTable } from '../src/targeting/trees/train.ts';
import { measureAssessing } from './targeting-assess.ts';
import { readLines } from './targeting-lines.ts';

export type TargetingBenchOptions = {
	/** Tables of the months to learn from. */
	readonly train: readonly string[];
	/** Table of later months. */
	readonly test: string;
	/** As many trees as this, whatever the inner slice says; by default the inner slice chooses. */
	readonly trees?: number;
	readonly leaves?: number;
	readonly threads?: number;
	/** Also without some of the features. */
	readonly ablation?: boolean;
};

export type TargetingFigures = {
	precisionAt: AtShare;
	recallAt: AtShare;
	auc: number;
	calibrationError: number;
	revenueRecallAt?: AtShare;
};

export type TargetingBenchResult = TargetingFigures & {
	rows: number;
	trees: number;
	/** All that a user waits for: choosing the number of trees, calibration, training on all rows, importance. */
	trainSeconds: number;
	trainCpuSeconds: number;
	/** Features not included, one thread. */
	scorePerSecond: number;
	/** Rules of the pack, features, model, memory, one thread; without rules where the table has no declarations by its mapping. */
	assessPerSecond: number;
	/** Microseconds of a declaration in each part. */
	assessStages?: { rules: number; features: number; model: number; memory: number };
	assessRules?: number;
	/** Among lines whose goods were never declared at this price before: the hard part. */
	newGoods: TargetingFigures & { rows: number };
	ablation?: { [name: string]: TargetingFigures };
};

/** Days that an outcome takes to become known. */
const OUTCOME_DELAY_DAYS = 1;

type Data = { table: LabelledTable; days: Float64Array; test: LabelledTable };

/** @param progress one line for people, on standard error. */
export async function run(
	options: TargetingBenchOptions,
	progress: (line: string) => void,
): Promise<TargetingBenchResult> {
	const known = readLines(await Promise.all(options.train.map((path) => readFile(path, 'utf8'))));
	const testText = await readFile(options.test, 'utf8');
	const later = readLines([testText]);
	const firstTestDay = later[0]?.line.day ?? 0;
	const learnFrom = known.filter(({ line }) => line.day < firstTestDay);
	if (learnFrom.length < known.length)
		progress(
			`${known.length - learnFrom.length} rows are left out: they are not before the first day of the test`,
		);
	const replayStart = performance.now();
	const rows = replay([...learnFrom, ...later], {
		outcomeDelayDays: OUTCOME_DELAY_DAYS,
		knownUntilDay: firstTestDay,
	});
	const replaySeconds = (performance.now() - replayStart) / 1_000;
	progress(
		`${learnFrom.length} rows to learn from, ${later.length} to rank, ${replaySeconds.toFixed(1)} s for features`,
	);
	const data = (keep: (feature: FeatureKind) => boolean): Data => split(learnFrom, later, rows, keep);
	const settings: TrainOptions = {
		...USUAL_OPTIONS,
		...(options.leaves === undefined ? {} : { leaves: options.leaves }),
		...(options.trees === undefined ? {} : { trees: options.trees, patience: 0 }),
	};
	const whole = data(() => true);
	const measured = await trainAndRank(whole, settings, options, progress);
	const assessing = await measureAssessing(testText, measured.scorer);
	const sameGoods = FEATURES.findIndex(({ name }) => name === 'same-goods.known');
	const isNew = later.map((_, at) => !(Number(rows[learnFrom.length + at]![sameGoods] ?? 0) > 0));
	const revenue = later.some((line) => line.revenue !== undefined)
		? Float64Array.from(later, (line) => line.revenue ?? 0)
		: undefined;
	const result: TargetingBenchResult = {
		rows: learnFrom.length,
		...figures(measured.margin, measured.probability, whole.test.target, revenue),
		trees: measured.trees,
		trainSeconds: rounded(measured.trainSeconds, 2),
		trainCpuSeconds: rounded(measured.trainCpuSeconds, 2),
		scorePerSecond: Math.round(measured.scorePerSecond),
		assessPerSecond:
			assessing?.perSecond ?? Math.round(1 / (replaySeconds / rows.length + 1 / measured.scorePerSecond)),
		...(assessing === undefined ? {} : { assessStages: assessing.stages, assessRules: assessing.rules }),
		newGoods: newGoodsFigures(measured, whole.test.target, isNew),
	};
	if (options.ablation) {
		result.ablation = {};
		for (const [name, left] of Object.entries(ABLATIONS)) {
			progress(`without ${name}`);
			const part = data(({ sources }) => !sources.some((source) => left.includes(source)));
			const ranked = await trainAndRank(part, settings, options, progress);
			result.ablation[name] = figures(ranked.margin, ranked.probability, part.test.target, revenue);
		}
	}
	return result;
}

const ABLATIONS: { readonly [name: string]: readonly FeatureKind['sources'][number][] } = {
	identifiers: ['identity'],
	priceAndMass: ['price', 'repeat'],
	repeatedGoods: ['repeat'],
};

type Ranked = {
	scorer: Scorer;
	margin: Float64Array;
	probability: Float64Array;
	trees: number;
	trainSeconds: number;
	trainCpuSeconds: number;
	scorePerSecond: number;
};

function split(
	learnFrom: readonly KnownLine[],
	later: readonly KnownLine[],
	rows: ReturnType<typeof replay>,
	keep: (feature: FeatureKind) => boolean,
): Data {
	const target = (lines: readonly KnownLine[]): Float64Array =>
		Float64Array.from(lines, ({ offence }) => (offence ? 1 : 0));
	const count = learnFrom.length;
	return {
		table: tableOf(rows.slice(0, count), target(learnFrom), keep),
		days: Float64Array.from(learnFrom, ({ line }) => line.day),
		test: tableOf(rows.slice(count), target(later), keep),
	};
}

async function trainAndRank(
	data: Data,
	settings: TrainOptions,
	options: TargetingBenchOptions,
	progress: (line: string) => void,
): Promise<Ranked> {
	const cpu = process.cpuUsage();
	const start = performance.now();
	const { ensemble, calibration, summary } = await fitModel(data.table, data.days, {
		train: settings,
		chooseTrees: options.trees === undefined,
		threads: options.threads ?? availableParallelism(),
		onTree: (trees) => {
			if (trees % 100 === 0)
				progress(`${((performance.now() - start) / 1_000).toFixed(1)} s: ${trees} trees`);
		},
	});
	const trainSeconds = (performance.now() - start) / 1_000;
	const trainCpuSeconds = process.cpuUsage(cpu).user / 1e6;
	progress(
		`${ensemble.trees.length} trees; most important: ${summary.importance
			.slice(0, 8)
			.map(({ name, meanEffect }) => `${name} ${meanEffect.toFixed(2)}`)
			.join(', ')}`,
	);
	const scorer = openScorer(ensemble);
	const { margin, perSecond } = timeScoring(scorer, data.test);
	return {
		scorer,
		margin,
		probability: margin.map((value) => calibrated(calibration, value)),
		trees: ensemble.trees.length,
		trainSeconds,
		trainCpuSeconds,
		scorePerSecond: perSecond,
	};
}

const SCORE_ROUNDS = 5;

/** Binning and trees; best of some rounds, since the first ones run cold. */
function timeScoring(scorer: Scorer, table: LabelledTable): { margin: Float64Array; perSecond: number } {
	let margin = scorer.scoreBinned(binTable(table, scorer.features));
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < SCORE_ROUNDS; round++) {
		const cpu = process.cpuUsage();
		margin = scorer.scoreBinned(binTable(table, scorer.features));
		const { user, system } = process.cpuUsage(cpu);
		best = Math.min(best, (user + system) / 1e6);
	}
	return { margin, perSecond: table.rows / best };
}

function figures(
	margin: Float64Array,
	probability: Float64Array,
	target: Float64Array,
	revenue: Float64Array | undefined,
): TargetingFigures {
	const { precisionAt, recallAt } = measureTop(margin, target);
	return {
		precisionAt: roundedAll(precisionAt),
		recallAt: roundedAll(recallAt),
		auc: rounded(areaUnderCurve(margin, target), 4),
		calibrationError: rounded(calibrationError(probability, target), 4),
		...(revenue === undefined ? {} : { revenueRecallAt: roundedAll(measureTop(margin, revenue).recallAt) }),
	};
}

function newGoodsFigures(
	{ margin, probability }: Ranked,
	target: Float64Array,
	isNew: readonly boolean[],
): TargetingFigures & { rows: number } {
	const pick = (values: Float64Array): Float64Array => values.filter((_, at) => isNew[at]);
	const rows = isNew.filter(Boolean).length;
	return { rows, ...figures(pick(margin), pick(probability), pick(target), undefined) };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const roundedAll = (figures: AtShare): AtShare =>
	Object.fromEntries(Object.entries(figures).map(([share, value]) => [share, rounded(value, 4)]));

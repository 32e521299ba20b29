/**
 * `bench learning`: what becomes of a model that learns only from what it chose. Declarations come week by week; a budget
 * is inspected; only that has outcomes. Three policies: the model alone, the model and a random share, chance alone.
 */
import { readFile } from 'node:fs/promises';
import type { FeatureValues } from '../src/targeting/profile/model.ts';
import { openProfile } from '../src/targeting/profile/profile.ts';
import { tableOf } from '../src/targeting/profile/replay.ts';
import { type TrainOptions, USUAL_OPTIONS } from '../src/targeting/trees/model.ts';
import { openScorer } from '../src/targeting/trees/score.ts';
import { trainHere } from '../src/targeting/trees/train.ts';
import { wilson } from '../src/values/proportion.ts';
import {
	casesOfBorder,
	casesOfTable,
	drawOf,
	type LearningCase,
	type LearningCases,
} from './learning-cases.ts';
import { plotLines } from './text-plot.ts';

export type LearningBenchOptions = {
	/** Table of declarations with what was found; without it only the simulated border is replayed. */
	readonly train?: string;
	/** Days of the simulated border; 0: none. */
	readonly days?: number;
	readonly scale?: number;
	readonly seed?: number;
	/** Repeats with so many seeds from `seed` on: one seed says little. */
	readonly seeds?: number;
	/** Share of the declarations of a week that is inspected. */
	readonly budget?: number;
	/** Share of the budget that is drawn at random. */
	readonly randomShare?: number;
};

export type WeekFigures = {
	week: number;
	inspected: number;
	found: number;
	precision: number;
	/** Of all offences of the week. */
	recall: number;
	/** Share of what all offences of the week were worth. */
	revenue: number;
	/** Of the offences of kinds that were not there at first; null in weeks without any. */
	newKindRecall: number | null;
};

export type PolicyFigures = {
	weekly: WeekFigures[];
	totals: {
		inspected: number;
		found: number;
		precision: number;
		recall: number;
		revenue: number;
		newKindRecall: number;
		/** Weeks from the first declaration of a new kind to the first that was found, by kind; null: never. */
		weeksUntilFound: { [kind: string]: number | null };
	};
	/** Rate of offences in all traffic as the random share tells it, and as it was. */
	rate: { estimate: number | null; low: number; high: number; truth: number };
};

export type ReplayFigures = {
	declarations: number;
	offences: number;
	weeks: number;
	worthOf: string;
	newKinds: { kind: string; fromWeek: number }[];
	policies: { [name in PolicyName]: PolicyFigures };
	/** Found by model and chance, less found by the model alone: in all, among new kinds, and in the last third. */
	exploration: { found: number; newKinds: number; lastThird: number };
};

export type LearningBenchResult = { seed: number; budget: number; randomShare: number } & {
	table?: ReplayFigures;
	border?: ReplayFigures;
	/** Over all seeds, where there are several. */
	means?: { table?: Means; border?: Means };
};

/** Mean of the totals of each policy, and of what exploration brought with its standard error. */
export type Means = {
	seeds: number;
	policies: {
		[name in PolicyName]: { precision: number; recall: number; revenue: number; newKindRecall: number };
	};
	exploration: { found: number; foundError: number; newKinds: number; newKindsError: number };
};

export type PolicyName = 'model' | 'modelAndRandom' | 'random';

/** Small trees: there are a few hundred to some thousand labels. */
const SETTINGS: TrainOptions = {
	...USUAL_OPTIONS,
	trees: 60,
	leaves: 15,
	learningRate: 0.1,
	minRows: 5,
	bins: 64,
};
/** Before so much is known everything is drawn at random, whatever the policy. */
const LEAST = { labels: 100, offences: 5 } as const;
const MOST_TRAINED = 20_000;

export async function run(
	options: LearningBenchOptions,
	progress: (line: string) => void,
): Promise<LearningBenchResult> {
	const { seed = 1, seeds = 1, budget = 0.05, randomShare = 0.1, days = 182, scale = 1 } = options;
	const text = options.train === undefined ? undefined : await readFile(options.train, 'utf8');
	const replays: { table: ReplayFigures[]; border: ReplayFigures[] } = { table: [], border: [] };
	for (let each = seed; each < seed + Math.max(1, seeds); each++) {
		const settings = { seed: each, budget, randomShare };
		if (text !== undefined)
			replays.table.push(replayPolicies('table', casesOfTable(text, each), settings, progress));
		if (days > 0)
			replays.border.push(replayPolicies('border', casesOfBorder(each, days, scale), settings, progress));
	}
	const [table, border] = [replays.table[0], replays.border[0]];
	return {
		seed,
		budget,
		randomShare,
		...(table === undefined ? {} : { table }),
		...(border === undefined ? {} : { border }),
		...(seeds > 1
			? {
					means: {
						...(table === undefined ? {} : { table: meansOf(replays.table) }),
						...(border === undefined ? {} : { border: meansOf(replays.border) }),
					},
				}
			: {}),
	};
}

function meansOf(replays: readonly ReplayFigures[]): Means {
	const mean = (values: readonly number[]): number =>
		rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
	const error = (values: readonly number[]): number => {
		const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
		const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
		return rounded(Math.sqrt(squares / Math.max(1, values.length - 1) / values.length));
	};
	const policy = (name: PolicyName): Means['policies'][PolicyName] => {
		const totals = replays.map(({ policies }) => policies[name].totals);
		return {
			precision: mean(totals.map(({ precision }) => precision)),
			recall: mean(totals.map(({ recall }) => recall)),
			revenue: mean(totals.map(({ revenue }) => revenue)),
			newKindRecall: mean(totals.map(({ newKindRecall }) => newKindRecall)),
		};
	};
	const found = replays.map(({ exploration }) => exploration.found);
	const newKinds = replays.map(({ exploration }) => exploration.newKinds);
	return {
		seeds: replays.length,
		policies: {
			model: policy('model'),
			modelAndRandom: policy('modelAndRandom'),
			random: policy('random'),
		},
		exploration: {
			found: mean(found),
			foundError: error(found),
			newKinds: mean(newKinds),
			newKindsError: error(newKinds),
		},
	};
}

type Settings = { readonly seed: number; readonly budget: number; readonly randomShare: number };

function replayPolicies(
	name: string,
	cases: LearningCases,
	settings: Settings,
	progress: (line: string) => void,
): ReplayFigures {
	const offences = cases.cases.filter(({ kind }) => kind !== undefined).length;
	progress(
		`${name}: ${cases.cases.length} declarations in ${cases.weeks} weeks, ${offences} with an offence`,
	);
	const shares: { readonly [policy in PolicyName]: number } = {
		model: 0,
		modelAndRandom: settings.randomShare,
		random: 1,
	};
	const policies = Object.fromEntries(
		Object.entries(shares).map(([policy, share]) => {
			const figures = replayPolicy(cases, { ...settings, randomShare: share });
			const { precision, recall, newKindRecall } = figures.totals;
			progress(`${name}, ${policy}: precision ${precision}, recall ${recall}, of new kinds ${newKindRecall}`);
			return [policy, figures];
		}),
		// Every policy is in the table that the entries came from.
	) as ReplayFigures['policies'];
	for (const [title, value] of [
		['precision', (week: WeekFigures) => week.precision],
		['revenue', (week: WeekFigures) => week.revenue],
		['recall of new kinds', (week: WeekFigures) => week.newKindRecall ?? Number.NaN],
	] as const) {
		progress(`${name}: ${title} by week, mean of four`);
		const rows = Object.entries(policies).map(([policy, { weekly }]) => ({
			name: policy,
			values: weekly.map(value),
		}));
		for (const line of plotLines(rows, 4)) progress(`  ${line}`);
	}
	const found = ({ weekly }: PolicyFigures, from: number): number =>
		weekly.reduce((sum, week) => sum + (week.week >= from ? week.found : 0), 0);
	const { model, modelAndRandom } = policies;
	const news = (figures: PolicyFigures): number => figures.totals.newKindRecall;
	return {
		declarations: cases.cases.length,
		offences,
		weeks: cases.weeks,
		worthOf: cases.worthOf,
		newKinds: [...cases.newFrom].map(([kind, fromWeek]) => ({ kind, fromWeek })),
		policies,
		exploration: {
			found: found(modelAndRandom, 0) - found(model, 0),
			newKinds: rounded(news(modelAndRandom) - news(model)),
			lastThird:
				found(modelAndRandom, Math.floor((2 * cases.weeks) / 3)) -
				found(model, Math.floor((2 * cases.weeks) / 3)),
		},
	};
}

type Row = { readonly features: FeatureValues; readonly offence: boolean };

function replayPolicy(
	{ cases, weeks, newFrom }: LearningCases,
	{ seed, budget, randomShare }: Settings,
): PolicyFigures {
	const profile = openProfile();
	let rows: Row[] = [];
	let labels = 0;
	let offences = 0;
	let score: ((features: readonly FeatureValues[]) => number) | undefined;
	const weekly: WeekFigures[] = [];
	const chosen: LearningCase[] = [];
	const drawn = { count: 0, found: 0 };
	let next = 0;
	for (let week = 0; week < weeks; week++) {
		const first = next;
		const features: FeatureValues[][] = [];
		for (; cases[next]?.week === week; next++) {
			const { lines } = cases[next]!;
			features.push(lines.map((line) => profile.features(line)));
			for (const line of lines) profile.see(line);
		}
		const ofWeek = cases.slice(first, next);
		const places = Math.round(budget * ofWeek.length);
		const byChance = score === undefined ? places : Math.round(randomShare * places);
		const lots = ofWeek.map((_, at) => drawOf(seed, 5, first + at));
		const random = highest(lots, byChance, new Set());
		const scoreNow = score;
		const scores = scoreNow === undefined ? lots : features.map((each) => scoreNow(each));
		const picked = new Set([...random, ...highest(scores, places - random.length, new Set(random))]);
		for (const at of picked) {
			const each = ofWeek[at]!;
			const offence = each.kind !== undefined;
			chosen.push(each);
			labels++;
			if (offence) offences++;
			for (const row of features[at]!) rows.push({ features: row, offence });
			for (const line of each.lines) profile.learn(line, offence);
		}
		drawn.count += random.length;
		drawn.found += random.filter((at) => ofWeek[at]!.kind !== undefined).length;
		weekly.push(weekFigures(week, ofWeek, picked, newFrom));
		if (randomShare < 1 && labels >= LEAST.labels && offences >= LEAST.offences) {
			rows = rows.slice(-MOST_TRAINED);
			score = trained(rows, seed);
		}
	}
	return { weekly, totals: totalsOf(cases, chosen, newFrom), rate: rateOf(cases, drawn) };
}

/** Highest score of the lines of a declaration, by a model that has just been trained. */
function trained(rows: readonly Row[], seed: number): (features: readonly FeatureValues[]) => number {
	const table = tableOf(
		rows.map(({ features }) => features),
		Float64Array.from(rows, ({ offence }) => (offence ? 1 : 0)),
	);
	const scorer = openScorer(trainHere(table, { ...SETTINGS, seed }).ensemble);
	return (features) => Math.max(...scorer.scoreRows(features));
}

/** Places of the highest values, those in `not` left out. */
const highest = (values: readonly number[], count: number, not: ReadonlySet<number>): number[] =>
	[...values.keys()]
		.filter((at) => !not.has(at))
		.sort((a, b) => values[b]! - values[a]! || a - b)
		.slice(0, Math.max(0, count));

const rounded = (value: number): number => Number(value.toFixed(4));

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(part / whole));

const worth = (some: readonly LearningCase[]): number =>
	some.reduce((sum, each) => sum + (each.kind === undefined ? 0 : each.worth), 0);

const withOffence = (some: readonly LearningCase[]): LearningCase[] =>
	some.filter(({ kind }) => kind !== undefined);

function weekFigures(
	week: number,
	cases: readonly LearningCase[],
	picked: ReadonlySet<number>,
	newFrom: ReadonlyMap<string, number>,
): WeekFigures {
	const inspected = [...picked].map((at) => cases[at]!);
	const all = withOffence(cases);
	const found = withOffence(inspected);
	const isNew = ({ kind }: LearningCase): boolean => kind !== undefined && newFrom.has(kind);
	const news = all.filter(isNew).length;
	return {
		week,
		inspected: inspected.length,
		found: found.length,
		precision: ratio(found.length, inspected.length),
		recall: ratio(found.length, all.length),
		revenue: ratio(worth(inspected), worth(cases)),
		newKindRecall: news === 0 ? null : ratio(found.filter(isNew).length, news),
	};
}

function totalsOf(
	cases: readonly LearningCase[],
	chosen: readonly LearningCase[],
	newFrom: ReadonlyMap<string, number>,
): PolicyFigures['totals'] {
	const all = withOffence(cases);
	const found = withOffence(chosen);
	const isNew = ({ kind }: LearningCase): boolean => kind !== undefined && newFrom.has(kind);
	const firstWeek = (some: readonly LearningCase[], kind: string): number | undefined =>
		some.find((each) => each.kind === kind)?.week;
	return {
		inspected: chosen.length,
		found: found.length,
		precision: ratio(found.length, chosen.length),
		recall: ratio(found.length, all.length),
		revenue: ratio(worth(chosen), worth(cases)),
		newKindRecall: ratio(found.filter(isNew).length, all.filter(isNew).length),
		weeksUntilFound: Object.fromEntries(
			[...newFrom.keys()].map((kind) => {
				const came = firstWeek(all, kind);
				const seen = firstWeek(found, kind);
				return [kind, came === undefined || seen === undefined ? null : seen - came];
			}),
		),
	};
}

function rateOf(
	cases: readonly LearningCase[],
	drawn: { readonly count: number; readonly found: number },
): PolicyFigures['rate'] {
	const { rate, low, high } = wilson(drawn.found, drawn.count);
	return {
		estimate: rate === null ? null : rounded(rate),
		low: rounded(low),
		high: rounded(high),
		truth: ratio(withOffence(cases).length, cases.length),
	};
}

/**
 * From rows in order of time to a model that can go to work: a later slice of the rows chooses the number of trees and
 * calibrates, then all rows train. The summary is made from figures on that later slice, which its trees did not see.
 */
import { binTable } from './bin-columns.ts';
import { type Calibration, calibrated, fitCalibration } from './calibrate.ts';
import { openExplainer } from './explain.ts';
import { areaUnderCurve, calibrationError, measureTop } from './measure.ts';
import type { BinnedTable, Ensemble, Table, TrainOptions } from './model.ts';
import { openScorer } from './score.ts';
import { type LabelledTable, train } from './train.ts';

export type TrainingSummary = {
	/** First and last day of the rows, YYYY-MM-DD. */
	readonly firstDay: string;
	readonly lastDay: string;
	readonly rows: number;
	/** Rows whose target is above zero. */
	readonly found: number;
	readonly options: TrainOptions;
	/** The later slice, ranked by trees that did not see it. */
	readonly later: {
		readonly firstDay: string;
		readonly rows: number;
		readonly precisionAt: { readonly [percent: string]: number };
		readonly recallAt: { readonly [percent: string]: number };
		readonly areaUnderCurve: number;
		readonly calibrationError: number;
	};
	/** By feature, the most important first. `meanEffect` is the mean size of the exact contribution, on `explainedRows` rows. */
	readonly importance: readonly {
		readonly name: string;
		readonly gain: number;
		readonly meanEffect: number;
	}[];
	readonly explainedRows: number;
};

export type Model = {
	readonly ensemble: Ensemble;
	/** Empty lists for losses other than the logistic one. */
	readonly calibration: Calibration;
	readonly summary: TrainingSummary;
};

/** Rows that are explained for the importance of features: they cost some ten milliseconds each. */
const EXPLAINED_ROWS = 60;

export type FitOptions = {
	readonly train: TrainOptions;
	/** Share of the days' rows, at the end, that chooses and calibrates. */
	readonly laterShare?: number;
	/** false: train as many trees as `train.trees` says. */
	readonly chooseTrees?: boolean;
	/** First row of the later slice, where somebody else has divided the rows. */
	readonly laterFrom?: number;
	/** Case of each row, ascending: rows of one case are judged together, by the highest margin among them. */
	readonly cases?: ArrayLike<number>;
	readonly threads?: number;
	readonly onTree?: (trees: number) => void;
};

export type Fitted = {
	readonly model: Model;
	/** First row of the later slice. */
	readonly cut: number;
	/** Margins of the rows of the later slice, by trees that did not see it. */
	readonly laterMargin: Float64Array;
};

/** Row with the highest margin of each case. */
export function highestOfCases(margin: Float64Array, cases: ArrayLike<number> | undefined): Int32Array {
	if (cases === undefined) return Int32Array.from(margin.keys());
	const highest: number[] = [];
	for (let row = 0; row < margin.length; row++) {
		if (row === 0 || cases[row] !== cases[row - 1]) highest.push(row);
		else if (margin[row]! > margin[highest.at(-1)!]!) highest[highest.length - 1] = row;
	}
	return Int32Array.from(highest);
}

/** Where the later slice begins: a share of the rows at the end, and never within a day. 0 where there is no such place. */
export function laterFrom(days: ArrayLike<number>, laterShare = 0.15): number {
	let cut = Math.floor(days.length * (1 - laterShare));
	while (cut > 0 && days[cut - 1] === days[cut]) cut--;
	return cut;
}

/**
 * @param table rows ascending by time.
 * @param days day of each row, days since 1970-01-01; a day is never divided between the slices.
 */
export const fitModel = async (
	table: LabelledTable,
	days: ArrayLike<number>,
	options: FitOptions,
): Promise<Model> => (await fitAndHold(table, days, options)).model;

/** As `fitModel`, with the margins that its figures were made from. */
export async function fitAndHold(
	table: LabelledTable,
	days: ArrayLike<number>,
	options: FitOptions,
): Promise<Fitted> {
	const cut = options.laterFrom ?? laterFrom(days, options.laterShare);
	if (cut <= 0 || cut >= table.rows) throw new RangeError('There must be rows of several days.');
	const earlier = sliceTable(table, 0, cut);
	const later = sliceTable(table, cut, table.rows);
	const extra = {
		...(options.threads === undefined ? {} : { threads: options.threads }),
		...(options.onTree === undefined ? {} : { onTree: options.onTree }),
	};
	const patience = options.chooseTrees === false ? 0 : Math.max(options.train.patience, 30);
	const { ensemble: first } = await train(earlier, { ...options.train, patience }, { ...extra, later });
	const laterMargin = openScorer(first).scoreBinned(binTable(later, first.features));
	const { cases } = options;
	const judged = highestOfCases(
		laterMargin,
		cases === undefined
			? undefined
			: Float64Array.from({ length: later.rows }, (_, row) => cases[cut + row]!),
	);
	const margin = Float64Array.from(judged, (row) => laterMargin[row]!);
	const judgedTarget = Float64Array.from(judged, (row) => later.target[row]!);
	const logistic = options.train.loss === 'logistic';
	const calibration = logistic ? fitCalibration(margin, judgedTarget) : { margins: [], probabilities: [] };
	const settings = { ...options.train, trees: first.trees.length, patience: 0 };
	const { ensemble } = await train(table, settings, extra);
	const model: Model = {
		ensemble,
		calibration,
		summary: {
			firstDay: dayText(days[0]!),
			lastDay: dayText(days[table.rows - 1]!),
			rows: table.rows,
			found: table.target.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0),
			options: settings,
			later: {
				firstDay: dayText(days[cut]!),
				rows: margin.length,
				...measureTop(margin, judgedTarget),
				areaUnderCurve: areaUnderCurve(margin, judgedTarget),
				calibrationError: logistic
					? calibrationError(calibratedAcross(margin, judgedTarget), judgedTarget)
					: 0,
			},
			...importanceOf(ensemble, binTable(table, ensemble.features)),
		},
	};
	return { model, cut, laterMargin };
}

/** Probabilities calibrated on one half for the other, both ways: rows that calibrate cannot also judge. */
export function calibratedAcross(margin: Float64Array, target: Float64Array): Float64Array {
	const fits = [0, 1].map((half) =>
		fitCalibration(
			margin.filter((_, at) => at % 2 !== half),
			target.filter((_, at) => at % 2 !== half),
		),
	);
	return margin.map((value, at) => calibrated(fits[at % 2]!, value));
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Rows `from` to `to` of a table. */
export function sliceTable(table: LabelledTable, from: number, to: number): LabelledTable {
	return {
		rows: to - from,
		columns: table.columns.map((column): Table['columns'][number] =>
			column.kind === 'numeric'
				? { ...column, values: column.values.subarray(from, to) }
				: { ...column, codes: column.codes.subarray(from, to) },
		),
		target: table.target.subarray(from, to),
	};
}

/** Importance by gain, and by exact contributions on rows spread evenly over the table. */
export function importanceOf(
	ensemble: Ensemble,
	table: BinnedTable,
): Pick<TrainingSummary, 'importance' | 'explainedRows'> {
	const width = ensemble.features.length;
	const gain = new Float64Array(width);
	for (const tree of ensemble.trees) {
		tree.feature.forEach((feature, node) => {
			gain[feature]! += tree.gain[node]!;
		});
	}
	const explainer = openExplainer(ensemble);
	const effect = new Float64Array(width);
	const rows = Math.min(EXPLAINED_ROWS, table.rows);
	const bins = new Uint8Array(width);
	for (let each = 0; each < rows; each++) {
		const row = Math.floor((each * table.rows) / rows);
		for (let feature = 0; feature < width; feature++) bins[feature] = table.bins[feature * table.rows + row]!;
		explainer.exact(bins).contributions.forEach((value, feature) => {
			effect[feature]! += Math.abs(value) / rows;
		});
	}
	return {
		importance: ensemble.features
			.map(({ name }, feature) => ({ name, gain: gain[feature]!, meanEffect: effect[feature]! }))
			.sort((a, b) => b.meanEffect - a.meanEffect || b.gain - a.gain),
		explainedRows: rows,
	};
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binTable } from './bin-columns.ts';
import { answerOf } from './losses.ts';
import { makeTable } from './made-table.fixture.ts';
import { areaUnderCurve } from './measure.ts';
import { type Column, type TrainOptions, USUAL_OPTIONS } from './model.ts';
import { openScorer } from './score.ts';
import { type LabelledTable, train, trainHere } from './train.ts';

const SMALL: TrainOptions = {
	...USUAL_OPTIONS,
	trees: 12,
	leaves: 15,
	minRows: 5,
	featureShare: 1,
	learningRate: 0.2,
};

/** One tree without shrinkage or limits. */
const ONE_TREE: TrainOptions = {
	...SMALL,
	loss: 'squared',
	trees: 1,
	learningRate: 1,
	minRows: 1,
	l2: 0,
	minHessian: 0.5,
};

const numeric = (name: string, ...values: number[]): Column => ({
	kind: 'numeric',
	name,
	values: Float64Array.from(values),
});

const tableOf = (target: number[], ...columns: Column[]): LabelledTable => ({
	rows: target.length,
	columns,
	target: Float64Array.from(target),
});

const marginsOf = (table: LabelledTable, options: TrainOptions): number[] => {
	const { ensemble } = trainHere(table, options);
	return Array.from(openScorer(ensemble).scoreBinned(binTable(table, ensemble.features)));
};

const whole = (value: number): number => Math.round(value) + 0;

describe('a tree that can be computed by hand', () => {
	it('divides where the squares fall most, and gives each side its mean', () => {
		const table = tableOf([1, 1, 1, 9, 9], numeric('x', 10, 20, 30, 40, 50));
		const { ensemble } = trainHere(table, { ...ONE_TREE, leaves: 2 });
		const tree = ensemble.trees[0]!;
		expect(ensemble.base).toBeCloseTo(4.2, 12);
		expect(tree.feature).toEqual([0]);
		expect(tree.splitBin).toEqual([3]);
		expect(tree.leafRows).toEqual([3, 2]);
		expect(tree.leafValue[0]).toBeCloseTo(1 - 4.2, 9);
		expect(tree.leafValue[1]).toBeCloseTo(9 - 4.2, 9);
		// Sum of squares before: 3 * 3.2² + 2 * 4.8² = 76.8; nothing is left. Packed sums are rounded.
		expect(tree.gain[0]! / 76.8).toBeCloseTo(1, 2);
	});

	it('takes the step of Newton for the logistic loss', () => {
		const table = tableOf([0, 0, 0, 1], numeric('x', 1, 2, 3, 4));
		const options: TrainOptions = { ...ONE_TREE, loss: 'logistic', leaves: 2, minHessian: 0.01, l2: 1 };
		const tree = trainHere(table, options).ensemble.trees[0]!;
		// p = 1/4: gradients 1/4, 1/4, 1/4 and -3/4; hessians 3/16 each.
		expect(tree.splitBin).toEqual([3]);
		expect(tree.leafValue[0]).toBeCloseTo(-0.75 / (9 / 16 + 1), 9);
		expect(tree.leafValue[1]).toBeCloseTo(0.75 / (3 / 16 + 1), 9);
	});

	it('sends what is missing to the side where it belongs', () => {
		const target = [5, 5, 0, 0, 5, 5, 5];
		const high = tableOf(target, numeric('x', 8, 9, 1, 2, Number.NaN, Number.NaN, Number.NaN));
		expect(marginsOf(high, { ...ONE_TREE, leaves: 2 }).map(whole)).toEqual(target);
		const low = tableOf(target, numeric('x', 1, 2, 8, 9, Number.NaN, Number.NaN, Number.NaN));
		const { ensemble } = trainHere(low, { ...ONE_TREE, leaves: 2 });
		expect(ensemble.trees[0]!.missingLeft).toEqual([true]);
		expect(marginsOf(low, { ...ONE_TREE, leaves: 2 }).map(whole)).toEqual(target);
	});

	it('divides by missing alone', () => {
		const target = [0, 0, 0, 4, 4];
		const table = tableOf(target, numeric('x', 3, 3, 3, Number.NaN, Number.NaN));
		expect(marginsOf(table, { ...ONE_TREE, leaves: 2 }).map(whole)).toEqual(target);
	});

	it('puts categories in the order of what they stand for, and finds the best set in one split', () => {
		const codes = Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7]);
		const target = Array.from(codes, (code) => ([1, 4, 6].includes(code) ? 10 : 0));
		const table = tableOf(target, { kind: 'category', name: 'c', codes, categories: [...'abcdefgh'] });
		const options = { ...ONE_TREE, leaves: 2, categorySmoothing: 0.1, categoryL2: 0 };
		expect(marginsOf(table, options).map(whole)).toEqual(target);
	});

	it('stays a single leaf where nothing can be told apart', () => {
		const { ensemble } = trainHere(tableOf([1, 0, 1, 0], numeric('x', 7, 7, 7, 7)), SMALL);
		expect(ensemble.trees.every((tree) => tree.leafValue.length === 1)).toBe(true);
		expect(openScorer(ensemble).scoreRow([7])).toBeCloseTo(0, 9);
	});
});

describe('training', () => {
	const table = makeTable(3_000, 1);

	it('learns: later rows are ranked far better than by chance', () => {
		const later = makeTable(2_000, 2);
		const { ensemble } = trainHere(table, { ...SMALL, trees: 40 });
		const margins = openScorer(ensemble).scoreBinned(binTable(later, ensemble.features));
		expect(areaUnderCurve(margins, later.target)).toBeGreaterThan(0.8);
	});

	it('gives the same trees for the same seed, and others for another', () => {
		const options = { ...SMALL, featureShare: 0.7, rowShare: 0.7 };
		expect(trainHere(table, options)).toEqual(trainHere(table, options));
		expect(trainHere(table, options)).not.toEqual(trainHere(table, { ...options, seed: 2 }));
	});

	it('gives the same trees whatever the number of threads', async () => {
		const later = makeTable(500, 3);
		const options = { ...SMALL, featureShare: 0.7, rowShare: 0.8, patience: 5 };
		const alone = trainHere(table, options, later);
		for (const threads of [1, 2, 3]) expect(await train(table, options, { threads, later })).toEqual(alone);
	});

	it('gives the same trees where features tie, whatever the number of threads', async () => {
		const columns = table.columns.flatMap((column) => [column, { ...column, name: `${column.name} again` }]);
		const twice = { ...table, columns };
		const { ensemble } = trainHere(twice, SMALL);
		expect((await train(twice, SMALL, { threads: 2 })).ensemble).toEqual(ensemble);
		for (const tree of ensemble.trees) expect(tree.feature.every((feature) => feature % 2 === 0)).toBe(true);
	});

	it('does not see a monotone transformation of a number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
				const before = makeTable(300, seed);
				const columns = before.columns.map((column) =>
					column.kind === 'numeric'
						? { ...column, values: column.values.map((value) => Math.exp(value / 100)) }
						: column,
				);
				const { trees } = trainHere(before, SMALL).ensemble;
				expect(trainHere({ ...before, columns }, SMALL).ensemble.trees).toEqual(trees);
			}),
			{ numRuns: 10, seed: 1 },
		);
	});

	it('keeps to its limits', () => {
		const { ensemble } = trainHere(table, { ...SMALL, leaves: 64, maxDepth: 3, minRows: 40 });
		for (const tree of ensemble.trees) {
			expect(tree.leafValue.length).toBeLessThanOrEqual(8);
			// Rows of a side are estimated from their hessian, so the limit holds roughly.
			expect(Math.min(...tree.leafRows)).toBeGreaterThanOrEqual(20);
			expect(tree.leafRows.reduce((sum, rows) => sum + rows, 0)).toBe(table.rows);
		}
	});

	it('stops when a later slice gets no better, and keeps the trees up to its lowest loss', () => {
		const later = makeTable(1_000, 4);
		const { ensemble, laterLoss } = trainHere(table, { ...SMALL, trees: 300, patience: 10 }, later);
		const best = laterLoss.indexOf(Math.min(...laterLoss));
		expect(laterLoss.length).toBe(best + 11);
		expect(ensemble.trees.length).toBe(best + 1);
	});

	it('weighs offences as told', () => {
		const mean = (options: TrainOptions): number =>
			marginsOf(table, options).reduce((sum, margin) => sum + margin, 0) / table.rows;
		expect(mean({ ...SMALL, positiveWeight: 4 })).toBeGreaterThan(mean(SMALL) + 0.5);
	});

	it('expects amounts: Tweedie answers are means of amounts that are mostly zero', () => {
		const amounts = { ...table, target: table.target.map((found, row) => found * (100 + (row % 50))) };
		const options: TrainOptions = { ...SMALL, loss: 'tweedie', trees: 60 };
		const sum = marginsOf(amounts, options).reduce((all, margin) => all + answerOf('tweedie', margin), 0);
		const share = sum / amounts.target.reduce((all, amount) => all + amount, 0);
		expect(share).toBeGreaterThan(0.9);
		expect(share).toBeLessThan(1.1);
	});

	it('refuses what it cannot learn from', () => {
		expect(() => trainHere({ ...table, rows: 0 }, SMALL)).toThrow(RangeError);
		expect(() => trainHere({ ...table, columns: [] }, SMALL)).toThrow(RangeError);
	});
});

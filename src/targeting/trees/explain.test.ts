import { describe, expect, it } from 'vitest';
import { binTable } from './bin-columns.ts';
import { openExplainer } from './explain.ts';
import { makeTable } from './made-table.fixture.ts';
import { type BinnedTable, type Ensemble, type Tree, USUAL_OPTIONS } from './model.ts';
import { openScorer } from './score.ts';
import { trainHere } from './train.ts';

const table = makeTable(2_000, 11);
const { ensemble } = trainHere(table, {
	...USUAL_OPTIONS,
	trees: 20,
	leaves: 31,
	minRows: 5,
	learningRate: 0.2,
});
const binned = binTable(table, ensemble.features);
const rowBins = (from: BinnedTable, row: number): Uint8Array =>
	Uint8Array.from(from.features, (_, feature) => from.bins[feature * from.rows + row]!);

/** The margin if only `known` features are known: where another is asked, both ways by their rows. */
function expected(tree: Tree, bins: Uint8Array, known: ReadonlySet<number>, child: number): number {
	if (child < 0) return tree.leafValue[~child]!;
	const [left, right] = [tree.left[child]!, tree.right[child]!];
	const feature = tree.feature[child]!;
	if (known.has(feature)) {
		const bin = bins[feature]!;
		const goesLeft =
			tree.splitBin[child]! < 0
				? tree.leftBins[child]!.includes(bin)
				: bin === 0
					? tree.missingLeft[child]!
					: bin <= tree.splitBin[child]!;
		return expected(tree, bins, known, goesLeft ? left : right);
	}
	const rowsOf = (to: number): number => (to >= 0 ? tree.nodeRows[to]! : tree.leafRows[~to]!);
	return (
		(expected(tree, bins, known, left) * rowsOf(left) + expected(tree, bins, known, right) * rowsOf(right)) /
		tree.nodeRows[child]!
	);
}

/** Shapley values by their definition, over all orders of three features. */
function byDefinition(of: Ensemble, bins: Uint8Array): number[] {
	const orders = [
		[0, 1, 2],
		[0, 2, 1],
		[1, 0, 2],
		[1, 2, 0],
		[2, 0, 1],
		[2, 1, 0],
	];
	const values = [0, 0, 0];
	for (const tree of of.trees) {
		for (const order of orders) {
			const known = new Set<number>();
			let before = expected(tree, bins, known, tree.feature.length === 0 ? -1 : 0);
			for (const feature of order) {
				known.add(feature);
				const after = expected(tree, bins, known, tree.feature.length === 0 ? -1 : 0);
				values[feature]! += (after - before) / orders.length;
				before = after;
			}
		}
	}
	return values;
}

describe('reasons', () => {
	const explainer = openExplainer(ensemble);
	const margins = openScorer(ensemble).scoreBinned(binned);

	it('add up to the margin, exact and by path', () => {
		for (let row = 0; row < 200; row++) {
			const bins = rowBins(binned, row);
			for (const { base, contributions } of [explainer.exact(bins), explainer.path(bins)]) {
				expect(contributions.reduce((sum, value) => sum + value, base)).toBeCloseTo(margins[row]!, 9);
			}
		}
	});

	it('are those of the definition of Shapley, with missing values and categories', () => {
		for (let row = 0; row < 40; row++) {
			const bins = rowBins(binned, row);
			const exact = explainer.exact(bins).contributions;
			byDefinition(ensemble, bins).forEach((value, feature) => {
				expect(exact[feature]).toBeCloseTo(value, 9);
			});
		}
	});

	it('give nothing to a feature that no tree asks', () => {
		const constant = { kind: 'numeric', name: 'constant', values: new Float64Array(table.rows) } as const;
		const wider = { ...table, columns: [...table.columns, constant] };
		const trained = trainHere(wider, { ...USUAL_OPTIONS, trees: 5, leaves: 8 }).ensemble;
		const bins = rowBins(binTable(wider, trained.features), 3);
		expect(openExplainer(trained).exact(bins).contributions[3]).toBe(0);
		expect(openExplainer(trained).path(bins).contributions[3]).toBe(0);
	});

	it('of trees without a split are none', () => {
		const flat = trainHere(
			{ ...table, columns: [table.columns[1]!] },
			{ ...USUAL_OPTIONS, trees: 2, minRows: 5_000 },
		);
		const { base, contributions } = openExplainer(flat.ensemble).exact(Uint8Array.of(1));
		expect(contributions[0]).toBe(0);
		expect(base).toBeCloseTo(openScorer(flat.ensemble).scoreRow([3]), 9);
	});
});

/**
 * Scoring: rows in bins through trees laid flat in typed arrays. A node is a feature, a range of bins or a set of bins, and
 * two children; leaves follow the nodes. Trusts ensembles that `readEnsemble` or training gave.
 */
import { binOfNumber } from './bin-columns.ts';
import type { BinnedTable, Ensemble, FeatureBins, Tree } from './model.ts';

/** Rows that go through one tree before the next tree is loaded: they fit the nearest cache. */
const BLOCK_ROWS = 256;

/** Trees one behind another. */
export type FlatTrees = {
	/** Where each tree begins; negative for a tree of one leaf: `~leaf`. */
	readonly root: Int32Array;
	readonly feature: Int32Array;
	/** Bins from `low` to `low + span` go left; `span` -1: ask the set. */
	readonly low: Int32Array;
	readonly span: Int32Array;
	/** Which set, eight words each. */
	readonly set: Int32Array;
	readonly sets: Uint32Array;
	readonly left: Int32Array;
	readonly right: Int32Array;
	readonly value: Float64Array;
};

/** Lays trees flat. Children are nodes of all trees together; below zero they are leaves of all trees together. */
export function layTreesFlat(trees: readonly Tree[]): FlatTrees {
	const nodes = trees.reduce((total, tree) => total + tree.feature.length, 0);
	const leaves = trees.reduce((total, tree) => total + tree.leafValue.length, 0);
	const setCount = trees.reduce(
		(total, tree) => total + tree.splitBin.reduce((sets, bin) => sets + (bin < 0 ? 1 : 0), 0),
		0,
	);
	const flat: FlatTrees = {
		root: new Int32Array(trees.length),
		feature: new Int32Array(nodes),
		low: new Int32Array(nodes),
		span: new Int32Array(nodes),
		set: new Int32Array(nodes),
		sets: new Uint32Array(8 * setCount),
		left: new Int32Array(nodes),
		right: new Int32Array(nodes),
		value: new Float64Array(leaves),
	};
	let node = 0;
	let leaf = 0;
	let set = 0;
	trees.forEach((tree, number) => {
		flat.root[number] = tree.feature.length === 0 ? ~leaf : node;
		const place = (child: number): number => (child >= 0 ? node + child : ~(leaf + ~child));
		tree.feature.forEach((feature, at) => {
			const to = node + at;
			flat.feature[to] = feature;
			flat.left[to] = place(tree.left[at]!);
			flat.right[to] = place(tree.right[at]!);
			const splitBin = tree.splitBin[at]!;
			if (splitBin >= 0) {
				flat.low[to] = tree.missingLeft[at] ? 0 : 1;
				flat.span[to] = splitBin - flat.low[to]!;
			} else {
				flat.span[to] = -1;
				flat.set[to] = set;
				for (const bin of tree.leftBins[at]!) flat.sets[8 * set + (bin >>> 5)]! |= 1 << (bin & 31);
				set++;
			}
		});
		flat.value.set(tree.leafValue, leaf);
		node += tree.feature.length;
		leaf += tree.leafValue.length;
	});
	return flat;
}

/** Scores rows whose bins are known. */
export function openBinScorer(features: readonly FeatureBins[], trees: readonly Tree[]) {
	const flat = layTreesFlat(trees);
	const { root, feature, low, span, set, sets, left, right, value } = flat;
	const width = features.length;
	const block = new Uint8Array(BLOCK_ROWS * width);

	/** Adds all trees to `margins` for rows side by side in `bins`. */
	function addRows(bins: Uint8Array, rows: number, margins: Float64Array, from: number): void {
		for (let tree = 0; tree < root.length; tree++) {
			const first = root[tree]!;
			for (let row = 0; row < rows; row++) {
				const base = row * width;
				let at = first;
				while (at >= 0) {
					const bin = bins[base + feature[at]!]!;
					const reach = span[at]!;
					if (reach >= 0) at = (bin - low[at]!) >>> 0 <= reach ? left[at]! : right[at]!;
					else at = (sets[8 * set[at]! + (bin >>> 5)]! >>> (bin & 31)) & 1 ? left[at]! : right[at]!;
				}
				margins[from + row]! += value[~at]!;
			}
		}
	}

	return {
		flat,
		addRows,
		/** Adds all trees to the margins of the rows `from` to `to` of a table in bins. */
		addColumns(table: BinnedTable, margins: Float64Array, from: number, to: number): void {
			for (let first = from; first < to; first += BLOCK_ROWS) {
				const rows = Math.min(BLOCK_ROWS, to - first);
				for (let at = 0; at < width; at++) {
					const column = at * table.rows + first;
					for (let row = 0; row < rows; row++) block[row * width + at] = table.bins[column + row]!;
				}
				addRows(block, rows, margins, first);
			}
		},
	};
}

/** A row as it comes: a number or null for each numeric feature, a text or null for each category. */
export type FeatureRow = readonly (number | string | null)[];

/** Puts single rows into bins. */
export function openRowBinner(
	features: readonly FeatureBins[],
): (row: FeatureRow, into: Uint8Array, at: number) => void {
	const bounds = features.map((feature) =>
		Float64Array.from(feature.kind === 'numeric' ? feature.upperBounds : []),
	);
	const known = features.map(
		(feature) =>
			new Map(
				feature.kind === 'category' ? feature.categories.map((category, bin) => [category, bin + 1]) : [],
			),
	);
	return (row, into, at) => {
		for (let feature = 0; feature < bounds.length; feature++) {
			const value = row[feature];
			if (typeof value === 'number' && features[feature]!.kind === 'numeric')
				into[at + feature] = binOfNumber(bounds[feature]!, value);
			else into[at + feature] = typeof value === 'string' ? (known[feature]!.get(value) ?? 0) : 0;
		}
	};
}

/** Scores rows: margins, in the order of the rows. */
export function openScorer(ensemble: Ensemble) {
	const binRow = openRowBinner(ensemble.features);
	const scorer = openBinScorer(ensemble.features, ensemble.trees);
	const width = ensemble.features.length;
	let block = new Uint8Array(BLOCK_ROWS * width);
	return {
		features: ensemble.features,
		scoreRow(row: FeatureRow): number {
			const margin = new Float64Array(1).fill(ensemble.base);
			binRow(row, block, 0);
			scorer.addRows(block, 1, margin, 0);
			return margin[0]!;
		},
		scoreRows(rows: readonly FeatureRow[]): Float64Array {
			const margins = new Float64Array(rows.length).fill(ensemble.base);
			if (block.length < BLOCK_ROWS * width) block = new Uint8Array(BLOCK_ROWS * width);
			for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
				const count = Math.min(BLOCK_ROWS, rows.length - first);
				for (let row = 0; row < count; row++) binRow(rows[first + row]!, block, row * width);
				scorer.addRows(block, count, margins, first);
			}
			return margins;
		},
		/** @param table in the bins of this ensemble. */
		scoreBinned(table: BinnedTable): Float64Array {
			const margins = new Float64Array(table.rows).fill(ensemble.base);
			scorer.addColumns(table, margins, 0, table.rows);
			return margins;
		},
	};
}

export type Scorer = ReturnType<typeof openScorer>;

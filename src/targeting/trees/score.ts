/**
 * Scoring: rows in bins through trees laid flat in typed arrays. A node is a feature, a range of bins or a set of bins, and
 * two children; leaves follow the nodes. Trusts ensembles that `readEnsemble` or training gave.
 */
import { binOfNumber } from './bin-columns.ts';
import { type BinnedTable, type Ensemble, type FeatureBins, MOST_SETS, type Tree } from './model.ts';

/** Rows that go through one tree before the next tree is loaded: they fit the nearest cache. */
const BLOCK_ROWS = 256;

/**
 * Trees one behind another. A node is two numbers: what it asks, and its left child; the right child is the next node.
 * Asks: feature (bits 20 to 30), lowest bin that goes left (8 to 15), how many bins above it do too (0 to 7); with the
 * sign bit, bits 0 to 19 say which set of bins goes left. A leaf asks nothing and has itself as left child, so that
 * walking on stays there.
 */
export type FlatTrees = {
	readonly nodes: Int32Array;
	/** By node; 0 where it is no leaf. */
	readonly value: Float64Array;
	readonly root: Int32Array;
	/** Eight words each. */
	readonly sets: Uint32Array;
};

const SET_BIT = 1 << 31;
/** Of a leaf: any bin of feature 0 "goes left". */
const ASKS_NOTHING = 255;
/** Lays trees flat, children side by side. */
export function layTreesFlat(trees: readonly Tree[]): FlatTrees {
	const nodes: number[] = [];
	const value: number[] = [];
	const sets: number[] = [];
	const setOf = new Map<string, number>();
	const root = trees.map((tree) => {
		const first = value.length;
		// Child numbers of the tree and where each goes.
		const waiting: [child: number, to: number][] = [[tree.feature.length === 0 ? ~0 : 0, first]];
		value.push(0);
		nodes.push(0, 0);
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			const [child, to] = next;
			if (child < 0) {
				nodes[2 * to] = ASKS_NOTHING;
				nodes[2 * to + 1] = to;
				value[to] = tree.leafValue[~child]!;
				continue;
			}
			const splitBin = tree.splitBin[child]!;
			const feature = tree.feature[child]! << 20;
			if (splitBin >= 0) {
				const low = tree.missingLeft[child] ? 0 : 1;
				// No bin but missing, or none at all: a span of bins cannot say "none", a set can.
				if (splitBin >= low) nodes[2 * to] = feature | (low << 8) | (splitBin - low);
				else nodes[2 * to] = feature | SET_BIT | placeSet([]);
			} else nodes[2 * to] = feature | SET_BIT | placeSet(tree.leftBins[child]!);
			const pair = value.length;
			nodes[2 * to + 1] = pair;
			value.push(0, 0);
			nodes.push(0, 0, 0, 0);
			waiting.push([tree.right[child]!, pair + 1], [tree.left[child]!, pair]);
		}
		return first;
	});
	function placeSet(bins: readonly number[]): number {
		const words = new Uint32Array(8);
		for (const bin of bins) words[bin >>> 5]! |= 1 << (bin & 31);
		const name = words.join(' ');
		const known = setOf.get(name) ?? setOf.size;
		if (known === setOf.size) {
			if (known === MOST_SETS)
				throw new RangeError('The trees ask for too many different sets of categories.');
			setOf.set(name, known);
			sets.push(...words);
		}
		return known;
	}
	return {
		nodes: Int32Array.from(nodes),
		value: Float64Array.from(value),
		root: Int32Array.from(root),
		sets: Uint32Array.from(sets),
	};
}

/** Scores rows whose bins are known. */
export function openBinScorer(features: readonly FeatureBins[], trees: readonly Tree[]) {
	const flat = layTreesFlat(trees);
	const width = features.length;
	const block = new Uint8Array(BLOCK_ROWS * width);
	/** Adds all trees to `margins` for rows side by side in `bins`. */
	const addRows = (bins: Uint8Array, rows: number, margins: Float64Array, from: number): void =>
		walkTrees(flat, bins, width, rows, margins, from);
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

/** Where a bin leads: the left child, or the node after it. */
function step(nodes: Int32Array, sets: Uint32Array, bins: Uint8Array, row: number, at: number): number {
	const asks = nodes[2 * at]!;
	const bin = bins[row + ((asks >>> 20) & 0x7ff)]!;
	if (asks >= 0) {
		// No branch: 1 if the bin is outside the span. Bin 0 below a span from 1 wraps to 255, which no span reaches.
		const off = (bin - ((asks >>> 8) & 255)) & 255;
		return nodes[2 * at + 1]! + (((asks & 255) - off) >>> 31);
	}
	const inSet = (sets[8 * (asks & 0xfffff) + (bin >>> 5)]! >>> (bin & 31)) & 1;
	return nodes[2 * at + 1]! + 1 - inSet;
}

/** Four rows walk a tree together, so that the processor has four chains of reads to work on. */
function walkTrees(
	{ nodes, value, root, sets }: FlatTrees,
	bins: Uint8Array,
	width: number,
	rows: number,
	margins: Float64Array,
	from: number,
): void {
	for (let tree = 0; tree < root.length; tree++) {
		const first = root[tree]!;
		let row = 0;
		for (; row + 3 < rows; row += 4) {
			const rowA = row * width;
			const rowB = rowA + width;
			const rowC = rowB + width;
			const rowD = rowC + width;
			let a = first;
			let b = first;
			let c = first;
			let d = first;
			for (;;) {
				const nextA = step(nodes, sets, bins, rowA, a);
				const nextB = step(nodes, sets, bins, rowB, b);
				const nextC = step(nodes, sets, bins, rowC, c);
				const nextD = step(nodes, sets, bins, rowD, d);
				if (nextA === a && nextB === b && nextC === c && nextD === d) break;
				a = nextA;
				b = nextB;
				c = nextC;
				d = nextD;
			}
			margins[from + row]! += value[a]!;
			margins[from + row + 1]! += value[b]!;
			margins[from + row + 2]! += value[c]!;
			margins[from + row + 3]! += value[d]!;
		}
		for (; row < rows; row++) {
			let at = first;
			for (let next = step(nodes, sets, bins, row * width, at); next !== at; ) {
				at = next;
				next = step(nodes, sets, bins, row * width, at);
			}
			margins[from + row]! += value[at]!;
		}
	}
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

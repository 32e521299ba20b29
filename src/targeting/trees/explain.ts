/**
 * Why a margin is what it is: a contribution of each feature. `exact` is TreeSHAP (Lundberg et al., From local explanations
 * to global understanding with explainable AI for trees, 2020, algorithm 2, path dependent). `path` is what each split on
 * the row's own way changed (Saabas, 2014): fast, but features near the root get less than they should.
 * Invariant of both: base + contributions = margin. Trusts ensembles that `readModel` or training gave.
 */
import type { Ensemble, Tree } from './model.ts';

export type Explanation = {
	/** The mean margin of the training rows. */
	readonly base: number;
	/** By feature. */
	readonly contributions: Float64Array;
};

type Prepared = {
	readonly tree: Tree;
	/** Mean margin of the rows that came to each node. */
	readonly mean: Float64Array;
	readonly depth: number;
	readonly sets: readonly (ReadonlySet<number> | undefined)[];
};

/** @returns explainers of rows whose bins are known, one byte for each feature. */
export function openExplainer(ensemble: Ensemble): {
	exact(bins: Uint8Array): Explanation;
	path(bins: Uint8Array): Explanation;
} {
	const prepared = ensemble.trees.map(prepare);
	const base = prepared.reduce((sum, { tree, mean }) => sum + (mean[0] ?? tree.leafValue[0]!), ensemble.base);
	const deepest = prepared.reduce((most, { depth }) => Math.max(most, depth), 0);
	const memory = openPathMemory(deepest);
	const width = ensemble.features.length;
	return {
		exact(bins) {
			const contributions = new Float64Array(width);
			for (const each of prepared) addTree(each, bins, contributions, memory);
			return { base, contributions };
		},
		path(bins) {
			const contributions = new Float64Array(width);
			for (const { tree, mean, sets } of prepared) {
				let node = 0;
				while (node >= 0 && tree.feature.length > 0) {
					const child = goesLeft(tree, sets, node, bins) ? tree.left[node]! : tree.right[node]!;
					const reached = child >= 0 ? mean[child]! : tree.leafValue[~child]!;
					contributions[tree.feature[node]!]! += reached - mean[node]!;
					node = child;
				}
			}
			return { base, contributions };
		},
	};
}

function goesLeft(tree: Tree, sets: Prepared['sets'], node: number, bins: Uint8Array): boolean {
	const bin = bins[tree.feature[node]!]!;
	const splitBin = tree.splitBin[node]!;
	if (splitBin < 0) return sets[node]!.has(bin);
	return bin === 0 ? tree.missingLeft[node]! : bin <= splitBin;
}

const rowsOf = (tree: Tree, child: number): number =>
	child >= 0 ? tree.nodeRows[child]! : tree.leafRows[~child]!;

function prepare(tree: Tree): Prepared {
	const nodes = tree.feature.length;
	const mean = new Float64Array(nodes);
	const height = new Int32Array(nodes);
	// A child always has a higher number than its parent.
	for (let node = nodes - 1; node >= 0; node--) {
		const left = tree.left[node]!;
		const right = tree.right[node]!;
		const meanOf = (child: number): number => (child >= 0 ? mean[child]! : tree.leafValue[~child]!);
		const heightOf = (child: number): number => (child >= 0 ? height[child]! : 0);
		mean[node] =
			(meanOf(left) * rowsOf(tree, left) + meanOf(right) * rowsOf(tree, right)) / tree.nodeRows[node]!;
		height[node] = 1 + Math.max(heightOf(left), heightOf(right));
	}
	return {
		tree,
		mean,
		depth: height[0] ?? 0,
		sets: tree.splitBin.map((bin, node) => (bin < 0 ? new Set(tree.leftBins[node]!) : undefined)),
	};
}

/** The path of features from the root, one row of it for each depth. */
type PathMemory = {
	readonly stride: number;
	readonly feature: Int32Array;
	/** Share of rows that follow the path where the feature is not known, and where it is. */
	readonly zero: Float64Array;
	readonly one: Float64Array;
	/** Weight of subsets of each size. */
	readonly weight: Float64Array;
};

function openPathMemory(depth: number): PathMemory {
	const stride = depth + 2;
	const size = stride * stride;
	return {
		stride,
		feature: new Int32Array(size),
		zero: new Float64Array(size),
		one: new Float64Array(size),
		weight: new Float64Array(size),
	};
}

function addTree(
	prepared: Prepared,
	bins: Uint8Array,
	contributions: Float64Array,
	memory: PathMemory,
): void {
	if (prepared.tree.feature.length > 0) follow(prepared, bins, contributions, memory, 0, 0, 0, 0, 1, 1, -1);
}

/**
 * @param level row of the memory for this node's path; `length` features of it are those of its parent's.
 * @param zero, one the share of rows that the last split sent here, where its feature is not known, and where it is.
 */
function follow(
	prepared: Prepared,
	bins: Uint8Array,
	contributions: Float64Array,
	memory: PathMemory,
	child: number,
	level: number,
	parentLevel: number,
	length: number,
	zero: number,
	one: number,
	splitFeature: number,
): void {
	const { tree } = prepared;
	const { stride, feature, weight } = memory;
	const from = level * stride;
	if (level > 0) {
		const parent = parentLevel * stride;
		feature.copyWithin(from, parent, parent + length);
		memory.zero.copyWithin(from, parent, parent + length);
		memory.one.copyWithin(from, parent, parent + length);
		weight.copyWithin(from, parent, parent + length);
	}
	extend(memory, from, length, zero, one, splitFeature);
	if (child < 0) {
		const value = tree.leafValue[~child]!;
		for (let at = 1; at <= length; at++) {
			const share = unwoundSum(memory, from, length, at);
			contributions[feature[from + at]!]! +=
				share * (memory.one[from + at]! - memory.zero[from + at]!) * value;
		}
		return;
	}
	const left = goesLeft(tree, prepared.sets, child, bins);
	const hot = left ? tree.left[child]! : tree.right[child]!;
	const cold = left ? tree.right[child]! : tree.left[child]!;
	const asked = tree.feature[child]!;
	let last = length;
	let zeroBefore = 1;
	let oneBefore = 1;
	for (let at = 1; at <= length; at++) {
		if (feature[from + at] !== asked) continue;
		zeroBefore = memory.zero[from + at]!;
		oneBefore = memory.one[from + at]!;
		unwind(memory, from, last, at);
		last--;
		break;
	}
	const rows = tree.nodeRows[child]!;
	const next = level + 1;
	const hotShare = (rowsOf(tree, hot) / rows) * zeroBefore;
	const coldShare = (rowsOf(tree, cold) / rows) * zeroBefore;
	follow(prepared, bins, contributions, memory, hot, next, level, last + 1, hotShare, oneBefore, asked);
	follow(prepared, bins, contributions, memory, cold, next, level, last + 1, coldShare, 0, asked);
}

/** Adds a feature to a path of `length` features. */
function extend(
	memory: PathMemory,
	from: number,
	length: number,
	zero: number,
	one: number,
	feature: number,
): void {
	const { weight } = memory;
	memory.feature[from + length] = feature;
	memory.zero[from + length] = zero;
	memory.one[from + length] = one;
	weight[from + length] = length === 0 ? 1 : 0;
	for (let at = length - 1; at >= 0; at--) {
		weight[from + at + 1]! += (one * weight[from + at]! * (at + 1)) / (length + 1);
		weight[from + at] = (zero * weight[from + at]! * (length - at)) / (length + 1);
	}
}

/** Takes the feature at `place` out of a path whose last is at `last`. */
function unwind(memory: PathMemory, from: number, last: number, place: number): void {
	const { weight, zero, one, feature } = memory;
	const oneOf = one[from + place]!;
	const zeroOf = zero[from + place]!;
	let next = weight[from + last]!;
	for (let at = last - 1; at >= 0; at--) {
		if (oneOf !== 0) {
			const before = weight[from + at]!;
			weight[from + at] = (next * (last + 1)) / ((at + 1) * oneOf);
			next = before - (weight[from + at]! * zeroOf * (last - at)) / (last + 1);
		} else weight[from + at] = (weight[from + at]! * (last + 1)) / (zeroOf * (last - at));
	}
	for (let at = place; at < last; at++) {
		feature[from + at] = feature[from + at + 1]!;
		zero[from + at] = zero[from + at + 1]!;
		one[from + at] = one[from + at + 1]!;
	}
}

/** The sum of the weights of a path without the feature at `place`. */
function unwoundSum(memory: PathMemory, from: number, last: number, place: number): number {
	const { weight, zero, one } = memory;
	const oneOf = one[from + place]!;
	const zeroOf = zero[from + place]!;
	let next = weight[from + last]!;
	let total = 0;
	for (let at = last - 1; at >= 0; at--) {
		if (oneOf !== 0) {
			const part = (next * (last + 1)) / ((at + 1) * oneOf);
			total += part;
			next = weight[from + at]! - (part * zeroOf * (last - at)) / (last + 1);
		} else total += (weight[from + at]! * (last + 1)) / (zeroOf * (last - at));
	}
	return total;
}

/**
 * Grows one tree, leaf by leaf, where the loss falls most. Each thread of a crew does the same with a share of the
 * features: it builds histograms and finds splits for its own, and all agree on the best before it is made.
 * Invariant: the tree does not depend on the size of the crew; equal gains go to the lower feature.
 */
import { binCount } from './bin-columns.ts';
import type { Crew } from './crew.ts';
import { FINDING, FINDING_SIZE, openSplitFinder, SET_WORDS, type SplitLimits } from './find-split.ts';
import type { BinnedTable, TrainOptions, Tree } from './model.ts';
import type { Packing } from './pack-gradients.ts';

export type GrownTree = Tree & {
	/** Rows in order of leaves; leaf `l` has `rows[leafStart[l]]` up to `leafStart[l] + leafRows[l]`. Valid until the next tree. */
	readonly rows: Int32Array;
	readonly leafStart: readonly number[];
};

export type GrowOrder = {
	/** Rows of this tree, ascending. */
	readonly rows: Int32Array;
	/** Features of this tree, ascending. */
	readonly features: Int32Array;
	readonly packing: Packing;
	readonly packed: Float64Array;
	readonly gradient: Float64Array;
	readonly hessian: Float64Array;
};

/**
 * How many numbers the crew needs to tell what each found for two leaves. Twice that, in turn: while the slowest still
 * reads one half, the fastest already writes to the other, and none can be two meetings ahead.
 */
export const boardSize = (crewSize: number): number => 2 * crewSize * 2 * FINDING_SIZE;

/**
 * @param board shared by the crew, `boardSize` numbers.
 * @returns a function that grows a tree; its memory is used again for the next.
 */
export function openGrower(
	table: BinnedTable,
	options: TrainOptions,
	crew: Crew,
	board: Float64Array,
): (order: GrowOrder) => GrownTree {
	const { rows: tableRows, features, bins } = table;
	const most = Math.max(2, options.leaves);
	// Features are dealt out in turn, so that wide and narrow ones mix.
	const mine = Int32Array.from(features.keys()).filter((feature) => feature % crew.size === crew.index);
	const counts = Int32Array.from(mine, (feature) => binCount(features[feature]!));
	const offsets = new Int32Array(mine.length + 1);
	counts.forEach((count, at) => {
		offsets[at + 1] = offsets[at]! + count;
	});
	const width = offsets[mine.length]!;
	const places = layOut(table, mine, offsets);
	const numeric = Array.from(mine, (feature) => features[feature]!.kind === 'numeric');

	const histograms: Float64Array[] = [];
	const rows = new Int32Array(tableRows);
	const aside = new Int32Array(tableRows);
	const start = new Int32Array(most);
	const size = new Int32Array(most);
	const depth = new Int32Array(most);
	const sum = new Float64Array(most);
	const findings = new Float64Array(most * FINDING_SIZE);
	const own = new Float64Array(FINDING_SIZE);
	const finder = openSplitFinder(own);
	const leftSet = new Uint32Array(SET_WORDS);
	let turn = 0;

	function histogramOf(slot: number): Float64Array {
		let histogram = histograms[slot];
		if (histogram === undefined) {
			histogram = new Float64Array(width);
			histograms[slot] = histogram;
		}
		return histogram;
	}

	/** `chosen`: places in `mine` of the features of this tree; empty for all. */
	function build(histogram: Float64Array, leaf: number, packed: Float64Array, chosen: Int32Array): void {
		histogram.fill(0);
		const from = start[leaf]!;
		const count = size[leaf]!;
		const stride = mine.length;
		if (chosen.length === stride) addAll(histogram, places, stride, rows, from, count, packed);
		else addChosen(histogram, places, stride, chosen, rows, from, count, packed);
	}

	function find(leaf: number, histogram: Float64Array, chosen: Int32Array, limits: SplitLimits): void {
		own.fill(0);
		own[FINDING.feature] = -1;
		for (const at of chosen) {
			const feature = mine[at]!;
			if (numeric[at]) finder.findNumber(histogram, offsets[at]!, counts[at]!, feature, sum[leaf]!, limits);
			else finder.findCategory(histogram, offsets[at]!, counts[at]!, feature, sum[leaf]!, limits);
		}
	}

	/** The best of what the crew found for these leaves goes to `findings`. */
	function agree(leaves: readonly number[]): void {
		crew.meet();
		const half = turn * crew.size * 2;
		turn = 1 - turn;
		leaves.forEach((leaf, side) => {
			let winner = -1;
			for (let mate = 0; mate < crew.size; mate++) {
				const at = (half + mate * 2 + side) * FINDING_SIZE;
				const feature = board[at + FINDING.feature]!;
				if (feature < 0) continue;
				const gain = board[at + FINDING.gain]!;
				if (
					winner < 0 ||
					gain > board[winner + FINDING.gain]! ||
					(gain === board[winner + FINDING.gain] && feature < board[winner + FINDING.feature]!)
				)
					winner = at;
			}
			const to = leaf * FINDING_SIZE;
			if (winner < 0) findings[to + FINDING.gain] = 0;
			else findings.set(board.subarray(winner, winner + FINDING_SIZE), to);
		});
	}

	/** Stable: rows stay ascending on both sides. @returns how many went left. */
	function divide(leaf: number): number {
		const at = leaf * FINDING_SIZE;
		const column = findings[at + FINDING.feature]! * tableRows;
		const splitBin = findings[at + FINDING.splitBin]!;
		const from = start[leaf]!;
		const to = from + size[leaf]!;
		let left = from;
		let right = 0;
		if (splitBin >= 0) {
			// One comparison: bin 0 is left only if the range starts there.
			const low = findings[at + FINDING.missingLeft] === 1 ? 0 : 1;
			const span = splitBin - low;
			for (let place = from; place < to; place++) {
				const row = rows[place]!;
				if ((bins[column + row]! - low) >>> 0 <= span) rows[left++] = row;
				else aside[right++] = row;
			}
		} else {
			for (let word = 0; word < SET_WORDS; word++) leftSet[word] = findings[at + FINDING.leftSet + word]!;
			for (let place = from; place < to; place++) {
				const row = rows[place]!;
				const bin = bins[column + row]!;
				if ((leftSet[bin >>> 5]! >>> (bin & 31)) & 1) rows[left++] = row;
				else aside[right++] = row;
			}
		}
		rows.set(aside.subarray(0, right), left);
		return left - from;
	}

	return ({ rows: treeRows, features: treeFeatures, packing, packed, gradient, hessian }) => {
		finder.use(packing);
		const wanted = new Set(treeFeatures);
		const chosen = Int32Array.from(mine.keys()).filter((at) => wanted.has(mine[at]!));
		const unit = packing.gradientScale ** 2 / packing.hessianScale;
		const sumOf = (leaf: number): number => {
			let total = 0;
			for (let place = start[leaf]!; place < start[leaf]! + size[leaf]!; place++)
				total += packed[rows[place]!]!;
			return total;
		};
		const limitsOf = (leaf: number): SplitLimits => {
			const total = sum[leaf]!;
			const hessianOfRow =
				(total - Math.floor(total / packing.step) * packing.step) / Math.max(1, size[leaf]!);
			return {
				leastHessian: Math.max(options.minHessian * packing.hessianScale, options.minRows * hessianOfRow),
				l1: options.l1 * packing.gradientScale,
				l2: options.l2 * packing.hessianScale,
				categoryL2: options.categoryL2 * packing.hessianScale,
				categorySmoothing: options.categorySmoothing * hessianOfRow,
				leastCategoryHessian: options.categorySmoothing * hessianOfRow,
				mostCategories: options.mostCategories,
			};
		};
		const splittable = (leaf: number): boolean =>
			size[leaf]! >= 2 * options.minRows && size[leaf]! >= 2 && depth[leaf]! < options.maxDepth;
		const publish = (leaf: number, side: number, slot: number): void => {
			if (splittable(leaf)) find(leaf, histogramOf(slot), chosen, limitsOf(leaf));
			else {
				own.fill(0);
				own[FINDING.feature] = -1;
			}
			board.set(own, ((turn * crew.size + crew.index) * 2 + side) * FINDING_SIZE);
		};

		const tree = {
			feature: [] as number[],
			splitBin: [] as number[],
			missingLeft: [] as boolean[],
			leftBins: [] as number[][],
			left: [] as number[],
			right: [] as number[],
			gain: [] as number[],
			nodeRows: [] as number[],
		};
		const parent: number[] = [-1];
		const isLeft: boolean[] = [false];
		const slotOf: number[] = [0];
		rows.set(treeRows);
		start[0] = 0;
		size[0] = treeRows.length;
		depth[0] = 0;
		sum[0] = sumOf(0);
		let leaves = 1;
		if (splittable(0)) build(histogramOf(0), 0, packed, chosen);
		publish(0, 0, 0);
		agree([0]);

		while (leaves < most) {
			let leaf = 0;
			for (let other = 1; other < leaves; other++) {
				if (findings[other * FINDING_SIZE]! > findings[leaf * FINDING_SIZE]!) leaf = other;
			}
			const at = leaf * FINDING_SIZE;
			if (!(findings[at]! > options.minGain * unit) || findings[at]! <= 0) break;
			const node = tree.feature.length;
			const fresh = leaves++;
			const before = size[leaf]!;
			const goLeft = divide(leaf);
			const splitBin = findings[at + FINDING.splitBin]!;
			tree.feature.push(findings[at + FINDING.feature]!);
			tree.splitBin.push(splitBin);
			tree.missingLeft.push(findings[at + FINDING.missingLeft] === 1);
			tree.leftBins.push(splitBin >= 0 ? [] : binsOfSet(leftSet));
			tree.gain.push(findings[at]! / unit);
			tree.nodeRows.push(before);
			tree.left.push(~leaf);
			tree.right.push(~fresh);
			if (parent[leaf]! >= 0) (isLeft[leaf] ? tree.left : tree.right)[parent[leaf]!] = node;
			parent[leaf] = node;
			isLeft[leaf] = true;
			parent[fresh] = node;
			isLeft[fresh] = false;
			start[fresh] = start[leaf]! + goLeft;
			size[fresh] = before - goLeft;
			size[leaf] = goLeft;
			depth[leaf]!++;
			depth[fresh] = depth[leaf]!;
			const leftSum = findings[at + FINDING.leftSum]!;
			sum[fresh] = sum[leaf]! - leftSum;
			sum[leaf] = leftSum;
			slotOf[fresh] = fresh;
			findings[at] = 0;
			findings[fresh * FINDING_SIZE] = 0;
			if (leaves === most || (!splittable(leaf) && !splittable(fresh))) continue;
			// The smaller side is counted; the larger is what the parent had and the smaller has not.
			const small = size[leaf]! <= size[fresh]! ? leaf : fresh;
			const large = small === leaf ? fresh : leaf;
			const parentSlot = slotOf[leaf]!;
			slotOf[large] = parentSlot;
			slotOf[small] = fresh;
			const counted = histogramOf(fresh);
			build(counted, small, packed, chosen);
			if (splittable(large)) subtract(histogramOf(parentSlot), counted);
			publish(leaf, 0, slotOf[leaf]!);
			publish(fresh, 1, slotOf[fresh]!);
			agree([leaf, fresh]);
		}

		const leafValue: number[] = [];
		for (let leaf = 0; leaf < leaves; leaf++) {
			let first = 0;
			let second = 0;
			for (let place = start[leaf]!; place < start[leaf]! + size[leaf]!; place++) {
				first += gradient[rows[place]!]!;
				second += hessian[rows[place]!]!;
			}
			const above = Math.max(Math.abs(first) - options.l1, 0) * Math.sign(first);
			leafValue.push(second + options.l2 > 0 ? (-options.learningRate * above) / (second + options.l2) : 0);
		}
		return {
			...tree,
			leafRows: Array.from(size.subarray(0, leaves)),
			leafStart: Array.from(start.subarray(0, leaves)),
			leafValue,
			rows,
		};
	};

	function addAll(
		histogram: Float64Array,
		places: Uint16Array,
		stride: number,
		rows: Int32Array,
		from: number,
		count: number,
		packed: Float64Array,
	): void {
		for (let place = from; place < from + count; place++) {
			const row = rows[place]!;
			const value = packed[row]!;
			let at = row * stride;
			const end = at + stride;
			for (; at < end; at++) histogram[places[at]!]! += value;
		}
	}

	function addChosen(
		histogram: Float64Array,
		places: Uint16Array,
		stride: number,
		chosen: Int32Array,
		rows: Int32Array,
		from: number,
		count: number,
		packed: Float64Array,
	): void {
		const some = chosen.length;
		for (let place = from; place < from + count; place++) {
			const row = rows[place]!;
			const value = packed[row]!;
			const at = row * stride;
			for (let each = 0; each < some; each++) histogram[places[at + chosen[each]!]!]! += value;
		}
	}

	function subtract(from: Float64Array, what: Float64Array): void {
		for (let at = 0; at < from.length; at++) from[at]! -= what[at]!;
	}
}

/** Rows side by side, each bin already at its place in the histogram: neighbours in memory are added one after another. */
function layOut(table: BinnedTable, mine: Int32Array, offsets: Int32Array): Uint16Array {
	const places = new Uint16Array(table.rows * mine.length);
	mine.forEach((feature, at) => {
		const column = feature * table.rows;
		for (let row = 0; row < table.rows; row++)
			places[row * mine.length + at] = offsets[at]! + table.bins[column + row]!;
	});
	return places;
}

function binsOfSet(set: Uint32Array): number[] {
	const members: number[] = [];
	for (let bin = 0; bin < set.length * 32; bin++) if ((set[bin >>> 5]! >>> (bin & 31)) & 1) members.push(bin);
	return members;
}

/**
 * Grows one tree, leaf by leaf, where the loss falls most. Each thread of a crew does the same with a share of the
 * features: it builds histograms and finds splits for its own, and all agree on the best before it is made.
 * Invariant: the tree does not depend on the size of the crew; equal gains go to the lower feature.
 */
import { binCount } from './bin-columns.ts';
import type { Crew } from './crew.ts';
import { FINDING, FINDING_SIZE, openSplitFinder, SET_WORDS, type SplitLimits } from './find-split.ts';
import { type BinnedTable, MOST_DEPTH, MOST_LEAVES, type TrainOptions, type Tree } from './model.ts';
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
	const most = Math.max(1, Math.min(options.leaves, MOST_LEAVES, table.rows));
	const deepest = Math.min(options.maxDepth, MOST_DEPTH);
	// Features are dealt out in turn, so that wide and narrow ones mix.
	const mine = Int32Array.from(features.keys()).filter((feature) => feature % crew.size === crew.index);
	const counts = Int32Array.from(mine, (feature) => binCount(features[feature]!));
	const offsets = new Int32Array(mine.length + 1);
	counts.forEach((count, at) => {
		offsets[at + 1] = offsets[at]! + count;
	});
	const width = offsets[mine.length]!;
	const sideBySide = layOut(table, mine);
	const numeric = Array.from(mine, (feature) => features[feature]!.kind === 'numeric');

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

	/** Histograms that no leaf holds; the one used last is taken first, since it is still in the cache. */
	const spare: Float64Array[] = [];
	const held: (Float64Array | undefined)[] = [];
	const takeHistogram = (): Float64Array => spare.pop() ?? new Float64Array(width);
	const release = (histogram: Float64Array | undefined): void => {
		if (histogram !== undefined) spare.push(histogram);
	};
	/** A leaf of fewer rows is counted again rather than taken from its parent: that touches less memory. */
	const fewRows = mine.length === 0 ? 0 : Math.floor(width / mine.length);

	/** `chosen`: which of `mine` this tree may use. */
	function build(histogram: Float64Array, leaf: number, packed: Float64Array, chosen: Int32Array): void {
		histogram.fill(0);
		addRows(histogram, sideBySide, mine.length, chosen, offsets, rows, start[leaf]!, size[leaf]!, packed);
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
			else for (let word = 0; word < FINDING_SIZE; word++) findings[to + word] = board[winner + word]!;
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
			size[leaf]! >= 2 * options.minRows && size[leaf]! >= 2 && depth[leaf]! < deepest;
		/** Tells the crew the best split of a leaf, and keeps its histogram if its children will need it. */
		const publish = (leaf: number, side: number, histogram: Float64Array | undefined): void => {
			if (histogram === undefined) {
				own.fill(0);
				own[FINDING.feature] = -1;
			} else {
				find(leaf, histogram, chosen, limitsOf(leaf));
				if (size[leaf]! > fewRows) held[leaf] = histogram;
				else release(histogram);
			}
			board.set(own, ((turn * crew.size + crew.index) * 2 + side) * FINDING_SIZE);
		};
		const count = (leaf: number): Float64Array | undefined => {
			if (!splittable(leaf)) return undefined;
			const histogram = takeHistogram();
			build(histogram, leaf, packed, chosen);
			return histogram;
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
		rows.set(treeRows);
		start[0] = 0;
		size[0] = treeRows.length;
		depth[0] = 0;
		sum[0] = sumOf(0);
		let leaves = 1;
		publish(0, 0, count(0));
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
			findings[at] = 0;
			findings[fresh * FINDING_SIZE] = 0;
			const ofParent = held[leaf];
			held[leaf] = undefined;
			if (leaves === most || (!splittable(leaf) && !splittable(fresh))) {
				release(ofParent);
				continue;
			}
			if (ofParent === undefined) {
				publish(leaf, 0, count(leaf));
				publish(fresh, 1, count(fresh));
			} else {
				// The smaller side is counted; the larger is what the parent had and the smaller has not.
				const [small, large] = size[leaf]! <= size[fresh]! ? [leaf, fresh] : [fresh, leaf];
				const counted = takeHistogram();
				build(counted, small, packed, chosen);
				if (splittable(large)) subtract(ofParent, counted);
				else release(ofParent);
				publish(large, large === leaf ? 0 : 1, splittable(large) ? ofParent : undefined);
				if (!splittable(small)) release(counted);
				publish(small, small === leaf ? 0 : 1, splittable(small) ? counted : undefined);
			}
			agree([leaf, fresh]);
		}
		for (let leaf = 0; leaf < leaves; leaf++) {
			release(held[leaf]);
			held[leaf] = undefined;
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

	function subtract(from: Float64Array, what: Float64Array): void {
		for (let at = 0; at < from.length; at++) from[at]! -= what[at]!;
	}
}

/**
 * Adds rows to a histogram, four at a time: rows of a leaf lie apart, and so the processor waits for four of them at once.
 * Measured: 0.7 ns for each row and feature, 1.5 one by one, 1.5 feature by feature.
 */
function addRows(
	histogram: Float64Array,
	bins: Uint8Array,
	stride: number,
	chosen: Int32Array,
	offsets: Int32Array,
	rows: Int32Array,
	from: number,
	count: number,
	packed: Float64Array,
): void {
	const some = chosen.length;
	const end = from + count;
	let place = from;
	for (; place < end - 3; place += 4) {
		const a = rows[place]!;
		const b = rows[place + 1]!;
		const c = rows[place + 2]!;
		const d = rows[place + 3]!;
		const ofA = packed[a]!;
		const ofB = packed[b]!;
		const ofC = packed[c]!;
		const ofD = packed[d]!;
		for (let each = 0; each < some; each++) {
			const at = chosen[each]!;
			const offset = offsets[at]!;
			histogram[offset + bins[a * stride + at]!]! += ofA;
			histogram[offset + bins[b * stride + at]!]! += ofB;
			histogram[offset + bins[c * stride + at]!]! += ofC;
			histogram[offset + bins[d * stride + at]!]! += ofD;
		}
	}
	for (; place < end; place++) {
		const row = rows[place]!;
		const value = packed[row]!;
		for (let each = 0; each < some; each++) {
			const at = chosen[each]!;
			histogram[offsets[at]! + bins[row * stride + at]!]! += value;
		}
	}
}

/** The features of one thread, row by row: what is added together lies together. */
function layOut(table: BinnedTable, mine: Int32Array): Uint8Array {
	const sideBySide = new Uint8Array(table.rows * mine.length);
	mine.forEach((feature, at) => {
		const column = feature * table.rows;
		for (let row = 0; row < table.rows; row++) sideBySide[row * mine.length + at] = table.bins[column + row]!;
	});
	return sideBySide;
}

function binsOfSet(set: Uint32Array): number[] {
	const members: number[] = [];
	for (let bin = 0; bin < set.length * 32; bin++) if ((set[bin >>> 5]! >>> (bin & 31)) & 1) members.push(bin);
	return members;
}

/**
 * The best split of one feature, from its histogram of packed sums. Numbers: a bin that divides, and the better side for
 * missing. Categories: put in order of gradient over hessian, which makes the best of all subsets a prefix (Fisher, 1958).
 * A finding is a row of numbers, so that threads can hand it on through shared memory.
 */
import type { Packing } from './pack-gradients.ts';

/** Where each number of a finding is; the set of bins that go left follows, 32 bins in each number. */
export const FINDING = { gain: 0, feature: 1, splitBin: 2, missingLeft: 3, leftSum: 4, leftSet: 5 } as const;
export const SET_WORDS = 8;
export const FINDING_SIZE = FINDING.leftSet + SET_WORDS;

/** Limits of a split, in the whole numbers of the packing. */
export type SplitLimits = {
	readonly leastHessian: number;
	readonly l1: number;
	readonly l2: number;
	readonly categoryL2: number;
	readonly categorySmoothing: number;
	/** A category with less hessian than this is not moved by itself. */
	readonly leastCategoryHessian: number;
	readonly mostCategories: number;
};

/** So few categories are tried one by one. */
const ONE_BY_ONE = 4;

/** The leaf before the split: its packed sum, and what it is worth undivided (`l1` and `l2` included). */
export type Leaf = { readonly sum: number; readonly limits: SplitLimits };

/** @returns a finder with memory of its own. Each `find…` writes to `best` if it finds more gain than is there. */
export function openSplitFinder(best: Float64Array) {
	const bins = new Int32Array(256);
	const ratio = new Float64Array(256);
	let step = 1;

	/** Gains are compared in whole numbers: gradient² / hessian. */
	const worth = (gradient: number, hessian: number, l1: number, l2: number): number => {
		const above = Math.max(Math.abs(gradient) - l1, 0);
		return (above * above) / (hessian + l2);
	};

	/** Worth of two sides, with one division; hessians include `l2`. */
	const bothSides = (
		left: number,
		leftHessian: number,
		right: number,
		rightHessian: number,
		l1: number,
	): number => {
		const a = Math.max(Math.abs(left) - l1, 0);
		const b = Math.max(Math.abs(right) - l1, 0);
		return (a * a * rightHessian + b * b * leftHessian) / (leftHessian * rightHessian);
	};

	const keep = (
		gain: number,
		feature: number,
		splitBin: number,
		missingLeft: number,
		leftSum: number,
	): void => {
		best[FINDING.gain] = gain;
		best[FINDING.feature] = feature;
		best[FINDING.splitBin] = splitBin;
		best[FINDING.missingLeft] = missingLeft;
		best[FINDING.leftSum] = leftSum;
	};

	/** Split of a number: bins 1 to `splitBin` go left. `from` is where bin 0 is in the histogram. */
	function findNumber(
		histogram: Float64Array,
		from: number,
		count: number,
		feature: number,
		sum: number,
		limits: SplitLimits,
	): void {
		const { leastHessian, l1, l2 } = limits;
		const inverse = 1 / step;
		const sumGradient = Math.floor(sum * inverse);
		const sumHessian = sum - sumGradient * step;
		const missing = histogram[from]!;
		const missingGradient = Math.floor(missing * inverse);
		const missingHessian = missing - missingGradient * step;
		const undivided = worth(sumGradient, sumHessian, l1, l2);
		let highest = best[FINDING.gain]!;
		let left = 0;
		// The last bin divides nothing, unless what is missing goes the other way.
		const last = missing === 0 ? count - 2 : count - 1;
		for (let bin = 1; bin <= last; bin++) {
			const inBin = histogram[from + bin]!;
			if (inBin === 0) continue;
			left += inBin;
			const gradient = Math.floor(left * inverse);
			const hessian = left - gradient * step;
			const otherHessian = sumHessian - hessian;
			if (otherHessian < leastHessian) break;
			if (hessian >= leastHessian) {
				const gain =
					bothSides(gradient, hessian + l2, sumGradient - gradient, otherHessian + l2, l1) - undivided;
				if (gain > highest) {
					highest = gain;
					keep(gain, feature, bin, missing === 0 && hessian > otherHessian ? 1 : 0, left);
				}
			}
			if (missing !== 0) {
				const withHessian = hessian + missingHessian;
				if (withHessian < leastHessian || sumHessian - withHessian < leastHessian) continue;
				const withGradient = gradient + missingGradient;
				const gain =
					bothSides(
						withGradient,
						withHessian + l2,
						sumGradient - withGradient,
						sumHessian - withHessian + l2,
						l1,
					) - undivided;
				if (gain > highest) {
					highest = gain;
					keep(gain, feature, bin, 1, left + missing);
				}
			}
		}
	}

	/** Split of a category: a set of bins goes left. */
	function findCategory(
		histogram: Float64Array,
		from: number,
		count: number,
		feature: number,
		sum: number,
		limits: SplitLimits,
	): void {
		const { leastHessian, l1 } = limits;
		const inverse = 1 / step;
		const sumGradient = Math.floor(sum * inverse);
		const sumHessian = sum - sumGradient * step;
		let used = 0;
		for (let bin = 0; bin < count; bin++) {
			const inBin = histogram[from + bin]!;
			if (inBin === 0) continue;
			const gradient = Math.floor(inBin * inverse);
			const hessian = inBin - gradient * step;
			if (hessian < limits.leastCategoryHessian) continue;
			bins[used] = bin;
			ratio[used] = gradient / (hessian + limits.categorySmoothing);
			used++;
		}
		if (used === 0) return;
		const alone = used <= ONE_BY_ONE;
		const l2 = alone ? limits.l2 : limits.l2 + limits.categoryL2;
		const undivided = worth(sumGradient, sumHessian, l1, limits.l2);
		if (!alone) sortByRatio(used);
		const most = Math.min(limits.mostCategories, (used + 1) >> 1);
		for (let way = 0; way < (alone ? 1 : 2); way++) {
			let left = 0;
			for (let at = 0; at < (alone ? used : most); at++) {
				const bin = bins[way === 0 ? at : used - 1 - at]!;
				left = alone ? histogram[from + bin]! : left + histogram[from + bin]!;
				const gradient = Math.floor(left * inverse);
				const hessian = left - gradient * step;
				const otherHessian = sumHessian - hessian;
				if (hessian < leastHessian || otherHessian < leastHessian) continue;
				const gain =
					worth(gradient, hessian, l1, l2) + worth(sumGradient - gradient, otherHessian, l1, l2) - undivided;
				if (gain <= best[FINDING.gain]!) continue;
				keep(gain, feature, -1, 0, left);
				best.fill(0, FINDING.leftSet, FINDING_SIZE);
				for (let member = alone ? at : 0; member <= at; member++) {
					const chosen = bins[way === 0 ? member : used - 1 - member]!;
					best[FINDING.leftSet + (chosen >>> 5)]! += 2 ** (chosen & 31);
				}
			}
		}
	}

	/** By ratio, and by bin where that is equal: insertion, since most leaves have few categories. */
	function sortByRatio(used: number): void {
		for (let at = 1; at < used; at++) {
			const bin = bins[at]!;
			const value = ratio[at]!;
			let to = at;
			while (to > 0 && (ratio[to - 1]! > value || (ratio[to - 1] === value && bins[to - 1]! > bin))) {
				bins[to] = bins[to - 1]!;
				ratio[to] = ratio[to - 1]!;
				to--;
			}
			bins[to] = bin;
			ratio[to] = value;
		}
	}

	return {
		use(packing: Packing): void {
			step = packing.step;
		},
		findNumber,
		findCategory,
	};
}

export type SplitFinder = ReturnType<typeof openSplitFinder>;

/**
 * What is usual, read from a sketch: quartiles, the fences of Tukey, the mean of what lies within them, median and median
 * absolute deviation of logarithms. Within a bin values count as evenly spread. Pure.
 */
import type { Band } from '../knowledge.ts';
import { BINS, type SketchPool } from './sketch-pool.ts';

/** Fewer values than this make nothing usual. */
export const LEAST_VALUES = 5;

const { NaN: none } = Number;
export const NO_BAND: Band = {
	count: 0,
	mean: none,
	median: none,
	q1: none,
	q3: none,
	low: none,
	high: none,
	logMedian: none,
	logSpread: none,
};

/** Logarithm below which this share of the values lies. */
function quantile(pool: SketchPool, sketch: number, share: number): number {
	const width = pool.widthOf(sketch);
	const target = share * pool.totalOf(sketch);
	let below = 0;
	for (let bin = 0; bin < BINS; bin++) {
		const count = pool.countAt(sketch, bin);
		if (count > 0 && below + count >= target)
			return pool.edgeOf(sketch) + (bin + (target - below) / count) * width;
		below += count;
	}
	return none;
}

/**
 * @param count of all values that were ever seen; the sketch lets old ones fade.
 * @returns undefined where fewer than five values are known.
 */
export function bandOf(pool: SketchPool, sketch: number, count: number): Band | undefined {
	const total = pool.totalOf(sketch);
	if (total < LEAST_VALUES) return undefined;
	const logMedian = quantile(pool, sketch, 0.5);
	const q1 = Math.exp(quantile(pool, sketch, 0.25));
	const q3 = Math.exp(quantile(pool, sketch, 0.75));
	const low = q1 - 1.5 * (q3 - q1);
	const high = q3 + 1.5 * (q3 - q1);
	const width = pool.widthOf(sketch);
	let logarithm = pool.edgeOf(sketch) + width / 2;
	let inside = 0;
	let sum = 0;
	const deviations: { off: number; count: number }[] = [];
	for (let bin = 0; bin < BINS; bin++, logarithm += width) {
		const here = pool.countAt(sketch, bin);
		if (here === 0) continue;
		const value = Math.exp(logarithm);
		if (value >= low && value <= high) {
			inside += here;
			sum += here * value;
		}
		deviations.push({ off: Math.abs(logarithm - logMedian), count: here });
	}
	deviations.sort((a, b) => a.off - b.off);
	let counted = 0;
	let spread = 0;
	for (const { off, count: here } of deviations) {
		counted += here;
		spread = off;
		if (counted * 2 >= total) break;
	}
	return {
		count,
		mean: inside === 0 ? Math.exp(logMedian) : sum / inside,
		median: Math.exp(logMedian),
		q1,
		q3,
		low,
		high,
		logMedian,
		// Never nothing: within half a bin nobody can tell.
		logSpread: Math.max(spread, width / 2),
	};
}

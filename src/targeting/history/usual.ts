/**
 * What is usual of a duration at a place: the newest values, and their quartiles, fences and spread when somebody asks.
 * Fences by Tukey (1977). Under five values nothing is usual.
 */
import type { Band } from '../knowledge.ts';
import { LEAST_VALUES, NO_BAND } from '../profile/band.ts';

/** Values kept for one place, and places kept; the newest of each. */
const MOST_VALUES = 64;

/** Linear between the two nearest of sorted values (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: readonly number[], share: number): number {
	const at = (sorted.length - 1) * share;
	const low = sorted[Math.floor(at)]!;
	const high = sorted[Math.ceil(at)]!;
	return low + (high - low) * (at - Math.floor(at));
}

/** @param values positive numbers in any order. */
export function bandOf(values: readonly number[]): Band {
	if (values.length < LEAST_VALUES) return { ...NO_BAND, count: values.length };
	const sorted = [...values].sort((a, b) => a - b);
	const median = quantile(sorted, 0.5);
	const q1 = quantile(sorted, 0.25);
	const q3 = quantile(sorted, 0.75);
	const low = q1 - 1.5 * (q3 - q1);
	const high = q3 + 1.5 * (q3 - q1);
	const within = sorted.filter((value) => value >= low && value <= high);
	const logMedian = Math.log(median);
	return {
		count: values.length,
		mean: within.reduce((sum, value) => sum + value, 0) / within.length,
		median,
		q1,
		q3,
		low,
		high,
		logMedian,
		logSpread: quantile(
			sorted.map((value) => Math.abs(Math.log(value) - logMedian)).sort((a, b) => a - b),
			0.5,
		),
	};
}

/** The newest values under each key; the key that had none for longest goes first. */
export class Usual {
	readonly values = new Map<number, number[]>();
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	add(key: number, value: number): void {
		const held = this.values.get(key) ?? [];
		this.values.delete(key);
		this.values.set(key, held);
		held.push(value);
		if (held.length > MOST_VALUES) held.shift();
		if (this.values.size > this.#most)
			for (const oldest of this.values.keys()) {
				this.values.delete(oldest);
				break;
			}
	}

	band(key: number): Band {
		return bandOf(this.values.get(key) ?? []);
	}
}

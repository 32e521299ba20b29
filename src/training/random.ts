/**
 * Randomness of the simulated border: xoshiro128** (Blackman and Vigna), seeded through splitmix32.
 * In: a seed and numbers that name a stream. Out: draws. The same seed and name give the same draws on every machine.
 * Invariant: every subject has its own stream, so that adding a draw in one place changes nothing elsewhere.
 * Not for keys or secrets.
 */

/** Names of streams. A number, once given, is not given to anything else. */
export const STREAM = {
	traders: 1,
	partners: 2,
	brokers: 3,
	vessels: 4,
	flights: 5,
	people: 6,
	carriages: 7,
	consignments: 8,
	declarations: 9,
	cargoReports: 10,
	movements: 11,
	bookings: 12,
	passengerLists: 13,
	cash: 14,
	suspicion: 15,
	outcomes: 16,
	noise: 17,
	submissions: 18,
	plots: 19,
	exports: 20,
	transits: 21,
	banks: 22,
	trucks: 23,
	employees: 24,
	alerts: 25,
} as const;

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** One stream of draws. */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#d: number;
	#spareNormal: number | undefined;

	/** @param keys the seed, the stream's name, and whatever numbers tell its subject from others. */
	constructor(...keys: readonly number[]) {
		let state = 0x9e3779b9 | 0;
		const mix = (): number => {
			state = (state + 0x9e3779b9) | 0;
			let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
			z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
			return z ^ (z >>> 15);
		};
		for (const key of keys) {
			state ^= key | 0;
			state = mix() ^ Math.floor(key / 4_294_967_296);
		}
		this.#a = mix();
		this.#b = mix();
		this.#c = mix();
		this.#d = mix() | 1;
	}

	/** 32 bits, unsigned. */
	bits(): number {
		const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9);
		const t = this.#b << 9;
		this.#c ^= this.#a;
		this.#d ^= this.#b;
		this.#b ^= this.#c;
		this.#a ^= this.#d;
		this.#c ^= t;
		this.#d = rotate(this.#d, 11);
		return result >>> 0;
	}

	/** From 0 up to, not including, 1. */
	unit(): number {
		return this.bits() / 4_294_967_296;
	}

	/** Whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number {
		return low + Math.floor(this.unit() * (high - low + 1));
	}

	between(low: number, high: number): number {
		return low + this.unit() * (high - low);
	}

	chance(probability: number): boolean {
		return this.unit() < probability;
	}

	/** One of the items. The list must not be empty. */
	pick<T>(items: ArrayLike<T>): T {
		const item = items[Math.floor(this.unit() * items.length)];
		if (item === undefined) throw new RangeError('nothing to pick from');
		return item;
	}

	/** One of the items, the first ones far more often: rank r with density 1/r. Traders and routes are like that. */
	pickByRank<T>(items: ArrayLike<T>): T {
		const item = items[Math.floor(items.length ** this.unit()) - 1];
		if (item === undefined) throw new RangeError('nothing to pick from');
		return item;
	}

	/** One of the items by weight. */
	weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
		let total = 0;
		for (const [, weight] of items) total += weight;
		let rest = this.unit() * total;
		for (const [item, weight] of items) {
			rest -= weight;
			if (rest < 0) return item;
		}
		const last = items.at(-1);
		if (last === undefined) throw new RangeError('nothing to pick from');
		return last[0];
	}

	/** Standard normal (Marsaglia's polar method). */
	normal(): number {
		if (this.#spareNormal !== undefined) {
			const spare = this.#spareNormal;
			this.#spareNormal = undefined;
			return spare;
		}
		for (;;) {
			const u = this.unit() * 2 - 1;
			const v = this.unit() * 2 - 1;
			const square = u * u + v * v;
			if (square === 0 || square >= 1) continue;
			const scale = Math.sqrt((-2 * Math.log(square)) / square);
			this.#spareNormal = v * scale;
			return u * scale;
		}
	}

	/** Log-normal around `median`; `sigma` is the deviation of the natural logarithm. */
	logNormal(median: number, sigma: number): number {
		return median * Math.exp(this.normal() * sigma);
	}

	/** Pareto from `least` up; the smaller `alpha`, the heavier the tail. */
	pareto(least: number, alpha: number): number {
		return least / (1 - this.unit()) ** (1 / alpha);
	}

	/** Poisson; above 60 by its normal approximation. */
	poisson(mean: number): number {
		if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
		const limit = Math.exp(-mean);
		let count = 0;
		for (let product = this.unit(); product > limit; product *= this.unit()) count++;
		return count;
	}

	/** As many decimal digits as asked for. */
	digits(count: number): string {
		let text = '';
		for (let left = count; left > 0; left--) text += String(Math.floor(this.unit() * 10));
		return text;
	}

	/** Capital letters without I and O, which are taken for 1 and 0. */
	letters(count: number): string {
		let text = '';
		for (let left = count; left > 0; left--) text += 'ABCDEFGHJKLMNPQRSTUVWXYZ'[Math.floor(this.unit() * 24)];
		return text;
	}
}

/**
 * Sketches of distributions, many of them in one place: histograms of logarithms with 64 bins each. A bin is 2 % wide; where
 * values do not fit, pairs of bins become one (as in UDDSketch, Epicoco et al. 2020), up to 16 %, which spans a factor of
 * 28,000; what is still outside counts in the outermost bin. Old values fade: at 8,192 all counts are halved.
 */
import type { ByteReader, ByteWriter } from './snapshot-bytes.ts';

export const BINS = 64;
/** Width of the finest bin, in natural logarithms. */
const FINEST = 0.02;
const COARSEST_LEVEL = 3;
const MOST_COUNTED = 8_192;
const FIRST_CAPACITY = 64;

export type SketchPool = {
	/** A new, empty sketch. */
	take(): number;
	release(sketch: number): void;
	add(sketch: number, logarithm: number): void;
	/** Width of a bin, logarithm at the lower edge of the first bin, and all counts with their total. */
	widthOf(sketch: number): number;
	edgeOf(sketch: number): number;
	totalOf(sketch: number): number;
	countAt(sketch: number, bin: number): number;
	/** Writes these sketches in this order. */
	save(out: ByteWriter, sketches: readonly number[] | Int32Array): void;
};

/** @param from what `save` wrote of `stored` sketches, which get the numbers from 0 on. */
export function openSketchPool(from?: ByteReader, stored = 0): SketchPool {
	let capacity = FIRST_CAPACITY;
	let counts = new Uint16Array(capacity * BINS);
	let lowest = new Int32Array(capacity);
	let levels = new Uint8Array(capacity);
	let totals = new Uint16Array(capacity);
	let used = 0;
	const free: number[] = [];

	const widthAt = (level: number): number => FINEST * 2 ** level;

	const grow = (wanted: number): void => {
		while (capacity < wanted) capacity *= 2;
		const wider = <T extends { set(values: T): void }>(made: T, old: T): T => {
			made.set(old);
			return made;
		};
		counts = wider(new Uint16Array(capacity * BINS), counts);
		lowest = wider(new Int32Array(capacity), lowest);
		levels = wider(new Uint8Array(capacity), levels);
		totals = wider(new Uint16Array(capacity), totals);
	};

	if (from !== undefined) {
		const savedCounts = from.shorts(stored * BINS);
		const savedLowest = from.integers(stored);
		const savedLevels = from.octets(stored);
		if (savedLevels.some((level) => level > COARSEST_LEVEL)) from.fail();
		if (!from.failed) {
			if (stored > capacity) grow(stored);
			counts.set(savedCounts);
			lowest.set(savedLowest);
			levels.set(savedLevels);
			used = stored;
			for (let sketch = 0; sketch < stored; sketch++) {
				let total = 0;
				for (let bin = 0; bin < BINS; bin++) total += counts[sketch * BINS + bin]!;
				if (total > MOST_COUNTED) from.fail();
				totals[sketch] = total;
			}
		}
	}

	/** Moves the window so that it holds all that is counted and the new bin, in its middle. */
	const shift = (sketch: number, bin: number): boolean => {
		const from = sketch * BINS;
		let least = 0;
		while (least < BINS && counts[from + least] === 0) least++;
		let most = BINS - 1;
		while (most > least && counts[from + most] === 0) most--;
		const low = lowest[sketch]!;
		const first = Math.min(low + least, bin);
		const span = Math.max(low + most, bin) - first + 1;
		if (span > BINS) return false;
		const moved = first - ((BINS - span) >> 1);
		const target = low + least - moved;
		counts.copyWithin(from + target, from + least, from + most + 1);
		if (target > least) counts.fill(0, from + least, from + Math.min(target, most + 1));
		else counts.fill(0, from + Math.max(target + (most - least) + 1, least), from + most + 1);
		lowest[sketch] = moved;
		return true;
	};

	const coarsen = (sketch: number): void => {
		const from = sketch * BINS;
		const low = lowest[sketch]!;
		const halved = low >> 1;
		for (let bin = 0; bin < BINS; bin++) {
			const count = counts[from + bin]!;
			counts[from + bin] = 0;
			counts[from + ((low + bin) >> 1) - halved]! += count;
		}
		lowest[sketch] = halved;
		levels[sketch]!++;
	};

	const fade = (sketch: number): void => {
		let total = 0;
		for (let bin = sketch * BINS; bin < (sketch + 1) * BINS; bin++) {
			counts[bin] = (counts[bin]! + 1) >> 1;
			total += counts[bin]!;
		}
		totals[sketch] = total;
	};

	return {
		take() {
			const again = free.pop();
			const sketch = again ?? used++;
			if (sketch >= capacity) grow(sketch + 1);
			counts.fill(0, sketch * BINS, (sketch + 1) * BINS);
			lowest[sketch] = 0;
			levels[sketch] = 0;
			totals[sketch] = 0;
			return sketch;
		},
		release: (sketch) => void free.push(sketch),
		add(sketch, logarithm) {
			let bin = Math.floor(logarithm / widthAt(levels[sketch]!));
			if (totals[sketch] === 0) lowest[sketch] = bin - (BINS >> 1);
			while (bin < lowest[sketch]! || bin >= lowest[sketch]! + BINS) {
				if (shift(sketch, bin)) break;
				if (levels[sketch]! >= COARSEST_LEVEL) {
					bin = bin < lowest[sketch]! ? lowest[sketch]! : lowest[sketch]! + BINS - 1;
					break;
				}
				coarsen(sketch);
				bin = Math.floor(logarithm / widthAt(levels[sketch]!));
			}
			counts[sketch * BINS + bin - lowest[sketch]!]!++;
			if (++totals[sketch]! >= MOST_COUNTED) fade(sketch);
		},
		widthOf: (sketch) => widthAt(levels[sketch]!),
		edgeOf: (sketch) => lowest[sketch]! * widthAt(levels[sketch]!),
		totalOf: (sketch) => totals[sketch]!,
		countAt: (sketch, bin) => counts[sketch * BINS + bin]!,
		save(out, sketches) {
			const bins = new Uint16Array(sketches.length * BINS);
			for (let at = 0; at < sketches.length; at++)
				bins.set(counts.subarray(sketches[at]! * BINS, (sketches[at]! + 1) * BINS), at * BINS);
			out.array(bins);
			out.array(Int32Array.from(sketches, (sketch) => lowest[sketch]!));
			out.array(Uint8Array.from(sketches, (sketch) => levels[sketch]!));
		},
	};
}

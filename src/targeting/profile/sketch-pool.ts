/**
 * Sketches of distributions, many of them in one place: histograms of logarithms with 64 bins each. A bin is 2 % wide; where
 * values do not fit, pairs of bins become one (as in UDDSketch, Epicoco et al. 2020), up to 16 %, which spans a factor of
 * 28,000. What is still outside counts in the outermost bin, until most of the values are there: then the window moves to
 * them, so that a few absurd values spoil nothing. Old values fade: at 8,192 all counts are halved.
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
	save(out: ByteWriter, sketches: Int32Array): void;
};

/** @param from what `save` wrote of `stored` sketches, which get the numbers from 0 on. */
export function openSketchPool(from?: ByteReader, stored = 0): SketchPool {
	let capacity = FIRST_CAPACITY;
	let counts = new Uint16Array(capacity * BINS);
	let lowest = new Int32Array(capacity);
	let levels = new Uint8Array(capacity);
	let totals = new Uint16Array(capacity);
	/** Values below and above the window, which count in its first and last bin. */
	let beyond = new Uint16Array(capacity * 2);
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
		beyond = wider(new Uint16Array(capacity * 2), beyond);
	};

	if (from !== undefined) {
		const savedCounts = from.shorts(stored * BINS);
		const savedLowest = from.integers(stored);
		const savedLevels = from.octets(stored);
		const savedBeyond = from.shorts(stored * 2);
		if (savedLevels.some((level) => level > COARSEST_LEVEL)) from.fail();
		if (!from.failed) {
			if (stored > capacity) grow(stored);
			counts.set(savedCounts);
			lowest.set(savedLowest);
			levels.set(savedLevels);
			beyond.set(savedBeyond);
			used = stored;
			for (let sketch = 0; sketch < stored; sketch++) {
				let total = 0;
				for (let bin = 0; bin < BINS; bin++) total += counts[sketch * BINS + bin]!;
				const first = counts[sketch * BINS]!;
				const last = counts[(sketch + 1) * BINS - 1]!;
				if (total > MOST_COUNTED || savedBeyond[sketch * 2]! > first || savedBeyond[sketch * 2 + 1]! > last)
					from.fail();
				totals[sketch] = total;
			}
		}
	}

	/** Moves the window so that it holds all that is counted and the new bin, in its middle. */
	const shift = (sketch: number, bin: number): boolean => {
		if (beyond[sketch * 2]! + beyond[sketch * 2 + 1]! > 0) return false;
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

	/** Moves the window to a bin around which most values are that were below (side 0) or above it (side 1). */
	const moveTo = (sketch: number, bin: number, side: 0 | 1): void => {
		const from = sketch * BINS;
		const there = beyond[sketch * 2 + side]!;
		counts[from + side * (BINS - 1)]! -= there;
		const old = counts.slice(from, from + BINS);
		const offset = lowest[sketch]! - (bin - (BINS >> 1));
		counts.fill(0, from, from + BINS);
		let left = beyond[sketch * 2 + 1 - side]!;
		for (let at = 0; at < BINS; at++) {
			// What was beyond on the far side is in its outermost bin, and stays beyond.
			const count = old[at]! - (at === (1 - side) * (BINS - 1) ? left : 0);
			const moved = at + offset;
			if (moved >= 0 && moved < BINS) counts[from + moved]! += count;
			else left += count;
		}
		counts[from + (1 - side) * (BINS - 1)]! += left;
		counts[from + (BINS >> 1)]! += there;
		beyond[sketch * 2 + side] = 0;
		beyond[sketch * 2 + 1 - side] = left;
		lowest[sketch] = bin - (BINS >> 1);
	};

	/** Counts a value that no window can hold together with the others. */
	const addBeyond = (sketch: number, bin: number): void => {
		const side = bin < lowest[sketch]! ? 0 : 1;
		counts[sketch * BINS + side * (BINS - 1)]!++;
		totals[sketch]!++;
		if (++beyond[sketch * 2 + side]! * 2 > totals[sketch]!) moveTo(sketch, bin, side);
	};

	const fade = (sketch: number): void => {
		let total = 0;
		for (let bin = sketch * BINS; bin < (sketch + 1) * BINS; bin++) {
			counts[bin] = (counts[bin]! + 1) >> 1;
			total += counts[bin]!;
		}
		totals[sketch] = total;
		beyond[sketch * 2]! >>= 1;
		beyond[sketch * 2 + 1]! >>= 1;
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
			beyond.fill(0, sketch * 2, sketch * 2 + 2);
			return sketch;
		},
		release: (sketch) => void free.push(sketch),
		add(sketch, logarithm) {
			let bin = Math.floor(logarithm / widthAt(levels[sketch]!));
			if (totals[sketch] === 0) lowest[sketch] = bin - (BINS >> 1);
			while ((bin < lowest[sketch]! || bin >= lowest[sketch]! + BINS) && !shift(sketch, bin)) {
				if (levels[sketch]! === COARSEST_LEVEL) {
					addBeyond(sketch, bin);
					if (totals[sketch]! >= MOST_COUNTED) fade(sketch);
					return;
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
			const lows = new Int32Array(sketches.length);
			const levelsOf = new Uint8Array(sketches.length);
			const outside = new Uint16Array(sketches.length * 2);
			for (let at = 0; at < sketches.length; at++) {
				const sketch = sketches[at]!;
				bins.set(counts.subarray(sketch * BINS, (sketch + 1) * BINS), at * BINS);
				lows[at] = lowest[sketch]!;
				levelsOf[at] = levels[sketch]!;
				outside[at * 2] = beyond[sketch * 2]!;
				outside[at * 2 + 1] = beyond[sketch * 2 + 1]!;
			}
			out.array(bins);
			out.array(lows);
			out.array(levelsOf);
			out.array(outside);
		},
	};
}

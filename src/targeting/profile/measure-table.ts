/**
 * What is usual of a quantity, by key: count, mean and spread of its logarithm (Welford, 1962), and from the second value on
 * a sketch of its distribution. Typed arrays; at its limit it forgets what was not seen longest, as tallies do.
 */
import type { Band } from '../knowledge.ts';
import { bandOf } from './band.ts';
import { leastRecent } from './forget.ts';
import { openSketchPool } from './sketch-pool.ts';
import type { ByteReader, ByteWriter } from './snapshot-bytes.ts';
import { placesFor } from './tally-table.ts';

const LAST_DAY = 0xffff;
const FIRST_PLACES = 256;
const FORGOTTEN_SHARE = 1 / 8;
const NO_SKETCH = -1;
/** Observations that the wider group weighs. */
const WIDER_WEIGHT = 3;
/** Smaller spreads than this are taken as this: 5 %. */
const LEAST_DEVIATION = 0.05;

/** Deviation of a logarithm from what is usual, in natural units and in standard deviations. */
export type Deviation = { readonly deviation: number; readonly standard: number };

export type MeasureTable = {
	readonly size: number;
	readonly sketches: number;
	add(key: number, logarithm: number, day: number): void;
	/** Drawn towards a wider group while there is little; null where nothing is usual. */
	against(key: number, wider: number, logarithm: number): Deviation | null;
	/** undefined where fewer than five values are known. */
	band(key: number): Band | undefined;
	save(out: ByteWriter): void;
};

/**
 * @param limit three quarters of a power of two.
 * @param from what `save` wrote; the reader is `failed` where it is not that.
 */
export function openMeasureTable(limit: number, from?: ByteReader): MeasureTable {
	let places = FIRST_PLACES;
	let keys = new Float64Array(places);
	let counts = new Uint32Array(places);
	/** Mean and sum of squares, side by side. */
	let moments = new Float64Array(places * 2);
	let days = new Uint16Array(places);
	let sketchAt = new Int32Array(places).fill(NO_SKETCH);
	let size = 0;

	const restored = from === undefined ? undefined : readColumns(from, limit);
	const pool = openSketchPool(from, restored?.sketched ?? 0);

	const find = (key: number): number => {
		const mask = places - 1;
		for (let place = key & mask; ; place = (place + 1) & mask) {
			const there = keys[place]!;
			if (there === key) return place;
			if (there === 0) return -1;
		}
	};

	const layOut = (morePlaces: number, stays: (place: number) => boolean): void => {
		const old = { keys, counts, moments, days, sketchAt };
		const mask = morePlaces - 1;
		keys = new Float64Array(morePlaces);
		counts = new Uint32Array(morePlaces);
		moments = new Float64Array(morePlaces * 2);
		days = new Uint16Array(morePlaces);
		sketchAt = new Int32Array(morePlaces).fill(NO_SKETCH);
		places = morePlaces;
		size = 0;
		for (let from = 0; from < old.keys.length; from++) {
			const key = old.keys[from]!;
			if (key === 0) continue;
			if (!stays(from)) {
				if (old.sketchAt[from] !== NO_SKETCH) pool.release(old.sketchAt[from]!);
				continue;
			}
			let place = key & mask;
			while (keys[place] !== 0) place = (place + 1) & mask;
			keys[place] = key;
			counts[place] = old.counts[from]!;
			moments[place * 2] = old.moments[from * 2]!;
			moments[place * 2 + 1] = old.moments[from * 2 + 1]!;
			days[place] = old.days[from]!;
			sketchAt[place] = old.sketchAt[from]!;
			size++;
		}
	};

	const take = (key: number): number => {
		const found = find(key);
		if (found >= 0) return found;
		if (size >= limit) {
			const held = days;
			layOut(
				places,
				leastRecent(keys, (place) => held[place]!, Math.ceil(size * FORGOTTEN_SHARE)),
			);
		} else if (size >= places * 0.75) layOut(places * 2, () => true);
		const mask = places - 1;
		let place = key & mask;
		while (keys[place] !== 0) place = (place + 1) & mask;
		keys[place] = key;
		size++;
		return place;
	};

	if (restored !== undefined) {
		layOut(placesFor(restored.keys.length), () => true);
		for (let at = 0; at < restored.keys.length; at++) {
			const key = restored.keys[at]!;
			if (!(Number.isSafeInteger(key) && key > 0) || find(key) >= 0) {
				from?.fail();
				break;
			}
			const place = take(key);
			counts[place] = restored.counts[at]!;
			moments[place * 2] = restored.moments[at * 2]!;
			moments[place * 2 + 1] = restored.moments[at * 2 + 1]!;
			days[place] = restored.days[at]!;
			sketchAt[place] = at < restored.sketched ? at : NO_SKETCH;
		}
	}

	return {
		get size() {
			return size;
		},
		get sketches() {
			return sketchAt.reduce((sum, sketch) => sum + (sketch === NO_SKETCH ? 0 : 1), 0);
		},
		add(key, logarithm, day) {
			const place = take(key);
			const before = moments[place * 2]!;
			const count = ++counts[place]!;
			const off = logarithm - before;
			const mean = before + off / count;
			moments[place * 2] = mean;
			moments[place * 2 + 1]! += off * (logarithm - mean);
			if (day > days[place]! && day <= LAST_DAY) days[place] = day;
			if (count < 2) return;
			let sketch = sketchAt[place]!;
			if (sketch === NO_SKETCH) {
				sketch = pool.take();
				sketchAt[place] = sketch;
				// The mean of one value is that value: it had no sketch of its own.
				pool.add(sketch, before);
			}
			pool.add(sketch, logarithm);
		},
		against(key, wider, logarithm) {
			const wide = find(wider);
			if (wide < 0) return null;
			const narrow = find(key);
			const count = narrow < 0 ? 0 : counts[narrow]!;
			const narrowMean = narrow < 0 ? 0 : moments[narrow * 2]!;
			const narrowSquares = narrow < 0 ? 0 : moments[narrow * 2 + 1]!;
			const mean = (narrowMean * count + moments[wide * 2]! * WIDER_WEIGHT) / (count + WIDER_WEIGHT);
			const wideVariance = moments[wide * 2 + 1]! / counts[wide]!;
			const variance = (narrowSquares + wideVariance * WIDER_WEIGHT) / (count + WIDER_WEIGHT);
			const deviation = logarithm - mean;
			return { deviation, standard: deviation / Math.max(LEAST_DEVIATION, Math.sqrt(variance)) };
		},
		band(key) {
			const place = find(key);
			const sketch = place < 0 ? NO_SKETCH : sketchAt[place]!;
			return sketch === NO_SKETCH ? undefined : bandOf(pool, sketch, counts[place]!);
		},
		save(out) {
			// Those with a sketch come first, so that its number is its place.
			const order = new Int32Array(size);
			let sketched = 0;
			for (let place = 0; place < places; place++)
				if (keys[place] !== 0 && sketchAt[place] !== NO_SKETCH) order[sketched++] = place;
			let at = sketched;
			for (let place = 0; place < places; place++)
				if (keys[place] !== 0 && sketchAt[place] === NO_SKETCH) order[at++] = place;
			out.number(size);
			out.number(sketched);
			const column = {
				keys: new Float64Array(size),
				counts: new Uint32Array(size),
				days: new Uint16Array(size),
				moments: new Float64Array(size * 2),
			};
			for (let row = 0; row < size; row++) {
				const place = order[row]!;
				column.keys[row] = keys[place]!;
				column.counts[row] = counts[place]!;
				column.days[row] = days[place]!;
				column.moments[row * 2] = moments[place * 2]!;
				column.moments[row * 2 + 1] = moments[place * 2 + 1]!;
			}
			out.array(column.keys);
			out.array(column.counts);
			out.array(column.days);
			out.array(column.moments);
			pool.save(
				out,
				order.subarray(0, sketched).map((place) => sketchAt[place]!),
			);
		},
	};
}

type Columns = {
	readonly sketched: number;
	readonly keys: Float64Array;
	readonly counts: Uint32Array;
	readonly days: Uint16Array;
	readonly moments: Float64Array;
};

function readColumns(from: ByteReader, limit: number): Columns {
	const size = from.whole(limit);
	const sketched = from.whole(size);
	const keys = from.doubles(size);
	const counts = from.words(size);
	const days = from.shorts(size);
	const moments = from.doubles(size * 2);
	if (counts.some((count) => count === 0) || !moments.every(Number.isFinite)) from.fail();
	return from.failed
		? {
				sketched: 0,
				keys: new Float64Array(0),
				counts: new Uint32Array(0),
				days: new Uint16Array(0),
				moments: new Float64Array(0),
			}
		: { sketched, keys, counts, days, moments };
}

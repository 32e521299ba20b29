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
/** A row: three doubles, then the words behind them; one word is left over. */
const WORDS = 10;
const DOUBLES = WORDS / 2;
const MEAN = 1;
const SQUARES = 2;
const COUNT = 6;
const SKETCH = 7;
const DAY = 8;
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
	/** One row for each place: key, mean, sum of squares; then, as words, count, sketch and last day. */
	let doubles = new Float64Array(places * DOUBLES);
	let words = new Int32Array(doubles.buffer);
	let size = 0;

	const find = (key: number): number => {
		const mask = places - 1;
		for (let place = key & mask; ; place = (place + 1) & mask) {
			const there = doubles[place * DOUBLES]!;
			if (there === key) return place;
			if (there === 0) return -1;
		}
	};

	/** An empty place for a key that is not there. */
	const placeFor = (key: number): number => {
		const mask = places - 1;
		let place = key & mask;
		while (doubles[place * DOUBLES] !== 0) place = (place + 1) & mask;
		return place;
	};

	const layOut = (morePlaces: number, stays: (place: number) => boolean): void => {
		const old = { doubles, words, places };
		places = morePlaces;
		doubles = new Float64Array(places * DOUBLES);
		words = new Int32Array(doubles.buffer);
		size = 0;
		for (let from = 0; from < old.places; from++) {
			const key = old.doubles[from * DOUBLES]!;
			if (key === 0) continue;
			if (!stays(from)) {
				const sketch = old.words[from * WORDS + SKETCH]!;
				if (sketch !== NO_SKETCH) pool.release(sketch);
				continue;
			}
			const place = placeFor(key);
			for (let word = 0; word < WORDS; word++) words[place * WORDS + word] = old.words[from * WORDS + word]!;
			size++;
		}
	};

	const take = (key: number): number => {
		const found = find(key);
		if (found >= 0) return found;
		if (size >= limit) {
			const held = { doubles, words };
			const keyOf = (place: number): number => held.doubles[place * DOUBLES]!;
			const dayOf = (place: number): number => held.words[place * WORDS + DAY]!;
			layOut(places, leastRecent(places, keyOf, dayOf, Math.ceil(size * FORGOTTEN_SHARE)));
		} else if (size >= places * 0.75) layOut(places * 2, () => true);
		const place = placeFor(key);
		doubles[place * DOUBLES] = key;
		words[place * WORDS + SKETCH] = NO_SKETCH;
		size++;
		return place;
	};

	const restored = from === undefined ? undefined : readRows(from, limit);
	const pool = openSketchPool(from, restored?.sketched ?? 0);
	if (from !== undefined && restored !== undefined) {
		const count = restored.words.length / WORDS;
		const storedKeys = new Float64Array(restored.words.buffer);
		layOut(placesFor(count), () => true);
		for (let at = 0; at < count; at++) {
			const key = storedKeys[at * DOUBLES]!;
			if (!(Number.isSafeInteger(key) && key > 0) || find(key) >= 0) {
				from.fail();
				break;
			}
			const place = placeFor(key);
			for (let word = 0; word < WORDS; word++)
				words[place * WORDS + word] = restored.words[at * WORDS + word]!;
			words[place * WORDS + SKETCH] = at < restored.sketched ? at : NO_SKETCH;
			size++;
		}
	}

	return {
		get size() {
			return size;
		},
		get sketches() {
			let count = 0;
			for (let place = 0; place < places; place++)
				if (doubles[place * DOUBLES] !== 0 && words[place * WORDS + SKETCH] !== NO_SKETCH) count++;
			return count;
		},
		add(key, logarithm, day) {
			const place = take(key);
			const at = place * DOUBLES;
			const before = doubles[at + MEAN]!;
			const count = ++words[place * WORDS + COUNT]!;
			const off = logarithm - before;
			const mean = before + off / count;
			doubles[at + MEAN] = mean;
			doubles[at + SQUARES]! += off * (logarithm - mean);
			if (day > words[place * WORDS + DAY]! && day <= LAST_DAY) words[place * WORDS + DAY] = day;
			if (count < 2) return;
			let sketch = words[place * WORDS + SKETCH]!;
			if (sketch === NO_SKETCH) {
				sketch = pool.take();
				words[place * WORDS + SKETCH] = sketch;
				// The mean of one value is that value: it had no sketch of its own.
				pool.add(sketch, before);
			}
			pool.add(sketch, logarithm);
		},
		against(key, wider, logarithm) {
			const wide = find(wider);
			if (wide < 0) return null;
			const narrow = find(key);
			const count = narrow < 0 ? 0 : words[narrow * WORDS + COUNT]!;
			const narrowMean = narrow < 0 ? 0 : doubles[narrow * DOUBLES + MEAN]!;
			const narrowSquares = narrow < 0 ? 0 : doubles[narrow * DOUBLES + SQUARES]!;
			const mean =
				(narrowMean * count + doubles[wide * DOUBLES + MEAN]! * WIDER_WEIGHT) / (count + WIDER_WEIGHT);
			const wideVariance = doubles[wide * DOUBLES + SQUARES]! / words[wide * WORDS + COUNT]!;
			const variance = (narrowSquares + wideVariance * WIDER_WEIGHT) / (count + WIDER_WEIGHT);
			const deviation = logarithm - mean;
			return { deviation, standard: deviation / Math.max(LEAST_DEVIATION, Math.sqrt(variance)) };
		},
		band(key) {
			const place = find(key);
			const sketch = place < 0 ? NO_SKETCH : words[place * WORDS + SKETCH]!;
			return sketch === NO_SKETCH ? undefined : bandOf(pool, sketch, words[place * WORDS + COUNT]!);
		},
		save(out) {
			// Those with a sketch come first, so that its number is its place.
			const rows = new Int32Array(size * WORDS);
			const sketches = new Int32Array(size);
			let row = 0;
			const put = (place: number): void => {
				for (let word = 0; word < WORDS; word++) rows[row * WORDS + word] = words[place * WORDS + word]!;
				sketches[row] = words[place * WORDS + SKETCH]!;
				rows[row * WORDS + SKETCH] = NO_SKETCH;
				row++;
			};
			const isTaken = (place: number): boolean => doubles[place * DOUBLES] !== 0;
			const isSketched = (place: number): boolean => words[place * WORDS + SKETCH] !== NO_SKETCH;
			for (let place = 0; place < places; place++) if (isTaken(place) && isSketched(place)) put(place);
			const sketched = row;
			for (let place = 0; place < places; place++) if (isTaken(place) && !isSketched(place)) put(place);
			out.number(size);
			out.number(sketched);
			out.array(rows);
			pool.save(out, sketches.subarray(0, sketched));
		},
	};
}

function readRows(
	from: ByteReader,
	limit: number,
): { readonly sketched: number; readonly words: Int32Array } {
	const size = from.whole(limit);
	const sketched = from.whole(size);
	const words = from.integers(size * WORDS);
	const doubles = new Float64Array(words.buffer);
	for (let at = 0; at < doubles.length / DOUBLES; at++) {
		const { [at * DOUBLES + MEAN]: mean, [at * DOUBLES + SQUARES]: squares } = doubles;
		const day = words[at * WORDS + DAY]!;
		if (!Number.isFinite(mean) || !Number.isFinite(squares) || words[at * WORDS + COUNT]! < 1) from.fail();
		if (day < 0 || day > LAST_DAY) from.fail();
	}
	return from.failed ? { sketched: 0, words: new Int32Array(0) } : { sketched, words };
}

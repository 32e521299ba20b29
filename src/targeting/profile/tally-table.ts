/**
 * Tallies by key in typed arrays: 24 bytes for a place, at most three quarters of the places taken. Keys are numbers from 1
 * to 2^53 - 1. When a table is at its limit, the eighth of the keys that was not seen longest is forgotten; equal days go by
 * the key itself, so that the order of places never matters.
 */
import { leastRecent } from './forget.ts';
import type { ByteReader, ByteWriter } from './snapshot-bytes.ts';

/** Days fit 16 bits until 2149; 0 is unknown. */
const LAST_DAY = 0xffff;
const FIRST_PLACES = 256;
/** Share of the keys that goes when a table is at its limit. */
const FORGOTTEN_SHARE = 1 / 8;
/** A row: the key in two words, then these. */
const WORDS = 6;
const DOUBLES = WORDS / 2;
const SEEN = 2;
const INSPECTED = 3;
const FOUND = 4;
/** First day in the upper half, last day in the lower. */
const DAYS = 5;

export type TallyTable = {
	readonly size: number;
	/** Place of a key, or -1. Places move when a key is added. */
	find(key: number): number;
	seenAt(place: number): number;
	inspectedAt(place: number): number;
	foundAt(place: number): number;
	/** Day since 1970-01-01; NaN where it is unknown. */
	firstDayAt(place: number): number;
	lastDayAt(place: number): number;
	/** @param day NaN where it is unknown. */
	see(key: number, day: number): void;
	learn(key: number, found: boolean, day: number): void;
	save(out: ByteWriter): void;
};

/** Places for so many keys, with some left for more. */
export function placesFor(keys: number): number {
	let places = FIRST_PLACES;
	while (keys > places * 0.75) places *= 2;
	return places;
}

/**
 * @param limit three quarters of a power of two.
 * @param from what `save` wrote; the reader is `failed` where it is not that.
 */
export function openTallyTable(limit: number, from?: ByteReader): TallyTable {
	let places = FIRST_PLACES;
	/** One row for each place, so that a look-up touches one line of the cache: the key, then the counts. */
	let keys = new Float64Array(places * DOUBLES);
	let words = new Uint32Array(keys.buffer);
	let size = 0;

	const find = (key: number): number => {
		const mask = places - 1;
		for (let place = key & mask; ; place = (place + 1) & mask) {
			const there = keys[place * DOUBLES]!;
			if (there === key) return place;
			if (there === 0) return -1;
		}
	};

	/** An empty place for a key that is not there. */
	const placeFor = (key: number): number => {
		const mask = places - 1;
		let place = key & mask;
		while (keys[place * DOUBLES] !== 0) place = (place + 1) & mask;
		return place;
	};

	/** Lays all keys out anew, only those that stay. */
	const layOut = (morePlaces: number, stays: (place: number) => boolean): void => {
		const oldKeys = keys;
		const oldWords = words;
		const oldPlaces = places;
		places = morePlaces;
		keys = new Float64Array(places * DOUBLES);
		words = new Uint32Array(keys.buffer);
		size = 0;
		for (let old = 0; old < oldPlaces; old++) {
			const key = oldKeys[old * DOUBLES]!;
			if (key === 0 || !stays(old)) continue;
			const place = placeFor(key);
			for (let word = 0; word < WORDS; word++) words[place * WORDS + word] = oldWords[old * WORDS + word]!;
			size++;
		}
	};

	const forget = (): void => {
		// Those from which the rule picks, as they were: laying out replaces both arrays.
		const held = keys;
		const heldWords = words;
		const keyOf = (place: number): number => held[place * DOUBLES]!;
		const dayOf = (place: number): number => heldWords[place * WORDS + DAYS]! & LAST_DAY;
		layOut(places, leastRecent(places, keyOf, dayOf, Math.ceil(size * FORGOTTEN_SHARE)));
	};

	const take = (key: number): number => {
		const found = find(key);
		if (found >= 0) return found;
		if (size >= limit) forget();
		else if (size >= places * 0.75) layOut(places * 2, () => true);
		const place = placeFor(key);
		keys[place * DOUBLES] = key;
		size++;
		return place;
	};

	function restore(reader: ByteReader): void {
		const stored = reader.whole(limit);
		const rows = reader.words(stored * WORDS);
		if (reader.failed) return;
		const storedKeys = new Float64Array(rows.buffer);
		layOut(placesFor(stored), () => true);
		for (let at = 0; at < stored; at++) {
			const key = storedKeys[at * DOUBLES]!;
			if (!(Number.isSafeInteger(key) && key > 0) || find(key) >= 0) {
				reader.fail();
				return;
			}
			const place = placeFor(key);
			for (let word = 0; word < WORDS; word++) words[place * WORDS + word] = rows[at * WORDS + word]!;
			size++;
		}
	}

	const touch = (place: number, day: number): void => {
		const at = place * WORDS + DAYS;
		const whole = day >= 1 && day <= LAST_DAY ? Math.floor(day) : 0;
		if (whole === 0) return;
		const days = words[at]!;
		const from = days >>> 16;
		const until = days & LAST_DAY;
		words[at] = (((from === 0 || whole < from ? whole : from) << 16) | Math.max(whole, until)) >>> 0;
	};

	if (from !== undefined) restore(from);

	const knownDay = (day: number): number => (day === 0 ? Number.NaN : day);

	return {
		get size() {
			return size;
		},
		find,
		seenAt: (place) => words[place * WORDS + SEEN]!,
		inspectedAt: (place) => words[place * WORDS + INSPECTED]!,
		foundAt: (place) => words[place * WORDS + FOUND]!,
		firstDayAt: (place) => knownDay(words[place * WORDS + DAYS]! >>> 16),
		lastDayAt: (place) => knownDay(words[place * WORDS + DAYS]! & LAST_DAY),
		see(key, day) {
			const place = take(key);
			words[place * WORDS + SEEN]!++;
			touch(place, day);
		},
		learn(key, found, day) {
			const before = size;
			const place = take(key);
			// What was forgotten in between comes back without having been seen; its day keeps it from going first.
			if (size !== before) touch(place, day);
			words[place * WORDS + INSPECTED]!++;
			if (found) words[place * WORDS + FOUND]!++;
		},
		save(out) {
			const rows = new Uint32Array(size * WORDS);
			let at = 0;
			for (let place = 0; place < places; place++) {
				if (keys[place * DOUBLES] === 0) continue;
				for (let word = 0; word < WORDS; word++) rows[at++] = words[place * WORDS + word]!;
			}
			out.number(size);
			out.array(rows);
		},
	};
}

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
/** seen, inspected, found, days. */
const STRIDE = 4;

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
	let keys = new Float64Array(places);
	let counts = new Uint32Array(places * STRIDE);
	let size = 0;

	const find = (key: number): number => {
		const mask = places - 1;
		for (let place = key & mask; ; place = (place + 1) & mask) {
			const there = keys[place]!;
			if (there === key) return place;
			if (there === 0) return -1;
		}
	};

	/** Lays all keys out anew, only those that stay. */
	const layOut = (morePlaces: number, stays: (place: number) => boolean): void => {
		const oldKeys = keys;
		const oldCounts = counts;
		const oldPlaces = places;
		const mask = morePlaces - 1;
		const newKeys = new Float64Array(morePlaces);
		const newCounts = new Uint32Array(morePlaces * STRIDE);
		size = 0;
		for (let old = 0; old < oldPlaces; old++) {
			const key = oldKeys[old]!;
			if (key === 0 || !stays(old)) continue;
			let place = key & mask;
			while (newKeys[place] !== 0) place = (place + 1) & mask;
			newKeys[place] = key;
			for (let each = 0; each < STRIDE; each++)
				newCounts[place * STRIDE + each] = oldCounts[old * STRIDE + each]!;
			size++;
		}
		places = morePlaces;
		keys = newKeys;
		counts = newCounts;
	};

	const forget = (): void => {
		const dayOf = (place: number): number => counts[place * STRIDE + 3]! & LAST_DAY;
		layOut(places, leastRecent(keys, dayOf, Math.ceil(size * FORGOTTEN_SHARE)));
	};

	const take = (key: number): number => {
		const found = find(key);
		if (found >= 0) return found;
		if (size >= limit) forget();
		else if (size >= places * 0.75) layOut(places * 2, () => true);
		const mask = places - 1;
		let place = key & mask;
		while (keys[place] !== 0) place = (place + 1) & mask;
		keys[place] = key;
		size++;
		return place;
	};

	function restore(reader: ByteReader): void {
		const stored = reader.whole(limit);
		const storedKeys = reader.doubles(stored);
		const storedCounts = reader.words(stored * STRIDE);
		if (reader.failed) return;
		layOut(placesFor(stored), () => true);
		for (let at = 0; at < stored; at++) {
			const key = storedKeys[at]!;
			if (!(Number.isSafeInteger(key) && key > 0) || find(key) >= 0) {
				reader.fail();
				return;
			}
			const place = take(key);
			for (let each = 0; each < STRIDE; each++)
				counts[place * STRIDE + each] = storedCounts[at * STRIDE + each]!;
		}
	}

	const touch = (place: number, day: number): void => {
		const at = place * STRIDE + 3;
		const whole = day >= 1 && day <= LAST_DAY ? Math.floor(day) : 0;
		if (whole === 0) return;
		const days = counts[at]!;
		const from = days >>> 16;
		const until = days & LAST_DAY;
		counts[at] = (((from === 0 || whole < from ? whole : from) << 16) | Math.max(whole, until)) >>> 0;
	};

	if (from !== undefined) restore(from);

	const knownDay = (day: number): number => (day === 0 ? Number.NaN : day);

	return {
		get size() {
			return size;
		},
		find,
		seenAt: (place) => counts[place * STRIDE]!,
		inspectedAt: (place) => counts[place * STRIDE + 1]!,
		foundAt: (place) => counts[place * STRIDE + 2]!,
		firstDayAt: (place) => knownDay(counts[place * STRIDE + 3]! >>> 16),
		lastDayAt: (place) => knownDay(counts[place * STRIDE + 3]! & LAST_DAY),
		see(key, day) {
			const place = take(key);
			counts[place * STRIDE]!++;
			touch(place, day);
		},
		learn(key, found, day) {
			const before = size;
			const place = take(key);
			// What was forgotten in between comes back without having been seen; its day keeps it from going first.
			if (size !== before && counts[place * STRIDE + 3] === 0) touch(place, day);
			counts[place * STRIDE + 1]!++;
			if (found) counts[place * STRIDE + 2]!++;
		},
		save(out) {
			out.number(size);
			const compactKeys = new Float64Array(size);
			const compactCounts = new Uint32Array(size * STRIDE);
			let at = 0;
			for (let place = 0; place < places; place++) {
				if (keys[place] === 0) continue;
				compactKeys[at] = keys[place]!;
				for (let each = 0; each < STRIDE; each++)
					compactCounts[at * STRIDE + each] = counts[place * STRIDE + each]!;
				at++;
			}
			out.array(compactKeys);
			out.array(compactCounts);
		},
	};
}

/**
 * What history is given, its limits, and the hash of a key. Types and constants only, and one pure function.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';
import { lookupKey } from '../../values/content-key.ts';
import { isSharedKey } from '../facts/keys.ts';
import type { HistoryKey, HistoryKnowledge } from '../knowledge.ts';

/** How far two keys are: the same party, a thing of the party, another party of the record. In half steps. */
export const SAME = 0;
export const HALF = 1;
export const STEP = 2;
/** A contact and a booking made with it: no step apart, but for a contact that links nothing. */
export const BOOKED = 3;

/** A record as it was received, in the order of receipt. */
export type SeenRecord = {
	readonly record: BorderRecord;
	readonly version: number;
	/** Milliseconds since 1970 of its receipt. */
	readonly atMs: number;
	/** Lists with an open hit on somebody of whom the record speaks. */
	readonly hits: readonly string[];
	/** Where in the record those stand: `parties[1]`, `travellers[4]`; without it only a record of few parties tells. */
	readonly hitPlaces?: readonly string[] | undefined;
};

/** Entries kept at most; powers of two where entries stand in columns. */
export type HistoryLimits = {
	readonly events: number;
	readonly links: number;
	readonly interest: number;
	readonly reported: number;
	readonly journeys: number;
};

/** Some 260 MB when all of it is full; a node that sees little stays small. */
export const DEFAULT_LIMITS: HistoryLimits = {
	events: 1 << 21,
	links: 1 << 20,
	interest: 100_000,
	reported: 100_000,
	journeys: 50_000,
};

export type History = Required<HistoryKnowledge> & {
	/** Takes a record into account for those that follow. */
	see(seen: SeenRecord): void;
	/** Takes in what an inspection of a record that was seen found. */
	learn(seen: SeenRecord, found: boolean): void;
	/** The whole as bytes: hashes, days and counts, references of suspicion reports, no names. */
	save(): Uint8Array;
	/** How much of each is kept, and the bytes that columns take. */
	size(): { readonly events: number; readonly links: number; readonly bytes: number };
};

export const hashOf = (key: HistoryKey): number => lookupKey(key) || 1;

/** Keys as hashes: those that tell a party apart, and all with the half steps at which they stand from it. */
export type HashedKeys = {
	readonly identities: readonly number[];
	readonly starts: readonly (readonly [key: number, halfSteps: number])[];
};

/** Lists of keys that were hashed lately: facts and history ask for the same ones. Emptied when full. */
const inHand = new Map<readonly HistoryKey[], HashedKeys>();
const MOST_IN_HAND = 1_024;

export function hashedKeys(keys: readonly HistoryKey[]): HashedKeys {
	let hashed = inHand.get(keys);
	if (hashed === undefined) {
		const identities: number[] = [];
		const starts = keys.map((key): readonly [number, number] => {
			const hash = hashOf(key);
			if (isSharedKey(key)) return [hash, HALF];
			identities.push(hash);
			return [hash, SAME];
		});
		hashed = { identities, starts };
		if (inHand.size >= MOST_IN_HAND) inHand.clear();
		inHand.set(keys, hashed);
	}
	return hashed;
}

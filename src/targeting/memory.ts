/**
 * The memory of a node: everything that profiles keep between records, in one place, with its snapshot. Records go in in
 * the order of their receipt; `Knowledge` is what the next record is held against.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import type { Knowledge } from './knowledge.ts';
import type { FeatureValues } from './profile/model.ts';

export type Seen = {
	readonly record: BorderRecord;
	readonly version: number;
	/** Milliseconds since 1970 of its receipt. */
	readonly atMs: number;
	/** Lists with an open hit on somebody of whom the record speaks. */
	readonly hits: readonly string[];
};

export type Memory = Knowledge & {
	/** Features of each line of goods of a declaration, as they would be now; empty for other kinds. */
	features(record: BorderRecord, atMs: number): FeatureValues[];
	/** Takes a record into account for those that follow. */
	see(seen: Seen): void;
	/** Takes in what was found in a record that was seen. */
	learn(seen: Seen, found: boolean): void;
	/** The whole as bytes, to go on from; no text that names anybody is in it, keys are hashes. */
	save(): Uint8Array;
};

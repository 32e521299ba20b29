/**
 * The memory of a node: everything that profiles keep between records, in one place, with its snapshot. Records go in in
 * the order of their receipt; `Knowledge` is what the next record is held against.
 */
import { crc32 } from 'node:zlib';
import type { BorderRecord } from '../../contract/records/record.ts';
import { openHistory } from './history/history.ts';
import type { History } from './history/model.ts';
import type { Knowledge, TradeStatistics } from './knowledge.ts';
import { goodsLinesOf } from './profile/goods-lines.ts';
import { keysOf, type LineKeys } from './profile/line-keys.ts';
import type { FeatureValues, GoodsLine } from './profile/model.ts';
import { openProfile, type Profile, restoreProfile } from './profile/profile.ts';
import { createByteReader, createByteWriter } from './profile/snapshot-bytes.ts';

export type Seen = {
	readonly record: BorderRecord;
	readonly version: number;
	/** Milliseconds since 1970 of its receipt. */
	readonly atMs: number;
	/** Lists with an open hit on somebody of whom the record speaks. */
	readonly hits: readonly string[];
	/** Where in the record those stand: `parties[1]`, `travellers[4]`. */
	readonly hitPlaces?: readonly string[] | undefined;
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

export type MemoryOptions = {
	/** Of partner countries; without them nothing is known of foreign trade. */
	readonly statistics?: TradeStatistics | undefined;
};

/** "TWMM" in the byte order of the machine; and a number that is raised when the parts change. */
const MARK = 0x4d4d5754;
const VERSION = 1;
const DAY_MS = 86_400_000;

const NO_STATISTICS: TradeStatistics = { mirrorUnitValue: () => Number.NaN, produces: () => true };

/** A memory that has seen nothing. */
export const openMemory = (options: MemoryOptions = {}): Memory =>
	memoryOf(openProfile(), openHistory(), options);

/** @returns undefined where the bytes are damaged, or not what `save` of this version wrote. */
export function restoreMemory(bytes: Uint8Array, options: MemoryOptions = {}): Memory | undefined {
	const reader = createByteReader(bytes);
	if (reader.number() !== MARK || reader.number() !== VERSION) return undefined;
	const sum = reader.number();
	const goods = reader.rest();
	const past = reader.rest();
	if (!reader.atEnd || crc32(past, crc32(goods)) !== sum) return undefined;
	const profile = restoreProfile(goods);
	const history = profile === undefined ? undefined : openHistory(past);
	return profile === undefined || history === undefined ? undefined : memoryOf(profile, history, options);
}

type Lines = { readonly lines: readonly GoodsLine[]; readonly keys: readonly LineKeys[] };

function memoryOf(profile: Profile, history: History, options: MemoryOptions): Memory {
	/** Lines of the declaration in hand: it is asked for its features and then seen. */
	let inHand: (Lines & { readonly record: BorderRecord; readonly day: number }) | undefined;

	const linesOf = (record: BorderRecord, atMs: number): Lines => {
		const day = Math.floor(atMs / DAY_MS);
		if (inHand?.record === record && inHand.day === day) return inHand;
		const lines = record.kind === 'declaration' ? goodsLinesOf(record, day) : [];
		inHand = { record, day, lines, keys: lines.map(keysOf) };
		return inHand;
	};

	return {
		goods: profile.knowledge,
		history,
		statistics: options.statistics ?? NO_STATISTICS,
		features(record, atMs) {
			if (record.kind !== 'declaration') return [];
			const { lines, keys } = linesOf(record, atMs);
			return lines.map((line, at) => profile.features(line, keys[at]!));
		},
		see(seen) {
			// An amendment speaks of goods that were counted when they first came.
			if (seen.record.kind === 'declaration' && seen.version === 1) {
				const { lines, keys } = linesOf(seen.record, seen.atMs);
				for (let at = 0; at < lines.length; at++) profile.see(lines[at]!, keys[at]!);
			}
			history.see(seen);
		},
		learn(seen, found) {
			if (seen.record.kind === 'declaration')
				for (const line of goodsLinesOf(seen.record, Math.floor(seen.atMs / DAY_MS)))
					profile.learn(line, found);
			history.learn(seen, found);
		},
		save() {
			const goods = profile.save();
			const past = history.save();
			const out = createByteWriter();
			out.number(MARK);
			out.number(VERSION);
			out.number(crc32(past, crc32(goods)));
			out.array(goods);
			out.array(past);
			return out.bytes();
		},
	};
}

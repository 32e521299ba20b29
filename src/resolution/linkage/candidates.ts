/**
 * Which pairs are worth comparing. In: keys of records. Out: for each record the few others that share most with it.
 * A shared key counts by how rare it is; keys that more records share than the cap count nothing.
 * The result is the same however keys and rows are divided among threads: scores are whole numbers.
 */
import type { RecordKeys } from './blocking-keys.ts';

/** Records by key, for one part of all keys. */
export type KeyIndex = {
	/** Members of block i stand from `blockStarts[i]` to `blockStarts[i + 1]`. */
	readonly blockStarts: Uint32Array;
	readonly members: Uint32Array;
	/** Blocks of record i stand from `ofStarts[i]` to `ofStarts[i + 1]`. */
	readonly ofStarts: Uint32Array;
	readonly blocksOf: Uint32Array;
};

const shared = (length: number): Uint32Array<SharedArrayBuffer> =>
	new Uint32Array(new SharedArrayBuffer(4 * length));

/**
 * Index of the keys of one part.
 * @param keyed keys of all records, in pieces that follow each other.
 * @param largest records of a block; larger blocks are left out.
 */
export function indexKeys(
	keyed: readonly RecordKeys[],
	part: number,
	parts: number,
	largest: number,
): KeyIndex {
	const from = Math.floor((4_294_967_296 / parts) * part);
	const until = Math.floor((4_294_967_296 / parts) * (part + 1));
	let count = 0;
	let size = 0;
	for (const { keys, starts } of keyed) {
		size += starts.length - 1;
		for (let at = 0; at < keys.length; at++) if (keys[at]! >= from && keys[at]! < until) count++;
	}
	let keys = new Uint32Array(count);
	let rows = new Uint32Array(count);
	let length = 0;
	let first = 0;
	for (const piece of keyed) {
		for (let row = 0; row + 1 < piece.starts.length; row++) {
			for (let at = piece.starts[row]!; at < piece.starts[row + 1]!; at++) {
				const key = piece.keys[at]!;
				if (key < from || key >= until) continue;
				keys[length] = key;
				rows[length++] = first + row;
			}
		}
		first += piece.starts.length - 1;
	}
	[keys, rows] = sortByKey(keys, rows);
	return blocksOf(keys, rows, size, largest);
}

/** Radix sort by key, three digits of eleven bits; rows of one key keep their order. */
export function sortByKey(
	keys: Uint32Array<ArrayBuffer>,
	rows: Uint32Array<ArrayBuffer>,
): [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
	let [fromKeys, fromRows] = [keys, rows];
	let [toKeys, toRows] = [new Uint32Array(keys.length), new Uint32Array(keys.length)];
	for (const shift of [0, 11, 22]) {
		const counts = new Uint32Array(2049);
		for (let at = 0; at < fromKeys.length; at++) counts[((fromKeys[at]! >>> shift) & 2047) + 1]!++;
		for (let digit = 0; digit < 2048; digit++) counts[digit + 1]! += counts[digit]!;
		for (let at = 0; at < fromKeys.length; at++) {
			const place = counts[(fromKeys[at]! >>> shift) & 2047]!++;
			toKeys[place] = fromKeys[at]!;
			toRows[place] = fromRows[at]!;
		}
		[fromKeys, fromRows, toKeys, toRows] = [toKeys, toRows, fromKeys, fromRows];
	}
	return [fromKeys, fromRows];
}

function blocksOf(keys: Uint32Array, rows: Uint32Array, size: number, largest: number): KeyIndex {
	let blocks = 0;
	let length = 0;
	const eachBlock = (take: (from: number, to: number) => void): void => {
		for (let from = 0; from < keys.length; ) {
			let to = from + 1;
			while (to < keys.length && keys[to] === keys[from]) to++;
			if (to - from > 1 && to - from <= largest) take(from, to);
			from = to;
		}
	};
	const held = new Uint32Array(size);
	eachBlock((from, to) => {
		blocks++;
		length += to - from;
		for (let at = from; at < to; at++) held[rows[at]!]!++;
	});
	const [blockStarts, members] = [shared(blocks + 1), shared(length)];
	const [ofStarts, ofRecord] = [shared(size + 1), shared(length)];
	for (let row = 0; row < size; row++) ofStarts[row + 1] = ofStarts[row]! + held[row]!;
	const next = ofStarts.slice();
	let block = 0;
	let filled = 0;
	eachBlock((from, to) => {
		for (let at = from; at < to; at++) {
			const row = rows[at]!;
			members[filled++] = row;
			ofRecord[next[row]!++] = block;
		}
		blockStarts[++block] = filled;
	});
	return { blockStarts, members, ofStarts, blocksOf: ofRecord };
}

/**
 * The best candidates of the records of a range.
 * @param least bits that a candidate must share: the sum over common keys of how rare each is, as log2.
 * @param into `perRecord` places for each record of the table: candidates by falling score, then -1.
 */
export function findCandidates(
	indexes: readonly KeyIndex[],
	range: readonly [from: number, to: number],
	perRecord: number,
	least: number,
	into: Int32Array,
): void {
	const size = (indexes[0]?.ofStarts.length ?? 1) - 1;
	const score = new Int32Array(size);
	const touched = new Int32Array(size);
	const leastScore = Math.round(16 * least);
	const bestScores = new Int32Array(perRecord);
	const worthOf = new Int32Array(4096);
	for (let members = 1; members < worthOf.length; members++) {
		worthOf[members] = Math.max(1, Math.round(16 * Math.log2(size / members)));
	}
	for (let row = range[0]; row < range[1]; row++) {
		let count = 0;
		for (const { blockStarts, members, ofStarts, blocksOf: blocks } of indexes) {
			for (let at = ofStarts[row]!; at < ofStarts[row + 1]!; at++) {
				const from = blockStarts[blocks[at]!]!;
				const to = blockStarts[blocks[at]! + 1]!;
				const worth = worthOf[Math.min(to - from, worthOf.length - 1)]!;
				for (let member = from; member < to; member++) {
					const other = members[member]!;
					if (score[other] === 0) touched[count++] = other;
					score[other]! += worth;
				}
			}
		}
		const base = row * perRecord;
		let kept = 0;
		for (let at = 0; at < count; at++) {
			const other = touched[at]!;
			const own = score[other]!;
			score[other] = 0;
			if (other === row || own < leastScore) continue;
			if (kept === perRecord) {
				const worst = bestScores[kept - 1]!;
				if (own < worst || (own === worst && other > into[base + kept - 1]!)) continue;
				kept--;
			}
			let place = kept++;
			while (
				place > 0 &&
				(bestScores[place - 1]! < own || (bestScores[place - 1] === own && into[base + place - 1]! > other))
			) {
				bestScores[place] = bestScores[place - 1]!;
				into[base + place] = into[base + place - 1]!;
				place--;
			}
			bestScores[place] = own;
			into[base + place] = other;
		}
		into.fill(-1, base + kept, base + perRecord);
	}
}

export type Pairs = { readonly left: Int32Array; readonly right: Int32Array };

/** Pairs of which either side has the other among its best; left < right, none twice. In shared memory. */
export function pairsOf(best: Int32Array, perRecord: number): Pairs {
	const size = best.length / perRecord;
	const eachPair = (take: (row: number, other: number) => void): void => {
		for (let row = 0; row < size; row++) {
			for (let at = row * perRecord; at < (row + 1) * perRecord; at++) {
				const other = best[at]!;
				if (other < 0) break;
				if (other > row || !isAmong(best, perRecord, other, row)) take(row, other);
			}
		}
	};
	let count = 0;
	eachPair(() => {
		count++;
	});
	const left = new Int32Array(new SharedArrayBuffer(4 * count));
	const right = new Int32Array(new SharedArrayBuffer(4 * count));
	count = 0;
	eachPair((row, other) => {
		left[count] = Math.min(row, other);
		right[count++] = Math.max(row, other);
	});
	return { left, right };
}

function isAmong(best: Int32Array, perRecord: number, row: number, other: number): boolean {
	for (let at = row * perRecord; at < (row + 1) * perRecord; at++) if (best[at] === other) return true;
	return false;
}

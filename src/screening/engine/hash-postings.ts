/**
 * Postings under 32-bit hashes, in typed arrays: an open-addressed table points at runs of ids, and a bitmap before it answers
 * for most hashes that are not there. In: pairs of hash and id, once. Out: for a hash, the run of its ids. Nothing is allocated
 * by a look-up, and what is read lies together: the time goes into cache misses.
 */

/** Bits of the bitmap for each hash: one look-up in eight passes it in vain. */
const FILTER_BITS = 8;
/** Fibonacci hashing: the golden ratio times 2^32. */
const SPREAD = 0x9e3779b1;

export class HashPostings {
	/** Runs: the number of ids, then the ids. The run at 0 is empty. */
	readonly runs: Uint32Array;
	/** Hash and position of its run, by turns; position 0 is a free place. */
	readonly #table: Uint32Array;
	readonly #mask: number;
	readonly #filter: Uint32Array;
	readonly #filterMask: number;

	/** @param ids aligned with the hashes; those of one hash ascend, and repetitions are dropped. */
	constructor(hashes: ArrayLike<number>, ids: ArrayLike<number>) {
		const count = hashes.length;
		const slots = powerOfTwo(count * 2);
		this.#mask = slots - 1;
		this.#table = new Uint32Array(slots * 2);
		const bits = powerOfTwo(count * FILTER_BITS);
		this.#filter = new Uint32Array(bits / 32);
		this.#filterMask = bits - 1;
		const lengths = new Uint32Array(slots);
		const last = new Uint32Array(slots);
		const slotOf = new Int32Array(count);
		let total = 1;
		for (let at = 0; at < count; at += 1) {
			const slot = this.#claim(hashes[at]!);
			// A repetition follows at once, because the pairs of one id are given together.
			if (lengths[slot]! > 0 && last[slot] === ids[at]) {
				slotOf[at] = -1;
				continue;
			}
			if (lengths[slot] === 0) total += 1;
			slotOf[at] = slot;
			last[slot] = ids[at]!;
			lengths[slot]! += 1;
			total += 1;
		}
		this.runs = new Uint32Array(total);
		let end = 1;
		for (let slot = 0; slot < slots; slot += 1) {
			if (lengths[slot] === 0) continue;
			this.#table[slot * 2 + 1] = end;
			end += lengths[slot]! + 1;
		}
		for (let at = 0; at < count; at += 1) {
			if (slotOf[at]! < 0) continue;
			const run = this.#table[slotOf[at]! * 2 + 1]!;
			this.runs[run]! += 1;
			this.runs[run + this.runs[run]!] = ids[at]!;
		}
	}

	#claim(hash: number): number {
		const mark = Math.imul(hash, SPREAD) >>> 0;
		const bit = (mark >>> 3) & this.#filterMask;
		this.#filter[bit >>> 5]! |= 1 << (bit & 31);
		let slot = mark & this.#mask;
		while (this.#table[slot * 2 + 1] !== 0 && this.#table[slot * 2] !== hash) slot = (slot + 1) & this.#mask;
		this.#table[slot * 2] = hash;
		this.#table[slot * 2 + 1] = 1;
		return slot;
	}

	/** Position in `runs` of the run of a hash: the number of ids stands there, and the ids after it. */
	find(hash: number): number {
		const mark = Math.imul(hash, SPREAD) >>> 0;
		const bit = (mark >>> 3) & this.#filterMask;
		if (((this.#filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return 0;
		let slot = mark & this.#mask;
		for (;;) {
			const run = this.#table[slot * 2 + 1]!;
			if (run === 0 || this.#table[slot * 2] === hash) return run;
			slot = (slot + 1) & this.#mask;
		}
	}
}

function powerOfTwo(least: number): number {
	let power = 32;
	while (power < least) power *= 2;
	return power;
}

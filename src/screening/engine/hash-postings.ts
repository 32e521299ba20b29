/**
 * Postings under 32-bit hashes, in typed arrays: an open-addressed table points at runs of ids. In: pairs of hash and id,
 * once. Out: for a hash, the run of its ids, each once, ascending. Nothing is allocated by a look-up.
 */
export class HashPostings {
	/** Ids of all hashes, run after run. */
	readonly ids: Uint32Array;
	readonly #hashes: Uint32Array;
	/** Start of the run of a slot, plus 1; 0 where the slot is free. */
	readonly #starts: Uint32Array;
	readonly #ends: Uint32Array;
	readonly #mask: number;

	/** Both of the same length; `ids` below 2^26, `hashes` below 2^32. */
	constructor(hashes: ArrayLike<number>, ids: ArrayLike<number>) {
		const count = hashes.length;
		let capacity = 16;
		while (capacity < count * 2) capacity *= 2;
		this.#mask = capacity - 1;
		this.#hashes = new Uint32Array(capacity);
		this.#starts = new Uint32Array(capacity);
		this.#ends = new Uint32Array(capacity);
		const slots = new Uint32Array(count);
		for (let at = 0; at < count; at += 1) {
			const slot = this.#claim(hashes[at]!);
			slots[at] = slot;
			this.#ends[slot]! += 1;
		}
		let total = 0;
		for (let slot = 0; slot < capacity; slot += 1) {
			if (this.#starts[slot] === 0) continue;
			const length = this.#ends[slot]!;
			this.#starts[slot] = total + 1;
			this.#ends[slot] = total;
			total += length;
		}
		this.ids = new Uint32Array(total);
		for (let at = 0; at < count; at += 1) {
			const slot = slots[at]!;
			const end = this.#ends[slot]!;
			// Pairs come with ascending ids, so a repetition is the one just written.
			if (end > this.#starts[slot]! - 1 && this.ids[end - 1] === ids[at]) continue;
			this.ids[end] = ids[at]!;
			this.#ends[slot] = end + 1;
		}
	}

	#claim(hash: number): number {
		let slot = Math.imul(hash, 0x9e3779b1) & this.#mask;
		while (this.#starts[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
		this.#hashes[slot] = hash;
		this.#starts[slot] = 1;
		return slot;
	}

	#find(hash: number): number {
		let slot = Math.imul(hash, 0x9e3779b1) & this.#mask;
		while (this.#starts[slot] !== 0) {
			if (this.#hashes[slot] === hash) return slot;
			slot = (slot + 1) & this.#mask;
		}
		return -1;
	}

	/** First position in `ids` of the run of a hash; 0 with `end` 0 where there is none. */
	start(hash: number): number {
		const slot = this.#find(hash);
		return slot < 0 ? 0 : this.#starts[slot]! - 1;
	}

	/** Position after the last. */
	end(hash: number): number {
		const slot = this.#find(hash);
		return slot < 0 ? 0 : this.#ends[slot]!;
	}
}

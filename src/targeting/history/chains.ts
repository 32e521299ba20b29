/**
 * Chains: entries by key, newest first, in typed arrays. In: 53-bit keys, minutes, amounts, partners. Out: the entries of a key.
 * Invariant: entries are a ring in the order in which they came; when it is full, the oldest of all goes, whatever its key.
 * An entry takes 56 bytes with its share of the table of keys. Knows hashes only, never text.
 */

/** Entries of a key that a question looks at: answers are "at least" beyond it. */
export const MOST_ENTRIES = 100;

const FIRST_CAPACITY = 1 << 12;

/** Mixes a number into a key: one table keeps many kinds of entries apart. */
export function keyWithin(kind: number, key: number): number {
	let low = (key | 0) ^ Math.imul(kind + 1, 0x9e3779b1);
	low = Math.imul(low ^ (low >>> 15), 0x85ebca6b);
	low = Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
	low ^= low >>> 16;
	return Math.floor(key / 0x1_0000_0000) * 0x1_0000_0000 + (low >>> 0) || 1;
}

/** Two keys in one, the first before the second. */
export const pairKey = (first: number, second: number): number => keyWithin(second % 0x7fff_ffff, first);

export class Chains {
	/** Columns by slot. Written by `add`, and by those who own the entries. */
	minutes: Uint32Array;
	amounts: Float64Array;
	partners: Float64Array;
	#keys: Float64Array;
	/** How many entries before it the next older one of its key stands; 0 for none. */
	#back: Uint32Array;
	/** Open addressing, linear probing: keys, and the slot of the newest entry. Half of it is empty at least. */
	#heads: Float64Array;
	#newest: Uint32Array;
	#capacity: number;
	readonly #most: number;
	/** Entries that are there, and the slot of the next one. */
	#count = 0;
	#next = 0;
	/** Slots that the last `find` found. */
	readonly found = new Uint32Array(MOST_ENTRIES);

	/** @param most entries at most; a power of two. */
	constructor(most: number) {
		this.#most = most;
		this.#capacity = Math.min(most, FIRST_CAPACITY);
		this.minutes = new Uint32Array(this.#capacity);
		this.amounts = new Float64Array(this.#capacity);
		this.partners = new Float64Array(this.#capacity);
		this.#keys = new Float64Array(this.#capacity);
		this.#back = new Uint32Array(this.#capacity);
		this.#heads = new Float64Array(this.#capacity * 2);
		this.#newest = new Uint32Array(this.#capacity * 2);
	}

	get size(): number {
		return this.#count;
	}

	/** Bytes that the columns take. */
	get bytes(): number {
		return this.#capacity * 56;
	}

	/** @returns the slot of the entry. */
	add(key: number, minute: number, amount: number, partner: number): number {
		if (this.#count === this.#capacity) {
			if (this.#capacity < this.#most) this.#grow();
			else this.#dropOldest();
		}
		const slot = this.#next;
		this.#next = slot + 1 === this.#capacity ? 0 : slot + 1;
		this.#count++;
		this.minutes[slot] = minute;
		this.amounts[slot] = amount;
		this.partners[slot] = partner;
		this.#keys[slot] = key;
		this.#chain(slot, key);
		return slot;
	}

	#chain(slot: number, key: number): void {
		const mask = this.#heads.length - 1;
		let at = (key | 0) & mask;
		for (;;) {
			const held = this.#heads[at]!;
			if (held === key) {
				const before = this.#newest[at]!;
				this.#back[slot] = slot > before ? slot - before : slot - before + this.#capacity;
				this.#newest[at] = slot;
				return;
			}
			if (held === 0) {
				this.#heads[at] = key;
				this.#newest[at] = slot;
				this.#back[slot] = 0;
				return;
			}
			at = (at + 1) & mask;
		}
	}

	/** Twice the room. The ring has not turned yet: it starts at slot 0. */
	#grow(): void {
		const wider = <T extends Uint32Array | Float64Array>(from: T, to: T): T => {
			to.set(from);
			return to;
		};
		const capacity = this.#capacity * 2;
		this.minutes = wider(this.minutes, new Uint32Array(capacity));
		this.amounts = wider(this.amounts, new Float64Array(capacity));
		this.partners = wider(this.partners, new Float64Array(capacity));
		this.#keys = wider(this.#keys, new Float64Array(capacity));
		this.#back = new Uint32Array(capacity);
		this.#heads = new Float64Array(capacity * 2);
		this.#newest = new Uint32Array(capacity * 2);
		this.#next = this.#capacity;
		this.#capacity = capacity;
		for (let slot = 0; slot < this.#count; slot++) this.#chain(slot, this.#keys[slot]!);
	}

	#dropOldest(): void {
		const slot = this.#next;
		const key = this.#keys[slot]!;
		const at = this.#headOf(key);
		if (at >= 0 && this.#newest[at] === slot) this.#removeHead(at);
		this.#count--;
	}

	#headOf(key: number): number {
		const mask = this.#heads.length - 1;
		let at = (key | 0) & mask;
		for (;;) {
			const held = this.#heads[at]!;
			if (held === key) return at;
			if (held === 0) return -1;
			at = (at + 1) & mask;
		}
	}

	/** Takes a key out and moves those behind it up, so that no search ends early. */
	#removeHead(from: number): void {
		const mask = this.#heads.length - 1;
		let hole = from;
		let at = (hole + 1) & mask;
		for (;;) {
			const key = this.#heads[at]!;
			if (key === 0) break;
			const home = (key | 0) & mask;
			if (((at - home) & mask) >= ((at - hole) & mask)) {
				this.#heads[hole] = key;
				this.#newest[hole] = this.#newest[at]!;
				hole = at;
			}
			at = (at + 1) & mask;
		}
		this.#heads[hole] = 0;
	}

	/**
	 * The newest entries of a key into `found`, newest first.
	 * @returns how many.
	 */
	find(key: number, most = MOST_ENTRIES): number {
		const at = this.#headOf(key);
		if (at < 0) return 0;
		let slot = this.#newest[at]!;
		let age = this.#next - 1 - slot;
		if (age < 0) age += this.#capacity;
		let count = 0;
		for (;;) {
			this.found[count++] = slot;
			const back = this.#back[slot]!;
			age += back;
			if (back === 0 || age >= this.#count || count >= most) return count;
			slot -= back;
			if (slot < 0) slot += this.#capacity;
		}
	}

	/** Slot of the newest entry of a key, -1 for none. */
	newest(key: number): number {
		const at = this.#headOf(key);
		return at < 0 ? -1 : this.#newest[at]!;
	}

	/** All entries, oldest first. */
	each(visit: (key: number, minute: number, amount: number, partner: number) => void): void {
		let slot = this.#next - this.#count;
		if (slot < 0) slot += this.#capacity;
		for (let left = this.#count; left > 0; left--) {
			visit(this.#keys[slot]!, this.minutes[slot]!, this.amounts[slot]!, this.partners[slot]!);
			slot = slot + 1 === this.#capacity ? 0 : slot + 1;
		}
	}
}

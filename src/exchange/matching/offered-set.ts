/**
 * What a holder offers for matching: the first 64 bits of the output for each of its identifiers, in order. Whoever has the
 * set and not the key learns how many there are, and nothing of any. A wrong hit has the probability n / 2^64.
 */

/** Sorted, without repetition. */
export type OfferedSet = { readonly tags: BigUint64Array };

/** The tag of an output of the function, 64 bytes. */
export const tagOf = (output: Uint8Array): bigint =>
	Buffer.from(output.buffer, output.byteOffset, output.byteLength).readBigUInt64BE(0);

export function offerTags(tags: BigUint64Array): OfferedSet {
	const sorted = tags.slice().sort();
	let kept = 0;
	for (let at = 0; at < sorted.length; at++) {
		const tag = sorted[at] ?? 0n;
		if (at === 0 || tag !== sorted[kept - 1]) sorted[kept++] = tag;
	}
	return { tags: sorted.slice(0, kept) };
}

const LEAST_TAGS = 64;

/** Next number of which only the four highest bits are set: at most an eighth more. */
export function paddedCount(count: number): number {
	const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(count, 1))) - 3);
	return Math.max(LEAST_TAGS, Math.ceil(count / step) * step);
}

/** Filled up with tags drawn at random, so that their number tells the size of what is held only roughly. */
export function padTags({ tags }: OfferedSet, random: (bytes: number) => Uint8Array): OfferedSet {
	const missing = paddedCount(tags.length) - tags.length;
	const drawn = Buffer.from(random(missing * 8));
	const all = new BigUint64Array(tags.length + missing);
	all.set(tags);
	for (let at = 0; at < missing; at++) all[tags.length + at] = drawn.readBigUInt64BE(at * 8);
	return offerTags(all);
}

/** Is the tag among those that are offered? */
export function isOffered({ tags }: OfferedSet, tag: bigint): boolean {
	let low = 0;
	let high = tags.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((tags[middle] ?? 0n) < tag) low = middle + 1;
		else high = middle;
	}
	return tags[low] === tag;
}

/** Tags of both sets: how many, and which. */
export function intersect(one: OfferedSet, other: OfferedSet): BigUint64Array {
	const both: bigint[] = [];
	let left = 0;
	let right = 0;
	while (left < one.tags.length && right < other.tags.length) {
		const a = one.tags[left] ?? 0n;
		const b = other.tags[right] ?? 0n;
		if (a === b) both.push(a);
		if (a <= b) left += 1;
		if (b <= a) right += 1;
	}
	return BigUint64Array.from(both);
}

const MAGIC = Buffer.from('tidewaiter-offer-1\n', 'ascii');

/** Bytes as they go to a partner: eight for each tag, big-endian, in order. */
export function formatOffer({ tags }: OfferedSet): Uint8Array {
	const bytes = Buffer.alloc(MAGIC.length + tags.length * 8);
	bytes.set(MAGIC);
	for (const [at, tag] of tags.entries()) bytes.writeBigUInt64BE(tag, MAGIC.length + at * 8);
	return bytes;
}

/** @returns undefined where it is not an offer: other bytes, not in order, repeated. */
export function parseOffer(given: Uint8Array): OfferedSet | undefined {
	const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
	if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
	if ((bytes.length - MAGIC.length) % 8 !== 0) return undefined;
	const tags = new BigUint64Array((bytes.length - MAGIC.length) / 8);
	for (let at = 0; at < tags.length; at++) {
		const tag = bytes.readBigUInt64BE(MAGIC.length + at * 8);
		if (at > 0 && tag <= (tags[at - 1] ?? 0n)) return undefined;
		tags[at] = tag;
	}
	return { tags };
}

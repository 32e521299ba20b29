/**
 * Randomness of training: a hash of numbers instead of a stream, so that a draw for a row does not depend on which thread
 * asks, or in which order. After the finaliser of MurmurHash3 (Appleby). Not for secrets.
 */

/** @returns 32 bits as an unsigned number. */
export function hashOf(seed: number, first: number, second: number): number {
	let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(first + 0x7f4a7c15, 0xc2b2ae35);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(second + 0x165667b1, 0x27d4eb2f);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** @returns a share from 0 up to but not including 1. */
export const shareOf = (seed: number, first: number, second: number): number =>
	hashOf(seed, first, second) / 4_294_967_296;

/** @returns `count` of the numbers 0 to `from` - 1, ascending. */
export function drawSome(seed: number, name: number, from: number, count: number): Int32Array {
	const all = Int32Array.from({ length: from }, (_, at) => at);
	for (let at = 0; at < count; at++) {
		const other = at + Math.floor(shareOf(seed, name, at) * (from - at));
		const kept = all[at]!;
		all[at] = all[other]!;
		all[other] = kept;
	}
	return all.subarray(0, count).sort();
}

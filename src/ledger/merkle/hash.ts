/**
 * Hashes of a Merkle tree as in RFC 6962, section 2.1: leaves and nodes are told apart by their first byte, so that no
 * node can pass for a leaf. SHA-256, 32 bytes.
 */
import { createHash, hash } from 'node:crypto';

export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0x00);
/** Where two halves are put together; one call on it is half the time of a hash that is fed in parts. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES);
node[0] = 0x01;

/** MTH of one entry: SHA-256(0x00 || entry). */
export const hashLeaf = (entry: Uint8Array): Uint8Array =>
	createHash('sha256').update(LEAF).update(entry).digest();

/** MTH of two halves: SHA-256(0x01 || left || right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
	node.set(left, 1);
	node.set(right, 1 + HASH_BYTES);
	return hash('sha256', node, 'buffer');
}

/** MTH of no entries: SHA-256 of nothing. */
export const emptyRoot = (): Uint8Array => createHash('sha256').digest();

/** Compares without regard to time: roots are public. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
	if (one.length !== other.length) return false;
	for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
	return true;
}

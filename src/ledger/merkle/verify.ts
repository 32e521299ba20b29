/**
 * Checks of Merkle proofs: roots, positions and a proof in, true or false out. Pure; every argument may be hostile.
 * Inclusion and consistency follow RFC 9162, sections 2.1.3.2 and 2.1.4.2; subtrees follow draft-ietf-plants-merkle-tree-certs,
 * section 4 (a subtree [start, end) begins at a multiple of the smallest power of two that is no smaller than itself).
 * Positions are whole numbers up to 2^53 - 1; anything else makes a proof false.
 */
import { emptyRoot, HASH_BYTES, hashNode, isSameHash } from './hash.ts';

/** Longest proof of a tree that numbers can count. */
const MOST_HASHES = 2 * 53;

const isPosition = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const isProof = (proof: readonly Uint8Array[]): boolean =>
	proof.length <= MOST_HASHES && proof.every((hash) => hash.length === HASH_BYTES);

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** Is the leaf the one at `index` of the tree of `size` entries with this root? */
export function verifyInclusion(
	leaf: Uint8Array,
	index: number,
	size: number,
	proof: readonly Uint8Array[],
	root: Uint8Array,
): boolean {
	return verifySubtreeInclusion(leaf, index, 0, size, proof, root);
}

/** Is the leaf the one at `index` of the tree, within the subtree of entries [start, end) with this root? */
export function verifySubtreeInclusion(
	leaf: Uint8Array,
	index: number,
	start: number,
	end: number,
	proof: readonly Uint8Array[],
	root: Uint8Array,
): boolean {
	if (!isPosition(index) || !isSubtree(start, end) || index < start || index >= end) return false;
	if (leaf.length !== HASH_BYTES || !isProof(proof)) return false;
	let at = index - start;
	let last = end - start - 1;
	let hash = leaf;
	for (const other of proof) {
		if (last === 0) return false;
		if (isOdd(at) || at === last) {
			hash = hashNode(other, hash);
			while (!isOdd(at) && at !== 0) {
				at = half(at);
				last = half(last);
			}
		} else hash = hashNode(hash, other);
		at = half(at);
		last = half(last);
	}
	return last === 0 && isSameHash(hash, root);
}

/** Is the tree of `size` entries with `root` the beginning of the tree of `newSize` with `newRoot`? */
export function verifyConsistency(
	size: number,
	newSize: number,
	proof: readonly Uint8Array[],
	root: Uint8Array,
	newRoot: Uint8Array,
): boolean {
	if (!isPosition(size) || !isPosition(newSize)) return false;
	// Every tree begins with the empty one, so this would prove nothing: RFC 9162 has no such proof.
	if (size === 0)
		return newSize === 0 && proof.length === 0 && isSameHash(root, emptyRoot()) && isSameHash(newRoot, root);
	return verifySubtreeConsistency(0, size, newSize, proof, root, newRoot);
}

/** Is the subtree of entries [start, end) with `root` a part of the tree of `size` entries with `treeRoot`? */
export function verifySubtreeConsistency(
	start: number,
	end: number,
	size: number,
	proof: readonly Uint8Array[],
	root: Uint8Array,
	treeRoot: Uint8Array,
): boolean {
	if (!isPosition(size) || end > size || !isProof(proof)) return false;
	// No entries are a part of every tree.
	if (start === end && isPosition(start)) return proof.length === 0 && isSameHash(root, emptyRoot());
	if (!isSubtree(start, end)) return false;
	if (start === 0 && end === size) return proof.length === 0 && isSameHash(root, treeRoot);
	let first = start;
	let last = end - 1;
	let top = size - 1;
	if (last === top)
		while (first !== last) {
			first = half(first);
			last = half(last);
			top = half(top);
		}
	else
		while (first !== last && isOdd(last)) {
			first = half(first);
			last = half(last);
			top = half(top);
		}
	let rest = proof;
	let part = root;
	if (first !== last) {
		const [begin, ...others] = proof;
		if (begin === undefined) return false;
		part = begin;
		rest = others;
	}
	let whole = part;
	for (const other of rest) {
		if (top === 0) return false;
		if (isOdd(last) || last === top) {
			if (first < last) part = hashNode(other, part);
			whole = hashNode(other, whole);
			while (!isOdd(last) && last !== 0) {
				first = half(first);
				last = half(last);
				top = half(top);
			}
		} else whole = hashNode(whole, other);
		first = half(first);
		last = half(last);
		top = half(top);
	}
	return top === 0 && isSameHash(part, root) && isSameHash(whole, treeRoot);
}

/** A subtree has entries, and starts where a perfect tree of its height would. */
function isSubtree(start: number, end: number): boolean {
	if (!isPosition(start) || !isPosition(end) || start >= end) return false;
	let width = 1;
	while (width < end - start) width *= 2;
	return start % width === 0;
}

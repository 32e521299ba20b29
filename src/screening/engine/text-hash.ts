/**
 * Hashes of short texts, 32 bits without sign (FNV-1a over UTF-16 units). What meets under a hash is compared afterwards, so
 * that a collision costs time and never a wrong answer.
 */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** @param seed tells key spaces apart: the same text under two seeds has two hashes. */
export function hashText(text: string, seed = 0): number {
	let hash = BASIS ^ seed;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
	return hash >>> 0;
}

/** Hash of the text with one character left out, without making that text. */
export function hashWithout(text: string, omitted: number, seed = 0): number {
	let hash = BASIS ^ seed;
	for (let at = 0; at < text.length; at += 1) {
		if (at !== omitted) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
	}
	return hash >>> 0;
}

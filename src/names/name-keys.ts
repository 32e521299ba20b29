/**
 * Under what an index keeps a name, so that two writings of it meet under one key at least. In: a prepared name. Out: a
 * handful of short keys. Recall before precision: two different names share keys often.
 */

import { partSkeleton } from './part-skeleton.ts';
import { isMinor, type PreparedName, ROLE } from './prepared-name.ts';

const MOST_PAIRED = 6;

/**
 * Keys of a name: the skeletons of every two of its words in a fixed order, of every single word that tells much, and of all
 * words together (for words written in one).
 */
export function nameKeys(name: PreparedName): readonly string[] {
	const skeletons: string[] = [];
	const keys = new Set<string>();
	for (const [at, word] of name.words.entries()) {
		const role = name.roles[at]!;
		if (isMinor(role) || role === ROLE.initial || role === ROLE.number) continue;
		const skeleton = partSkeleton(word.latin);
		if (!skeletons.includes(skeleton)) skeletons.push(skeleton);
		for (const variant of word.variants) keys.add(`1:${partSkeleton(variant)}`);
		if (name.weights[at]! >= 0.5 || name.words.length === 1) keys.add(`1:${skeleton}`);
	}
	const paired = skeletons.slice(0, MOST_PAIRED).sort();
	for (const [at, one] of paired.entries())
		for (const other of paired.slice(at + 1)) keys.add(`2:${one} ${other}`);
	if (name.words.length > 0) keys.add(`*:${skeletons.join('').slice(0, 10)}`);
	return [...keys];
}

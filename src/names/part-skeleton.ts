/** Consonant skeletons of words, for indexes. */
import { spellingClass } from './script/spelling-classes.ts';

/**
 * What stays of a word when everything goes that transliterations and clerks change: the consonants of its sound, doubled
 * ones once, with `a` for a vowel at the beginning. `mohammed`, `muhamad` → one skeleton. For indexes.
 */
export function partSkeleton(latin: string): string {
	const sound = spellingClass(latin);
	let skeleton = '';
	for (let at = 0; at < sound.length; at += 1) {
		const letter = sound[at]!;
		if ('aeiouy'.includes(letter)) {
			if (at === 0) skeleton = 'a';
		} else if (!skeleton.endsWith(letter)) skeleton += letter;
	}
	return skeleton === '' ? latin : skeleton;
}

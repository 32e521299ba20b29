/** One part of a name against another, for those who keep parts apart themselves (given and family name in two columns). */

import { wordOf } from './word.ts';
import { likeness, wordCost } from './word-cost.ts';

/**
 * How alike two parts are, 0 to 1. Both in Latin lower case, as `toLatin` gives them; nicknames count where they are names
 * of persons. Symmetric; 1 for equal parts, 0 for parts with nothing in common, about 0.75 for one slip in six letters.
 */
export function partSimilarity(a: string, b: string): number {
	if (a === b) return 1;
	if (a === '' || b === '') return 0;
	return likeness(wordCost(wordOf(a, a), wordOf(b, b), true), a, b);
}

/**
 * Two prepared names → how alike they are, 0 to 1, and why. `compareNames` is for millions of pairs and allocates nothing;
 * `explainNames` does the same and says it part by part. Symmetric; 1 for a name and itself.
 */
import { alignment, alignNames } from './align-names.ts';
import { explainAlignment } from './explain-alignment.ts';
import type { NameComparison } from './model.ts';
import { weighAlignment } from './name-features.ts';
import type { PreparedName } from './prepared-name.ts';
import { scoreFeatures } from './score-names.ts';

export { SAME_NAME } from './score-names.ts';

/** How alike two names are, 0 to 1; from `SAME_NAME` on they are taken for one. */
export function compareNames(a: PreparedName, b: PreparedName): number {
	return isTurned(a, b) ? compareInOrder(b, a) : compareInOrder(a, b);
}

/** The same score with its parts and one sentence. */
export function explainNames(a: PreparedName, b: PreparedName): NameComparison {
	return explainAlignment(a, b, compareNames(a, b), isTurned(a, b));
}

/** Ties between words are broken by the order of the two names; a fixed order makes the score symmetric. */
function isTurned(a: PreparedName, b: PreparedName): boolean {
	return a.words.length === b.words.length ? a.text > b.text : a.words.length > b.words.length;
}

function compareInOrder(a: PreparedName, b: PreparedName): number {
	alignNames(a, b);
	weighAlignment(a, b);
	if (alignment.size === 0) return 0;
	return scoreFeatures(a.kind, b.kind);
}

/**
 * What a pair of names is worth. In: how alike they are, and how rare what they share is. Out: points on the scale of
 * `evidence-points.ts`. Chance decides: thousands of people are called Mohammad Ali, and one is called Abdulhai Salek, so
 * shared rarity lifts a name over contradictions, and a single common word is never a hit by itself.
 */
import { SAME_NAME } from '../../names/compare-names.ts';
import type { PreparedName } from '../../names/prepared-name.ts';
import { RARE_WEAK_ALIAS, WEAK_ALIAS } from './evidence-points.ts';
import { SCREENING_THRESHOLD } from './model.ts';

export type NamePair = {
	readonly asked: PreparedName;
	readonly listed: PreparedName;
	/** As `compareNames` gives it. */
	readonly score: number;
	/** The entry's name is a low-quality alias. */
	readonly isWeak: boolean;
	/** Rarity of what both share, in natural logarithms: 5 is one name in 150, 10 one in 22,000. */
	readonly shared: number;
};

/** From this rarity on, a name is taken to tell a person apart as well as names can. */
const TELLING = 9;
/** Points that a name loses for every step of rarity that it lacks. */
const PER_MISSING_STEP = 0.035;
const MOST_MISSING = 0.2;
/** What an equal name keeps is within reach of a date of birth that agrees. */
const MOST_LOST = 0.36;

/** `SAME_NAME` has the points of the threshold, equality has 1. */
export function scalePoints(score: number): number {
	return score >= SAME_NAME
		? SCREENING_THRESHOLD + ((score - SAME_NAME) / (1 - SAME_NAME)) * (1 - SCREENING_THRESHOLD)
		: (score / SAME_NAME) * SCREENING_THRESHOLD;
}

export function namePoints(pair: NamePair): number {
	const lost = commonnessLoss(pair) + (pair.isWeak ? weakLoss(pair) : 0);
	return scalePoints(pair.score) - Math.min(MOST_LOST, lost);
}

/** A low-quality alias has to be lifted by something else, unless it is so rare that chance is no explanation. */
function weakLoss({ shared }: NamePair): number {
	const rarity = Math.min(1, Math.max(0, (shared - TELLING) / (RARE - TELLING)));
	return WEAK_ALIAS - rarity * (WEAK_ALIAS - RARE_WEAK_ALIAS);
}

/** Points lost because what both names share is common. */
export function commonnessLoss(pair: NamePair): number {
	return Math.min(MOST_MISSING, Math.max(0, TELLING - pair.shared) * PER_MISSING_STEP);
}

/** How far the names support that it is the same one, beside another reason: 1 where they alone would be taken for one. */
export const nameSupport = (pair: NamePair): number =>
	Math.min(1, Math.max(0, (2 * pair.score) / SAME_NAME - 1));

/** From `MILD` for the rarest names to 1 for common ones. */
export function forceOfContradiction(pair: NamePair): number {
	const rarity = Math.min(1, Math.max(0, (pair.shared - COMMON) / (RARE - COMMON)));
	return 1 - rarity * (1 - MILD);
}

const COMMON = 7;
const RARE = 20;
const MILD = 0.35;

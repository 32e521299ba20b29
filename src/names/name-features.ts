/**
 * What speaks against two aligned names being one: a few numbers, each 0 where nothing does. In: two prepared names and the
 * `alignment` just made of them. Out: `features`, overwritten by the next call. The weights are in score-names.ts.
 */
import { alignment } from './align-names.ts';
import { isMinor, type PreparedName, ROLE } from './prepared-name.ts';
import { HOW, MOST_DOUBTFUL } from './word-cost.ts';

/** Positions in `features`. */
export const FEATURE = {
	/** Slips in words that were found, all together. */
	slips: 0,
	/** Their square: two slips are more than twice one. */
	slipsSquared: 1,
	/** Slips by the length of the words they are in. */
	slipsByLength: 2,
	/** Slips in a name so short that they leave little of it. */
	slipsDense: 20,
	/** Slips in a name of which parts are missing too. */
	slipsAndMissing: 21,
	/** Syllables that are missing in a name of syllables. */
	missingSyllables: 22,
	/** What words differ by that were transliterated in other ways. */
	transliterated: 23,
	/** Words that contradict each other: each side has one that the other lacks. */
	contradicted: 3,
	/** Initials that contradict. */
	initialContradicted: 4,
	/** Words that only one side has. */
	missing: 5,
	/** The same where the other words say little. */
	missingThin: 6,
	/** Generic words and places that only one side has. */
	missingGeneric: 7,
	numberContradicted: 8,
	numberMissing: 9,
	initials: 10,
	joined: 11,
	abbreviations: 12,
	formContradicted: 13,
	formMissing: 14,
	/** Two given names in the other order. */
	turned: 15,
	/** Son and father exchanged. */
	descentTurned: 16,
	/** Family name found as given name. */
	roleCrossed: 17,
	particles: 18,
	/** Nothing that tells was found. */
	nothing: 19,
} as const;

export const FEATURES = 24;
export const features = new Float64Array(FEATURES);

/** Weight of what was found, below which a name says too little to pass over what is missing. */
const ENOUGH = 1.6;
/** Slips by letter that a name bears without more ado. */
const BEARABLE = 0.22;
const BEARABLE_ELSE = 0.15;
/** What another transliteration of a word costs at most; beyond it are slips. */
const MOST_SYSTEMATIC = 0.6;
const LEAST_CONTRADICTION = 0.55;
const LEAST_MISSING = 0.45;
/** What the same honorific on both sides says. */
/** A word found with slips says this much less for each. */
const DOUBT_BY_SLIP = 0.25;
const HONORIFIC_FOUND = 0.4;
/** So little is found that the number is the name. */
const ALMOST_NOTHING = 0.75;
/** Less than any whole word weighs. */
const LEAST_FOUND = 0.05;

/** Fills `features` for the names that `alignment` is about. */
export function weighAlignment(a: PreparedName, b: PreparedName): void {
	features.fill(0);
	let found = 0;
	for (let group = 0; group < alignment.size; group += 1)
		if (alignment.how[group] !== HOW.different) found += weighGroup(a, b, group);
	for (let group = 0; group < alignment.size; group += 1)
		if (alignment.how[group] === HOW.different) weighDoubtful(a, b, group);
	if (features[FEATURE.slips]! > 0)
		features[FEATURE.slipsDense] = density(a, b, a.kind === 'person' ? BEARABLE : BEARABLE_ELSE);
	weighRest(a, b, found);
	features[FEATURE.slipsAndMissing] = features[FEATURE.slips]! * Math.min(1, features[FEATURE.missing]!);
	weighForms(a.legalForms, b.legalForms);
	const cost = features[FEATURE.slips]!;
	features[FEATURE.slipsSquared] = cost * cost;
	if (found < LEAST_FOUND && hasRest(a, b)) features[FEATURE.nothing] = 1;
	if (a.isGivenPair && b.isGivenPair && alignment.leftGroup[0] === alignment.rightGroup[1])
		features[FEATURE.turned] = 1;
	if (isDescentTurned(a, b)) features[FEATURE.descentTurned] = 1;
}

/** How far slips go beyond what a name of its length bears. */
function density(a: PreparedName, b: PreparedName, bearable: number): number {
	const letters = Math.min(tellingLetters(a), tellingLetters(b));
	return Math.max(0, features[FEATURE.slips]! / Math.max(2, letters) - bearable);
}

function tellingLetters(name: PreparedName): number {
	let letters = 0;
	for (let at = 0; at < name.words.length; at += 1)
		if (!isMinor(name.roles[at]!) && name.roles[at] !== ROLE.number) letters += name.latins[at]!.length;
	return letters;
}

function hasRest(a: PreparedName, b: PreparedName): boolean {
	for (let at = 0; at < a.words.length; at += 1) if (alignment.leftGroup[at] === -1) return true;
	for (let at = 0; at < b.words.length; at += 1) if (alignment.rightGroup[at] === -1) return true;
	return features[FEATURE.initials]! > 0;
}

/** Two short words a syllable apart: a slip where all else of the name agrees, a contradiction otherwise. */
function weighDoubtful(a: PreparedName, b: PreparedName, group: number): void {
	const left = alignment.leftFrom[group]!;
	const right = alignment.rightFrom[group]!;
	if (
		alignment.size > 2 &&
		a.words.length > 2 &&
		a.words.length === b.words.length &&
		features[FEATURE.slips]! === 0
	) {
		const shorter = Math.min(a.latins[left]!.length, b.latins[right]!.length);
		features[FEATURE.slips]! += alignment.cost[group]!;
		features[FEATURE.slipsByLength]! += alignment.cost[group]! / Math.max(2, shorter);
	} else {
		alignment.leftGroup[left] = -1;
		alignment.rightGroup[right] = -1;
	}
}

/** Adds what one group says; returns the weight that was found in it. */
function weighGroup(a: PreparedName, b: PreparedName, group: number): number {
	const leftFrom = alignment.leftFrom[group]!;
	const rightFrom = alignment.rightFrom[group]!;
	const leftTo = alignment.leftTo[group]!;
	const rightTo = alignment.rightTo[group]!;
	const cost = alignment.cost[group]!;
	const how = alignment.how[group]!;
	const role = a.roles[leftFrom]!;
	const otherRole = b.roles[rightFrom]!;
	let weight = 0;
	let otherWeight = 0;
	let length = 0;
	let otherLength = 0;
	for (let at = leftFrom; at < leftTo; at += 1) {
		weight += a.weights[at]!;
		length += a.latins[at]!.length;
	}
	for (let at = rightFrom; at < rightTo; at += 1) {
		otherWeight += b.weights[at]!;
		otherLength += b.latins[at]!.length;
	}
	if (isMinor(role) && isMinor(otherRole))
		return role === ROLE.honorific && how === HOW.same ? HONORIFIC_FOUND : 0;
	if (how === HOW.initial) features[FEATURE.initials]! += 1;
	else if (how === HOW.abbreviation) features[FEATURE.abbreviations]! += 1;
	else {
		const systematic = how === HOW.transliteration ? Math.min(cost, MOST_SYSTEMATIC) : 0;
		const slips = cost - systematic;
		features[FEATURE.transliterated]! += systematic;
		features[FEATURE.slips]! += slips;
		features[FEATURE.slipsByLength]! += slips / Math.max(2, Math.min(length, otherLength));
		if (how === HOW.joined) features[FEATURE.joined]! += 1;
	}
	if (
		(role === ROLE.family && otherRole === ROLE.given) ||
		(role === ROLE.given && otherRole === ROLE.family)
	)
		features[FEATURE.roleCrossed]! += 1;
	if (how === HOW.initial || role === ROLE.initial) return 0;
	return Math.max(weight, otherWeight) * (1 - Math.min(cost, MOST_DOUBTFUL) * DOUBT_BY_SLIP);
}

/** What is left on both sides contradicts, word for word; what is left beyond that is missing on the other side. */
function weighRest(a: PreparedName, b: PreparedName, found: number): void {
	const left = restOf(a, alignment.leftGroup, leftRest);
	const right = restOf(b, alignment.rightGroup, rightRest);
	features[FEATURE.particles]! += left.particles + right.particles;
	const initials = Math.min(left.initials, right.initials);
	features[FEATURE.initialContradicted] = initials;
	const numbers = Math.min(left.numbers, right.numbers);
	features[FEATURE.numberContradicted] = found < ALMOST_NOTHING ? 3 * numbers : numbers;
	features[FEATURE.numberMissing] = Math.max(left.numbers, right.numbers) - numbers;
	// An initial contradicts a whole name too.
	const leftCount = left.count;
	const rightCount = right.count;
	const pairs = Math.min(leftCount, rightCount);
	for (let at = 0; at < pairs; at += 1)
		features[FEATURE.contradicted]! += Math.max(LEAST_CONTRADICTION, (leftRest[at]! + rightRest[at]!) / 2);
	const more = leftCount > rightCount ? leftRest : rightRest;
	let missing = 0;
	let generic = 0;
	for (let at = pairs; at < Math.max(leftCount, rightCount); at += 1)
		if (more[at]! < 0.7 && a.kind !== 'person') generic += Math.max(LEAST_MISSING, more[at]!);
		else missing += more[at]!;
	const initialsOver = Math.max(left.initials, right.initials) - initials;
	const lone = leftCount > rightCount === left.initials > right.initials ? 0 : initialsOver;
	if (lone > 0 && leftCount !== rightCount) {
		features[FEATURE.initialContradicted]! += Math.min(lone, Math.abs(leftCount - rightCount));
	}
	features[FEATURE.missing] = missing;
	if (a.isSyllabic && b.isSyllabic) features[FEATURE.missingSyllables] = missing;
	features[FEATURE.missingGeneric] = generic;
	features[FEATURE.missingThin] = found < ENOUGH ? (missing + generic) * (ENOUGH - found) : 0;
}

const leftRest = new Float64Array(32);
const rightRest = new Float64Array(32);
const leftSum = { count: 0, initials: 0, numbers: 0, particles: 0 };
const rightSum = { count: 0, initials: 0, numbers: 0, particles: 0 };

/** Counts the words nobody answered to; their weights go into `rest`, the heaviest first. */
function restOf(name: PreparedName, groups: Int8Array, rest: Float64Array): typeof leftSum {
	const sum = rest === leftRest ? leftSum : rightSum;
	sum.count = 0;
	sum.initials = 0;
	sum.numbers = 0;
	sum.particles = 0;
	for (let at = 0; at < name.words.length; at += 1) {
		if (groups[at] !== -1) continue;
		const role = name.roles[at]!;
		if (role === ROLE.initial) sum.initials += 1;
		else if (role === ROLE.number) sum.numbers += 1;
		else if (isMinor(role)) sum.particles += name.weights[at]!;
		else {
			const weight = name.weights[at]!;
			let into = sum.count;
			while (into > 0 && rest[into - 1]! < weight) {
				rest[into] = rest[into - 1]!;
				into -= 1;
			}
			rest[into] = weight;
			sum.count += 1;
		}
	}
	return sum;
}

function weighForms(left: readonly string[], right: readonly string[]): void {
	if (left.length === 0 && right.length === 0) return;
	if (left.length === 0 || right.length === 0) {
		features[FEATURE.formMissing] = 1;
		return;
	}
	// A company is any of them.
	if (left.includes('company') || right.includes('company')) return;
	for (const form of left) if (right.includes(form)) return;
	features[FEATURE.formContradicted] = 1;
}

function isDescentTurned(a: PreparedName, b: PreparedName): boolean {
	if (a.child < 0 || a.parent < 0 || b.child < 0 || b.parent < 0) return false;
	const { leftGroup, rightGroup } = alignment;
	const childFound = leftGroup[a.child]!;
	const parentFound = leftGroup[a.parent]!;
	if (childFound >= 0 && childFound === rightGroup[b.child]) return false;
	return (
		(childFound >= 0 && childFound === rightGroup[b.parent]) ||
		(parentFound >= 0 && parentFound === rightGroup[b.child])
	);
}

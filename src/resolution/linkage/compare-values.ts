/**
 * On which level two different values agree, by what they are. Pure and symmetric; equal values never come here.
 * Levels are numbered from 0 (the same) on, in the order of `levelNames`.
 */

import { partSimilarity } from '../../names/part-similarity.ts';
import { SAME_NAME } from '../../names/score-names.ts';
import type { ComparisonKind } from './model.ts';
import { digitsOf } from './normalise.ts';
import { editDistance, isPartOf, textSimilarity } from './text-distance.ts';

const nameLevels = [
	'same',
	'near',
	'similar',
	'initial',
	'crossed same',
	'crossed near',
	'different',
] as const;

/** Names of the levels, strongest first by intention; their worth is learned. The last one is `different`. */
export const levelNames: { readonly [kind in ComparisonKind]: readonly string[] } = {
	'given-name': nameLevels,
	'family-name': nameLevels,
	'other-names': ['same', 'near', 'different'],
	'organisation-name': ['same', 'near', 'similar', 'different'],
	'object-name': ['same', 'near', 'similar', 'different'],
	date: ['same', 'one digit', 'two parts', 'two digits', 'same year', 'different'],
	postcode: ['same', 'near', 'same area', 'different'],
	'house-number': ['same', 'near', 'different'],
	'address-line': ['same', 'near', 'similar', 'crossed same', 'crossed near', 'different'],
	place: ['same', 'near', 'similar', 'different'],
	phone: ['same', 'near', 'different'],
	email: ['same', 'near', 'similar', 'same local part', 'same domain', 'different'],
	identifier: ['same', 'one edit', 'two edits', 'different'],
	'strong-identifier': ['same', 'one edit', 'different'],
	category: ['same', 'near', 'different'],
	text: ['same', 'near', 'similar', 'different'],
};

const NEAR = 0.72;
const SIMILAR = 0.46;
const CROSSED = 0.6;
/** More alike than `male` and `female` (two letters of six), which are two values and no slip. */
const CATEGORY_SLIP = 0.75;

/**
 * True for a level on which both sides have one and the same value, so that it counts how rare the value is. Whole names that
 * are nearly the same differ in what says nothing: GmbH and G.m.b.H.
 */
export const byFrequency = (kind: ComparisonKind, level: number): boolean =>
	level === 0 ||
	levelNames[kind][level] === 'crossed same' ||
	(level === 1 && (kind === 'organisation-name' || kind === 'object-name'));

export const NAME_NEAR = 1;
export const NAME_SIMILAR = 2;
export const NAME_INITIAL = 3;
export const NAME_CROSSED_SAME = 4;
export const NAME_CROSSED_NEAR = 5;
export const NAME_DIFFERENT = 6;

/** Level of two different texts of names; either may be of several words. */
export function nameLevel(a: string, b: string): number {
	if (a.length === 1 || b.length === 1) return a[0] === b[0] ? NAME_INITIAL : NAME_DIFFERENT;
	const several = a.includes(' ') || b.includes(' ');
	const [left, right] = several ? [a.replaceAll(' ', ''), b.replaceAll(' ', '')] : [a, b];
	if (left === right) return NAME_NEAR;
	const similarity = partSimilarity(left, right);
	if (similarity >= NEAR) return NAME_NEAR;
	if (similarity >= SIMILAR || (several && sharesWord(a, b))) return NAME_SIMILAR;
	return NAME_DIFFERENT;
}

/**
 * Level of two names of which one stands in the place of the other's other name: only spelling counts there, and it is
 * asked of almost every pair of records, so it must be cheap.
 */
export function crossedNameLevel(a: string, b: string): number {
	if (a.length < 3 || b.length < 3) return NAME_DIFFERENT;
	const similarity = textSimilarity(a, b, CROSSED);
	return similarity >= NEAR ? NAME_NEAR : similarity >= CROSSED ? NAME_SIMILAR : NAME_DIFFERENT;
}

function sharesWord(a: string, b: string): boolean {
	const words = a.split(' ');
	return b.split(' ').some((word) => word.length > 2 && words.includes(word));
}

/** Level of two different values of one kind. Dates are compared by `dateLevel`. */
export function valueLevel(kind: ComparisonKind, a: string, b: string): number {
	switch (kind) {
		case 'given-name':
		case 'family-name':
			return nameLevel(a, b);
		case 'other-names': {
			const level = nameLevel(a, b);
			return level === NAME_NEAR ? 1 : 2;
		}
		case 'postcode':
			if (editDistance(a, b, 1) <= 1) return 1;
			return a.slice(0, areaLength(a)) === b.slice(0, areaLength(b)) ? 2 : 3;
		case 'house-number':
			return editDistance(a, b, 1) <= 1 && a.length + b.length > 2 ? 1 : 2;
		case 'phone':
			return editDistance(a, b, 1) <= 1 ? 1 : 2;
		case 'email':
			return emailLevel(a, b);
		case 'identifier': {
			const distance = editDistance(a, b, 2);
			return distance <= 1 ? 1 : distance === 2 && a.length >= 5 ? 2 : 3;
		}
		case 'strong-identifier':
			return strongLevel(a, b);
		case 'category':
			return textSimilarity(a, b, CATEGORY_SLIP) >= CATEGORY_SLIP ? 1 : 2;
		case 'address-line': {
			const similarity = textSimilarity(a, b, 0.6);
			return similarity >= 0.8 ? 1 : similarity >= 0.6 || isPartOf(a, b) ? 2 : 5;
		}
		case 'date':
			return 5;
		default: {
			const similarity = textSimilarity(a, b, 0.6);
			return similarity >= 0.8 ? 1 : similarity >= 0.6 || isPartOf(a, b) ? 2 : 3;
		}
	}
}

/** The part of a postcode that names a wider area: all but three letters of a British one, half of another. */
const areaLength = (postcode: string): number =>
	/^[A-Z]/.test(postcode) && postcode.length > 4 ? postcode.length - 3 : Math.ceil(postcode.length / 2);

/** No evidence: one side, or both, say nothing, or what they say cannot be compared. */
export const MISSING = 255;

/** Numbers of two schemes or of two issuers say nothing of each other; one that stands without an issuer may be of any. */
function strongLevel(a: string, b: string): number {
	const [schemeA, issuerA, numberA] = partsOf(a);
	const [schemeB, issuerB, numberB] = partsOf(b);
	if (schemeA !== schemeB || (issuerA !== issuerB && issuerA !== '' && issuerB !== '')) return MISSING;
	if (numberA === numberB) return 0;
	return numberA.length > 5 && editDistance(numberA, numberB, 1) <= 1 ? 1 : 2;
}

function partsOf(identifier: string): [scheme: string, issuer: string, number: string] {
	const first = identifier.indexOf(':');
	const last = identifier.lastIndexOf(':');
	return [
		identifier.slice(0, Math.max(first, 0)),
		identifier.slice(first + 1, Math.max(last, first + 1)),
		identifier.slice(last + 1),
	];
}

/** Level of two names that are compared whole, by how alike they are. */
export const wholeNameLevel = (likeness: number): number =>
	likeness >= 0.9 ? 1 : likeness >= SAME_NAME ? 2 : 3;

export const EMAIL_SAME_LOCAL = 3;
export const EMAIL_DIFFERENT = 5;

function emailLevel(a: string, b: string): number {
	const [endA, endB] = [Math.max(a.indexOf('@'), 0), Math.max(b.indexOf('@'), 0)];
	const [domainA, domainB] = [a.slice(endA), b.slice(endB)];
	const similarity = textSimilarity(a, b, 0.7);
	// Who is called alike has an address alike; the figures in it are what a mere slip leaves as they are.
	if (similarity >= 0.85 && digitsOf(a) === digitsOf(b)) return 1;
	if (similarity >= 0.7 && textSimilarity(domainA, domainB, 0.6) >= 0.6) return 2;
	if (endA > 3 && endA === endB && a.startsWith(b.slice(0, endB))) return EMAIL_SAME_LOCAL;
	return domainA === domainB && endA > 0 ? 4 : EMAIL_DIFFERENT;
}

/** Level of two different dates, each YYYYMMDD with zeros for what is not said. */
export function dateLevel(a: number, b: number): number {
	const [yearA, monthA, dayA] = [Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100];
	const [yearB, monthB, dayB] = [Math.floor(b / 10_000), Math.floor(b / 100) % 100, b % 100];
	const sameYear = yearA === yearB;
	// A digit that was left out moved all that follow.
	if (a < 10_000_000 !== b < 10_000_000) return editDistance(String(a), String(b), 1) <= 1 ? 1 : 5;
	if (monthA === 0 || monthB === 0) return sameYear ? 4 : 5;
	if (dayA === 0 || dayB === 0) return sameYear ? (monthA === monthB ? 2 : 4) : 5;
	if (sameYear && monthA === dayB && dayA === monthB) return 1;
	const changed = changedDigits(a, b);
	if (changed === 1) return 1;
	const parts = Number(sameYear) + Number(monthA === monthB) + Number(dayA === dayB);
	if (parts === 2) return changed === 2 && exchanged(a, b) ? 1 : 2;
	if (changed === 2) return 3;
	return sameYear ? 4 : 5;
}

function changedDigits(a: number, b: number): number {
	let changed = 0;
	for (
		let left = a, right = b;
		left > 0 || right > 0;
		left = Math.floor(left / 10), right = Math.floor(right / 10)
	) {
		if (left % 10 !== right % 10) changed++;
	}
	return changed;
}

/** True where two dates differ in two digits that stand beside each other and changed places. */
function exchanged(a: number, b: number): boolean {
	for (let unit = 1; unit < 10_000_000; unit *= 10) {
		const [left, right] = [Math.floor(a / unit) % 100, Math.floor(b / unit) % 100];
		if (left !== right) {
			const rightTurned = (right % 10) * 10 + Math.floor(right / 10);
			if (left === rightTurned) return true;
			if (left % 10 !== right % 10) return false;
		}
	}
	return false;
}

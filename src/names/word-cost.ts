/**
 * How far two words are apart, in slips: 0 is the same word, `MOST_EDITS` nothing in common. And how they were found alike.
 * Takes the cheapest of: letters, sounds, other romanisations, signs of the same script, nicknames. Allocates nothing.
 */
import { editCost, joinedEditCost, MOST_EDITS, soundCost } from './edit-distance.ts';
import type { Word } from './word.ts';

export const HOW = {
	same: 0,
	script: 1,
	transliteration: 2,
	spelling: 3,
	sound: 4,
	nickname: 5,
	initial: 6,
	joined: 7,
	abbreviation: 8,
	different: 9,
} as const;

/** Two spellings of one sound differ by this much at most. */
const SAME_SOUND = 0.2;
/** What comparing by sound or by another romanisation costs beside the slips in it. */
const BY_SOUND = 0.3;
const BY_VARIANT = 0.1;
/** Limits are this much too high, so that rounding decides nothing. */
const ROUNDING = 1e-6;
const BY_CONSONANTS = 0.2;
/** What vowels still say between a script that leaves most of them out and one that has them. */
const VOWELS_SAY = 0.15;
const OTHER_BEGINNING = 0.5;
/** Consonants that may differ, of those there are. */
const MOST_CONSONANT_SLIPS = 0.34;
const LEAST_JOINED_CONSONANTS = 4;
const NICKNAME = 0.5;
/** One sign of a script of syllables or ideas is as much as this many letters. */
const SIGN = 2.2;
/** Words of organisations up to this length are initials, of which every letter counts in full. */
const LONGEST_INITIALS = 3;
/** More letters than these in one sound and not in the other: not worth counting slips. */
const MOST_STRANGE_LETTERS = 3;

/** The most slips between two words that may still be one, by their lengths: more in longer words, few in short ones. */
export function mostSlips(a: number, b: number): number {
	return Math.min(2.8, 0.58 * Math.max(a, b));
}

/** Above `mostSlips` and up to this many, the rest of the name decides whether two words are one. */
export const MOST_DOUBTFUL = 2.1;

/** How `wordCost` came to its last answer: one of `HOW`. Read it at once. */
export let lastHow: number = HOW.same;

/**
 * The cost between two words, 0 to `MOST_EDITS`. Symmetric.
 * @param asPersons allows nicknames.
 * @param limit costs from here on are of no interest, and need not be exact.
 */
export function wordCost(a: Word, b: Word, asPersons: boolean, limit: number = MOST_EDITS): number {
	lastHow = HOW.same;
	if (a === b) return 0;
	if (a.native !== '' && b.native !== '') return nativeCost(a.native, b.native);
	if (a.latin === b.latin) return 0;
	let best: number = MOST_EDITS;
	lastHow = HOW.different;
	const most = asPersons
		? Math.max(MOST_DOUBTFUL, mostSlips(a.latin.length, b.latin.length))
		: mostSlips(a.latin.length, b.latin.length);
	const isSign = a.native !== '' || b.native !== '';
	if (a.sound === b.sound && !isSign) {
		best = SAME_SOUND;
		lastHow = HOW.transliteration;
	} else if (a.isAbjad !== b.isAbjad) best = consonantCost(a, b);
	else {
		const strange = Math.min(MOST_STRANGE_LETTERS, Math.ceil(most));
		if (strangeLetters(a.latinLetters, b.latinLetters) <= strange) {
			best = editCost(a.latin, b.latin, Math.min(most, limit));
			lastHow = HOW.spelling;
		}
		if (!isSign && best > BY_SOUND && strangeLetters(a.soundLetters, b.soundLetters) <= strange) {
			const bySound = soundCost(a.sound, b.sound, Math.min(best, most, limit) - BY_SOUND) + BY_SOUND;
			if (bySound < best) {
				best = bySound;
				lastHow = HOW.sound;
			}
		}
	}
	if (best > BY_VARIANT && (a.variants.length > 0 || b.variants.length > 0)) {
		const byVariant = variantCost(a, b, Math.min(best, limit) - BY_VARIANT + ROUNDING) + BY_VARIANT;
		if (byVariant < best) {
			best = byVariant;
			lastHow = HOW.transliteration;
		}
	}
	if (asPersons && best > NICKNAME && shareNickname(a.nicknames, b.nicknames)) {
		best = NICKNAME;
		lastHow = HOW.nickname;
	}
	return asPersons || Math.min(a.latin.length, b.latin.length) > LONGEST_INITIALS ? best : Math.ceil(best);
}

/** What it costs to take the words `from` to `to` (not included) for the pieces of `whole`; exact only below `most`. */
export function joinedCost(
	words: readonly Word[],
	from: number,
	to: number,
	whole: Word,
	most: number,
): number {
	let best = joinedEditCost(words, from, to, 'latin', whole.latin, most);
	if (best <= BY_SOUND) return best;
	if (words[from]!.isAbjad !== whole.isAbjad) {
		if (whole.consonants.length < LEAST_JOINED_CONSONANTS) return best;
		const apart = joinedEditCost(words, from, to, 'consonants', whole.consonants, MOST_EDITS);
		return Math.min(best, 2 * apart + BY_SOUND);
	}
	best = Math.min(best, joinedEditCost(words, from, to, 'sound', whole.sound, best - BY_SOUND) + BY_SOUND);
	for (const variant of whole.variants)
		best = Math.min(best, joinedEditCost(words, from, to, 'latin', variant, best) + BY_VARIANT);
	return best;
}

/** Between a word of a script that leaves vowels out and one that has them: the vowels say little. */
function consonantCost(a: Word, b: Word): number {
	const written = editCost(a.latin, b.latin);
	lastHow = HOW.spelling;
	const shorter = Math.min(a.consonants.length, b.consonants.length);
	if (shorter < 2) return written;
	const slips = soundCost(a.consonants, b.consonants);
	if (slips > shorter * MOST_CONSONANT_SLIPS) return written;
	lastHow = HOW.transliteration;
	const apart = BY_CONSONANTS + slips + VOWELS_SAY * Math.max(0, written - slips);
	return Math.min(written, isVowel(a.sound, 0) === isVowel(b.sound, 0) ? apart : apart + OTHER_BEGINNING);
}

/** Letters that one has and the other lacks, the greater number, of words as `lettersOf` gives them: no fewer slips lie between. */
export function strangeLetters(a: number, b: number): number {
	return Math.max(bits(a & ~b), bits(b & ~a));
}

const isVowel = (sound: string, at: number): boolean => 'aeiou'.includes(sound.charAt(at));

function bits(value: number): number {
	let rest = value - ((value >>> 1) & 0x55555555);
	rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
	return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Signs that differ, each worth several letters. */
function nativeCost(a: string, b: string): number {
	lastHow = HOW.script;
	if (a === b) return 0;
	lastHow = HOW.different;
	if (Math.abs(a.length - b.length) > 1) return MOST_EDITS;
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
	let endA = a.length;
	let endB = b.length;
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA -= 1;
		endB -= 1;
	}
	const signs = Math.max(endA - start, endB - start);
	if (signs < Math.max(a.length, b.length)) lastHow = HOW.script;
	return Math.min(signs * SIGN, MOST_EDITS);
}

/** Exact only below `most`. */
function variantCost(a: Word, b: Word, most: number): number {
	let best: number = MOST_EDITS;
	for (const variant of a.variants) best = Math.min(best, editCost(variant, b.latin, Math.min(best, most)));
	for (const variant of b.variants) best = Math.min(best, editCost(variant, a.latin, Math.min(best, most)));
	return best;
}

function shareNickname(a: readonly number[], b: readonly number[]): boolean {
	for (const group of a) if (b.includes(group)) return true;
	return false;
}

/** A cost from which on two words are less alike than `least`: a limit for `wordCost`. */
export const mostCostOf = (least: number, a: string, b: string): number =>
	(1 - least) * lettersAtStake(a, b) + ROUNDING;

/** What letters a slip is held against. */
const lettersAtStake = (a: string, b: string): number =>
	Math.max(Math.min(a.length, b.length), 2) * 0.75 + 0.75;

/**
 * How alike two Latin words are, 0 to 1; 1 for the same word. For words of any kind, also outside names.
 * Bounded time; takes `a` and `b` in lower case without accents.
 */
export function likeness(cost: number, a: string, b: string): number {
	if (cost >= MOST_EDITS) return 0;
	return Math.max(0, 1 - cost / lettersAtStake(a, b));
}

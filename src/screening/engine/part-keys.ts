/**
 * Hashes under which the parts of names meet: spelling, sound and skeleton of consonants, each also with one letter left out
 * (symmetric deletion: a slip on either side, and the two texts share what is left), other romanisations, nicknames, and what
 * stays when neighbours are written as one. In: words. Out: 32-bit hashes; what meets is compared afterwards.
 */
import { spellingClass } from '../../names/script/spelling-classes.ts';
import type { Word } from '../../names/word.ts';
import { hashText, hashWithout } from './text-hash.ts';

/** Key spaces. */
const SPELLING = 1;
const SKELETON = 2;
const NICKNAME = 3;
const JOINED = 4;
const SOUND = 5;
const UNVOWELLED = 6;
const OF_UNVOWELLED = 7;

/** Shortest text that one letter can be left out of and still say something. */
const LEAST_FOR_SLIP = 4;
const LONGEST_WITH_SLIP = 24;
/** Fewer consonants are shared by hundreds of words; those meet by their sound, which has the vowels. */
const LEAST_SKELETON = 3;
/** A script that leaves vowels out tells nothing else. */
const LEAST_UNVOWELLED = 2;
const LEAST_JOINED = 3;

/** Consonants of a sound as `spellingClass` gives it, repeated ones once; a lone vowel stays. */
function consonantsOf(sound: string): string {
	let consonants = '';
	for (let at = 0; at < sound.length; at += 1) {
		const letter = sound[at]!;
		if (!VOWELS.includes(letter) && !consonants.endsWith(letter)) consonants += letter;
	}
	return consonants === '' ? sound : consonants;
}
const VOWELS = 'aeiouy';

/**
 * Letters that stay where words are written as one, by hard classes: what a letter sounds like depends on its neighbours, and
 * joining gives the letters at the seam new ones.
 */
function hardConsonants(latin: string): string {
	let consonants = '';
	for (let at = 0; at < latin.length; at += 1) {
		const letter = HARD[latin.charCodeAt(at) - 97] ?? '';
		if (letter !== '' && !consonants.endsWith(letter)) consonants += letter;
	}
	return consonants;
}
/** Of a to z; empty for vowels and for what is written and not heard. */
const HARD = [
	'',
	'b',
	'k',
	't',
	'',
	'f',
	'k',
	'',
	'',
	'k',
	'k',
	'l',
	'm',
	'n',
	'',
	'b',
	'k',
	'r',
	's',
	't',
	'',
	'f',
	'',
	'k',
	'',
	's',
];

/**
 * Hashes under which a word is kept and looked for.
 * @param isListed whether it is a word of the list or of a question.
 */
export function keysOfWord(word: Word, isListed: boolean): number[] {
	const { latin, sound } = word;
	const skeleton = consonantsOf(sound);
	const keys = keysOfJoined(latin);
	pushKeys(keys, latin, skeleton);
	keys.push(hashText(sound, SOUND));
	if (word.consonants.length >= LEAST_UNVOWELLED) {
		// Words of scripts without vowels are asked of all words, and all words of those.
		if (isListed || word.isAbjad) keys.push(hashText(word.consonants, UNVOWELLED));
		if (!isListed || word.isAbjad) keys.push(hashText(word.consonants, OF_UNVOWELLED));
	}
	if (latin.length <= LONGEST_WITH_SLIP) {
		pushSlips(keys, latin, SPELLING);
		// A slip in a word of few consonants is told by its sound, in a longer one by its skeleton.
		if (skeleton.length >= LEAST_FOR_SLIP) pushSlips(keys, skeleton, SKELETON);
		else if (sound !== latin) pushSlips(keys, sound, SOUND);
	}
	for (const variant of word.variants) {
		pushKeys(keys, variant, consonantsOf(spellingClass(variant)));
		if (word.native !== '') for (const key of keysOfJoined(variant)) if (!keys.includes(key)) keys.push(key);
	}
	for (const group of word.nicknames) keys.push(hashText(String(group), NICKNAME));
	return keys;
}

/** Hashes of neighbours written as one, by which they meet words and each other. */
export function keysOfJoined(latin: string): number[] {
	const consonants = hardConsonants(latin);
	return consonants.length < LEAST_JOINED ? [] : [hashText(consonants, JOINED)];
}

function pushKeys(keys: number[], latin: string, skeleton: string): void {
	keys.push(hashText(latin, SPELLING));
	if (skeleton.length >= LEAST_SKELETON) keys.push(hashText(skeleton, SKELETON));
}

function pushSlips(keys: number[], text: string, space: number): void {
	if (text.length < LEAST_FOR_SLIP) return;
	for (let at = 0; at < text.length; at += 1) {
		// Leaving out either of two equal neighbours gives the same text.
		if (at === 0 || text[at] !== text[at - 1]) keys.push(hashWithout(text, at, space));
	}
}

/**
 * All different parts of the names of a list, and quick answers to: which of them could this word be? In: words, once.
 * Out: the alike ones with their similarity, best first. A part is found through its spelling, its spelling class and its
 * skeleton of consonants, each also with one letter left out, through other romanisations and nicknames. What is found so is
 * compared letter by letter. Look-ups are remembered, bounded.
 */
import { editCost } from '../../names/edit-distance.ts';
import { spellingClass } from '../../names/script/spelling-classes.ts';
import type { Word } from '../../names/word.ts';
import { likeness, wordCost } from '../../names/word-cost.ts';
import { distanceTo, setPattern } from './bit-distance.ts';
import { HashPostings } from './hash-postings.ts';
import { hashText, hashWithout } from './text-hash.ts';

/** A part of names of the list: a word, or neighbours written as one, which have nothing but letters. */
export type DictionaryPart = {
	readonly latin: string;
	readonly word: Word | undefined;
	/** See `consonantsOf` and `joinSkeletons`. */
	readonly skeleton: string;
};

export type SimilarParts = {
	readonly ids: Uint32Array;
	/** 0 to 1, descending. */
	readonly similarities: Float32Array;
};

/** Below this, two parts are two names; what is lost here is lost for good, so it lies below what the comparison forgives. */
export const LEAST_SIMILAR = 0.55;
const MOST_SIMILAR = 128;
const MOST_REMEMBERED = 60_000;
const NOTHING: SimilarParts = { ids: new Uint32Array(0), similarities: new Float32Array(0) };

/** Key spaces. */
const SPELLING = 1;
const SKELETON = 2;
const NICKNAME = 3;
const JOINED = 4;
const SOUND = 5;
const UNVOWELLED = 6;
/** Shortest text that one letter can be left out of and still say something. */
const LEAST_FOR_SLIP = 4;
const LONGEST_WITH_SLIP = 24;
/** Fewer consonants are shared by hundreds of words; those meet by their sound, which has the vowels. */
const LEAST_SKELETON = 3;
/** A script that leaves vowels out tells nothing else. */
const LEAST_UNVOWELLED = 2;
const LEAST_JOINED_SKELETON = 3;

/** A word of this many letters may have one slip more than one of none. */
const LETTERS_PER_SLIP = 3;

/** Other romanisations or unwritten vowels: plain letters do not tell how alike it is. */
const NOT_PLAIN = 1;
const HAS_NICKNAMES = 2;

type Remembered = { readonly similar: SimilarParts; readonly skeleton: string };

export class PartDictionary {
	readonly #parts: readonly DictionaryPart[];
	readonly #keys: HashPostings;
	readonly #seen: Uint32Array;
	/** Letters of part p: `#letters[#starts[p]]` up to `#starts[p + 1]`. */
	readonly #letters: Uint8Array;
	readonly #starts: Uint32Array;
	/** Hash of the sound, by part. */
	readonly #sounds: Uint32Array;
	readonly #flags: Uint8Array;
	#generation = 0;
	readonly #memory = new Map<string, Remembered>();
	readonly #joinedMemory = new Map<string, SimilarParts>();

	/** @param parts all different. Neighbours written as one are found by sound, not by slip. */
	constructor(parts: readonly DictionaryPart[]) {
		this.#parts = parts;
		const hashes: number[] = [];
		const ids: number[] = [];
		parts.forEach(({ word, skeleton }, id) => {
			const keys = word === undefined ? [] : keysOfWord(word, skeleton, true);
			if (skeleton.length >= LEAST_JOINED_SKELETON) keys.push(hashText(skeleton, JOINED));
			for (const hash of keys) {
				hashes.push(hash);
				ids.push(id);
			}
		});
		this.#keys = new HashPostings(hashes, ids);
		this.#seen = new Uint32Array(parts.length);
		this.#sounds = Uint32Array.from(parts, ({ word }) => (word === undefined ? 0 : hashText(word.sound)));
		this.#flags = Uint8Array.from(parts, ({ word }) => flagsOf(word));
		this.#starts = new Uint32Array(parts.length + 1);
		parts.forEach(({ latin }, id) => {
			this.#starts[id + 1] = this.#starts[id]! + latin.length;
		});
		this.#letters = new Uint8Array(this.#starts[parts.length]!);
		parts.forEach(({ latin }, id) => {
			for (let at = 0; at < latin.length; at += 1)
				this.#letters[this.#starts[id]! + at] = latin.charCodeAt(at);
		});
	}

	/** Parts that this word could be. */
	find(word: Word): SimilarParts {
		return this.#recall(word).similar;
	}

	#recall(word: Word): Remembered {
		const key = wordKey(word);
		const known = this.#memory.get(key);
		if (known !== undefined) return known;
		const skeleton = consonantsOf(word.sound);
		const keys = keysOfWord(word, skeleton, false);
		if (skeleton.length >= LEAST_JOINED_SKELETON) keys.push(hashText(skeleton, JOINED));
		const similar = this.#look(keys, this.#mayBe(word), (part) =>
			likeness(
				part.word === undefined ? editCost(word.latin, part.latin) : wordCost(word, part.word, true),
				word.latin,
				part.latin,
			),
		);
		if (this.#memory.size >= MOST_REMEMBERED) this.#memory.clear();
		const remembered = { similar, skeleton };
		this.#memory.set(key, remembered);
		return remembered;
	}

	/** Parts that neighbours written as one could be. */
	findJoined(words: readonly Word[]): SimilarParts {
		let latin = '';
		for (const word of words) latin += word.latin;
		const known = this.#joinedMemory.get(latin);
		if (known !== undefined) return known;
		const skeleton = joinSkeletons(words.map((word) => this.#recall(word).skeleton));
		const keys = skeleton.length < LEAST_JOINED_SKELETON ? [] : [hashText(skeleton, JOINED)];
		const similar = this.#look(keys, anyPart, (part) =>
			likeness(editCost(latin, part.latin), latin, part.latin),
		);
		if (this.#joinedMemory.size >= MOST_REMEMBERED) this.#joinedMemory.clear();
		this.#joinedMemory.set(latin, similar);
		return similar;
	}

	/** A quick look at a part before it is compared in full: the letters lie next to each other, the parts do not. */
	#mayBe(word: Word): (id: number) => boolean {
		const { latin } = word;
		const isPlain = !word.isAbjad && word.variants.length === 0;
		if (!isPlain) return () => true;
		setPattern(latin);
		const mostSlips = 1 + Math.floor(latin.length / LETTERS_PER_SLIP);
		const sound = hashText(word.sound);
		const exempt = word.nicknames.length > 0 ? NOT_PLAIN | HAS_NICKNAMES : NOT_PLAIN;
		return (id) => {
			if ((this.#flags[id]! & exempt) !== 0 || this.#sounds[id] === sound) return true;
			const from = this.#starts[id]!;
			const until = this.#starts[id + 1]!;
			if (Math.abs(until - from - latin.length) > mostSlips) return false;
			return distanceTo(this.#letters, from, until) <= mostSlips;
		};
	}

	#look(
		keys: readonly number[],
		mayBe: (id: number) => boolean,
		similarityOf: (part: DictionaryPart) => number,
	): SimilarParts {
		this.#generation += 1;
		const generation = this.#generation;
		const seen = this.#seen;
		const postings = this.#keys;
		const ids: number[] = [];
		const similarities: number[] = [];
		for (const hash of keys) {
			const end = postings.end(hash);
			for (let at = postings.start(hash); at < end; at += 1) {
				const id = postings.ids[at]!;
				if (seen[id] === generation) continue;
				seen[id] = generation;
				if (!mayBe(id)) continue;
				const similarity = similarityOf(this.#parts[id]!);
				if (similarity < LEAST_SIMILAR) continue;
				ids.push(id);
				similarities.push(similarity);
			}
		}
		if (ids.length === 0) return NOTHING;
		const order = ids.map((_, at) => at);
		order.sort((a, b) => similarities[b]! - similarities[a]! || ids[a]! - ids[b]!);
		if (order.length > MOST_SIMILAR) order.length = MOST_SIMILAR;
		return {
			ids: Uint32Array.from(order, (at) => ids[at]!),
			similarities: Float32Array.from(order, (at) => similarities[at]!),
		};
	}
}

const anyPart = (): boolean => true;

function flagsOf(word: Word | undefined): number {
	if (word === undefined) return 0;
	const isPlain = !word.isAbjad && word.variants.length === 0;
	return (isPlain ? 0 : NOT_PLAIN) | (word.nicknames.length > 0 ? HAS_NICKNAMES : 0);
}

/** Text that tells words apart: one Latin spelling can stand for words of several scripts. */
export function wordKey(word: Word): string {
	return word.native === '' && word.variants.length === 0 && !word.isAbjad
		? word.latin
		: `${word.latin} ${word.native} ${word.isAbjad ? 'a' : ''} ${word.variants.join(' ')}`;
}

/** Consonants of a sound as `spellingClass` gives it, repeated ones once; a lone vowel stays. */
export function consonantsOf(sound: string): string {
	let consonants = '';
	for (let at = 0; at < sound.length; at += 1) {
		const letter = sound[at]!;
		if (!VOWELS.includes(letter) && !consonants.endsWith(letter)) consonants += letter;
	}
	return consonants === '' ? sound : consonants;
}
const VOWELS = 'aeiouy';

/** Skeleton of words written as one: a letter that ends one and begins the next counts once, as everywhere. */
export function joinSkeletons(skeletons: readonly string[]): string {
	let joined = '';
	for (const skeleton of skeletons)
		joined += joined !== '' && joined.at(-1) === skeleton[0] ? skeleton.slice(1) : skeleton;
	return joined;
}

/**
 * Hashes under which a word is kept and looked for.
 * @param isListed words of the list are also kept by what a script without vowels would leave of them.
 */
function keysOfWord(word: Word, skeleton: string, isListed: boolean): number[] {
	const { latin, sound } = word;
	const keys: number[] = [];
	pushKeys(keys, latin, skeleton);
	keys.push(hashText(sound, SOUND));
	if (skeleton.length >= LEAST_UNVOWELLED && skeleton.length < LEAST_SKELETON && (isListed || word.isAbjad))
		keys.push(hashText(skeleton, UNVOWELLED));
	if (latin.length <= LONGEST_WITH_SLIP) {
		pushSlips(keys, latin, SPELLING);
		pushSlips(keys, skeleton, SKELETON);
		if (sound !== latin) pushSlips(keys, sound, SOUND);
	}
	for (const variant of word.variants) pushKeys(keys, variant, consonantsOf(spellingClass(variant)));
	for (const group of word.nicknames) keys.push(hashText(String(group), NICKNAME));
	return keys;
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

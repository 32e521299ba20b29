/**
 * All different parts of the names of a list, and quick answers to: which of them could this word be? In: words, once.
 * Out: the alike ones with their similarity, best first. A part is found through its spelling, its spelling class and its
 * skeleton of consonants, each also with one letter left out, through other romanisations and nicknames. What is found so is
 * compared letter by letter. Look-ups are remembered, bounded.
 */
import { editCost } from '../../names/edit-distance.ts';
import { likeness, wordCost } from '../../names/word-cost.ts';
import { partSkeleton, type Word } from '../../names/word.ts';
import { HashPostings } from './hash-postings.ts';
import { hashText, hashWithout } from './text-hash.ts';

/** A part of names of the list: a word, or neighbours written as one, which have nothing but letters. */
export type DictionaryPart = { readonly latin: string; readonly word: Word | undefined };

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
/** Shortest text that one letter can be left out of and still say something. */
const LEAST_FOR_SLIP = 4;
const LONGEST_WITH_SLIP = 24;
const LEAST_SKELETON = 2;

export class PartDictionary {
	readonly #parts: readonly DictionaryPart[];
	readonly #keys: HashPostings;
	readonly #seen: Uint32Array;
	#generation = 0;
	readonly #memory = new Map<string, SimilarParts>();
	readonly #joinedMemory = new Map<string, SimilarParts>();

	/** @param parts all different. Neighbours written as one are found by sound, not by slip. */
	constructor(parts: readonly DictionaryPart[]) {
		this.#parts = parts;
		const hashes: number[] = [];
		const ids: number[] = [];
		parts.forEach(({ latin, word }, id) => {
			const keys = word === undefined ? keysOfText(latin, false) : keysOfWord(word);
			for (const hash of keys) {
				hashes.push(hash);
				ids.push(id);
			}
		});
		this.#keys = new HashPostings(hashes, ids);
		this.#seen = new Uint32Array(parts.length);
	}

	/** Parts that this word could be. */
	find(word: Word): SimilarParts {
		const key = wordKey(word);
		const remembered = this.#memory.get(key);
		if (remembered !== undefined) return remembered;
		const found = this.#look(keysOfWord(word), (part) =>
			likeness(
				part.word === undefined ? editCost(word.latin, part.latin) : wordCost(word, part.word, true),
				word.latin,
				part.latin,
			),
		);
		if (this.#memory.size >= MOST_REMEMBERED) this.#memory.clear();
		this.#memory.set(key, found);
		return found;
	}

	/** Parts that neighbours written as one could be. */
	findJoined(joined: string): SimilarParts {
		const remembered = this.#joinedMemory.get(joined);
		if (remembered !== undefined) return remembered;
		const found = this.#look(keysOfText(joined, false), ({ latin }) =>
			likeness(editCost(joined, latin), joined, latin),
		);
		if (this.#joinedMemory.size >= MOST_REMEMBERED) this.#joinedMemory.clear();
		this.#joinedMemory.set(joined, found);
		return found;
	}

	#look(keys: readonly number[], similarityOf: (part: DictionaryPart) => number): SimilarParts {
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

/** Text that tells words apart: one Latin spelling can stand for words of several scripts. */
export function wordKey(word: Word): string {
	return word.native === '' && word.variants.length === 0 && !word.isAbjad
		? word.latin
		: `${word.latin} ${word.native} ${word.isAbjad ? 'a' : ''} ${word.variants.join(' ')}`;
}

function keysOfWord(word: Word): number[] {
	const keys = keysOfText(word.latin, true);
	for (const variant of word.variants) keys.push(...keysOfText(variant, false));
	for (const group of word.nicknames) keys.push(hashText(String(group), NICKNAME));
	return keys;
}

function keysOfText(text: string, withSlips: boolean): number[] {
	const keys = [hashText(text, SPELLING)];
	const skeleton = partSkeleton(text);
	if (skeleton.length >= LEAST_SKELETON) keys.push(hashText(skeleton, SKELETON));
	if (!withSlips) return keys;
	pushSlips(keys, text, SPELLING);
	if (skeleton.length >= LEAST_FOR_SLIP) pushSlips(keys, skeleton, SKELETON);
	return keys;
}

function pushSlips(keys: number[], text: string, space: number): void {
	if (text.length < LEAST_FOR_SLIP || text.length > LONGEST_WITH_SLIP) return;
	for (let at = 0; at < text.length; at += 1) {
		// Leaving out either of two equal neighbours gives the same text.
		if (at === 0 || text[at] !== text[at - 1]) keys.push(hashWithout(text, at, space));
	}
}

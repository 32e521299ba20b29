/**
 * All different parts of the names of a list, and quick answers to: which of them could this word be? In: words, once.
 * Out: the alike ones with their similarity, best first. A part is found through its spelling, its spelling class and its
 * skeleton of consonants, each also with one letter left out, through other romanisations and nicknames. What is found so is
 * compared letter by letter. Look-ups are remembered, bounded.
 */
import { editCost } from '../../names/edit-distance.ts';
import { lettersOf, type Word } from '../../names/word.ts';
import { likeness, mostCostOf, strangeLetters, wordCost } from '../../names/word-cost.ts';
import { distanceTo, setPattern } from './bit-distance.ts';
import { HashPostings } from './hash-postings.ts';
import { keysOfJoined, keysOfWord } from './part-keys.ts';
import { hashText } from './text-hash.ts';

/** A part of names of the list: a word, or neighbours written as one, which have nothing but letters. */
export type DictionaryPart = {
	readonly latin: string;
	readonly word: Word | undefined;
};

export type SimilarParts = {
	/** The most alike first. */
	readonly ids: Uint32Array;
	/** Weight of the part, less what it is unlike. */
	readonly gains: Float32Array;
	/**
	 * How rare it is on the list to be at least as alike, as a natural logarithm: a common word, and a word that many others
	 * resemble, say little.
	 */
	readonly rarities: Float32Array;
	/** The greatest of the gains; 0 where there is none. */
	readonly bestGain: number;
	/** Weight of the first where it is as good as the same word; undefined where nothing is. */
	readonly knownWeight: number | undefined;
	/** Names that have any of them, counted once for each. */
	readonly occurrences: number;
};

/** How often parts occur and what they weigh, by part. */
export type PartStatistics = {
	readonly frequencies: Uint32Array;
	readonly weights: Float32Array;
	readonly nameCount: number;
};

/** Below this, two parts are two names; what is lost here is lost for good, so it lies below what the comparison forgives. */
export const LEAST_SIMILAR = 0.55;
const MOST_SIMILAR = 128;
const MOST_REMEMBERED = 60_000;
const NOTHING: SimilarParts = {
	ids: new Uint32Array(0),
	gains: new Float32Array(0),
	rarities: new Float32Array(0),
	bestGain: 0,
	knownWeight: undefined,
	occurrences: 0,
};
/** From this similarity on, a part is taken for the word itself. */
const SAME_WORD = 0.9;
/** How fast a part that is less alike loses weight. */
const SHARPNESS = 1.6;
/** Two spellings whose similarities differ by less are equally likely to be meant. */
const SAME_RANK = 0.06;

/** A word of this many letters may have one slip more than one of none. */
const LETTERS_PER_SLIP = 3;

/** Marks of a part: question that it was seen in, which letters it has, where they stand, and `SHAPE`. */
const MARKS = 4;
const SEEN = 0;
const LETTERS = 1;
const START = 2;
/** Half of the hash of its sound, number of its letters, flags. */
const SHAPE = 3;
const SOUND_SHIFT = 16;
const MOST_LETTERS = 0x1fff;
const FLAG_BITS = 3;
/** Other romanisations or unwritten vowels: plain letters do not tell how alike it is. */
const NOT_PLAIN = 1;
const HAS_NICKNAMES = 2;
const IS_JOINED = 4;

export class PartDictionary {
	readonly #parts: readonly DictionaryPart[];
	readonly #statistics: PartStatistics;
	readonly #keys: HashPostings;
	/** Letters of all parts, one after the other. */
	readonly #letters: Uint8Array;
	/** What a quick look needs of a part, next to each other: see `SEEN` and those after it. */
	readonly #marks: Uint32Array;
	#generation = 0;
	readonly #memory = new Map<string, SimilarParts>();
	readonly #joinedMemory = new Map<string, SimilarParts>();

	/**
	 * @param parts all different. Neighbours written as one are found by sound, not by slip.
	 * @param statistics aligned with the parts.
	 */
	constructor(parts: readonly DictionaryPart[], statistics: PartStatistics) {
		this.#parts = parts;
		this.#statistics = statistics;
		const hashes: number[] = [];
		const ids: number[] = [];
		parts.forEach(({ latin, word }, id) => {
			for (const hash of word === undefined ? keysOfJoined(latin) : keysOfWord(word, true)) {
				hashes.push(hash);
				ids.push(id);
			}
		});
		this.#keys = new HashPostings(hashes, ids);
		const letters = parts.reduce((sum, { latin }) => sum + latin.length, 0);
		this.#letters = new Uint8Array(letters);
		this.#marks = new Uint32Array(parts.length * MARKS);
		let start = 0;
		parts.forEach(({ latin, word }, id) => {
			const mark = id * MARKS;
			this.#marks[mark + LETTERS] = word === undefined ? lettersOf(latin) : word.latinLetters;
			this.#marks[mark + START] = start;
			this.#marks[mark + SHAPE] =
				(soundOf(word) << SOUND_SHIFT) | (Math.min(latin.length, MOST_LETTERS) << FLAG_BITS) | flagsOf(word);
			for (let at = 0; at < latin.length; at += 1) this.#letters[start + at] = latin.charCodeAt(at);
			start += latin.length;
		});
	}

	/** Parts that this word could be. */
	find(word: Word): SimilarParts {
		const key = wordKey(word);
		const known = this.#memory.get(key);
		if (known !== undefined) return known;
		const { latin } = word;
		const similar = this.#look(keysOfWord(word, false), latin, word, (part) => {
			if (part.word === undefined) return likenessToJoined(word, part.latin);
			const limit = mostCostOf(LEAST_SIMILAR, latin, part.latin);
			return likeness(wordCost(word, part.word, true, limit), latin, part.latin);
		});
		if (this.#memory.size >= MOST_REMEMBERED) this.#memory.clear();
		this.#memory.set(key, similar);
		return similar;
	}

	/** Words of the list that neighbours written as one could be; what is written apart on both sides is found apart. */
	findJoined(words: readonly Word[]): SimilarParts {
		let latin = '';
		for (const word of words) latin += word.latin;
		const known = this.#joinedMemory.get(latin);
		if (known !== undefined) return known;
		const similar = this.#look(keysOfJoined(latin), latin, undefined, (part) =>
			likeness(editCost(latin, part.latin, mostCostOf(LEAST_SIMILAR, latin, part.latin)), latin, part.latin),
		);
		if (this.#joinedMemory.size >= MOST_REMEMBERED) this.#joinedMemory.clear();
		this.#joinedMemory.set(latin, similar);
		return similar;
	}

	/**
	 * @param word undefined for neighbours written as one, which are looked for among words only.
	 * @param similarityOf exact from `LEAST_SIMILAR` on.
	 */
	#look(
		keys: readonly number[],
		latin: string,
		word: Word | undefined,
		similarityOf: (part: DictionaryPart) => number,
	): SimilarParts {
		this.#generation += 1;
		const generation = this.#generation;
		const marks = this.#marks;
		const postings = this.#keys;
		const { runs } = postings;
		const ids: number[] = [];
		const similarities: number[] = [];
		const isPlain = word === undefined || (!word.isAbjad && word.variants.length === 0);
		const sound = soundOf(word);
		const letters = word === undefined ? lettersOf(latin) : word.latinLetters;
		const mostSlips = 1 + Math.floor(latin.length / LETTERS_PER_SLIP);
		setPattern(latin);
		for (const hash of keys) {
			const run = postings.find(hash);
			const end = run + runs[run]!;
			for (let at = run + 1; at <= end; at += 1) {
				const id = runs[at]!;
				const mark = id * MARKS;
				if (marks[mark + SEEN] === generation) continue;
				marks[mark + SEEN] = generation;
				// A quick look before a part is compared in full: the letters lie next to each other, the parts do not.
				const shape = marks[mark + SHAPE]!;
				if (word === undefined && (shape & IS_JOINED) !== 0) continue;
				if (isPlain && !this.#isNear(mark, latin.length, letters, mostSlips)) {
					if (word === undefined) continue;
					const isAlike =
						(shape & NOT_PLAIN) !== 0 ||
						(shape >>> SOUND_SHIFT === sound && this.#parts[id]!.word?.sound === word.sound) ||
						((shape & HAS_NICKNAMES) !== 0 && this.#sharesNickname(id, word));
					if (!isAlike) continue;
				}
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
		return this.#weigh(
			Uint32Array.from(order, (at) => ids[at]!),
			Float32Array.from(order, (at) => similarities[at]!),
		);
	}

	/** Whether few enough letters differ from the pattern that was set, which has these; each strange letter is a slip. */
	#isNear(mark: number, length: number, letters: number, mostSlips: number): boolean {
		const listedLength = (this.#marks[mark + SHAPE]! >>> FLAG_BITS) & MOST_LETTERS;
		if (Math.abs(listedLength - length) > mostSlips) return false;
		if (strangeLetters(this.#marks[mark + LETTERS]!, letters) > mostSlips) return false;
		const start = this.#marks[mark + START]!;
		return distanceTo(this.#letters, start, start + listedLength) <= mostSlips;
	}

	#sharesNickname(id: number, { nicknames }: Word): boolean {
		return (
			nicknames.length > 0 &&
			(this.#parts[id]!.word?.nicknames.some((group) => nicknames.includes(group)) ?? false)
		);
	}

	#weigh(ids: Uint32Array, similarities: Float32Array): SimilarParts {
		const { frequencies, weights, nameCount } = this.#statistics;
		const gains = new Float32Array(ids.length);
		const rarities = new Float32Array(ids.length);
		let bestGain = 0;
		let occurrences = 0;
		let next = 0;
		for (let at = 0; at < ids.length; at += 1) {
			gains[at] = weights[ids[at]!]! * similarities[at]! ** SHARPNESS;
			bestGain = Math.max(bestGain, gains[at]!);
			while (next < ids.length && similarities[next]! >= similarities[at]! - SAME_RANK) {
				occurrences += frequencies[ids[next]!]!;
				next += 1;
			}
			rarities[at] = Math.max(0, Math.log((nameCount + 1) / (occurrences + 1)));
		}
		const knownWeight = similarities[0]! >= SAME_WORD ? weights[ids[0]!]! : undefined;
		return { ids, gains, rarities, bestGain, knownWeight, occurrences };
	}
}

const soundOf = (word: Word | undefined): number => (word === undefined ? 0 : hashText(word.sound) & 0xffff);

function flagsOf(word: Word | undefined): number {
	if (word === undefined) return IS_JOINED;
	const isPlain = !word.isAbjad && word.variants.length === 0;
	return (isPlain ? 0 : NOT_PLAIN) | (word.nicknames.length > 0 ? HAS_NICKNAMES : 0);
}

/** Text that tells words apart: one Latin spelling can stand for words of several scripts. */
export function wordKey(word: Word): string {
	return word.native === '' && word.variants.length === 0 && !word.isAbjad
		? word.latin
		: `${word.latin} ${word.native} ${word.isAbjad ? 'a' : ''} ${word.variants.join(' ')}`;
}

/**
 * How alike a word is to neighbours written as one. A script that writes no spaces has one word for what Latin letters keep
 * apart, so there the nearest of its romanisations counts.
 */
function likenessToJoined({ latin, native, variants }: Word, joined: string): number {
	let best = 0;
	for (const written of native === '' ? [latin] : [latin, ...variants])
		best = Math.max(
			best,
			likeness(editCost(written, joined, mostCostOf(LEAST_SIMILAR, written, joined)), written, joined),
		);
	return best;
}

/**
 * Places in words, held against each other. In: a place of birth or an address as somebody wrote it. Out: the words that tell
 * places apart, and whether two places share one. Spelling differs by transliteration, so words meet by similarity.
 * A place is described in many ways (village, district, province), so different words contradict only by their country.
 */

import { partSimilarity } from '../../names/part-similarity.ts';
import { toLatin } from '../../names/script/to-latin.ts';
import { countriesIn, toCountryCode } from '../../values/country-names.ts';

export type Place = {
	readonly written: string;
	readonly words: readonly string[];
	readonly countries: readonly string[];
};

/** Words that places all over the world have, in the usual languages of documents. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
	(
		'village town city district province region governorate county state republic area near north south east west northern ' +
		'southern eastern western central upper lower street road avenue building house block apartment office floor street ' +
		'oblast rayon raion krai kray prefecture municipality commune canton department departamento provincia ciudad ' +
		'ville quartier rue the and der die das von und del los las les born unknown subdistrict parish camp tribal ' +
		'agency federal administered number islamic democratic united kingdom people peoples popular'
	).split(' '),
);
/** Longer text is read as far as this. */
const LONGEST_PLACE = 400;
const LEAST_LETTERS = 3;
const MOST_WORDS = 16;
const LEAST_FOR_SLIP = 4;
/** Below this, two words are two places. */
const SAME_WORD = 0.82;

const MOST_PLACES = 20_000;
const places = new Map<string, Place>();

/** Reads a place; the same text comes back as it was read before, because traffic comes from few places. */
export function readPlace(text: string): Place {
	let place = places.get(text);
	if (place === undefined) {
		place = new WrittenPlace(text);
		if (places.size >= MOST_PLACES) places.clear();
		places.set(text, place);
	}
	return place;
}

/** A place is taken apart when somebody first asks: most places of a list are never held against another. */
class WrittenPlace implements Place {
	readonly written: string;
	#words: readonly string[] | undefined;
	#countries: readonly string[] | undefined;

	constructor(text: string) {
		this.written = text.slice(0, LONGEST_PLACE);
	}

	get words(): readonly string[] {
		this.#words ??= tellingWords(this.written);
		return this.#words;
	}

	get countries(): readonly string[] {
		this.#countries ??= countriesIn(this.written);
		return this.#countries;
	}
}

function tellingWords(text: string): readonly string[] {
	const words = new Set<string>();
	for (const word of toLatin(text).split(/[^a-z0-9]+/)) {
		if (word.length < LEAST_LETTERS || SAYS_NOTHING.has(word) || isCountryWord(word)) continue;
		if (words.size < MOST_WORDS) words.add(word);
	}
	return [...words];
}

const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, boolean>();

/** Countries are compared as countries; recognising one by its name is slow enough to remember. */
function isCountryWord(word: string): boolean {
	let known = remembered.get(word);
	if (known === undefined) {
		known = toCountryCode(word) !== undefined;
		if (remembered.size >= MOST_REMEMBERED) remembered.clear();
		remembered.set(word, known);
	}
	return known;
}

/** The pair of words that two places share; undefined where they share none. */
export function sharedPlaceWord(a: Place, b: Place): readonly [string, string] | undefined {
	for (const left of a.words) {
		for (const right of b.words) {
			if (left === right) return [left, right];
			if (left.length >= LEAST_FOR_SLIP && partSimilarity(left, right) >= SAME_WORD) return [left, right];
		}
	}
	return undefined;
}

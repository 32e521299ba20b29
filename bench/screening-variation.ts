/**
 * Names as clerks, keyboards and transliterations change them, for `bench screening --altered`. In: a name and a stream of
 * draws. Out: another writing of it. The model knows kinds of errors, not names: it says nothing about any list.
 */
import type { Random } from '../src/training/random.ts';

type Change = (words: string[], random: Random) => string[];

/** Spellings of one sound that transliterations exchange; applied in either direction. */
const SPELLINGS: readonly (readonly [string, string])[] =
	'i:ee i:y i:e u:o u:ou oo:u q:k kh:h gh:g dh:d th:t j:dj sh:ch v:w f:ph z:s ai:ay ei:ai ck:k ts:tz y:j c:k a:e o:u'
		.split(' ')
		.map((pair): readonly [string, string] => {
			const [left = '', right = ''] = pair.split(':');
			return [left, right];
		});

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LEAST_LETTERS = 4;

/** One word changed, chosen by length so that most words qualify. */
function changeWord(words: string[], random: Random, change: (word: string) => string): string[] {
	const long = words.flatMap((word, at) => (word.length >= LEAST_LETTERS ? [at] : []));
	const at = long[Math.floor(random.unit() * long.length)];
	return at === undefined ? words : words.with(at, change(words[at]!));
}

const place = (word: string, random: Random, from: number): number =>
	from + Math.floor(random.unit() * (word.length - from));

const CHANGES: readonly Change[] = [
	// Two neighbours the wrong way round.
	(words, random) =>
		changeWord(words, random, (word) => {
			const at = place(word, random, 1);
			return word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1);
		}),
	// A letter twice.
	(words, random) =>
		changeWord(words, random, (word) => {
			const at = place(word, random, 0);
			return word.slice(0, at) + word[at]! + word.slice(at);
		}),
	// A letter left out.
	(words, random) =>
		changeWord(words, random, (word) => {
			const at = place(word, random, 1);
			return word.slice(0, at) + word.slice(at + 1);
		}),
	// Another letter.
	(words, random) =>
		changeWord(words, random, (word) => {
			const at = place(word, random, 1);
			return word.slice(0, at) + LETTERS[Math.floor(random.unit() * 26)]! + word.slice(at + 1);
		}),
	// Every doubled letter once.
	(words) => words.map((word) => word.replace(/(.)\1/g, '$1')),
	// Another transliteration, in all words.
	(words, random) => {
		const start = Math.floor(random.unit() * SPELLINGS.length);
		for (let step = 0; step < SPELLINGS.length; step += 1) {
			const [left, right] = SPELLINGS[(start + step) % SPELLINGS.length]!;
			const [from, to] = random.unit() < 0.5 ? [left, right] : [right, left];
			if (words.some((word) => word.includes(from))) return words.map((word) => word.replaceAll(from, to));
		}
		return words;
	},
	// The first name at the end, after a comma.
	(words) => (words.length < 2 ? words : [...words.slice(1, -1), `${words.at(-1)},`, words[0]!]),
	// The last name in front.
	(words) => (words.length < 2 ? words : [words.at(-1)!, ...words.slice(0, -1)]),
	// A middle name left out.
	(words, random) => {
		if (words.length < 4) return words;
		const at = 1 + Math.floor(random.unit() * (words.length - 2));
		return words.toSpliced(at, 1);
	},
	// Two names written as one.
	(words, random) => {
		if (words.length < 3) return words;
		const at = Math.floor(random.unit() * (words.length - 1));
		return words.toSpliced(at, 2, words[at]! + words[at + 1]!);
	},
];

/**
 * Another writing of a name.
 * @param changes how many kinds of change to apply; some leave a name as it is.
 */
export function alterName(name: string, changes: number, random: Random): string {
	let words = name.toLowerCase().split(/\s+/);
	for (let step = 0; step < changes; step += 1)
		words = CHANGES[Math.floor(random.unit() * CHANGES.length)]!(words, random);
	return words.join(' ');
}

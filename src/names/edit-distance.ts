/**
 * What it costs to turn one word into another, letter by letter: 1 is one plain slip. Letters that transliterations,
 * scanners and keyboards exchange cost less, a doubled letter next to nothing.
 * In: Latin lower case letters and digits, at most `LONGEST_WORD` of them. Bounded by length times length; allocates nothing.
 */
import { substitutionCost } from './data/confusables.ts';

/** Letters of a word beyond these are not compared: no word of a name is longer. */
export const LONGEST_WORD = 48;

/** From here on two words have nothing to do with each other; the exact cost no longer matters. */
export const MOST_EDITS = 4;

const CODES = 128;
const LEAST_IN_SOUND = 0.7;
/** Cost of exchanging two letters, by character codes. */
const exchange = new Float64Array(CODES * CODES).fill(1);
/** 1 where the letter is a vowel (or the half-vowel y). */
const isVowel = new Uint8Array(CODES);

/** Letters that stand for one sound in different transliterations, or for neighbouring sounds; each with its cost. */
const SOUNDS: readonly (readonly [cost: number, pairs: string])[] = [
	[0.25, 'iy ck kq cq vw jy uw sz'],
	[0.5, 'ei ou gq gk gj jz hx hk cs cz bv fv dz'],
	[0.75, 'ae ao eo gh bp dt pf ij ai'],
];

for (const letter of 'aeiouy') isVowel[letter.charCodeAt(0)] = 1;
for (let a = 0; a < CODES; a += 1)
	for (let b = 0; b < CODES; b += 1)
		if (a === b) exchange[a * CODES + b] = 0;
		else if (isCompared(a) && isCompared(b))
			exchange[a * CODES + b] = isDigit(a) !== isDigit(b) ? substitutionCost(a, b) : 1;
for (const [cost, pairs] of SOUNDS)
	for (const pair of pairs.split(' ')) {
		const a = pair.charCodeAt(0);
		const b = pair.charCodeAt(1);
		exchange[a * CODES + b] = Math.min(exchange[a * CODES + b]!, cost);
		exchange[b * CODES + a] = exchange[a * CODES + b]!;
	}

/** The same between sounds, where spellings already met: what still differs is a slip. */
const exchangeSounds = exchange.map((cost) => (cost === 0 ? 0 : Math.max(cost, LEAST_IN_SOUND)));

function isDigit(code: number): boolean {
	return code <= 57;
}

function isCompared(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

const DOUBLED = 0.2;
const SILENT = 0.35;
const VOWEL = 0.9;
/** -s at the end: Latvian and Lithuanian names, plurals and genitives. */
const INFLECTED = 0.6;
const TRANSPOSED = 1;
const H = 104;
const E = 101;
const S = 115;
const C = 99;

const left = new Uint8Array(LONGEST_WORD + 2);
const right = new Uint8Array(LONGEST_WORD + 2);
const leftDrop = new Float64Array(LONGEST_WORD + 2);
const rightDrop = new Float64Array(LONGEST_WORD + 2);
let rowBefore = new Float64Array(LONGEST_WORD + 2);
let row = new Float64Array(LONGEST_WORD + 2);
let rowNext = new Float64Array(LONGEST_WORD + 2);

function load(word: string, into: Uint8Array, at: number): number {
	const length = Math.min(word.length, LONGEST_WORD - at);
	for (let index = 0; index < length; index += 1) into[at + index] = word.charCodeAt(index) & 127;
	return at + length;
}

/** What leaving out each letter `from` up to `to` costs: a doubled letter, a silent h or final e, a vowel less than a consonant. */
function weighDrops(
	codes: Uint8Array,
	from: number,
	to: number,
	length: number,
	drops: Float64Array,
	least: number,
): void {
	for (let at = from; at < to; at += 1) {
		const code = codes[at]!;
		const before = at > 0 ? codes[at - 1]! : 0;
		let cost = 1;
		if (code === before) cost = DOUBLED;
		else if (code === S && at === length - 1) cost = INFLECTED;
		else if (code === H) cost = at === 0 ? 0.7 : before === C || before === S ? VOWEL : SILENT;
		else if (isVowel[code] === 1) cost = code === E && at === length - 1 ? 0.5 : VOWEL;
		drops[at] = Math.max(cost, least);
	}
}

/** The cost of turning `a` into `b`, 0 to `MOST_EDITS`. Symmetric. Exact only below `most`. */
export function editCost(a: string, b: string, most: number = MOST_EDITS): number {
	return costOf(load(a, left, 0), load(b, right, 0), exchange, 0, most);
}

/** The same between two sounds (see script/spelling-classes.ts), in which little is left to make cheap. */
export function soundCost(a: string, b: string, most: number = MOST_EDITS): number {
	return costOf(load(a, left, 0), load(b, right, 0), exchangeSounds, LEAST_IN_SOUND, most);
}

/** Spellings of one word, as word.ts makes them. */
type Spellings = { readonly latin: string; readonly sound: string; readonly consonants: string };

/** As `editCost` and `soundCost`, of one spelling of the words `from` to `to` (not included), written as one, against `whole`. */
export function joinedEditCost(
	words: readonly Spellings[],
	from: number,
	to: number,
	spelling: keyof Spellings,
	whole: string,
	most: number,
): number {
	let length = 0;
	for (let at = from; at < to; at += 1) length = load(words[at]![spelling], left, length);
	const isLatin = spelling === 'latin';
	const table = isLatin ? exchange : exchangeSounds;
	return costOf(length, load(whole, right, 0), table, isLatin ? 0 : LEAST_IN_SOUND, most);
}

function costOf(
	leftLength: number,
	rightLength: number,
	table: Float64Array,
	leastDrop: number,
	most: number,
): number {
	let start = 0;
	let a = leftLength;
	let b = rightLength;
	while (a > 0 && b > 0 && left[a - 1] === right[b - 1]) {
		a -= 1;
		b -= 1;
	}
	if (a === 0 && b === 0) return 0;
	// The letter before a cut must stay in sight: it decides whether a dropped letter was a doubled one.
	while (start < a && start < b && left[start] === right[start]) start += 1;
	weighDrops(left, start, a, leftLength, leftDrop, leastDrop);
	weighDrops(right, start, b, rightLength, rightDrop, leastDrop);
	const width = b - start;
	let leastBefore = 0;
	row[0] = 0;
	for (let j = 1; j <= width; j += 1) row[j] = row[j - 1]! + rightDrop[start + j - 1]!;
	for (let i = start; i < a; i += 1) {
		const code = left[i]!;
		const drop = leftDrop[i]!;
		let least = row[0]! + drop;
		rowNext[0] = least;
		for (let j = 1; j <= width; j += 1) {
			const other = right[start + j - 1]!;
			let best = row[j - 1]! + table[code * CODES + other]!;
			const dropped = row[j]! + drop;
			if (dropped < best) best = dropped;
			const added = rowNext[j - 1]! + rightDrop[start + j - 1]!;
			if (added < best) best = added;
			if (j > 1 && i > start && code === right[start + j - 2] && left[i - 1] === other) {
				const swapped = rowBefore[j - 2]! + TRANSPOSED;
				if (swapped < best) best = swapped;
			}
			rowNext[j] = best;
			if (best < least) least = best;
		}
		// Two letters that changed places come from the row before.
		if (least >= most && leastBefore >= most - TRANSPOSED) return MOST_EDITS;
		leastBefore = least;
		const spare = rowBefore;
		rowBefore = row;
		row = rowNext;
		rowNext = spare;
	}
	return row[width]! < most ? row[width]! : MOST_EDITS;
}

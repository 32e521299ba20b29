/**
 * Under what an index keeps a name, so that two writings of it meet under one key at least. In: a prepared name. Out: a
 * handful of short keys. Recall before precision: two different names share keys often. The first sign of a key says what
 * it is made of, so that keys of different makes never meet.
 */
import { partSkeleton } from './part-skeleton.ts';
import { isMinor, type PreparedName, ROLE } from './prepared-name.ts';

/** Words that are paired, at most. */
const MOST_PAIRED = 6;
/** Names of so few words have too few keys to survive a slip: their skeletons are also kept with each letter left out. */
const FEW_WORDS = 2;
const SHORTEST_LEFT_OUT = 3;
const LONGEST_WHOLE = 12;
const LONGEST_INITIALS = 7;
/** Weight of a word that is worth a key alone. */
const TELLING = 0.5;

/** Digits that stand for letters inside a word. */
const LETTERS: { readonly [digit: string]: string } = {
	0: 'o',
	1: 'i',
	3: 'e',
	4: 'a',
	5: 's',
	7: 't',
	8: 'b',
	9: 'g',
};

/**
 * Keys of a name: `1:` the skeleton of each word that tells much, `2:` of every two words in a fixed order, `*:` of all
 * written as one, `-:` with a letter left out where the words are few, `a:` initials of organisations. About seven for a
 * name of three words; none where there is no name.
 */
export function nameKeys(name: PreparedName): readonly string[] {
	const keys = new Set<string>();
	const skeletons: string[] = [];
	const telling: string[] = [];
	let whole = '';
	let initials = '';
	for (const [at, word] of name.words.entries()) {
		const role = name.roles[at]!;
		if (isMinor(role)) continue;
		initials += word.latin.charAt(0);
		if (role === ROLE.number) continue;
		whole += word.latin;
		if (role === ROLE.initial) continue;
		const skeleton = partSkeleton(withLetters(word.latin));
		if (!skeletons.includes(skeleton)) skeletons.push(skeleton);
		for (const variant of word.variants) keys.add(`1:${partSkeleton(variant)}`);
		if (name.weights[at]! < TELLING && name.words.length > 1) continue;
		keys.add(`1:${skeleton}`);
		telling.push(skeleton);
	}
	const paired = skeletons.slice(0, MOST_PAIRED).sort();
	for (const [at, one] of paired.entries())
		for (const other of paired.slice(at + 1)) keys.add(`2:${one} ${other}`);
	if (whole !== '') keys.add(`*:${partSkeleton(withLetters(whole)).slice(0, LONGEST_WHOLE)}`);
	if (telling.length <= FEW_WORDS)
		for (const skeleton of telling) {
			if (skeleton.length < SHORTEST_LEFT_OUT) continue;
			keys.add(`-:${skeleton}`);
			for (let at = 0; at < skeleton.length; at += 1)
				keys.add(`-:${skeleton.slice(0, at)}${skeleton.slice(at + 1)}`);
		}
	if (name.kind !== 'person') addInitials(name, initials, keys);
	return [...keys];
}

const withLetters = (latin: string): string =>
	/[a-z]/.test(latin) ? latin.replace(/[0-9]/g, (digit) => LETTERS[digit] ?? digit) : latin;

/** The first letters of all words, with and without those of the legal form; and a short word that may be such letters. */
function addInitials(name: PreparedName, initials: string, keys: Set<string>): void {
	if (initials.length >= 2 && initials.length <= LONGEST_INITIALS) {
		keys.add(`a:${initials}`);
		if (name.formInitials !== '') keys.add(`a:${initials}${name.formInitials.charAt(0)}`);
	}
	for (const [at, latin] of name.latins.entries())
		if (name.roles[at] === ROLE.name && latin.length >= 2 && latin.length <= LONGEST_INITIALS - 2)
			keys.add(`a:${latin}`);
}

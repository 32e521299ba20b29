/**
 * One word in another script → its other romanisations. Family names of China and Korea are told from given names by their
 * place; names of the Arab world and Iran come from tables; letters that are written in several ways give each of them.
 */
import { knownArabic } from './arabic.ts';
import { chineseSurnames } from './chinese-surnames.ts';
import { syllableToLatin } from './hangul.ts';
import { koreanSurnames, koreanSyllables } from './korean-syllables.ts';
import { scriptOf } from './scripts.ts';
import { toLatin } from './to-latin.ts';

/** No word gives more than these: the rest would only repeat them. */
const mostVariants = 24;

/**
 * Other Latin spellings of one word: `محمد` → mohamed, mohammed …; `Горбачёв` → gorbachyov; `Müller` → mueller.
 * A whole name in characters or Korean syllables comes back with its family name apart: `习近平` → `xi jinping`.
 * Without what `toLatin` gives; empty for ASCII. All in the alphabet of `toLatin`.
 */
export function latinVariants(word: string): readonly string[] {
	const normal = word.normalize('NFKC').toLowerCase().trim();
	const first = normal.codePointAt(0);
	if (first === undefined || /^[\u0020-\u007e]*$/.test(normal)) return [];
	const main = toLatin(normal);
	const found = new Set<string>();
	for (const variant of variantsOf(normal, scriptOf(first))) {
		const latin = toLatin(variant);
		if (latin !== '' && latin !== main) found.add(latin);
		if (found.size >= mostVariants) break;
	}
	return [...found];
}

function variantsOf(word: string, script: ReturnType<typeof scriptOf>): Iterable<string> {
	switch (script) {
		case 'han':
			return chineseVariants(word);
		case 'hangul':
			return koreanVariants(word);
		case 'arabic':
			return arabicVariants(word);
		case 'cyrillic':
			return replaced(toLatin(word), word, cyrillicRules);
		case 'greek':
			return replaced(toLatin(word), word, greekRules);
		case 'latin':
			return latinWordVariants(word);
		default:
			return [];
	}
}

function* chineseVariants(word: string): Iterable<string> {
	const characters = [...word];
	if (characters.length > 5) return;
	for (const length of [2, 1]) {
		const family = chineseSurnames.get(characters.slice(0, length).join(''));
		if (family === undefined || (length === 2 && characters.length < 2)) continue;
		const given = characters.slice(length).join('');
		const givenLatin = given === '' ? '' : ` ${toLatin(given)}`;
		for (const spelling of family) yield spelling + givenLatin;
		return;
	}
}

function* koreanVariants(word: string): Iterable<string> {
	const syllables = [...word];
	if (syllables.length === 1) {
		yield* koreanSurnames.get(word) ?? [];
		yield* koreanSyllables.get(word) ?? [];
		return;
	}
	if (syllables.length > 4) return;
	yield* koreanGiven(syllables);
	for (const length of [2, 1]) {
		const family = koreanSurnames.get(syllables.slice(0, length).join(''));
		if (family === undefined || syllables.length <= length) continue;
		const given = [...koreanGiven(syllables.slice(length))].slice(0, 6);
		for (const ending of given) for (const spelling of family) yield `${spelling} ${ending}`;
		return;
	}
}

/** The Revised Romanization, then each syllable in its most usual spelling, then every other choice of one syllable. */
function* koreanGiven(syllables: readonly string[]): Iterable<string> {
	const revised = syllables.map((one) => syllableToLatin(one.codePointAt(0)!));
	yield revised.join('');
	const usual = syllables.map((one, at) => koreanSyllables.get(one)?.[0] ?? revised[at]!);
	yield usual.join('');
	for (const [at, one] of syllables.entries())
		for (const other of koreanSyllables.get(one) ?? [])
			yield usual.map((spelling, place) => (place === at ? other : spelling)).join('');
}

function* arabicVariants(word: string): Iterable<string> {
	yield* knownArabic(word) ?? [];
	if (word.startsWith('ال')) yield* knownArabic(word.slice(2)) ?? [];
}

type Rule = readonly [native: RegExp, from: RegExp, to: string];

const cyrillicRules: readonly Rule[] = [
	[/ё/, /e(?=[^e]*$)/, 'yo'],
	[/[еэё]в$|[еэ]ва$/, /e(va?)$/, 'ye$1'],
	[/^е/, /^e/, 'ye'],
	[/ий$|ый$/, /y$/, 'iy'],
	[/ий$/, /y$/, 'i'],
	[/кс/, /ks/, 'x'],
	[/х/, /kh/, 'h'],
	[/ц/, /ts/, 'c'],
	[/щ/, /shch/, 'sch'],
	[/ж/, /zh/, 'j'],
	[/дж/, /dzh/, 'j'],
	[/ю/, /yu/, 'iu'],
	[/я/, /ya/, 'ia'],
	[/г/, /g/, 'h'],
	[/в$/, /v$/, 'ff'],
];
const greekRules: readonly Rule[] = [
	[/η|υ|οι/, /oi|y/, 'i'],
	[/γ/, /g(?=[ie])/, 'y'],
	[/χ/, /ch/, 'h'],
	[/ου/, /ou/, 'u'],
	[/μπ/, /mp/, 'b'],
	[/ντ/, /nt/, 'd'],
	[/ξ/, /x/, 'ks'],
	[/δ/, /d/, 'dh'],
	[/φ/, /f/, 'ph'],
	[/κ/, /k/, 'c'],
];

/** Each rule alone, then all that apply together. */
function* replaced(latin: string, word: string, rules: readonly Rule[]): Iterable<string> {
	let all = latin;
	for (const [native, from, to] of rules) {
		if (!native.test(word)) continue;
		yield latin.replace(from, to);
		all = all.replace(from, to);
	}
	yield all;
}

/** How letters with marks are written where the marks are not to be had: ü ue, å aa, š sh. */
const markedLetters: readonly (readonly [string, string])[] = [
	['ä', 'ae'],
	['ö', 'oe'],
	['ü', 'ue'],
	['ø', 'oe'],
	['å', 'aa'],
	['š', 'sh'],
	['ş', 'sh'],
	['ș', 'sh'],
	['ś', 'sh'],
	['č', 'ch'],
	['ć', 'ch'],
	['ç', 'ch'],
	['ž', 'zh'],
	['ż', 'zh'],
	['ț', 'ts'],
	['ţ', 'ts'],
	['đ', 'dj'],
	['ñ', 'ny'],
	['ł', 'w'],
	['ı', 'y'],
	['ð', 'th'],
	['ə', 'e'],
	['æ', 'a'],
	['ē', 'ee'],
	['ğ', ''],
];

function* latinWordVariants(word: string): Iterable<string> {
	let all = word;
	for (const [letter, spelling] of markedLetters) {
		if (!word.includes(letter)) continue;
		yield word.replaceAll(letter, spelling);
		all = all.replaceAll(letter, spelling);
	}
	yield all;
}

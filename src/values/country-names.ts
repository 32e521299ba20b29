/**
 * Countries as texts name them. In: "Iran (Islamic Republic of)", "Korea, North", "Yemeni", "Allemagne", "Иран", "IRN".
 * Out: one code (see country.ts), or none. Order of words, accents, case, brackets and articles do not matter.
 * Trusts nothing of the text; a name that several countries have is nobody's. Names: country-name-list.ts and CLDR.
 */
import { assignedCountries, countryName, toAlpha2 } from './country.ts';
import { COUNTRY_NAMES, SUCCESSORS } from './country-name-list.ts';

/** Longest text that is looked at. */
const LONGEST = 400;
/** Words of the longest name. */
const MOST_WORDS = 9;

/** Languages whose own names of countries are known: those of the United Nations, and of the busiest borders. */
const LANGUAGES =
	'ar ru zh zh-Hant fr es de pt it nl pl tr fa uk he ko ja vi th id hi ur bn sw ro bg sr hr cs sk hu el sv da nb fi et lv lt ' +
	'az uz kk ky ka hy ps sq mk bs sl am so ms';

const STOP_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'and', 'et', 'de', 'la', 'y']);
/** Words around a country that do not change which one it is. */
const NOISE: ReadonlySet<string> = new Set(
	(
		'possibly probably allegedly reportedly presumably also formerly former ex previously citizen citizens citizenship national ' +
		'nationality nationalities passport born birth by dual region territory country flag flagged origin ethnic resident ' +
		'province city holder claimed believed unverified unconfirmed maybe perhaps naturalized naturalised'
	).split(' '),
);

type Names = { readonly ordered: Map<string, string>; readonly sorted: Map<string, string> };

/** Words of a text, without accents, in lower case. Letters with dots between them are one word: U.A.E. */
function wordsOf(text: string): string[] {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/ı/g, 'i')
		.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
		.replace(/['’‘`ʼ]/g, '')
		.replace(/\bst\b\.?/g, 'saint')
		.replace(/\bis\b\.?/g, 'islands')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '' && !STOP_WORDS.has(word));
}

const orderedKey = (words: readonly string[]): string => words.join(' ');
const sortedKey = (words: readonly string[]): string => [...words].sort().join(' ');

const emptyNames = (): Names => ({ ordered: new Map(), sorted: new Map() });

/** Adds a name; of two countries with one name the first keeps it, or neither where `shared` says so. */
function addName(names: Names, text: string, code: string, onConflict: 'first' | 'neither'): void {
	const words = wordsOf(text);
	if (words.length === 0) return;
	for (const [map, key] of [
		[names.ordered, orderedKey(words)],
		[names.sorted, sortedKey(words)],
	] as const) {
		const known = map.get(key);
		if (known === undefined) map.set(key, code);
		else if (known !== code && onConflict === 'neither') map.set(key, '');
	}
}

function buildEnglish(): Names {
	const names = emptyNames();
	for (const line of COUNTRY_NAMES.trim().split('\n')) {
		const colon = line.indexOf(':');
		const code = line.slice(0, colon);
		for (const name of line.slice(colon + 1).split(/[;|]/)) addName(names, name, code, 'first');
	}
	for (const code of assignedCountries) {
		const name = countryName(code);
		if (name !== undefined) addName(names, name, code, 'first');
	}
	return names;
}

/** Names in other languages, made when the first text is not English. */
function buildForeign(): Names {
	const names = emptyNames();
	for (const language of LANGUAGES.split(' ')) {
		for (const style of ['long', 'short'] as const) {
			const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
			for (const code of [...assignedCountries, 'XK']) {
				const name = display.of(code);
				if (name !== undefined) addName(names, name, code, 'neither');
			}
		}
	}
	return names;
}

const english = buildEnglish();
let foreign: Names | undefined;

function codeOf(words: readonly string[]): string | undefined {
	if (words.length === 0 || words.length > MOST_WORDS) return undefined;
	const ordered = orderedKey(words);
	const known = english.ordered.get(ordered) ?? english.sorted.get(sortedKey(words));
	if (known !== undefined) return known;
	foreign ??= buildForeign();
	const other = foreign.ordered.get(ordered) ?? foreign.sorted.get(sortedKey(words));
	return other === '' ? undefined : other;
}

/**
 * The code of the one country that a text names.
 * @param text a code (alpha-2, alpha-3, numeric), a name in any usual form or language, or the word for a national.
 *   Notes in brackets and words such as "possibly", "passport" or "citizenship" are passed over.
 * @returns ISO 3166-1 alpha-2, or a code that `toAlpha2` knows beside it (XK, SU, YU, XXA …); undefined where the text
 *   names no country, or several.
 */
export function toCountryCode(text: string): string | undefined {
	if (text.length > LONGEST) return undefined;
	const code = toAlpha2(text);
	if (code !== undefined) return code;
	const words = wordsOf(text);
	const whole = codeOf(words);
	if (whole !== undefined) return whole;
	const telling = wordsOf(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')).filter((word) => !NOISE.has(word));
	if (telling.length === 0 || telling.length === words.length) return undefined;
	return codeOf(telling);
}

/**
 * Every country that a text names, in the order of the text: "Sudan/South Sudan", "Iran (Islamic Republic of); Iraq".
 * The longest name wins at each place, so "South Sudan" is not Sudan. Codes of two letters count only where they are
 * all of the text or stand in capitals between separators.
 */
export function countriesIn(text: string): string[] {
	const short = text.slice(0, LONGEST);
	const single = toCountryCode(short);
	if (single !== undefined) return [single];
	const found: string[] = [];
	for (const piece of short.split(/[;/|\n]/)) {
		const code = toCountryCode(piece.trim());
		for (const each of code === undefined ? scan(wordsOf(piece)) : [code])
			if (!found.includes(each)) found.push(each);
	}
	return found;
}

function scan(words: readonly string[]): string[] {
	const found: string[] = [];
	for (let at = 0; at < words.length; ) {
		let taken = 0;
		for (let count = Math.min(MOST_WORDS, words.length - at); count > 0 && taken === 0; count--) {
			const code = english.ordered.get(orderedKey(words.slice(at, at + count)));
			if (code === undefined) continue;
			found.push(code);
			taken = count;
		}
		at += Math.max(1, taken);
	}
	return found;
}

/** Codes under which a national of a former state may be found today; the code itself comes first. */
export function countriesSince(code: string): readonly string[] {
	const successors = SUCCESSORS[code];
	return successors === undefined ? [code] : [code, ...successors.split(' ')];
}

/**
 * Names as lists write them. In: "CRUZ, Juan M. de la", "عبدالله السندي (Abdullah Sindhi)", "a) Ali Khan b) Aly Khan".
 * Out: names of the contract, one for each, in the order in which they are spoken, with family and given parts where the
 * source tells them apart.
 */
import type { ListName } from '../../../contract/lists.ts';
import { tellingText } from './plain-text.ts';

type Naming = Pick<ListName, 'quality'> & { readonly kind?: string | undefined };

const SUFFIX = /^(?:jr|sr|junior|senior|i{2,3}|iv|esq|phd)\.?$/i;

/** Quotes and brackets around a whole name, and marks that stand at its ends by mistake. */
const trimMarks = (text: string): string =>
	text.replace(/^[\s"“”«»'‘’,.;:)\]-]+(?=[^\s"“”«»'‘’,.;:)\]-])/, '').replace(/[\s"“”«»,;:([-]+$/, '');

/** A quote that opens and closes a name; one inside (Sa'id) stays. */
const trimQuotes = (text: string): string => {
	const match = /^['‘](.{2,})['’]$/.exec(text);
	return match?.[1] ?? text;
};

/**
 * The name of a person with the family name first: "LAST, First". Suffixes behind a second comma are kept at the end.
 * @returns undefined where nothing is left of it.
 */
export function personName(text: string, naming: Naming): ListName | undefined {
	const tidy = tellingText(trimMarks(trimQuotes(text.trim())));
	if (tidy === undefined) return undefined;
	const named = { quality: naming.quality, ...(naming.kind === undefined ? {} : { kind: naming.kind }) };
	const comma = tidy.indexOf(',');
	if (comma <= 0) return { full: unbracket(tidy), ...named };
	const family = tidy.slice(0, comma).trim();
	const behind = tidy
		.slice(comma + 1)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const suffixes = behind.filter((part) => SUFFIX.test(part));
	const given = behind.filter((part) => !SUFFIX.test(part)).join(' ');
	const full = [given, family, ...suffixes].filter((part) => part !== '').join(' ');
	// "LAVILLA, JR": the comma parts no family name.
	if (given === '') return { full: unbracket(full), ...named };
	return { full: unbracket(full), family, given, ...named };
}

/** The name of anything but a person, as it stands. */
export function plainName(text: string, naming: Naming): ListName | undefined {
	const tidy = tellingText(trimQuotes(text.trim()).replace(/^["“]+|["”]+$/g, ''));
	return tidy === undefined
		? undefined
		: { full: tidy, quality: naming.quality, ...(naming.kind === undefined ? {} : { kind: naming.kind }) };
}

/**
 * The name of an organisation, and its initials where they stand in brackets behind it: "DAEDONG CREDIT BANK (DCB)".
 * The initials alone are a weak name: many have the same.
 */
export function organisationNames(text: string, naming: Naming): ListName[] {
	const match = /^(.{4,300}?)\s?\((\p{Lu}[\p{L}\d.&/-]{1,9})\)(.{0,60})$/u.exec(text.trim());
	const initials = match?.[2]?.replace(/[^\p{L}\d]/gu, '') ?? '';
	const capitals = initials.replace(/[^\p{Lu}]/gu, '').length;
	if (match === null || capitals < 2 || !areInitials(initials, match[1] ?? '')) {
		const name = plainName(text, naming);
		return name === undefined ? [] : [name];
	}
	return [
		plainName(`${match[1]}${match[3]}`, naming),
		plainName(match[2] ?? '', { quality: 'weak', kind: 'initials' }),
	].filter((name) => name !== undefined);
}

/** True where the letters come in the name in their order, the first at its beginning. */
function areInitials(initials: string, name: string): boolean {
	const letters = name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
	if (letters[0] !== initials[0]?.toLowerCase()) return false;
	let at = 0;
	for (const letter of initials.toLowerCase()) {
		at = letters.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

const unbracket = (text: string): string =>
	text
		.replace(/[()[\]]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** What brackets say about a name and is no part of it. */
const NOTE =
	/^(?:(?:previously|formerly) listed(?: as)?|formerly|birth name|real name|maiden name|née|nee|alias|nom de guerre|original script|full name|transliterat\w*|arabic|russian|chinese|\w{0,20}\s?spelling|[a-z]{2}[a-z]\.\d{3})\s*:?$/i;
const NOTE_LABEL =
	/^(?:previously listed as|formerly listed as|original script|also known as|alternatively|alias|a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?)\s*[:.]?\s*/i;
/** Small words that belong to names. */
const PARTICLE =
	/^(?:al|el|ul|bin|ibn|ben|bint|abu|abd|ould|van|von|der|den|de|del|della|di|da|dos|du|la|le|y|e|of|and|the|for)\b/;

/** "Ali Khan, born in Kandahar on 1 Jan. 1967" */
const BIRTH = /[,\s(]+born (?:on|in|at|approximately|about|circa|\d).{0,200}$/i;

const LETTERED = /(?:^|\s)\(?[a-z]\)\s/;
const OTHER_NAME = /\s(?:a\.k\.a\.?|aka|also known as|f\.k\.a\.?|formerly known as)[:\s]\s*/i;
const LONGEST_FIELD = 20_000;
const DEEPEST_BRACKETS = 3;

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
	['latin', /\p{Script=Latin}/u],
	['arabic', /\p{Script=Arabic}/u],
	['cyrillic', /\p{Script=Cyrillic}/u],
	['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
	['hangul', /\p{Script=Hangul}/u],
	['hebrew', /\p{Script=Hebrew}/u],
	['greek', /\p{Script=Greek}/u],
	['other', /\p{L}/u],
];
/** Script of the first letters that one is found for; '' where there is no letter. */
const scriptOf = (text: string): string => SCRIPTS.find(([, pattern]) => pattern.test(text))?.[0] ?? '';

/**
 * The names that one field of aliases holds: parted by semicolons, by "a) … b) …", by "a.k.a.", in brackets behind a name of
 * another script, and for persons by two commas and more. Notes in brackets are left out.
 */
export function partAliases(text: string, isPerson: boolean): string[] {
	return text
		.slice(0, LONGEST_FIELD)
		.replace(/\s+/g, ' ')
		.split(LETTERED)
		.flatMap((part) => partBrackets(part, 0))
		.flatMap((part) => part.split(/[;\n]|،(?=\s)/))
		.flatMap((part) => part.split(OTHER_NAME))
		.map((part) => part.trim().replace(NOTE_LABEL, '').replace(BIRTH, ''))
		.flatMap(partScripts)
		.flatMap((part) => (isPerson ? partCommas(part) : [part]))
		.map((part) => part.replace(/\s+/g, ' ').trim())
		.filter((part) => /\p{L}/u.test(part));
}

/**
 * Names outside of brackets, and those inside that stand for themselves: several with semicolons, or one in another script.
 * "أبو شيماء (Abu-Shaima; Abu-Shayma)" is three names; "(Sheikh) Musa" and "Bank (Syria)" are one each.
 */
function partBrackets(text: string, depth: number): string[] {
	const inside: string[] = [];
	let outside = '';
	for (let at = 0; at < text.length; ) {
		const letter = text[at] ?? '';
		if (letter !== '(') {
			// A bracket that closes nothing is left over from a list.
			if (letter !== ')') outside += letter;
			at++;
			continue;
		}
		const end = closingOf(text, at);
		const content = text
			.slice(at + 1, end)
			.trim()
			.replace(NOTE_LABEL, '');
		at = end + 1;
		const [own, before] = [scriptOf(content), scriptOf(outside.slice(outside.lastIndexOf(';') + 1))];
		const standsAlone = content.includes(';') || (own !== '' && before !== '' && own !== before);
		if (standsAlone && depth < DEEPEST_BRACKETS) {
			inside.push(...partBrackets(content, depth + 1));
			outside += ' ';
		} else outside += isNote(content) ? ' ' : `(${content})`;
	}
	return [outside, ...inside];
}

/** Index of the bracket that closes the one at `from`; the end of the text where none does. */
function closingOf(text: string, from: number): number {
	let open = 0;
	for (let at = from; at < text.length; at++) {
		if (text[at] === '(') open++;
		else if (text[at] === ')' && --open === 0) return at;
	}
	return text.length;
}

/** True for a word of the list's own, a long number, or a sentence. */
function isNote(content: string): boolean {
	if (content === '' || NOTE.test(content) || /\d{4}/.test(content)) return true;
	const small = content.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
	return small.length >= 3;
}

/** "Agha Jan Alizai اغا جان عالیزی" is written twice; a single word of another script is part of a name. */
function partScripts(part: string): string[] {
	const words = part.split(' ');
	const scripts = words.map(scriptOf);
	const first = scripts.find((script) => script !== '');
	const change = scripts.findIndex((script) => script !== '' && script !== first);
	if (change < 2 || words.length - change < 2) return [part];
	return scripts.slice(change).every((script) => script !== first)
		? [words.slice(0, change).join(' '), words.slice(change).join(' ')]
		: [part];
}

/** Three names and more between commas are a list; two parts are a family name and what is given. */
function partCommas(part: string): string[] {
	const pieces = part.split(/,|،/).map((piece) => piece.trim());
	const telling = pieces.filter((piece) => piece !== '' && !SUFFIX.test(piece));
	return telling.length >= 3 && telling.every((piece) => /\s|-/.test(piece)) ? telling : [part];
}

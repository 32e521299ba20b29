/**
 * The name of an organisation, a vessel or a thing → words with roles and weights.
 * Legal forms leave as classes (GmbH and Ltd are both limited), wherever they stand; equivalent words and numbers meet in
 * one writing; words that many share weigh little.
 */
import { commonness } from './data/common-parts.ts';
import { genericWords, wordEquivalents } from './data/generic-words.ts';
import { legalForms, scriptLegalForms } from './data/legal-forms.ts';
import { particles } from './data/particles.ts';
import { placeWords } from './data/place-words.ts';
import { vesselPrefixes } from './data/vessel-prefixes.ts';
import { editCost } from './edit-distance.ts';
import type { MeantName, MeantWord } from './meant-name.ts';
import type { NameKind, PartRole } from './model.ts';
import { isTens, parseRoman, parseTens } from './numerals.ts';
import { type SplitWord, splitName } from './split-name.ts';
import { wordOf } from './word.ts';

const PARTICLE_WEIGHT = 0.04;
const SHORT_WEIGHT = 0.5;
const PLACE_WEIGHT = 0.5;
const NUMBER_WEIGHT = 0.45;
const LEAST_GENERIC_WEIGHT = 0.25;
const COMMON_LOSS = 0.2;
/** Classes that are part of the name: Nanshan Group, Bank Trust. */
const NAMING_CLASSES = new Set(['group', 'trust', 'branch']);
/** Classes whose words say nothing else. */
const PLAIN_CLASSES = new Set(['company', 'limited', 'joint-stock']);
/** No legal form has more words. */
const MOST_FORM_WORDS = 9;
/** A shorter form is only one at an end of the name: `as`, `sa`, `co` are words and syllables too. */
const SHORTEST_FORM_INSIDE = 4;

/** Words that join others in the names of organisations. */
const JOINING = new Set(
	'the of for and in at on by to an a und et y e of des du de del della di do dos das der die das den le la les los el il i og och en van voor von zu z w na al ul ash ar'.split(
		' ',
	),
);

/** `trust`, `bank`, `foundation` are forms in law, but they say what an organisation is. */
function isWord(form: string, canonical: string): boolean {
	return (
		NAMING_CLASSES.has(canonical) ||
		(genericWords.has(form) && !PLAIN_CLASSES.has(canonical)) ||
		parseRoman(form.replaceAll(' ', '')) !== undefined
	);
}

/** Legal forms without the spaces in them, so that `s p a`, `s.p.a.` and `spa` are found alike. */
const formClasses: ReadonlyMap<string, string> = new Map(
	[...legalForms]
		.filter(([form, { canonical }]) => !isWord(form, canonical))
		.map(([form, { canonical }]) => [form.replaceAll(' ', ''), canonical]),
);
/** The long words of legal forms of several words: where one stands, its neighbour may be another one misspelt. */
const formWords: ReadonlySet<string> = new Set(
	[...legalForms.keys()]
		.filter((form) => form.includes(' '))
		.flatMap((form) => form.split(' '))
		.filter((word) => word.length >= 5),
);
const formWordsByLetter: ReadonlyMap<string, readonly string[]> = Map.groupBy(formWords, (word) =>
	word.charAt(0),
);
/** All that a legal form can begin with. */
const formBeginnings: ReadonlySet<string> = new Set(
	[...formClasses.keys()].flatMap((form) => Array.from(form, (_, at) => form.slice(0, at + 1))),
);

/** Takes the name of an organisation, a vessel or a thing apart. */
export function organisationWords(text: string, kind: NameKind): MeantName {
	const classes = new Set<string>();
	const split = splitName(kind === 'organisation' ? withoutNativeForms(text, classes) : text, kind);
	const isForm =
		kind === 'organisation' ? findForms(correctForms(split), classes) : new Uint8Array(split.length);
	const words: MeantWord[] = [];
	let position = 0;
	const compared = split.length - isForm.reduce((sum, one) => sum + one, 0);
	for (const [at, word] of split.entries()) {
		if (isForm[at] === 1) {
			words.push({ ...plain(word), role: 'legal-form', weight: 0 });
			continue;
		}
		const isLast = position === compared - 1;
		position += 1;
		if (kind === 'vessel' && position === 1 && compared > 1 && vesselPrefixes.has(word.latin)) {
			words.push({ ...plain(word), role: 'vessel-prefix', weight: 0 });
			continue;
		}
		const meant = meaningOf(word, position === 1, isLast && compared > 1, compared);
		const before = words.at(-1);
		if (
			meant.role === 'number' &&
			before?.role === 'number' &&
			isTens(before.latin) &&
			/^[1-9]$/.test(meant.latin)
		)
			words[words.length - 1] = {
				...before,
				written: `${before.written} ${meant.written}`,
				latin: String(Number(before.latin) + Number(meant.latin)),
			};
		else words.push(meant);
	}
	return {
		words,
		legalForms: [...classes].sort(),
		child: -1,
		parent: -1,
		isGivenPair: false,
		isSyllabic: false,
	};
}

const plain = (word: SplitWord) => ({ written: word.written, latin: word.latin, isShort: word.isShort });

function meaningOf(word: SplitWord, isFirst: boolean, isLast: boolean, compared: number): MeantWord {
	const latin = wordEquivalents.get(word.latin) ?? word.latin;
	const { written, isShort } = word;
	const role = (role: PartRole, weight: number, as = latin): MeantWord => ({
		written,
		latin: as,
		role,
		weight,
		isShort: isShort && as === word.latin,
	});
	if (/^[0-9]+$/.test(word.latin)) return role('number', NUMBER_WEIGHT, word.latin.replace(/^0+(?=.)/, ''));
	const roman = isFirst || !/^\p{Lu}+$/u.test(written) ? undefined : parseRoman(word.latin);
	if (roman !== undefined && (word.latin.length > 1 || isLast || word.latin !== 'i'))
		return role('number', NUMBER_WEIGHT, roman);
	if (compared > 1 && (JOINING.has(word.latin) || latin === 'and')) return role('particle', PARTICLE_WEIGHT);
	if (/^[0-9]+$/.test(latin)) return role('number', NUMBER_WEIGHT);
	const tens = parseTens(word.latin);
	if (tens !== undefined) return role('number', NUMBER_WEIGHT, tens);
	const generic = genericWords.get(latin) ?? genericWords.get(word.latin);
	if (generic !== undefined) return role('generic', Math.max(LEAST_GENERIC_WEIGHT, generic));
	if (placeWords.has(latin) || placeWords.has(word.latin)) return role('generic', PLACE_WEIGHT);
	if (!isFirst && compared > 1 && particles.has(latin)) return role('particle', PARTICLE_WEIGHT);
	if (latin.length <= 2 && compared > 1) return role('name', SHORT_WEIGHT);
	const { sound } = wordOf(latin, written);
	return role('name', 1 - COMMON_LOSS * commonness(latin, sound));
}

/** Words beside a word of a legal form that are such a word themselves but for one slip: joynt stock company. */
function correctForms(words: readonly SplitWord[]): readonly SplitWord[] {
	return words.map((word, at) => {
		if (word.latin.length < 5 || formWords.has(word.latin) || genericWords.has(word.latin)) return word;
		if (!isBesideForm(words, at)) return word;
		const right = (formWordsByLetter.get(word.latin.charAt(0)) ?? []).find(
			(one) => Math.abs(one.length - word.latin.length) <= 1 && editCost(one, word.latin, 2) <= 1,
		);
		return right === undefined ? word : { ...word, latin: right, memory: {} };
	});
}

/** A short word may stand between: societatea cu raspundere. */
const isBesideForm = (words: readonly SplitWord[], at: number): boolean =>
	[at - 2, at - 1, at + 1, at + 2].some((beside) => isFormWord(words[beside]));

const isFormWord = (word: SplitWord | undefined): boolean => word !== undefined && formWords.has(word.latin);

/** Marks the words that are legal forms, and adds their classes; at least one word stays. */
function findForms(words: readonly SplitWord[], classes: Set<string>): Uint8Array {
	const marks = new Uint8Array(words.length);
	let left = words.length;
	for (let at = 0; at < words.length; at += 1) {
		const found = formAt(words, at);
		if (found === undefined) continue;
		const { end, canonical } = found;
		const size = end - at;
		const isInside = at > 0 && end < words.length && !isOnlyForms(words, end);
		const letters = words.slice(at, end).reduce((sum, word) => sum + word.latin.length, 0);
		if ((isInside && letters < SHORTEST_FORM_INSIDE) || left - size < 1) continue;
		marks.fill(1, at, end);
		left -= size;
		classes.add(canonical);
		at = end - 1;
	}
	return marks;
}

function isOnlyForms(words: readonly SplitWord[], from: number): boolean {
	let at = from;
	while (at < words.length) {
		const found = formAt(words, at);
		if (found !== undefined) at = found.end;
		else if (JOINING.has(words[at]!.latin)) at += 1;
		else return false;
	}
	return true;
}

/** The longest legal form that begins at this word. */
function formAt(words: readonly SplitWord[], at: number): { end: number; canonical: string } | undefined {
	let joined = '';
	let found: { end: number; canonical: string } | undefined;
	for (let end = at; end < words.length && end < at + MOST_FORM_WORDS; end += 1) {
		joined += words[end]!.latin;
		if (!formBeginnings.has(joined)) break;
		const canonical = formClasses.get(joined);
		if (canonical !== undefined) found = { end: end + 1, canonical };
	}
	return found;
}

/** Takes out legal forms that a script writes together with the name, such as 株式会社. */
function withoutNativeForms(text: string, classes: Set<string>): string {
	let rest = text;
	if (/^[\x00-\u024f]*$/.test(text)) return text;
	for (const [form, canonical] of scriptLegalForms) {
		const at = rest.indexOf(form);
		if (at < 0 || rest.length - form.length < 1) continue;
		const isSpaced = !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(form);
		if (isSpaced && !(isEdge(rest[at - 1]) && isEdge(rest[at + form.length]))) continue;
		rest = `${rest.slice(0, at)} ${rest.slice(at + form.length)}`;
		classes.add(canonical);
	}
	return rest.trim() === '' ? text : rest;
}

const isEdge = (character: string | undefined): boolean =>
	character === undefined || !/[\p{L}\p{N}]/u.test(character);

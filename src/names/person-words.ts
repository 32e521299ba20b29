/**
 * The name of a person → words with roles and weights.
 * Knows particles, honorifics, patronymics, initials, the comma of `FAMILY, Given`, and the compounds of Arabic names
 * (Abdulaziz, Saifuddin, Binalshibh), which are written in one word or in several.
 */
import { commonness, commonParts } from './data/common-parts.ts';
import { givenNames } from './data/given-names.ts';
import { honorifics, suffixes } from './data/honorifics.ts';
import { particles, patronymicJoiners } from './data/particles.ts';
import type { MeantName, MeantWord } from './meant-name.ts';
import type { NameStructure, PartRole } from './model.ts';
import { toLatin } from './script/to-latin.ts';
import { latinVariants } from './script/variants.ts';
import { type SplitWord, splitName } from './split-name.ts';
import { WordMemory } from './word-memory.ts';

const PARTICLE_WEIGHT = 0.06;
const HONORIFIC_WEIGHT = 0.05;
const TITLE_NAME_WEIGHT = 0.4;
const INITIAL_WEIGHT = 0.3;
const NUMBER_WEIGHT = 0.3;
/** The part that the commonest names of the world lose of their weight. */
const COMMON_LOSS = 0.45;

/** Particles of Arabic names, never the syllable of another. */
const ARABIC = new Set(['al', 'el', 'bin', 'ben', 'ibn', 'abu', 'abd']);
/** After an article a title is a name: al-Shaykh, al-Hakim. */
const ARTICLES = new Set(['al', 'el', 'ul', 'as', 'ash', 'ad', 'ar', 'at', 'az', 'an']);
const LATIN = /^\p{Script=Latin}/u;
const SIGNS = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;
/** One syllable. Where every word is one, as in Korea, China and Viet Nam, `an`, `do` and `van` are names and no particles. */
const SYLLABLE =
	/^(?:[cszkgptn]h|ng|tr|hs|ts|kk|tt|pp|ss|jj|[b-df-hj-np-tv-z])?[aeiouy]{1,3}(?:ng|nh|ch|[nrlkptmch])?$/;
/** `abd` before a name of God: alone it says little, and it is written with, without and apart from the article. */
const SERVANT = /^(?:abd|abed|cabd)(?:[aeiuo]l|[aeiuo]([rsztdn])(?=\1)|[ui])(?=[^aeiou])/;
const SERVANT_ALONE = /^(?:abd|abed|abid|cabd)(?:[aeiuo][lrsztdn])?$/;
const SERVANT_LATIN = 'abd';
const SERVANT_WEIGHT = 0.2;
/** `-uddin`, `-eddine`, `-aldin`: of the faith. */
const FAITH = /(?:[aeiou]dd|[aeu]ld|o?ud)(?:i|y|ee|ie)n+e?$/;
const FAITH_LATIN = 'din';
/** `-ullah`: of God. */
const GOD = /(?:[uoa]l{1,2}ah|ull[ae])$/;
const GOD_LATIN = 'allah';
const COMPLEMENT_WEIGHT = 0.25;
const SHORTEST_STEM = 3;
const SON_OF_THE = /^(?:bin|ben|ibn)(?:al|el)(?=[a-z]{3})/;

/** What a word is whichever name it stands in. */
type PersonWord = {
	readonly latin: string;
	readonly isTitle: boolean;
	readonly isParticle: boolean;
	readonly isArticle: boolean;
	readonly isSyllable: boolean;
	/** What an Arabic compound is made of, with and without the article that its script writes with it. */
	readonly whole: readonly string[];
	readonly parts: readonly PersonPart[];
};

type PersonPart = {
	readonly latin: string;
	/** What it is and can be nothing else. */
	readonly firm: 'initial' | 'number' | undefined;
	/** A title, where it does not stand as a name. */
	readonly canBeHonorific: boolean;
	readonly canBeParticle: boolean;
	/** As a name. */
	readonly weight: number;
};

const remembered = new WordMemory<PersonWord>();

function readWord(word: SplitWord): PersonWord {
	const known = remembered.get(word.written);
	if (known !== undefined && known.latin === word.latin) return known;
	const { written, latin } = word;
	const isSigns = SIGNS.test(written);
	const isLatin = LATIN.test(written);
	return remembered.keep(written, {
		latin,
		isTitle: isTitle(latin),
		isParticle: particles.has(latin),
		isArticle: ARTICLES.has(latin),
		isSyllable: SYLLABLE.test(latin) && !ARABIC.has(latin),
		whole: takeApart(latin),
		parts: takeApart(withoutArticle(word)).map(
			(part): PersonPart => ({
				latin: part,
				firm: /^[a-z]$/.test(part) && isLatin ? 'initial' : /^[0-9]+$/.test(part) ? 'number' : undefined,
				canBeHonorific: !isSigns && isTitle(part) && !isNameToo(part) && (isLatin || /[aeiou]/.test(part)),
				canBeParticle: !isSigns && particles.has(part),
				weight: nameWeight(part),
			}),
		),
	});
}

/** Takes the name of a person apart. */
export function personWords(text: string, structure?: NameStructure): MeantName {
	const written = splitName(text, 'person');
	const signs = written.length === 1 ? familyFirst(written[0]!) : undefined;
	const split = signs ?? written;
	const known = split.map(readWord);
	const beforeComma = signs === undefined ? familyBeforeComma(split, known) : 1;
	const family = latinWords(structure?.family);
	const given = latinWords(structure?.given, structure?.middle);
	const words: MeantWord[] = [];
	const isSyllabic = split.length > 1 && known.every(({ isSyllable }) => isSyllable);
	const hasTelling = !isSyllabic && known.some((word) => !word.isTitle && !word.isParticle);
	for (let at = 0; at < split.length; at += 1) {
		const { latin, written, isShort } = split[at]!;
		for (const part of known[at]!.parts) {
			let role: PartRole;
			if (part.firm !== undefined) role = part.firm;
			else if (hasTelling && part.canBeHonorific && !standsAsName(known, at, beforeComma)) role = 'honorific';
			else if (hasTelling && part.canBeParticle) role = 'particle';
			else if (family.includes(part.latin) || family.includes(latin)) role = 'family';
			else if (given.includes(part.latin) || given.includes(latin)) role = 'given';
			else if (beforeComma === 0) role = 'name';
			else role = at < beforeComma ? 'family' : 'given';
			words.push({
				written,
				latin: part.latin,
				role,
				weight: ROLE_WEIGHTS[role] ?? part.weight,
				isShort: isShort && role !== 'initial' && latin.length <= 3,
			});
		}
	}
	const joiner = words.findIndex(({ latin, role }) => role === 'particle' && patronymicJoiners.has(latin));
	return {
		words,
		legalForms: [],
		child: joiner > 0 ? tellingBefore(words, joiner) : -1,
		parent: joiner > 0 ? tellingAfter(words, joiner) : -1,
		isSyllabic,
		isGivenPair:
			words.length === 2 && words.every(({ role, latin }) => role === 'name' && givenNames.has(latin)),
	};
}

/** How many words stand before the comma of `FAMILY, Given`; 0 where there is none, or titles only after it. */
function familyBeforeComma(split: readonly SplitWord[], known: readonly PersonWord[]): number {
	for (let comma = 1; comma < split.length; comma += 1) {
		if (!split[comma]!.afterComma) continue;
		for (let at = comma; at < known.length; at += 1) if (!known[at]!.isTitle) return comma;
		return 0;
	}
	return 0;
}

/** A title is a name after an article, and where nothing else stands on its side of the comma: `Makhluf, Hafiz`. */
function standsAsName(known: readonly PersonWord[], at: number, comma: number): boolean {
	if (at > 0 && known[at - 1]!.isArticle) return true;
	if (comma === 0) return false;
	const side = at < comma ? known.slice(0, comma) : known.slice(comma);
	return side.every(({ isTitle, isParticle }) => isTitle || isParticle);
}

/** Sultan, Malik, Sharif: titles that are names. */
const isNameToo = (latin: string): boolean => givenNames.has(latin) || commonParts.has(latin);

/** A whole name in characters or Korean syllables, without a space: the family name and the rest. */
function familyFirst(word: SplitWord): SplitWord[] | undefined {
	const signs = [...word.written];
	if (signs.length < 2 || signs.length > 4 || !SIGNS.test(word.written)) return undefined;
	const whole = latinVariants(word.written).find((variant) => variant.includes(' '));
	if (whole === undefined) return undefined;
	const given = whole.slice(whole.indexOf(' ') + 1);
	for (const length of [1, 2]) {
		const rest = signs.slice(length).join('');
		if (rest === '' || toLatin(rest) !== given) continue;
		const family = signs.slice(0, length).join('');
		return [
			{ ...word, written: family, latin: toLatin(family) },
			{ ...word, written: rest, latin: given },
		];
	}
	return undefined;
}

const isTitle = (latin: string): boolean => honorifics.has(latin) || suffixes.has(latin);

const NO_WORDS: readonly never[] = [];

function latinWords(first: string | undefined, second?: string): readonly string[] {
	if (first === undefined && second === undefined) return NO_WORDS;
	const words: string[] = [];
	for (const text of [first, second])
		if (text !== undefined)
			for (const word of splitName(text, 'person')) words.push(word.latin, ...readWord(word).whole);
	return words;
}

const ROLE_WEIGHTS: { readonly [role in PartRole]?: number } = {
	particle: PARTICLE_WEIGHT,
	honorific: HONORIFIC_WEIGHT,
	initial: INITIAL_WEIGHT,
	number: NUMBER_WEIGHT,
};

function nameWeight(latin: string): number {
	if (latin === SERVANT_LATIN) return SERVANT_WEIGHT;
	if (latin === GOD_LATIN || latin === FAITH_LATIN) return COMPLEMENT_WEIGHT;
	if (isTitle(latin)) return TITLE_NAME_WEIGHT;
	return 1 - COMMON_LOSS * commonness(latin);
}

/** Arabic writes its article with the word. */
const withoutArticle = ({ written, latin }: SplitWord): string =>
	latin.length >= 5 && latin !== GOD_LATIN && latin.startsWith('al') && written.startsWith('ال')
		? latin.slice(2)
		: latin;

/** The words that an Arabic compound is made of; any other word as it is. */
function takeApart(latin: string): readonly string[] {
	if (latin.length < SHORTEST_STEM) return [latin];
	if (SERVANT_ALONE.test(latin)) return [SERVANT_LATIN];
	const end = GOD.exec(latin) ?? FAITH.exec(latin);
	if (end !== null && end.index >= SHORTEST_STEM) {
		const stem = latin.slice(0, end.index);
		return [SERVANT_ALONE.test(stem) ? SERVANT_LATIN : stem, GOD.test(latin) ? GOD_LATIN : FAITH_LATIN];
	}
	const servant = SERVANT.exec(latin);
	if (servant !== null && latin.length - servant[0].length >= SHORTEST_STEM)
		return [SERVANT_LATIN, latin.slice(servant[0].length)];
	const son = SON_OF_THE.exec(latin);
	if (son !== null) return ['bin', latin.slice(son[0].length)];
	return [latin];
}

const isTelling = ({ role }: MeantWord): boolean => role === 'name' || role === 'given' || role === 'family';

function tellingBefore(words: readonly MeantWord[], joiner: number): number {
	for (let at = joiner - 1; at >= 0; at -= 1) if (isTelling(words[at]!)) return at;
	return -1;
}

function tellingAfter(words: readonly MeantWord[], joiner: number): number {
	for (let at = joiner + 1; at < words.length; at += 1) if (isTelling(words[at]!)) return at;
	return -1;
}

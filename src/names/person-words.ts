/**
 * The name of a person → words with roles and weights. Knows titles, particles, patronymics, initials and the comma of
 * `FAMILY, Given`; what a word is by itself is in person-word.ts.
 */
import { givenNames } from './data/given-names.ts';
import { patronymicJoiners } from './data/particles.ts';
import type { MeantName, MeantWord } from './meant-name.ts';
import type { NameStructure, PartRole } from './model.ts';
import { type PersonWord, readPersonWord, SIGNS } from './person-word.ts';
import { toLatin } from './script/to-latin.ts';
import { latinVariants } from './script/variants.ts';
import { MOST_WORDS, type SplitWord, splitName } from './split-name.ts';

const PARTICLE_WEIGHT = 0.06;
const HONORIFIC_WEIGHT = 0.05;
const INITIAL_WEIGHT = 0.3;
const NUMBER_WEIGHT = 0.3;

const ROLE_WEIGHTS: { readonly [role in PartRole]?: number } = {
	particle: PARTICLE_WEIGHT,
	honorific: HONORIFIC_WEIGHT,
	initial: INITIAL_WEIGHT,
	number: NUMBER_WEIGHT,
};

function readWord({ written, latin, memory }: SplitWord): PersonWord {
	memory.person ??= readPersonWord(written, latin);
	return memory.person;
}

/** Takes the name of a person apart. */
export function personWords(text: string, structure?: NameStructure): MeantName {
	const written = splitName(text, 'person');
	const signs = written.length === 1 ? familyFirst(written[0]!) : undefined;
	const split = signs ?? written;
	const known = split.map(readWord);
	const beforeComma = signs === undefined ? familyBeforeComma(split, known) : 1;
	const family = latinWords(written, structure?.family);
	const given = latinWords(written, structure?.given, structure?.middle);
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
				word: part.word,
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

/** A whole name in characters or Korean syllables, without a space: the family name and the rest. */
function familyFirst(word: SplitWord): SplitWord[] | undefined {
	if (!SIGNS.test(word.written)) return undefined;
	const signs = [...word.written];
	if (signs.length < 2 || signs.length > 4) return undefined;
	const whole = latinVariants(word.written).find((variant) => variant.includes(' '));
	if (whole === undefined) return undefined;
	const given = whole.slice(whole.indexOf(' ') + 1);
	for (const length of [1, 2]) {
		const rest = signs.slice(length).join('');
		if (rest === '' || toLatin(rest) !== given) continue;
		const family = signs.slice(0, length).join('');
		return [
			{ ...word, written: family, latin: toLatin(family), memory: {} },
			{ ...word, written: rest, latin: given, memory: {} },
		];
	}
	return undefined;
}

const NO_WORDS: readonly never[] = [];

/** The words of parts that the source told, in Latin letters, whole and taken apart; `split` are those of the whole name. */
function latinWords(
	split: readonly SplitWord[],
	first: string | undefined,
	second?: string,
): readonly string[] {
	if (first === undefined && second === undefined) return NO_WORDS;
	const words: string[] = [];
	addLatin(words, split, first);
	addLatin(words, split, second);
	return words;
}

function addLatin(words: string[], split: readonly SplitWord[], text: string | undefined): void {
	if (text === undefined) return;
	// Most parts are one word of the name as it stands there: it has been read. A word may have been cut off at the end.
	const known = split.length < MOST_WORDS ? split.filter(({ written }) => written === text) : NO_WORDS;
	for (const word of known.length > 0 ? known : splitName(text, 'person'))
		words.push(word.latin, ...readWord(word).whole);
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

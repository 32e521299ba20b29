/**
 * One word of the name of a person, whichever name it stands in: title, particle, syllable, and the pieces of an Arabic compound
 * (Abdulaziz, Saifuddin, Binalshibh). In: the word as written and in Latin letters. Out: all that the name need not be known for.
 */
import { commonness, commonParts } from './data/common-parts.ts';
import { givenNames } from './data/given-names.ts';
import { honorifics, suffixes } from './data/honorifics.ts';
import { particles } from './data/particles.ts';
import { type Word, wordOf } from './word.ts';

const TITLE_NAME_WEIGHT = 0.4;
/** The part that the commonest names of the world lose of their weight. */
const COMMON_LOSS = 0.45;

/** Particles of Arabic names, never the syllable of another. */
const ARABIC = new Set(['al', 'el', 'bin', 'ben', 'ibn', 'abu', 'abd']);
/** After an article a title is a name: al-Shaykh, al-Hakim. */
const ARTICLES = new Set(['al', 'el', 'ul', 'as', 'ash', 'ad', 'ar', 'at', 'az', 'an']);
const LATIN = /^\p{Script=Latin}/u;
/** Characters of China and Korean syllables, and nothing else. */
export const SIGNS = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;
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
export type PersonWord = {
	readonly isTitle: boolean;
	readonly isParticle: boolean;
	readonly isArticle: boolean;
	readonly isSyllable: boolean;
	/** What an Arabic compound is made of; the word itself where it is none. */
	readonly whole: readonly string[];
	/** The same without the article that Arabic writes with its word. */
	readonly parts: readonly PersonPart[];
};

export type PersonPart = {
	readonly latin: string;
	/** What it is and can be nothing else. */
	readonly firm: 'initial' | 'number' | undefined;
	/** A title, where it does not stand as a name. */
	readonly canBeHonorific: boolean;
	readonly canBeParticle: boolean;
	/** As a name. */
	readonly weight: number;
	readonly word: Word;
};

/** Reads a word: what `splitName` gives of it. */
export function readPersonWord(written: string, latin: string): PersonWord {
	const isSigns = SIGNS.test(written);
	const isLatin = LATIN.test(written);
	return {
		isTitle: isTitle(latin),
		isParticle: particles.has(latin),
		isArticle: ARTICLES.has(latin),
		isSyllable: SYLLABLE.test(latin) && !ARABIC.has(latin),
		whole: takeApart(latin),
		parts: takeApart(withoutArticle(written, latin)).map((part): PersonPart => {
			const word = wordOf(part, written);
			return {
				latin: part,
				firm: /^[a-z]$/.test(part) && isLatin ? 'initial' : /^[0-9]+$/.test(part) ? 'number' : undefined,
				canBeHonorific: !isSigns && isTitle(part) && !isNameToo(part) && (isLatin || /[aeiou]/.test(part)),
				canBeParticle: !isSigns && particles.has(part),
				weight: nameWeight(word),
				word,
			};
		}),
	};
}

const isTitle = (latin: string): boolean => honorifics.has(latin) || suffixes.has(latin);

/** Sultan, Malik, Sharif: titles that are names. */
const isNameToo = (latin: string): boolean => givenNames.has(latin) || commonParts.has(latin);

function nameWeight({ latin, sound }: Word): number {
	if (latin === SERVANT_LATIN) return SERVANT_WEIGHT;
	if (latin === GOD_LATIN || latin === FAITH_LATIN) return COMPLEMENT_WEIGHT;
	if (isTitle(latin)) return TITLE_NAME_WEIGHT;
	return 1 - COMMON_LOSS * commonness(latin, sound);
}

/** Arabic writes its article with the word. */
const withoutArticle = (written: string, latin: string): string =>
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

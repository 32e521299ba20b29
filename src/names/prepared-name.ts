/** A name ready to be compared: what `prepareName` makes and `compareNames` reads. Do not build it by hand. */
import type { NameKind, NamePart } from './model.ts';
import type { Word } from './word.ts';

/** Roles of words that take part in comparing, as numbers for speed. */
export const ROLE = {
	name: 0,
	given: 1,
	family: 2,
	initial: 3,
	particle: 4,
	generic: 5,
	number: 6,
	honorific: 7,
} as const;

/** Particles and honorifics: they contradict nothing and are hardly missed. */
export const isMinor = (role: number): boolean => role === ROLE.particle || role === ROLE.honorific;

export type PreparedName = {
	readonly text: string;
	readonly kind: NameKind;
	/** All parts, also those that are not compared (honorifics, legal forms, prefixes of vessels). */
	readonly parts: readonly NamePart[];
	/** The words that are compared, in the order written; the arrays below are aligned with it. */
	readonly words: readonly Word[];
	readonly latins: readonly string[];
	readonly roles: Uint8Array;
	readonly weights: Float64Array;
	/** 1 where the word can stand for the first letters of several. */
	readonly shorts: Uint8Array;
	/** Classes of the legal forms, without repetition. */
	readonly legalForms: readonly string[];
	/** First letters of the legal forms that stand at the end: initials of a name may go on with them. */
	readonly formInitials: string;
	/** Index of the word that is called son or daughter of the word at `parent`; -1 where nobody is. */
	readonly child: number;
	readonly parent: number;
	/** Exactly two parts, each a usual given name, and nothing says which is the family name. */
	readonly isGivenPair: boolean;
	/** Every word is one syllable, as in Korea, China and Viet Nam: few names, and each word is much of one. */
	readonly isSyllabic: boolean;
};

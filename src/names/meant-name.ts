/** What the readers of persons and of organisations make of a name, before it is made fast to compare. */
import type { PartRole } from './model.ts';
import type { Word } from './word.ts';

/** A word with its meaning, as the readers of persons and organisations give it. */
export type MeantWord = {
	readonly written: string;
	readonly latin: string;
	readonly role: PartRole;
	readonly weight: number;
	readonly isShort: boolean;
	/** The word for `latin`, where the reader has it. */
	readonly word?: Word;
};

export type MeantName = {
	readonly words: readonly MeantWord[];
	readonly legalForms: readonly string[];
	/** Positions in `words`. */
	readonly child: number;
	readonly parent: number;
	readonly isGivenPair: boolean;
	readonly isSyllabic: boolean;
};

/**
 * One word of a name with all that comparing needs, made once. Words are shared between names through a bounded memory,
 * so that a million names do not hold a million Mohameds. Two words of one spelling may still be two objects.
 */
import { nicknames } from './data/nicknames.ts';
import { isUnspaced, scriptOf } from './script/scripts.ts';
import { spellingClass } from './script/spelling-classes.ts';
import { latinVariants } from './script/variants.ts';
import { WordMemory } from './word-memory.ts';

export type Word = {
	readonly latin: string;
	/** Spellings of one sound in one form. */
	readonly sound: string;
	/** The letters that are in `latin` and in `sound`, one bit each. */
	readonly latinLetters: number;
	readonly soundLetters: number;
	/** The consonants of `sound`: what a script without vowels writes, more or less. */
	readonly consonants: string;
	readonly nicknames: readonly number[];
	/** Other romanisations, where it was written in another script. */
	readonly variants: readonly string[];
	/** As written, where the script writes syllables or ideas: there one sign is much of a name. Otherwise empty. */
	readonly native: string;
	/** Its script leaves vowels out. */
	readonly isAbjad: boolean;
};

const none: readonly never[] = [];
const remembered = new WordMemory<Word>();

/** The word for `latin`, written as `written` (which may be in any script). */
export function wordOf(latin: string, written: string): Word {
	const key = isPlain(written) ? latin : `${latin} ${written}`;
	return (
		remembered.get(key) ?? remembered.keep(key, makeWord(latin, key === latin ? '' : written.toLowerCase()))
	);
}

function isPlain(written: string): boolean {
	for (let at = 0; at < written.length; at += 1) if (written.charCodeAt(at) > 0x24f) return false;
	return true;
}

function makeWord(latin: string, foreign: string): Word {
	const sound = spellingClass(latin);
	const script = foreign === '' ? 'latin' : scriptOf(foreign.codePointAt(0)!);
	return {
		latin,
		sound,
		latinLetters: lettersOf(latin),
		soundLetters: lettersOf(sound),
		consonants: sound.replace(/[aeiouyvw]/g, ''),
		nicknames: nicknames.get(latin) ?? none,
		variants: foreign === '' ? none : latinVariants(foreign).filter((variant) => variant !== latin),
		native: isUnspaced(script) && script !== 'kana' ? foreign : '',
		isAbjad: script === 'arabic' || script === 'hebrew',
	};
}

/** The letters of a word, one bit each; digits share some. */
export function lettersOf(sound: string): number {
	let letters = 0;
	for (let at = 0; at < sound.length; at += 1) {
		const code = sound.charCodeAt(at);
		letters |= code >= 97 ? 1 << (code - 97) : 1 << (26 + (code & 3));
	}
	return letters;
}

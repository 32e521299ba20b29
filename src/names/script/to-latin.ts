/**
 * Any text → Latin letters a–z, digits, single spaces, and apostrophes between letters. Total on any Unicode; idempotent.
 * Rules of our own for the scripts that names travel in most (see the files beside this one); any-ascii 0.3 for the rest.
 * What is lost: tone, vowel length, stress, the case of letters. What is not written (short vowels of Arabic) is guessed.
 */
import anyAscii from 'any-ascii';
import { arabicToLatin } from './arabic.ts';
import { cyrillicLanguage, cyrillicLookalikes, cyrillicToLatin } from './cyrillic.ts';
import { greekToLatin } from './greek.ts';
import { hangulToLatin } from './hangul.ts';
import { hebrewToLatin } from './hebrew.ts';
import { indicToLatin } from './indic.ts';
import { kanaToLatin } from './kana.ts';
import { latinLetters } from './latin-letters.ts';
import { type Script, scriptOf } from './scripts.ts';
import { thaiToLatin } from './thai.ts';

/**
 * `text` in Latin lower case: `Сергей Щербаков` → `sergey shcherbakov`, `O’Brien & Söhne` → `o'brien and sohne`.
 * Words are set apart by single spaces; punctuation separates; an apostrophe stays only between two letters or digits.
 */
export function toLatin(text: string): string {
	const kind = look(text);
	if (kind === 'done') return text;
	return tidy(kind === 'ascii' ? text.toLowerCase() : lettersToLatin(text));
}

/** One pass over the characters: nothing to do, ASCII that needs tidying, or more than ASCII. */
function look(text: string): 'done' | 'ascii' | 'other' {
	let done = true;
	let before = 32;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code > 127) return 'other';
		if (isLetterOrDigit(code)) {
			before = code;
			continue;
		}
		if (code === 32) {
			if (before === 32 || before === 39) done = false;
		} else if (code === 39) {
			if (before === 32 || before === 39) done = false;
		} else done = false;
		before = code;
	}
	if (text.length > 0 && (before === 32 || before === 39)) done = false;
	return done ? 'done' : 'ascii';
}

function isLetterOrDigit(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** ASCII in lower case → the alphabet of `toLatin`. `@` and `$` stand for a and s inside a word. */
function tidy(text: string): string {
	let result = '';
	let gap = false;
	let apostrophe = false;
	const put = (piece: string) => {
		if (gap && result !== '') result += ' ';
		else if (apostrophe && result !== '') result += "'";
		gap = false;
		apostrophe = false;
		result += piece;
	};
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (isLetterOrDigit(code)) {
			if (!gap && !apostrophe) result += text[at]!;
			else put(text[at]!);
		} else if (code === 39 || code === 96) {
			if (apostrophe) gap = true;
			apostrophe = true;
		} else if (code === 38) {
			gap = true;
			put('and');
			gap = true;
		} else if ((code === 64 || code === 36) && isInsideWord(text, at)) put(code === 64 ? 'a' : 's');
		else gap = true;
	}
	return result;
}

function isInsideWord(text: string, at: number): boolean {
	return standsInWord(text.charCodeAt(at - 1)) && standsInWord(text.charCodeAt(at + 1));
}

function standsInWord(code: number): boolean {
	return isLetterOrDigit(code) || code === 64 || code === 36;
}

type Run = { readonly script: Script; readonly text: string };

function lettersToLatin(text: string): string {
	const lower = text.normalize('NFKC').toLowerCase().normalize('NFC');
	const language = cyrillicLanguage(lower);
	let result = '';
	let word: Run[] = [];
	let script: Script = 'other';
	let run = '';
	const endRun = () => {
		if (run !== '') word.push({ script, text: run });
		run = '';
	};
	const endWord = () => {
		endRun();
		if (word.length > 0) result += wordToLatin(word, language);
		word = [];
	};
	for (const character of lower) {
		const codePoint = character.codePointAt(0)!;
		if (codePoint < 128 && !isLetterOrDigit(codePoint)) {
			endWord();
			result += character;
			continue;
		}
		if (isApostrophe(codePoint)) {
			endWord();
			result += "'";
			continue;
		}
		if (codePoint >= 128 && !/[\p{L}\p{M}\p{N}]/u.test(character)) {
			// Zero-width joiners and direction marks stand inside words and say nothing.
			if (!isInvisible(codePoint)) {
				endWord();
				result += character === '＆' ? '&' : ' ';
			}
			continue;
		}
		const isMark = codePoint >= 0x300 && /\p{M}/u.test(character);
		const next: Script = isMark && run !== '' ? script : scriptOf(codePoint);
		if (next !== script) {
			endRun();
			script = next;
		}
		run += character;
	}
	endWord();
	return result;
}

/** Quotation marks and modifier letters that are written for an apostrophe, a glottal stop or a soft sign. */
function isApostrophe(codePoint: number): boolean {
	return (
		codePoint === 0x2019 ||
		codePoint === 0x2018 ||
		codePoint === 0x201b ||
		codePoint === 0x2032 ||
		codePoint === 0x05f3 ||
		codePoint === 0xb4 ||
		(codePoint >= 0x02b9 && codePoint <= 0x02bf) ||
		codePoint === 0x02c8 ||
		codePoint === 0x02ca ||
		codePoint === 0x02cb
	);
}

function isInvisible(codePoint: number): boolean {
	return (
		codePoint === 0xad ||
		(codePoint >= 0x200b && codePoint <= 0x200f) ||
		(codePoint >= 0x202a && codePoint <= 0x202e) ||
		(codePoint >= 0x2060 && codePoint <= 0x206f) ||
		codePoint === 0xfeff
	);
}

function wordToLatin(word: readonly Run[], language: ReturnType<typeof cyrillicLanguage>): string {
	const isMixed = word.some((run) => run.script === 'latin' && /[a-z]/.test(run.text));
	let result = '';
	for (const run of word) {
		const lookalike =
			isMixed && (run.script === 'cyrillic' || run.script === 'greek')
				? cyrillicLookalikes(run.text)
				: undefined;
		result += lookalike ?? runToLatin(run, language);
	}
	return result;
}

function runToLatin(run: Run, language: ReturnType<typeof cyrillicLanguage>): string {
	switch (run.script) {
		case 'latin':
			return latinLetters(run.text);
		case 'cyrillic':
			return lettersOnly(cyrillicToLatin(run.text, language));
		case 'greek':
			return lettersOnly(greekToLatin(run.text));
		case 'arabic':
			return withSpaces(arabicToLatin(run.text));
		case 'hebrew':
			return lettersOnly(hebrewToLatin(run.text));
		case 'indic':
			return lettersOnly(indicToLatin(run.text));
		case 'thai':
			return lettersOnly(thaiToLatin(run.text));
		case 'hangul':
			return hangulToLatin(run.text);
		case 'kana':
			return lettersOnly(kanaToLatin(run.text));
		default:
			return lettersOnly(anyAscii(run.text));
	}
}

/** Letters and digits only; what a converter did not know goes through any-ascii. */
function lettersOnly(text: string): string {
	return anyAscii(text)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '');
}

/** The same, keeping the space that sets an article apart. */
function withSpaces(text: string): string {
	return text.includes(' ') ? text.split(' ').map(lettersOnly).join(' ') : lettersOnly(text);
}

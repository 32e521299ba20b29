/**
 * The text of a name → its words, before anybody asks what they mean.
 * In: any text. Out: at most `MOST_WORDS` words in Latin letters, with what was written and what stood between them.
 * Dots of abbreviations close up (G.m.b.H., U.S.), dots elsewhere separate; hyphens separate; apostrophes go.
 */
import type { NameKind } from './model.ts';
import type { PersonWord } from './person-word.ts';
import { toLatin } from './script/to-latin.ts';
import { detached, WordMemory } from './word-memory.ts';

/** Longer text is not a name; what follows is not read. */
export const LONGEST_NAME = 300;
export const MOST_WORDS = 24;

export type SplitWord = {
	readonly written: string;
	/** a–z and 0–9, not empty. */
	readonly latin: string;
	/** A comma stands before it. */
	readonly afterComma: boolean;
	/** It was written with a dot, or in capitals without a vowel in a name that has small letters. */
	readonly isShort: boolean;
	readonly memory: SharedMemory;
};

/** What readers of names found out about a word; one for all names that have the word. */
type SharedMemory = { person?: PersonWord };

/** What may stand inside a word. */
const SIGN = /[\p{L}\p{M}\p{N}'’‘ʼʻʽʾʿ`´.%@$/\u200c\u200d]/u;
const MARKS = ',،，;&+';
const APOSTROPHES = /['’‘ʼʻʽʾʿ`´]/g;
const POSSESSIVE = /['’]s$/i;
/** Capitals without a vowel: JC, HMS. */
const INITIALS = /^[B-DF-HJ-NP-TV-XZ]{2,3}$/;
const SINGLES = /^(?:\p{L}\p{M}?[./])+(?:\p{L}\p{M}?)?[./]?$/u;

/** One run of signs without what separates words, as far as it can be read without the rest of the name. */
type Piece = {
	readonly written: string;
	/** In Latin letters; several where a script writes an article with its word. */
	readonly words: readonly PieceWord[];
	/** Short where the name has small letters. */
	readonly isInitials: boolean;
	readonly isDotted: boolean;
};

type PieceWord = { readonly latin: string; readonly memory: SharedMemory };

const AND: readonly Piece[] = [
	{ written: 'and', words: [{ latin: 'and', memory: {} }], isInitials: false, isDotted: false },
];
const personPieces = new WordMemory<readonly Piece[]>();
const otherPieces = new WordMemory<readonly Piece[]>();

/** Takes a name apart. Total on any text. */
export function splitName(text: string, kind: NameKind): SplitWord[] {
	const cut = text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text;
	const short = isAscii(cut) ? cut : cut.normalize('NFKC');
	let hasSmall: boolean | undefined;
	const words: SplitWord[] = [];
	let afterComma = false;
	const add = (pieces: readonly Piece[]) => {
		for (const { written, words: own, isInitials, isDotted } of pieces) {
			if (isInitials) hasSmall ??= /\p{Ll}/u.test(short);
			const isShort = isDotted || (isInitials && hasSmall === true);
			for (const { latin, memory } of own) {
				if (words.length >= MOST_WORDS) return;
				words.push({ written, latin, afterComma, isShort, memory });
				afterComma = false;
			}
		}
	};
	for (let at = 0; at < short.length; ) {
		const what = signAt(short, at);
		if (what === MARK) {
			const mark = short.charCodeAt(at);
			if (mark === AMPERSAND || mark === PLUS) {
				if (kind !== 'person') add(AND);
			} else if (mark !== SEMICOLON) afterComma = words.length > 0;
		}
		if (what < IN_WORD) {
			at += 1;
			continue;
		}
		const from = at;
		let size: number = what;
		while (size >= IN_WORD) {
			at += size;
			size = at < short.length ? signAt(short, at) : BETWEEN;
		}
		add(piecesOf(short.slice(from, at), kind));
	}
	return kind === 'person' ? words : closeUp(words);
}

function isAscii(text: string): boolean {
	for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
	return true;
}

const AMPERSAND = 38;
const PLUS = 43;
const SEMICOLON = 59;

/** What a sign is; from `IN_WORD` on, of how many units. */
const UNKNOWN = 0;
const BETWEEN = -1;
const MARK = -2;
const IN_WORD = 1;
const ASTRAL = 2;
const signs = new Int8Array(0x10000);

function signAt(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	const known = signs[unit]!;
	if (known !== UNKNOWN) return known;
	const sign = String.fromCodePoint(text.codePointAt(at)!);
	if (sign.length > 1) return SIGN.test(sign) ? ASTRAL : BETWEEN;
	const found = MARKS.includes(sign) ? MARK : SIGN.test(sign) ? IN_WORD : BETWEEN;
	// Half of a sign of two units says nothing of the next sign that begins so.
	if (unit < 0xd800 || unit > 0xdfff) signs[unit] = found;
	return found;
}

function piecesOf(token: string, kind: NameKind): readonly Piece[] {
	const memory = kind === 'person' ? personPieces : otherPieces;
	return memory.get(token) ?? readPieces(detached(token), kind, memory);
}

function readPieces(token: string, kind: NameKind, memory: WordMemory<readonly Piece[]>): readonly Piece[] {
	const pieces = separate(token, kind).map((piece): Piece => {
		const bare = piece.replace(APOSTROPHES, '');
		return {
			written: bare,
			words: toLatin(bare)
				.replace(/'/g, '')
				.split(' ')
				.filter((latin) => latin !== '')
				.map((latin) => ({ latin, memory: {} })),
			isInitials: INITIALS.test(bare),
			isDotted: piece.endsWith('.') && /^\p{Script=Latin}{1,4}\.?$/u.test(bare),
		};
	});
	return memory.keep(token, pieces);
}

/** One run without spaces → what is written apart in it. */
function separate(token: string, kind: NameKind): string[] {
	const owned = kind === 'person' ? token : token.replace(POSSESSIVE, '');
	const percent = owned.replace(/%(?=\p{L})/gu, '%').split('%');
	if (percent.length > 1)
		return percent.map((piece, at) => (at === 0 ? piece : `percent${piece}`)).filter((piece) => piece !== '');
	if (SINGLES.test(owned))
		return kind === 'person'
			? owned
					.split(/[./]/)
					.filter((letter) => letter !== '')
					.map((letter) => `${letter}.`)
			: [owned.replace(/[./]/g, '')];
	return owned
		.split(/[./]/)
		.map((piece, at, all) => (at < all.length - 1 ? `${piece}.` : piece))
		.filter((piece) => piece !== '' && piece !== '.');
}

/** Single letters in a row are one abbreviation: S A R L, N V. */
function closeUp(words: SplitWord[]): SplitWord[] {
	if (!words.some((word, at) => isLetter(word) && isLetter(words[at + 1]))) return words;
	const closed: SplitWord[] = [];
	for (let at = 0; at < words.length; at += 1) {
		let end = at;
		while (isLetter(words[end])) end += 1;
		if (end - at < 2) {
			closed.push(words[at]!);
			continue;
		}
		const run = words.slice(at, end);
		closed.push({
			written: run.map((word) => word.written).join(' '),
			latin: run.map((word) => word.latin).join(''),
			afterComma: run[0]!.afterComma,
			isShort: true,
			memory: {},
		});
		at = end - 1;
	}
	return closed;
}

const isLetter = (word: SplitWord | undefined): boolean =>
	word !== undefined && word.latin.length === 1 && word.latin >= 'a' && word.latin <= 'z';

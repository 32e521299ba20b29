/**
 * The text of a name → its words, before anybody asks what they mean.
 * In: any text. Out: at most `MOST_WORDS` words in Latin letters, with what was written and what stood between them.
 * Dots of abbreviations close up (G.m.b.H., U.S.), dots elsewhere separate; hyphens separate; apostrophes go.
 */
import type { NameKind } from './model.ts';
import { toLatin } from './script/to-latin.ts';

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
};

const WORD = /[\p{L}\p{M}\p{N}'’‘ʼʻʽʾʿ`´.%@$/\u200c\u200d]+|[,،，;&+]/gu;
const APOSTROPHES = /['’‘ʼʻʽʾʿ`´]/g;
const POSSESSIVE = /['’]s$/i;
/** Capitals without a vowel: JC, HMS. */
const INITIALS = /^[B-DF-HJ-NP-TV-XZ]{2,3}$/;
const SINGLES = /^(?:\p{L}\p{M}?[./])+(?:\p{L}\p{M}?)?[./]?$/u;

/** Takes a name apart. Total on any text. */
export function splitName(text: string, kind: NameKind): SplitWord[] {
	const short = (text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text).normalize('NFKC');
	const hasSmall = /\p{Ll}/u.test(short);
	const words: SplitWord[] = [];
	let afterComma = false;
	const add = (written: string, isShort: boolean) => {
		// An article that a script writes with its word comes back as a word of its own.
		for (const latin of toLatin(written).replace(/'/g, '').split(' ')) {
			if (latin === '' || words.length >= MOST_WORDS) continue;
			words.push({ written, latin, afterComma, isShort });
			afterComma = false;
		}
	};
	for (const [token] of short.matchAll(WORD)) {
		if (token === ',' || token === '،' || token === '，') {
			afterComma = words.length > 0;
			continue;
		}
		if (token === ';') continue;
		if (token === '&' || token === '+') {
			if (kind !== 'person') add('and', false);
			continue;
		}
		for (const piece of separate(token, kind)) {
			const bare = piece.replace(APOSTROPHES, '');
			const isInitials = hasSmall && INITIALS.test(bare);
			add(bare, isInitials || (piece.endsWith('.') && /^\p{Script=Latin}{1,4}\.?$/u.test(bare)));
		}
	}
	return kind === 'person' ? words : closeUp(words);
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
function closeUp(words: readonly SplitWord[]): SplitWord[] {
	const closed: SplitWord[] = [];
	for (let at = 0; at < words.length; at += 1) {
		let end = at;
		while (end < words.length && /^[a-z]$/.test(words[end]!.latin)) end += 1;
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
		});
		at = end - 1;
	}
	return closed;
}

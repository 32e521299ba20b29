/**
 * Bytes in, segments out, in one pass over chunks of any size; memory is bounded by the longest segment allowed.
 * Finds UNA wherever an interchange starts, escaped terminators, segments wrapped over lines, and terminators that were
 * lost at a line break. Says in `complaints` what it had to forgive. Never throws, and never looks at a byte twice more
 * than a constant number of times.
 */

import { decodeText } from './charset.ts';
import {
	DEFAULT_SEPARATORS,
	knownTagAt,
	type Segment,
	type Separators,
	type Splitting,
	splitSegment,
	splittingOf,
} from './segment.ts';
import { inferSeparators, LOOKAHEAD, readServiceAdvice } from './separators.ts';

/** What the tokenizer tells its owner, in the order of the bytes. */
export type TokenSink = {
	segment(segment: Segment): void;
	/** Something was wrong between segments or inside one, and was got over. */
	complaint(code: string, sentence: string, offset: number, value?: string): void;
	/** A segment was longer than allowed and was left out. */
	tooLong(offset: number): void;
};

/** Quotation marks that word processors put in place of the terminator, as UTF-8 bytes and in Windows-1252. */
const TYPOGRAPHIC_QUOTE = /(?:\xe2\x80[\x98\x99]|\xc2\xb4|[\x91\x92\xb4`])[ \t]*$/;

const NO_BREAK_SPACE = 0xa0;

/** How far into a submission an interchange is looked for. */
const MAX_LEADING_CHARACTERS = 65_536;

export class Tokenizer {
	readonly #sink: TokenSink;
	readonly #maxSegment: number;
	#separators: Separators = DEFAULT_SEPARATORS;
	#splitting: Splitting = splittingOf(DEFAULT_SEPARATORS, '');
	/** Text not yet consumed and the offset of its first character in the submission. */
	#text = '';
	#textOffset = 0;
	/** Chunks that hold no terminator, kept apart so that a long segment is joined once. */
	#waiting: string[] = [];
	#waitingLength = 0;
	/** Where to go on looking for the terminator: characters of `#text` known to hold none. */
	#searched = 0;
	/** The rest of a segment that is too long is being skipped. */
	#skipping = false;
	#adviceJustRead = false;
	#started = false;
	/** Length of text at which the start is looked for again; it doubles, so that small chunks cost no more. */
	#nextAttempt = 2 * LOOKAHEAD;
	/** Next line feed and carriage return at or after the place of reading; each is looked for once it was passed. */
	#nextLineFeed = -1;
	#nextCarriageReturn = -1;

	constructor(sink: TokenSink, maxSegment: number) {
		this.#sink = sink;
		this.#maxSegment = maxSegment;
	}

	get separators(): Separators {
		return this.#separators;
	}

	/** The character set that UNB names, for the segments that follow. */
	setSyntax(syntax: string): void {
		this.#splitting = splittingOf(this.#separators, syntax);
	}

	push(chunk: Uint8Array): void {
		const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
		if (
			this.#started &&
			this.#text.length + this.#waitingLength > LOOKAHEAD &&
			!piece.includes(this.#separators.terminator)
		) {
			this.#waiting.push(piece);
			this.#waitingLength += piece.length;
			if (this.#text.length + this.#waitingLength <= this.#maxSegment && this.#waiting.length < 65_536)
				return;
			this.#joinWaiting('');
		} else this.#joinWaiting(piece);
		this.#consume(false);
	}

	end(): void {
		this.#joinWaiting('');
		this.#consume(true);
	}

	#joinWaiting(piece: string): void {
		if (this.#waiting.length === 0) this.#text = this.#text === '' ? piece : this.#text + piece;
		else {
			this.#text = `${this.#text}${this.#waiting.join('')}${piece}`;
			this.#waiting = [];
			this.#waitingLength = 0;
		}
	}

	#consume(last: boolean): void {
		const text = this.#text;
		this.#nextLineFeed = -1;
		this.#nextCarriageReturn = -1;
		let at = 0;
		if (!this.#started) {
			const start = this.#findStart(text, last);
			if (start === undefined) return;
			at = start;
		}
		for (;;) {
			if (this.#skipping) {
				const end = this.#findTerminator(text, at, at + this.#searched);
				this.#searched = 0;
				if (end < 0) {
					at = text.length;
					break;
				}
				this.#skipping = false;
				at = end + 1;
			}
			if (this.#searched === 0) {
				at = this.#skipBlank(text, at);
				if (text.charCodeAt(at) === 85 && text.charCodeAt(at + 1) === 78) {
					// "UN": a service segment, which may change the separators. Enough of it must be at hand to judge.
					if (text.length - at < LOOKAHEAD && !last && this.#mayChangeSeparators(text, at)) break;
					const next = this.#readServiceStart(text, at);
					if (next !== at) {
						at = next;
						continue;
					}
				}
			}
			if (at >= text.length) break;
			const end = this.#findTerminator(text, at, at + this.#searched);
			if (end < 0) {
				if (text.length - at > this.#maxSegment) {
					this.#refuseSegment(at);
					this.#skipping = true;
					at = text.length;
				} else if (last) {
					this.#emit(text, at, text.length, false);
					at = text.length;
				} else this.#searched = Math.max(0, text.length - at - 1);
				break;
			}
			this.#searched = 0;
			if (end - at > this.#maxSegment) this.#refuseSegment(at);
			else this.#emit(text, at, end, true);
			at = end + 1;
		}
		this.#textOffset += at;
		this.#text = at === 0 ? text : text.slice(at);
	}

	#refuseSegment(at: number): void {
		this.#sink.tooLong(this.#textOffset + at);
	}

	/** Goes over whatever a transport put before the interchange: byte order mark, blanks, lines of a telegram header. */
	#findStart(text: string, last: boolean): number | undefined {
		if (text.length < this.#nextAttempt && !last) return undefined;
		const blank = /^(?:\xef\xbb\xbf)?[\x00-\x20]*/.exec(text)?.[0].length ?? 0;
		if (/^UN[ABGH]/.test(text.slice(blank, blank + 3))) {
			this.#started = true;
			return blank;
		}
		const found =
			/UNA[^A-Za-z0-9]{5,6}\s*UN[BGH]|UNB[^A-Za-z0-9\s](?:UNO[A-Z]|IATA)|UNH\+[^+']{1,35}\+[A-Z]{6}:/.exec(
				text,
			);
		if (found === null && !last && text.length < MAX_LEADING_CHARACTERS) {
			this.#nextAttempt = 2 * text.length;
			return undefined;
		}
		this.#started = true;
		if (found === null) return blank;
		if (found.index > blank) {
			this.#sink.complaint(
				'edifact.leading-text',
				`${found.index - blank} characters before the interchange are no EDIFACT and were left out.`,
				this.#textOffset + blank,
				text.slice(blank, Math.min(found.index, blank + 80)),
			);
		}
		return found.index;
	}

	#skipBlank(text: string, from: number): number {
		let at = from;
		while (at < text.length && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === NO_BREAK_SPACE)) at++;
		return at;
	}

	#mayChangeSeparators(text: string, at: number): boolean {
		const third = text.charAt(at + 2);
		return third === '' || third === 'A' || third === 'B';
	}

	/** Takes UNA, or infers separators at a UNB without one. Returns where reading goes on. */
	#readServiceStart(text: string, at: number): number {
		const third = text.charCodeAt(at + 2);
		if (third === 65) {
			const advice = readServiceAdvice(text, at);
			if (advice === undefined) return at;
			this.#setSeparators(advice.separators);
			this.#adviceJustRead = true;
			if (advice.complaint !== undefined) {
				this.#sink.complaint(
					'edifact.service-string',
					`${advice.complaint}.`,
					this.#textOffset + at,
					text.substr(at, 9),
				);
			}
			return at + advice.length;
		}
		if (third === 66) {
			if (!this.#adviceJustRead) this.#setSeparators(inferSeparators(text, at));
			this.#adviceJustRead = false;
		}
		return at;
	}

	#setSeparators(separators: Separators): void {
		this.#separators = separators;
		this.#splitting = splittingOf(separators, '');
	}

	/** Index of the first terminator from `from` that is not released; −1 where there is none. */
	#findTerminator(text: string, start: number, from: number): number {
		const { terminator, release } = this.#separators;
		let end = text.indexOf(terminator, from);
		if (release === '') return end;
		const releaseCode = release.charCodeAt(0);
		while (end > start && text.charCodeAt(end - 1) === releaseCode) {
			let releases = 1;
			while (end - 1 - releases >= start && text.charCodeAt(end - 1 - releases) === releaseCode) releases++;
			if (releases % 2 === 0) break;
			end = text.indexOf(terminator, end + 1);
		}
		return end;
	}

	/** Hands on what stands between two terminators: one segment as a rule, more where a terminator was lost. */
	#emit(text: string, from: number, to: number, terminated: boolean): void {
		let start = from;
		for (;;) {
			const cut = this.#hasBreak(text, start, to)
				? this.#findLostTerminator(text, start, to, terminated)
				: undefined;
			if (cut === undefined) break;
			this.#sink.complaint(
				'edifact.lost-terminator',
				cut.quote
					? 'A typographic quotation mark stands where the segment terminator belongs; it was read as one.'
					: 'A segment ends at a line break without its terminator; the line break was read as one.',
				this.#textOffset + start,
				decodeText(text.slice(Math.max(start, cut.end - 40), cut.next), '').trim(),
			);
			this.#split(text, start, cut.end);
			start = this.#skipBlank(text, cut.next);
		}
		if (start >= to) return;
		this.#split(text, start, to);
		if (!terminated && knownTagAt(text, start, start + 3) !== undefined) {
			this.#sink.complaint(
				'edifact.unterminated',
				'The last segment has no terminator; the submission may have been cut off here.',
				this.#textOffset + start,
				decodeText(text.slice(start, start + 80), '').trim(),
			);
		}
	}

	#hasBreak(text: string, from: number, to: number): boolean {
		if (this.#nextLineFeed < from) this.#nextLineFeed = nextOf(text, '\n', from);
		if (this.#nextCarriageReturn < from) this.#nextCarriageReturn = nextOf(text, '\r', from);
		return this.#nextLineFeed < to || this.#nextCarriageReturn < to;
	}

	#split(text: string, start: number, end: number): void {
		if (end <= start) return;
		this.#sink.segment(splitSegment(text, start, end, this.#splitting, 0, this.#textOffset + start));
	}

	/**
	 * A place where a line starts with a known tag although the segment before it was not terminated. Lines that merely
	 * wrap a long segment do not look like that, because a tag with an element separator after it is rare in data.
	 */
	#findLostTerminator(
		text: string,
		start: number,
		to: number,
		terminated: boolean,
	): { end: number; next: number; quote: boolean } | undefined {
		if (knownTagAt(text, start, start + 3) === undefined) return undefined;
		for (let at = start + 3; at < to; at++) {
			const character = text.charCodeAt(at);
			if (character !== 10 && character !== 13) continue;
			let next = at + 1;
			while (next < to && text.charCodeAt(next) <= 32) next++;
			const line = text.slice(Math.max(start, at - 6), at);
			const quote = TYPOGRAPHIC_QUOTE.exec(line);
			if (this.#startsSegment(text, next, to)) {
				return { end: quote === null ? at : at - quote[0].length, next, quote: quote !== null };
			}
			// Text after an interchange that was never terminated is no part of its trailer.
			if (!terminated && text.startsWith('UNZ', start) && next < to) return { end: at, next, quote: false };
			at = next - 1;
		}
		return undefined;
	}

	#startsSegment(text: string, at: number, to: number): boolean {
		if (knownTagAt(text, at, at + 3) === undefined || at + 3 > to) return false;
		return (
			at + 3 === to || text.charAt(at + 3) === this.#separators.element || /[\r\n]/.test(text.charAt(at + 3))
		);
	}
}

function nextOf(text: string, character: string, from: number): number {
	const found = text.indexOf(character, from);
	return found < 0 ? text.length : found;
}

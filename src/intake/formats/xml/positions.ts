/**
 * Where a character of the buffer stands in the submission: byte offset, line and column. Every stretch of text is
 * counted once, so asking costs no more than reading, as long as questions go forward.
 */
import { bytesOf, type Encoding } from './decoding.ts';

export class Positions {
	readonly #encoding: Encoding;
	#buffer = '';
	/** Bytes of the submission before `#markedChars`. */
	#markedBytes: number;
	#markedChars = 0;
	#line = 1;
	/** Index of the first line break that is not counted; infinity where the buffer has no more. */
	#nextBreak = Number.POSITIVE_INFINITY;
	/** Characters of the current line that are no longer in the buffer. */
	#columnBefore = 0;

	constructor(encoding: Encoding, firstByte: number) {
		this.#encoding = encoding;
		this.#markedBytes = firstByte;
	}

	/** The buffer has grown at its end. */
	extend(buffer: string): void {
		const before = this.#buffer.length;
		this.#buffer = buffer;
		if (!Number.isFinite(this.#nextBreak)) this.#nextBreak = this.#findBreak(before);
	}

	/** The first characters of the buffer are no longer in it. */
	drop(count: number, buffer: string): void {
		this.lineAt(count);
		const lineStart = this.#buffer.lastIndexOf('\n', count - 1);
		this.#columnBefore = lineStart < 0 ? this.#columnBefore + count : count - lineStart - 1;
		this.bytesBefore(count);
		this.#buffer = buffer;
		this.#markedChars -= count;
		this.#nextBreak -= count;
	}

	/** Offset of a character in the submission. */
	bytesBefore(index: number): number {
		if (index > this.#markedChars) {
			this.#markedBytes += bytesOf(this.#buffer.slice(this.#markedChars, index), this.#encoding);
			this.#markedChars = index;
		}
		return this.#markedBytes - bytesOf(this.#buffer.slice(index, this.#markedChars), this.#encoding);
	}

	/** 1-based line of a character. */
	lineAt(index: number): number {
		while (this.#nextBreak < index) {
			this.#line++;
			this.#nextBreak = this.#findBreak(this.#nextBreak + 1);
		}
		return this.#line;
	}

	/** 1-based column of a character. */
	columnAt(index: number): number {
		const lineStart = index === 0 ? -1 : this.#buffer.lastIndexOf('\n', index - 1);
		return (lineStart < 0 ? this.#columnBefore + index : index - lineStart - 1) + 1;
	}

	#findBreak(from: number): number {
		const at = this.#buffer.indexOf('\n', from);
		return at < 0 ? Number.POSITIVE_INFINITY : at;
	}
}

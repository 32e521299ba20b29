/**
 * Which encoding a text has, from its first bytes. UTF-8 and UTF-16 by mark or by their own structure,
 * otherwise Windows-1252, the superset of ISO 8859-1 that senders mean by it. Never fails.
 */
import { Buffer, isUtf8 } from 'node:buffer';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DetectedEncoding = {
	encoding: TextEncoding /** Bytes of the byte order mark. */;
	markBytes: number;
};

/** Encoding of a text that begins with `head` (up to 64 KiB; it may end inside a character). */
export function detectTextEncoding(head: Uint8Array): DetectedEncoding {
	const [a, b, c] = head;
	if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
	if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
	if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
	const unmarked = wideEncoding(head);
	if (unmarked !== undefined) return { encoding: unmarked, markBytes: 0 };
	return { encoding: isUtf8(wholeCharacters(head)) ? 'utf-8' : 'windows-1252', markBytes: 0 };
}

/** UTF-16 without a mark: text in ASCII has a zero in every other byte, and on one side only. */
function wideEncoding(head: Uint8Array): TextEncoding | undefined {
	const length = Math.min(head.length, 1_024) & ~1;
	if (length < 4) return undefined;
	let high = 0;
	let low = 0;
	for (let at = 0; at < length; at += 2) {
		if (head[at] === 0) high++;
		if (head[at + 1] === 0) low++;
	}
	const most = (length / 2) * 0.7;
	if (low > most && high === 0) return 'utf-16le';
	return high > most && low === 0 ? 'utf-16be' : undefined;
}

/** Cuts a UTF-8 sequence that the end of the head interrupts. */
function wholeCharacters(head: Uint8Array): Uint8Array {
	for (let back = 1; back <= Math.min(3, head.length); back++) {
		const byte = head[head.length - back] as number;
		if (byte < 0x80) return head;
		if (byte < 0xc0) continue;
		const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		return needs > back ? head.subarray(0, head.length - back) : head;
	}
	return head;
}

/** Bytes that a stretch of text takes in an encoding. */
export function byteLengthIn(text: string, encoding: TextEncoding): number {
	if (encoding === 'utf-8') return Buffer.byteLength(text, 'utf8');
	return encoding === 'windows-1252' ? text.length : text.length * 2;
}

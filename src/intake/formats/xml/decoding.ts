/**
 * Bytes of an XML submission to text, chunk by chunk, by byte order mark or XML declaration (XML 1.0, appendix F).
 * Never throws: bytes that are not text in the declared encoding are told with their offset.
 */
import { Buffer, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Text that became known, and the offset in this decoder's input of a byte that is none (nothing follows it). */
export type Decoded = { text: string; badByteAt?: number };

const NAMED_ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
	['utf-8', 'utf-8'],
	['utf8', 'utf-8'],
	['us-ascii', 'utf-8'],
	['ascii', 'utf-8'],
	// Senders that declare ISO-8859-1 put windows-1252 characters (quotes, euro) in its unused control range.
	['iso-8859-1', 'windows-1252'],
	['iso8859-1', 'windows-1252'],
	['iso_8859-1', 'windows-1252'],
	['latin1', 'windows-1252'],
	['windows-1252', 'windows-1252'],
	['cp1252', 'windows-1252'],
]);

/** Bytes that must be seen before an XML declaration can be told from none. */
export const ENCODING_HEAD_BYTES = 256;

/**
 * Encoding of a submission from its first bytes, and how many of them are the byte order mark.
 * @returns `unsupported` with the declared name where it is one that is not read.
 */
export function detectEncoding(
	head: Uint8Array,
): { encoding: Encoding; markBytes: number } | { unsupported: string } {
	const [a, b, c, d] = head;
	if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
	if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return { encoding: 'utf-16le', markBytes: 2 };
	if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
	if ((a === 0 && b === 0) || (a === 0xff && b === 0xfe)) return { unsupported: 'UTF-32' };
	if (a === 0x3c && b === 0) return { encoding: 'utf-16le', markBytes: 0 };
	if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', markBytes: 0 };
	const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, ENCODING_HEAD_BYTES));
	const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
		start.toString('latin1'),
	)?.[1];
	if (declared === undefined) return { encoding: 'utf-8', markBytes: 0 };
	const encoding = NAMED_ENCODINGS.get(declared.toLowerCase());
	if (encoding !== undefined) return { encoding, markBytes: 0 };
	// Single bytes that begin with "<?xml" cannot be UTF-16: such a declaration is left over from a conversion.
	return /^utf-?16/i.test(declared) ? { encoding: 'utf-8', markBytes: 0 } : { unsupported: declared };
}

/** Bytes that a stretch of decoded text took in the submission. */
export function bytesOf(text: string, encoding: Encoding): number {
	if (encoding === 'utf-8') return Buffer.byteLength(text, 'utf8');
	return encoding === 'windows-1252' ? text.length : text.length * 2;
}

export type ChunkDecoder = { decode(chunk: Uint8Array): Decoded; end(): Decoded };

/** A decoder for one submission without its byte order mark. */
export function openDecoder(encoding: Encoding): ChunkDecoder {
	return encoding === 'utf-8' ? openUtf8() : openOther(encoding);
}

function openUtf8(): ChunkDecoder {
	let seen = 0;
	let carried: Buffer = Buffer.alloc(0);
	const take = (bytes: Buffer, keep: number): Decoded => {
		const whole = bytes.subarray(0, bytes.length - keep);
		if (isUtf8(whole)) {
			carried = Buffer.from(bytes.subarray(whole.length));
			seen += whole.length;
			return { text: whole.toString('utf8') };
		}
		const good = validPrefix(whole);
		return { text: whole.toString('utf8', 0, good), badByteAt: seen + good };
	};
	return {
		decode(chunk) {
			const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
			const bytes = carried.length === 0 ? view : Buffer.concat([carried, view]);
			return take(bytes, unfinishedTail(bytes));
		},
		end: () => take(carried, 0),
	};
}

/** How many bytes at the end begin a character whose rest has not come. */
function unfinishedTail(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
	}
	return 0;
}

/** Length of the longest beginning that is valid UTF-8. Character by character: only damaged chunks come here. */
function validPrefix(bytes: Buffer): number {
	let good = 0;
	while (good < bytes.length) {
		const lead = bytes[good] ?? 0;
		const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
		if (good + size > bytes.length || !isUtf8(bytes.subarray(good, good + size))) return good;
		good += size;
	}
	return good;
}

function openOther(encoding: Encoding): ChunkDecoder {
	const decoder = new TextDecoder(encoding, { fatal: true });
	let seen = 0;
	const attempt = (decode: () => string, bytes: number): Decoded => {
		try {
			const text = decode();
			seen += bytes;
			return { text };
		} catch {
			return { text: '', badByteAt: seen };
		}
	};
	return {
		decode: (chunk) => attempt(() => decoder.decode(chunk, { stream: true }), chunk.length),
		end: () => attempt(() => decoder.decode(), 0),
	};
}

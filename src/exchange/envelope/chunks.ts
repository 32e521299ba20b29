/**
 * Attachments in chunks of 1 MiB, each sealed by itself under a key that goes in the message. Number and whether it is the last are
 * bound into nonce and tag (STREAM, Hoang et al. 2015), so that chunks cannot be cut off, exchanged or repeated.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

export const CHUNK_BYTES = 1024 ** 2;
const TAG_BYTES = 16;
/** Chunks of an attachment of 2 GiB. */
const MOST_CHUNKS = 2_048;

export const chunksOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / CHUNK_BYTES));

const isChunkNumber = (number: number): boolean =>
	Number.isInteger(number) && number >= 0 && number < MOST_CHUNKS;

/** Twelve bytes: seven zeros, the number, and one that says whether it is the last. */
function nonceOf(number: number, isLast: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeUInt32BE(number, 7);
	nonce[11] = isLast ? 1 : 0;
	return nonce;
}

/**
 * @param key 32 bytes, of this attachment alone. A chunk is sealed once: other bytes with the same key and number would reveal both.
 * @param number from 0. @throws RangeError on a chunk that no attachment has.
 */
export function sealChunk(key: Uint8Array, number: number, isLast: boolean, chunk: Uint8Array): Uint8Array {
	if (!isChunkNumber(number) || chunk.length > CHUNK_BYTES || (!isLast && chunk.length < CHUNK_BYTES))
		throw new RangeError('no such chunk');
	const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
	return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

/** @returns undefined where it is not that chunk of that attachment. All but the last are whole. */
export function openChunk(
	key: Uint8Array,
	number: number,
	isLast: boolean,
	sealed: Uint8Array,
): Buffer | undefined {
	const bytes = sealed.length - TAG_BYTES;
	if (!isChunkNumber(number) || bytes < 0 || bytes > CHUNK_BYTES || (!isLast && bytes < CHUNK_BYTES))
		return undefined;
	const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast));
	decipher.setAuthTag(sealed.subarray(bytes));
	try {
		return Buffer.concat([decipher.update(sealed.subarray(0, bytes)), decipher.final()]);
	} catch {
		return undefined;
	}
}

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

/** Twelve bytes: seven zeros, the number, and one that says whether it is the last. A key is used for one attachment. */
function nonceOf(number: number, isLast: boolean): Buffer {
	if (!Number.isInteger(number) || number < 0 || number >= MOST_CHUNKS) throw new RangeError('no such chunk');
	const nonce = Buffer.alloc(12);
	nonce.writeUInt32BE(number, 7);
	nonce[11] = isLast ? 1 : 0;
	return nonce;
}

/** @param key 32 bytes, of this attachment alone. */
export function sealChunk(key: Uint8Array, number: number, isLast: boolean, chunk: Uint8Array): Uint8Array {
	const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
	return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

/** @returns undefined where it is not that chunk of that attachment. */
export function openChunk(
	key: Uint8Array,
	number: number,
	isLast: boolean,
	sealed: Uint8Array,
): Uint8Array | undefined {
	if (sealed.length < TAG_BYTES || sealed.length > CHUNK_BYTES + TAG_BYTES) return undefined;
	const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast));
	decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
	try {
		return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
	} catch {
		return undefined;
	}
}

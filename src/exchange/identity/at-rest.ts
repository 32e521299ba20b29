/**
 * Seals what lies in the database for this node alone: AES-256-GCM, a random nonce of 96 bits before the ciphertext, the tag behind.
 * The key is not in the database; with it gone, everything that it sealed is gone.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type AtRest = {
	seal(bytes: Uint8Array): Uint8Array;
	/** @returns undefined where it was not sealed with this key, or was changed. */
	open(sealed: Uint8Array): Uint8Array | undefined;
};

/** @param key 32 bytes. @param randomBytes good enough for keys. */
export function openAtRest(key: Uint8Array, randomBytes: (count: number) => Uint8Array): AtRest {
	if (key.length !== 32) throw new RangeError('a key has 32 bytes');
	return {
		seal: (bytes) => {
			const nonce = randomBytes(NONCE_BYTES);
			const cipher = createCipheriv('aes-256-gcm', key, nonce);
			return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
		},
		open: (sealed) => {
			if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
			const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
			decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
			try {
				return Buffer.concat([
					decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
					decipher.final(),
				]);
			} catch {
				return undefined;
			}
		},
	};
}

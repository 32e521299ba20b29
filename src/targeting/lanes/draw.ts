/**
 * Chance that anybody can check: a number from the identity of a document and the secret of the node. Pure.
 * Invariant: the same document draws the same number over all its versions, so sending it again changes nothing, and
 * nobody without the secret can tell the number before. HMAC-SHA-256 (RFC 2104, FIPS 180-4).
 */
import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;
/** An identity is a key of 36 characters. */
const MOST_BYTES = 64;

export type Draw = {
	/** In [0, 1): drawn at random where it is below the share. First 48 bits of the code. */
	readonly chance: number;
	/** In [0, 1): decides between records that nothing else tells apart. Next 48 bits, so it says nothing of the first. */
	readonly tie: number;
};

export type Drawing = (identity: string) => Draw;

/**
 * @param secret key of the node.
 * @returns what a document draws, by its identity (`documentKey`).
 */
export function openDrawing(secret: Uint8Array): Drawing {
	const key = Buffer.alloc(BLOCK_BYTES);
	key.set(secret.length > BLOCK_BYTES ? hash('sha256', secret, 'buffer') : secret);
	// The identity stands behind the block of the key, the first code behind that of the outer one.
	const inner = Buffer.alloc(BLOCK_BYTES + MOST_BYTES);
	const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES);
	for (const [at, byte] of key.entries()) {
		inner[at] = byte ^ 0x36;
		outer[at] = byte ^ 0x5c;
	}
	return (identity) => {
		const bytes = inner.write(identity, BLOCK_BYTES, 'utf8');
		outer.set(hash('sha256', inner.subarray(0, BLOCK_BYTES + bytes), 'buffer'), BLOCK_BYTES);
		const code = hash('sha256', outer, 'buffer');
		return { chance: code.readUIntBE(0, 6) / 2 ** 48, tie: code.readUIntBE(6, 6) / 2 ** 48 };
	};
}

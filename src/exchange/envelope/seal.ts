/**
 * Sealing to one receiver: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. What is said in the
 * open beside the ciphertext is bound in twice: as `info` into the keys and as additional data into the tag.
 */
import type { webcrypto } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';

const suite = new CipherSuite({
	kem: new DhkemX25519HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm(),
});

export type Sealed = { readonly encapsulated: Uint8Array; readonly ciphertext: Uint8Array };

/** Exactly the bytes of a view: WebCrypto would otherwise see the whole buffer behind it. */
const bytesOf = (view: Uint8Array): ArrayBuffer => Uint8Array.from(view).buffer;

/** An X25519 public key from its 32 bytes. */
export const sealingPublicKey = (raw: Uint8Array): Promise<webcrypto.CryptoKey> =>
	suite.kem.deserializePublicKey(bytesOf(raw));

/** A key pair from 32 secret bytes (RFC 9180, DeriveKeyPair). */
export const sealingKeyPair = (seed: Uint8Array): Promise<webcrypto.CryptoKeyPair> =>
	suite.kem.deriveKeyPair(bytesOf(seed));

export const rawSealingKey = async (key: webcrypto.CryptoKey): Promise<Uint8Array> =>
	new Uint8Array(await suite.kem.serializePublicKey(key));

/** @param ephemeralSeed for test vectors alone: the same seed gives the same ciphertext. */
export async function seal(
	to: webcrypto.CryptoKey,
	open: Uint8Array,
	plaintext: Uint8Array,
	ephemeralSeed?: Uint8Array,
): Promise<Sealed> {
	const context = await suite.createSenderContext({
		recipientPublicKey: to,
		info: bytesOf(open),
		...(ephemeralSeed === undefined ? {} : { ekm: bytesOf(ephemeralSeed) }),
	});
	const ciphertext = await context.seal(bytesOf(plaintext), bytesOf(open));
	return { encapsulated: new Uint8Array(context.enc), ciphertext: new Uint8Array(ciphertext) };
}

/** @returns undefined where it was not sealed to this key with these open bytes. Never throws on what came in. */
export async function unseal(
	key: webcrypto.CryptoKeyPair,
	open: Uint8Array,
	{ encapsulated, ciphertext }: Sealed,
): Promise<Uint8Array | undefined> {
	try {
		const context = await suite.createRecipientContext({
			recipientKey: key.privateKey,
			enc: bytesOf(encapsulated),
			info: bytesOf(open),
		});
		return new Uint8Array(await context.open(bytesOf(ciphertext), bytesOf(open)));
	} catch {
		return undefined;
	}
}

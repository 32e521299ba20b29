/**
 * The keys of a node from their seeds: Ed25519 for signing and for the ledger, another Ed25519 for cosigning, X25519 for sealing,
 * and the certificate for TLS. A seed is 32 secret bytes; what is derived from it is always the same.
 */
import { hkdfSync, type KeyObject, type webcrypto } from 'node:crypto';
import { type NoteSigner, signerOf } from '../../ledger/note/signed-note.ts';
import { rawSealingKey, sealingKeyPair } from '../envelope/seal.ts';
import { keyIdOf } from './card.ts';
import { certificateHash, certificatePem, ed25519FromSeed, selfSigned } from './certificate.ts';

/** How a key is kept: the public half open, the seed sealed. */
export type KeySeed = {
	readonly use: 'signing' | 'sealing' | 'certificate';
	/** SHA-256 of the public half, hexadecimal. */
	readonly id: string;
	/** 32 bytes; the certificate in DER. */
	readonly publicKey: Uint8Array;
	readonly seed: Uint8Array;
};

/** What a node works with at one time. */
export type KeySet = {
	readonly signing: { readonly id: string; readonly signer: NoteSigner };
	readonly cosigner: NoteSigner;
	readonly sealing: { readonly id: string; readonly publicKey: Uint8Array };
	readonly certificate: { readonly hash: string; readonly pem: string; readonly key: KeyObject };
};

const SEED_BYTES = 32;
const SERIAL_BYTES = 16;
const DAY_MS = 86_400_000;
/** Partners pin a certificate by its hash until the keys are changed, so its end is only for programs that insist on one. */
const CERTIFICATE_DAYS = 3_650;

/** New keys. @param randomBytes good enough for keys. */
export async function makeKeys(
	name: string,
	randomBytes: (count: number) => Uint8Array,
	nowMs: number,
): Promise<readonly KeySeed[]> {
	const signing = randomBytes(SEED_BYTES);
	const sealing = randomBytes(SEED_BYTES);
	const tls = randomBytes(SEED_BYTES);
	const signingKey = signerOf(name, 'ed25519', signing).publicKey;
	const sealingKey = await rawSealingKey((await sealingKeyPair(sealing)).publicKey);
	const certificate = selfSigned(name, ed25519FromSeed(tls), {
		serial: randomBytes(SERIAL_BYTES),
		// A day early, for partners whose clocks are behind.
		notBefore: new Date(nowMs - DAY_MS),
		notAfter: new Date(nowMs + CERTIFICATE_DAYS * DAY_MS),
	});
	return [
		{ use: 'signing', id: keyIdOf(signingKey), publicKey: signingKey, seed: signing },
		{ use: 'sealing', id: keyIdOf(sealingKey), publicKey: sealingKey, seed: sealing },
		{ use: 'certificate', id: certificateHash(certificate), publicKey: certificate, seed: tls },
	];
}

/** @throws Error where one of the three is missing: then the store is not whole. */
export function keySetOf(name: string, keys: readonly KeySeed[]): KeySet {
	const of = (use: KeySeed['use']): KeySeed => {
		const found = keys.find((key) => key.use === use);
		if (found === undefined) throw new Error(`the node has no ${use} key`);
		return found;
	};
	const signing = of('signing');
	const sealing = of('sealing');
	const certificate = of('certificate');
	return {
		signing: { id: signing.id, signer: signerOf(name, 'ed25519', signing.seed) },
		cosigner: cosignerOf(name, signing.seed),
		sealing: { id: sealing.id, publicKey: sealing.publicKey },
		certificate: {
			hash: certificate.id,
			pem: certificatePem(certificate.publicKey),
			key: ed25519FromSeed(certificate.seed),
		},
	};
}

/** A key that signs notes is of one type only (C2SP signed-note), so cosigning has its own, from the seed of the other. */
function cosignerOf(name: string, signingSeed: Uint8Array): NoteSigner {
	const seed = new Uint8Array(hkdfSync('sha256', signingSeed, '', 'tidewaiter-cosigner-1', SEED_BYTES));
	return signerOf(name, 'cosignature', seed);
}

/** X25519 from its seed (RFC 9180, DeriveKeyPair). */
export const openSealingKey = (seed: Uint8Array): Promise<webcrypto.CryptoKeyPair> => sealingKeyPair(seed);

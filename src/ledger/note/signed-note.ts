/**
 * Signed notes (C2SP signed-note): text and lines of signatures. A note is hostile until a known key has verified; keys are
 * pinned by the caller. Ed25519 (type 0x01) for the owner of a log, timestamped Ed25519 (type 0x04) for cosigners.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What the byte before the public key says; part of the key's identifier. */
export const SIGNATURE_TYPE = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPE;

/** The public half of a key that signs notes. */
export type NoteVerifier = {
	readonly name: string;
	readonly type: SignatureType;
	/** 32 bytes, RFC 8032. */
	readonly publicKey: Uint8Array;
};

export type NoteSigner = NoteVerifier & { readonly privateKey: KeyObject };

export type SignatureLine = {
	readonly name: string;
	/** First four bytes of SHA-256 of name, line feed, type and key. */
	readonly keyId: Uint8Array;
	readonly signature: Uint8Array;
};

export type SignedNote = { readonly text: string; readonly signatures: readonly SignatureLine[] };

const MOST_CHARACTERS = 1_000_000;
export const MOST_SIGNATURES = 100;
const NAME = /^[^\s+]{1,255}$/u;
const LINE = /^\u2014 ([^\s+]{1,255}) ([A-Za-z0-9+/]{8,10000}={0,2})$/u;
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** DER before the 32 bytes of an Ed25519 public key (RFC 8410), and of a private one. */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param seed 32 bytes, RFC 8032. */
export function signerOf(name: string, type: SignatureType, seed: Uint8Array): NoteSigner {
	if (!NAME.test(name)) throw new RangeError('a key name has no spaces and no plus sign');
	const privateKey = createPrivateKey({
		key: Buffer.concat([PRIVATE_PREFIX, seed]),
		format: 'der',
		type: 'pkcs8',
	});
	const exported = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
	return { name, type, publicKey: exported.subarray(PUBLIC_PREFIX.length), privateKey };
}

export function keyIdOf({ name, type, publicKey }: NoteVerifier): Uint8Array {
	return createHash('sha256')
		.update(`${name}\n`)
		.update(Uint8Array.of(SIGNATURE_TYPE[type]))
		.update(publicKey)
		.digest()
		.subarray(0, 4);
}

/** A verifier as text: `name+keyid+base64`, as partners exchange it and people compare it. */
export function formatVerifier(verifier: NoteVerifier): string {
	const key = Buffer.concat([Uint8Array.of(SIGNATURE_TYPE[verifier.type]), verifier.publicKey]);
	return `${verifier.name}+${Buffer.from(keyIdOf(verifier)).toString('hex')}+${key.toString('base64')}`;
}

/** @returns undefined where the text is not a verifier, or its identifier is not that of its key. */
export function parseVerifier(text: string): NoteVerifier | undefined {
	const match = /^([^\s+]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text);
	const [, name, id, encoded] = match ?? [];
	if (name === undefined || id === undefined || encoded === undefined) return undefined;
	const key = Buffer.from(encoded, 'base64');
	const type = key[0] === SIGNATURE_TYPE.ed25519 ? 'ed25519' : 'cosignature';
	if (key.length !== 33 || key[0] !== SIGNATURE_TYPE[type]) return undefined;
	const verifier = { name, type, publicKey: key.subarray(1) } as const;
	return Buffer.from(keyIdOf(verifier)).toString('hex') === id ? verifier : undefined;
}

/** Ed25519 signature of any bytes, 64 bytes. */
export const signBytes = (signer: NoteSigner, message: Uint8Array): Uint8Array =>
	sign(null, message, signer.privateKey);

export function verifyBytes(verifier: NoteVerifier, message: Uint8Array, signature: Uint8Array): boolean {
	if (signature.length !== 64 || verifier.publicKey.length !== 32) return false;
	const key = createPublicKey({
		key: Buffer.concat([PUBLIC_PREFIX, verifier.publicKey]),
		format: 'der',
		type: 'spki',
	});
	return verify(null, message, key, signature);
}

/** The line with which the owner of a log signs a note. */
export const signNote = (text: string, signer: NoteSigner): SignatureLine => ({
	name: signer.name,
	keyId: keyIdOf(signer),
	signature: signBytes(signer, Buffer.from(text, 'utf8')),
});

/** Signatures of this key in a note. */
export function linesOf(note: SignedNote, verifier: NoteVerifier): SignatureLine[] {
	const id = keyIdOf(verifier);
	return note.signatures.filter(
		(line) => line.name === verifier.name && Buffer.compare(line.keyId, id) === 0,
	);
}

/** Has this key signed the note as it stands? One line that does not verify makes it false. */
export function isSignedBy(note: SignedNote, verifier: NoteVerifier): boolean {
	const lines = linesOf(note, verifier);
	const message = Buffer.from(note.text, 'utf8');
	return lines.length > 0 && lines.every((line) => verifyBytes(verifier, message, line.signature));
}

export function formatNote({ text, signatures }: SignedNote): string {
	const lines = signatures.map(
		(line) => `\u2014 ${line.name} ${Buffer.concat([line.keyId, line.signature]).toString('base64')}\n`,
	);
	return `${text}\n${lines.join('')}`;
}

/** @returns undefined where it is not a note: no final line feed, no signature, control characters, too long. */
export function parseNote(note: string): SignedNote | undefined {
	if (note.length > MOST_CHARACTERS || CONTROL.test(note) || !note.endsWith('\n')) return undefined;
	const split = note.lastIndexOf('\n\n');
	if (split < 0) return undefined;
	const lines = note.slice(split + 2, -1).split('\n');
	if (lines.length > MOST_SIGNATURES) return undefined;
	const signatures: SignatureLine[] = [];
	for (const line of lines) {
		const [, name, encoded] = LINE.exec(line) ?? [];
		if (name === undefined || encoded === undefined) return undefined;
		const bytes = Buffer.from(encoded, 'base64');
		if (bytes.length < 5 || bytes.toString('base64') !== encoded) return undefined;
		signatures.push({ name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) });
	}
	return { text: note.slice(0, split + 1), signatures };
}

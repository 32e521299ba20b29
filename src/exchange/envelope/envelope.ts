/**
 * Envelopes: a header and a body in, a signed and sealed envelope out, and back. Everything that came from outside is read within
 * bounds, and each thing that is wrong with it has its own code; nothing here throws on input.
 * Whether it is a repetition, in order and covered is asked by delivery, who knows what came before.
 */
import { hash, type webcrypto } from 'node:crypto';
import { TidewaiterError } from '../../../contract/errors.ts';
import {
	type Envelope,
	type EnvelopeHeader,
	envelope as envelopeSchema,
	type RefusalCode,
} from '../../../contract/exchange/envelope.ts';
import { type MessageBody, messageBody } from '../../../contract/exchange/message.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { pad, unpad } from './padding.ts';
import { seal, unseal } from './seal.ts';

/** Envelope as bytes: more is refused before it is parsed. Large things go as attachments. */
export const MOST_ENVELOPE_BYTES = 90 * 1024 ** 2;
/** Body as canonical JSON: what fits into the ciphertext that the contract allows, padded and in base64. */
export const MOST_BODY_BYTES = 42 * 1024 ** 2;
/** Lists and members within each other in a body; messages need nine. More would exhaust the stack of whoever walks it. */
const MOST_DEPTH = 64;
/** Clocks of two nodes may differ by so much. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/** What the signature is over. */
function signedBytes(header: EnvelopeHeader, encapsulated: string, ciphertext: string): Uint8Array {
	const digest = hash('sha256', canonicalJson({ ciphertext, encapsulated, header }), 'hex');
	return Buffer.from(`tidewaiter-envelope-1\n${digest}`, 'utf8');
}

/**
 * @param sign by the sender's signing key, whose identifier is in the header. @param receiver the key that the header names.
 * @param ephemeralSeed for test vectors alone.
 * @throws TidewaiterError `too-large`; TypeError on what canonical JSON does not have.
 */
export async function sealEnvelope(
	header: EnvelopeHeader,
	body: MessageBody,
	sign: (message: Uint8Array) => Uint8Array,
	receiver: webcrypto.CryptoKey,
	ephemeralSeed?: Uint8Array,
): Promise<Envelope> {
	const open = Buffer.from(canonicalJson(header), 'utf8');
	const plain = Buffer.from(canonicalJson(body), 'utf8');
	if (plain.length > MOST_BODY_BYTES)
		throw new TidewaiterError('too-large', `A message has at most ${MOST_BODY_BYTES} bytes.`, {
			remedy: 'Send large things as attachments.',
		});
	const sealed = await seal(receiver, open, pad(plain), ephemeralSeed);
	const encapsulated = Buffer.from(sealed.encapsulated).toString('base64');
	const ciphertext = Buffer.from(sealed.ciphertext).toString('base64');
	const signature = Buffer.from(sign(signedBytes(header, encapsulated, ciphertext))).toString('base64');
	return { header, encapsulated, ciphertext, signature };
}

export const formatEnvelope = (envelope: Envelope): Buffer => Buffer.from(canonicalJson(envelope), 'utf8');

/** SHA-256 of an envelope's bytes: what a receipt speaks of. */
export const envelopeHash = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

export type Refused = { readonly code: RefusalCode; readonly reason: string };

/** Reads bytes as an envelope. Only the one form in which it is written is taken, so that one envelope has one hash. */
export function readEnvelope(bytes: Uint8Array): Envelope | Refused {
	if (bytes.length > MOST_ENVELOPE_BYTES)
		return { code: 'too-large', reason: `An envelope has at most ${MOST_ENVELOPE_BYTES} bytes.` };
	const text = Buffer.from(bytes).toString('utf8');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { code: 'unreadable', reason: 'This is not JSON.' };
	}
	const read = envelopeSchema.safeParse(value);
	if (!read.success) {
		const [issue] = read.error.issues;
		return {
			code: 'unreadable',
			reason: `This is not an envelope: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
		};
	}
	// Bytes, not text: what is no UTF-8 would be read as something else.
	if (!formatEnvelope(read.data).equals(bytes))
		return { code: 'unreadable', reason: 'An envelope is canonical JSON, and this is not.' };
	return read.data;
}

export type OpeningKeys = {
	/** This node's name. */
	readonly name: string;
	/** The partner's signing key with that identifier, if it may be believed. */
	readonly partnerKey: (
		name: string,
		keyId: string,
	) => Promise<{ key: Uint8Array; state: 'current' | 'former' | 'revoked' } | undefined>;
	readonly isPartner: (name: string) => Promise<boolean>;
	readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
	readonly sealingKey: (id: string) => Promise<webcrypto.CryptoKeyPair | undefined>;
};

/** Is it from whom it says, to us, of now? The order matters: a stranger learns nothing but that he is one. */
export async function checkEnvelope(
	envelope: Envelope,
	keys: OpeningKeys,
	nowMs: number,
): Promise<Refused | undefined> {
	const { header } = envelope;
	if (!(await keys.isPartner(header.from)))
		return { code: 'unknown-sender', reason: 'This node does not know the sender.' };
	const signer = await keys.partnerKey(header.from, header.signingKey);
	if (signer === undefined)
		return { code: 'wrong-key', reason: 'The sender is not known to sign with this key.' };
	if (signer.state === 'revoked')
		return { code: 'revoked-key', reason: 'The key that signed this has been revoked.' };
	const signed = signedBytes(header, envelope.encapsulated, envelope.ciphertext);
	if (!keys.verify(signer.key, signed, Buffer.from(envelope.signature, 'base64')))
		return { code: 'bad-signature', reason: 'The signature is not over this envelope.' };
	if (header.to !== keys.name)
		return { code: 'wrong-receiver', reason: `This is for ${header.to}, and here is ${keys.name}.` };
	if (Date.parse(header.sentAt) > nowMs + CLOCK_SKEW_MS)
		return {
			code: 'from-the-future',
			reason: `It says it was sent at ${header.sentAt}. Compare the clocks.`,
		};
	if (Date.parse(header.expiresAt) <= nowMs)
		return { code: 'expired', reason: `It was to be delivered before ${header.expiresAt}.` };
	return undefined;
}

/** Opens the body of an envelope that was checked. */
export async function openBody(
	{ header, encapsulated, ciphertext }: Envelope,
	keys: Pick<OpeningKeys, 'sealingKey'>,
): Promise<MessageBody | Refused> {
	const key = await keys.sealingKey(header.sealingKey);
	if (key === undefined)
		return { code: 'wrong-key', reason: 'It is sealed to a key that this node does not have.' };
	const padded = await unseal(key, Buffer.from(canonicalJson(header), 'utf8'), {
		encapsulated: Buffer.from(encapsulated, 'base64'),
		ciphertext: Buffer.from(ciphertext, 'base64'),
	});
	const plain = padded === undefined ? undefined : unpad(padded);
	if (plain === undefined)
		return { code: 'bad-seal', reason: 'The seal does not open, or is not over this header.' };
	const value = readCanonical(plain);
	if (value === undefined)
		return { code: 'unreadable', reason: 'The body is not canonical JSON, or too deep.' };
	const body = messageBody.safeParse(value);
	if (!body.success) {
		const [issue] = body.error.issues;
		return {
			code: 'unreadable',
			reason: `The body is not a message: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
		};
	}
	if (body.data.kind !== header.kind)
		return { code: 'unreadable', reason: `The header says ${header.kind}, the body ${body.data.kind}.` };
	return body.data;
}

/** @returns undefined where bytes are not JSON in its one form. A value that is JSON is never undefined. */
function readCanonical(bytes: Uint8Array): unknown {
	try {
		const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
		return isShallow(value) && Buffer.from(canonicalJson(value), 'utf8').equals(bytes) ? value : undefined;
	} catch {
		// Not JSON, or a number or half of a surrogate pair that cannot be signed.
		return undefined;
	}
}

/** Level by level, so that depth costs no stack. */
function isShallow(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MOST_DEPTH) return false;
		level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
	}
	return true;
}

/**
 * What goes over the wire: a header that says how to handle a message, and the sealed message. The header is bound into seal
 * and signature: whoever changes one letter of it changes nothing but that it is refused.
 */
import { z } from 'zod';
import { agreementId, handlingCode, purposeName } from './agreement.ts';
import { messageId, messageKind } from './message.ts';
import { base64, nodeName, sha256Hex, signature64 } from './node-card.ts';

export const envelopeHeader = z.strictObject({
	format: z.literal('tidewaiter-envelope'),
	formatVersion: z.literal(1),
	id: messageId,
	/** The message that this one answers or is about. */
	correlation: messageId.nullable(),
	kind: messageKind,
	from: nodeName,
	to: nodeName,
	/** SHA-256 of the keys that sign and open it. */
	signingKey: sha256Hex,
	sealingKey: sha256Hex,
	/** Null for `control` only, of which an agreement may not exist yet. */
	agreement: agreementId.nullable(),
	agreementVersion: z.number().int().min(1).nullable(),
	purpose: purposeName.nullable(),
	handling: handlingCode,
	/** Counts up for each message from this sender to this receiver, from 1, without gaps. */
	sequence: z.number().int().min(1),
	sentAt: z.iso.datetime(),
	expiresAt: z.iso.datetime(),
	/** Must be answered by then; null where no answer is due. */
	dueAt: z.iso.datetime().nullable(),
});

export const envelope = z.strictObject({
	header: envelopeHeader,
	/** HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM: encapsulated key and ciphertext. */
	encapsulated: base64.max(64),
	ciphertext: base64.max(64 * 1024 ** 2),
	/** Ed25519 over `tidewaiter-envelope-1`, line feed, and SHA-256 of canonical header, encapsulated key and ciphertext. */
	signature: signature64,
});

/** Why an envelope was refused; each is told to the sender in a signed receipt, where the sender is known. */
export const refusalCodes = [
	'unreadable',
	'unknown-sender',
	'wrong-receiver',
	'wrong-key',
	'revoked-key',
	'bad-signature',
	'bad-seal',
	'replayed',
	'out-of-order',
	'expired',
	'from-the-future',
	'no-agreement',
	'agreement-not-in-force',
	'not-covered',
	'purpose-not-covered',
	'handling-not-covered',
	'budget-exceeded',
	'too-large',
	'not-minimised',
	'stopped',
] as const;
export const refusalCode = z.enum(refusalCodes);

/** Signed by the receiver. `delivered` answers the delivery itself; the others come later. */
export const receipt = z.strictObject({
	format: z.literal('tidewaiter-receipt'),
	formatVersion: z.literal(1),
	message: messageId,
	/** SHA-256 of the envelope as received. */
	envelope: sha256Hex,
	from: nodeName,
	to: nodeName,
	state: z.enum(['delivered', 'refused', 'opened', 'answered', 'deleted']),
	code: refusalCode.nullable(),
	/** In words, for the sender's people. */
	reason: z.string().max(1_000).nullable(),
	/** Highest sequence that the receiver has without a gap; a sender who knows better was rolled back, or the receiver was. */
	received: z.number().int().min(0),
	at: z.iso.datetime(),
	signature: signature64,
});

export type EnvelopeHeader = z.infer<typeof envelopeHeader>;
export type Envelope = z.infer<typeof envelope>;
export type RefusalCode = z.infer<typeof refusalCode>;
export type Receipt = z.infer<typeof receipt>;

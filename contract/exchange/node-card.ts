/**
 * What a node says of itself to a partner: who it is, where it is reached, and its public keys. Partners compare the
 * fingerprint by another way (phone, in person) before they trust it; nothing is trusted because it came first.
 */
import { z } from 'zod';

/** Name of a node in the federation, like a domain: `customs.example`. Identifiers of nodes are such names. */
export const nodeName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/);

export const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
/** 32 and 64 bytes, in the one way to write them: bits that belong to no byte are 0, so that nothing signed has two forms. */
export const key32 = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
export const signature64 = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/);
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const nodeCard = z.strictObject({
	format: z.literal('tidewaiter-node'),
	formatVersion: z.literal(1),
	name: nodeName,
	title: z.string().min(1).max(200),
	agency: z.enum(['customs', 'fiu', 'immigration']),
	country: z.string().regex(/^[A-Z]{2}$/),
	/** Where partners send: `https://host:port`. */
	url: z.url().max(400),
	/** Ed25519 (RFC 8032), raw, base64: signs messages, agreements, receipts and the checkpoints of its own ledger. */
	signingKey: key32,
	/** Ed25519, raw, base64: cosigns the checkpoints of others' ledgers (C2SP, a key is of one type only). */
	cosigningKey: key32,
	/** X25519 (RFC 7748), raw, base64: messages are sealed to it. */
	sealingKey: key32,
	/** SHA-256 of the X.509 certificate (DER) that the node shows in mutual TLS. */
	certificate: sha256Hex,
	/** Counts up when keys change; a lower one than a partner knows is refused. */
	number: z.number().int().min(1),
	issuedAt: z.iso.datetime(),
	/** Keys that must not be trusted any more, by SHA-256 of the raw key. */
	revoked: z.array(z.strictObject({ key: sha256Hex, at: z.iso.datetime(), reason: z.string().max(400) })),
	/** By `signingKey`, over the canonical JSON of the card without its signatures. */
	signature: signature64,
	/** By the signing key of the card before, so that a change of keys carries the trust on. Absent in the first. */
	formerSignature: signature64.optional(),
});

export type NodeCard = z.infer<typeof nodeCard>;

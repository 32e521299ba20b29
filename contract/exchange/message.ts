/**
 * Messages between nodes: structured first, free text in addition. What is in a body was minimised by the agreement before it
 * was sealed. The envelope around it is in envelope.ts.
 */
import { z } from 'zod';
import { dateTime, text } from '../records/common.ts';
import { recordKind } from '../records/record.ts';

export const messageKinds = [
	'query',
	'request',
	'reply',
	'spontaneous',
	'alert',
	'hit-notice',
	'supplementary',
	'referral',
	'feedback',
	'consent-request',
	'consent',
	'correction',
	'recall',
	'control',
] as const;
export const messageKind = z.enum(messageKinds);

/** Hours to answer come from the agreement: 8, 72 and 168 in Directive (EU) 2023/977. */
export const urgency = z.enum(['urgent', 'direct', 'normal']);

export const messageId = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Whom or what a message is about, as far as the agreement allows to say. */
export const messageSubject = z.strictObject({
	kind: z.enum([
		'person',
		'organisation',
		'vessel',
		'aircraft',
		'vehicle',
		'equipment',
		'account',
		'document',
	]),
	name: text.optional(),
	born: z.string().max(10).optional(),
	nationalities: z.array(z.string().max(64)).max(10).optional(),
	identifiers: z
		.array(z.strictObject({ scheme: z.string().max(64), value: z.string().max(200) }))
		.max(50)
		.optional(),
	/** Part that it plays: payer, consignee, courier … */
	role: z.string().max(64).optional(),
});

/** A record that is shared: only what the agreement lets through. `masked` names what is there and not said. */
export const sharedRecord = z.strictObject({
	kind: recordKind,
	reference: text,
	record: z.record(z.string(), z.unknown()),
	masked: z.array(z.string().max(200)).max(1_000),
});

/** 4×4 evaluation of source and information. */
export const evaluation = z.strictObject({
	source: z.enum(['A', 'B', 'C', 'X']),
	information: z.enum(['1', '2', '3', '4']),
});

export const attachment = z.strictObject({
	id: z.uuid(),
	name: z.string().min(1).max(200),
	mediaType: z.string().max(100),
	bytes: z
		.number()
		.int()
		.min(0)
		.max(2 * 1024 ** 3),
	sha256,
	/** Chunks of 1 MiB, each sealed by itself with its number and whether it is the last. */
	chunks: z.number().int().min(1).max(2_048),
	/** AES-256-GCM key of its chunks, base64: within the seal only, and never shown. */
	key: z
		.string()
		.regex(/^[A-Za-z0-9+/]{43}=$/)
		.optional(),
});

const common = {
	subjects: z.array(messageSubject).max(100).default([]),
	records: z.array(sharedRecord).max(200).default([]),
	text: z.string().max(20_000).optional(),
	evaluation: evaluation.optional(),
	attachments: z.array(attachment).max(20).default([]),
};

/** A question to which a request is put after a hit in matching; the identifier that hit, revealed by the asker. */
export const messageBody = z.discriminatedUnion('kind', [
	/** Do you know this one? Answered by `reply` with hit or no hit and nothing else. */
	z.strictObject({ kind: z.literal('query'), ...common }),
	z.strictObject({
		kind: z.literal('request'),
		...common,
		/** What is wanted. */
		wanted: z.array(recordKind).max(20).default([]),
		grounds: z.string().min(3).max(4_000),
		urgency,
	}),
	z.strictObject({
		kind: z.literal('reply'),
		...common,
		outcome: z.enum(['hit', 'no-hit', 'full', 'partial', 'refused']),
		/** Why in part or not: `no-information`, `ongoing-investigation`, `source-protection`, `disproportionate`, `not-covered` … */
		ground: z.string().max(400).optional(),
	}),
	z.strictObject({ kind: z.literal('spontaneous'), ...common, grounds: z.string().min(3).max(4_000) }),
	z.strictObject({
		kind: z.literal('alert'),
		...common,
		category: z.string().min(1).max(200),
		action: z.enum(['refuse', 'discreet-check', 'inquiry', 'seize', 'contact']),
		validUntil: dateTime,
	}),
	z.strictObject({
		kind: z.literal('hit-notice'),
		...common,
		/** Message with the alert, or the offer that was matched. */
		on: z.string().max(200),
		seenAt: dateTime,
		place: z.string().max(200).optional(),
	}),
	z.strictObject({ kind: z.literal('supplementary'), ...common }),
	z.strictObject({
		kind: z.literal('referral'),
		...common,
		grounds: z.string().min(3).max(4_000),
		caseReference: z.string().max(200).optional(),
	}),
	/** What came of what was sent: goes back to its sender, and to what selected it. */
	z.strictObject({
		kind: z.literal('feedback'),
		...common,
		on: messageId,
		outcome: z.enum(['useful', 'partly-useful', 'not-useful', 'nothing-found', 'irregularity', 'offence']),
		recovered: z.strictObject({ amount: z.string().max(40), currency: z.string().length(3) }).optional(),
	}),
	z.strictObject({
		kind: z.literal('consent-request'),
		...common,
		on: messageId,
		/** To use it for another purpose, or to pass it on. */
		purpose: z.string().max(64).optional(),
		passTo: z.string().max(100).optional(),
		grounds: z.string().min(3).max(4_000),
	}),
	z.strictObject({
		kind: z.literal('consent'),
		...common,
		on: messageId,
		given: z.boolean(),
		conditions: z.string().max(4_000).optional(),
	}),
	/** Replaces what was sent; reaches everybody to whom it was passed on. */
	z.strictObject({
		kind: z.literal('correction'),
		...common,
		on: messageId,
		reason: z.string().min(3).max(4_000),
	}),
	/** Takes back what was sent: to be deleted, with a receipt that it was. */
	z.strictObject({
		kind: z.literal('recall'),
		...common,
		on: messageId,
		reason: z.string().min(3).max(4_000),
	}),
	/** Of the exchange itself: agreements offered, signed, suspended, ended; offers of matching; checkpoints to cosign. */
	z.strictObject({
		kind: z.literal('control'),
		what: z.enum(['agreement', 'suspend', 'resume', 'end', 'offer', 'card', 'checkpoint']),
		document: z.string().max(20_000_000),
	}),
]);

export type MessageKind = z.infer<typeof messageKind>;
export type Urgency = z.infer<typeof urgency>;
export type MessageSubject = z.infer<typeof messageSubject>;
export type SharedRecord = z.infer<typeof sharedRecord>;
export type Attachment = z.infer<typeof attachment>;
export type MessageBody = z.infer<typeof messageBody>;

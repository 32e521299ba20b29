/**
 * An agreement: what two nodes may share, on what basis, for what purpose. Both sign the same bytes. What it does not name it
 * does not allow; one that names nobody shares with nobody.
 */
import { z } from 'zod';
import { date } from '../records/common.ts';
import { recordKind } from '../records/record.ts';
import { messageKind, urgency } from './message.ts';
import { nodeName, sha256Hex, signature64 } from './node-card.ts';

export const agreementId = z.string().regex(/^[a-z][a-z0-9-]{2,63}$/);

/** Purpose of processing: `customs-control`, `money-laundering`, `terrorist-financing`, `smuggling-of-persons` … */
export const purposeName = z.string().regex(/^[a-z][a-z0-9-]{2,63}$/);

/** Handling codes as in Europol's practice: H0 no restriction but the purpose, H1 not as evidence, H2 ask before use, H3 other. */
export const handlingCode = z.enum(['H0', 'H1', 'H2', 'H3']);

/** 4×4: source A reliable … X untested; information 1 known to be true … 4 cannot be judged. */
export const sourceGrade = z.enum(['A', 'B', 'C', 'X']);
export const informationGrade = z.enum(['1', '2', '3', '4']);

/** Path into a record: `parties.name`, `items.hsCode`; `*` for everything below. Numbers of lists are left out. */
export const fieldPath = z.string().regex(/^[a-zA-Z*][a-zA-Z0-9*]*(\.[a-zA-Z*][a-zA-Z0-9*]*){0,9}$/);

/** Identifiers that may be matched without revealing them. */
export const matchable = z.enum([
	'document',
	'container',
	'account',
	'plate',
	'phone',
	'email',
	'vessel',
	'person',
	'organisation',
]);

/** What may be said of the subjects of a message, besides their kind. */
export const subjectField = z.enum(['name', 'born', 'nationalities', 'identifiers', 'role']);

/** What one side may send to the other. */
export const grant = z.strictObject({
	from: nodeName,
	to: nodeName,
	messages: z.array(messageKind).max(20),
	records: z
		.array(
			z.strictObject({
				kind: recordKind,
				/** Sent as they are. */
				allowed: z.array(fieldPath).max(400),
				/** Sent as the fact that there is a value. */
				masked: z.array(fieldPath).max(400),
				/** Never sent, also where a wider path allows them. */
				forbidden: z.array(fieldPath).max(400),
			}),
		)
		.max(20),
	matching: z.array(matchable).max(20),
	/** Left out: of whom or what a message speaks may not be said. */
	subjects: z.array(subjectField).max(5).optional(),
});

export const agreementBody = z.strictObject({
	format: z.literal('tidewaiter-agreement'),
	formatVersion: z.literal(1),
	id: agreementId,
	version: z.number().int().min(1),
	title: z.string().min(3).max(200),
	parties: z.array(nodeName).max(2),
	legalBasis: z.string().min(3).max(2_000),
	purposes: z.array(purposeName).max(50),
	grants: z.array(grant).max(10),
	/** Strictest code that may be set; without a code a message has the first. */
	handling: z.strictObject({ least: handlingCode, allowed: z.array(handlingCode).min(1).max(4) }),
	/** True where sender must grade source and information (4×4). */
	evaluation: z.boolean(),
	/** Days for which the receiver may keep what it is sent. */
	retentionDays: z.number().int().min(1).max(3_650),
	onward: z.enum(['never', 'with-consent', 'allowed']),
	/** Hours within which a request is to be answered: Directive (EU) 2023/977, article 5: 8 hours, 3 days, 7 days. */
	responseHours: z.record(urgency, z.number().int().min(1).max(8_760)),
	budget: z.strictObject({
		/** Questions of matching, and messages, that one side may put in a day. */
		questionsPerDay: z.number().int().min(0).max(10_000_000),
		messagesPerDay: z.number().int().min(0).max(10_000_000),
		/** Bulk intersections in a month. */
		intersectionsPerMonth: z.number().int().min(0).max(1_000),
	}),
	startsOn: date,
	reviewOn: date,
	endsOn: date,
});

export const agreementSignature = z.strictObject({
	node: nodeName,
	/** SHA-256 of the signing key. */
	key: sha256Hex,
	signedAt: z.iso.datetime(),
	/** Ed25519 over `tidewaiter-agreement-1`, line feed, time, line feed, SHA-256 of the canonical body in hexadecimal. */
	signature: signature64,
});

/** As it is exchanged and kept: the body and who has signed it. */
export const agreementDocument = z.strictObject({
	body: agreementBody,
	signatures: z.array(agreementSignature).max(2),
});

/** Draft: here only. Offered: signed by one side. Signed: by both. Suspended: by either. Ended: by either, or by its day. */
export const agreementState = z.enum(['draft', 'offered', 'signed', 'suspended', 'ended']);

export type Matchable = z.infer<typeof matchable>;
export type SubjectField = z.infer<typeof subjectField>;
export type Grant = z.infer<typeof grant>;
export type AgreementBody = z.infer<typeof agreementBody>;
export type AgreementSignature = z.infer<typeof agreementSignature>;
export type AgreementDocument = z.infer<typeof agreementDocument>;
export type AgreementState = z.infer<typeof agreementState>;
export type HandlingCode = z.infer<typeof handlingCode>;

/**
 * Requests of data subjects: what they ask, what was found for them, how it was decided, what was done to records.
 */
import { z } from 'zod';
import { groundId, requestKind, requestLaw } from './data-protection-law.ts';
import { recordKind } from './records/record.ts';
import { instant, recordId, recordSummary } from './views.ts';
import { evidence, mentionKey } from './views-screening.ts';

export const requestState = z.enum(['open', 'decided', 'closed']);

/** What is to be done next, from left to right. */
export const requestStep = z.enum(['identify', 'find', 'decide', 'answer', 'closed']);

/** Why something is not told, by category: what the answer says instead. */
export const withheldCategory = z.enum([
	/** Suspicion reports, always. */
	'suspicion-report',
	/** Alerts that ask for a discreet check or an inquiry, always. */
	'discreet-alert',
	/** What the officer holds back, with the ground. */
	'investigation',
	'security',
	'source',
	/** Parts of documents that speak of others, always. */
	'other-person',
]);

/** An officer's word that something is not told. Without records it holds for all hits and judgements. */
export const withhold = z.strictObject({
	category: z.enum(['investigation', 'security', 'source']),
	ground: groundId,
	records: z.array(recordId).max(500).optional(),
});

const name = z.string().trim().min(1).max(300);
const number = z.strictObject({
	scheme: z.string().min(1).max(64).optional(),
	value: z.string().min(2).max(200),
});

/** What is known of the person by the request: what is searched by. */
export const requestedSubject = z.strictObject({
	/** Names in any script; the first is the name, others are former names and writings. */
	names: z.array(name).min(1).max(20),
	born: z
		.string()
		.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'use YYYY-MM-DD, YYYY-MM or YYYY')
		.optional(),
	nationalities: z.array(z.string().min(2).max(64)).max(10).optional(),
	documents: z.array(number).max(20).optional(),
	accounts: z.array(z.string().min(4).max(64)).max(20).optional(),
	plates: z.array(z.string().min(2).max(20)).max(20).optional(),
	phones: z.array(z.string().min(5).max(40)).max(10).optional(),
	emails: z.array(z.string().min(5).max(200)).max(10).optional(),
});

export const requester = z.strictObject({
	name,
	/** Who asks may be another than whom the data are about, with a power to do so. */
	as: z.enum(['self', 'representative', 'parent', 'authority']),
	/** Where the answer goes. */
	contact: z.string().max(400).optional(),
});

/** How it was made sure that the one who asks is the one. */
export const identityCheck = z.strictObject({
	how: z.enum([
		'document-in-person',
		'document-copy',
		'electronic-identity',
		'known-to-us',
		'representative-shown',
	]),
	note: z.string().max(1_000).optional(),
	by: z.string(),
	at: instant,
});

export const requestSummary = z.object({
	id: z.uuid(),
	kind: requestKind,
	law: requestLaw,
	state: requestState,
	step: requestStep,
	/** The name that the request is about. */
	subject: z.string(),
	receivedAt: instant,
	/** Last moment for the answer. */
	dueAt: instant,
	/** Days left until then; negative where it has passed; null where it is closed. */
	daysLeft: z.number().int().nullable(),
	overdue: z.boolean(),
	extended: z.boolean(),
});

export const pickVerdict = z.enum(['this-person', 'somebody-else']);

export const requestPick = z.object({
	what: z.enum(['mention', 'record']),
	object: z.guid(),
	caption: z.string(),
	/** Records in which it stands; null where it is gone since. */
	records: z.number().int().nullable(),
	verdict: pickVerdict,
	sure: z.number(),
	reason: z.string().nullable(),
	by: z.string(),
	at: instant,
});

export const requestDecision = z.object({
	decision: z.enum(['grant', 'partly', 'refuse']),
	ground: groundId.nullable(),
	/** The article of the ground, in the law of the request. */
	article: z.string().nullable(),
	reason: z.string(),
	withhold: z.array(withhold),
	by: z.string(),
	at: instant,
});

/** A restriction of a document, with the newest of its records. */
export const restriction = z.object({
	id: z.uuid(),
	record: recordId.nullable(),
	kind: recordKind,
	reference: z.string(),
	reason: z.string(),
	by: z.string(),
	at: instant,
	liftedAt: instant.nullable(),
	liftedBy: z.string().nullable(),
	liftReason: z.string().nullable(),
});

/** Whom a document was sent to. */
export const recipient = z.object({
	message: z.uuid(),
	partner: z.string(),
	agreement: z.string().nullable(),
	purpose: z.string().nullable(),
	at: instant,
	/** State of the message: delivered, opened, recalled … */
	state: z.string(),
	/** A correction about this message has gone out since. */
	corrected: z.boolean(),
});

export const requestDetail = z.object({
	summary: requestSummary,
	article: z.string(),
	requester,
	subject: requestedSubject,
	/** In the words of the one who asks. */
	wanted: z.string(),
	identity: identityCheck.nullable(),
	extendedBecause: z.string().nullable(),
	picks: z.array(requestPick),
	decision: requestDecision.nullable(),
	restrictions: z.array(restriction),
	answer: z.object({ text: z.string(), by: z.string(), at: instant }).nullable(),
	/** Oldest first, at most 500. */
	history: z.array(
		z.object({
			at: instant,
			what: z.string(),
			by: z.string(),
			record: recordId.nullable(),
			facts: z.record(z.string(), z.union([z.string(), z.number()])),
		}),
	),
	/** When the request itself ends; null while it is open. */
	keepUntil: instant.nullable(),
});

/** How sure it is that somebody found is the person: by what of the two speaks for it. */
export const sureness = z.enum(['certain', 'likely', 'possible']);

export const foundMention = z.object({
	mention: mentionKey,
	kind: z.string(),
	caption: z.string(),
	/** The entity of which it is part; null until it is resolved. */
	entity: z.uuid().nullable(),
	sure: z.number(),
	sureness,
	/** What speaks for it and against it, with both values. */
	why: z.array(evidence),
	content: z.record(z.string(), z.unknown()),
	/** Newest first, at most 50. */
	records: z.array(
		recordSummary.pick({ id: true, kind: true, reference: true, receivedAt: true, caption: true }),
	),
	recordCount: z.number().int(),
	verdict: pickVerdict.nullable(),
});

/** A record that carries a number of the person without naming anybody. */
export const foundRecord = z.object({
	record: recordSummary.pick({ id: true, kind: true, reference: true, receivedAt: true, caption: true }),
	number: z.string(),
	verdict: pickVerdict.nullable(),
});

export const foundSubject = z.object({
	/** The surest first, at most 200. */
	mentions: z.array(foundMention),
	records: z.array(foundRecord),
	/** False where there were more than are shown: ask with more of what is known. */
	complete: z.boolean(),
	/** In words: what was searched by. */
	searchedBy: z.array(z.string()),
});

export type RequestState = z.infer<typeof requestState>;
export type RequestStep = z.infer<typeof requestStep>;
export type WithheldCategory = z.infer<typeof withheldCategory>;
export type Withhold = z.infer<typeof withhold>;
export type RequestedSubject = z.infer<typeof requestedSubject>;
export type Requester = z.infer<typeof requester>;
export type IdentityCheck = z.infer<typeof identityCheck>;
export type RequestSummary = z.infer<typeof requestSummary>;
export type RequestDetail = z.infer<typeof requestDetail>;
export type RequestPick = z.infer<typeof requestPick>;
export type RequestDecision = z.infer<typeof requestDecision>;
export type RestrictionView = z.infer<typeof restriction>;
export type Recipient = z.infer<typeof recipient>;
export type FoundMention = z.infer<typeof foundMention>;
export type FoundRecord = z.infer<typeof foundRecord>;
export type FoundSubject = z.infer<typeof foundSubject>;

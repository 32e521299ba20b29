/**
 * Requests of data subjects: what they ask, on what law, what was found for them, how it was decided. Articles are those of
 * Regulation (EU) 2016/679 (GDPR) and Directive (EU) 2016/680; national law may say more: check with yours.
 */
import { z } from 'zod';
import { recordKind } from './records/record.ts';
import { instant, recordId, recordSummary } from './views.ts';
import { evidence, mentionKey } from './views-screening.ts';

export const requestKind = z.enum(['access', 'correction', 'restriction', 'erasure', 'objection']);

/** On which law the request stands: that of controllers in general, or that of authorities that prevent and prosecute offences. */
export const requestLaw = z.enum(['gdpr', 'police-directive']);

export const requestState = z.enum(['open', 'decided', 'closed']);

/** What is to be done next, from left to right. */
export const requestStep = z.enum(['identify', 'find', 'decide', 'answer', 'closed']);

/** Articles on which each kind of request stands. */
export const requestArticles: {
	readonly [kind in z.infer<typeof requestKind>]: {
		readonly [law in z.infer<typeof requestLaw>]: string;
	};
} = {
	access: { gdpr: 'GDPR art. 15', 'police-directive': 'Directive (EU) 2016/680 art. 14' },
	correction: { gdpr: 'GDPR art. 16', 'police-directive': 'Directive (EU) 2016/680 art. 16(1)' },
	restriction: { gdpr: 'GDPR art. 18', 'police-directive': 'Directive (EU) 2016/680 art. 16(3)' },
	erasure: { gdpr: 'GDPR art. 17', 'police-directive': 'Directive (EU) 2016/680 art. 16(2)' },
	objection: { gdpr: 'GDPR art. 21', 'police-directive': 'national law' },
};

/** Why a request is refused, or part of the answer withheld. */
export const groundId = z.enum([
	'identity-not-shown',
	'manifestly-unfounded',
	'excessive',
	'no-data',
	'investigation',
	'prevention-of-offences',
	'public-security',
	'national-security',
	'rights-of-others',
	'tipping-off',
	'legal-obligation',
	'legal-claims',
	'evidence',
	'accuracy-not-shown',
	'compelling-grounds',
]);

type Ground = {
	readonly title: string;
	/** The article of each law; null where that law has no such ground. */
	readonly articles: { readonly [law in z.infer<typeof requestLaw>]: string | null };
	/** Kinds of request that it may refuse; empty where it only withholds. */
	readonly refuses: readonly z.infer<typeof requestKind>[];
	/** May it keep part of an answer back? */
	readonly withholds: boolean;
};

const every = requestKind.options;

export const grounds: { readonly [id in z.infer<typeof groundId>]: Ground } = {
	'identity-not-shown': {
		title: 'Who asks could not be identified',
		articles: {
			gdpr: 'GDPR art. 11(2), 12(2) and 12(6)',
			'police-directive': 'Directive (EU) 2016/680 art. 12(5)',
		},
		refuses: every,
		withholds: false,
	},
	'manifestly-unfounded': {
		title: 'The request is manifestly unfounded',
		articles: { gdpr: 'GDPR art. 12(5)', 'police-directive': 'Directive (EU) 2016/680 art. 12(4)' },
		refuses: every,
		withholds: false,
	},
	excessive: {
		title: 'The request is excessive, as for its repetition',
		articles: { gdpr: 'GDPR art. 12(5)', 'police-directive': 'Directive (EU) 2016/680 art. 12(4)' },
		refuses: every,
		withholds: false,
	},
	'no-data': {
		title: 'Nothing is held of this person',
		articles: { gdpr: 'GDPR art. 15(1)', 'police-directive': 'Directive (EU) 2016/680 art. 14' },
		refuses: every,
		withholds: false,
	},
	investigation: {
		title: 'An inquiry, investigation or procedure would be obstructed',
		articles: {
			gdpr: 'GDPR art. 23(1)(d), (e) and (h), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(a)',
		},
		refuses: every,
		withholds: true,
	},
	'prevention-of-offences': {
		title: 'Prevention, detection or prosecution of offences would be prejudiced',
		articles: {
			gdpr: 'GDPR art. 23(1)(d), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(b)',
		},
		refuses: every,
		withholds: true,
	},
	'public-security': {
		title: 'Public security',
		articles: {
			gdpr: 'GDPR art. 23(1)(c), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(c)',
		},
		refuses: every,
		withholds: true,
	},
	'national-security': {
		title: 'National security',
		articles: {
			gdpr: 'GDPR art. 23(1)(a), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(d)',
		},
		refuses: every,
		withholds: true,
	},
	'rights-of-others': {
		title: 'Rights and freedoms of others',
		articles: {
			gdpr: 'GDPR art. 15(4) and 23(1)(i)',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(e)',
		},
		refuses: ['access'],
		withholds: true,
	},
	'tipping-off': {
		title: 'Nobody may learn that a suspicion was reported',
		articles: {
			gdpr: 'Directive (EU) 2015/849 art. 39(1) and 41(4), with GDPR art. 23',
			'police-directive': 'Directive (EU) 2015/849 art. 39(1), with Directive (EU) 2016/680 art. 15(1)',
		},
		refuses: ['access'],
		withholds: true,
	},
	'legal-obligation': {
		title: 'The data must be kept by law, or for a task in the public interest',
		articles: { gdpr: 'GDPR art. 17(3)(b)', 'police-directive': 'Directive (EU) 2016/680 art. 8 and 16(2)' },
		refuses: ['erasure'],
		withholds: false,
	},
	'legal-claims': {
		title: 'The data are needed for legal claims',
		articles: { gdpr: 'GDPR art. 17(3)(e), 18(2) and 21(1)', 'police-directive': null },
		refuses: ['erasure', 'restriction', 'objection'],
		withholds: false,
	},
	evidence: {
		title: 'The data must be kept as evidence: they are restricted instead',
		articles: {
			gdpr: 'GDPR art. 17(3)(e) and 18(1)(c)',
			'police-directive': 'Directive (EU) 2016/680 art. 16(3)(b)',
		},
		refuses: ['erasure'],
		withholds: false,
	},
	'accuracy-not-shown': {
		title: 'Whether the data are right could not be found out: they are restricted instead',
		articles: { gdpr: 'GDPR art. 18(1)(a)', 'police-directive': 'Directive (EU) 2016/680 art. 16(3)(a)' },
		refuses: ['correction', 'erasure'],
		withholds: false,
	},
	'compelling-grounds': {
		title: 'Compelling legitimate grounds override the objection',
		articles: { gdpr: 'GDPR art. 21(1)', 'police-directive': null },
		refuses: ['objection'],
		withholds: false,
	},
};

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

export type RequestKind = z.infer<typeof requestKind>;
export type RequestLaw = z.infer<typeof requestLaw>;
export type RequestState = z.infer<typeof requestState>;
export type RequestStep = z.infer<typeof requestStep>;
export type GroundId = z.infer<typeof groundId>;
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

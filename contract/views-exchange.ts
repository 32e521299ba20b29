/** What is answered about exchange: this node's identity, its partners, agreements, messages, matching. */
import { z } from 'zod';
import {
	agreementBody,
	agreementId,
	agreementSignature,
	agreementState,
	matchable,
	purposeName,
} from './exchange/agreement.ts';
import { envelopeHeader, receipt } from './exchange/envelope.ts';
import { attachment, messageBody, messageId, messageKind, urgency } from './exchange/message.ts';
import { nodeCard, nodeName } from './exchange/node-card.ts';
import { instant } from './views.ts';

/** SHA-256 over both public keys and the name, as people compare it: twelve groups of five digits. */
export const fingerprint = z.string().regex(/^\d{5}( \d{5}){11}$/);

export const nodeKey = z.object({
	use: z.enum(['signing', 'sealing', 'certificate']),
	/** SHA-256 of the public key. */
	id: z.string(),
	state: z.enum(['current', 'former', 'revoked']),
	madeAt: instant,
	endedAt: instant.nullable(),
	reason: z.string().nullable(),
});

export const identity = z.object({
	card: nodeCard,
	fingerprint,
	keys: z.array(nodeKey).max(500),
});

export const partner = z.object({
	name: nodeName,
	title: z.string(),
	agency: z.string(),
	country: z.string(),
	url: z.string(),
	fingerprint,
	/** Trusted: compared by a person. Changed: its keys changed with the signature of the former ones. Distrusted: by a person. */
	state: z.enum(['trusted', 'changed', 'distrusted']),
	trustedBy: z.string(),
	trustedAt: instant,
	/** Why it is distrusted; null where nothing was said. */
	reason: z.string().nullable(),
	/** As it is known here now; to be compared again where its keys have changed. */
	card: nodeCard,
	/** When a message or a checkpoint of it came last; null where none did. */
	heardAt: instant.nullable(),
	agreements: z.number().int(),
	/** Messages that wait for it, and since when it has not answered; null where it does. */
	waiting: z.number().int(),
	unreachableSince: instant.nullable(),
	/** Its ledger: the last checkpoint that this node has cosigned; a fork or rollback stops the exchange. */
	ledger: z.object({
		size: z.number().int().nullable(),
		cosignedAt: instant.nullable(),
		problem: z.string().nullable(),
	}),
});

/** A card before it is trusted. */
export const cardCheck = z.object({
	/** Worked out here from the card; to be compared with what the partner reads out. */
	fingerprint,
	/** Why it cannot be trusted, and what can be done; null where only the fingerprint is to be compared. */
	problem: z.object({ sentence: z.string(), remedy: z.string().nullable() }).nullable(),
	/** What this node thinks of a partner of that name; null where it knows none. */
	known: partner.shape.state.nullable(),
	/** The keys that are known have signed this card. False where they have not, or where there are none. */
	carriesOn: z.boolean(),
});

export const agreementSummary = z.object({
	id: agreementId,
	version: z.number().int(),
	title: z.string(),
	partner: nodeName.nullable(),
	state: agreementState,
	purposes: z.array(purposeName),
	startsOn: z.string(),
	reviewOn: z.string(),
	endsOn: z.string(),
	/** Of today, on this side. */
	questionsSpent: z.number().int(),
	questionsOf: z.number().int(),
	changedAt: instant,
	/** Whose move it is: `us`, `them`, or nobody's. */
	waitsFor: z.enum(['us', 'them']).nullable(),
});

export const agreementDetail = z.object({
	summary: agreementSummary,
	body: agreementBody,
	signatures: z.array(agreementSignature),
	/** Cedar policies that it compiles to. */
	policy: z.string(),
	versions: z.array(z.object({ version: z.number().int(), state: agreementState, changedAt: instant })),
	events: z.array(z.object({ at: instant, what: z.string(), by: z.string(), reason: z.string().nullable() })),
	/** What differs from the version before: path, before, after. */
	changes: z.array(
		z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
	),
});

export const agreementTemplate = z.object({
	id: z.string(),
	title: z.string(),
	description: z.string(),
	/** Parties are placeholders `left.example` and `right.example`. */
	body: agreementBody,
});

export const messageState = z.enum([
	/** Ours: waits to be delivered, was delivered, refused, opened, answered, or could not be delivered before it expired. */
	'waiting',
	'delivered',
	'refused',
	'opened',
	'answered',
	'expired',
	/** Theirs: came in, was opened, answered by us; taken back; deleted at its end. */
	'received',
	'recalled',
	'deleted',
]);

export const messageSummary = z.object({
	id: messageId,
	box: z.enum(['in', 'out']),
	partner: nodeName,
	kind: messageKind,
	/** One line, without a name of a person. */
	caption: z.string(),
	agreement: agreementId.nullable(),
	purpose: purposeName.nullable(),
	handling: z.string(),
	state: messageState,
	at: instant,
	dueAt: instant.nullable(),
	overdue: z.boolean(),
	attachments: z.number().int(),
	correlation: messageId.nullable(),
});

export const messageDetail = z.object({
	summary: messageSummary,
	header: envelopeHeader,
	/** Null where it was deleted at its end or recalled. */
	body: messageBody.nullable(),
	attachments: z.array(z.object({ attachment, complete: z.boolean() })),
	receipts: z.array(receipt),
	/** Deliveries that were tried: when, and what happened. */
	attempts: z.array(z.object({ at: instant, outcome: z.string() })).max(100),
	/** Everything with the same correlation, oldest first. */
	thread: z.array(messageSummary).max(200),
	/** Position in the ledger of its sending or receipt. */
	ledger: z.array(z.number().int()),
	/** Until when it may be kept. */
	keepUntil: instant,
});

/** A message before it is sealed: what the agreement leaves of it. */
export const messagePreview = z.object({
	body: messageBody,
	removed: z.array(z.object({ record: z.string(), path: z.string(), because: z.string() })).max(10_000),
	masked: z.array(z.object({ record: z.string(), path: z.string() })).max(10_000),
	problems: z.array(z.object({ path: z.string(), sentence: z.string() })),
	dueAt: instant.nullable(),
});

/** What is to be sent; records by identifier, and the node takes from them what the agreement allows. */
export const draftMessage = z.object({
	agreement: agreementId,
	purpose: purposeName,
	handling: z.string().max(2).optional(),
	correlation: messageId.nullable().default(null),
	case: z.string().max(200).optional(),
	/** Messages that came in and of which something goes on in this one: their agreements are asked, corrections follow. */
	passesOn: z.array(messageId).max(50).optional(),
	records: z.array(z.uuid()).max(200).default([]),
	body: messageBody,
	urgency: urgency.default('normal'),
});

export const offer = z.object({
	id: z.uuid(),
	agreement: agreementId,
	purpose: purposeName,
	/** `given`: ours, to them. `taken`: theirs, to us. */
	direction: z.enum(['given', 'taken']),
	partner: nodeName,
	kinds: z.array(matchable),
	identifiers: z.number().int(),
	madeAt: instant,
	validUntil: instant,
	/** What it was made of: lists, open hits, suspicion reports … */
	source: z.string(),
	/** Questions of the last fourteen days under it. */
	questions: z.number().int().optional(),
	/** Why the questions look like a search through all identifiers, in a sentence; null where they do not. */
	alarm: z.string().nullable().optional(),
});

export const matchAnswer = z.object({
	hit: z.boolean(),
	offer: z.uuid(),
	partner: nodeName,
	spent: z.number().int(),
	left: z.number().int(),
	milliseconds: z.number(),
});

/** That a question of matching was put. What was asked is not in it: the asker keeps a sealed hash, the holder nothing. */
export const matchQuestion = z.object({
	id: z.uuid(),
	at: instant,
	/** `ours`: put here, to the partner. `theirs`: put by the partner, to us. */
	side: z.enum(['ours', 'theirs']),
	agreement: agreementId,
	partner: nodeName.nullable(),
	offer: z.uuid(),
	/** Who put it, and for which case; null for theirs, of whom only the node is known. */
	by: z.string().nullable(),
	case: z.string().nullable(),
	/** Null for theirs: the holder cannot know it. */
	hit: z.boolean().nullable(),
	/** Why it was not answered, by code. */
	refused: z.string().nullable(),
});

const spentOf = z.object({ ours: z.number().int(), theirs: z.number().int(), of: z.number().int() });

/** What was spent of the budgets of matching under an agreement in force: by us, and by the partner as it was counted here. */
export const matchingBudget = z.object({
	agreement: agreementId,
	partner: nodeName,
	/** Of today (UTC). */
	questions: spentOf,
	/** Of this month (UTC). */
	intersections: spentOf,
});

export const intersection = z.object({
	id: z.uuid(),
	agreement: agreementId,
	purpose: purposeName.optional(),
	partner: nodeName,
	at: instant,
	ours: z.number().int(),
	theirs: z.number().int(),
	/** How many are on both sides. Which ones: only after both sides have agreed to say it. */
	both: z.number().int(),
	consent: z.enum(['none', 'ours', 'theirs', 'both']),
	members: z.array(z.string().max(400)).max(10_000).nullable(),
});

export type Identity = z.infer<typeof identity>;
export type Partner = z.infer<typeof partner>;
export type CardCheck = z.infer<typeof cardCheck>;
export type AgreementSummary = z.infer<typeof agreementSummary>;
export type AgreementDetail = z.infer<typeof agreementDetail>;
export type AgreementTemplate = z.infer<typeof agreementTemplate>;
export type MessageSummary = z.infer<typeof messageSummary>;
export type MessageDetail = z.infer<typeof messageDetail>;
export type MessagePreview = z.infer<typeof messagePreview>;
export type DraftMessage = z.infer<typeof draftMessage>;
export type Offer = z.infer<typeof offer>;
export type MatchAnswer = z.infer<typeof matchAnswer>;
export type MatchQuestion = z.infer<typeof matchQuestion>;
export type MatchingBudget = z.infer<typeof matchingBudget>;
export type Intersection = z.infer<typeof intersection>;

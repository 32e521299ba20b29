/** The words of messages: kinds, states, refusals, grades, handling codes, answers. From the glossary. */
import type { HandlingCode } from '../../../contract/exchange/agreement.ts';
import type { Receipt, RefusalCode } from '../../../contract/exchange/envelope.ts';
import type {
	MessageBody,
	MessageKind,
	MessageSubject,
	Urgency,
} from '../../../contract/exchange/message.ts';
import type { MessageSummary } from '../../../contract/views-exchange.ts';

export const messageKindWords: { readonly [kind in MessageKind]: { name: string; says: string } } = {
	query: { name: 'Query', says: 'do you know this one? Answered by hit or no hit, and nothing else' },
	request: { name: 'Request', says: 'what is wanted, on what grounds, how urgent' },
	reply: {
		name: 'Reply',
		says: 'answers a query or a request: in full, in part, or refused with its ground',
	},
	spontaneous: { name: 'Spontaneous information', says: 'what the other should know, without being asked' },
	alert: { name: 'Alert', says: 'look out for this, and do that when it is seen' },
	'hit-notice': { name: 'Hit notice', says: 'what you look out for was seen' },
	supplementary: { name: 'Supplementary', says: 'more to what was sent before' },
	referral: { name: 'Referral', says: 'take this over' },
	feedback: { name: 'Feedback', says: 'what came of what was sent' },
	'consent-request': { name: 'Consent request', says: 'may it be used otherwise, or passed on?' },
	consent: { name: 'Consent', says: 'given or refused' },
	correction: { name: 'Correction', says: 'what was sent is wrong; it reaches all to whom it went on' },
	recall: { name: 'Recall', says: 'delete what was sent; it reaches all to whom it went on' },
	control: { name: 'Exchange', says: 'of the exchange itself: cards, agreements, offers, checkpoints' },
};

export const messageStateWords: {
	readonly [state in MessageSummary['state']]: { name: string; meaning: string };
} = {
	waiting: { name: 'waiting', meaning: 'no receipt of the partner yet; it is tried again by itself' },
	delivered: { name: 'delivered', meaning: 'the partner has it, and has signed for it' },
	refused: { name: 'refused', meaning: 'the partner has refused it' },
	opened: { name: 'opened', meaning: 'a person at the receiver has read it' },
	answered: { name: 'answered', meaning: 'it has been answered' },
	expired: { name: 'expired', meaning: 'it could not be delivered in time' },
	received: { name: 'not opened', meaning: 'nobody here has read it yet' },
	recalled: { name: 'recalled', meaning: 'it was taken back; what it said is deleted at the receiver' },
	deleted: { name: 'deleted', meaning: 'its end under the agreement has come; what it said is deleted' },
};

export const receiptWords: { readonly [state in Receipt['state']]: string } = {
	delivered: 'Delivered',
	refused: 'Refused',
	opened: 'Opened',
	answered: 'Answered',
	deleted: 'Deleted',
};

/** Why an envelope was refused, and what its sender does about it. */
export const refusalWords: { readonly [code in RefusalCode]: { why: string; remedy: string } } = {
	unreadable: {
		why: 'It could not be read',
		remedy: 'Tell the administrator: one of the programs is wrong.',
	},
	'unknown-sender': { why: 'Its sender is not known there', remedy: 'Ask the partner to trust this node.' },
	'wrong-receiver': { why: 'It is for another node', remedy: 'Look at who carries the mail.' },
	'wrong-key': { why: 'It uses a key that is not known there', remedy: 'Compare fingerprints again.' },
	'revoked-key': { why: 'Its key was revoked', remedy: 'Send the card of today, and compare fingerprints.' },
	'bad-signature': {
		why: 'Its signature does not fit',
		remedy: 'It was changed on its way; it is sent again.',
	},
	'bad-seal': {
		why: 'Its seal does not open',
		remedy: 'Tell the administrator: one of the programs is wrong.',
	},
	replayed: { why: 'It had arrived before', remedy: 'Nothing is to be done, unless nobody sent it twice.' },
	'out-of-order': { why: 'One before it is missing', remedy: 'It is sent again in its order.' },
	expired: { why: 'It came too late', remedy: 'Decide whether to send it anew.' },
	'from-the-future': { why: 'Its time is ahead', remedy: 'Set the clock of this node.' },
	'no-agreement': { why: 'There is no such agreement', remedy: 'Agree with the partner first.' },
	'agreement-not-in-force': {
		why: 'The agreement does not hold now',
		remedy: 'See whether it is suspended, ended, or outside of its days.',
	},
	'not-covered': { why: 'The agreement does not cover it', remedy: 'Change the message, or the agreement.' },
	'purpose-not-covered': {
		why: 'The purpose is none of the agreement’s',
		remedy: 'Send it for a purpose that both have agreed on.',
	},
	'handling-not-covered': {
		why: 'The agreement does not know its handling code or grades',
		remedy: 'Choose a code of the agreement, and grade what you say.',
	},
	'budget-exceeded': { why: 'The budget of the day is spent', remedy: 'Send it anew tomorrow.' },
	'too-large': { why: 'It is too large', remedy: 'Send large things as attachments.' },
	'not-minimised': {
		why: 'It holds what the agreement does not let through',
		remedy: 'Tell the administrator.',
	},
	stopped: {
		why: 'The exchange is stopped: a ledger was forked or rolled back',
		remedy: 'Find out with the partner why; see the ledger.',
	},
};

export const urgencyWords: { readonly [urgency in Urgency]: { name: string; meaning: string } } = {
	urgent: { name: 'Urgent', meaning: 'life, limb or an act that is about to happen' },
	direct: { name: 'Direct', meaning: 'from what the partner can reach at once' },
	normal: { name: 'Normal', meaning: 'everything else' },
};

/** Handling codes of messages, as in Europol's practice. */
export const handlingCodeWords: { readonly [code in HandlingCode]: string } = {
	H0: 'no restriction but the purpose',
	H1: 'not as evidence without the sender’s leave',
	H2: 'ask the sender before any use or passing on',
	H3: 'as the sender says in the text',
};

export const sourceWords = {
	A: 'reliable',
	B: 'usually reliable',
	C: 'not usually reliable',
	X: 'untested',
} as const;

export const informationWords = {
	1: 'known to be true',
	2: 'known to the source, not to the officer',
	3: 'not known to the source, confirmed by other information',
	4: 'cannot be judged',
} as const;

type ReplyOutcome = Extract<MessageBody, { kind: 'reply' }>['outcome'];
export const replyWords: { readonly [outcome in ReplyOutcome]: { name: string; meaning: string } } = {
	hit: { name: 'Hit', meaning: 'known here; no more is said' },
	'no-hit': { name: 'No hit', meaning: 'not known here' },
	full: { name: 'Full', meaning: 'all that was asked for' },
	partial: { name: 'In part', meaning: 'some of it, and why not the rest' },
	refused: { name: 'Refused', meaning: 'none of it, and why' },
};

/** Grounds that the contract names; others can be written. */
export const grounds = [
	['no-information', 'nothing is known here'],
	['ongoing-investigation', 'it would harm an investigation'],
	['source-protection', 'it would give a source away'],
	['disproportionate', 'it asks for more than its purpose needs'],
	['not-covered', 'the agreement or the law does not allow it'],
] as const;

type FeedbackOutcome = Extract<MessageBody, { kind: 'feedback' }>['outcome'];
export const feedbackWords: { readonly [outcome in FeedbackOutcome]: { name: string; meaning: string } } = {
	offence: { name: 'Offence', meaning: 'an offence was found' },
	irregularity: { name: 'Irregularity', meaning: 'something was wrong, short of an offence' },
	'nothing-found': { name: 'Nothing found', meaning: 'it was inspected, and nothing was found' },
	useful: { name: 'Useful', meaning: 'it helped' },
	'partly-useful': { name: 'Partly useful', meaning: 'some of it helped' },
	'not-useful': { name: 'Not useful', meaning: 'it did not help' },
};

export const subjectKindWords: { readonly [kind in MessageSubject['kind']]: string } = {
	person: 'Person',
	organisation: 'Organisation',
	vessel: 'Vessel',
	aircraft: 'Aircraft',
	vehicle: 'Vehicle',
	equipment: 'Equipment',
	account: 'Account',
	document: 'Document',
};

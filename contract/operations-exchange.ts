/**
 * Operations of exchange: identity, partners, agreements, messages, matching. Nodes talk to each other by envelopes, not by
 * these; see docs/exchange.md.
 */
import { z } from 'zod';
import { agreementBody, agreementId, agreementState, matchable, purposeName } from './exchange/agreement.ts';
import { attachment, messageId, messageKind } from './exchange/message.ts';
import { nodeCard, nodeName } from './exchange/node-card.ts';
import { define, page, paging } from './operation.ts';
import * as view from './views-exchange.ts';

const reason = z.string().trim().min(3).max(2_000);
const signed = ['not-signed-in', 'not-permitted'] as const;

export const exchangeOperations = {
	readIdentity: define({
		id: 'readIdentity',
		method: 'GET',
		path: '/identity',
		summary: 'Who this node is: the card for partners, its fingerprint, its keys',
		action: 'identity.read',
		input: z.object({}),
		output: view.identity,
		errors: [...signed, 'not-found'],
	}),
	rotateKeys: define({
		id: 'rotateKeys',
		method: 'POST',
		path: '/identity/rotate',
		summary: 'Make new keys; the former ones still open what was sealed to them',
		action: 'identity.change',
		input: z.object({
			reason,
			/** The former keys are not to be trusted any more. */ revoke: z.boolean().default(false),
		}),
		output: view.identity,
		errors: [...signed, 'invalid-input'],
	}),
	changeCard: define({
		id: 'changeCard',
		method: 'POST',
		path: '/identity/card',
		summary:
			'Say anew what this node is called and where it is reached; its keys stay, and partners are told',
		action: 'identity.change',
		input: z.object({
			title: nodeCard.shape.title.optional(),
			/** Where partners send: `https://host:port`. */
			url: nodeCard.shape.url.optional(),
		}),
		output: view.identity,
		errors: [...signed, 'invalid-input'],
	}),
	listPartners: define({
		id: 'listPartners',
		method: 'GET',
		path: '/partners',
		summary: 'Nodes that this one trusts, and how they are',
		action: 'partner.read',
		input: z.object({}),
		output: z.array(view.partner).max(1_000),
		errors: [...signed],
	}),
	checkCard: define({
		id: 'checkCard',
		method: 'POST',
		path: '/partners-check',
		summary: 'What a card says and whether it can be trusted, before its fingerprint is compared',
		action: 'partner.change',
		input: z.object({ card: nodeCard }),
		output: view.cardCheck,
		errors: [...signed, 'invalid-input'],
	}),
	trustPartner: define({
		id: 'trustPartner',
		method: 'POST',
		path: '/partners',
		summary: 'Trust a node by its card and the fingerprint that was compared by another way',
		action: 'partner.change',
		input: z.object({ card: nodeCard, fingerprint: view.fingerprint }),
		output: view.partner,
		errors: [...signed, 'invalid-input', 'conflict'],
	}),
	distrustPartner: define({
		id: 'distrustPartner',
		method: 'POST',
		path: '/partners/:name/distrust',
		summary: 'Stop all exchange with a node',
		action: 'partner.change',
		input: z.object({ name: nodeName, reason }),
		output: view.partner,
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	listAgreements: define({
		id: 'listAgreements',
		method: 'GET',
		path: '/agreements',
		summary: 'Agreements with partners, newest change first',
		action: 'agreement.read',
		input: z.object({
			state: agreementState.optional(),
			partner: nodeName.optional(),
			/** Only those that are offered, signed or suspended and whose day of review has passed. */
			review: z.literal('overdue').optional(),
			...paging,
		}),
		output: page(view.agreementSummary),
		errors: [...signed, 'invalid-input'],
	}),
	listAgreementTemplates: define({
		id: 'listAgreementTemplates',
		method: 'GET',
		path: '/agreement-templates',
		summary: 'Agreements to begin with',
		action: 'agreement.read',
		input: z.object({}),
		output: z.array(view.agreementTemplate).max(50),
		errors: [...signed],
	}),
	readAgreement: define({
		id: 'readAgreement',
		method: 'GET',
		path: '/agreements/:id',
		summary: 'One agreement, who has signed it, what it compiles to',
		action: 'agreement.read',
		input: z.object({ id: agreementId, version: z.coerce.number().int().min(1).optional() }),
		output: view.agreementDetail,
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	saveAgreement: define({
		id: 'saveAgreement',
		method: 'POST',
		path: '/agreements',
		summary: 'Write a draft: a new agreement, or the next version of one',
		action: 'agreement.write',
		input: z.object({ body: agreementBody }),
		output: view.agreementDetail,
		errors: [...signed, 'conflict', 'invalid-input'],
	}),
	moveAgreement: define({
		id: 'moveAgreement',
		method: 'POST',
		path: '/agreements/:id/move',
		summary: 'Offer, sign, suspend, resume or end an agreement',
		action: 'agreement.sign',
		input: z.object({
			id: agreementId,
			version: z.number().int().min(1),
			move: z.enum(['offer', 'sign', 'suspend', 'resume', 'end']),
			reason,
		}),
		output: view.agreementDetail,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input'],
	}),
	listMessages: define({
		id: 'listMessages',
		method: 'GET',
		path: '/messages',
		summary:
			'Messages in and out, newest first or by when an answer is due; what waits for whom, what is overdue',
		action: 'message.list',
		input: z.object({
			box: z.enum(['in', 'out']).optional(),
			partner: nodeName.optional(),
			agreement: agreementId.optional(),
			kind: messageKind.optional(),
			state: z
				.enum([
					'open',
					/** Theirs, that nobody here has opened. */
					'unread',
					/** Theirs, to be answered by us; ours, to be answered by them. */
					'to-answer',
					'awaited',
					'waiting',
					'refused',
					'overdue',
					'any',
				])
				.default('any'),
			/** Left out: what nodes tell each other about the exchange itself. */
			without: z.enum(['control']).optional(),
			/** `due`: what is due first comes first, and what wants no answer is left out. */
			sort: z.enum(['newest', 'due']).optional(),
			...paging,
		}),
		output: page(view.messageSummary),
		errors: [...signed, 'invalid-input'],
	}),
	readMessage: define({
		id: 'readMessage',
		method: 'GET',
		path: '/messages/:id',
		summary: 'One message; reading one that came in tells its sender that it was opened',
		action: 'message.read',
		input: z.object({ id: messageId }),
		output: view.messageDetail,
		errors: [...signed, 'not-found'],
	}),
	previewMessage: define({
		id: 'previewMessage',
		method: 'POST',
		path: '/messages-preview',
		summary: 'What an agreement leaves of a message, before it is sent',
		action: 'message.send',
		input: view.draftMessage.extend({
			/** What a version would leave that does not hold, or not yet; the one that holds where it is left out. */
			version: z.number().int().min(1).optional(),
		}),
		mostBytes: 1024 ** 2,
		output: view.messagePreview,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input'],
	}),
	sendMessage: define({
		id: 'sendMessage',
		method: 'POST',
		path: '/messages',
		summary: 'Minimise, sign, seal and send a message; it waits where the partner is down',
		action: 'message.send',
		input: view.draftMessage,
		mostBytes: 1024 ** 2,
		output: view.messageDetail,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input', 'too-many-requests'],
	}),
	uploadAttachment: define({
		id: 'uploadAttachment',
		method: 'POST',
		path: '/attachments',
		summary: 'Leave a file to go with a message; what goes with none within a day is deleted',
		action: 'message.send',
		input: z.object({
			name: z.string().min(1).max(200),
			mediaType: z.string().min(1).max(100).default('application/octet-stream'),
		}),
		body: 'bytes',
		output: attachment,
		errors: [...signed, 'invalid-input', 'too-large', 'storage-full'],
	}),
	readAttachment: define({
		id: 'readAttachment',
		method: 'GET',
		path: '/messages/:id/attachments/:attachment',
		summary: 'Part of an attachment, from an offset, at most a mebibyte',
		action: 'message.read',
		input: z.object({
			id: messageId,
			attachment: z.uuid(),
			offset: z.coerce
				.number()
				.int()
				.min(0)
				.max(2 * 1024 ** 3)
				.default(0),
		}),
		answer: 'bytes',
		output: z.object({}),
		errors: [...signed, 'not-found', 'conflict', 'invalid-input'],
	}),
	listOffers: define({
		id: 'listOffers',
		method: 'GET',
		path: '/offers',
		summary: 'What is offered for matching, by us and to us',
		action: 'matching.read',
		input: z.object({ agreement: agreementId.optional() }),
		output: z.array(view.offer).max(1_000),
		errors: [...signed, 'invalid-input'],
	}),
	makeOffer: define({
		id: 'makeOffer',
		method: 'POST',
		path: '/offers',
		summary: 'Offer identifiers for matching under an agreement, for one purpose',
		action: 'matching.offer',
		input: z.object({
			agreement: agreementId,
			purpose: purposeName,
			kinds: z.array(matchable).min(1).max(20),
			/** Of what: who is on these lists, who has an open or confirmed hit, who is named in suspicion reports, outcomes. */
			of: z.array(z.enum(['lists', 'hits', 'suspicion-reports', 'offences'])).min(1),
			validDays: z.number().int().min(1).max(365).default(30),
		}),
		output: view.offer,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input'],
	}),
	withdrawOffer: define({
		id: 'withdrawOffer',
		method: 'POST',
		path: '/offers/:id/withdraw',
		summary: 'End an offer of this node now: its key is destroyed, and the partner is told',
		action: 'matching.offer',
		input: z.object({ id: z.uuid(), reason }),
		output: view.offer,
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	listQuestions: define({
		id: 'listQuestions',
		method: 'GET',
		path: '/matching-questions',
		summary: 'Questions of matching that were put, by us and by partners, newest first; never what was asked',
		action: 'matching.read',
		input: z.object({
			agreement: agreementId.optional(),
			side: view.matchQuestion.shape.side.optional(),
			...paging,
		}),
		output: page(view.matchQuestion),
		errors: [...signed, 'invalid-input'],
	}),
	listMatchingBudgets: define({
		id: 'listMatchingBudgets',
		method: 'GET',
		path: '/matching-budgets',
		summary: 'What is spent of the budgets of matching, by agreement in force, on both sides',
		action: 'matching.read',
		input: z.object({}),
		output: z.array(view.matchingBudget).max(1_000),
		errors: [...signed],
	}),
	match: define({
		id: 'match',
		method: 'POST',
		path: '/matching',
		summary: 'Ask whether a partner offers an identifier, without telling which; spends one of the budget',
		action: 'matching.ask',
		input: z.object({
			agreement: agreementId,
			purpose: purposeName,
			kind: matchable,
			/** The identifier; for a person or firm the name. */
			value: z.string().min(1).max(400),
			/** Date of birth of a person, country of a firm. */
			with: z.string().max(40).optional(),
			case: z.string().max(200).optional(),
		}),
		output: view.matchAnswer,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input', 'too-many-requests', 'busy'],
	}),
	intersect: define({
		id: 'intersect',
		method: 'POST',
		path: '/intersections',
		summary: 'How many identifiers are on both sides; which ones only by consent of both',
		action: 'matching.ask',
		input: z.object({
			agreement: agreementId,
			purpose: purposeName,
			kinds: z.array(matchable).min(1).max(20),
		}),
		output: view.intersection,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input', 'too-many-requests', 'busy'],
	}),
	listIntersections: define({
		id: 'listIntersections',
		method: 'GET',
		path: '/intersections',
		summary:
			'Intersections of this node with partners, newest first, and who has consented to say which ones',
		action: 'matching.read',
		input: z.object({ agreement: agreementId.optional() }),
		/** Without members: these are read one intersection at a time. */
		output: z.array(view.intersection).max(1_000),
		errors: [...signed, 'invalid-input'],
	}),
	readIntersection: define({
		id: 'readIntersection',
		method: 'GET',
		path: '/intersections/:id',
		summary: 'One intersection, and which identifiers are on both sides once both have consented',
		action: 'matching.ask',
		input: z.object({ id: z.uuid() }),
		output: view.intersection,
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	consentIntersection: define({
		id: 'consentIntersection',
		method: 'POST',
		path: '/intersections/:id/consent',
		summary: 'Consent to say which identifiers are on both sides; said once both have',
		action: 'matching.ask',
		input: z.object({ id: z.uuid(), reason }),
		output: view.intersection,
		errors: [...signed, 'not-found', 'conflict', 'busy', 'invalid-input'],
	}),
} as const;

/**
 * Operations of requests of data subjects: open, identify, find, pick, decide, act, answer.
 */
import { z } from 'zod';
import { groundId, requestKind, requestLaw } from './data-protection-law.ts';
import { define, page, paging } from './operation.ts';
import { recordId } from './views.ts';
import { mentionKey } from './views-screening.ts';
import * as view from './views-subjects.ts';

const id = z.uuid();
const reason = z.string().trim().min(3).max(2_000);
const signed = ['not-signed-in', 'not-permitted'] as const;
const acting = [...signed, 'not-found', 'conflict', 'invalid-input'] as const;

export const subjectOperations = {
	openRequest: define({
		id: 'openRequest',
		method: 'POST',
		path: '/requests',
		summary: 'Open a request of a data subject; its clock runs from the day on which it was received',
		action: 'request.handle',
		input: z.object({
			kind: requestKind,
			law: requestLaw.default('gdpr'),
			requester: view.requester,
			subject: view.requestedSubject,
			wanted: z.string().trim().min(3).max(4_000),
			/** Day of receipt; today unless given. */
			receivedOn: z
				.string()
				.regex(/^\d{4}-\d{2}-\d{2}$/)
				.optional(),
		}),
		output: view.requestDetail,
		errors: [...signed, 'invalid-input'],
	}),
	listRequests: define({
		id: 'listRequests',
		method: 'GET',
		path: '/requests',
		summary: 'Requests of data subjects, newest first, or those that are overdue',
		action: 'request.list',
		input: z.object({
			state: view.requestState.optional(),
			kind: requestKind.optional(),
			/** Due already and not closed; the longest due first. */
			overdue: z.stringbool().or(z.boolean()).optional(),
			...paging,
		}),
		output: page(view.requestSummary),
		errors: [...signed, 'invalid-input'],
	}),
	readRequest: define({
		id: 'readRequest',
		method: 'GET',
		path: '/requests/:id',
		summary: 'One request: who asks, what was found and decided, what was done, the clock',
		action: 'request.read',
		input: z.object({ id }),
		output: view.requestDetail,
		errors: [...signed, 'not-found'],
	}),
	identifyRequester: define({
		id: 'identifyRequester',
		method: 'POST',
		path: '/requests/:id/identity',
		summary: 'Say how it was made sure who asks',
		action: 'request.handle',
		input: z.object({
			id,
			how: view.identityCheck.shape.how,
			note: z.string().max(1_000).optional(),
		}),
		output: view.requestDetail,
		errors: acting,
	}),
	extendRequest: define({
		id: 'extendRequest',
		method: 'POST',
		path: '/requests/:id/extend',
		summary: 'Two months more, once, with the reason that the person is told',
		action: 'request.handle',
		input: z.object({ id, reason }),
		output: view.requestDetail,
		errors: acting,
	}),
	findSubject: define({
		id: 'findSubject',
		method: 'POST',
		path: '/requests/:id/find',
		summary: 'Look for the person in all that is held: how sure each find is, and why',
		action: 'request.handle',
		input: z.object({
			id,
			/** Takes the place of what the request said, where more was learnt. */
			subject: view.requestedSubject.optional(),
		}),
		output: view.foundSubject,
		errors: acting,
	}),
	pickSubject: define({
		id: 'pickSubject',
		method: 'POST',
		path: '/requests/:id/pick',
		summary: 'Say which of what was found is this person, and which is somebody else',
		action: 'request.handle',
		input: z.object({
			id,
			verdict: view.pickVerdict,
			mentions: z.array(mentionKey).max(500).default([]),
			/** Records that carry a number of the person. */
			records: z.array(recordId).max(500).default([]),
			reason: z.string().trim().max(2_000).optional(),
		}),
		output: view.requestDetail,
		errors: acting,
	}),
	exportSubject: define({
		id: 'exportSubject',
		method: 'GET',
		path: '/requests/:id/export',
		summary: 'Everything that is held of the person, without what may not be told: JSON, or a page to print',
		action: 'request.export',
		input: z.object({ id, format: z.enum(['json', 'html']).default('json') }),
		output: z.unknown(),
		answer: 'bytes',
		errors: acting,
	}),
	decideRequest: define({
		id: 'decideRequest',
		method: 'POST',
		path: '/requests/:id/decide',
		summary: 'Grant, grant in part, or refuse with a ground in law',
		action: 'request.handle',
		input: z.object({
			id,
			decision: z.enum(['grant', 'partly', 'refuse']),
			ground: groundId.optional(),
			reason,
			withhold: z.array(view.withhold).max(50).default([]),
		}),
		output: view.requestDetail,
		errors: acting,
	}),
	closeRequest: define({
		id: 'closeRequest',
		method: 'POST',
		path: '/requests/:id/close',
		summary: 'Close a request with the answer that was given',
		action: 'request.handle',
		input: z.object({ id, answer: z.string().trim().min(3).max(8_000) }),
		output: view.requestDetail,
		errors: acting,
	}),
	correctRecord: define({
		id: 'correctRecord',
		method: 'POST',
		path: '/requests/:id/correct',
		summary: 'Correct values of a record: a new version, screened and assessed again',
		action: 'record.correct',
		input: z.object({
			id,
			record: recordId,
			changes: z
				.array(
					z.strictObject({
						/** Path into the record: `travellers[2].person.bornOn`. */
						path: z.string().min(1).max(200),
						/** The right value, as text; null takes the value out. */
						value: z.string().max(4_000).nullable(),
					}),
				)
				.min(1)
				.max(100),
			reason,
		}),
		output: z.object({
			/** The new version. */
			record: recordId,
			version: z.number().int(),
			/** Who had it as it was; offer them the correction. */
			recipients: z.array(view.recipient),
		}),
		errors: [...acting, 'unreadable'],
	}),
	listRecipients: define({
		id: 'listRecipients',
		method: 'GET',
		path: '/requests/:id/recipients',
		summary: 'To whom a record was sent, in any version',
		action: 'request.read',
		input: z.object({ id, record: recordId }),
		output: z.array(view.recipient).max(500),
		errors: [...signed, 'not-found'],
	}),
	tellRecipients: define({
		id: 'tellRecipients',
		method: 'POST',
		path: '/requests/:id/tell',
		summary: 'Send the corrected record to all who had it, cut to what their agreement allows',
		action: 'record.correct',
		input: z.object({ id, record: recordId, messages: z.array(z.uuid()).min(1).max(100) }),
		output: z.array(
			z.object({
				message: z.uuid(),
				partner: z.string(),
				/** The message that went out; null where it could not be sent. */
				sent: z.uuid().nullable(),
				problem: z.string().nullable(),
			}),
		),
		errors: acting,
	}),
	restrictRecord: define({
		id: 'restrictRecord',
		method: 'POST',
		path: '/requests/:id/restrict',
		summary: 'Restrict a record: from now on only the data-protection officer sees it',
		action: 'record.restrict',
		input: z.object({ id, record: recordId, reason }),
		output: view.restriction,
		errors: acting,
	}),
	liftRestriction: define({
		id: 'liftRestriction',
		method: 'POST',
		path: '/requests/:id/lift',
		summary: 'End the restriction of a record; the person is told before',
		action: 'record.restrict',
		input: z.object({ id, record: recordId, reason }),
		output: view.restriction,
		errors: acting,
	}),
	eraseSubject: define({
		id: 'eraseSubject',
		method: 'POST',
		path: '/requests/:id/erase',
		summary: 'Erase records before their end, for a request of erasure or objection that was granted',
		action: 'record.erase',
		input: z.object({ id, records: z.array(recordId).min(1).max(500), reason }),
		output: z.object({ erased: z.number().int(), recipients: z.array(view.recipient) }),
		errors: acting,
	}),
} as const;

/** Operations of retention: how long what is kept is kept, what ended, and what is held back from its end. */
import { z } from 'zod';
import { define, page, paging } from './operation.ts';
import { recordKinds } from './records/record.ts';
import { instant, recordId } from './views.ts';

const signed = ['not-signed-in', 'not-permitted'] as const;

/** What has an end of its own: records by their kind, and what the node keeps beside them. */
export const retentionKinds = [
	...recordKinds,
	'original',
	'quarantine',
	'confirmed-hit',
	'decision',
	'matching',
	'list-entry',
] as const;
export const retentionKind = z.enum(retentionKinds);

const days = z.coerce.number().int().min(1).max(36_500);
const reason = z.string().trim().min(3).max(400);

export const retentionRule = z.object({
	kind: retentionKind,
	/** Days from receipt after which personal data are masked; null where that is not done before the end. */
	maskAfterDays: z.number().int().nullable(),
	/** Days from receipt after which it is deleted. */
	deleteAfterDays: z.number().int(),
	/** Longest that is taken without a basis in law being named. */
	maximumDays: z.number().int(),
	/** False for what has nothing to mask. */
	canBeMasked: z.boolean(),
	/** From when the days are counted, and what ends with it. */
	sentence: z.string(),
	/** Where the proposed days come from. Check with your law. */
	source: z.string(),
	/** What was named for an end beyond the maximum. */
	basis: z.string().nullable(),
	version: z.number().int(),
	changedAt: instant.nullable(),
	changedBy: z.string().nullable(),
	reason: z.string().nullable(),
	/** In the next 30 days, counted up to 100,000; what is overdue is in it. */
	due: z.object({ masked: z.number().int(), deleted: z.number().int() }),
	/** Earlier words on it, newest first, at most 20. */
	history: z.array(
		z.object({
			version: z.number().int(),
			maskAfterDays: z.number().int().nullable(),
			deleteAfterDays: z.number().int(),
			reason: z.string(),
			basis: z.string().nullable(),
			at: instant,
			actor: z.string(),
		}),
	),
});

export const retentionRun = z.object({
	id: z.uuid(),
	startedAt: instant,
	endedAt: instant.nullable(),
	masked: z.number().int(),
	deleted: z.number().int(),
	/** Originals whose bytes were destroyed in the vault. */
	destroyed: z.number().int(),
	/** Passed over because of a hold. */
	held: z.number().int(),
	/** What stopped it; null where nothing did. */
	error: z.string().nullable(),
});

export const retentionState = z.object({
	at: instant,
	schedule: z.array(retentionRule),
	/** The last ten, newest first. */
	runs: z.array(retentionRun),
	running: z.boolean(),
	/** Originals that are still to be destroyed in the vault, counted up to 100,000. */
	originalsToDestroy: z.number().int(),
	/** Documents that a pass left because they were held, counted up to 100,000: each pass looks again. */
	left: z.number().int(),
	holds: z.object({ open: z.number().int(), overdue: z.number().int() }),
	/** What ends by another clock, in a sentence each. */
	elsewhere: z.array(z.string()),
});

export const deletion = z.object({
	id: z.uuid(),
	at: instant,
	act: z.enum(['masked', 'deleted', 'erased', 'destroyed']),
	kind: z.string(),
	count: z.number().int(),
	/** Identifiers of the records, or SHA-256 of the originals: made by chance or by hashing, they name nobody. */
	subjects: z.array(z.string()),
	/** Which word of the schedule, or why before the end. */
	because: z.string(),
	actor: z.string().nullable(),
	/** Position of its entry in the ledger. */
	ledgerPosition: z.number().int(),
});

export const holdGrounds = ['legal-proceedings', 'correspondence', 'restriction', 'audit', 'other'] as const;

export const hold = z.object({
	id: z.uuid(),
	/** The record that was named; all versions of its document are held. */
	record: recordId,
	ground: z.enum(holdGrounds),
	reason: z.string(),
	caseReference: z.string().nullable(),
	actor: z.string(),
	at: instant,
	/** Day on which somebody looks whether it is still needed, `YYYY-MM-DD`. */
	reviewOn: z.string(),
	overdue: z.boolean(),
	liftedAt: instant.nullable(),
	liftedBy: z.string().nullable(),
	liftedBecause: z.string().nullable(),
});

export const retentionOperations = {
	readRetention: define({
		id: 'readRetention',
		method: 'GET',
		path: '/retention',
		summary: 'How long each kind of data is kept, what ends in the next 30 days, and the last passes',
		action: 'retention.read',
		input: z.object({}),
		output: retentionState,
		errors: [...signed],
	}),
	changeRetention: define({
		id: 'changeRetention',
		method: 'POST',
		path: '/retention/schedule/:kind',
		summary: 'Change how long a kind of data is kept, with a reason that stays',
		action: 'retention.change',
		input: z.object({
			kind: retentionKind,
			/** Left out: not masked before the end. */
			maskAfterDays: days.optional(),
			deleteAfterDays: days,
			reason,
			/** The law that asks for it, where the end lies beyond the maximum. */
			basis: z.string().trim().min(10).max(400).optional(),
		}),
		output: retentionRule,
		errors: [...signed, 'conflict', 'invalid-input'],
	}),
	runRetention: define({
		id: 'runRetention',
		method: 'POST',
		path: '/retention/run',
		summary: 'Mask and delete now what has come to its end, without waiting for the hour',
		action: 'retention.run',
		input: z.object({}),
		output: retentionRun,
		errors: [...signed, 'busy'],
	}),
	listDeletions: define({
		id: 'listDeletions',
		method: 'GET',
		path: '/retention/deletions',
		summary:
			'What was masked, deleted and destroyed, newest first, with the position of its proof in the ledger',
		action: 'retention.read',
		input: z.object({ ...paging, act: deletion.shape.act.optional() }),
		output: page(deletion),
		errors: [...signed, 'invalid-input'],
	}),
	holdRecord: define({
		id: 'holdRecord',
		method: 'POST',
		path: '/retention/holds',
		summary: 'Keep a document as it is, whatever the schedule says, until the hold is lifted',
		action: 'retention.hold',
		input: z.object({
			record: recordId,
			ground: hold.shape.ground,
			reason,
			caseReference: z.string().trim().min(1).max(100).optional(),
			reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'use YYYY-MM-DD'),
		}),
		output: hold,
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	liftHold: define({
		id: 'liftHold',
		method: 'POST',
		path: '/retention/holds/:id/lift',
		summary: 'End a hold; the document ends when its time has come',
		action: 'retention.hold',
		input: z.object({ id: z.uuid(), reason }),
		output: hold,
		errors: [...signed, 'not-found', 'conflict', 'invalid-input'],
	}),
	listHolds: define({
		id: 'listHolds',
		method: 'GET',
		path: '/retention/holds',
		summary: 'What is held back from its end: by whom, why, and when that is looked at again',
		action: 'retention.read',
		input: z.object({ ...paging, state: z.enum(['open', 'overdue', 'lifted']).default('open') }),
		output: page(hold),
		errors: [...signed, 'invalid-input'],
	}),
} as const;

export type RetentionKind = (typeof retentionKinds)[number];
export type RetentionRule = z.infer<typeof retentionRule>;
export type RetentionRun = z.infer<typeof retentionRun>;
export type RetentionState = z.infer<typeof retentionState>;
export type Deletion = z.infer<typeof deletion>;
export type Hold = z.infer<typeof hold>;

/**
 * What an operation is, and what lists have in common. The tables of operations are in operations.ts and beside it.
 */
import { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** What a caller wants to do, as policy sees it. */
export const actions = [
	'session.open',
	'session.read',
	'session.close',
	'session.purpose',
	'session.second-factor',
	'overview.read',
	'live.read',
	'record.list',
	'record.read',
	'record.export',
	'original.read',
	'submission.create',
	'submission.read',
	'quarantine.list',
	'quarantine.retry',
	'quarantine.discard',
	'list.read',
	'list.change',
	'list-entry.change',
	'screening.ask',
	'hit.list',
	'hit.read',
	'hit.decide',
	'entity.list',
	'entity.read',
	'judgement.make',
	'resolution.run',
	'assessment.list',
	'assessment.read',
	'assessment.override',
	'outcome.record',
	'rule.read',
	'rule.write',
	'rule.backtest',
	'rule.approve',
	'model.read',
	'model.train',
	'model.decide',
	'lane.read',
	'lane.change',
	'fairness.read',
	'identity.read',
	'identity.change',
	'partner.read',
	'partner.change',
	'agreement.read',
	'agreement.write',
	'agreement.sign',
	'message.list',
	'message.read',
	'message.send',
	'matching.read',
	'matching.offer',
	'matching.ask',
	'ledger.read',
	'ledger.verify',
	'retention.read',
	'retention.change',
	'retention.run',
	'retention.hold',
	'decision.list',
	'request.list',
	'request.read',
	'request.handle',
	'request.export',
	'record.correct',
	'record.restrict',
	'record.erase',
	'law.read',
	'law.change',
	'user.list',
	'user.create',
	'user.change',
	'key.list',
	'key.create',
	'key.revoke',
] as const;
export type Action = (typeof actions)[number];

export type Operation = {
	readonly id: string;
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** Path below `/api`; parameters as `:name`, taken from the input by that name. */
	readonly path: string;
	readonly summary: string;
	readonly action: Action;
	/** One flat object: path parameters, then query (GET, DELETE) or JSON body (POST). */
	readonly input: z.ZodObject;
	readonly output: z.ZodType;
	readonly errors: readonly ErrorCode[];
	/** What goes over the wire where it is not JSON. */
	readonly body?: 'bytes';
	/** Most bytes of a JSON body, where a form's worth is too little: those who have not signed in send none of it. */
	readonly mostBytes?: number;
	readonly answer?: 'bytes' | 'events';
};

export const define = <const O extends Operation>(operation: O): O => operation;

/** Page of a list by keyset: pass `next` back as `after`. No list is without a limit. */
export const paging = {
	after: z.string().max(400).optional(),
	limit: z.coerce.number().int().min(1).max(500).default(100),
};
export const page = <T extends z.ZodType>(item: T) =>
	z.object({
		items: z.array(item),
		next: z.string().nullable(),
		/** Rows that match, counted up to 100,000 and then said to be at least that. */
		total: z.number().int().nullable(),
		totalIsLowerBound: z.boolean(),
	});

/**
 * Operations of targeting: the queue, one assessment, lanes and capacities, outcomes, fairness.
 */
import { z } from 'zod';
import { define, page, paging } from './operation.ts';
import { recordKind } from './records/record.ts';
import { ruleId } from './rules.ts';
import { lane, recordId } from './views.ts';
import * as view from './views-targeting.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'use YYYY-MM-DD');
const reason = z.string().trim().min(3).max(2_000);

export const queueFilter = {
	lane: lane.optional(),
	kind: recordKind.optional(),
	office: z.string().max(64).optional(),
	basis: view.laneBasis.optional(),
	rule: ruleId.optional(),
	state: z.enum(['waiting', 'inspected', 'released', 'any']).default('waiting'),
	/** Day of assessment, UTC. */
	from: day.optional(),
	until: day.optional(),
};

export const targetingOperations = {
	listQueue: define({
		id: 'listQueue',
		method: 'GET',
		path: '/queue',
		summary:
			'Records that wait for a check, the most urgent first: by lane, what alerts ask for, then by score',
		action: 'assessment.list',
		input: z.object({ ...queueFilter, ...paging }),
		output: page(view.assessmentSummary),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	readAssessment: define({
		id: 'readAssessment',
		method: 'GET',
		path: '/records/:record/assessment',
		summary: 'All that went into the assessment of a record, with exact reasons',
		action: 'assessment.read',
		input: z.object({ record: recordId }),
		output: view.assessmentDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	overrideLane: define({
		id: 'overrideLane',
		method: 'POST',
		path: '/records/:record/lane',
		summary: 'Put a record into another lane, with the reason',
		action: 'assessment.override',
		input: z.object({ record: recordId, lane, reason }),
		output: view.assessmentDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict', 'invalid-input'],
	}),
	recordOutcome: define({
		id: 'recordOutcome',
		method: 'POST',
		path: '/records/:record/outcome',
		summary: 'Say what an inspection found; it is kept as a submission, like one that a system sends',
		action: 'outcome.record',
		input: z.object(view.outcomeGiven),
		output: view.assessmentDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'invalid-input', 'busy', 'storage-full'],
	}),
	readLanes: define({
		id: 'readLanes',
		method: 'GET',
		path: '/lanes',
		summary: 'Thresholds and capacities, and what each lane and way of selecting brought, day by day',
		action: 'lane.read',
		input: z.object({ days: z.coerce.number().int().min(1).max(90).default(14) }),
		output: z.object({
			settings: view.laneSettings,
			changedBy: z.string().nullable(),
			changedAt: z.string().nullable(),
			days: z.array(view.laneDay).max(10_000),
			selection: z.array(view.selectionRow).max(200),
			/** Lanes that officers changed, and what was found there. */
			overrides: z.array(z.object({ from: lane, to: lane, records: z.number().int(), finding: view.rate })),
		}),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	changeLanes: define({
		id: 'changeLanes',
		method: 'POST',
		path: '/lanes',
		summary: 'Change thresholds, capacities, the random share',
		action: 'lane.change',
		/** Capacities of two thousand offices. */
		mostBytes: 1024 * 1024,
		input: z.object({ settings: view.laneSettings, reason }),
		output: z.object({ settings: view.laneSettings }),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	listTrustedTraders: define({
		id: 'listTrustedTraders',
		method: 'GET',
		path: '/trusted-traders',
		summary: 'Authorised economic operators, who are checked less',
		action: 'lane.read',
		input: z.object({ search: z.string().max(200).optional(), ...paging }),
		output: page(view.trustedTrader),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	changeTrustedTrader: define({
		id: 'changeTrustedTrader',
		method: 'POST',
		path: '/trusted-traders',
		summary: 'Add or change an authorised economic operator, or end its status',
		action: 'lane.change',
		input: z.object({
			...view.trustedTrader.omit({ addedBy: true, addedAt: true }).shape,
			ended: z.boolean().default(false),
		}),
		output: view.trustedTrader,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	readFairness: define({
		id: 'readFairness',
		method: 'GET',
		path: '/fairness',
		summary:
			'Rates of selection, finding and false alarms by group, with intervals; what is out of proportion',
		action: 'fairness.read',
		input: z.object({
			dimension: view.fairnessDimension.default('origin'),
			/** `all`, `model`, `chance`, or `rule:ID`. */
			by: z
				.string()
				.max(80)
				.regex(/^(all|model|chance|rule:[a-z][a-z0-9-]{2,63})$/)
				.default('all'),
			from: day.optional(),
			until: day.optional(),
		}),
		output: view.fairness,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	exportFairness: define({
		id: 'exportFairness',
		method: 'GET',
		path: '/fairness-export',
		summary: 'The same for all dimensions and all rules, as CSV',
		action: 'fairness.read',
		input: z.object({ from: day.optional(), until: day.optional() }),
		output: z.unknown(),
		answer: 'bytes',
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
} as const;

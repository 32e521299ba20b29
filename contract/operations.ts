/**
 * Every operation, defined once. Server routes, OpenAPI, commands and the typed client are made from this table.
 * An operation without an `action` does not compile, and an action that no policy permits is denied.
 */
import { z } from 'zod';
import { severity } from './findings.ts';
import { define, page, paging } from './operation.ts';
import { exchangeOperations } from './operations-exchange.ts';
import { lawOperations } from './operations-law.ts';
import { ledgerOperations } from './operations-ledger.ts';
import { modelOperations } from './operations-models.ts';
import { policyOperations } from './operations-policy.ts';
import { resolutionOperations } from './operations-resolution.ts';
import { retentionOperations } from './operations-retention.ts';
import { ruleOperations } from './operations-rules.ts';
import { screeningOperations } from './operations-screening.ts';
import { factorCode, secondFactorOperations } from './operations-second-factor.ts';
import { subjectOperations } from './operations-subjects.ts';
import { targetingOperations } from './operations-targeting.ts';
import { purposeId } from './purposes.ts';
import { recordKind } from './records/record.ts';
import * as view from './views.ts';

export { type Action, actions, type Operation, page, paging } from './operation.ts';

/** Filters of the list of records; the same object is the address of the console's page and of an export. */
export const recordFilter = {
	kind: recordKind.optional(),
	office: z.string().max(64).optional(),
	carrier: z.string().max(64).optional(),
	lane: view.lane.optional(),
	worst: severity.optional(),
	format: view.formatId.optional(),
	finding: z.string().max(80).optional(),
	/** Start of a reference, or any identifier that the record carries: container, bill, flight, passport, account. */
	search: z.string().max(200).optional(),
	receivedFrom: z.string().max(40).optional(),
	receivedUntil: z.string().max(40).optional(),
	submission: view.submissionId.optional(),
};

export const operations = {
	listNodes: define({
		id: 'listNodes',
		method: 'GET',
		path: '/nodes',
		summary: 'The nodes that this process serves, for the sign-in page; needs no session',
		action: 'session.open',
		input: z.object({}),
		output: z.array(view.overview.shape.node),
		errors: ['too-many-requests'],
	}),
	openSession: define({
		id: 'openSession',
		method: 'POST',
		path: '/session',
		summary: 'Sign in',
		action: 'session.open',
		input: z.object({
			node: z.string().max(64).optional(),
			name: z.string().min(1).max(200),
			password: z.string().min(1).max(1_000),
			secondFactor: factorCode.optional(),
		}),
		output: view.session,
		errors: ['wrong-credentials', 'second-factor-needed', 'too-many-requests', 'invalid-input'],
	}),
	readSession: define({
		id: 'readSession',
		method: 'GET',
		path: '/session',
		summary: 'Who is signed in, and what may be done',
		action: 'session.read',
		input: z.object({}),
		output: view.session,
		errors: ['not-signed-in'],
	}),
	closeSession: define({
		id: 'closeSession',
		method: 'DELETE',
		path: '/session',
		summary: 'Sign out',
		action: 'session.close',
		input: z.object({}),
		output: z.object({ closed: z.literal(true) }),
		errors: ['not-signed-in'],
	}),
	...secondFactorOperations,
	readOverview: define({
		id: 'readOverview',
		method: 'GET',
		path: '/overview',
		summary: 'What comes in: by kind, office, carrier, lane and hour',
		action: 'overview.read',
		input: z.object({}),
		output: view.overview,
		errors: ['not-signed-in', 'not-permitted'],
	}),
	followLive: define({
		id: 'followLive',
		method: 'GET',
		path: '/live',
		summary: 'What comes in, live (server-sent events)',
		action: 'live.read',
		input: z.object({}),
		output: view.liveEvent,
		answer: 'events',
		errors: ['not-signed-in', 'not-permitted'],
	}),
	listRecords: define({
		id: 'listRecords',
		method: 'GET',
		path: '/records',
		summary: 'Records, newest first, filtered and paged',
		action: 'record.list',
		input: z.object({
			...recordFilter,
			...paging,
			sort: z.enum(['received', '-received', 'value', '-value', 'mass', '-mass']).default('-received'),
		}),
		output: page(view.recordSummary),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	readRecord: define({
		id: 'readRecord',
		method: 'GET',
		path: '/records/:id',
		summary: 'One record: parsed form, findings, history, related records',
		action: 'record.read',
		input: z.object({ id: view.recordId }),
		output: view.recordDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	readOriginal: define({
		id: 'readOriginal',
		method: 'GET',
		path: '/submissions/:submission/original',
		summary: 'A submission as it was received',
		action: 'original.read',
		input: z.object({
			submission: view.submissionId,
			offset: z.coerce.number().int().min(0).default(0),
			length: z.coerce
				.number()
				.int()
				.min(1)
				.max(64 * 1024 ** 2)
				.optional(),
		}),
		output: z.unknown(),
		answer: 'bytes',
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	exportRecords: define({
		id: 'exportRecords',
		method: 'GET',
		path: '/export',
		summary: 'Records in a format that can be sent on',
		action: 'record.export',
		input: z.object({
			...recordFilter,
			ids: z.string().max(20_000).optional(),
			format: z.enum(['wco-dec', 'paxlst', 'goaml', 'record-json', 'csv']),
			limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
		}),
		output: z.unknown(),
		answer: 'bytes',
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	submit: define({
		id: 'submit',
		method: 'POST',
		path: '/submissions',
		summary: 'Send a submission in any format; the body is kept as received',
		action: 'submission.create',
		input: z.object({ name: z.string().max(400).optional(), mapping: z.string().max(64).optional() }),
		body: 'bytes',
		output: view.submissionResult,
		errors: [
			'not-signed-in',
			'not-permitted',
			'too-large',
			'unknown-format',
			'unreadable',
			'busy',
			'storage-full',
		],
	}),
	readSubmission: define({
		id: 'readSubmission',
		method: 'GET',
		path: '/submissions/:submission',
		summary: 'What became of a submission',
		action: 'submission.read',
		input: z.object({ submission: view.submissionId }),
		output: view.submissionResult,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	listQuarantine: define({
		id: 'listQuarantine',
		method: 'GET',
		path: '/quarantine',
		summary: 'What could not be read, with place, reason and remedy',
		action: 'quarantine.list',
		input: z.object({
			state: z.enum(['open', 'read', 'discarded']).default('open'),
			code: z.string().max(80).optional(),
			...paging,
		}),
		output: page(view.quarantined),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	retryQuarantine: define({
		id: 'retryQuarantine',
		method: 'POST',
		path: '/quarantine/:id/retry',
		summary: 'Read a quarantined submission again',
		action: 'quarantine.retry',
		input: z.object({ id: z.uuid(), mapping: z.string().max(64).optional() }),
		output: view.submissionResult,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict'],
	}),
	discardQuarantine: define({
		id: 'discardQuarantine',
		method: 'POST',
		path: '/quarantine/:id/discard',
		summary: 'Set aside what will not be read; the original stays',
		action: 'quarantine.discard',
		input: z.object({ id: z.uuid(), reason: z.string().min(3).max(1_000) }),
		output: view.quarantined,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict'],
	}),
	...screeningOperations,
	...resolutionOperations,
	...targetingOperations,
	...ruleOperations,
	...modelOperations,
	...exchangeOperations,
	...ledgerOperations,
	...retentionOperations,
	...subjectOperations,
	...policyOperations,
	...lawOperations,
	listUsers: define({
		id: 'listUsers',
		method: 'GET',
		path: '/users',
		summary: 'Users of this node',
		action: 'user.list',
		input: z.object({ ...paging }),
		output: page(
			z.object({
				id: z.uuid(),
				name: z.string(),
				displayName: z.string(),
				role: view.role,
				active: z.boolean(),
				secondFactor: z.boolean(),
				createdAt: view.instant,
				lastSeenAt: view.instant.nullable(),
			}),
		),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	createUser: define({
		id: 'createUser',
		method: 'POST',
		path: '/users',
		summary: 'Add a user',
		action: 'user.create',
		input: z.object({
			name: z.string().regex(/^[a-z][a-z0-9._-]{1,63}$/),
			displayName: z.string().min(1).max(200),
			role: view.role,
			password: z.string().min(12).max(1_000),
		}),
		output: z.object({ id: z.uuid() }),
		errors: ['not-signed-in', 'not-permitted', 'conflict', 'invalid-input'],
	}),
	changeUser: define({
		id: 'changeUser',
		method: 'POST',
		path: '/users/:id',
		summary: 'Change role or password, or close an account',
		action: 'user.change',
		input: z.object({
			id: z.uuid(),
			role: view.role.optional(),
			password: z.string().min(12).max(1_000).optional(),
			active: z.boolean().optional(),
		}),
		output: z.object({ id: z.uuid() }),
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'invalid-input'],
	}),
	listKeys: define({
		id: 'listKeys',
		method: 'GET',
		path: '/keys',
		summary: 'API keys of machines',
		action: 'key.list',
		input: z.object({ ...paging }),
		output: page(
			z.object({
				id: z.uuid(),
				name: z.string(),
				role: view.role,
				createdAt: view.instant,
				lastUsedAt: view.instant.nullable(),
				expiresAt: view.instant,
				revoked: z.boolean(),
				purpose: purposeId.nullable(),
			}),
		),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	createKey: define({
		id: 'createKey',
		method: 'POST',
		path: '/keys',
		summary: 'Make an API key; it is shown once',
		action: 'key.create',
		input: z.object({
			name: z.string().min(1).max(200),
			role: view.role,
			days: z.number().int().min(1).max(730).default(365),
			purpose: purposeId.optional().describe('the only purpose that the key may state'),
		}),
		output: z.object({ id: z.uuid(), key: z.string(), expiresAt: view.instant }),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	revokeKey: define({
		id: 'revokeKey',
		method: 'DELETE',
		path: '/keys/:id',
		summary: 'Revoke an API key',
		action: 'key.revoke',
		input: z.object({ id: z.uuid() }),
		output: z.object({ id: z.uuid() }),
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
export type InputOf<K extends OperationId> = z.infer<Operations[K]['input']>;
export type OutputOf<K extends OperationId> = z.infer<Operations[K]['output']>;

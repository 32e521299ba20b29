/** Operations of policy: stating a purpose, and the log of decisions. */
import { z } from 'zod';
import { define, page, paging } from './operation.ts';
import { caseReference, purposeId, purposeStatement } from './purposes.ts';
import { instant, session } from './views.ts';

export const decisionView = z.object({
	id: z.uuid(),
	at: instant,
	/** Identifier of who asked, and the name by which the account is known here; null for machines that are gone. */
	subject: z.string(),
	subjectName: z.string().nullable(),
	role: z.string(),
	operation: z.string(),
	action: z.string(),
	/** Identifier of what it was asked about; null for lists and searches. */
	object: z.string().nullable(),
	purpose: z.string().nullable(),
	caseReference: z.string().nullable(),
	permitted: z.boolean(),
	reason: z.string(),
});

export const policyOperations = {
	statePurpose: define({
		id: 'statePurpose',
		method: 'POST',
		path: '/session/purpose',
		summary: 'Say for what purpose, and on which case, personal data are asked for from now on',
		action: 'session.purpose',
		input: purposeStatement,
		output: session,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	clearPurpose: define({
		id: 'clearPurpose',
		method: 'DELETE',
		path: '/session/purpose',
		summary: 'Take the stated purpose back; the next look at personal data asks again',
		action: 'session.purpose',
		input: z.object({}),
		output: session,
		errors: ['not-signed-in', 'not-permitted'],
	}),
	listDecisions: define({
		id: 'listDecisions',
		method: 'GET',
		path: '/decisions',
		summary: 'What policy decided, newest first: every refusal, and every access to personal data',
		action: 'decision.list',
		input: z.object({
			subject: z.string().max(100).optional().describe('identifier of who asked'),
			action: z.string().max(64).optional(),
			object: z.string().max(100).optional().describe('identifier of what it was asked about'),
			purpose: purposeId.optional(),
			caseReference: caseReference.optional(),
			outcome: z.enum(['permitted', 'denied']).optional(),
			from: z.string().max(40).optional().describe('from this instant on, ISO 8601'),
			until: z.string().max(40).optional().describe('before this instant, ISO 8601'),
			...paging,
		}),
		output: page(decisionView),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
} as const;

export type DecisionView = z.infer<typeof decisionView>;

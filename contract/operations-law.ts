/**
 * Operations on the law of a node: read it, ask it, see what a change would do, and narrow it. The law that comes with the program is
 * what may be permitted at most; a node narrows it, and never widens it.
 */
import { z } from 'zod';
import { actions, define } from './operation.ts';
import { caseReference, purposeId } from './purposes.ts';
import { agency, role } from './roles.ts';
import { instant } from './views.ts';

const signed = ['not-signed-in', 'not-permitted'] as const;

export const action = z.enum(actions);
/** Roles before the law: those of people and machines, whoever works on the machine itself, and nobody. */
export const lawRole = z.enum([...role.options, 'local-operator', 'anonymous']);

/** Takes a role, a purpose, or a role's use of a purpose from an action. */
export const narrowing = z
	.object({ action, role: role.optional(), purpose: purposeId.optional() })
	.refine((each) => each.role !== undefined || each.purpose !== undefined, 'names a role or a purpose');

export const articleView = z.object({
	action,
	/** Does the answer hold personal data? Then a purpose must be stated. */
	personalData: z.boolean(),
	permit: z.array(lawRole),
	purposes: z.array(purposeId),
	because: z.string(),
	/** Roles and purposes that the law would permit and the node does not. */
	narrowed: z.array(
		z.object({
			id: z.uuid(),
			role: role.nullable(),
			purpose: purposeId.nullable(),
			since: instant,
			reason: z.string(),
		}),
	),
});

/** A difference between the law as it is and as it would be. */
export const lawDifference = z.object({
	action,
	role,
	/** Null for actions without personal data. */
	purpose: purposeId.nullable(),
});

export const lawOperations = {
	readLaw: define({
		id: 'readLaw',
		method: 'GET',
		path: '/law',
		summary:
			'The law of this node: who may do what, for which purposes, why; as a table and as Cedar policies',
		action: 'law.read',
		input: z.object({}),
		output: z.object({
			agency,
			exercise: z.boolean(),
			articles: z.array(articleView),
			/** The same, as policies in Cedar's language with their schema, for its own tools. */
			cedar: z.object({ schema: z.string(), policies: z.string() }),
		}),
		errors: [...signed],
	}),
	askLaw: define({
		id: 'askLaw',
		method: 'GET',
		path: '/law/answer',
		summary: 'May somebody do something? The answer of policy with its reasons; nothing is done',
		action: 'law.read',
		input: z.object({
			role: lawRole,
			action,
			purpose: purposeId.optional(),
			caseReference: caseReference.optional(),
			secondFactor: z.enum(['used', 'missing', 'not-needed']).default('not-needed'),
			machine: z.stringbool().default(false).describe('true for a key instead of a person'),
		}),
		output: z.object({ permitted: z.boolean(), code: z.string().nullable(), reasons: z.array(z.string()) }),
		errors: [...signed, 'invalid-input'],
	}),
	simulateLaw: define({
		id: 'simulateLaw',
		method: 'POST',
		path: '/law/simulate',
		summary:
			'What would change if the law were narrowed so, or a narrowing lifted; and which decisions of the last days would be others',
		action: 'law.read',
		input: z.object({
			narrow: z.array(narrowing).max(50).default([]),
			/** Narrowings that would be lifted. */
			lift: z.array(z.uuid()).max(50).default([]),
			days: z.coerce.number().int().min(1).max(90).default(30),
		}),
		output: z.object({
			denied: z.array(lawDifference),
			permitted: z.array(lawDifference),
			log: z.object({
				from: instant,
				/** Decisions that were decided again, newest first up to a bound. */
				examined: z.number().int(),
				isComplete: z.boolean(),
				/** By what was asked, the most frequent first. */
				others: z.array(
					z.object({
						action: z.string(),
						role: z.string(),
						purpose: z.string().nullable(),
						wouldBe: z.enum(['permitted', 'denied']),
						times: z.number().int(),
						subjects: z.number().int(),
					}),
				),
			}),
		}),
		errors: [...signed, 'invalid-input', 'not-found'],
	}),
	narrowLaw: define({
		id: 'narrowLaw',
		method: 'POST',
		path: '/law/narrowings',
		summary: 'Permit less than the law would: take a role or a purpose from an action',
		action: 'law.change',
		input: z.object({
			action,
			role: role.optional(),
			purpose: purposeId.optional(),
			reason: z.string().trim().min(3).max(400),
		}),
		output: articleView,
		errors: [...signed, 'invalid-input', 'conflict'],
	}),
	liftNarrowing: define({
		id: 'liftNarrowing',
		method: 'POST',
		path: '/law/narrowings/:id/lift',
		summary: 'Permit again what the law permits',
		action: 'law.change',
		input: z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(400) }),
		output: articleView,
		errors: [...signed, 'invalid-input', 'not-found'],
	}),
	listNarrowings: define({
		id: 'listNarrowings',
		method: 'GET',
		path: '/law/narrowings',
		summary: 'Every narrowing there was, newest first: who, when, why, and when it was lifted',
		action: 'law.read',
		input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
		output: z.array(
			z.object({
				id: z.uuid(),
				action: z.string(),
				role: z.string().nullable(),
				purpose: z.string().nullable(),
				since: instant,
				by: z.string(),
				reason: z.string(),
				liftedAt: instant.nullable(),
				liftedBy: z.string().nullable(),
				liftReason: z.string().nullable(),
			}),
		),
		errors: [...signed],
	}),
} as const;

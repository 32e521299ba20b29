/**
 * Types of policy: who asks, for what, on which object, in which circumstances, and the answer.
 * A decision is a value with its reasons. Nothing in this room permits by default.
 */
import type { Action } from '../../contract/operations.ts';
import type { Role } from '../../contract/views.ts';

/**
 * Part that a subject plays before the law. The first eight are given to users and keys.
 * `local-operator`: whoever holds the data folder on the machine itself, and could therefore read it with any tool.
 * `anonymous`: nobody has signed in.
 */
export const subjectRoles = [
	'officer',
	'analyst',
	'supervisor',
	'data-protection-officer',
	'exchange-desk',
	'trainer',
	'integrator',
	'administrator',
	'local-operator',
	'anonymous',
] as const satisfies readonly (Role | 'local-operator' | 'anonymous')[];
export type SubjectRole = (typeof subjectRoles)[number];

/** Who asks. `id` identifies without naming: it is what logs show. */
export type Subject = {
	readonly kind: 'user' | 'machine' | 'local-operator' | 'anonymous';
	readonly id: string;
	readonly role: SubjectRole;
	/** The node that vouches for the subject; an anonymous subject has none. */
	readonly node: string | undefined;
};

/** What the action is done to. `node` is the node that holds it. */
export type ActionObject = {
	readonly node: string;
	/** Identifier of a record, submission, user or key; absent for lists and for what does not exist yet. */
	readonly id?: string;
	/** For users and keys: the role that they have or would get. */
	readonly role?: Role;
};

/** Circumstances. Purpose, agreement and time of day will come here. */
export type DecisionContext = {
	readonly at: Date;
	readonly channel: 'http' | 'command-line' | 'watched-folder';
};

export type Permit = { readonly permitted: true; readonly reasons: readonly string[] };
export type Deny = {
	readonly permitted: false;
	readonly code: 'not-signed-in' | 'not-permitted';
	readonly reasons: readonly string[];
};
export type Decision = Permit | Deny;

/** One article of the law: which roles may do the action, which may not, and why it is so. */
export type Article = {
	readonly permit: readonly SubjectRole[];
	readonly deny: readonly SubjectRole[];
	readonly because: string;
	/** True where the answer contains personal data: every such access is logged. */
	readonly personalData?: true;
};

export type Law = { readonly [action in Action]: Article };

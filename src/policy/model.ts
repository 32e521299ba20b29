/**
 * Types of policy: who asks, for what, on which object, in which circumstances, and the answer.
 * A decision is a value with its reasons. Nothing in this room permits by default.
 */
import type { Action } from '../../contract/operations.ts';
import type { PurposeId } from '../../contract/purposes.ts';
import type { Agency, Role } from '../../contract/roles.ts';

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
	/** A record that was restricted at the request of the person concerned, or a submission that holds one. */
	readonly restricted?: true;
	/** For users and keys: the role that they have or would get. */
	readonly role?: Role;
};

/** What somebody says: for what they ask, and on which case. */
export type StatedPurpose = {
	readonly purpose: PurposeId;
	readonly caseReference?: string;
	/** When it must be stated anew; left out where it comes with the request. */
	readonly until?: Date;
};

/** Circumstances. */
export type DecisionContext = {
	/** Of a person: used at sign-in, or missing although the role must have one. */
	readonly secondFactor: 'used' | 'missing' | 'not-needed';
	readonly at: Date;
	readonly channel: 'http' | 'command-line' | 'watched-folder';
	/** What the node is for, and whether all its data are invented: both say which purposes there are. */
	readonly agency: Agency;
	readonly exercise: boolean;
	readonly stated?: StatedPurpose;
	/** The law of the program as the node has narrowed it; that of the program where there is none. */
	readonly law?: Law;
	/** The only purpose that the key may state. */
	readonly boundPurpose?: PurposeId;
};

export type Permit = { readonly permitted: true; readonly reasons: readonly string[] };
export type Deny = {
	readonly permitted: false;
	readonly code: 'not-signed-in' | 'not-permitted' | 'purpose-needed' | 'second-factor-needed';
	readonly reasons: readonly string[];
};
export type Decision = Permit | Deny;

/** One article of the law: which roles may do the action, which may not, and why it is so. */
export type Article = {
	readonly permit: readonly SubjectRole[];
	readonly deny: readonly SubjectRole[];
	readonly because: string;
	/**
	 * Present where the answer contains personal data: the purposes that cover the action, one of which must be stated. Every
	 * such access is logged.
	 */
	readonly purposes?: readonly PurposeId[];
	/** Where a node has narrowed the law: a role may not do it for this purpose. */
	readonly except?: readonly { readonly role: SubjectRole; readonly purpose: PurposeId }[];
};

export type Law = { readonly [action in Action]: Article };

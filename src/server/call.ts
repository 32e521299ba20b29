/**
 * Types of one call of an operation: who calls, what a handler is given, and what it answers with.
 */
import type { LiveEvent } from '../../contract/views.ts';
import type { WithinTransaction } from '../platform/database/port.ts';
import type { DecisionContext, StatedPurpose, Subject } from '../policy/model.ts';
import type { SignedIn } from '../policy/operations.ts';
import type { StatedAt } from '../policy/purpose.ts';
import type { Node, NodeDescription } from './node.ts';

/** Who calls, from where. */
export type Caller = {
	subject: Subject;
	/** Known for users and machines. */
	signedIn?: SignedIn;
	/** For what they ask: of the session, or as it comes with the request. */
	stated?: StatedPurpose;
	channel: DecisionContext['channel'];
	/** Network address, for the back-off at sign-in; never logged. */
	address: string;
	/** Token of the session, for signing out. */
	sessionToken?: string;
};

/** One call, as a handler sees it. */
export type Call = {
	node: Node;
	/** All nodes that this process serves. */
	nodes: readonly NodeDescription[];
	caller: Caller;
	at: Date;
	/** Enters the change into the ledger, in the transaction that makes it. */
	enter?: WithinTransaction;
	/** The bytes of a submission. */
	body?: AsyncIterable<Uint8Array>;
};

/** Circumstances of the call, as policy weighs them. */
export const contextOf = ({ caller, at, node }: Pick<Call, 'caller' | 'at' | 'node'>): DecisionContext => ({
	at,
	channel: caller.channel,
	secondFactor: standingOf(caller.signedIn),
	law: node.law.inForce(),
	...whereOf(node),
	...(caller.stated === undefined ? {} : { stated: caller.stated }),
	...(caller.signedIn?.boundPurpose === undefined ? {} : { boundPurpose: caller.signedIn.boundPurpose }),
});

/** What the node says of the purposes that may be stated on it. */
export const whereOf = ({ agency, exercise = false }: NodeDescription): StatedAt => ({ agency, exercise });

function standingOf(signedIn: SignedIn | undefined): DecisionContext['secondFactor'] {
	if (signedIn?.secondFactor === undefined) return 'not-needed';
	const { used, needed } = signedIn.secondFactor;
	if (used) return 'used';
	return needed ? 'missing' : 'not-needed';
}

export type Answer =
	| { kind: 'value'; value: unknown; session?: { token: string } | 'ended' }
	| { kind: 'bytes'; bytes: Uint8Array; offset: number; total: number; name: string }
	| { kind: 'text'; chunks: AsyncIterable<string>; mediaType: string; name: string }
	| { kind: 'events'; follow: (listener: (event: LiveEvent) => void) => () => void };

/**
 * Types of one call of an operation: who calls, what a handler is given, and what it answers with.
 */
import type { LiveEvent } from '../../contract/views.ts';
import type { DecisionContext, Subject } from '../policy/model.ts';
import type { SignedIn } from '../policy/operations.ts';
import type { Node, NodeDescription } from './node.ts';

/** Who calls, from where. */
export type Caller = {
	subject: Subject;
	/** Known for users and machines. */
	signedIn?: SignedIn;
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
	/** The bytes of a submission. */
	body?: AsyncIterable<Uint8Array>;
};

export type Answer =
	| { kind: 'value'; value: unknown; session?: { token: string } | 'ended' }
	| { kind: 'bytes'; bytes: Uint8Array; offset: number; total: number; name: string }
	| { kind: 'text'; chunks: AsyncIterable<string>; mediaType: string; name: string }
	| { kind: 'events'; follow: (listener: (event: LiveEvent) => void) => () => void };

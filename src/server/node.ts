/**
 * A node: what one agency runs. One process serves one or several, each with a database of its own.
 */
import type { Overview } from '../../contract/views.ts';
import type { Exchange } from '../exchange/model.ts';
import type { Intake } from '../intake/operations.ts';
import type { LedgerOperations } from '../ledger/node-ledger.ts';
import type { DecisionLog } from '../policy/decision-log.ts';
import type { LawOfNode } from '../policy/law-operations.ts';
import type { SignIn } from '../policy/operations.ts';
import type { Resolution } from '../resolution/model.ts';
import type { Retention } from '../retention/model.ts';
import type { Screening } from '../screening/model.ts';
import type { Subjects } from '../subjects/model.ts';
import type { Targeting } from '../targeting/model.ts';

export type NodeDescription = Overview['node'];

export type Node = NodeDescription & {
	readonly intake: Intake;
	readonly screening: Screening;
	readonly resolution: Resolution;
	readonly targeting: Targeting;
	readonly exchange: Exchange;
	readonly ledger: LedgerOperations;
	readonly signIn: SignIn;
	readonly retention: Retention;
	readonly decisions: DecisionLog;
	readonly subjects: Subjects;
	readonly law: LawOfNode;
	/** Resolves where the database answers. */
	ready(): Promise<void>;
	/** Finishes what is being taken in, then closes vault and database. */
	close(): Promise<void>;
};

export const describeNode = ({ id, name, agency, country, exercise }: NodeDescription): NodeDescription => ({
	id,
	name,
	agency,
	country,
	...(exercise === undefined ? {} : { exercise }),
});

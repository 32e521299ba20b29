/**
 * The ledger of a node, as people and partners ask of it: what it holds, proofs, checkpoints with cosignatures, verification.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import type { Ledger } from './operations.ts';

type Ask<K extends OperationId> = (input: InputOf<K>) => Promise<OutputOf<K>>;

export type LedgerOperations = {
	readLedger: Ask<'readLedger'>;
	listLedger: Ask<'listLedger'>;
	proveLedgerEntry: Ask<'proveLedgerEntry'>;
	verifyLedger: Ask<'verifyLedger'>;
	exportLedger(input: InputOf<'exportLedger'>): AsyncIterable<string>;
};

export function createLedgerOperations(_ledger: Ledger): LedgerOperations {
	const later = (): never => {
		throw new TidewaiterError('internal', 'The ledger is not connected yet.');
	};
	return {
		readLedger: later,
		listLedger: later,
		proveLedgerEntry: later,
		verifyLedger: later,
		exportLedger: later,
	};
}

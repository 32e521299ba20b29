/**
 * Tables of the ledger, as TypeScript sees them; 0006-ledger.sql says what they mean.
 */
import type { Generated } from 'kysely';

export type LedgerTables = {
	ledger_entry: { position: number; at: Date; what: string; body: string };
	ledger_tile: { level: number; index: number; hashes: Uint8Array };
	ledger_state: { singleton: Generated<boolean>; size: number };
	ledger_checkpoint: { size: number; at: Date; note: string };
	ledger_evidence: {
		id: string;
		partner: string;
		at: Date;
		kind: string;
		sentence: string;
		kept: string;
		shown: string;
		cleared_at: Date | null;
		cleared_by: string | null;
		reason: string | null;
	};
};

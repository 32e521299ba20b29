/**
 * Tables of the ledger, as TypeScript sees them; 0006-ledger.sql says what they mean.
 */
import type { Generated } from 'kysely';

export type LedgerTables = {
	ledger_entry: { position: number; at: Date; what: string; body: string };
	ledger_tile: { level: number; index: number; hashes: Uint8Array };
	ledger_state: { singleton: Generated<boolean>; size: number };
	ledger_checkpoint: { size: number; at: Date; note: string };
};

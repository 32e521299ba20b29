/**
 * Tables of retention, as TypeScript sees them; 0009-retention.sql says what they mean.
 */

export type RetentionRuleTable = {
	kind: string;
	version: number;
	mask_after_days: number | null;
	delete_after_days: number;
	reason: string;
	basis: string | null;
	changed_at: Date;
	changed_by: string;
};

export type RetentionHoldTable = {
	id: string;
	document: string;
	record_id: string;
	ground: string;
	reason: string;
	case_reference: string | null;
	actor: string;
	at: Date;
	review_on: string;
	lifted_at: Date | null;
	lifted_by: string | null;
	lifted_because: string | null;
};

export type RetentionBatchTable = {
	id: string;
	at: Date;
	act: string;
	kind: string;
	amount: number;
	subjects: string;
	because: string;
	actor: string | null;
	ledger_position: number;
};

export type RetentionRunTable = {
	id: string;
	started_at: Date;
	ended_at: Date | null;
	masked: number;
	deleted: number;
	destroyed: number;
	held: number;
	error: string | null;
};

export type RetentionTables = {
	retention_rule: RetentionRuleTable;
	retention_progress: { kind: string; act: string; position: string };
	retention_left: { record_id: string; kind: string; because: string; looked_at: Date };
	retention_hold: RetentionHoldTable;
	retention_batch: RetentionBatchTable;
	retention_run: RetentionRunTable;
	retention_destruction: { pack: string; pack_offset: number; sha256: Uint8Array; asked_at: Date };
};

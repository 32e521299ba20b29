/**
 * The tables as TypeScript sees them. A test compares this with the schema that the migrations make.
 */
import type { Generated } from 'kysely';
import type { ExchangeTables } from './tables-exchange.ts';
import type { LedgerTables } from './tables-ledger.ts';
import type { ResolutionTables } from './tables-resolution.ts';
import type { RetentionTables } from './tables-retention.ts';
import type { ScreeningTables } from './tables-screening.ts';
import type { SignInTables } from './tables-sign-in.ts';
import type { SubjectTables } from './tables-subjects.ts';
import type { TargetingTables } from './tables-targeting.ts';

export type SubmissionTable = {
	id: Uint8Array;
	received_at: Date;
	source: string;
	channel: string;
	name: string | null;
	mapping: string | null;
	bytes: number;
	pack: string;
	pack_offset: number;
	format: string;
	status: string;
	position: Generated<number>;
	records: Generated<number>;
	created: Generated<number>;
	amended: Generated<number>;
	repeated: Generated<number>;
	refused: Generated<number>;
	infos: Generated<number>;
	warnings: Generated<number>;
	errors: Generated<number>;
	attempts: Generated<number>;
	first_record: string | null;
	last_record: string | null;
	destroyed_at: Generated<Date | null>;
};

export type RecordTable = {
	id: string;
	kind: string;
	reference: string;
	version: number;
	latest: boolean;
	submission: Uint8Array;
	position: number;
	place: string;
	format: string;
	office: string | null;
	carrier: string | null;
	lane: string | null;
	lane_reason: string | null;
	caption: string;
	document_date: string | null;
	origin_country: string | null;
	destination_country: string | null;
	hs_code: string | null;
	gross_mass_kg: number | null;
	value: number | null;
	currency: string | null;
	infos: number;
	warnings: number;
	errors: number;
	body: string;
	masked_at: Date | null;
	/** Seen by the data-protection officer only. */
	restricted: Generated<boolean>;
};

export type RecordHeadTable = { key: string; record_id: string; version: number; content: string };
export type RecordKeyTable = { key: number; record_id: string };

export type FindingTable = {
	record_id: string;
	position: number;
	code: string;
	severity: number;
	place: string;
	value: string | null;
	against: string | null;
	other_record: string | null;
	sentence: string;
	first_of_code: boolean;
};

export type QuarantineTable = {
	id: string;
	submission: Uint8Array;
	format: string;
	place: string;
	code: string;
	reason: string;
	remedy: string;
	state: Generated<string>;
	attempts: Generated<number>;
	last_tried_at: Date | null;
	discard_reason: string | null;
};

export type TallyTable = {
	hour: Date;
	kind: string;
	office: string;
	carrier: string;
	lane: string;
	records: number;
	infos: number;
	warnings: number;
	errors: number;
	given: number;
	expected: number;
};

export type FindingTallyTable = {
	hour: Date;
	code: string;
	severity: number;
	findings: number;
	example: string;
};

export type Tables = {
	migration: { name: string; sha256: string; applied_at: Generated<Date> };
	submission: SubmissionTable;
	record: RecordTable;
	record_head: RecordHeadTable;
	record_key: RecordKeyTable;
	finding: FindingTable;
	quarantine: QuarantineTable;
	tally: TallyTable;
	finding_tally: FindingTallyTable;
	total: { name: string; amount: number };
} & SignInTables &
	ScreeningTables &
	ResolutionTables &
	TargetingTables &
	LedgerTables &
	ExchangeTables &
	RetentionTables &
	SubjectTables;

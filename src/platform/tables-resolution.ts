/**
 * Tables of resolution, as TypeScript sees them; 0004-resolution.sql says what they mean.
 */
import type { Generated } from 'kysely';

export type EntityTable = {
	id: string;
	kind: string;
	firm: boolean;
	caption: string;
	anchor: string;
	yielded_to: string | null;
	mentions: number;
	contested: boolean;
	first_record: string;
	made_at: Date;
};

export type EntityAliasTable = {
	id: string;
	anchor: string;
	yielded_to: string;
	made_at: Date;
	merged_at: Date;
};

export type EntityEventTable = {
	id: string;
	entity: string;
	at: Date;
	what: string;
	other: string | null;
	actor: string | null;
};

export type JudgementTable = {
	id: string;
	left_mention: string;
	right_mention: string;
	verdict: string;
	made_by: string;
	judge: string | null;
	judge_id: string | null;
	strength: number;
	probability: number | null;
	evidence: string;
	reason: string;
	model: number;
	cut: boolean;
	at: Date;
	undone_at: Date | null;
	undone_by: string | null;
	undone_reason: string | null;
};

export type CandidateTable = {
	id: string;
	left_mention: string;
	right_mention: string;
	kind: string;
	probability: number;
	evidence: string;
	sentence: string;
	model: number;
	state: string;
	reason: string | null;
	raised_at: Date;
	closed_at: Date | null;
};

export type LinkageModelTable = {
	version: number;
	kind: string;
	origin: string;
	body: string;
	made_at: Date;
};

export type SharedValueTable = { value: number; name: number; mention: string };

export type CappedValueTable = {
	value: number;
	kind: string;
	text: string;
	cap: number;
	mentions: number;
	capped_at: Date;
};

export type ResolutionRunTable = {
	id: string;
	state: string;
	estimate: boolean;
	estimated: boolean;
	position_record: string | null;
	position_key: string | null;
	upto: string;
	done: number;
	expected: number;
	note: string;
	started_at: Date;
	ended_at: Date | null;
};

export type ResolutionStateTable = {
	singleton: Generated<boolean>;
	mentions: number;
	entities: number;
	candidates: number;
	by_model: number;
	by_identifier: number;
	by_person: number;
};

export type ResolutionTables = {
	entity: EntityTable;
	entity_alias: EntityAliasTable;
	entity_event: EntityEventTable;
	judgement: JudgementTable;
	candidate: CandidateTable;
	linkage_model: LinkageModelTable;
	resolution_key: { key: number; mention: string };
	shared_value: SharedValueTable;
	capped_value: CappedValueTable;
	resolution_queue: { mention: string; reason: string };
	resolution_run: ResolutionRunTable;
	resolution_state: ResolutionStateTable;
};

/**
 * Tables of mentions and screening, as TypeScript sees them; 0003-mentions-and-screening.sql says what they mean.
 */
import type { Generated } from 'kysely';

export type MentionTable = {
	key: string;
	kind: string;
	purpose: string;
	caption: string;
	content: string;
	side: string;
	first_record: string;
	entity: string | null;
};

export type AppearanceTable = {
	record_id: string;
	position: number;
	mention: string;
	role: string;
	place: string;
};

export type MentionPartTable = { whole: string; part: string; role: string };

export type ListTable = {
	id: string;
	name: string;
	format: string;
	thresholds: string;
	instruction: string;
	active_version: number | null;
	created_at: Date;
};

export type ListVersionTable = {
	list: string;
	version: number;
	state: string;
	content: string;
	loaded_at: Date;
	loaded_by: string;
	activated_at: Date | null;
	published_at: string | null;
	source: string | null;
	entries: number;
	added: number;
	changed: number;
	removed: number;
	problems: string;
	problem_count: number;
};

export type ListEntryTable = {
	list: string;
	key: string;
	from_version: number;
	until_version: number | null;
	content: string;
	kind: string;
	caption: string;
	search: string;
	body: string;
};

export type ScreeningStateTable = { singleton: Generated<boolean>; generation: number };

export type RescreeningTable = {
	id: string;
	list: string;
	generation: number;
	entries: string | null;
	position: string | null;
	upto: string;
	screened: number;
	expected: number;
	started_at: Date;
	ended_at: Date | null;
};

export type HitTable = {
	id: string;
	mention: string;
	list: string;
	entry: string;
	entry_content: string;
	score: number;
	sentence: string;
	explanation: string;
	state: string;
	reason: string | null;
	decided_by: string | null;
	decided_at: Date | null;
	raised_at: Date;
	purpose: string;
};

export type HitEventTable = {
	hit: string;
	position: number;
	at: Date;
	what: string;
	actor: string | null;
	reason: string | null;
};

export type DismissalTable = {
	id: string;
	side: string;
	subject: string;
	list: string;
	entry: string;
	entry_content: string;
	reason: string;
	actor: string;
	at: Date;
	ended_at: Date | null;
	ended_because: string | null;
};

export type ScreeningTables = {
	mention: MentionTable;
	appearance: AppearanceTable;
	mention_part: MentionPartTable;
	list: ListTable;
	list_version: ListVersionTable;
	list_entry: ListEntryTable;
	screening_state: ScreeningStateTable;
	rescreening: RescreeningTable;
	hit: HitTable;
	hit_event: HitEventTable;
	dismissal: DismissalTable;
};

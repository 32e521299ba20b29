/**
 * Tables of targeting, as TypeScript sees them; 0005-targeting.sql says what they mean.
 */
import type { Generated, GeneratedAlways } from 'kysely';

export type AssessmentTable = {
	record_id: string;
	kind: string;
	office: string | null;
	lane_rank: number;
	basis: string;
	insisted: GeneratedAlways<number>;
	score: number;
	probability: number | null;
	expected_revenue: number | null;
	model_version: number | null;
	challenger_version: number | null;
	challenger_probability: number | null;
	random: boolean;
	waiting: boolean;
	result: string | null;
	detail: string;
};

export type RuleFiringTable = {
	rule: string;
	record_id: string;
	place: string;
	version: number;
	sentence: string;
};

export type InspectionTable = {
	outcome_record: string;
	subject: string;
	record_id: string | null;
	inspected_at: string;
	inspection: string;
	result: string;
	findings: string;
	recovered: number | null;
	currency: string | null;
	minutes: number | null;
	received_at: Date;
};

export type LaneOverrideTable = {
	record_id: string;
	position: number;
	at: Date;
	actor: string;
	lane_from: string;
	lane_to: string;
	reason: string;
};

export type LaneSettingTable = {
	singleton: boolean;
	settings: string;
	secret: Uint8Array;
	changed_at: Date | null;
	changed_by: string | null;
};

export type LaneChangeTable = {
	id: string;
	at: Date;
	actor: string;
	what: string;
	before: string | null;
	after: string | null;
	reason: string | null;
};

export type TrustedTraderTable = {
	scheme: string;
	value: string;
	name: string;
	programme: string;
	valid_until: string;
	added_by: string;
	added_at: Date;
};

export type LaneDayTable = {
	day: string;
	office: string;
	kind: string;
	lane: string;
	basis: string;
	records: number;
	inspected: number;
	found: number;
	recovered: number;
};

export type GroupDayTable = {
	day: string;
	source: string;
	dimension: string;
	member: string;
	assessed: number;
	selected: number;
	inspected: number;
	found: number;
};

export type RuleVersionTable = {
	id: string;
	version: number;
	state: string;
	body: string;
	content: string;
	tried: string;
	writers: string;
	changed_at: Date;
	changed_by: string;
	proposed_by: string | null;
	approved_by: string | null;
	counted_from: string | null;
};

export type RuleBookTable = { singleton: boolean; generation: number };

export type RuleBacktestTable = {
	rule: string;
	tried: string;
	at: Date;
	actor: string;
	result: string;
};

export type RuleEventTable = {
	rule: string;
	position: number;
	at: Date;
	what: string;
	version: number;
	actor: string;
	reason: string | null;
};

export type RuleDayTable = {
	rule: string;
	day: string;
	fired: number;
	inspected: number;
	found: number;
	errored: number;
	minutes: number;
	recovered: number;
	last_error: string | null;
};

export type ModelTable = {
	version: number;
	state: string;
	trained_at: Date;
	trained_by: string;
	decided_at: Date | null;
	decided_by: string | null;
	reason: string | null;
	card: string;
	comparison: string | null;
	drift: Generated<string | null>;
	scored: Generated<number>;
	body: string;
};

export type TargetingTables = {
	assessment: AssessmentTable;
	rule_firing: RuleFiringTable;
	inspection: InspectionTable;
	lane_override: LaneOverrideTable;
	lane_setting: LaneSettingTable;
	lane_change: LaneChangeTable;
	trusted_trader: TrustedTraderTable;
	lane_day: LaneDayTable;
	group_day: GroupDayTable;
	rule_version: RuleVersionTable;
	rule_book: RuleBookTable;
	rule_backtest: RuleBacktestTable;
	rule_event: RuleEventTable;
	rule_day: RuleDayTable;
	model: ModelTable;
};

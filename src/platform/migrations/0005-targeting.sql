-- Assessments and lanes, what inspections found, rules and models, counts by group.

-- Why a record is in its lane. One row for every record that is assessed, also the green ones.
create table assessment (
	record_id uuid not null,
	kind text not null,
	office text,
	lane_rank smallint not null,                -- 0 red, 1 yellow, 2 blue, 3 green
	basis text not null,                        -- mandatory, rules, validation, model, chance, override, none
	-- 0 where an alert, a mandatory rule or a person asked: it stands before any score of its lane.
	insisted smallint not null generated always as (case when basis in ('mandatory', 'override') then 0 else 1 end) stored,
	score real not null,                        -- 0 to 1, rules and model together
	probability real,                           -- of the champion alone
	expected_revenue real,
	model_version integer,
	challenger_version integer,
	challenger_probability real,
	random boolean not null,                    -- drawn at random, whatever else spoke for a check
	waiting boolean not null,                   -- not green, newest version, not inspected
	result text,                                -- of the newest outcome
	detail text not null,                       -- JSON: src/targeting/store/assessment-detail.ts
	primary key (record_id)
) partition by range (record_id);
create index assessment_queue on assessment (lane_rank, insisted, score desc, record_id) where waiting;
create index assessment_inspected on assessment (record_id) where result is not null;

-- Rules that fired, by rule and newest record; and by record.
create table rule_firing (
	rule text not null,
	record_id uuid not null,
	place text not null,
	version integer not null,
	sentence text not null,
	primary key (rule, record_id, place)
);
create index rule_firing_record on rule_firing (record_id);

-- What an inspection found. Its own record is the outcome that was sent or entered.
create table inspection (
	outcome_record uuid primary key,
	subject uuid not null,                      -- contentKey of kind and reference of what was inspected
	record_id uuid,                             -- the version that was newest then; null until the node has the record
	inspected_at text not null,
	inspection text not null,
	result text not null,
	findings text not null,                     -- JSON list of types
	recovered double precision,
	currency text,
	minutes integer,
	received_at timestamptz not null
);
create index inspection_record on inspection (record_id, outcome_record);
create index inspection_waiting on inspection (subject) where record_id is null;

create table lane_override (
	record_id uuid not null,
	position integer not null,
	at timestamptz not null,
	actor text not null,
	lane_from text not null,
	lane_to text not null,
	reason text not null,
	primary key (record_id, position)
);

create table lane_setting (
	singleton boolean primary key default true check (singleton),
	settings text not null,                     -- JSON: laneSettings
	secret bytea not null,                      -- key of the draw by chance
	changed_at timestamptz,
	changed_by text
);

-- Every change of settings, trusted traders included.
create table lane_change (
	id uuid primary key,
	at timestamptz not null,
	actor text not null,
	what text not null,
	before text,
	after text,
	reason text
);

create table trusted_trader (
	scheme text not null,
	value text not null,
	name text not null,
	programme text not null,
	valid_until text not null,
	added_by text not null,
	added_at timestamptz not null,
	primary key (scheme, value)
);

-- Counts by day, for capacities and for what each way of selecting brought.
create table lane_day (
	day date not null,
	office text not null,
	kind text not null,
	lane text not null,
	basis text not null,
	records bigint not null,
	inspected bigint not null,
	found bigint not null,
	recovered double precision not null,
	primary key (day, office, kind, lane, basis)
);

-- Counts by group, for fairness. No person can be told from them.
create table group_day (
	day date not null,
	source text not null,                       -- all, model, chance, rule:ID
	dimension text not null,                    -- nationality, origin, office, trader-size
	member text not null,                       -- the group
	assessed bigint not null,
	selected bigint not null,
	inspected bigint not null,
	found bigint not null,
	primary key (source, dimension, day, member)
);

create table rule_version (
	id text not null,
	version integer not null,
	state text not null,                        -- draft, proposed, live, retired; expired follows from the day
	body text not null,                         -- JSON, as in contract/rules.ts
	content uuid not null,                      -- contentKey of the text without its days
	tried uuid not null,                        -- contentKey of what a backtest depends on
	writers text not null,                      -- JSON: who wrote or proposed it, by identifier; they may not approve it
	changed_at timestamptz not null,
	changed_by text not null,
	proposed_by text,
	approved_by text,
	counted_from date,                          -- first day whose counts speak of this condition
	primary key (id, version)
);
create unique index rule_version_live on rule_version (id) where state = 'live';

-- Which state of the rules a process has read: it asks for this number instead of for all rules.
create table rule_book (
	singleton boolean primary key default true check (singleton),
	generation bigint not null
);
insert into rule_book (generation) values (0);

-- What a condition would have chosen: the last results of a rule, by what they depend on.
create table rule_backtest (
	rule text not null,
	tried uuid not null,
	at timestamptz not null,
	actor text not null,
	result text not null,                       -- JSON: contract/views-rules.ts
	primary key (rule, tried)
);

create table rule_event (
	rule text not null,
	position integer not null,
	at timestamptz not null,
	what text not null,
	version integer not null,
	actor text not null,
	reason text,
	primary key (rule, position)
);

create table rule_day (
	rule text not null,
	day date not null,
	fired bigint not null,                      -- records, not units
	inspected bigint not null,
	found bigint not null,
	errored bigint not null,
	minutes bigint not null,
	recovered double precision not null,
	last_error text,
	primary key (rule, day)
);

create table model (
	version integer primary key,
	state text not null,                        -- trained, challenger, champion, retired
	trained_at timestamptz not null,
	trained_by text not null,
	decided_at timestamptz,
	decided_by text,
	reason text,
	card text not null,                         -- JSON: contract/views-models.ts
	comparison text,                            -- JSON, with the champion of the day on which it was trained
	drift text,                                 -- JSON: counts of what it scored since it became what it is
	scored bigint not null default 0,           -- lines of goods, since then
	body text not null                          -- JSON: trees of both heads
);
create unique index model_champion on model (state) where state = 'champion';
create unique index model_challenger on model (state) where state = 'challenger';

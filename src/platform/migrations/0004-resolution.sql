-- Who is who: entities, the judgements that hold them together, what is only suspected, and the index by which
-- mentions find each other. The rules are in src/resolution/graph/.

-- What the judgements that hold add up to. An identifier answers with the entity in which its anchor stands, so that a
-- merge and a split need not touch those who know it.
create table entity (
	id uuid primary key,
	kind text not null,                         -- as contract/views-resolution.ts
	firm boolean not null,                      -- false while no mention says whether it is a person or an organisation
	caption text not null,
	anchor uuid not null,                       -- the mention that carries this identifier
	yielded_to uuid,                            -- the identifier to which it gave way when both were one entity
	mentions integer not null,
	contested boolean not null,                 -- a judgement keeps one of its mentions apart from another entity
	first_record uuid not null,
	made_at timestamptz not null
);
create index entity_kind on entity (kind, id);

-- Identifiers that were merged into others.
create table entity_alias (
	id uuid primary key,
	anchor uuid not null,
	yielded_to uuid not null,
	made_at timestamptz not null,
	merged_at timestamptz not null
);
create index entity_alias_anchor on entity_alias (anchor);

create table entity_event (
	id uuid primary key,
	entity uuid not null,
	at timestamptz not null,
	what text not null,                         -- merged, split, restored
	other uuid,
	actor text
);
create index entity_event_entity on entity_event (entity, id);

create table judgement (
	id uuid primary key,                        -- sorts by time: of a pair, a person's newest word holds
	left_mention uuid not null,                 -- the smaller key
	right_mention uuid not null,
	verdict text not null,                      -- same, different, unsure
	made_by text not null,                      -- model, identifier, person
	judge text,                                 -- name of the person
	judge_id uuid,
	strength double precision not null,         -- bits, log2 of the odds: what the stronger says goes first
	probability double precision,
	evidence text not null,                     -- JSON, as in contract/views-screening.ts
	reason text not null,
	model integer not null,                     -- version of the parameters, 0 for a person
	cut boolean not null,                       -- says same, and something stronger keeps both apart
	at timestamptz not null,
	undone_at timestamptz,
	undone_by text,
	undone_reason text
);
create index judgement_left on judgement (left_mention);
create index judgement_right on judgement (right_mention);

-- Pairs between the two thresholds. Never part of an entity.
create table candidate (
	id uuid primary key,
	left_mention uuid not null,
	right_mention uuid not null,
	kind text not null,
	probability double precision not null,
	evidence text not null,
	sentence text not null,
	model integer not null,
	state text not null,                        -- open, same, different, unsure, lapsed
	reason text,
	raised_at timestamptz not null,
	closed_at timestamptz
);
create index candidate_state on candidate (state, id);
create index candidate_kind on candidate (state, kind, id);
create index candidate_left on candidate (left_mention);
create index candidate_right on candidate (right_mention);

-- Parameters of the linkage models; the newest version of each kind is used.
create table linkage_model (
	version integer not null,
	kind text not null,
	origin text not null,                       -- default, or the day of the estimation
	body text not null,                         -- JSON, as in src/resolution/linkage/model.ts
	made_at timestamptz not null,
	primary key (version, kind)
);

-- Hashes under which mentions are found: to be compared, by name, by number. Rows of one key are together.
create table resolution_key (
	key bigint not null,
	mention uuid not null,
	primary key (key, mention)
);

-- Different names that share a number, an address, a telephone: one row for each name, up to one more than the cap.
create table shared_value (
	value bigint not null,                      -- hash of its kind and text
	name bigint not null,                       -- hash of the name's skeleton
	mention uuid not null,                      -- the first that had it under this name
	primary key (value, name)
);

-- Values that so many share that they link nobody by themselves.
create table capped_value (
	value bigint primary key,
	kind text not null,
	text text not null,
	cap integer not null,
	mentions integer not null,
	capped_at timestamptz not null
);
create index capped_value_mentions on capped_value (mentions desc, value);

-- Mentions that were resolved and are to be looked at again.
create table resolution_queue (mention uuid primary key, reason text not null);

create table resolution_run (
	id uuid primary key,
	state text not null,                        -- running, done, failed
	estimate boolean not null,
	estimated boolean not null,
	position_record uuid,                       -- the last mention that was resolved again
	position_key uuid,
	upto uuid not null,                         -- mentions that came later were resolved with the new parameters already
	done bigint not null,
	expected bigint not null,
	note text not null,
	started_at timestamptz not null,
	ended_at timestamptz
);

-- One row: numbers that would be slow to count.
create table resolution_state (
	singleton boolean primary key default true check (singleton),
	mentions bigint not null,
	entities bigint not null,
	candidates bigint not null,
	by_model bigint not null,
	by_identifier bigint not null,
	by_person bigint not null
);
insert into resolution_state (mentions, entities, candidates, by_model, by_identifier, by_person) values (0, 0, 0, 0, 0, 0);

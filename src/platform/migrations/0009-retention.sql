-- Retention: how long what is kept is kept, what holds it back, and what ended. No personal data but what people write as reasons.

alter table record add column masked_at timestamptz;     -- personal data in it and in what hangs on it are gone
alter table submission add column destroyed_at timestamptz; -- the bytes in the vault are gone

-- Words on how long a kind is kept; the highest version holds. A kind without a row has the days of the program.
create table retention_rule (
	kind text not null,                         -- as in contract/operations-retention.ts
	version integer not null,
	mask_after_days integer,                    -- null: not masked before its end
	delete_after_days integer not null,
	reason text not null,
	basis text,                                 -- what was named for an end beyond the maximum
	changed_at timestamptz not null,
	changed_by text not null,
	primary key (kind, version)
);

-- How far a pass came, by kind and act: what lies before was ended, or is in retention_left. A restart goes on there.
create table retention_progress (
	kind text not null,
	act text not null,                          -- masked, deleted
	position text not null,                     -- identifier of the last record; for what has none, instant and identifier
	primary key (kind, act)
);

-- Newest versions that were due and are held; every pass looks at them again.
create table retention_left (
	record_id uuid primary key,
	kind text not null,
	because text not null,
	looked_at timestamptz not null
);
create index retention_left_order on retention_left (looked_at, record_id);

create table retention_hold (
	id uuid primary key,
	document uuid not null,                     -- documentKey of kind and reference: all versions are held
	record_id uuid not null,                    -- the one that was named
	ground text not null,
	reason text not null,
	case_reference text,
	actor text not null,
	at timestamptz not null,
	review_on date not null,
	lifted_at timestamptz,
	lifted_by text,
	lifted_because text
);
create index retention_hold_document on retention_hold (document);
create index retention_hold_open on retention_hold (id) where lifted_at is null;
create index retention_hold_review on retention_hold (review_on, id) where lifted_at is null;
create index retention_hold_lifted on retention_hold (id) where lifted_at is not null;

-- What ended, one row for each batch and kind; the ledger has the same, and proves it.
create table retention_batch (
	id uuid primary key,
	at timestamptz not null,
	act text not null,                          -- masked, deleted, erased, destroyed
	kind text not null,
	amount integer not null,
	subjects text not null,                     -- JSON list of identifiers made by chance or by hashing
	because text not null,
	actor text,
	ledger_position bigint not null
);
create index retention_batch_act on retention_batch (act, id);

create table retention_run (
	id uuid primary key,
	started_at timestamptz not null,
	ended_at timestamptz,
	masked bigint not null,
	deleted bigint not null,
	destroyed bigint not null,
	held bigint not null,
	error text
);

-- Originals whose rows are gone and whose bytes are still to be destroyed in the vault: committed first, then done.
create table retention_destruction (
	pack text not null,
	pack_offset bigint not null,
	sha256 bytea not null,
	asked_at timestamptz not null,
	primary key (pack, pack_offset)
);

create index submission_received on submission (received_at, id);
-- Findings that another document is named in: what they say of it goes with it.
create index finding_other on finding (other_record) where other_record is not null;
create index match_question_at on match_question (at);
create index intersection_at on intersection (at);

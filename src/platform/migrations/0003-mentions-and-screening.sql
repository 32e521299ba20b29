-- What records say of persons, organisations and things; the lists these are held against; hits.

-- One row for each distinct description. Equal content under one purpose is one mention, however many records have it.
create table mention (
	key uuid primary key,                       -- 128 bits of SHA-256 of purpose and content
	kind text not null,                         -- person, organisation, party, vessel … (src/mentions/model.ts)
	purpose text not null,                      -- goods, travel, money, movement
	caption text not null,
	content text not null,                      -- JSON, as in src/mentions/model.ts
	side uuid not null,                         -- hash of what screening looks at: dismissals hold for it
	first_record uuid not null,                 -- record with which it came; sorts by time of receipt
	entity uuid                                 -- null until it is resolved
);
create index mention_waiting on mention (first_record, key) where entity is null;
create index mention_entity on mention (entity, first_record) where entity is not null;
-- Re-screening and previews go through mentions in the order of their arrival.
create index mention_arrival on mention (first_record, key);

-- Where a mention stands. Rows of one record are together; by month, like the records.
create table appearance (
	record_id uuid not null,
	position integer not null,
	mention uuid not null,
	role text not null,
	place text not null,
	primary key (record_id, position)
) partition by range (record_id);
create index appearance_mention on appearance (mention, record_id);

-- Mentions that are part of another: the address or the account of a party.
create table mention_part (
	whole uuid not null,
	part uuid not null,
	role text not null,
	primary key (whole, part, role)
);
create index mention_part_part on mention_part (part);

create table list (
	id text primary key,
	name text not null,
	format text not null,
	thresholds text not null,                   -- JSON by purpose; a purpose that is missing is not screened for
	instruction text not null,                  -- JSON: category, action, handling, owner, legal basis, review date
	active_version integer,
	created_at timestamptz not null
);

create table list_version (
	list text not null references list (id),
	version integer not null,
	state text not null,                        -- staged, active, retired, discarded
	content uuid not null,                      -- hash of all entries: the same content is not a new version
	loaded_at timestamptz not null,
	loaded_by text not null,
	activated_at timestamptz,
	published_at text,
	source text,
	entries integer not null,
	added integer not null,
	changed integer not null,
	removed integer not null,
	problems text not null,                     -- JSON, at most 200
	problem_count integer not null,
	primary key (list, version)
);

-- An entry as it was from one version (inclusive) until another (exclusive).
create table list_entry (
	list text not null references list (id),
	key text not null,
	from_version integer not null,
	until_version integer,
	content uuid not null,
	kind text not null,
	caption text not null,
	search text not null,                       -- names in lower-case Latin letters, for looking up
	body text not null,                         -- JSON, as in contract/lists.ts
	primary key (list, key, from_version)
);
create index list_entry_version on list_entry (list, from_version, until_version);
create index list_entry_ended on list_entry (list, until_version) where until_version is not null;

-- Counts up with every change of what is screened against. A batch that was screened under an older count is screened
-- again before it is saved, so that no record slips between a change and the screening of what is stored.
create table screening_state (
	singleton boolean primary key default true check (singleton),
	generation integer not null
);
insert into screening_state (generation) values (1);

-- Screening of what is stored, after a change; goes on where it was after a restart.
create table rescreening (
	id uuid primary key,
	list text not null references list (id),
	generation integer not null,
	entries text,                               -- JSON list of keys; null means all of the list
	position uuid,                              -- first_record of the last mention that was screened
	upto uuid not null,                         -- highest first_record, read while screening_state is locked: later ones were screened already
	screened bigint not null,
	expected bigint not null,
	started_at timestamptz not null,
	ended_at timestamptz
);
create index rescreening_open on rescreening (started_at) where ended_at is null;

-- A mention that an entry of a list may be.
create table hit (
	id uuid primary key,
	mention uuid not null references mention (key),
	list text not null references list (id),
	entry text not null,
	entry_content uuid not null,                -- the entry as it was when the state was set
	score real not null,
	sentence text not null,
	explanation text not null,                  -- JSON, as in contract/views-screening.ts
	state text not null,                        -- open, confirmed, dismissed, withdrawn
	reason text,
	decided_by text,
	decided_at timestamptz,
	raised_at timestamptz not null,
	purpose text not null
);
create unique index hit_pair on hit (mention, list, entry);
create index hit_state on hit (state, id);
create index hit_list on hit (list, state, id);
create index hit_entry on hit (list, entry, id);

create table hit_event (
	hit uuid not null references hit (id),
	position integer not null,
	at timestamptz not null,
	what text not null,                         -- raised, confirmed, dismissed, reopened, dismissal-ended, withdrawn, scored
	actor text,
	reason text,
	primary key (hit, position)
);

-- An analyst's word that this side is not that entry. It holds while both stay as they were.
create table dismissal (
	id uuid primary key,
	side uuid not null,
	subject uuid not null,                      -- hash of kind and name: finds earlier dismissals of who looks the same
	list text not null references list (id),
	entry text not null,
	entry_content uuid not null,
	reason text not null,
	actor text not null,
	at timestamptz not null,
	ended_at timestamptz,
	ended_because text
);
create unique index dismissal_pair on dismissal (side, list, entry) where ended_at is null;
create index dismissal_entry on dismissal (list, entry) where ended_at is null;
create index dismissal_subject on dismissal (subject, list, entry);

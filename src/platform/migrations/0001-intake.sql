-- What intake keeps: submissions, records by month, the identifiers by which records meet, findings, quarantine, tallies.
-- Identifiers are UUID version 7: they sort by time of receipt, so that new rows go to the right edge of every index
-- and a month is a range of identifiers.

-- One row for each distinct content that was received. The bytes are in the vault.
create table submission (
	id bytea primary key,                       -- SHA-256 of the bytes
	received_at timestamptz not null,
	source text not null,                       -- who sent it
	channel text not null,                      -- command-line, http, watched-folder, simulated
	name text,                                  -- file name as given, a hint only
	mapping text,                               -- mapping of a CSV file
	bytes bigint not null,
	pack text not null,                         -- where the vault keeps the bytes
	pack_offset bigint not null,
	format text not null,
	status text not null,                       -- reading, accepted, partial, quarantined
	position integer not null default 0,        -- readings that are saved; where reading goes on after a crash
	records integer not null default 0,
	created integer not null default 0,
	amended integer not null default 0,
	repeated integer not null default 0,
	refused integer not null default 0,
	infos integer not null default 0,
	warnings integer not null default 0,
	errors integer not null default 0,
	attempts integer not null default 1,
	first_record uuid,                          -- range of identifiers of its records
	last_record uuid
);
create index submission_unfinished on submission (received_at) where status = 'reading';

-- One row for each version of each business document.
create table record (
	id uuid not null,
	kind text not null,
	reference text not null,
	version integer not null,
	latest boolean not null,
	submission bytea not null,
	position integer not null,                  -- number of the reading in its submission
	place text not null,
	format text not null,
	office text,
	carrier text,
	lane text,
	lane_reason text,
	caption text not null,
	document_date text,
	origin_country text,
	destination_country text,
	hs_code text,
	gross_mass_kg double precision,
	value double precision,
	currency text,
	infos integer not null,
	warnings integer not null,
	errors integer not null,
	body text not null,                         -- the record as JSON text; text because nothing is searched in it by SQL
	primary key (id)
) partition by range (id);
-- pglz would compress bodies over 2 kB at a few tens of MB/s on the thread that is the bottleneck.
alter table record alter column body set storage external;
create index record_kind on record (kind, id) where latest;
create index record_office on record (office, id) where latest and office is not null;
create index record_carrier on record (carrier, id) where latest and carrier is not null;
create index record_lane on record (lane, id) where latest and lane <> 'green';
create index record_errors on record (id) where latest and errors > 0;
create index record_warnings on record (id) where latest and errors = 0 and warnings > 0;
create index record_reference on record (reference text_pattern_ops);
create index record_value on record (value, id) where latest and value is not null;
create index record_mass on record (gross_mass_kg, id) where latest and gross_mass_kg is not null;

-- The newest version of each business document, by a hash of kind and reference.
create table record_head (
	key uuid primary key,
	record_id uuid not null,
	version integer not null,
	content uuid not null                       -- hash of the body: a repetition changes nothing
);

-- Identifiers that a record carries (container, bill, flight, passport …), hashed to 53 bits. Values are checked in the body.
create table record_key (
	key bigint not null,
	record_id uuid not null,
	primary key (key, record_id)
) partition by range (record_id);

create table finding (
	record_id uuid not null,
	position integer not null,
	code text not null,
	severity smallint not null,                 -- 1 info, 2 warning, 3 error
	place text not null,
	value text,
	against text,
	other_record uuid,
	sentence text not null,
	first_of_code boolean not null,             -- the record's first finding with this code: lists show a record once
	primary key (record_id, position)
) partition by range (record_id);
create index finding_code on finding (code, record_id) where first_of_code;

-- What could not be read.
create table quarantine (
	id uuid primary key,
	submission bytea not null references submission (id),
	format text not null,
	place text not null,
	code text not null,
	reason text not null,
	remedy text not null,
	state text not null default 'open',         -- open, read, discarded
	attempts integer not null default 1,
	last_tried_at timestamptz,
	discard_reason text
);
create index quarantine_state on quarantine (state, id);
create index quarantine_code on quarantine (state, code, id);
create index quarantine_submission on quarantine (submission);

-- Counts by hour, so that the overview costs the same on the first day and in the tenth year.
create table tally (
	hour timestamptz not null,
	kind text not null,
	office text not null,                       -- '' where none
	carrier text not null,
	lane text not null,
	records bigint not null,
	infos bigint not null,
	warnings bigint not null,
	errors bigint not null,
	given bigint not null,                      -- completeness: data that were given, of those expected
	expected bigint not null,
	primary key (hour, kind, office, carrier, lane)
);
create table finding_tally (
	hour timestamptz not null,
	code text not null,
	severity smallint not null,
	findings bigint not null,
	example text not null,
	primary key (hour, code, severity)
);
create table total (
	name text primary key,                      -- submissions, records, findings, quarantined
	amount bigint not null
);
insert into total (name, amount) values ('submissions', 0), ('records', 0), ('findings', 0), ('quarantined', 0);

-- Requests of data subjects: what was asked, found, picked and decided; records that nobody but the data-protection officer
-- sees meanwhile; and to whom records were sent, so that corrections reach them.

-- Constant default: no row is rewritten. Every version of a restricted document has it.
alter table record add column restricted boolean not null default false;
create index record_restricted on record (id) where restricted;

create table data_request (
	id uuid primary key,
	kind text not null,                         -- access, correction, restriction, erasure, objection
	law text not null,                          -- gdpr, police-directive
	state text not null,                        -- open, decided, closed
	received_at timestamptz not null,
	due_at timestamptz not null,
	content text not null,                      -- JSON: src/subjects/model.ts. Who asks, for whom, how it was decided
	closed_at timestamptz,
	keep_until timestamptz                      -- end of its own, set when it is closed: the rows are deleted then
);
create index data_request_kind on data_request (kind, id);
create index data_request_state on data_request (state, id);
create index data_request_due on data_request (due_at, id) where state <> 'closed';
create index data_request_ending on data_request (keep_until) where keep_until is not null;

-- Which of what was found is this person, and which is somebody else.
create table data_request_pick (
	request uuid not null references data_request (id) on delete cascade,
	what text not null,                         -- mention, record
	object uuid not null,
	verdict text not null,                      -- this-person, somebody-else
	sure double precision not null,             -- how sure the node was, 0 to 1
	reason text,
	actor text not null,
	at timestamptz not null,
	primary key (request, what, object)
);

create table data_request_event (
	request uuid not null references data_request (id) on delete cascade,
	position integer not null,
	at timestamptz not null,
	what text not null,
	actor text not null,
	object uuid,                                -- record that it was done to
	facts text not null,                        -- JSON: counts, categories, grounds
	primary key (request, position)
);

-- By document, so that a version that comes later is restricted too.
create table record_restriction (
	id uuid primary key,
	document uuid not null,                     -- documentKey of kind and reference
	kind text not null,
	reference text not null,
	request uuid,                               -- null once the request has ended
	reason text not null,
	actor text not null,
	at timestamptz not null,
	lifted_at timestamptz,
	lifted_by text,
	lift_reason text
);
create unique index record_restriction_open on record_restriction (document) where lifted_at is null;
create index record_restriction_request on record_restriction (request) where request is not null;

-- Which documents went out in which message: bodies are sealed and cannot be searched.
create table message_record (
	document uuid not null,                     -- documentKey of kind and reference
	message uuid not null,
	primary key (document, message)
);
create index message_record_message on message_record (message);

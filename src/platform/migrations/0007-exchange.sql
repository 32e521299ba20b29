-- Exchange: keys, partners, agreements, messages, matching. Keys and bodies of messages are sealed at rest.

-- Keys of this node. The secret half is sealed by the node's own key (AES-256-GCM), which is not in the database.
create table node_key (
	id text primary key,                        -- SHA-256 of the public key, hexadecimal
	use text not null,                          -- signing, sealing, certificate, at-rest
	public_key bytea not null,                  -- raw; the certificate in DER; empty for at-rest, which has no public half
	secret_key bytea,                           -- nonce, ciphertext, tag; null where it was destroyed
	state text not null,                        -- next (partners are being told), current, former, revoked
	made_at timestamptz not null,
	ended_at timestamptz,
	reason text
);
create unique index node_key_current on node_key (use) where state = 'current';

create table node_card (
	number integer primary key,
	card text not null,                         -- JSON, as in contract/exchange/node-card.ts
	at timestamptz not null
);

create table partner (
	name text primary key,
	card text not null,
	state text not null,                        -- trusted, changed, distrusted
	trusted_by text not null,
	trusted_at timestamptz not null,
	reason text,
	seal bytea not null,                        -- name, card and state as decided, sealed by the node's own key
	unreachable_since timestamptz,
	sent bigint not null default 0,             -- sequence of the last message to it
	received bigint not null default 0,         -- highest sequence from it without a gap
	ledger_size bigint,                         -- of the last checkpoint of its ledger that this node has cosigned
	ledger_root bytea,
	ledger_note text,
	cosigned_at timestamptz,
	ledger_problem text
);

-- Every signing key that a partner was known by: former ones are believed until they are revoked.
create table partner_key (
	partner text not null,
	id text not null,                           -- SHA-256 of the public key, hexadecimal
	public_key bytea not null,
	known_at timestamptz not null,
	revoked_at timestamptz,
	reason text,
	primary key (partner, id)
);

create table agreement (
	id text not null,
	version integer not null,
	partner text,                               -- null where it names nobody but us
	state text not null,                        -- draft, offered, signed, suspended, ended
	suspended_by text,                          -- ours, theirs, both
	title text not null,
	purposes text not null,                     -- JSON
	questions_per_day bigint not null,
	body text not null,                         -- canonical JSON
	signatures text not null,                   -- JSON
	starts_on text not null,
	review_on text not null,
	ends_on text not null,
	changed_at timestamptz not null,
	changed_by text not null,
	primary key (id, version)
);
create index agreement_changed on agreement (changed_at desc, id, version);
create index agreement_partner on agreement (partner, state);

create table agreement_event (
	agreement text not null,
	position integer not null,
	version integer not null,
	at timestamptz not null,
	what text not null,
	actor text not null,
	reason text,
	primary key (agreement, position)
);

-- What was spent of a budget, on both sides: ours by us, theirs by them.
create table budget_day (
	agreement text not null,
	side text not null,                         -- ours, theirs
	day date not null,
	questions bigint not null,
	messages bigint not null,
	intersections bigint not null,
	primary key (agreement, side, day)
);

create table message (
	id uuid primary key,
	box text not null,                          -- in, out
	partner text not null,
	sequence bigint not null,
	kind text not null,
	caption text not null,
	agreement text,
	agreement_version integer,
	purpose text,
	handling text not null,
	state text not null,
	at timestamptz not null,
	due_at timestamptz,
	expires_at timestamptz not null,
	keep_until timestamptz not null,
	correlation uuid,
	thread uuid not null,                       -- first message of the correspondence that it belongs to
	header text not null,                       -- JSON
	body bytea,                                 -- sealed by the node's own key; null where it was deleted
	body_key bytea,                             -- key of the body, sealed by the node's own key: destroyed to delete
	envelope text,                              -- as it goes over the wire, until it is delivered
	case_reference text,
	actor text,
	ledger_position bigint,                     -- of its sending or receipt
	attempts integer not null default 0,
	next_try_at timestamptz,                    -- null where nothing is left to be tried
	followed boolean not null                   -- false while something is still to be done about it here
);
create unique index message_sequence on message (partner, box, sequence);
create index message_newest on message (at desc, id desc);
create index message_box on message (box, at desc, id desc);
create index message_to_follow on message (id) where not followed;
create index message_waiting on message (partner, sequence) where next_try_at is not null;
create index message_due on message (due_at) where due_at is not null and state not in ('answered', 'recalled', 'deleted', 'refused', 'expired');
create index message_thread on message (thread, at);
create index message_ending on message (keep_until) where body is not null;

create table message_receipt (
	message uuid not null,
	position integer not null,
	partner text not null,
	receipt text not null,                      -- canonical JSON, signed by its sender
	delivered boolean not null,                 -- ours to them: has it arrived?
	primary key (message, position)
);
create index message_receipt_waiting on message_receipt (partner, message) where not delivered;

create table message_attempt (
	message uuid not null,
	position integer not null,
	at timestamptz not null,
	outcome text not null,
	primary key (message, position)
);

-- To whom a message, or what was in it, was passed on: corrections and recalls follow.
create table message_passed (
	message uuid not null,                      -- the one that was received
	onward uuid not null,                       -- the one in which it went on
	primary key (message, onward)
);

-- What belongs to a message and is too large for it. The key seals every chunk, and is destroyed to delete them.
create table attachment (
	id uuid primary key,
	message uuid,                               -- null while it waits for a message to go with
	box text not null,                          -- in, out
	partner text,
	position integer not null,                  -- within its message
	description bytea,                          -- JSON as in the contract, with the key, sealed by the node's own key
	chunks integer not null,                    -- how many there will be
	stored integer not null,                    -- how many are here, from the first without a gap
	passed integer not null,                    -- how many the partner has confirmed
	at timestamptz not null
);
create index attachment_message on attachment (message, position) where message is not null;
create index attachment_waiting on attachment (partner, id) where box = 'out' and passed < chunks and message is not null;
create index attachment_loose on attachment (at) where message is null;

create table attachment_chunk (
	attachment uuid not null,
	number integer not null,                    -- from 0
	bytes bytea not null,                       -- sealed
	primary key (attachment, number)
);

create table offer (
	id uuid primary key,
	agreement text not null,
	purpose text not null,
	direction text not null,                    -- given, taken
	partner text not null,
	kinds text not null,                        -- JSON
	source text not null,
	identifiers bigint not null,
	public_key bytea not null,
	seed bytea,                                 -- of the key, sealed by the node's own key; null for what was taken
	tags bytea not null,
	made_at timestamptz not null,
	valid_until timestamptz not null
);
create index offer_agreement on offer (agreement, purpose, direction, valid_until);

-- Both sides keep that a question was put; what was asked only the asker knows, and keeps the hash of it.
create table match_question (
	id uuid primary key,
	agreement text not null,
	offer uuid not null,
	side text not null,                         -- ours, theirs
	at timestamptz not null,
	actor text,
	case_reference text,
	asked text,                                 -- sealed salt and SHA-256 with it; null on the other side
	hit boolean,                                -- null on the other side, which cannot know it
	refused text                                -- why it was not answered
);
create index match_question_agreement on match_question (agreement, at desc);

create table intersection (
	id uuid primary key,
	agreement text not null,
	purpose text not null,
	partner text not null,
	at timestamptz not null,
	actor text not null,
	ours bigint not null,
	theirs bigint not null,
	both_sides bigint not null,
	consent text not null,                      -- none, ours, theirs, both
	sealed bytea                                -- our identifiers as they were sent, which of theirs are on both sides, members; sealed by the node's own key
);
create index intersection_agreement on intersection (agreement, at desc);

-- What policy decided, newest first; permitted and denied.
create table decision (
	id uuid primary key,
	at timestamptz not null,
	subject text not null,
	role text not null,
	action text not null,
	object text,
	purpose text,
	case_reference text,
	permitted boolean not null,
	reason text not null
);
create index decision_subject on decision (subject, id);
create index decision_denied on decision (id) where not permitted;

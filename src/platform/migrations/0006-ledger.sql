-- The ledger: entries in order, and the Merkle tree over them (RFC 6962) in tiles. Nothing here is ever changed but the
-- partial tiles at the right edge, which grow.
create table ledger_entry (
	position bigint primary key,                -- from 0, without gaps
	at timestamptz not null,
	what text not null,                         -- kind of entry; the words are in src/ledger/model.ts
	body text not null                          -- canonical JSON: the bytes that are hashed. Hashes and metadata, no personal data
);

create table ledger_tile (
	level smallint not null,
	index bigint not null,
	hashes bytea not null,                      -- up to 256 of 32 bytes
	primary key (level, index)
);

-- One row: whoever appends holds it, so that positions have no gaps.
create table ledger_state (
	singleton boolean primary key default true check (singleton),
	size bigint not null
);
insert into ledger_state (size) values (0);

create table ledger_checkpoint (
	size bigint primary key,
	at timestamptz not null,
	note text not null                          -- C2SP checkpoint with all signatures that are known
);

-- What proves that a ledger was forked, rewritten or rolled back: two notes that its owner signed. Exchange with the partner
-- stays stopped, or all exchange where it is the node's own ledger, until it is cleared.
create table ledger_evidence (
	id uuid primary key,
	partner text not null,                      -- owner of the ledger
	at timestamptz not null,
	kind text not null,                         -- fork, rewritten, rollback
	sentence text not null,
	kept text not null,                         -- the note that was cosigned, or signed here
	shown text not null,                        -- what contradicts it
	cleared_at timestamptz,
	cleared_by text,
	reason text
);
create index ledger_evidence_open on ledger_evidence (partner, at desc) where cleared_at is null;

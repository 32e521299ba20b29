-- Who may sign in: users, their sessions, and keys of machines. No secret is stored as it is.

create table user_account (
	id uuid primary key,
	name text not null unique,                  -- lower case, as typed to sign in
	display_name text not null,
	role text not null,
	password text,                              -- Argon2id in PHC string format; null where only single sign-on opens the account
	active boolean not null default true,
	created_at timestamptz not null,
	last_seen_at timestamptz,
	external_identity text unique,              -- single sign-on: issuer and subject of OpenID Connect, separated by a space
	second_factor text                          -- what a second factor needs to verify, as JSON; null where there is none
);

create table session (
	token_hash text primary key,                -- SHA-256 of the token in the cookie, hexadecimal
	user_id uuid not null references user_account (id) on delete cascade,
	created_at timestamptz not null,
	last_used_at timestamptz not null,          -- to the minute
	expires_at timestamptz not null             -- end of the longest life; idleness ends it earlier
);
create index session_by_user on session (user_id);
create index session_by_end on session (expires_at);

create table api_key (
	id uuid primary key,
	name text not null,
	role text not null,
	secret_hash text not null unique,           -- SHA-256 of the key, hexadecimal
	created_at timestamptz not null,
	created_by text not null,                   -- identifier of the subject, no name
	last_used_at timestamptz,                   -- to the minute
	expires_at timestamptz not null,
	revoked_at timestamptz
);
create index user_account_in_order on user_account (created_at, id);
create index api_key_in_order on api_key (created_at, id);

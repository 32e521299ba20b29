/**
 * Tables of sign-in, as TypeScript sees them; 0002-sign-in.sql says what they mean.
 */
import type { Generated } from 'kysely';

export type UserAccountTable = {
	id: string;
	name: string;
	display_name: string;
	role: string;
	password: string | null;
	active: Generated<boolean>;
	created_at: Date;
	last_seen_at: Date | null;
	external_identity: string | null;
	second_factor: string | null;
};

export type SessionTable = {
	token_hash: string;
	user_id: string;
	created_at: Date;
	last_used_at: Date;
	expires_at: Date;
};

export type ApiKeyTable = {
	id: string;
	name: string;
	role: string;
	secret_hash: string;
	created_at: Date;
	created_by: string;
	last_used_at: Date | null;
	expires_at: Date;
	revoked_at: Date | null;
};

export type SignInTables = {
	user_account: UserAccountTable;
	session: SessionTable;
	api_key: ApiKeyTable;
};

/**
 * Tables of sign-in, as TypeScript sees them; 0002-sign-in.sql, 0008-policy.sql, 0012-second-factor.sql and 0013-law.sql say what they mean.
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
	second_factor: Generated<boolean>;
	purpose: string | null;
	case_reference: string | null;
	purpose_until: Date | null;
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
	purpose: string | null;
};

export type SignInSettingTable = {
	singleton: Generated<boolean>;
	second_factor_roles: string;
	changed_at: Date | null;
	changed_by: string | null;
};

export type NarrowingTable = {
	id: string;
	action: string;
	role: string | null;
	purpose: string | null;
	since: Date;
	by: string;
	reason: string;
	lifted_at: Date | null;
	lifted_by: string | null;
	lift_reason: string | null;
};

export type SignInTables = {
	law_narrowing: NarrowingTable;
	sign_in_setting: SignInSettingTable;
	user_account: UserAccountTable;
	session: SessionTable;
	api_key: ApiKeyTable;
};

/**
 * The only SQL of sign-in: users, sessions, keys. Instants come in as arguments; secrets come in hashed.
 */
import type { Insertable, Kysely } from 'kysely';
import type { Tables } from '../platform/tables.ts';
import type {
	ApiKeyTable,
	SessionTable,
	SignInSettingTable,
	UserAccountTable,
} from '../platform/tables-sign-in.ts';
import type { KeptPurpose } from './session-purpose.ts';

export type UserRow = UserAccountRow & { active: boolean };
type UserAccountRow = Omit<UserAccountTable, 'active'>;

/** Position in a list that is sorted by creation: instant and identifier of its last row. */
export type ListPosition = { createdAt: Date; id: string };

export type SignInStore = ReturnType<typeof createSignInStore>;

export function createSignInStore(kysely: Kysely<Tables>) {
	return {
		countUsers: async (): Promise<number> =>
			Number(
				(
					await kysely
						.selectFrom('user_account')
						.select((of) => of.fn.countAll<number>().as('count'))
						.executeTakeFirstOrThrow()
				).count,
			),

		userByName: (name: string) =>
			kysely.selectFrom('user_account').selectAll().where('name', '=', name).executeTakeFirst(),

		userById: (id: string) =>
			kysely.selectFrom('user_account').selectAll().where('id', '=', id).executeTakeFirst(),

		/** False where the name is taken. */
		insertUser: async (user: UserRow): Promise<boolean> =>
			(
				await kysely
					.insertInto('user_account')
					.values(user)
					.onConflict((conflict) => conflict.column('name').doNothing())
					.returning('id')
					.execute()
			).length === 1,

		changeUser: async (
			id: string,
			change: Partial<Pick<UserRow, 'role' | 'password' | 'active' | 'last_seen_at'>>,
		): Promise<void> => {
			await kysely.updateTable('user_account').set(change).where('id', '=', id).execute();
		},

		/** Puts what a second factor keeps in the place of what was read. False where somebody else was first: a code counts once. */
		replaceFactor: async (id: string, read: string | null, next: string | null): Promise<boolean> =>
			(
				await kysely
					.updateTable('user_account')
					.set({ second_factor: next })
					.where('id', '=', id)
					.where('second_factor', read === null ? 'is' : '=', read)
					.returning('id')
					.execute()
			).length === 1,

		signInSetting: () => kysely.selectFrom('sign_in_setting').selectAll().executeTakeFirstOrThrow(),

		changeSignInSetting: async (change: Omit<SignInSettingTable, 'singleton'>): Promise<void> => {
			await kysely.updateTable('sign_in_setting').set(change).execute();
		},

		/** Administrators that can still sign in, apart from one. */
		otherAdministrators: async (id: string): Promise<number> =>
			(
				await kysely
					.selectFrom('user_account')
					.select('id')
					.where('role', '=', 'administrator')
					.where('active', '=', true)
					.where('id', '!=', id)
					.limit(1)
					.execute()
			).length,

		listUsers: (after: ListPosition | undefined, limit: number) =>
			kysely
				.selectFrom('user_account')
				.select([
					'id',
					'name',
					'display_name',
					'role',
					'active',
					'created_at',
					'last_seen_at',
					'second_factor',
				])
				.$if(after !== undefined, (query) =>
					query.where((of) =>
						of(of.refTuple('created_at', 'id'), '>', of.tuple(after!.createdAt, after!.id)),
					),
				)
				.orderBy('created_at')
				.orderBy('id')
				.limit(limit)
				.execute(),

		insertSession: async (session: Insertable<SessionTable>): Promise<void> => {
			await kysely.insertInto('session').values(session).execute();
		},

		sessionByHash: (tokenHash: string) =>
			kysely
				.selectFrom('session')
				.innerJoin('user_account', 'user_account.id', 'session.user_id')
				.select([
					'session.last_used_at',
					'session.expires_at',
					'session.purpose',
					'session.case_reference',
					'session.purpose_until',
					'user_account.id',
					'user_account.name',
					'user_account.display_name',
					'user_account.role',
					'user_account.second_factor',
					'session.second_factor as used_factor',
				])
				.where('session.token_hash', '=', tokenHash)
				.where('user_account.active', '=', true)
				.executeTakeFirst(),

		touchSession: async (tokenHash: string, userId: string, at: Date): Promise<void> => {
			await kysely
				.updateTable('session')
				.set({ last_used_at: at })
				.where('token_hash', '=', tokenHash)
				.execute();
			await kysely.updateTable('user_account').set({ last_seen_at: at }).where('id', '=', userId).execute();
		},

		statePurpose: async (tokenHash: string, kept: KeptPurpose): Promise<void> => {
			await kysely.updateTable('session').set(kept).where('token_hash', '=', tokenHash).execute();
		},

		deleteSession: async (tokenHash: string): Promise<void> => {
			await kysely.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
		},

		/** Says of a session that a second factor was used in it. */
		markFactorOfSession: async (tokenHash: string): Promise<void> => {
			await kysely
				.updateTable('session')
				.set({ second_factor: true })
				.where('token_hash', '=', tokenHash)
				.execute();
		},

		forgetFactorOfSessions: async (userId: string): Promise<void> => {
			await kysely
				.updateTable('session')
				.set({ second_factor: false })
				.where('user_id', '=', userId)
				.execute();
		},

		deleteSessionsOf: async (userId: string): Promise<void> => {
			await kysely.deleteFrom('session').where('user_id', '=', userId).execute();
		},

		deleteSessionsUntil: async (at: Date): Promise<void> => {
			await kysely.deleteFrom('session').where('expires_at', '<=', at).execute();
		},

		insertKey: async (key: ApiKeyTable): Promise<void> => {
			await kysely.insertInto('api_key').values(key).execute();
		},

		keyByHash: (secretHash: string) =>
			kysely.selectFrom('api_key').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst(),

		touchKey: async (id: string, at: Date): Promise<void> => {
			await kysely.updateTable('api_key').set({ last_used_at: at }).where('id', '=', id).execute();
		},

		/** False where there is no such key. A key that is revoked stays as it was. */
		revokeKey: async (id: string, at: Date): Promise<boolean> =>
			(
				await kysely
					.updateTable('api_key')
					.set((of) => ({ revoked_at: of.fn.coalesce('revoked_at', of.val(at)) }))
					.where('id', '=', id)
					.returning('id')
					.execute()
			).length === 1,

		listKeys: (after: ListPosition | undefined, limit: number) =>
			kysely
				.selectFrom('api_key')
				.select(['id', 'name', 'role', 'created_at', 'last_used_at', 'expires_at', 'revoked_at', 'purpose'])
				.$if(after !== undefined, (query) =>
					query.where((of) =>
						of(of.refTuple('created_at', 'id'), '>', of.tuple(after!.createdAt, after!.id)),
					),
				)
				.orderBy('created_at')
				.orderBy('id')
				.limit(limit)
				.execute(),
	};
}

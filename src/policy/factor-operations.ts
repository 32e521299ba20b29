/**
 * Operations on second factors: set up, confirm, remove, reset, and the proof at sign-in. In: an account and what was typed.
 * A code is taken by replacing what was read, so that two processes never take the same one.
 * Wrong codes make wait by account alone: whoever gets so far knows the password.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import { role as roleSchema } from '../../contract/views.ts';
import { notFound } from './list-position.ts';
import type { Subject } from './model.ts';
import { verifyPassword } from './passwords.ts';
import {
	FACTOR_SECRET_BYTES,
	type FactorSeal,
	newFactor,
	newRecoveryCodes,
	proveFactor,
	readFactor,
	type StoredFactor,
	showFactor,
} from './second-factor.ts';
import type { SignInStore, UserRow } from './store.ts';
import { createThrottle } from './throttle.ts';
import { hashSecret } from './tokens.ts';

export type SecondFactorDependencies = {
	node: string;
	store: SignInStore;
	now: () => Date;
	randomBytes: (count: number) => Uint8Array;
	seal: FactorSeal;
	/** Told where sessions of a user were ended, or what is needed of a role was changed. */
	forget: () => void;
};

export type SecondFactors = ReturnType<typeof createSecondFactors>;

/** How long the setting is believed without asking the database; in another process, so long at most. */
const BELIEF_MS = 5_000;

export function createSecondFactors(dependencies: SecondFactorDependencies) {
	const { node, store, now, randomBytes, seal, forget } = dependencies;
	const throttle = createThrottle();
	let setting: { roles: ReadonlySet<string>; until: number } | undefined;

	const settings = async (): Promise<OutputOf<'readSignInSettings'>> => {
		const row = await store.signInSetting();
		return {
			secondFactorRoles: roleSchema.array().parse(JSON.parse(row.second_factor_roles)),
			changedAt: row.changed_at?.toISOString() ?? null,
		};
	};

	/** Counts a try by the account, and takes it back where it succeeds. @throws TidewaiterError too-many-requests */
	const slowly = async <T>(account: string, work: () => Promise<T>): Promise<T> => {
		const waitMs = throttle.waitMs(account, account, now().getTime());
		if (waitMs > 0) {
			throw new TidewaiterError('too-many-requests', 'Too many wrong codes.', {
				remedy: `Try again in ${Math.ceil(waitMs / 1_000)} s.`,
			});
		}
		throttle.failed(account, account, now().getTime());
		const result = await work();
		throttle.succeeded(account, account);
		return result;
	};

	/** @throws TidewaiterError wrong-credentials where the code is wrong, or was taken before, here or by another process. */
	const takeCode = (user: UserRow, factor: StoredFactor, code: string, next = keep): Promise<void> =>
		slowly(user.name, async () => {
			const proven = proveFactor(factor, code, now(), seal);
			if (proven === undefined || !(await store.replaceFactor(user.id, user.second_factor, next(proven)))) {
				throw new TidewaiterError('wrong-credentials', 'The code is wrong, or was used already.', {
					remedy: 'Wait for the next code of your authenticator, or use a recovery code.',
					place: 'secondFactor',
				});
			}
		});

	const accountOf = async (subject: Subject): Promise<UserRow & { factor: StoredFactor | undefined }> => {
		const user = await store.userById(subject.id);
		if (user === undefined) throw notFound('user');
		const factor = readFactor(user.second_factor);
		if (factor === 'unreadable') throw unreadable();
		return { ...user, factor };
	};

	const confirmed = (user: { factor: StoredFactor | undefined }): StoredFactor => {
		if (user.factor?.confirmed === true) return user.factor;
		throw new TidewaiterError('conflict', 'This account has no second factor.', {
			remedy: 'Set one up first.',
		});
	};

	return {
		/**
		 * Asks for the second factor of an account whose password was right.
		 * @returns whether one was used; false for an account that has none.
		 * @throws TidewaiterError second-factor-needed, wrong-credentials or too-many-requests.
		 */
		prove: async (user: UserRow, code: string | undefined): Promise<boolean> => {
			const factor = readFactor(user.second_factor);
			if (factor === 'unreadable') throw unreadable();
			if (factor === undefined || !factor.confirmed) return false;
			if (code === undefined) {
				throw new TidewaiterError('second-factor-needed', 'This account needs a second factor.', {
					remedy: 'Give the code of your authenticator, or a recovery code.',
					place: 'secondFactor',
				});
			}
			await takeCode(user, factor, code);
			return true;
		},

		/** Must people of this role have one? */
		isNeededBy: async (role: string): Promise<boolean> => {
			const at = now().getTime();
			if (setting === undefined || setting.until <= at)
				setting = { roles: new Set((await settings()).secondFactorRoles), until: at + BELIEF_MS };
			return setting.roles.has(role);
		},

		enrolSecondFactor: async (
			{ password }: InputOf<'enrolSecondFactor'>,
			subject: Subject,
		): Promise<OutputOf<'enrolSecondFactor'>> => {
			const user = await accountOf(subject);
			if (user.factor?.confirmed === true) {
				throw new TidewaiterError('conflict', 'This account has a second factor already.', {
					remedy: 'Remove it with a code first.',
				});
			}
			await slowly(`${user.name} password`, async () => {
				if (!(await verifyPassword(password, user.password ?? undefined))) {
					throw new TidewaiterError('wrong-credentials', 'The password is wrong.', { place: 'password' });
				}
			});
			const secret = randomBytes(FACTOR_SECRET_BYTES);
			if (!(await store.replaceFactor(user.id, user.second_factor, keep(newFactor(secret, seal)))))
				throw meanwhile();
			return showFactor(secret, `Tidewaiter ${node}`, user.name);
		},

		confirmSecondFactor: async (
			{ code }: InputOf<'confirmSecondFactor'>,
			subject: Subject,
			sessionToken: string | undefined,
		): Promise<OutputOf<'confirmSecondFactor'>> => {
			const user = await accountOf(subject);
			if (user.factor === undefined || user.factor.confirmed) {
				throw new TidewaiterError('conflict', 'There is no second factor to confirm.', {
					remedy: 'Set one up first.',
				});
			}
			const { codes, hashes } = newRecoveryCodes(randomBytes);
			await takeCode(user, user.factor, code, (proven) =>
				keep({ ...proven, confirmed: true, recovery: hashes }),
			);
			if (sessionToken !== undefined) await store.markFactorOfSession(hashSecret(sessionToken));
			forget();
			return { recoveryCodes: codes };
		},

		removeSecondFactor: async (
			{ code }: InputOf<'removeSecondFactor'>,
			subject: Subject,
		): Promise<OutputOf<'removeSecondFactor'>> => {
			const user = await accountOf(subject);
			await takeCode(user, confirmed(user), code, () => null);
			await store.forgetFactorOfSessions(user.id);
			forget();
			return { removed: true };
		},

		resetSecondFactor: async ({
			id,
		}: InputOf<'resetSecondFactor'>): Promise<OutputOf<'resetSecondFactor'>> => {
			const user = await store.userById(id);
			if (user === undefined) throw notFound('user');
			if (!(await store.replaceFactor(id, user.second_factor, null))) throw meanwhile();
			await store.deleteSessionsOf(id);
			forget();
			return { id };
		},

		readSignInSettings: settings,

		changeSignInSettings: async (
			{ secondFactorRoles }: InputOf<'changeSignInSettings'>,
			by: Subject,
		): Promise<OutputOf<'changeSignInSettings'>> => {
			await store.changeSignInSetting({
				second_factor_roles: JSON.stringify(
					roleSchema.options.filter((each) => secondFactorRoles.includes(each)),
				),
				changed_at: now(),
				changed_by: by.id,
			});
			setting = undefined;
			forget();
			return settings();
		},
	};
}

const keep = (factor: StoredFactor): string | null => JSON.stringify(factor);

/** Shut, never open: what cannot be checked proves nothing. */
const unreadable = (): TidewaiterError =>
	new TidewaiterError('second-factor-needed', 'The second factor of this account cannot be read here.', {
		remedy: 'Ask the administrator of the node to reset it.',
	});

const meanwhile = (): TidewaiterError =>
	new TidewaiterError('conflict', 'The account was changed at the same time.', { remedy: 'Try again.' });

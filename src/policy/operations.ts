/**
 * Sign-in: who is this, and the operations on users, sessions and keys. In: what a request carries; out: a subject.
 * Time, randomness and identifiers come in as arguments. No secret leaves this file except in the answer that makes it.
 * Whether somebody may call an operation is decided by `decide`, before it is called.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { PurposeId } from '../../contract/purposes.ts';
import { type Role, role as roleSchema } from '../../contract/views.ts';
import type { Database } from '../platform/database/port.ts';
import { createSecondFactors } from './factor-operations.ts';
import { createKeys } from './key-operations.ts';
import { notFound, pageOf, parsePosition } from './list-position.ts';
import type { StatedPurpose, Subject } from './model.ts';
import {
	generatePassword,
	hashPassword,
	isOutdated,
	PASSWORD_BYTES,
	SALT_BYTES,
	verifyPassword,
} from './passwords.ts';
import type { StatedAt } from './purpose.ts';
import { type FactorSeal, readFactor } from './second-factor.ts';
import { readBound, readStated, statedFrom } from './session-purpose.ts';
import { createSignInStore, type UserRow } from './store.ts';
import { createThrottle } from './throttle.ts';
import {
	formatApiKey,
	formatSessionToken,
	hashSecret,
	parseApiKey,
	parseSessionToken,
	SECRET_BYTES,
} from './tokens.ts';

/** A session ends when nobody used it for so long, or after its longest life. */
export const SESSION_IDLE_MS = 30 * 60_000;
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** Last use is written at most once in this time. */
const TOUCH_MS = 60_000;
/** How long an answer about a token is believed without asking the database; in another process, so long at most. */
const BELIEF_MS = 5_000;
const MAX_BELIEFS = 2_000;

/** Somebody whose session or key was found good. `name` and `displayName` are for answers, never for logs. */
export type SignedIn = {
	subject: Subject;
	name: string;
	displayName: string;
	/** Of people: a machine has a key, which is long enough. */
	secondFactor?: { readonly enrolled: boolean; readonly used: boolean; readonly needed: boolean };
	expiresAt: Date;
	/** What the session states. */
	stated?: StatedPurpose;
	/** What the key is bound to. */
	boundPurpose?: PurposeId;
};

export type SignInDependencies = {
	node: string;
	database: Database;
	now: () => Date;
	randomBytes: (count: number) => Uint8Array;
	newId: () => string;
	/** Seals secrets of second factors for this node alone. */
	seal: FactorSeal;
};

/** A password is generated where none is given. */
export type FirstUser = { name: string; displayName: string; role: Role; password?: string };
export type FirstSignIn = { name: string; role: Role; password: string };

export type SignIn = ReturnType<typeof createSignIn>;

export function createSignIn(dependencies: SignInDependencies) {
	const { node, database, now, randomBytes, newId, seal } = dependencies;
	const store = createSignInStore(database.kysely);
	const throttle = createThrottle();
	// Lives as long as the process, and is written only where the data folder itself can be read.
	const operatorKey = formatApiKey(node, randomBytes(SECRET_BYTES));
	const beliefs = new Map<string, { who: SignedIn; until: number }>();

	const secondFactors = createSecondFactors({
		node,
		store,
		now,
		randomBytes,
		seal,
		forget: () => beliefs.clear(),
	});

	const remember = (hash: string, who: SignedIn): SignedIn => {
		if (beliefs.size >= MAX_BELIEFS) beliefs.clear();
		beliefs.set(hash, { who, until: now().getTime() + BELIEF_MS });
		return who;
	};
	const remembered = (hash: string): SignedIn | undefined => {
		const belief = beliefs.get(hash);
		const at = now().getTime();
		return belief !== undefined && belief.until > at && belief.who.expiresAt.getTime() > at
			? belief.who
			: undefined;
	};

	/** Makes a session for a user whose identity is proven, by whatever means: password now, single sign-on later. */
	const beginSession = async (user: SessionUser, usedFactor: boolean) => {
		const at = now();
		const token = formatSessionToken(node, randomBytes(SECRET_BYTES));
		const endsAt = new Date(at.getTime() + SESSION_LIFE_MS);
		await store.deleteSessionsUntil(at);
		await store.insertSession({
			token_hash: hashSecret(token),
			user_id: user.id,
			created_at: at,
			last_used_at: at,
			expires_at: endsAt,
			second_factor: usedFactor,
		});
		await store.changeUser(user.id, { last_seen_at: at });
		return { token, who: await signedInUser(user, usedFactor, endOf(at, endsAt)) };
	};

	const localOperator = (): SignedIn => ({
		subject: { kind: 'local-operator', id: 'local-operator', role: 'local-operator', node },
		name: 'local-operator',
		displayName: 'Local operator',
		expiresAt: new Date(now().getTime() + SESSION_LIFE_MS),
	});

	const signedInUser = async (user: SessionUser, used: boolean, expiresAt: Date): Promise<SignedIn> => ({
		subject: { kind: 'user', id: user.id, role: roleSchema.parse(user.role), node },
		name: user.name,
		displayName: user.display_name,
		secondFactor: {
			enrolled: hasFactor(user.second_factor),
			used,
			needed: await secondFactors.isNeededBy(user.role),
		},
		expiresAt,
	});

	return {
		...createKeys({ node, store, now, randomBytes, newId, forget: () => beliefs.clear() }),

		/** Key of the local operator, for commands on this machine while the process has the data folder. */
		operatorKey,
		secondFactors,

		/**
		 * @param address network address of the caller, for the back-off.
		 * @throws TidewaiterError wrong-credentials, second-factor-needed or too-many-requests.
		 */
		openSession: async (
			input: { name: string; password: string; secondFactor?: string },
			address: string,
		): Promise<{ token: string; who: SignedIn }> => {
			const name = input.name.trim().toLowerCase();
			const waitMs = throttle.waitMs(name, address, now().getTime());
			if (waitMs > 0) {
				const seconds = Math.ceil(waitMs / 1_000);
				throw new TidewaiterError('too-many-requests', 'Too many wrong passwords.', {
					remedy: `Try again in ${seconds} s.`,
				});
			}
			// Counted before the slow work, so that many tries at once cannot slip past; taken back when it succeeds.
			throttle.failed(name, address, now().getTime());
			const user = await store.userByName(name);
			const right = await verifyPassword(input.password, user?.active ? user.password : undefined);
			if (user === undefined || !right) {
				throw new TidewaiterError('wrong-credentials', 'The name or the password is wrong.', {
					remedy: 'Check both, and the node; an administrator can set a new password.',
				});
			}
			const usedFactor = await secondFactors.prove(user, input.secondFactor);
			throttle.succeeded(name, address);
			if (user.password !== null && isOutdated(user.password)) {
				await store.changeUser(user.id, {
					password: await hashPassword(input.password, randomBytes(SALT_BYTES)),
				});
			}
			return beginSession(user, usedFactor);
		},

		/** Whose session this is; undefined where it is unknown, ended, idle for too long, or its user is closed. */
		identifySession: async (token: string): Promise<SignedIn | undefined> => {
			if (parseSessionToken(token)?.node !== node) return undefined;
			const hash = hashSecret(token);
			const belief = remembered(hash);
			if (belief !== undefined) return belief;
			const row = await store.sessionByHash(hash);
			const at = now();
			if (row === undefined || !roleSchema.safeParse(row.role).success) return undefined;
			if (endOf(row.last_used_at, row.expires_at) <= at) {
				await store.deleteSession(hash);
				return undefined;
			}
			const stale = at.getTime() - row.last_used_at.getTime() >= TOUCH_MS;
			if (stale) await store.touchSession(hash, row.id, at);
			return remember(hash, {
				...(await signedInUser(row, row.used_factor, endOf(at, row.expires_at))),
				...readStated(row),
			});
		},

		/** Which machine this key belongs to; undefined where it is unknown, expired or revoked. */
		identifyKey: async (key: string): Promise<SignedIn | undefined> => {
			if (parseApiKey(key)?.node !== node) return undefined;
			const hash = hashSecret(key);
			if (hash === hashSecret(operatorKey)) return localOperator();
			const belief = remembered(hash);
			if (belief !== undefined) return belief;
			const row = await store.keyByHash(hash);
			const at = now();
			const known = roleSchema.safeParse(row?.role);
			if (row === undefined || !known.success || row.revoked_at !== null || row.expires_at <= at) {
				return undefined;
			}
			if (row.last_used_at === null || at.getTime() - row.last_used_at.getTime() >= TOUCH_MS) {
				await store.touchKey(row.id, at);
			}
			return remember(hash, {
				subject: { kind: 'machine', id: row.id, role: known.data, node },
				name: row.name,
				displayName: row.name,
				expiresAt: row.expires_at,
				...readBound(row.purpose),
			});
		},

		/**
		 * States a purpose for a session, or takes it back.
		 * @throws TidewaiterError not-permitted where the role may not state it here, invalid-input where it lacks its case.
		 */
		statePurpose: async (
			who: SignedIn,
			token: string,
			input: InputOf<'statePurpose'> | undefined,
			where: StatedAt,
		): Promise<SignedIn> => {
			const said =
				input === undefined
					? undefined
					: statedFrom(
							{ purpose: input.purpose, ...(input.caseReference && { caseReference: input.caseReference }) },
							who.subject,
							where,
							now(),
						);
			const hash = hashSecret(token);
			await store.statePurpose(hash, {
				purpose: said?.purpose ?? null,
				case_reference: said?.caseReference ?? null,
				purpose_until: said?.until ?? null,
			});
			beliefs.delete(hash);
			const { stated: _before, ...rest } = who;
			return { ...rest, ...(said === undefined ? {} : { stated: said }) };
		},

		closeSession: async (token: string): Promise<void> => {
			beliefs.delete(hashSecret(token));
			await store.deleteSession(hashSecret(token));
		},

		/**
		 * Makes the first users of an empty node, with passwords to show once.
		 * @returns nothing where the node has users already.
		 */
		createFirstUsers: async (users: readonly FirstUser[]): Promise<FirstSignIn[]> => {
			if ((await store.countUsers()) > 0) return [];
			const made: FirstSignIn[] = [];
			for (const user of users) {
				const password = user.password ?? generatePassword(randomBytes(PASSWORD_BYTES));
				await insertUser({ ...user, password });
				made.push({ name: user.name, role: user.role, password });
			}
			return made;
		},

		listUsers: async (input: InputOf<'listUsers'>): Promise<OutputOf<'listUsers'>> => {
			const rows = await store.listUsers(parsePosition(input.after), input.limit + 1);
			return pageOf(rows, input.limit, (row) => ({
				id: row.id,
				name: row.name,
				displayName: row.display_name,
				role: roleSchema.parse(row.role),
				active: row.active,
				secondFactor: hasFactor(row.second_factor),
				createdAt: row.created_at.toISOString(),
				lastSeenAt: row.last_seen_at?.toISOString() ?? null,
			}));
		},

		createUser: (input: InputOf<'createUser'>): Promise<OutputOf<'createUser'>> => insertUser(input),

		/** Whoever's role, password or account changed must sign in again. */
		changeUser: async (input: InputOf<'changeUser'>): Promise<OutputOf<'changeUser'>> => {
			const user = await store.userById(input.id);
			if (user === undefined) throw notFound('user');
			const remains = (input.role ?? user.role) === 'administrator' && (input.active ?? user.active);
			if (user.role === 'administrator' && user.active && !remains) {
				if ((await store.otherAdministrators(user.id)) === 0) {
					throw new TidewaiterError('conflict', 'This is the last administrator of the node.', {
						remedy: 'Make another administrator first.',
					});
				}
			}
			await store.changeUser(input.id, {
				...(input.role === undefined ? {} : { role: input.role }),
				...(input.active === undefined ? {} : { active: input.active }),
				...(input.password === undefined
					? {}
					: { password: await hashPassword(input.password, randomBytes(SALT_BYTES)) }),
			});
			await store.deleteSessionsOf(input.id);
			beliefs.clear();
			return { id: input.id };
		},
	};

	async function insertUser(user: Required<FirstUser>): Promise<{ id: string }> {
		const id = newId();
		const inserted = await store.insertUser({
			id,
			name: user.name.toLowerCase(),
			display_name: user.displayName,
			role: user.role,
			password: await hashPassword(user.password, randomBytes(SALT_BYTES)),
			active: true,
			created_at: now(),
			last_seen_at: null,
			external_identity: null,
			second_factor: null,
		});
		if (inserted) return { id };
		throw new TidewaiterError('conflict', `There is a user ${user.name} already.`, {
			remedy: 'Choose another name, or change that user.',
			place: 'name',
		});
	}
}

type SessionUser = Pick<UserRow, 'id' | 'name' | 'display_name' | 'role' | 'second_factor'>;

/** An account with one that cannot be read counts as having one: it stays shut. */
function hasFactor(stored: string | null): boolean {
	const factor = readFactor(stored);
	return factor === 'unreadable' || factor?.confirmed === true;
}

/** End of a session that was last used at `usedAt` and may live until `endsAt`. */
const endOf = (usedAt: Date, endsAt: Date): Date =>
	new Date(Math.min(usedAt.getTime() + SESSION_IDLE_MS, endsAt.getTime()));

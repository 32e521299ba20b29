import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TidewaiterError } from '../../contract/errors.ts';
import { openDatabase } from '../platform/database/open.ts';
import type { Database } from '../platform/database/port.ts';
import type { Subject } from './model.ts';
import { createSignIn, SESSION_IDLE_MS, SESSION_LIFE_MS, type SignIn } from './operations.ts';
import { standInSeal } from './stand-in-seal.ts';

const start = Date.parse('2026-01-05T08:00:00Z');
let now = start;
let database: Database;
const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-sign-in-'));
let signIn: SignIn;

const administrator: Subject = {
	kind: 'local-operator',
	id: 'local',
	role: 'local-operator',
	node: 'customs',
};
const amara = {
	name: 'amara',
	displayName: 'Amara',
	role: 'officer',
	password: 'harbour-lights-99',
} as const;

const codeOf = async (work: Promise<unknown>): Promise<string> => {
	try {
		await work;
		return 'none';
	} catch (error) {
		return error instanceof TidewaiterError ? error.code : String(error);
	}
};

beforeAll(async () => {
	database = await openDatabase({ dataDir: join(folder, 'database') });
}, 30_000);
afterAll(async () => {
	await database.close();
	rmSync(folder, { recursive: true });
});

beforeEach(async () => {
	now = start;
	for (const table of ['session', 'api_key', 'user_account'] as const) {
		await database.kysely.deleteFrom(table).execute();
	}
	signIn = createSignIn({
		node: 'customs',
		database,
		now: () => new Date(now),
		randomBytes,
		newId: randomUUID,
		seal: standInSeal,
	});
});

describe('first users', () => {
	it('are made once, with passwords that work', async () => {
		const first = await signIn.createFirstUsers([
			{ name: 'administrator', displayName: 'Administrator', role: 'administrator' },
			{ name: 'analyst', displayName: 'Analyst', role: 'analyst' },
		]);
		expect(first.map(({ name, role }) => [name, role])).toEqual([
			['administrator', 'administrator'],
			['analyst', 'analyst'],
		]);
		const { who } = await signIn.openSession(first[1]!, '192.0.2.1');
		expect(who.subject).toMatchObject({ kind: 'user', role: 'analyst', node: 'customs' });
		expect(await signIn.createFirstUsers([{ name: 'x', displayName: 'X', role: 'analyst' }])).toEqual([]);
	});
});

describe('sessions', () => {
	beforeEach(async () => {
		await signIn.createUser(amara);
	});
	const open = (password: string = amara.password) =>
		signIn.openSession({ name: 'Amara', password }, '192.0.2.1');

	it('open with the right password and are known by their token alone', async () => {
		const { token } = await open();
		expect(token).toMatch(/^customs\.[A-Za-z0-9_-]{43}$/);
		expect((await signIn.identifySession(token))?.name).toBe('amara');
		expect(
			await signIn.identifySession(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
		).toBeUndefined();
		expect(await signIn.identifySession(token.replace('customs', 'fiu'))).toBeUndefined();
		const stored = await database.kysely.selectFrom('session').selectAll().execute();
		expect(JSON.stringify(stored)).not.toContain(token.split('.')[1]);
	});

	it('answer the same for a wrong password, an unknown user and a closed account', async () => {
		const { id } = await signIn.createUser({ ...amara, name: 'closed' });
		await signIn.changeUser({ id, active: false });
		for (const name of ['amara', 'nobody', 'closed']) {
			const password = name === 'closed' ? amara.password : 'wrong';
			const failure = await signIn.openSession({ name, password }, '192.0.2.1').catch((error) => error);
			expect(failure).toMatchObject({
				code: 'wrong-credentials',
				message: 'The name or the password is wrong.',
			});
		}
	});

	it('end when they are idle', async () => {
		const { token } = await open();
		now += SESSION_IDLE_MS - 1;
		expect(await signIn.identifySession(token)).toBeDefined();
		now += SESSION_IDLE_MS - 1;
		expect(await signIn.identifySession(token)).toBeDefined();
		now += SESSION_IDLE_MS;
		expect(await signIn.identifySession(token)).toBeUndefined();
	});

	it('end after twelve hours however busy', async () => {
		const { token, who } = await open();
		expect(who.expiresAt.getTime()).toBe(start + SESSION_IDLE_MS);
		while (now + 60_000 < start + SESSION_LIFE_MS) {
			now += 20 * 60_000;
			if (now < start + SESSION_LIFE_MS) expect(await signIn.identifySession(token)).toBeDefined();
		}
		now = start + SESSION_LIFE_MS;
		expect(await signIn.identifySession(token)).toBeUndefined();
	});

	it('end at sign-out, each for itself', async () => {
		const [first, second] = [await open(), await open()];
		expect(await signIn.identifySession(first.token)).toBeDefined();
		await signIn.closeSession(first.token);
		expect(await signIn.identifySession(first.token)).toBeUndefined();
		expect(await signIn.identifySession(second.token)).toBeDefined();
	});

	it('end when role, password or account change', async () => {
		const { token, who } = await open();
		expect(await signIn.identifySession(token)).toBeDefined();
		await signIn.changeUser({ id: who.subject.id, role: 'supervisor' });
		expect(await signIn.identifySession(token)).toBeUndefined();
		expect((await open()).who.subject.role).toBe('supervisor');
	});

	it('make whoever guesses wait, and then let the right password in', async () => {
		for (let tries = 0; tries < 5; tries++) expect(await codeOf(open('wrong'))).toBe('wrong-credentials');
		expect(await codeOf(open())).toBe('too-many-requests');
		now += 1_001;
		expect(await codeOf(open())).toBe('none');
	});

	it('stay shut where the second factor of the account cannot be read', async () => {
		await database.kysely.updateTable('user_account').set({ second_factor: '{}' }).execute();
		expect(await codeOf(open())).toBe('second-factor-needed');
	});
});

describe('users', () => {
	it('have names of their own, and page in the order in which they were made', async () => {
		for (const name of ['one', 'two', 'three']) {
			await signIn.createUser({ ...amara, name });
			now += 1_000;
		}
		expect(await codeOf(signIn.createUser({ ...amara, name: 'two' }))).toBe('conflict');
		const first = await signIn.listUsers({ limit: 2 });
		expect(first.items.map((user) => user.name)).toEqual(['one', 'two']);
		const second = await signIn.listUsers({ limit: 2, after: first.next! });
		expect(second.items.map((user) => user.name)).toEqual(['three']);
		expect(second.next).toBeNull();
		expect(await codeOf(signIn.listUsers({ limit: 2, after: 'zzz' }))).toBe('invalid-input');
		expect(JSON.stringify([first, second])).not.toContain('argon2');
	});

	it('keep at least one administrator', async () => {
		const { id } = await signIn.createUser({ ...amara, role: 'administrator' });
		expect(await codeOf(signIn.changeUser({ id, role: 'officer' }))).toBe('conflict');
		expect(await codeOf(signIn.changeUser({ id, active: false }))).toBe('conflict');
		expect(await codeOf(signIn.changeUser({ id: randomUUID(), active: false }))).toBe('not-found');
		await signIn.createUser({ ...amara, name: 'second', role: 'administrator' });
		expect(await codeOf(signIn.changeUser({ id, active: false }))).toBe('none');
	});
});

describe('keys', () => {
	it('know the local operator by a key that no other process has', async () => {
		expect((await signIn.identifyKey(signIn.operatorKey))?.subject.role).toBe('local-operator');
		const other = createSignIn({
			node: 'customs',
			database,
			now: () => new Date(now),
			randomBytes,
			newId: randomUUID,
			seal: standInSeal,
		});
		expect(await other.identifyKey(signIn.operatorKey)).toBeUndefined();
	});

	it('identify a machine until they expire or are revoked', async () => {
		const made = await signIn.createKey({ name: 'port system', role: 'integrator', days: 2 }, administrator);
		expect(made.key).toMatch(/^tw_customs_/);
		expect((await signIn.identifyKey(made.key))?.subject).toEqual({
			kind: 'machine',
			id: made.id,
			role: 'integrator',
			node: 'customs',
		});
		const [listed] = (await signIn.listKeys({ limit: 10 })).items;
		expect(listed).toMatchObject({
			name: 'port system',
			lastUsedAt: '2026-01-05T08:00:00.000Z',
			revoked: false,
		});
		now += 2 * 86_400_000;
		expect(await signIn.identifyKey(made.key)).toBeUndefined();
		const second = await signIn.createKey({ name: 'other', role: 'integrator', days: 2 }, administrator);
		expect(await signIn.identifyKey(second.key)).toBeDefined();
		await signIn.revokeKey({ id: second.id });
		expect(await signIn.identifyKey(second.key)).toBeUndefined();
		expect(await codeOf(signIn.revokeKey({ id: randomUUID() }))).toBe('not-found');
	});
});

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TidewaiterError } from '../../contract/errors.ts';
import { openDatabase } from '../platform/database/open.ts';
import type { Database } from '../platform/database/port.ts';
import { createSignIn, type SignedIn, type SignIn } from './operations.ts';
import { standInSeal } from './stand-in-seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-second-factor-'));
const password = 'harbour-lights-99';
let now: number;
let database: Database;
let signIn: SignIn;

const codeOf = async (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'none',
		(error: unknown) => (error instanceof TidewaiterError ? error.code : String(error)),
	);
const open = (secondFactor?: string): Promise<{ token: string; who: SignedIn }> =>
	signIn.openSession(
		{ name: 'amara', password, ...(secondFactor === undefined ? {} : { secondFactor }) },
		'192.0.2.1',
	);
const authenticator = (key: string) => () =>
	new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: now });

/** Sets up a second factor for amara. The next code is good only after a step. */
async function setUp(): Promise<{ token: string; who: SignedIn; code: () => string; recovery: string[] }> {
	const { token, who } = await open();
	const { key } = await signIn.secondFactors.enrolSecondFactor({ password }, who.subject);
	const code = authenticator(key);
	const { recoveryCodes } = await signIn.secondFactors.confirmSecondFactor(
		{ code: code() },
		who.subject,
		token,
	);
	now += 30_000;
	return { token, who, code, recovery: recoveryCodes };
}

beforeAll(async () => {
	database = await openDatabase({ dataDir: join(folder, 'database') });
}, 30_000);
afterAll(async () => {
	await database.close();
	rmSync(folder, { recursive: true });
});
beforeEach(async () => {
	now = Date.parse('2026-01-05T08:00:00Z');
	for (const table of ['session', 'user_account'] as const) await database.kysely.deleteFrom(table).execute();
	signIn = createSignIn({
		node: 'customs',
		database,
		now: () => new Date(now),
		randomBytes,
		newId: randomUUID,
		seal: standInSeal,
	});
	await signIn.createUser({ name: 'amara', displayName: 'Amara', role: 'supervisor', password });
	await signIn.secondFactors.changeSignInSettings({ secondFactorRoles: [] }, (await open()).who.subject);
});

describe('a second factor', () => {
	it('is asked for once a code has confirmed it, and not before', async () => {
		const { who } = await open();
		await signIn.secondFactors.enrolSecondFactor({ password }, who.subject);
		expect(await codeOf(open())).toBe('none');
		const { token, code } = await setUp();
		expect((await signIn.identifySession(token))?.secondFactor).toMatchObject({ enrolled: true, used: true });
		expect(await codeOf(open())).toBe('second-factor-needed');
		expect((await open(code())).who.secondFactor).toMatchObject({ enrolled: true, used: true });
		expect((await signIn.listUsers({ limit: 10 })).items[0]?.secondFactor).toBe(true);
	});

	it('takes no code twice, not even where two sign in at once', async () => {
		const { code } = await setUp();
		const results = await Promise.all([codeOf(open(code())), codeOf(open(code()))]);
		expect(results.sort()).toEqual(['none', 'wrong-credentials']);
		expect(await codeOf(open(code()))).toBe('wrong-credentials');
	});

	it('opens by each recovery code once', async () => {
		const { recovery } = await setUp();
		expect(await codeOf(open(recovery[3]))).toBe('none');
		expect(await codeOf(open(recovery[3]))).toBe('wrong-credentials');
		expect(await codeOf(open(recovery[4]))).toBe('none');
	});

	it('makes whoever guesses wait, from wherever they ask, and asks for the password to begin', async () => {
		const { code } = await setUp();
		const tries: string[] = [];
		for (let address = 0; address < 30; address++)
			tries.push(
				await codeOf(
					signIn.openSession({ name: 'amara', password, secondFactor: '000000' }, `192.0.2.${address}`),
				),
			);
		expect(tries.filter((each) => each === 'wrong-credentials').length).toBeLessThan(6);
		expect(tries.at(-1)).toBe('too-many-requests');
		now += 20 * 60_000;
		const { who } = await open(code());
		expect(await codeOf(signIn.secondFactors.enrolSecondFactor({ password: 'wrong' }, who.subject))).toBe(
			'conflict',
		);
		now += 30_000;
		await signIn.secondFactors.removeSecondFactor({ code: code() }, who.subject);
		expect(await codeOf(signIn.secondFactors.enrolSecondFactor({ password: 'wrong' }, who.subject))).toBe(
			'wrong-credentials',
		);
		expect(await codeOf(open())).toBe('none');
	});

	it('is taken away by an administrator, and all sessions end', async () => {
		const { token, who } = await setUp();
		await signIn.secondFactors.resetSecondFactor({ id: who.subject.id });
		expect(await signIn.identifySession(token)).toBeUndefined();
		expect((await open()).who.secondFactor).toMatchObject({ enrolled: false, used: false });
		expect(await codeOf(signIn.secondFactors.resetSecondFactor({ id: randomUUID() }))).toBe('not-found');
	});

	it('is needed by the roles that a node says', async () => {
		const { token, who } = await open();
		expect(who.secondFactor?.needed).toBe(false);
		const settings = await signIn.secondFactors.changeSignInSettings(
			{ secondFactorRoles: ['supervisor', 'administrator', 'supervisor'] },
			who.subject,
		);
		expect(settings.secondFactorRoles).toEqual(['supervisor', 'administrator']);
		expect((await signIn.identifySession(token))?.secondFactor).toEqual({
			enrolled: false,
			used: false,
			needed: true,
		});
	});

	it('lies sealed in the database', async () => {
		const { who } = await open();
		const { key } = await signIn.secondFactors.enrolSecondFactor({ password }, who.subject);
		const stored = JSON.stringify(await database.kysely.selectFrom('user_account').selectAll().execute());
		expect(stored).not.toContain(key.replaceAll(' ', ''));
		expect(stored).not.toContain(
			Buffer.from(Secret.fromBase32(key.replaceAll(' ', '')).bytes)
				.toString('base64')
				.slice(0, 20),
		);
	});
});

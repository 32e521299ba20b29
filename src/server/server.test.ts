import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../../contract/operations.ts';
import type { Role } from '../../contract/views.ts';
import { openDatabase } from '../platform/database/open.ts';
import type { Database } from '../platform/database/port.ts';
import { createSignIn } from '../policy/operations.ts';
import { createLog } from './log.ts';
import type { Node } from './node.ts';
import { createServer } from './server.ts';
import { createStandInIntake } from './stand-in-intake.ts';

const PASSWORD = 'harbour-lights-99';
const roles: Role[] = ['officer', 'analyst', 'supervisor', 'trainer', 'integrator', 'administrator'];
let database: Database;
let customs: Node;
let app: FastifyInstance;
let folder: string;
let logged = '';
const cookies = new Map<Role, string>();
const local = { kind: 'local-operator', id: 'local', role: 'local-operator', node: 'customs' } as const;

const nodeOf = (id: string, agency: Node['agency']): Node => {
	const described = { id, name: `Node ${id}`, agency, country: 'ZZ' };
	return {
		...described,
		intake: createStandInIntake(described),
		signIn: createSignIn({ node: id, database, now: () => new Date(), randomBytes, newId: randomUUID }),
		ready: async () => {},
		close: async () => {},
	};
};

const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
	String(answer.headers['set-cookie']).split(';')[0] ?? '';

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tidewaiter-server-'));
	database = await openDatabase({ dataDir: join(folder, 'database') });
	const consoleDirectory = join(folder, 'console');
	mkdirSync(join(consoleDirectory, 'assets'), { recursive: true });
	writeFileSync(join(consoleDirectory, 'index.html'), '<!doctype html><title>Tidewaiter</title>');
	writeFileSync(join(consoleDirectory, 'assets', 'main-1a2b.js'), 'export {};');
	customs = nodeOf('customs', 'customs');
	const log = createLog(
		'info',
		new Writable({
			write: (chunk, _encoding, done) => {
				logged += chunk;
				done();
			},
		}),
	);
	app = createServer({
		nodes: [customs, nodeOf('fiu', 'fiu')],
		log,
		version: '0.0.0',
		consoleDirectory,
		metricsToken: 'scrape-me',
		maxSubmissionBytes: 1_000_000,
	});
	for (const role of roles) {
		await customs.signIn.createUser({ name: role, displayName: 'Amara Okafor', role, password: PASSWORD });
		const answer = await signIn(role);
		cookies.set(role, cookieOf(answer));
	}
}, 30_000);
afterAll(async () => {
	await app.close();
	await database.close();
	rmSync(folder, { recursive: true });
});
beforeEach(() => {
	logged = '';
});

const signIn = (name: string, password = PASSWORD, headers: Record<string, string> = {}) =>
	app.inject({ method: 'POST', url: '/api/session', payload: { node: 'customs', name, password }, headers });
const as = (role: Role, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object | string) =>
	app.inject({ method, url, headers: { cookie: cookies.get(role) ?? '' }, ...(payload ? { payload } : {}) });

describe('signing in', () => {
	it('sets a cookie that scripts and other sites cannot use', async () => {
		const answer = await signIn('analyst');
		expect(answer.statusCode).toBe(200);
		expect(answer.headers['set-cookie']).toMatch(
			/^tidewaiter=customs\.\S{43}; Path=\/; HttpOnly; SameSite=Strict$/,
		);
		expect(answer.json()).toMatchObject({
			user: { name: 'analyst', role: 'analyst' },
			node: { id: 'customs' },
			nodes: [{ id: 'customs' }, { id: 'fiu' }],
			abilities: expect.arrayContaining(['record.read', 'original.read']),
		});
	});

	it('offers its nodes to anybody, and wants to know which', async () => {
		expect((await app.inject('/api/nodes')).json()).toHaveLength(2);
		const answer = await app.inject({
			method: 'POST',
			url: '/api/session',
			payload: { name: 'x', password: 'y' },
		});
		expect(answer.json()).toMatchObject({ code: 'invalid-input', place: 'node' });
	});

	it('replaces the session that was there before, and ends it at sign-out', async () => {
		const first = cookieOf(await signIn('analyst'));
		const second = cookieOf(await signIn('analyst', PASSWORD, { cookie: first }));
		const read = (cookie: string) => app.inject({ url: '/api/session', headers: { cookie } });
		expect((await read(first)).statusCode).toBe(401);
		expect((await read(second)).statusCode).toBe(200);
		const closed = await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: second } });
		expect(closed.json()).toEqual({ closed: true });
		expect(closed.headers['set-cookie']).toMatch(/^tidewaiter=;/);
		expect((await read(second)).statusCode).toBe(401);
	});

	it('says the same for a wrong name and a wrong password', async () => {
		const [name, password] = [await signIn('nobody'), await signIn('supervisor', 'wrong')];
		expect(name.statusCode).toBe(401);
		expect(name.json()).toEqual(password.json());
		expect(name.headers['content-type']).toMatch('application/problem+json');
	});

	it('is refused to pages of other sites, like everything that changes something', async () => {
		const foreign: Record<string, string>[] = [
			{ origin: 'https://evil.example' },
			{ 'sec-fetch-site': 'cross-site' },
			{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:80' },
			{ origin: 'null' },
		];
		for (const headers of foreign) {
			expect((await signIn('analyst', PASSWORD, headers)).statusCode).toBe(403);
			const change = await app.inject({
				method: 'POST',
				url: '/api/keys',
				headers: { ...headers, cookie: cookies.get('administrator') ?? '' },
				payload: { name: 'x', role: 'integrator' },
			});
			expect(change.statusCode).toBe(403);
		}
		expect((await signIn('analyst', PASSWORD, { origin: 'http://localhost:80' })).statusCode).toBe(200);
		expect((await signIn('analyst', PASSWORD, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
	});
});

describe('every operation', () => {
	const placeholders = { id: randomUUID(), submission: 'a'.repeat(64) } as const;
	const urlOf = (path: string) =>
		`/api${path.replace(/:(id|submission)/g, (_, name: keyof typeof placeholders) => placeholders[name])}`;
	const all = Object.values(operations);

	it.each(all.filter(({ action }) => action !== 'session.open').map((one) => [one.id, one] as const))(
		'%s is closed to whoever is not signed in',
		async (_id, operation) => {
			const answer = await app.inject({ method: operation.method, url: urlOf(operation.path) });
			expect(answer.json()).toMatchObject({ code: 'not-signed-in', status: 401 });
		},
	);

	it('is closed to roles that the law denies, with the reason', async () => {
		const answer = await as('trainer', 'GET', '/api/records');
		expect(answer.json()).toMatchObject({
			code: 'not-permitted',
			detail: expect.stringContaining('trainer'),
		});
		expect(logged).toContain('"event":"denied"');
		expect((await as('administrator', 'GET', `/api/records/${placeholders.id}`)).statusCode).toBe(403);
	});

	it('names what it does not understand', async () => {
		expect((await as('analyst', 'GET', '/api/records?limit=9999')).json()).toMatchObject({
			code: 'invalid-input',
			place: 'limit',
		});
		expect((await as('analyst', 'GET', '/api/records?ofice=GB001')).json()).toMatchObject({ place: 'ofice' });
		expect((await as('analyst', 'GET', '/api/records?limit=1&limit=2')).statusCode).toBe(400);
		const broken = await app.inject({
			method: 'POST',
			url: '/api/keys',
			headers: { cookie: cookies.get('administrator') ?? '', 'content-type': 'application/json' },
			payload: '{"name":',
		});
		expect(broken.json()).toMatchObject({ code: 'invalid-input', status: 400 });
		expect((await as('analyst', 'GET', '/api/nothing')).json()).toMatchObject({ code: 'not-found' });
	});

	it('shows nothing of an unknown failure but a reference, under which the cause is logged', async () => {
		const answer = await as('analyst', 'GET', '/api/records?search=break');
		expect(answer.statusCode).toBe(500);
		expect(answer.body).not.toContain('secret');
		const { reference } = answer.json();
		expect(logged).toContain(reference);
		expect(logged).toContain('secret cause of a failure');
		expect(logged).not.toContain('search=');
	});

	it('is described by OpenAPI', async () => {
		const description = (await app.inject('/api/openapi.json')).json();
		expect(description.openapi).toBe('3.1.0');
		for (const operation of all) {
			const path = description.paths[`/api${operation.path.replace(/:(\w+)/g, '{$1}')}`];
			expect(path[operation.method.toLowerCase()].operationId).toBe(operation.id);
		}
		expect(description.paths['/api/quarantine/{id}/discard'].post.requestBody.content).toMatchObject({
			'application/json': { schema: { required: ['reason'] } },
		});
	});
});

describe('submissions', () => {
	const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
		app.inject({
			method: 'POST',
			url: '/api/submissions?name=test.txt',
			headers: { cookie: cookies.get('analyst') ?? '', ...headers },
			payload: body,
		});

	it('are taken with any media type, and twice without change', async () => {
		expect((await send('one\ntwo')).json()).toMatchObject({
			status: 'accepted',
			records: 2,
			name: 'test.txt',
		});
		const again = await send('one\ntwo', { 'content-type': 'application/json' });
		expect(again.json()).toMatchObject({ known: true });
		expect((await as('integrator', 'GET', '/api/overview')).json().totals.submissions).toBe(1);
	});

	it('answer 422 or 415 with what became of them when nothing could be read', async () => {
		const unreadable = await send('!bad');
		expect(unreadable.json()).toMatchObject({
			status: 422,
			code: 'unreadable',
			place: 'line 1',
			remedy: 'Leave it out.',
			submission: { status: 'quarantined', refusedCount: 1 },
		});
		expect((await send(Buffer.from([0, 1, 2]))).json()).toMatchObject({
			status: 415,
			code: 'unknown-format',
		});
		expect((await send('good\n!bad')).statusCode).toBe(200);
	});

	it('answer 413 before the body where the length is told, and while it comes where it is not', async () => {
		expect((await send('x'.repeat(1_000_001))).json()).toMatchObject({ status: 413, code: 'too-large' });
		const chunks = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(50_000, 120)));
		const streamed = await app.inject({
			method: 'POST',
			url: '/api/submissions',
			headers: { cookie: cookies.get('analyst') ?? '', 'transfer-encoding': 'chunked' },
			payload: chunks,
		});
		expect(streamed.json()).toMatchObject({ status: 413, code: 'too-large' });
	});

	it('are not read at all from whoever may not send', async () => {
		let pulled = 0;
		const endless = Readable.from(
			(async function* () {
				for (; pulled < 1_000; pulled++) yield Buffer.alloc(1_000);
			})(),
		);
		const answer = await app.inject({
			method: 'POST',
			url: '/api/submissions',
			headers: { cookie: cookies.get('trainer') ?? '' },
			payload: endless,
		});
		expect(answer.statusCode).toBe(403);
		expect(pulled).toBeLessThan(100);
	});

	it('come back as they were received, whole or in part', async () => {
		const { submission } = (await send('an original')).json();
		const whole = await as('analyst', 'GET', `/api/submissions/${submission}/original`);
		expect(whole.body).toBe('an original');
		expect(whole.headers).toMatchObject({
			'x-total-bytes': '11',
			'content-type': 'application/octet-stream',
		});
		const part = await as('analyst', 'GET', `/api/submissions/${submission}/original?offset=3&length=4`);
		expect(part.body).toBe('orig');
	});
});

describe('personal data', () => {
	it('is read on the record: who and what, and no names', async () => {
		const { items } = (await as('analyst', 'GET', '/api/records')).json();
		logged = '';
		await as('analyst', 'GET', `/api/records/${items[0].id}`);
		const access = logged
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line))
			.find((line) => line.event === 'access');
		expect(access).toMatchObject({
			action: 'record.read',
			object: items[0].id,
			role: 'analyst',
			node: 'customs',
		});
		expect(logged).not.toMatch(/Amara|Okafor|127\.0\.0\.1/);
	});

	it('is exported as a file, or refused before the file begins', async () => {
		const answer = await as('analyst', 'GET', '/api/export?format=csv');
		expect(answer.body).toContain('one\n');
		expect(answer.headers['content-disposition']).toMatch(
			/attachment; filename="customs-csv-\d{4}-\d\d-\d\d\.csv"/,
		);
		expect((await as('analyst', 'GET', '/api/export?format=csv&ids=broken')).statusCode).toBe(400);
		expect((await as('officer', 'GET', '/api/export?format=csv')).statusCode).toBe(403);
	});
});

describe('keys', () => {
	it('open what their role permits, until they are revoked', async () => {
		const made = (
			await as('administrator', 'POST', '/api/keys', { name: 'port', role: 'integrator' })
		).json();
		const send = (authorization: string) =>
			app.inject({ method: 'POST', url: '/api/submissions', headers: { authorization }, payload: 'by key' });
		expect((await send(`Bearer ${made.key}`)).statusCode).toBe(200);
		expect((await send(`Bearer ${made.key.replace('customs', 'fiu')}`)).statusCode).toBe(401);
		expect((await send('Basic eDp5')).statusCode).toBe(401);
		await as('administrator', 'DELETE', `/api/keys/${made.id}`);
		const revoked = await send(`Bearer ${made.key}`);
		expect(revoked.statusCode).toBe(401);
		expect(revoked.headers['www-authenticate']).toContain('Bearer');
	});

	it('are given for machines, never to administer', async () => {
		const answer = await as('administrator', 'POST', '/api/keys', { name: 'x', role: 'administrator' });
		expect(answer.statusCode).toBe(403);
	});
});

describe('live events', () => {
	it('reach whoever listens', async () => {
		await app.listen({ port: 0, host: '127.0.0.1' });
		const address = app.server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		const received = await new Promise<string>((resolve, reject) => {
			const listening = httpRequest(
				{ port, host: '127.0.0.1', path: '/api/live', headers: { cookie: cookies.get('trainer') ?? '' } },
				(answer) => {
					expect(answer.headers['content-type']).toBe('text/event-stream');
					let text = '';
					answer.on('data', (chunk) => {
						text += chunk;
						if (text.includes('data:')) {
							resolve(text);
							listening.destroy();
						}
					});
					void customs.intake.submit(Readable.from([Buffer.from('live line')]), {
						source: 't',
						channel: 'http',
					});
				},
			);
			listening.on('error', reject);
			listening.end();
		});
		expect(received).toContain('event: records\ndata: {"type":"records"');
	});
});

describe('surroundings', () => {
	it('serve the console, its pages and its lasting files', async () => {
		const page = { accept: 'text/html' };
		expect((await app.inject({ url: '/', headers: page })).body).toContain('Tidewaiter');
		const deep = await app.inject({ url: '/records/1', headers: page });
		expect(deep.body).toContain('Tidewaiter');
		expect(deep.headers['content-security-policy']).toContain("default-src 'none'");
		expect(deep.headers['cache-control']).toBe('no-cache');
		const asset = await app.inject('/assets/main-1a2b.js');
		expect(asset.headers['cache-control']).toContain('immutable');
		expect((await app.inject({ url: '/assets/gone.js', headers: page })).statusCode).toBe(404);
		expect((await app.inject('/../package.json')).statusCode).toBe(404);
	});

	it('tell health, and metrics to the machine itself or with the token', async () => {
		expect((await app.inject('/health/live')).json()).toEqual({ live: true });
		expect((await app.inject('/health/ready')).json()).toMatchObject({ ready: true });
		const metrics = await app.inject('/metrics');
		expect(metrics.body).toContain('tidewaiter_requests_total{operation="openSession",status="200"}');
		expect(metrics.body).toContain('tidewaiter_records_total{node="customs",kind="outcome"}');
		const remote = (headers: Record<string, string>) =>
			app.inject({ url: '/metrics', headers, remoteAddress: '192.0.2.9' });
		expect((await remote({})).statusCode).toBe(403);
		expect((await remote({ authorization: 'Bearer scrape-me' })).statusCode).toBe(200);
		expect(
			(await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '192.0.2.9' } })).statusCode,
		).toBe(403);
	});

	it('limit how often somebody unknown may ask', async () => {
		const answers = await Promise.all(
			Array.from({ length: 320 }, () => app.inject({ url: '/api/nodes', remoteAddress: '198.51.100.20' })),
		);
		const last = answers.filter((answer) => answer.statusCode === 429);
		expect(last.length).toBeGreaterThan(0);
		expect(last[0]?.json()).toMatchObject({ code: 'too-many-requests' });
		expect((await as('officer', 'GET', '/api/overview')).statusCode).toBe(200);
	});
});

it('a key made on the machine itself works over HTTP', async () => {
	const { key } = await customs.signIn.createKey({ name: 'cli', role: 'supervisor', days: 1 }, local);
	const answer = await app.inject({ url: '/api/records', headers: { authorization: `Bearer ${key}` } });
	expect(answer.statusCode).toBe(200);
});

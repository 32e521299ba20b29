import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../contract/operations.ts';
import { cookieOf, openStandInServer, PASSWORD, type StandInServer } from './stand-in-server.ts';

let server: StandInServer;
beforeAll(async () => {
	server = await openStandInServer();
}, 30_000);
afterAll(() => server.close());

describe('signing in', () => {
	it('sets a cookie that scripts and other sites cannot use', async () => {
		const answer = await server.signIn('analyst');
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
		expect((await server.app.inject('/api/nodes')).json()).toHaveLength(2);
		const answer = await server.app.inject({
			method: 'POST',
			url: '/api/session',
			payload: { name: 'x', password: 'y' },
		});
		expect(answer.json()).toMatchObject({ code: 'invalid-input', place: 'node' });
	});

	it('replaces the session that was there before, and ends it at sign-out', async () => {
		const first = cookieOf(await server.signIn('analyst'));
		const second = cookieOf(await server.signIn('analyst', PASSWORD, { cookie: first }));
		const read = (cookie: string) => server.app.inject({ url: '/api/session', headers: { cookie } });
		expect((await read(first)).statusCode).toBe(401);
		expect((await read(second)).statusCode).toBe(200);
		const closed = await server.app.inject({
			method: 'DELETE',
			url: '/api/session',
			headers: { cookie: second },
		});
		expect(closed.json()).toEqual({ closed: true });
		expect(closed.headers['set-cookie']).toMatch(/^tidewaiter=;/);
		expect((await read(second)).statusCode).toBe(401);
	});

	it('says the same for a wrong name and a wrong password', async () => {
		const [name, password] = [await server.signIn('nobody'), await server.signIn('supervisor', 'wrong')];
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
			expect((await server.signIn('analyst', PASSWORD, headers)).statusCode).toBe(403);
			const change = await server.app.inject({
				method: 'POST',
				url: '/api/keys',
				headers: { ...headers, cookie: server.cookieFor('administrator') },
				payload: { name: 'x', role: 'integrator' },
			});
			expect(change.statusCode).toBe(403);
		}
		expect((await server.signIn('analyst', PASSWORD, { origin: 'http://localhost:80' })).statusCode).toBe(
			200,
		);
		expect((await server.signIn('analyst', PASSWORD, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(
			200,
		);
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
			const answer = await server.app.inject({ method: operation.method, url: urlOf(operation.path) });
			expect(answer.json()).toMatchObject({ code: 'not-signed-in', status: 401 });
		},
	);

	it('is closed to roles that the law denies, with the reason', async () => {
		const answer = await server.as('trainer', 'GET', '/api/records');
		expect(answer.json()).toMatchObject({
			code: 'not-permitted',
			detail: expect.stringContaining('trainer'),
		});
		expect(server.log.text).toContain('"event":"denied"');
		expect((await server.as('administrator', 'GET', `/api/records/${placeholders.id}`)).statusCode).toBe(403);
	});

	it('names what it does not understand', async () => {
		expect((await server.as('analyst', 'GET', '/api/records?limit=9999')).json()).toMatchObject({
			code: 'invalid-input',
			place: 'limit',
		});
		expect((await server.as('analyst', 'GET', '/api/records?ofice=GB001')).json()).toMatchObject({
			place: 'ofice',
		});
		expect((await server.as('analyst', 'GET', '/api/records?limit=1&limit=2')).statusCode).toBe(400);
		const broken = await server.app.inject({
			method: 'POST',
			url: '/api/keys',
			headers: { cookie: server.cookieFor('administrator'), 'content-type': 'application/json' },
			payload: '{"name":',
		});
		expect(broken.json()).toMatchObject({ code: 'invalid-input', status: 400 });
		expect((await server.as('analyst', 'GET', '/api/nothing')).json()).toMatchObject({ code: 'not-found' });
	});

	it('shows nothing of an unknown failure but a reference, under which the cause is server.log.text', async () => {
		const answer = await server.as('analyst', 'GET', '/api/records?search=break');
		expect(answer.statusCode).toBe(500);
		expect(answer.body).not.toContain('secret');
		const { reference } = answer.json();
		expect(server.log.text).toContain(reference);
		expect(server.log.text).toContain('secret cause of a failure');
		expect(server.log.text).not.toContain('search=');
	});

	it('is described by OpenAPI', async () => {
		const description = (await server.app.inject('/api/openapi.json')).json();
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

describe('live events', () => {
	it('reach whoever listens', async () => {
		await server.app.listen({ port: 0, host: '127.0.0.1' });
		const address = server.app.server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		const received = await new Promise<string>((resolve, reject) => {
			const listening = httpRequest(
				{ port, host: '127.0.0.1', path: '/api/live', headers: { cookie: server.cookieFor('trainer') } },
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
					void server.customs.intake.submit(Readable.from([Buffer.from('live line')]), {
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
		expect((await server.app.inject({ url: '/', headers: page })).body).toContain('Tidewaiter');
		const deep = await server.app.inject({ url: '/records/1', headers: page });
		expect(deep.body).toContain('Tidewaiter');
		expect(deep.headers['content-security-policy']).toContain("default-src 'none'");
		expect(deep.headers['cache-control']).toBe('no-cache');
		const asset = await server.app.inject('/assets/main-1a2b.js');
		expect(asset.headers['cache-control']).toContain('immutable');
		expect((await server.app.inject({ url: '/assets/gone.js', headers: page })).statusCode).toBe(404);
		expect((await server.app.inject('/../package.json')).statusCode).toBe(404);
	});

	it('tell health, and metrics to the machine itself or with the token', async () => {
		expect((await server.app.inject('/health/live')).json()).toEqual({ live: true });
		expect((await server.app.inject('/health/ready')).json()).toMatchObject({ ready: true });
		const metrics = await server.app.inject('/metrics');
		expect(metrics.body).toContain('tidewaiter_requests_total{operation="openSession",status="200"}');
		expect(metrics.body).toContain('tidewaiter_records_total{node="customs",kind="outcome"}');
		const remote = (headers: Record<string, string>) =>
			server.app.inject({ url: '/metrics', headers, remoteAddress: '192.0.2.9' });
		expect((await remote({})).statusCode).toBe(403);
		expect((await remote({ authorization: 'Bearer scrape-me' })).statusCode).toBe(200);
		expect(
			(await server.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '192.0.2.9' } })).statusCode,
		).toBe(403);
	});

	it('limit how often somebody unknown may ask', async () => {
		const answers = await Promise.all(
			Array.from({ length: 320 }, () =>
				server.app.inject({ url: '/api/nodes', remoteAddress: '198.51.100.20' }),
			),
		);
		const last = answers.filter((answer) => answer.statusCode === 429);
		expect(last.length).toBeGreaterThan(0);
		expect(last[0]?.json()).toMatchObject({ code: 'too-many-requests' });
		expect((await server.as('officer', 'GET', '/api/overview')).statusCode).toBe(200);
	});
});

it('a key made on the machine itself works over HTTP', async () => {
	const { key } = await server.customs.signIn.createKey(
		{ name: 'cli', role: 'supervisor', days: 1 },
		{ kind: 'local-operator', id: 'local', role: 'local-operator', node: 'customs' },
	);
	const answer = await server.app.inject({
		url: '/api/records',
		headers: { authorization: `Bearer ${key}` },
	});
	expect(answer.statusCode).toBe(200);
});

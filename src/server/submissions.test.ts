import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStandInServer, type StandInServer } from './stand-in-server.ts';

let server: StandInServer;
beforeAll(async () => {
	server = await openStandInServer();
}, 30_000);
afterAll(() => server.close());

describe('submissions', () => {
	const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
		server.app.inject({
			method: 'POST',
			url: '/api/submissions?name=test.txt',
			headers: { cookie: server.cookieFor('analyst'), ...headers },
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
		expect((await server.as('integrator', 'GET', '/api/overview')).json().totals.submissions).toBe(1);
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
		const streamed = await server.app.inject({
			method: 'POST',
			url: '/api/submissions',
			headers: { cookie: server.cookieFor('analyst'), 'transfer-encoding': 'chunked' },
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
		const answer = await server.app.inject({
			method: 'POST',
			url: '/api/submissions',
			headers: { cookie: server.cookieFor('trainer') },
			payload: endless,
		});
		expect(answer.statusCode).toBe(403);
		expect(pulled).toBeLessThan(100);
	});

	it('come back as they were received, whole or in part', async () => {
		const { submission } = (await send('an original')).json();
		const whole = await server.as('analyst', 'GET', `/api/submissions/${submission}/original`);
		expect(whole.body).toBe('an original');
		expect(whole.headers).toMatchObject({
			'x-total-bytes': '11',
			'content-type': 'application/octet-stream',
		});
		const part = await server.as(
			'analyst',
			'GET',
			`/api/submissions/${submission}/original?offset=3&length=4`,
		);
		expect(part.body).toBe('orig');
	});
});

describe('personal data', () => {
	it('is read on the record: who and what, and no names', async () => {
		const { items } = (await server.as('analyst', 'GET', '/api/records')).json();
		server.log.text = '';
		await server.as('analyst', 'GET', `/api/records/${items[0].id}`);
		const access = server.log.text
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
		expect(server.log.text).not.toMatch(/Amara|Okafor|127\.0\.0\.1/);
	});

	it('is exported as a file, or refused before the file begins', async () => {
		const answer = await server.as('analyst', 'GET', '/api/export?format=csv');
		expect(answer.body).toContain('one\n');
		expect(answer.headers['content-disposition']).toMatch(
			/attachment; filename="customs-csv-\d{4}-\d\d-\d\d\.csv"/,
		);
		expect((await server.as('analyst', 'GET', '/api/export?format=csv&ids=broken')).statusCode).toBe(400);
		expect((await server.as('officer', 'GET', '/api/export?format=csv')).statusCode).toBe(403);
	});
});

describe('keys', () => {
	it('open what their role permits, until they are revoked', async () => {
		const made = (
			await server.as('administrator', 'POST', '/api/keys', { name: 'port', role: 'integrator' })
		).json();
		const send = (authorization: string) =>
			server.app.inject({
				method: 'POST',
				url: '/api/submissions',
				headers: { authorization },
				payload: 'by key',
			});
		expect((await send(`Bearer ${made.key}`)).statusCode).toBe(200);
		expect((await send(`Bearer ${made.key.replace('customs', 'fiu')}`)).statusCode).toBe(401);
		expect((await send('Basic eDp5')).statusCode).toBe(401);
		await server.as('administrator', 'DELETE', `/api/keys/${made.id}`);
		const revoked = await send(`Bearer ${made.key}`);
		expect(revoked.statusCode).toBe(401);
		expect(revoked.headers['www-authenticate']).toContain('Bearer');
	});

	it('are given for machines, never to administer', async () => {
		const answer = await server.as('administrator', 'POST', '/api/keys', {
			name: 'x',
			role: 'administrator',
		});
		expect(answer.statusCode).toBe(403);
	});
});

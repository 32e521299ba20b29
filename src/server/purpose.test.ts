import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionView } from '../../contract/operations-policy.ts';
import type { PurposeId } from '../../contract/purposes.ts';
import type { Role } from '../../contract/views.ts';
import { cookieOf, openStandInServer, type StandInServer, statePurpose } from './stand-in-server.ts';

let server: StandInServer;
beforeAll(async () => {
	server = await openStandInServer();
});
afterAll(() => server.close());

/** Somebody who has just signed in and stated nothing. */
async function newcomer(name: Role) {
	const cookie = cookieOf(await server.signIn(name));
	const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
		server.app.inject({ method, url: `/api${url}`, headers: { cookie }, ...(payload ? { payload } : {}) });
	return { cookie, ask };
}

const newKey = async (payload: { role: Role; purpose?: PurposeId }) => {
	const made = await server.as('administrator', 'POST', '/api/keys', { name: 'Port', days: 1, ...payload });
	const { key } = made.json() as { key: string };
	return (headers: Record<string, string> = {}) =>
		server.app.inject({
			method: 'POST',
			url: '/api/screen',
			headers: { authorization: `Bearer ${key}`, ...headers },
			payload: { name: 'Amara Okafor' },
		});
};

const decisionsOf = async (query: string): Promise<DecisionView[]> => {
	const answer = await server.as('supervisor', 'GET', `/api/decisions?${query}`);
	expect(answer.statusCode).toBe(200);
	return (answer.json() as { items: DecisionView[] }).items;
};

describe('the purpose of a session', () => {
	it('is asked for before personal data are shown, and kept until it is taken back', async () => {
		const { ask, cookie } = await newcomer('analyst');
		const refused = await ask('GET', '/hits');
		expect(refused.statusCode).toBe(403);
		expect(refused.json()).toMatchObject({
			code: 'purpose-needed',
			remedy: expect.stringContaining('customs-control'),
		});
		expect((await ask('GET', '/overview')).statusCode).toBe(200);
		const session = (await ask('GET', '/session')).json();
		expect(session).toMatchObject({ purpose: null, abilities: expect.arrayContaining(['hit.list']) });
		expect(session.purposes).toContain('investigation');
		const stated = await statePurpose(server.app, cookie, 'customs-control');
		expect(stated.json()).toMatchObject({ purpose: { purpose: 'customs-control', caseReference: null } });
		expect((await ask('GET', '/hits')).statusCode).toBe(200);
		expect((await ask('DELETE', '/session/purpose')).json()).toMatchObject({ purpose: null });
		expect((await ask('GET', '/hits')).statusCode).toBe(403);
	});

	it('needs its case, and is one that the role may state here', async () => {
		const { ask, cookie } = await newcomer('analyst');
		expect((await statePurpose(server.app, cookie, 'investigation')).json()).toMatchObject({
			code: 'invalid-input',
			place: 'caseReference',
		});
		expect((await statePurpose(server.app, cookie, 'suspicion-analysis')).statusCode).toBe(403);
		const body = { purpose: 'investigation', caseReference: 'C/2026-17' };
		expect((await ask('POST', '/session/purpose', body)).statusCode).toBe(200);
		server.log.text = '';
		expect((await ask('GET', '/hits')).statusCode).toBe(200);
		expect(server.log.text).toContain('"purpose":"investigation","case":"C/2026-17"');
		expect(await decisionsOf('caseReference=C%2F2026-17')).toMatchObject([
			{ subjectName: 'analyst', operation: 'listHits', purpose: 'investigation', permitted: true },
		]);
	});
});

describe('the purpose of a key', () => {
	it('comes with the request', async () => {
		const ask = await newKey({ role: 'integrator' });
		expect((await ask()).json()).toMatchObject({ code: 'purpose-needed' });
		expect((await ask({ 'tidewaiter-purpose': 'customs-control' })).statusCode).toBe(200);
		expect((await ask({ 'tidewaiter-purpose': 'curiosity' })).json()).toMatchObject({
			code: 'invalid-input',
			place: 'purpose',
		});
		expect((await ask({ 'tidewaiter-purpose': 'data-protection' })).statusCode).toBe(403);
	});

	it('may be bound to one', async () => {
		const ask = await newKey({ role: 'integrator', purpose: 'sanctions-screening' });
		expect((await ask()).statusCode).toBe(200);
		expect((await ask({ 'tidewaiter-purpose': 'customs-control' })).json()).toMatchObject({
			code: 'not-permitted',
		});
		const wrong = { name: 'Port', role: 'integrator', days: 1, purpose: 'data-protection' };
		expect((await server.as('administrator', 'POST', '/api/keys', wrong)).statusCode).toBe(403);
	});

	it('is that of the node’s operation where the local operator says nothing', async () => {
		const answer = await server.app.inject({
			url: '/api/hits',
			headers: { authorization: `Bearer ${server.customs.signIn.operatorKey}` },
		});
		expect(answer.statusCode).toBe(200);
		const items = await server.customs.decisions.listDecisions(
			{ purpose: 'node-operation', limit: 10 },
			{ kind: 'local-operator', id: 'local-operator', role: 'local-operator', node: 'customs' },
		);
		expect(items.items).toMatchObject([{ subject: 'local-operator', operation: 'listHits' }]);
	});
});

describe('the log of decisions', () => {
	it('holds refusals and accesses, found by who, what and when', async () => {
		const record = randomUUID();
		await server.as('analyst', 'GET', `/api/records/${record}`);
		await server.as('trainer', 'GET', `/api/records/${record}`);
		expect(await decisionsOf(`object=${record}`)).toMatchObject([
			{ role: 'trainer', permitted: false, reason: expect.stringContaining('trainer'), purpose: 'exercise' },
			{ role: 'analyst', permitted: true, purpose: 'exercise', action: 'record.read' },
		]);
		expect(await decisionsOf(`object=${record}&outcome=denied`)).toHaveLength(1);
		expect(await decisionsOf(`object=${record}&until=2026-01-01T00:00:00Z`)).toEqual([]);
		expect(await decisionsOf(`object=${record}&from=2026-01-01T00:00:00Z&limit=1`)).toHaveLength(1);
		expect((await server.as('supervisor', 'GET', '/api/decisions?from=yesterday')).statusCode).toBe(400);
		expect((await server.as('analyst', 'GET', '/api/decisions')).statusCode).toBe(403);
		expect((await server.customs.decisions.about([record], { limit: 10 })).items).toMatchObject([
			{ object: record, role: 'analyst', operation: 'readRecord' },
		]);
	});

	it('shows a supervisor the staff and himself, not those who watch over him', async () => {
		await server.as('administrator', 'GET', '/api/hits');
		const items = await decisionsOf('limit=500');
		expect(new Set(items.map(({ role }) => role))).not.toContain('administrator');
		expect(items.some(({ role }) => role === 'supervisor')).toBe(true);
	});

	it('keeps nothing of strangers', async () => {
		const before = await server.customs.decisions.listDecisions(
			{ limit: 1 },
			{ kind: 'user', id: 'x', role: 'data-protection-officer', node: 'customs' },
		);
		await server.app.inject('/api/hits');
		const after = await server.customs.decisions.listDecisions(
			{ limit: 1 },
			{ kind: 'user', id: 'x', role: 'data-protection-officer', node: 'customs' },
		);
		expect(after.items).toEqual(before.items);
	});

	it('shows nothing that it could not record', async () => {
		const { decisions } = server.customs;
		const { record } = decisions;
		decisions.record = async () => {
			throw new Error('the disk is gone');
		};
		try {
			const answer = await server.as('analyst', 'GET', '/api/hits');
			expect(answer.json()).toMatchObject({ code: 'database-unavailable', status: 503 });
			// A refusal needs no record to be one.
			expect((await server.as('trainer', 'GET', '/api/hits')).statusCode).toBe(403);
		} finally {
			decisions.record = record;
		}
	});
});

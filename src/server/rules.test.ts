import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../contract/rules.ts';
import { openStandInServer, type StandInServer } from './stand-in-server.ts';

let server: StandInServer;
beforeAll(async () => {
	server = await openStandInServer();
}, 30_000);
afterAll(() => server.close());

const today = new Date().toISOString().slice(0, 10);
const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
	id,
	title: `Rule ${id}`,
	reason: 'weighs {declaration.grossMassKg} kg',
	legalBasis: 'Customs Act, section 12',
	source: 'experience of the office',
	owner: 'targeting centre',
	subject: 'declaration',
	when: 'declaration.grossMassKg > 1000.0',
	effect: { kind: 'weight', weight: 0.3 },
	validFrom: today,
	validUntil: today,
	offices: [],
	tests: [
		{ name: 'heavy', facts: { 'declaration.grossMassKg': 2000 }, answers: {}, fires: true },
		{ name: 'light', facts: { 'declaration.grossMassKg': 2 }, answers: {}, fires: false },
	],
	...more,
});

describe('rules over HTTP', () => {
	it('come as a large file, from somebody who has signed in', async () => {
		const rules = Array.from({ length: 150 }, (_, at) =>
			rule(`rule-${at}`, { source: 'a long quotation '.repeat(20) }),
		);
		const body = { file: { format: 'tidewaiter-rules', version: 1, rules } };
		expect(JSON.stringify(body).length).toBeGreaterThan(64 * 1024);
		const taken = await server.as('analyst', 'POST', '/api/rules-import', body);
		expect(taken.json().drafted).toHaveLength(150);
		expect((await server.as('officer', 'POST', '/api/rules-import', body)).statusCode).toBe(403);
		const stranger = await server.app.inject({ method: 'POST', url: '/api/rules-import', payload: body });
		expect(stranger.json()).toMatchObject({ status: 401, code: 'not-signed-in' });
		const file = (await server.as('officer', 'GET', '/api/rules-export?state=draft')).json();
		expect(file.rules.filter(({ id }: Rule) => id.startsWith('rule-'))).toHaveLength(150);
	});

	it('go live by a second person only, whatever the role of the first', async () => {
		const post = async (role: 'analyst' | 'supervisor', path: string, body: object) =>
			(await server.as(role, 'POST', path, body)).json();
		const decide = { version: 1, decision: 'approve', reason: 'agreed by all' };
		await post('supervisor', '/api/rules', { rule: rule('second') });
		await post('supervisor', '/api/rules-backtest', { rule: rule('second'), days: 30 });
		await post('supervisor', '/api/rules/second/propose', { version: 1, reason: 'to be used' });
		expect(await post('analyst', '/api/rules/second/decide', decide)).toMatchObject({ status: 403 });
		expect(await post('supervisor', '/api/rules/second/decide', decide)).toMatchObject({
			status: 409,
			detail: 'Whoever wrote or proposed a rule cannot approve it.',
		});
		await post('analyst', '/api/rules', { rule: rule('second-too') });
		await post('analyst', '/api/rules-backtest', { rule: rule('second-too'), days: 30 });
		await post('analyst', '/api/rules/second-too/propose', { version: 1, reason: 'to be used' });
		expect(await post('supervisor', '/api/rules/second-too/decide', decide)).toMatchObject({
			summary: { state: 'live', daysLeft: 0 },
			versions: [{ version: 1, state: 'live' }],
		});
	});
});

/** Messages between two honest nodes, and somebody on the line: nothing is lost, nothing is read, and what happened is seen. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../contract/operations.ts';
import type { DraftMessage } from '../../contract/views-exchange.ts';
import { keyIdOf64 } from '../../src/exchange/identity/card.ts';
import { agreementBetween, request, spontaneous } from './agreements.ts';
import { DESK, openFederation, type Passing, type Stage, SUPERVISOR } from './stage.ts';

const DAY_MS = 86_400_000;
const SECRET = 'The courier is called Jonas Vik';

let stage: Stage;

beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu']);
	await stage.agree(agreementBetween('customs', 'fiu'), 'customs');
}, 60_000);
afterAll(() => stage?.dispose());
beforeEach(() => {
	stage.heal();
	stage.tamper();
});

const draft = (body: DraftMessage['body'], more: Partial<DraftMessage> = {}): DraftMessage => ({
	agreement: 'customs-fiu',
	purpose: 'money-laundering',
	correlation: null,
	records: [],
	urgency: 'normal',
	body,
	...more,
});
const send = async (body: DraftMessage['body'], more: Partial<DraftMessage> = {}) =>
	(await stage.exchange('customs').sendMessage(draft(body, more), DESK)).summary.id;
const read = (node: string, id: string) => stage.exchange(node).readMessage({ id }, DESK);
const box = async (node: string, more: object = {}) =>
	(await stage.exchange(node).listMessages({ box: 'in', state: 'any', limit: 200, ...more })).items;
const grounds = async (node: string, id: string): Promise<string | undefined> => {
	const { body } = await read(node, id);
	return body !== null && 'grounds' in body ? body.grounds : undefined;
};

describe('on the way', () => {
	it('nothing of a message can be read', async () => {
		const from = stage.passed.length;
		const id = await send(spontaneous(SECRET));
		await stage.settle();
		expect(await grounds('fiu', id)).toBe(SECRET);
		for (const { body, answer } of stage.passed.slice(from))
			for (const bytes of [body, answer ?? new Uint8Array()]) {
				const text = Buffer.from(bytes).toString('latin1');
				for (const form of [
					SECRET,
					'Jonas Vik',
					Buffer.from(SECRET).toString('base64').slice(0, 30),
					Buffer.from('Jonas Vik').toString('hex'),
				])
					expect(text).not.toContain(form);
			}
	});

	it('a byte that was changed anywhere is refused, and the message arrives all the same', async () => {
		const id = await send(spontaneous('changed on its way'));
		let passing: Passing | undefined;
		stage.tamper({
			request: (each) => {
				if (each.path === 'envelopes' && each.from === 'customs') passing = each;
				return undefined;
			},
		});
		await stage.settle();
		stage.tamper();
		const sent = passing ?? stage.passed.findLast(({ path, to }) => path === 'envelopes' && to === 'fiu');
		if (sent === undefined) throw new Error('nothing was sent');
		const before = (await box('fiu')).length;
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: sent.body.length - 1 }),
				fc.integer({ min: 1, max: 255 }),
				async (at, by) => {
					const body = Uint8Array.from(sent.body);
					body[at] = (body[at] ?? 0) ^ by;
					await stage.repeat({ ...sent, body });
				},
			),
			{ seed: 7, numRuns: 40 },
		);
		expect((await box('fiu')).length).toBe(before);
		expect(await grounds('fiu', id)).toBe('changed on its way');
	});

	it.each([
		['its signature', (text: string) => text.replace(/"signature":"..../, '"signature":"AAAA')],
		['its seal', (text: string) => text.replace(/"ciphertext":"..../, '"ciphertext":"AAAA')],
		['its header', (text: string) => text.replace('"handling":"H0"', '"handling":"H2"')],
		['its end', (text: string) => text.slice(0, -9)],
	])('a change of %s is refused, tried again, and leaves a trace', async (_part, change) => {
		let times = 0;
		stage.tamper({
			request: ({ path, body }) =>
				path === 'envelopes' && times++ === 0
					? Buffer.from(change(Buffer.from(body).toString('utf8')))
					: undefined,
		});
		const id = await send(spontaneous('survives it'));
		await stage.settle();
		stage.tamper();
		stage.advance(3_600_000);
		await stage.settle();
		expect(await grounds('fiu', id)).toBe('survives it');
		expect((await read('customs', id)).attempts.length).toBeGreaterThan(1);
	});

	it('a forged receipt is believed by nobody', async () => {
		let times = 0;
		stage.tamper({
			answer: ({ path, answer }) =>
				path === 'envelopes' && times++ === 0
					? Buffer.from(Buffer.from(answer).toString('utf8').replace('"delivered"', '"refused"'))
					: undefined,
		});
		const id = await send(spontaneous('the receipt is forged'));
		await stage.settle();
		stage.tamper();
		stage.advance(3_600_000);
		await stage.settle();
		expect(['delivered', 'opened']).toContain((await read('customs', id)).summary.state);
		expect((await box('fiu')).filter((each) => each.id === id)).toHaveLength(1);
	});

	it('a lost answer sends it again, and it is there once', async () => {
		let times = 0;
		stage.tamper({
			answer: ({ path }) => {
				if (path === 'envelopes' && times++ === 0) throw new Error('the line broke');
				return undefined;
			},
		});
		const id = await send(spontaneous('answered into the void'));
		await stage.settle();
		stage.tamper();
		stage.advance(3_600_000);
		await stage.settle();
		expect((await read('customs', id)).summary.state).toBe('delivered');
		expect((await box('fiu')).filter((each) => each.id === id)).toHaveLength(1);
	});

	it('what was repeated is there once, and the eavesdropper learns nothing new', async () => {
		const envelopes = stage.passed.filter(({ path, to }) => path === 'envelopes' && to === 'fiu');
		const before = await box('fiu');
		for (const passing of envelopes.slice(-5)) await stage.repeat(passing);
		expect(await box('fiu')).toEqual(before);
	});
});

describe('a partner that is away', () => {
	it('for a week, gets everything in order when it is back', async () => {
		stage.takeDown('fiu');
		const ids: string[] = [];
		for (let day = 0; day < 7; day++) {
			ids.push(await send(spontaneous(`day ${day}`)));
			await stage.settle(1);
			stage.advance(DAY_MS);
		}
		expect(
			(await stage.exchange('customs').listPartners({})).find(({ name }) => name === 'fiu'),
		).toMatchObject({ waiting: 7, unreachableSince: expect.any(String) });
		stage.heal();
		await stage.settle(12);
		const arrived = (await box('fiu')).map(({ id }) => id).filter((id) => ids.includes(id));
		expect(arrived.toSorted()).toEqual(ids.toSorted());
		for (const id of ids) expect((await read('customs', id)).summary.state).toBe('delivered');
	});

	it('loses nothing when the sender is restarted meanwhile', async () => {
		stage.takeDown('fiu');
		const id = await send(spontaneous('sent before the stop'));
		await stage.settle(1);
		await stage.restart('customs');
		stage.heal();
		stage.advance(3_600_000);
		await stage.settle();
		expect(await grounds('fiu', id)).toBe('sent before the stop');
	});

	it('has clocks that both sides see, and what is late is flagged on both', async () => {
		const id = await send(request('Who is behind the payment?'), { urgency: 'urgent' });
		await stage.settle();
		stage.advance(9 * 3_600_000);
		for (const node of ['customs', 'fiu'])
			expect(
				(await stage.exchange(node).listMessages({ state: 'overdue', limit: 50 })).items.map(
					(each) => each.id,
				),
			).toContain(id);
	});

	it('lists what each side has to answer by when it is due, page by page, and what nobody has opened', async () => {
		const later = await send({ ...request('And who is behind the next one?'), urgency: 'normal' });
		const sooner = await send({ ...request('Who, and now?'), urgency: 'urgent' });
		await stage.settle();
		const listed = async (node: string, filter: Partial<InputOf<'listMessages'>>): Promise<string[]> => {
			const found: string[] = [];
			let after: string | null | undefined;
			do {
				const { items, next } = await stage
					.exchange(node)
					.listMessages({ state: 'any', limit: 2, ...filter, ...(after ? { after } : {}) });
				found.push(...items.map(({ id, kind }) => (kind === 'control' ? 'control' : id)));
				after = next;
			} while (after !== null);
			return found;
		};
		for (const [node, state] of [
			['fiu', 'to-answer'],
			['customs', 'awaited'],
		] as const) {
			const due = await listed(node, { state, sort: 'due' });
			expect(due.filter((id) => [sooner, later].includes(id))).toEqual([sooner, later]);
			expect((await listed(node, { state })).toSorted()).toEqual(due.toSorted());
		}
		expect(await listed('customs', { state: 'to-answer' })).toEqual([]);
		expect(await listed('fiu', { state: 'unread' })).toContain(later);
		await read('fiu', later);
		expect(await listed('fiu', { state: 'unread' })).not.toContain(later);
		expect(await listed('fiu', { box: 'in' })).toContain('control');
		for (const filter of [{ without: 'control' }, { state: 'unread' }, { box: 'in', state: 'open' }] as const)
			expect(await listed('fiu', filter)).not.toContain('control');
	});
});

describe('keys', () => {
	it('that were revoked are believed no more, and what was sealed to them is still read', async () => {
		const before = await send(spontaneous('under the former keys'));
		await stage.settle();
		const card = await stage.card('fiu');
		await stage.exchange('fiu').rotateKeys({ reason: 'a laptop was lost', revoke: true }, SUPERVISOR);
		await stage.settle();
		const known = (await stage.exchange('customs').listPartners({})).find(({ name }) => name === 'fiu');
		expect(known?.state).toBe('changed');
		expect(keyIdOf64((await stage.card('fiu')).signingKey)).not.toBe(keyIdOf64(card.signingKey));
		const after = await send(spontaneous('under the new ones'));
		await stage.settle();
		expect(await grounds('fiu', before)).toBe('under the former keys');
		expect(await grounds('fiu', after)).toBe('under the new ones');
	});
});

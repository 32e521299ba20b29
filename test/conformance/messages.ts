/** Messages between two and three nodes, on every database: order, receipts, refusals, clocks, ends, attachments. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageBody } from '../../contract/exchange/message.ts';
import type { DraftMessage } from '../../contract/views-exchange.ts';
import { readReceipt } from '../../src/exchange/envelope/receipt.ts';
import { agreementBetween } from '../federation/agreements.ts';
import { DESK, openFederation, type Stage } from '../federation/stage.ts';
import { bytesOf } from './databases.ts';
import { declaration } from './targeting-stage.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const spontaneous = (more: object = {}): MessageBody => ({
	kind: 'spontaneous',
	subjects: [],
	records: [],
	attachments: [],
	grounds: 'seen at the border',
	...more,
});

const draft = (agreement: string, body: MessageBody, more: Partial<DraftMessage> = {}): DraftMessage => ({
	agreement,
	purpose: 'money-laundering',
	correlation: null,
	records: [],
	urgency: 'normal',
	body,
	...more,
});

export function testMessages(): void {
	let stage: Stage;
	const send = (from: string, message: DraftMessage) => stage.exchange(from).sendMessage(message, DESK);
	const read = (node: string, id: string) => stage.exchange(node).readMessage({ id }, DESK);
	const stateAt = async (node: string, id: string) => (await read(node, id)).summary.state;
	const listed = async (node: string, state: 'open' | 'waiting' | 'refused' | 'overdue' | 'any' = 'any') =>
		(await stage.exchange(node).listMessages({ state, limit: 500 })).items;

	beforeAll(async () => {
		stage = await openFederation(['customs', 'fiu', 'immigration']);
		const budget = { questionsPerDay: 20, messagesPerDay: 10_000, intersectionsPerMonth: 2 };
		await stage.agree(agreementBetween('customs', 'fiu', { budget }), 'customs');
		await stage.agree(agreementBetween('fiu', 'immigration', { budget }), 'fiu');
	});
	afterAll(() => stage?.dispose());

	describe('on their way', () => {
		it('are delivered with a signed receipt, opened, answered; each side sees it', async () => {
			const sent = await send(
				'customs',
				draft('customs-fiu', {
					kind: 'request',
					subjects: [{ kind: 'person', name: 'Ada Example', role: 'payer' }],
					records: [],
					attachments: [],
					wanted: [],
					grounds: 'cash that was declared',
					urgency: 'urgent',
				}),
			);
			expect(sent.summary).toMatchObject({ state: 'delivered', box: 'out', partner: 'fiu' });
			expect(sent.receipts).toHaveLength(1);
			expect(Date.parse(sent.header.dueAt ?? '') - Date.parse(sent.header.sentAt)).toBe(8 * HOUR_MS);
			const { id } = sent.summary;
			expect((await read('fiu', id)).body).toMatchObject({ kind: 'request' });
			await stage.settle();
			expect(await stateAt('customs', id)).toBe('opened');
			const reply = await send(
				'fiu',
				draft(
					'customs-fiu',
					{ kind: 'reply', subjects: [], records: [], attachments: [], outcome: 'no-hit' },
					{ correlation: id },
				),
			);
			await stage.settle();
			const seen = await read('customs', id);
			expect(seen.summary.state).toBe('answered');
			expect(seen.receipts.map(({ state }) => state)).toEqual(['delivered', 'opened', 'answered']);
			expect(seen.thread.map((each) => each.id)).toEqual([id, reply.summary.id]);
			expect(await stateAt('fiu', id)).toBe('answered');
		});

		it('wait for a partner that is down, in order, over a restart, and arrive once', async () => {
			stage.takeDown('fiu');
			const ids: string[] = [];
			for (const number of [1, 2, 3]) {
				const sent = await send('customs', draft('customs-fiu', spontaneous({ text: `number ${number}` })));
				expect(sent.summary.state).toBe('waiting');
				ids.push(sent.summary.id);
			}
			stage.advance(7 * DAY_MS);
			await stage.restart('customs');
			stage.heal();
			await stage.settle();
			for (const id of ids) expect(await stateAt('customs', id)).toBe('delivered');
			const there = (await listed('fiu')).filter(({ id }) => ids.includes(id));
			expect(there.map(({ id }) => id).sort()).toEqual([...ids].sort());
			expect((await read('customs', ids[0] ?? '')).attempts[0]).toMatchObject({ outcome: 'unreachable' });
		});

		it('that expired leave a number that the partner is told of, and what follows arrives', async () => {
			stage.takeDown('fiu');
			const lost = await send('customs', draft('customs-fiu', spontaneous()));
			stage.advance(15 * DAY_MS);
			await stage.exchange('customs').deliverWaiting();
			expect(await stateAt('customs', lost.summary.id)).toBe('expired');
			stage.heal();
			const next = await send('customs', draft('customs-fiu', spontaneous()));
			await stage.settle();
			expect(await stateAt('customs', next.summary.id)).toBe('delivered');
			expect((await read('customs', lost.summary.id)).receipts.map(({ code }) => code)).toEqual(['expired']);
		});

		it('are not lost where the answer is: the receipt of then comes again', async () => {
			stage.tamper({
				answer: ({ path }) => {
					if (path === 'envelopes') throw new Error('the line broke');
					return undefined;
				},
			});
			const sent = await send('customs', draft('customs-fiu', spontaneous()));
			expect(sent.summary.state).toBe('waiting');
			stage.tamper();
			await stage.settle();
			const seen = await read('customs', sent.summary.id);
			expect(seen.summary.state).toBe('delivered');
			expect(seen.receipts.map(({ state }) => state)).toContain('delivered');
			expect((await listed('fiu')).filter(({ id }) => id === sent.summary.id)).toHaveLength(1);
		});
	});

	describe('that are refused', () => {
		it('repeated: refused as such, kept once, and the sender is told', async () => {
			const sent = await send('customs', draft('customs-fiu', spontaneous()));
			const passing = stage.passed.findLast(({ path, to }) => path === 'envelopes' && to === 'fiu');
			if (passing === undefined) throw new Error('nothing passed');
			const answer = readReceipt(await stage.repeat(passing));
			expect(answer).toMatchObject({ state: 'refused', code: 'replayed' });
			await stage.settle();
			const seen = await read('customs', sent.summary.id);
			expect(seen.summary.state).toBe('delivered');
			expect(seen.receipts.map(({ code }) => code)).toEqual([null, 'replayed']);
		});

		it('changed on the way: nothing is taken, the sender notices, and it arrives when the line is honest', async () => {
			stage.tamper({
				request: ({ path, body }) =>
					path === 'envelopes'
						? Buffer.from(Buffer.from(body).toString('utf8').replace('"H0"', '"H1"'))
						: undefined,
			});
			const sent = await send('customs', draft('customs-fiu', spontaneous()));
			expect(sent.summary.state).toBe('waiting');
			expect(sent.attempts.at(-1)?.outcome).toBe('changed on its way: bad-signature');
			stage.tamper();
			await stage.settle();
			expect(await stateAt('customs', sent.summary.id)).toBe('delivered');
		});

		it('answered with a forged receipt: believed by nobody', async () => {
			stage.tamper({
				answer: ({ path, answer }) =>
					path === 'envelopes'
						? Buffer.from(Buffer.from(answer).toString('utf8').replace('"delivered"', '"opened"'))
						: undefined,
			});
			const sent = await send('customs', draft('customs-fiu', spontaneous()));
			expect(sent.attempts.at(-1)?.outcome).toBe('the receipt does not verify');
			stage.tamper();
			await stage.settle();
			expect(await stateAt('customs', sent.summary.id)).toBe('delivered');
		});

		it('bytes that are no envelope get a refusal from partners, and nothing from strangers', async () => {
			const { certificate } = await stage.card('customs');
			const bytes = Buffer.from('{"no":"envelope"}');
			const fiu = stage.exchange('fiu');
			expect(readReceipt(await fiu.answerNode('envelopes', bytes, certificate))).toMatchObject({
				code: 'unreadable',
			});
			expect(await fiu.answerNode('envelopes', bytes, 'ab'.repeat(32))).toHaveLength(0);
			expect(await fiu.answerNode('envelopes', bytes, undefined)).toHaveLength(0);
		});
	});

	describe('and their clocks', () => {
		it('overdue is flagged on both sides, until it is answered', async () => {
			const sent = await send(
				'customs',
				draft('customs-fiu', {
					kind: 'request',
					subjects: [],
					records: [],
					attachments: [],
					wanted: [],
					grounds: 'asked',
					urgency: 'direct',
				}),
			);
			stage.advance(73 * HOUR_MS);
			for (const node of ['customs', 'fiu'])
				expect((await listed(node, 'overdue')).map(({ id }) => id)).toContain(sent.summary.id);
			await send(
				'fiu',
				draft(
					'customs-fiu',
					{
						kind: 'reply',
						subjects: [],
						records: [],
						attachments: [],
						outcome: 'refused',
						ground: 'no-information',
					},
					{ correlation: sent.summary.id },
				),
			);
			for (const node of ['customs', 'fiu'])
				expect((await listed(node, 'overdue')).map(({ id }) => id)).not.toContain(sent.summary.id);
		});
	});

	describe('at their end', () => {
		it('a recall destroys what was sent, also where it was passed on by consent', async () => {
			const sent = await send('customs', draft('customs-fiu', spontaneous({ text: 'a secret' })));
			const { id } = sent.summary;
			const onward = draft('fiu-immigration', spontaneous({ text: 'passed on' }), { passesOn: [id] });
			await expect(send('fiu', onward)).rejects.toThrow(/has not consented/);
			const asked = await send(
				'fiu',
				draft('customs-fiu', {
					kind: 'consent-request',
					subjects: [],
					records: [],
					attachments: [],
					on: id,
					passTo: 'immigration',
					grounds: 'the courier entered there',
				}),
			);
			await send(
				'customs',
				draft('customs-fiu', {
					kind: 'consent',
					subjects: [],
					records: [],
					attachments: [],
					on: asked.summary.id,
					given: true,
				}),
			);
			const passed = await send('fiu', onward);
			expect(passed.summary.state).toBe('delivered');
			await send(
				'customs',
				draft('customs-fiu', {
					kind: 'recall',
					subjects: [],
					records: [],
					attachments: [],
					on: id,
					reason: 'the wrong person',
				}),
			);
			await stage.settle();
			await stage.settle();
			for (const [node, message] of [
				['fiu', id],
				['immigration', passed.summary.id],
			] as const) {
				const seen = await read(node, message);
				expect(seen.summary.state, node).toBe('recalled');
				expect(seen.body, node).toBeNull();
			}
			expect((await read('customs', id)).receipts.map(({ state }) => state)).toContain('deleted');
			expect((await read('fiu', passed.summary.id)).receipts.map(({ state }) => state)).toContain('deleted');
		});

		it('what has reached its end is deleted, and the sender has it in writing', async () => {
			const sent = await send('customs', draft('customs-fiu', spontaneous()));
			stage.advance(91 * DAY_MS);
			expect(await stage.exchange('fiu').deleteEnded()).toBeGreaterThan(0);
			await stage.settle();
			expect(await read('fiu', sent.summary.id)).toMatchObject({ body: null, summary: { state: 'deleted' } });
			expect((await read('customs', sent.summary.id)).receipts.map(({ state }) => state)).toContain(
				'deleted',
			);
		});
	});

	describe('about records of this node', () => {
		it('are cut by the agreement, and what came of them comes back as an outcome', async () => {
			const { intake } = stage.node('customs');
			const failedBefore = stage.failures.length;
			const kept = declaration('EX-1', {
				parties: [{ role: 'consignee', name: 'Ada Example Ltd', address: { city: 'Valletta' } }],
			});
			await intake.submit(bytesOf(JSON.stringify(kept)), { source: 'test', channel: 'http', name: 'd.json' });
			const [record] = (
				await intake.listRecords({ kind: 'declaration', search: 'EX-1', sort: '-received', limit: 10 })
			).items;
			const wanted = draft('customs-fiu', spontaneous(), { records: [record?.id ?? ''] });
			const preview = await stage.exchange('customs').previewMessage(wanted, DESK);
			expect(preview.problems).toEqual([]);
			expect(preview.removed.map(({ path }) => path)).toContain('parties.address.city');

			// A draft of the next version that would let more through changes nothing; what it would leave can be seen.
			const { body } = await stage.exchange('customs').readAgreement({ id: 'customs-fiu' });
			const wider = body.grants.map((grant) => ({
				...grant,
				records: grant.records.map((rules) => ({
					...rules,
					allowed: rules.kind === 'declaration' ? ['parties.*'] : rules.allowed,
					masked: [],
					forbidden: [],
				})),
			}));
			await stage
				.exchange('customs')
				.saveAgreement({ body: { ...body, version: body.version + 1, grants: wider } }, DESK);
			expect(await stage.exchange('customs').previewMessage(wanted, DESK)).toEqual(preview);
			const next = await stage
				.exchange('customs')
				.previewMessage({ ...wanted, version: body.version + 1 }, DESK);
			expect(JSON.stringify(next.body)).toContain('Valletta');

			const sent = await send('customs', wanted);
			expect(JSON.stringify((await read('fiu', sent.summary.id)).body)).not.toContain('Valletta');
			const feedback = await send(
				'fiu',
				draft('customs-fiu', {
					kind: 'feedback',
					subjects: [],
					records: [],
					attachments: [],
					on: sent.summary.id,
					outcome: 'offence',
				}),
			);
			await stage.settle();
			expect((await read('customs', sent.summary.id)).thread.map(({ id }) => id)).toContain(
				feedback.summary.id,
			);
			const outcomes = (await intake.listRecords({ kind: 'outcome', sort: '-received', limit: 10 })).items;
			expect(outcomes.map(({ reference }) => reference)).toEqual([`${feedback.summary.id}-1`]);
			expect(stage.failures.slice(failedBefore)).toEqual([]);
		});
	});

	describe('with attachments', () => {
		it('arrive chunk by chunk, also where the line breaks in between', async () => {
			const bytes = Buffer.alloc(2.5 * 1024 ** 2, 'manifest of the ship ');
			const attachment = await stage.exchange('customs').uploadAttachment(
				{ name: 'manifest.txt', mediaType: 'text/plain' },
				(async function* () {
					for (let at = 0; at < bytes.length; at += 700_000) yield bytes.subarray(at, at + 700_000);
				})(),
				DESK,
			);
			expect(attachment).toMatchObject({ bytes: bytes.length, chunks: 3 });
			let chunks = 0;
			stage.tamper({
				request: ({ path }) => {
					if (path === 'chunks' && ++chunks === 2) throw new Error('the line broke');
					return undefined;
				},
			});
			const sent = await send('customs', draft('customs-fiu', spontaneous({ attachments: [attachment] })));
			await stage.settle();
			stage.tamper();
			const { attachments, body } = await read('fiu', sent.summary.id);
			expect(attachments).toEqual([{ attachment, complete: true }]);
			expect(JSON.stringify(body)).not.toContain('"key"');
			const parts: Uint8Array[] = [];
			for (let offset = 0; offset < bytes.length; ) {
				const input = { id: sent.summary.id, attachment: attachment.id, offset };
				const part = await stage.exchange('fiu').readAttachment(input, DESK);
				parts.push(part.bytes);
				offset += part.bytes.length;
			}
			expect(Buffer.concat(parts).equals(bytes)).toBe(true);
		});
	});
}

/**
 * A partner that people trust, and that does what it likes: it forges, floods, enumerates and sends garbage. Each attack has a
 * refusal of its own, which it is told; nothing is taken that should not be, and nothing leaks.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt, RefusalCode } from '../../contract/exchange/envelope.ts';
import type { ExchangePath } from '../../src/exchange/model.ts';
import { agreementBetween, control, spontaneous } from './agreements.ts';
import { type Hostile, hostileNode } from './hostile.ts';
import { openFederation, type Stage, SUPERVISOR } from './stage.ts';

const DAY_MS = 86_400_000;
const PATHS: readonly ExchangePath[] = [
	'envelopes',
	'receipts',
	'questions',
	'intersections',
	'chunks',
	'checkpoint',
	'consistency',
];

let stage: Stage;
let harbour: Hostile;
const now = (): number => stage.clock('customs').now();

beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu']);
	await stage.agree(agreementBetween('customs', 'fiu'), 'customs');
	harbour = await hostileNode('harbour', now, 1);
	await stage
		.exchange('customs')
		.trustPartner({ card: harbour.card, fingerprint: harbour.fingerprint }, SUPERVISOR);
	const body = agreementBetween('customs', 'harbour');
	expect(await tell(control('agreement', harbour.offered(body)))).toMatchObject({ state: 'delivered' });
	await stage
		.exchange('customs')
		.moveAgreement({ id: body.id, version: 1, move: 'sign', reason: 'agreed for the test' }, SUPERVISOR);
}, 60_000);
afterAll(() => stage?.dispose());

const box = async (node: string) =>
	(await stage.exchange(node).listMessages({ box: 'in', state: 'any', limit: 200 })).items;

/** Under the agreement with the hostile partner. */
const covered = {
	agreement: 'customs-harbour',
	agreementVersion: 1,
	purpose: 'smuggling',
} as const;
/** Delivered by the hostile partner. */
async function tell(
	body: Parameters<Hostile['envelope']>[1],
	changes: Parameters<Hostile['envelope']>[2] = {},
): Promise<Receipt | undefined> {
	const bytes = await harbour.envelope(await stage.card('customs'), body, changes);
	return harbour.deliver(stage.node('customs'), bytes);
}
const refused = (receipt: Receipt | undefined): RefusalCode | string | null | undefined =>
	receipt?.state === 'refused' ? receipt.code : receipt?.state;

describe('a partner that does what it likes', () => {
	it('is heard where it keeps to the agreement', async () => {
		expect(await tell(spontaneous('an honest word'), covered)).toMatchObject({
			state: 'delivered',
			received: harbour.sequence(),
		});
	});

	it.each<[RefusalCode, string, () => Parameters<Hostile['envelope']>[2]]>([
		['no-agreement', 'names an agreement of others', () => ({ ...covered, agreement: 'customs-fiu' })],
		['no-agreement', 'invents one', () => ({ ...covered, agreement: 'all-is-allowed' })],
		['purpose-not-covered', 'has another purpose', () => ({ ...covered, purpose: 'taxation' })],
		['handling-not-covered', 'has another handling code', () => ({ ...covered, handling: 'H3' })],
		['wrong-receiver', 'is for somebody else', () => ({ ...covered, to: 'fiu' })],
		[
			'wrong-key',
			'is signed with a key that nobody knows',
			() => ({ ...covered, signingKey: 'f'.repeat(64) }),
		],
		['wrong-key', 'is sealed to a key that is not ours', () => ({ ...covered, sealingKey: 'f'.repeat(64) })],
		['expired', 'is too old', () => ({ ...covered, expiresAt: new Date(now() - 1_000).toISOString() })],
		[
			'from-the-future',
			'is of tomorrow',
			() => ({ ...covered, sentAt: new Date(now() + DAY_MS).toISOString() }),
		],
		['out-of-order', 'leaves out a number', () => ({ ...covered, sequence: harbour.sequence() + 3 })],
		['replayed', 'uses a number twice', () => ({ ...covered, sequence: harbour.sequence() })],
	])('is refused with %s where a message %s', async (code, _what, changes) => {
		const before = await box('customs');
		expect(refused(await tell(spontaneous('not to be taken'), changes()))).toBe(code);
		expect(await box('customs')).toEqual(before);
	});

	it('is refused with bad-seal where seal and header do not belong together', async () => {
		const bytes = await harbour.misbound(await stage.card('customs'), spontaneous('as another'), covered);
		expect(refused(await harbour.deliver(stage.node('customs'), bytes))).toBe('bad-seal');
	});

	it('is refused with not-covered for a kind that the agreement does not name', async () => {
		const alert = {
			kind: 'alert',
			category: 'theft',
			action: 'seize',
			validUntil: '2026-12-31T00:00:00Z',
		} as const;
		expect(refused(await tell({ ...alert, subjects: [], records: [], attachments: [] }, covered))).toBe(
			'not-covered',
		);
	});

	it('is refused with not-minimised where it sends what it may not, so that nobody here reads it', async () => {
		const record = { parties: [{ address: { city: 'Oslo', lines: ['Hidden Street 4'] } }] };
		const receipt = await tell(
			{
				kind: 'spontaneous',
				subjects: [],
				attachments: [],
				records: [{ kind: 'declaration', reference: 'D-1', record, masked: [] }],
				grounds: 'with an address',
			},
			covered,
		);
		expect(refused(receipt)).toBe('not-minimised');
		expect(receipt?.reason ?? '').not.toContain('Hidden Street');
	});

	it('cannot speak for others: neither by name, nor with its own certificate', async () => {
		const others = await hostileNode('fiu', now, 3);
		const bytes = await others.envelope(await stage.card('customs'), spontaneous('I am the unit'), {
			...covered,
			agreement: 'customs-fiu',
			purpose: 'money-laundering',
		});
		for (const certificate of [harbour.card.certificate, others.card.certificate]) {
			const receipt = await others.deliver(stage.node('customs'), bytes, certificate);
			expect(receipt?.state).not.toBe('delivered');
		}
		const posing = await harbour.envelope(await stage.card('customs'), spontaneous('I am the unit'), {
			...covered,
			from: 'fiu',
		});
		expect(refused(await harbour.deliver(stage.node('customs'), posing))).not.toBe('delivered');
	});

	it('gets the same answer as any stranger when it is one, whatever it asks', async () => {
		const stranger = await hostileNode('stranger', now, 4);
		const answers: string[] = [];
		for (const body of [spontaneous('hello'), control('card', 'x'), spontaneous('x'.repeat(3_000))])
			answers.push(
				Buffer.from(
					await stage
						.exchange('customs')
						.answerNode(
							'envelopes',
							await stranger.envelope(await stage.card('customs'), body),
							stranger.card.certificate,
						)
						.catch(() => Buffer.from('refused')),
				).toString('latin1'),
			);
		expect(new Set(answers).size).toBe(1);
		expect(answers[0]).not.toContain('customs-fiu');
	});

	it('breaks nothing with garbage, on any path, in any size', async () => {
		const card = harbour.card.certificate;
		const failures = stage.failures.length;
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...PATHS),
				fc.oneof(
					fc.uint8Array({ maxLength: 300 }),
					fc.json().map((text) => Buffer.from(text)),
					fc
						.constantFrom('{', '[]', 'null', `${'['.repeat(100_000)}`, '{"header":{}}', '\u0000')
						.map((text) => Buffer.from(text)),
				),
				async (path, bytes) => {
					const answer = await stage.exchange('customs').answerNode(path, bytes, card);
					expect(answer).toBeInstanceOf(Uint8Array);
				},
			),
			{ seed: 11, numRuns: 150 },
		);
		const huge = new Uint8Array(91 * 1024 ** 2).fill(0x20);
		expect(refused(await harbour.deliver(stage.node('customs'), huge))).not.toBe('delivered');
		expect(stage.failures.length).toBe(failures);
		expect(await tell(spontaneous('and still heard'), covered)).toMatchObject({ state: 'delivered' });
	});

	it('is told that its budget is spent, and the next day begins anew', async () => {
		const { budget } = agreementBetween('customs', 'harbour');
		let code: unknown;
		for (let count = 0; count <= budget.messagesPerDay && code !== 'budget-exceeded'; count++)
			code = refused(await tell(spontaneous(`flood ${count}`), covered));
		expect(code).toBe('budget-exceeded');
		stage.advance(DAY_MS);
		expect(await tell(spontaneous('the day after'), covered)).toMatchObject({ state: 'delivered' });
	});

	it('cannot change the agreement alone', async () => {
		const wider = agreementBetween('customs', 'harbour', { version: 2, purposes: ['taxation'] });
		await tell(control('agreement', harbour.offered(wider)));
		expect(refused(await tell(spontaneous('for taxes'), { ...covered, purpose: 'taxation' }))).toBe(
			'purpose-not-covered',
		);
		const foreign = agreementBetween('customs', 'fiu', { version: 2 });
		await tell(control('agreement', harbour.offered(foreign)));
		expect((await stage.exchange('customs').readAgreement({ id: 'customs-fiu' })).summary.version).toBe(1);
	});

	it('is refused once the agreement is suspended or ended, and when it is distrusted it is a stranger', async () => {
		const { exchange } = stage.node('customs');
		const move = (what: 'suspend' | 'resume' | 'end') =>
			exchange.moveAgreement(
				{ id: 'customs-harbour', version: 1, move: what, reason: 'they flood us' },
				SUPERVISOR,
			);
		await move('suspend');
		expect(refused(await tell(spontaneous('while suspended'), covered))).toBe('agreement-not-in-force');
		await move('resume');
		expect(await tell(spontaneous('again'), covered)).toMatchObject({ state: 'delivered' });
		await move('end');
		expect(refused(await tell(spontaneous('after the end'), covered))).toBe('agreement-not-in-force');

		await exchange.distrustPartner({ name: 'harbour', reason: 'enough of it' }, SUPERVISOR);
		expect((await tell(spontaneous('after distrust'), covered))?.state).not.toBe('delivered');
	});
});

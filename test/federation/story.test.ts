/**
 * One story through the whole federation: customs finds that who pays for a consignment is known to the intelligence unit, without
 * telling it whom it asked about; immigration has seen the courier; the neighbour takes over. Every step can be proved.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageBody } from '../../contract/exchange/message.ts';
import type { DraftMessage } from '../../contract/views-exchange.ts';
import { formatVerifier } from '../../src/ledger/note/signed-note.ts';
import { bytesOf } from '../conformance/databases.ts';
import { declaration } from '../conformance/targeting-stage.ts';
import { agreementBetween, request } from './agreements.ts';
import { DESK, openFederation, type Stage } from './stage.ts';

const run = promisify(execFile);
const VERIFIER = fileURLToPath(new URL('../../verifier/verify.js', import.meta.url));
const IBAN = 'NO9386011117947';
const PASSPORT = 'N4471203';
const NOTHING = { subjects: [], records: [], attachments: [] };

let stage: Stage;
/** What was sent, for the proofs at the end. */
const steps: { from: string; to: string; id: string }[] = [];

const submit = async (node: string, record: object): Promise<string> => {
	await stage.node(node).intake.submit(bytesOf(JSON.stringify(record)), {
		source: 'story',
		channel: 'command-line',
		name: 'story.json',
	});
	const { items } = await stage.node(node).intake.listRecords({ limit: 10, sort: '-received' });
	const [first] = items;
	if (first === undefined) throw new Error(`${node} has not read its record`);
	return first.id;
};
const send = async (
	from: string,
	to: string,
	body: MessageBody,
	more: Partial<DraftMessage> = {},
): Promise<string> => {
	const agreement = [
		['fiu', 'customs'],
		['customs', 'immigration'],
		['customs', 'neighbour-customs'],
	].find((pair) => pair.includes(from) && pair.includes(to));
	const draft: DraftMessage = {
		agreement: agreement?.join('-') ?? 'none',
		purpose: 'money-laundering',
		correlation: null,
		records: [],
		urgency: 'normal',
		body,
		...more,
	};
	const { summary } = await stage.exchange(from).sendMessage(draft, DESK);
	steps.push({ from, to, id: summary.id });
	await stage.settle();
	return summary.id;
};
const read = (node: string, id: string) => stage.exchange(node).readMessage({ id }, DESK);

let consignment: string;
beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu', 'immigration', 'neighbour-customs']);
	for (const [one, other] of [
		['fiu', 'customs'],
		['customs', 'immigration'],
		['customs', 'neighbour-customs'],
	] as const)
		await stage.agree(agreementBetween(one, other), one);
	consignment = await submit('customs', declaration('CONSIGNMENT-7', { containers: ['CSQU3054383'] }));
	await submit('fiu', {
		kind: 'suspicion-report',
		reference: 'BANK-1/77',
		reporterId: 'BANK-1',
		reportCode: 'STR',
		submittedAt: '2026-02-20T09:00:00Z',
		localCurrency: 'NOK',
		reason: 'Payments for goods that were never seen',
		transactions: [
			{
				number: 'T1',
				amountLocal: '400000',
				at: '2026-02-18T09:00:00Z',
				sides: [{ side: 'from', account: { number: IBAN, swift: 'DNBANOKK' } }],
			},
		],
	});
	await submit('immigration', {
		kind: 'passenger-list',
		reference: 'FLIGHT-9',
		function: 'original',
		listType: 'passengers',
		legs: [],
		travellers: [
			{
				number: 1,
				type: 'passenger',
				person: { name: { full: 'Jonas Vik' }, bornOn: '1980-04-02' },
				documents: [{ scheme: 'passport', value: PASSPORT, issuer: 'NO' }],
			},
		],
	});
}, 90_000);
afterAll(() => stage?.dispose());

describe('a consignment, its payer and its courier', () => {
	let asked: string;
	let replied: string;

	it('customs matches the payer without telling whom it asks about, and learns hit or no hit', async () => {
		const offer = await stage.exchange('fiu').makeOffer(
			{
				agreement: 'fiu-customs',
				purpose: 'money-laundering',
				kinds: ['account'],
				of: ['suspicion-reports'],
				validDays: 30,
			},
			DESK,
		);
		expect(offer.identifiers).toBeGreaterThan(0);
		await stage.settle();
		const from = stage.passed.length;
		const match = (value: string) =>
			stage
				.exchange('customs')
				.match(
					{ agreement: 'fiu-customs', purpose: 'money-laundering', kind: 'account', value, case: 'C-7' },
					DESK,
				);
		expect(await match(IBAN)).toMatchObject({ hit: true, partner: 'fiu', spent: 1, left: 19 });
		expect(await match('NO8330001234567')).toMatchObject({ hit: false, spent: 2, left: 18 });
		const questions = stage.passed.slice(from).filter(({ path }) => path === 'questions');
		expect(questions).toHaveLength(2);
		// Of one length, and nothing of the identifier in it.
		expect(new Set(questions.map(({ body }) => body.length)).size).toBe(1);
		for (const { body, answer } of questions)
			for (const bytes of [body, answer ?? new Uint8Array()])
				expect(Buffer.from(bytes).toString('latin1')).not.toContain(IBAN.slice(2));
	});

	it('customs asks the unit, with the consignment, cut to what the agreement allows', async () => {
		const draft: DraftMessage = {
			agreement: 'fiu-customs',
			purpose: 'money-laundering',
			correlation: null,
			records: [consignment],
			urgency: 'urgent',
			body: request('The payer of this consignment is known to you'),
		};
		const preview = await stage.exchange('customs').previewMessage(draft, DESK);
		expect(preview.problems).toEqual([]);
		expect(preview.removed.map(({ path }) => path)).toContain('parties.address.city');
		expect(preview.masked.map(({ path }) => path)).toContain('items.price.amount');

		asked = await send('customs', 'fiu', draft.body, { records: [consignment], urgency: 'urgent' });
		const arrived = await read('fiu', asked);
		const text = JSON.stringify(arrived.body);
		expect(text).toContain('Trader CONSIGNMENT-7 Ltd');
		expect(text).toContain('640399');
		for (const hidden of ['Valletta', '1 Quay', 'Ningbo', '9000']) expect(text).not.toContain(hidden);
		expect(arrived.summary.dueAt).toBe((await read('customs', asked)).summary.dueAt);
	});

	it('the unit answers in part, and customs sees that its question was opened and answered', async () => {
		replied = await send(
			'fiu',
			'customs',
			{
				kind: 'reply',
				...NOTHING,
				outcome: 'partial',
				ground: 'ongoing-investigation',
				text: 'The account is in one report. Ask again in March.',
			},
			{ correlation: asked },
		);
		await stage.settle();
		const { summary, receipts, thread } = await read('customs', asked);
		expect(summary.state).toBe('answered');
		expect(receipts.map(({ state }) => state)).toEqual(expect.arrayContaining(['delivered', 'opened']));
		expect(thread.map(({ id }) => id)).toEqual([asked, replied]);
		expect(await read('customs', replied)).toMatchObject({ body: { outcome: 'partial' } });
	});

	it('immigration tells that it saw the courier, and the unit is told nothing of that', async () => {
		const seen = await send('immigration', 'customs', {
			kind: 'hit-notice',
			...NOTHING,
			subjects: [{ kind: 'person', name: 'Jonas Vik', role: 'courier' }],
			on: 'question of today',
			seenAt: '2026-03-01T07:20:00Z',
			place: 'NOOSL',
		});
		expect(await read('customs', seen)).toMatchObject({ body: { subjects: [{ role: 'courier' }] } });
		await expect(read('fiu', seen)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('feedback goes back to who helped, and the case to the neighbour', async () => {
		const feedback = await send(
			'customs',
			'fiu',
			{
				kind: 'feedback',
				...NOTHING,
				on: replied,
				outcome: 'offence',
				recovered: { amount: '52000', currency: 'NOK' },
			},
			{ correlation: replied },
		);
		expect((await read('fiu', feedback)).thread.map(({ id }) => id)).toContain(asked);
		const referral = await send(
			'customs',
			'neighbour-customs',
			{
				kind: 'referral',
				...NOTHING,
				grounds: 'The rest of the consignment crosses your border tomorrow',
				caseReference: 'C-7',
			},
			{ purpose: 'smuggling', records: [consignment] },
		);
		expect(await read('neighbour-customs', referral)).toMatchObject({ body: { caseReference: 'C-7' } });
	});

	it('every step is in the ledgers of both, under a checkpoint that the other has cosigned, and proved offline', async () => {
		expect(steps).toHaveLength(5);
		for (const node of ['customs', 'fiu', 'immigration', 'neighbour-customs'])
			await stage.node(node).ledger.checkpointLedger({});
		for (const { from, to, id } of steps)
			for (const [node, witness] of [
				[from, to],
				[to, from],
			] as const) {
				const { ledger } = await read(node, id);
				expect(ledger.length).toBeGreaterThan(0);
				const bundle = await stage.node(node).ledger.proveLedgerEntry({ position: ledger[0] ?? -1 });
				expect(bundle.entry).toContain(id);
				const file = join(stage.directory, 'bundle.json');
				await writeFile(file, JSON.stringify(bundle));
				const [own, cosigner] = [await stage.card(node), await stage.card(witness)];
				await run(process.execPath, [
					VERIFIER,
					file,
					'--key',
					formatVerifier({
						name: own.name,
						type: 'ed25519',
						publicKey: Buffer.from(own.signingKey, 'base64'),
					}),
					'--key',
					formatVerifier({
						name: cosigner.name,
						type: 'cosignature',
						publicKey: Buffer.from(cosigner.cosigningKey, 'base64'),
					}),
				]);
			}
	}, 30_000);

	it('no ledger holds anything of anybody', async () => {
		for (const node of ['customs', 'fiu', 'immigration', 'neighbour-customs']) {
			let text = '';
			for await (const part of stage.node(node).ledger.exportLedger({ from: 0 })) text += part;
			for (const personal of ['Jonas', 'Vik', IBAN, PASSPORT, 'Trader', 'never seen'])
				expect(text).not.toContain(personal);
		}
		expect(stage.failures).toEqual([]);
	});
});

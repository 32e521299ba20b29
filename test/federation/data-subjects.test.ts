/**
 * What a data subject asks of one node, and what partners learn of it: who had a record is known, corrections reach them, and a
 * restricted or erased record goes to nobody.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesOf } from '../conformance/databases.ts';
import { declaration } from '../conformance/targeting-stage.ts';
import { agreementBetween, spontaneous } from './agreements.ts';
import { DESK, openFederation, type Stage } from './stage.ts';

const OFFICER = { id: '00000000-0000-7000-8000-0000000000d1', name: 'P. Rotection' };
const PASSPORT = { scheme: 'passport', value: 'XK5527190', issuer: 'NO' };

let stage: Stage;
let record: string;
let request: string;

const customs = () => stage.node('customs');
const send = async (records: string[]): Promise<string> => {
	const { summary } = await stage.exchange('customs').sendMessage(
		{
			agreement: 'customs-fiu',
			purpose: 'smuggling',
			correlation: null,
			records,
			urgency: 'normal',
			body: spontaneous('worth knowing'),
		},
		DESK,
	);
	await stage.settle();
	return summary.id;
};
/** A request of this kind that was granted, of the person in the declaration. */
const granted = async (kind: 'correction' | 'erasure'): Promise<string> => {
	const { subjects } = customs();
	const { summary } = await subjects.openRequest(
		{
			kind,
			law: 'gdpr',
			requester: { name: 'Kari Nordmann', as: 'self' },
			subject: { names: ['Kari Nordmann'], documents: [{ value: PASSPORT.value }] },
			wanted: 'my name is wrong',
		},
		OFFICER,
	);
	const { id } = summary;
	await subjects.identifyRequester({ id, how: 'document-in-person' }, OFFICER);
	const { mentions } = await subjects.findSubject({ id }, OFFICER);
	expect(mentions.length).toBeGreaterThan(0);
	const found = mentions.map(({ mention }) => mention);
	await subjects.pickSubject({ id, verdict: 'this-person', mentions: found, records: [] }, OFFICER);
	await subjects.decideRequest({ id, decision: 'grant', reason: 'as shown', withhold: [] }, OFFICER);
	return id;
};

beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu']);
	await stage.agree(agreementBetween('customs', 'fiu'), 'customs');
	const party = { role: 'importer', kind: 'person', name: 'NORDMAN Kari', identifiers: [PASSPORT] };
	await customs().intake.submit(bytesOf(JSON.stringify(declaration('DEC-1', { parties: [party] }))), {
		source: 'broker',
		channel: 'command-line',
		name: 'declaration.json',
	});
	await customs().resolution.catchUp();
	record = (await customs().intake.listRecords({ limit: 1, sort: '-received' })).items[0]?.id ?? '';
	request = await granted('correction');
});
afterAll(() => stage?.dispose());

it('sends a correction to all who had the record, cut to what the agreement allows, and tells the person of both', async () => {
	const sent = await send([record]);
	const { subjects } = customs();
	stage.advance(1_000);
	const corrected = await subjects.correctRecord(
		{
			id: request,
			record,
			changes: [{ path: 'parties[0].name', value: 'NORDMANN Kari' }],
			reason: 'passport',
		},
		OFFICER,
	);
	expect(corrected.recipients).toMatchObject([{ message: sent, partner: 'fiu', corrected: false }]);
	const told = await subjects.tellRecipients(
		{ id: request, record: corrected.record, messages: [sent] },
		OFFICER,
	);
	expect(told).toMatchObject([{ partner: 'fiu', problem: null }]);
	await stage.settle();
	const arrived = await stage.exchange('fiu').readMessage({ id: told[0]?.sent ?? '' }, DESK);
	expect(arrived.summary.kind).toBe('correction');
	expect(JSON.stringify(arrived.body)).toContain('NORDMANN Kari');
	expect(JSON.stringify(arrived.body)).not.toContain('9000');
	const recipients = await subjects.listRecipients({ id: request, record: corrected.record });
	expect(recipients).toMatchObject([{ message: sent, corrected: true }]);
	const { text } = await subjects.exportSubject({ id: request, format: 'json' }, OFFICER);
	expect(JSON.parse(text)).toMatchObject({
		records: [
			{
				version: 2,
				newest: true,
				source: 'correction',
				sharedWith: [{ partner: 'fiu', agreement: 'customs-fiu' }],
			},
			{ version: 1, newest: false },
		],
	});
	record = corrected.record;
});

it('sends a restricted record to nobody, and offers nobody that stands in none but such', async () => {
	await customs().subjects.restrictRecord({ id: request, record, reason: 'contested' }, OFFICER);
	await expect(send([record])).rejects.toMatchObject({ code: 'not-found' });
	await customs().subjects.liftRestriction({ id: request, record, reason: 'settled' }, OFFICER);
	await send([record]);
});

it('erases for a granted request, names who had it, and proves it in the ledger without what was erased', async () => {
	const id = await granted('erasure');
	const before = await customs().ledger.readLedger({});
	const { erased, recipients } = await customs().subjects.eraseSubject(
		{ id, records: [record], reason: 'not held lawfully' },
		OFFICER,
	);
	expect(erased).toBe(2);
	expect(recipients.map(({ partner }) => partner)).toContain('fiu');
	await expect(customs().intake.readRecord({ id: record })).rejects.toMatchObject({ code: 'not-found' });
	const { items } = await customs().ledger.listLedger({ limit: 50 });
	expect(JSON.stringify(items)).toContain('request-erased');
	expect(JSON.stringify(items)).not.toMatch(/NORDMAN|XK5527190/);
	expect((await customs().ledger.readLedger({})).size).toBeGreaterThan(before.size);
	await expect(send([record])).rejects.toMatchObject({ code: 'not-found' });
});

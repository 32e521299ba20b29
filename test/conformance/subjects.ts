/**
 * What requests of data subjects keep on every database: clocks, finding, masking of others, withholding, corrections,
 * restrictions, their end.
 */

import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../contract/operations.ts';
import type { SubjectRole } from '../../src/policy/model.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { perform } from '../../src/server/perform.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';

const OFFICER = { id: '00000000-0000-7000-8000-0000000000d1', name: 'P. Rotection' };
const DAY_MS = 86_400_000;

const ANNA = {
	name: { full: 'ERIKSSON Anna Maria', family: 'Eriksson', given: 'Anna Maria' },
	bornOn: '1974-08-12',
	nationalities: ['SE'],
};
const OTHER = { name: { full: 'MUELLER Hans', family: 'Mueller', given: 'Hans' }, bornOn: '1960-01-31' };
const PASSPORT = { scheme: 'passport', value: 'XQ4471902', issuer: 'SE' };
const OTHERS_PASSPORT = { scheme: 'passport', value: 'C01X00T47', issuer: 'DE' };

const passengerList = (reference: string, more: object = {}): object => ({
	kind: 'passenger-list',
	reference,
	function: 'original',
	listType: 'passengers',
	carrier: 'KM',
	legs: [{ carrier: 'KM', number: '0479', from: { iata: 'ARN' }, to: { iata: 'MLA' }, border: true }],
	travellers: [
		{ number: 1, type: 'passenger', person: OTHER, documents: [OTHERS_PASSPORT], seat: '1A' },
		{ number: 2, type: 'passenger', person: ANNA, documents: [PASSPORT], seat: '1B' },
	],
	...more,
});

const cash = (reference: string): object => ({
	kind: 'cash-declaration',
	reference,
	function: 'original',
	direction: 'entering',
	basis: 'declared',
	declaredAt: '2026-03-01T07:00:00Z',
	carrier: { person: ANNA, identifiers: [PASSPORT] },
	owner: { person: { person: OTHER, identifiers: [OTHERS_PASSPORT] } },
	instruments: [{ type: 'currency', value: { amount: '12000', currency: 'EUR' } }],
});

const suspicion = (reference: string): object => ({
	kind: 'suspicion-report',
	reference,
	reporterId: '77',
	reportCode: 'STR',
	submittedAt: '2026-02-20T10:00:00Z',
	localCurrency: 'EUR',
	reason: 'structured deposits by ERIKSSON',
	transactions: [
		{
			number: 'T1',
			amountLocal: '9900',
			at: '2026-02-18T10:00:00Z',
			sides: [{ side: 'from', person: { person: ANNA, identifiers: [PASSPORT] } }],
		},
	],
});

const subject = {
	names: ['Anna-Maria Eriksson'],
	born: '1974-08-12',
	documents: [{ value: PASSPORT.value }],
};

export function subjectsSuite(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(`requests of data subjects on ${place.name}`, () => {
		const clock = testClock();
		let at: Awaited<ReturnType<Place['make']>>;
		let node: OpenNode;

		const send = (...records: readonly object[]) =>
			node.intake.submit(bytesOf(records.map((record) => JSON.stringify(record)).join('\n')), {
				source: 'carrier',
				channel: 'command-line',
				name: 'test',
			});
		const idOf = async (reference: string): Promise<string> =>
			(
				await node.database.kysely
					.selectFrom('record')
					.select('id')
					.where('reference', '=', reference)
					.where('latest', '=', true)
					.executeTakeFirstOrThrow()
			).id;
		const open = (more: Partial<InputOf<'openRequest'>> = {}) =>
			node.subjects.openRequest(
				{
					kind: 'access',
					law: 'gdpr',
					requester: { name: 'Anna Eriksson', as: 'self' },
					subject,
					wanted: 'all that you hold of me',
					...more,
				},
				OFFICER,
			);
		/** A request whose person is identified, found and picked. */
		const picked = async (kind: InputOf<'openRequest'>['kind'] = 'access') => {
			const { summary } = await open({ kind });
			await node.subjects.identifyRequester({ id: summary.id, how: 'document-in-person' }, OFFICER);
			const found = await node.subjects.findSubject({ id: summary.id }, OFFICER);
			const mentions = found.mentions
				.filter(({ sureness }) => sureness === 'certain')
				.map(({ mention }) => mention);
			await node.subjects.pickSubject(
				{ id: summary.id, verdict: 'this-person', mentions, records: [] },
				OFFICER,
			);
			return { id: summary.id, found, mentions };
		};
		const grant = (id: string, more: Partial<InputOf<'decideRequest'>> = {}) =>
			node.subjects.decideRequest(
				{ id, decision: 'grant', reason: 'entitled to it', withhold: [], ...more },
				OFFICER,
			);

		beforeAll(async () => {
			at = await place.make();
			node = await openTestNode(at, { clock });
			await send(passengerList('KM479/2026-03-01'), cash('CASH-1'), suspicion('77/STR-1'));
			await node.resolution.catchUp();
		});
		afterAll(async () => {
			await node?.close();
			await at?.dispose();
		});

		it('has a clock of one month that is extended once, and says what is overdue', async () => {
			const { summary } = await open({ receivedOn: '2026-01-31' });
			expect(summary).toMatchObject({
				step: 'identify',
				dueAt: '2026-02-28T23:59:59.999Z',
				overdue: true,
				daysLeft: -1,
			});
			await expect(
				node.subjects.extendRequest({ id: summary.id, reason: 'much to read' }, OFFICER),
			).rejects.toMatchObject({ code: 'conflict' });
			const fresh = await open({ receivedOn: '2026-02-15' });
			const extended = await node.subjects.extendRequest(
				{ id: fresh.summary.id, reason: 'much to read' },
				OFFICER,
			);
			expect(extended.summary).toMatchObject({
				dueAt: '2026-05-15T23:59:59.999Z',
				extended: true,
				overdue: false,
			});
			const overdue = await node.subjects.listRequests({ overdue: true, limit: 10 });
			expect(overdue.items.map(({ id }) => id)).toEqual([summary.id]);
			const page = await node.subjects.listRequests({ limit: 1 });
			expect(page.items[0]?.id).toBe(fresh.summary.id);
			const next = await node.subjects.listRequests({ limit: 1, after: page.next ?? '' });
			expect(next.items[0]?.id).toBe(summary.id);
		});

		it('looks for nobody before it is known who asks, and finds the person with reasons', async () => {
			const { summary } = await open();
			await expect(node.subjects.findSubject({ id: summary.id }, OFFICER)).rejects.toMatchObject({
				code: 'conflict',
			});
			const { found, mentions } = await picked();
			expect(mentions.length).toBeGreaterThan(0);
			expect(found.mentions.every(({ caption }) => caption.includes('ERIKSSON'))).toBe(true);
			expect(found.mentions[0]?.why.map(({ sentence }) => sentence).join(' ')).toMatch(/XQ4471902/);
		});

		it('gives the person her own, masks others, and keeps silent about a report of suspicion', async () => {
			const { id } = await picked();
			await grant(id);
			const json = await node.subjects.exportSubject({ id, format: 'json' }, OFFICER);
			const html = await node.subjects.exportSubject({ id, format: 'html' }, OFFICER);
			const document = JSON.parse(json.text) as {
				records: { kind: string; others: number; places: object[] }[];
				withheld: object[];
			};
			expect(document.records.map(({ kind }) => kind).sort()).toEqual(['cash-declaration', 'passenger-list']);
			expect(document.records.map(({ others }) => others)).toEqual([1, 1]);
			for (const { text } of [json, html]) {
				expect(text).toContain('ERIKSSON');
				expect(text).toContain('XQ4471902');
				expect(text).not.toMatch(
					/MUELLER|Hans|C01X00T47|1960-01-31|suspicion-report|structured deposits|tipping/,
				);
				expect(text).not.toContain(OFFICER.name);
			}
			expect(document.withheld).toEqual([]);
			const { history } = await node.subjects.readRequest({ id });
			expect(history.find(({ what }) => what === 'exported')?.facts).toMatchObject({
				'withheld suspicion-report': 1,
			});
		});

		it('withholds what the officer names, with its ground, and refuses only on grounds that the law has', async () => {
			const { id } = await picked();
			const record = await idOf('CASH-1');
			await grant(id, {
				decision: 'partly',
				withhold: [{ category: 'investigation', ground: 'investigation', records: [record] }],
			});
			const { text } = await node.subjects.exportSubject({ id, format: 'json' }, OFFICER);
			expect(text).not.toContain('CASH-1');
			expect(JSON.parse(text)).toMatchObject({
				withheld: [{ category: 'investigation', ground: 'investigation', parts: 1 }],
			});
			await expect(grant(id, { decision: 'refuse' })).rejects.toMatchObject({ place: 'ground' });
			await expect(grant(id, { decision: 'refuse', ground: 'evidence' })).rejects.toMatchObject({
				place: 'ground',
			});
			await expect(
				grant(id, { withhold: [{ category: 'source', ground: 'excessive' }] }),
			).rejects.toMatchObject({ place: 'withhold' });
			const refused = await grant(id, { decision: 'refuse', ground: 'excessive' });
			expect(refused.decision).toMatchObject({ article: 'GDPR art. 12(5)' });
		});

		it('corrects as a new version that is screened and assessed, and changes nothing of others', async () => {
			const { id } = await picked('correction');
			const record = await idOf('KM479/2026-03-01');
			const change = (path: string, value: string | null = 'x') =>
				node.subjects.correctRecord(
					{ id, record, changes: [{ path, value }], reason: 'passport was shown' },
					OFFICER,
				);
			await expect(change('travellers[1].person.bornOn', '1974-12-08')).rejects.toMatchObject({
				code: 'conflict',
			});
			await grant(id);
			await expect(change('travellers[0].person.name.full')).rejects.toMatchObject({
				place: 'travellers[0].person.name.full',
			});
			await expect(change('reference')).rejects.toMatchObject({ code: 'invalid-input' });
			await expect(change('travellers[1].person.bornOn', 'soon')).rejects.toMatchObject({
				code: 'invalid-input',
			});
			await expect(change('__proto__.x')).rejects.toMatchObject({ code: 'invalid-input' });
			clock.advance(1_000);
			const corrected = await change('travellers[1].person.bornOn', '1974-12-08');
			expect(corrected).toMatchObject({ version: 2, recipients: [] });
			const read = await node.intake.readRecord({ id: corrected.record });
			expect(read.versions[0]).toMatchObject({ source: 'correction' });
			expect(read.versions[0]?.changes).toMatchObject([{ before: '1974-08-12', after: '1974-12-08' }]);
			const { picks, history } = await node.subjects.readRequest({ id });
			expect(picks.filter(({ reason }) => reason?.startsWith('corrected'))).toHaveLength(1);
			expect(history.at(-1)).toMatchObject({ what: 'corrected', record: corrected.record, by: OFFICER.name });
		});

		it('restricts a document in all its versions, those to come too, and lifts it again', async () => {
			const { id } = await picked('restriction');
			const record = await idOf('CASH-1');
			const listed = async () =>
				(await node.intake.listRecords({ kind: 'cash-declaration', limit: 10, sort: '-received' })).items;
			expect(await listed()).toHaveLength(1);
			const restriction = await node.subjects.restrictRecord(
				{ id, record, reason: 'accuracy is contested' },
				OFFICER,
			);
			expect(restriction).toMatchObject({ reference: 'CASH-1', liftedAt: null, record });
			await expect(
				node.subjects.restrictRecord({ id, record, reason: 'again' }, OFFICER),
			).rejects.toMatchObject({ code: 'conflict' });
			expect(await listed()).toEqual([]);
			expect(await node.subjects.isRestricted({ record })).toBe(true);
			const { submission } = await node.intake.readRecord({ id: record });
			expect(await node.subjects.isRestricted({ submission: submission.id })).toBe(true);
			const queued = await node.targeting.listQueue({ state: 'any', limit: 50 });
			expect(queued.items.filter((each) => each.record.reference === 'CASH-1')).toEqual([]);
			let exported = '';
			for await (const chunk of node.intake.exportRecords({ format: 'record-json', limit: 100 }))
				exported += chunk;
			expect(exported).not.toContain('CASH-1');
			clock.advance(1_000);
			await send({ ...cash('CASH-1'), provenance: 'savings' });
			await node.resolution.catchUp();
			expect(await listed()).toEqual([]);
			expect(await node.subjects.isRestricted({ record: await idOf('CASH-1') })).toBe(true);
			const told = await node.subjects.exportSubject({ id, format: 'json' }, OFFICER);
			expect(told.text).toContain('"restricted":true');
			const lifted = await node.subjects.liftRestriction(
				{ id, record, reason: 'found to be right' },
				OFFICER,
			);
			expect(lifted.liftReason).toBe('found to be right');
			expect(await listed()).toHaveLength(1);
		});

		it('keeps a restricted record from everybody but the data-protection officer, with the sentence that it is', async () => {
			const { id } = await picked('restriction');
			const record = await idOf('CASH-1');
			const as = (role: SubjectRole, operation: 'readRecord' | 'readOriginal', input: object) =>
				perform(
					operation,
					input,
					{
						node,
						nodes: [],
						at: new Date(clock.now()),
						caller: {
							subject: { kind: 'user', id: OFFICER.id, role, node: node.id },
							stated: { purpose: role === 'analyst' ? 'customs-control' : 'data-protection' },
							channel: 'http',
							address: '::1',
						},
					},
					pino({ level: 'silent' }),
				);
			const { submission } = await node.intake.readRecord({ id: record });
			await as('analyst', 'readRecord', { id: record });
			await node.subjects.restrictRecord({ id, record, reason: 'contested' }, OFFICER);
			const refused = {
				code: 'not-permitted',
				message: expect.stringMatching(/restricted: only the data-protection/),
			};
			await expect(as('analyst', 'readRecord', { id: record })).rejects.toMatchObject(refused);
			await expect(as('supervisor', 'readOriginal', { submission: submission.id })).rejects.toMatchObject(
				refused,
			);
			await as('data-protection-officer', 'readRecord', { id: record });
			const { text } = await node.subjects.exportSubject({ id, format: 'json' }, OFFICER);
			const { seenBy } = JSON.parse(text) as { seenBy: { role: string; purpose: string }[] };
			expect(seenBy).toContainEqual(expect.objectContaining({ role: 'analyst', purpose: 'customs-control' }));
			await node.subjects.liftRestriction({ id, record, reason: 'settled' }, OFFICER);
		});

		it('hides who stands only in restricted records from entities, hits and their search', async () => {
			const lone = { name: { full: 'OKONKWO Chidi' }, bornOn: '1988-02-02' };
			await send({ ...cash('CASH-9'), carrier: { person: lone }, owner: undefined });
			await node.resolution.catchUp();
			const found = () => node.resolution.listEntities({ search: 'Chidi Okonkwo', limit: 10 });
			const before = await found();
			expect(before.items.length).toBeGreaterThan(0);
			const { summary } = await open({
				kind: 'restriction',
				subject: { names: ['Chidi Okonkwo'], born: '1988-02-02' },
			});
			await node.subjects.identifyRequester({ id: summary.id, how: 'document-copy' }, OFFICER);
			const { mentions } = await node.subjects.findSubject({ id: summary.id }, OFFICER);
			const [first] = mentions;
			await node.subjects.pickSubject(
				{ id: summary.id, verdict: 'this-person', mentions: [first?.mention ?? ''], records: [] },
				OFFICER,
			);
			await node.subjects.restrictRecord(
				{ id: summary.id, record: await idOf('CASH-9'), reason: 'contested' },
				OFFICER,
			);
			expect((await found()).items).toEqual([]);
			await expect(node.resolution.readEntity({ id: before.items[0]?.id ?? '' })).rejects.toMatchObject({
				code: 'not-found',
			});
			// The data-protection officer still finds the person.
			const again = await node.subjects.findSubject({ id: summary.id }, OFFICER);
			expect(again.mentions[0]).toMatchObject({ mention: first?.mention, verdict: 'this-person' });
		});

		it('closes with an answer, takes nothing more, and ends by itself after three years', async () => {
			const { id } = await picked('erasure');
			await expect(node.subjects.closeRequest({ id, answer: 'sent by post' }, OFFICER)).rejects.toMatchObject(
				{ code: 'conflict' },
			);
			await grant(id, { decision: 'refuse', ground: 'legal-obligation', reason: 'kept by law' });
			await expect(
				node.subjects.eraseSubject({ id, records: [await idOf('CASH-1')], reason: 'asked for' }, OFFICER),
			).rejects.toMatchObject({ code: 'conflict' });
			const closed = await node.subjects.closeRequest({ id, answer: 'sent by post' }, OFFICER);
			expect(closed.summary).toMatchObject({ state: 'closed', step: 'closed', daysLeft: null });
			expect(closed.keepUntil).not.toBeNull();
			await expect(node.subjects.findSubject({ id }, OFFICER)).rejects.toMatchObject({ code: 'conflict' });
			expect(await node.subjects.deleteEnded()).toBe(0);
			clock.advance(3 * 365 * DAY_MS);
			expect(await node.subjects.deleteEnded()).toBe(1);
			await expect(node.subjects.readRequest({ id })).rejects.toMatchObject({ code: 'not-found' });
		});
	});
}

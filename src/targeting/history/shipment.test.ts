import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { openHistory } from './history.ts';
import {
	bill,
	DAY_MS,
	entity,
	firm,
	HOUR_MS,
	importOf,
	movementOf,
	reportOf,
	START_MS,
	seenAt,
	suspicionOf,
	transactionOf,
} from './made-records.fixture.ts';

const invoice = (number: string): Pick<Declaration, 'documents'> => ({
	documents: [{ type: 'N380', number }],
});
const CONTAINER = 'MSCU1234566';
const HOME = firm('importer', 'NO900000001');
const ABROAD = firm('exporter', 'HK583920174', {
	identifiers: [{ scheme: 'company-register', value: '583920174', issuer: 'HK' }],
});

describe('what is known of a shipment', () => {
	it('tells a shipment that nobody carried from those that carriers report', () => {
		const history = openHistory();
		const sea = { borderTransport: { mode: 'sea' as const } };
		for (let at = 0; at < 30; at++) {
			history.see(seenAt(reportOf(`R${at}`, [{ transportDocument: `BILL-${at}X` }]), START_MS));
			history.see(seenAt(importOf(`A${at}`, { ...bill(`bill ${at}x`), ...sea }), START_MS + HOUR_MS));
		}
		expect(history.shipment(importOf('P', { ...bill('BILL99X'), ...sea }))).toMatchObject({
			reported: false,
			usuallyReported: 1,
			moved: false,
		});
		expect(history.shipment(importOf('Q', { ...bill('BILL3X'), ...sea })).reported).toBe(true);
		// Of aircraft nothing is known, and an export is nobody's arrival.
		expect(
			history.shipment(importOf('P', { ...bill('BILL99X'), borderTransport: { mode: 'air' } }))
				.usuallyReported,
		).toBeNaN();
		expect(
			history.shipment(importOf('P', { ...bill('BILL99X'), ...sea, direction: 'export' })).usuallyReported,
		).toBeNaN();
	});

	it('compares declared mass and goods with what the carrier and the scanner say', () => {
		const history = openHistory();
		history.see(
			seenAt(
				reportOf('R', [
					{
						transportDocument: 'BILL1',
						grossMassKg: '24000',
						items: [{ number: 1, hsCode: '240220' }],
					},
				]),
				START_MS,
			),
		);
		history.see(
			seenAt(
				movementOf(CONTAINER, START_MS, 'NOOSL', {
					type: 'scan',
					scan: { result: 'clear', grossMassKg: '23500' },
				}),
				START_MS,
			),
		);
		const declared = importOf('A', {
			...bill('BILL1'),
			grossMassKg: '12000',
			containers: ['MSCU 123456-6'],
			items: [{ number: 1, hsCode: '481910' }],
		});
		expect(history.shipment(declared)).toMatchObject({
			declaredMassKg: 12_000,
			reportedMassKg: 24_000,
			scannedMassKg: 23_500,
			moved: true,
			otherHeadings: 1,
			otherChapters: 1,
		});
		expect(history.shipment({ ...declared, items: [{ number: 1, hsCode: '240311' }] })).toMatchObject({
			otherHeadings: 1,
			otherChapters: 0,
		});
	});

	it('sees one bill declared again with another invoice, and one invoice used again', () => {
		const history = openHistory();
		const one = importOf('A', { ...bill('BILL1'), ...invoice('INV-1'), grossMassKg: '500' });
		const two = importOf('B', { ...bill('BILL1'), ...invoice('INV-1/2') });
		const three = importOf('C', { ...bill('BILL2'), ...invoice('inv 1') });
		expect(history.shipment(one)).toMatchObject({ declaredBefore: 0, invoices: 1, invoicedBefore: 0 });
		history.see(seenAt(one, START_MS));
		expect(history.shipment(one)).toMatchObject({ declaredBefore: 0, invoicedBefore: 0 });
		expect(history.shipment(two)).toMatchObject({
			declaredBefore: 1,
			declaredBeforeMassKg: 500,
			invoices: 2,
			invoicedBefore: 0,
		});
		expect(history.shipment(three)).toMatchObject({ declaredBefore: 0, invoices: 1, invoicedBefore: 1 });
		// Goods leave there and arrive here under one bill and invoice.
		expect(history.shipment({ ...two, direction: 'export' })).toMatchObject({
			declaredBefore: 0,
			invoices: 1,
		});
	});

	it('does not take a master bill of many consignments for one', () => {
		const history = openHistory();
		const groupage = (reference: string, house: string): Declaration =>
			importOf(reference, {
				transportDocuments: [
					{ type: '704', number: 'MASTER1' },
					{ type: '714', number: house },
				],
			});
		history.see(seenAt(groupage('A', 'HOUSE1'), START_MS));
		expect(history.shipment(groupage('B', 'HOUSE2')).declaredBefore).toBe(0);
		expect(history.shipment(groupage('B', 'HOUSE1')).declaredBefore).toBe(1);
	});

	it('finds goods that go out again under another heading, by their very mass', () => {
		const history = openHistory();
		const item = { number: 1, hsCode: '854231', netMassKg: '123.45' };
		history.see(seenAt(importOf('A', { parties: [HOME, ABROAD], items: [item] }), START_MS));
		const out = importOf('B', {
			direction: 'export',
			parties: [firm('exporter', 'NO900000001'), firm('consignee', 'AE1')],
			items: [{ ...item, hsCode: '841391' }],
		});
		expect(history.shipment(out).sameMassOtherHeading).toBe(1);
		expect(history.shipment({ ...out, items: [item] }).sameMassOtherHeading).toBe(0);
		expect(history.shipment({ ...out, direction: 'import' }).sameMassOtherHeading).toBe(0);
	});

	it('holds the value of an import against the export of the same bill', () => {
		const history = openHistory();
		const total = (amount: string, currency = 'EUR') => ({ invoiceTotal: { amount, currency } });
		history.see(seenAt(importOf('X', { ...bill('BILL1'), ...total('9000'), direction: 'export' }), START_MS));
		expect(
			history.shipment(importOf('A', { ...bill('BILL1'), ...total('3000') })).valueAgainstExport,
		).toBeCloseTo(1 / 3);
		expect(
			history.shipment(importOf('A', { ...bill('BILL1'), ...total('3000', 'USD') })).valueAgainstExport,
		).toBeNaN();
	});
});

describe('payments', () => {
	const declared = importOf('A', { parties: [HOME, ABROAD] });
	const third = { side: 'from' as const, entity: { name: 'Elsewhere', incorporationCountry: 'AE' } };

	it('adds up what was paid and declared between two firms, in one currency', () => {
		const history = openHistory();
		history.see(seenAt(declared, START_MS));
		history.see(
			seenAt(
				suspicionOf('1200/R', [
					transactionOf(30_000, entity('from', '900000001', 'NO'), entity('to', '583920174', 'HK')),
					transactionOf(5_000, entity('from', '900000001', 'NO'), entity('to', '583920174', 'HK')),
				]),
				START_MS + DAY_MS,
			),
		);
		const next = importOf('B', { parties: [HOME, ABROAD] });
		history.turnTo(next, START_MS + 2 * DAY_MS);
		expect(history.shipment(next)).toMatchObject({ paid: 35_000, declared: 10_000, paidByOthers: 0 });
		const dollars = importOf('C', {
			parties: [HOME, ABROAD],
			items: [{ number: 1, customsValue: { amount: '5', currency: 'USD' } }],
		});
		expect(history.shipment(dollars).paid).toBeNaN();
	});

	it('finds who paid for goods without being named in their declaration', () => {
		const history = openHistory();
		history.see(
			seenAt(
				suspicionOf('1200/R', [
					transactionOf(30_000, entity('from', '900000001', 'NO'), entity('to', '583920174', 'HK')),
					transactionOf(60_000, third, entity('to', '583920174', 'HK')),
				]),
				START_MS,
			),
		);
		expect(history.shipment(declared).paidByOthers).toBe(1);
		// Another customer of the same seller, of whom the report does not speak.
		const other = importOf('B', { parties: [firm('importer', 'NO900000077'), ABROAD] });
		expect(history.shipment(other).paidByOthers).toBe(0);
	});

	it('takes those whom a report calls suspected for the ones it names, where it calls anybody so', () => {
		const history = openHistory();
		history.see(
			seenAt(
				suspicionOf('1200/R', [
					transactionOf(
						1_000,
						{ ...entity('from', '900000001', 'NO') },
						{ ...entity('to', '583920174', 'HK'), suspected: true },
					),
				]),
				START_MS,
			),
		);
		expect(history.suspected(['firm:NO900000001'])).toBeUndefined();
		expect(history.suspected(['firm:HK583920174'])).toBe('1200/R');
	});
});

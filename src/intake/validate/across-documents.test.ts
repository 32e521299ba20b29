import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../contract/findings.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { parseLocodeList, referenceListsOf } from '../../values/reference-lists.ts';
import { borderRecords } from '../formats/json/arbitraries.ts';
import { crossCheck, type Related } from './across-documents.ts';
import { type FindingCode, findingCatalogue } from './finding-codes.ts';
import {
	soundBooking,
	soundCargoReport,
	soundCashDeclaration,
	soundDeclaration,
	soundMovementEvent,
	soundOutcome,
	soundPassengerList,
	soundRecords,
} from './fixtures/records.ts';

const receivedAt = '2026-03-06T12:00:00Z';
const related = (...records: BorderRecord[]): Related[] =>
	records.map((record, at) => ({ id: `record-${at}`, record, receivedAt }));
const cross = (record: BorderRecord, ...others: BorderRecord[]) =>
	crossCheck(record, related(...others), { receivedAt });
const codes = (record: BorderRecord, ...others: BorderRecord[]) =>
	cross(record, ...others).map(({ code }) => code);
const declare = (change: Partial<Declaration>): Declaration => ({ ...soundDeclaration, ...change });

it('sound records have nothing to say against each other', () => {
	for (const record of soundRecords)
		expect(cross(record, ...soundRecords.filter((other) => other !== record)), record.kind).toEqual([]);
});

describe('a declaration and its cargo report', () => {
	it.each<[FindingCode, Declaration]>([
		['cross.gross-mass', declare({ grossMassKg: '500' })],
		['cross.packages', declare({ packageCount: 12 })],
		['cross.container', declare({ containers: ['TEXU3070079'], seals: [] })],
		['cross.party-name', declare({ parties: [{ role: 'importer', name: 'Alpenblick Textil AG' }] })],
		['cross.seal', declare({ seals: ['ZZ100200'] })],
	])('%s, in either order', (code, declaration) => {
		expect(codes(declaration, soundCargoReport)).toEqual([code]);
		expect(codes(soundCargoReport, declaration)).toEqual([code]);
	});

	it('names the other record and both values', () => {
		expect(cross(declare({ grossMassKg: '500' }), soundCargoReport)).toEqual([
			{
				code: 'cross.gross-mass',
				severity: 'error',
				place: 'grossMassKg',
				value: '500',
				against: '262',
				otherRecord: 'record-0',
				sentence: 'The declaration states 500 kg gross; the cargo report states 262 kg for HLCUSHA26031177.',
			},
		]);
	});

	it('allows five per cent, and says nothing about other goods', () => {
		expect(codes(declare({ grossMassKg: '270' }), soundCargoReport)).toEqual([]);
		const other = declare({ grossMassKg: '9000', transportDocuments: [{ type: '705', number: 'OTHER77' }] });
		expect(codes(other, soundCargoReport)).toEqual([]);
	});

	it('takes a consignee "to order" for nobody, and legal forms for nothing', () => {
		const [consignment] = soundCargoReport.consignments;
		const toOrder = {
			...soundCargoReport,
			consignments: [{ ...consignment!, parties: [{ role: 'consignee' as const, name: 'TO ORDER' }] }],
		};
		expect(codes(soundDeclaration, toOrder)).toEqual([]);
	});
});

describe('declared twice', () => {
	const again = declare({ reference: 'LRN-OTHER', registrationNumber: '26NL00051099999999' });
	it('tells a transport document in two declarations', () => {
		expect(codes(again, soundDeclaration)).toEqual(['cross.declared-twice']);
	});
	it('leaves versions, cancellations, other directions and master documents alone', () => {
		expect(codes(soundDeclaration, declare({ function: 'amendment' }))).toEqual([]);
		expect(codes(again, declare({ function: 'cancellation' }))).toEqual([]);
		expect(codes(again, declare({ direction: 'export' }))).toEqual([]);
		const master = { transportDocuments: [{ type: '741', number: '176-12345675' }] };
		expect(codes({ ...again, ...master }, declare(master))).toEqual([]);
	});
});

describe('two places', () => {
	const event = (reference: string, at: string, latitude: number, longitude: number): BorderRecord => ({
		...soundMovementEvent,
		reference,
		at,
		place: { latitude, longitude },
	});
	it('tells a container that cannot have travelled so far', () => {
		const here = event('A', '2026-03-03T12:00:00Z', 51.9, 4.5);
		expect(codes(here, event('B', '2026-03-03T14:00:00Z', 41.3, 2.1))).toEqual(['cross.two-places']);
		expect(codes(here, event('B', '2026-03-05T14:00:00Z', 41.3, 2.1))).toEqual([]);
		expect(codes(here, event('B', '2026-03-03T12:05:00Z', 51.95, 4.4))).toEqual([]);
	});
	it('finds the coordinates of a place in the loaded list', () => {
		const lists = referenceListsOf(
			undefined,
			parseLocodeList(
				'locode,name,function,coordinates\nNLRTM,Rotterdam,1,5155N 00430E\nSGSIN,Singapore,1,0117N 10351E\n',
			),
		);
		const at = (reference: string, unlocode: string): BorderRecord => ({
			...soundMovementEvent,
			reference,
			place: { unlocode },
		});
		expect(crossCheck(at('A', 'NLRTM'), related(at('B', 'SGSIN')), { receivedAt, lists })).toHaveLength(1);
		expect(crossCheck(at('A', 'NLRTM'), related(at('B', 'SGSIN')), { receivedAt })).toEqual([]);
	});
	it('holds a gate against the port of the cargo report', () => {
		const gate: BorderRecord = { ...soundMovementEvent, place: { latitude: 1.28, longitude: 103.85 } };
		expect(codes(gate, soundCargoReport)).toEqual(['cross.two-places']);
	});
	it('tells a seal that is called intact and is another one', () => {
		const seal = (number: string): BorderRecord => ({
			...soundMovementEvent,
			type: 'seal',
			seal: { number, state: 'intact' },
		});
		expect(codes(seal('sl-884422'), soundCargoReport, soundDeclaration)).toEqual([]);
		expect(codes(seal('ZZ100200'), soundCargoReport)).toEqual(['cross.seal']);
	});
});

describe('bookings and passenger lists', () => {
	const [booked] = soundBooking.travellers;
	const book = (change: Partial<NonNullable<typeof booked>>): BorderRecord => ({
		...soundBooking,
		travellers: [{ ...booked!, ...change }],
	});
	it.each<[FindingCode[], BorderRecord]>([
		[['cross.document-number'], book({ documents: [{ scheme: 'passport', value: 'X99887766' }] })],
		[['cross.birth-date'], book({ person: { ...booked!.person, bornOn: '1985-05-17' } })],
		[['cross.seat'], book({ seats: [{ seat: '14C', from: 'IST', to: 'AMS' }] })],
		[['cross.bags'], book({ bags: { count: 4 } })],
		[
			['cross.booked-not-on-list', 'cross.on-list-not-booked'],
			book({ person: { name: { full: 'OKAFOR CHIDI' } }, documents: [] }),
		],
	])('%s, in either order', (expected, booking) => {
		expect(codes(booking, soundPassengerList)).toEqual(expected);
		expect(codes(soundPassengerList, booking)).toEqual(expected);
	});
});

describe('one traveller under two spellings', () => {
	it('is matched within the booking, by half the name', () => {
		const [booked] = soundBooking.travellers;
		const misspelt = { ...booked!, person: { name: { full: 'DEMYR AYSE' } }, documents: [] };
		expect(codes({ ...soundBooking, travellers: [misspelt] }, soundPassengerList)).toEqual([]);
	});
});

describe('cash', () => {
	const found: BorderRecord = {
		...soundCashDeclaration,
		reference: 'CASH-AMS-119',
		basis: 'found',
		counted: { amount: '48000', currency: 'EUR' },
	};
	it('tells cash seen against cash declared on the same day, in either order', () => {
		expect(codes(found, soundCashDeclaration)).toEqual(['cross.cash']);
		expect(codes(soundCashDeclaration, found)).toEqual(['cross.cash']);
		expect(cross(found, soundCashDeclaration)[0]?.sentence).toContain(
			'declared 15000.00 EUR; officers saw 48000.00 EUR',
		);
	});
	it('tells several declarations within a week, and one document under two names', () => {
		const later = { ...soundCashDeclaration, reference: 'CASH-2', declaredAt: '2026-03-05T11:00:00Z' };
		expect(codes(later, soundCashDeclaration)).toEqual(['cross.cash-again']);
		const person = { name: { full: 'Marta Nowak' }, bornOn: '1960-01-01' };
		const other = { ...later, carrier: { ...later.carrier, person } };
		expect(codes(other, soundCashDeclaration)).toEqual(['cross.document-of-two']);
	});
	it('tells a carrier who is not on the list of the flight', () => {
		const stranger = {
			...soundCashDeclaration,
			carrier: { person: { name: { full: 'Marta Nowak' }, bornOn: '1960-01-01' } },
		};
		expect(codes(stranger, soundPassengerList)).toEqual(['cross.cash-journey']);
		expect(codes(soundPassengerList, stranger)).toEqual(['cross.cash-journey']);
	});
});

describe('outcomes', () => {
	it('tells that the inspected record is unknown', () => {
		expect(codes(soundOutcome)).toEqual(['cross.outcome-without-record']);
		expect(codes(soundOutcome, soundDeclaration)).toEqual([]);
	});
});

it('never throws, whatever is held against whatever', () => {
	fc.assert(
		fc.property(borderRecords, borderRecords, (record, other) => {
			for (const each of cross(record, other, soundDeclaration, soundPassengerList)) {
				expect(finding.safeParse(each).error).toBeUndefined();
				expect(findingCatalogue).toHaveProperty([each.code]);
			}
		}),
		{ seed: 40, numRuns: 120 },
	);
});

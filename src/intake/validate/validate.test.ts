import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../contract/findings.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { borderRecord } from '../../../contract/records/record.ts';
import {
	noReferenceLists,
	parseHsList,
	parseLocodeList,
	referenceListsOf,
} from '../../values/reference-lists.ts';
import { borderRecords } from '../formats/json/arbitraries.ts';
import { completeness } from './completeness.ts';
import { type FindingCode, findingCatalogue } from './finding-codes.ts';
import {
	receivedOn,
	soundBooking,
	soundCargoReport,
	soundCashDeclaration,
	soundDeclaration,
	soundMovementEvent,
	soundOutcome,
	soundPassengerList,
	soundRecords,
	soundSuspicionReport,
} from './fixtures/records.ts';
import { validateRecord } from './validate.ts';

const context = { receivedOn, lists: noReferenceLists };
const codesOf = (record: BorderRecord): string[] => validateRecord(record, context).map(({ code }) => code);

/** Expects exactly this finding on a sound record with one change, and gives it back. */
function only(code: FindingCode, record: BorderRecord) {
	const findings = validateRecord(record, context).filter((each) => each.code !== 'completeness.missing');
	expect(findings.map((each) => each.code)).toEqual([code]);
	return findings[0];
}

const declare = (change: Partial<Declaration>): Declaration => ({ ...soundDeclaration, ...change });
const [firstItem, secondItem] = soundDeclaration.items;
const declareItem = (change: Partial<Declaration['items'][number]>): Declaration =>
	declare({ items: [{ ...firstItem!, ...change }, secondItem!] });

describe('sound records', () => {
	it.each(soundRecords.map((record) => [record.kind, record] as const))('%s has no finding', (_, record) => {
		expect(borderRecord.safeParse(record).error).toBeUndefined();
		expect(validateRecord(record, context)).toEqual([]);
		const { given, expected, missing } = completeness(record);
		expect(missing).toEqual([]);
		expect(given).toBe(expected);
	});
});

describe('declarations', () => {
	it.each<[FindingCode, Declaration]>([
		['total.items', declare({ itemCount: 3 })],
		['total.packages', declare({ packageCount: 31 })],
		['total.gross-mass', declare({ grossMassKg: '300' })],
		['total.invoice', declare({ invoiceTotal: { amount: '20000', currency: 'USD' } })],
		['container.check-digit', declare({ containers: ['CSQU3054384'] })],
		['container.format', declare({ containers: ['TRAILER12'] })],
		['container.repeated', declare({ containers: ['CSQU3054383', 'CSQU3054383'] })],
		['vessel.imo-check-digit', declare({ borderTransport: { identityType: '10', identity: '9074728' } })],
		['country.unknown', declare({ dispatchCountry: 'ZZ' })],
		['country.former', declareItem({ originCountry: 'YU' })],
		['currency.unknown', declareItem({ customsValue: { amount: '5', currency: 'EURO' } })],
		['currency.withdrawn', declareItem({ customsValue: { amount: '5', currency: 'DEM' } })],
		['currency.special', declareItem({ customsValue: { amount: '5', currency: 'XTS' } })],
		['hs.chapter', declareItem({ hsCode: '770110', commodityCode: undefined })],
		['hs.commodity-code-differs', declareItem({ commodityCode: '8517130000' })],
		['goods.vague-description', declareItem({ description: 'GENERAL CARGO - PARTS' })],
		['mass.net-above-gross', declareItem({ netMassKg: '132' })],
		['value.negative', declareItem({ statisticalValue: { amount: '-5', currency: 'EUR' } })],
		[
			'tax.amount',
			declareItem({ taxes: [{ rate: '21', base: { amount: '100' }, amount: { amount: '12' } }] }),
		],
		['date.future', declare({ declaredOn: '2026-05-01', acceptedAt: undefined })],
		['date.impossible', declare({ declaredOn: '2026-02-30', acceptedAt: undefined })],
		['date.implausible', declare({ arrivesOn: '2066-03-03' })],
		['date.order', declare({ acceptedAt: '2026-02-20T09:00:00Z' })],
		[
			'party.eori-format',
			declare({
				parties: [
					...soundDeclaration.parties,
					{ role: 'agent', identifiers: [{ scheme: 'eori', value: '12-34' }] },
				],
			}),
		],
		[
			'party.lei-check-digit',
			declare({
				parties: [
					...soundDeclaration.parties,
					{ role: 'agent', identifiers: [{ scheme: 'lei', value: '54930084UKLVMY22DS17' }] },
				],
			}),
		],
		[
			'party.to-order',
			declare({ parties: [...soundDeclaration.parties, { role: 'consignee', name: 'TO ORDER OF BANK' }] }),
		],
		['value.placeholder', declare({ seals: ['N/A'] })],
		[
			'transport-document.air-waybill-check-digit',
			declare({ transportDocuments: [{ type: '741', number: '176-12345676' }] }),
		],
		['item.number-repeated', declare({ items: [firstItem!, { ...secondItem!, number: 1 }] })],
	])('%s', (code, record) => {
		expect(only(code, record)?.sentence.length).toBeGreaterThan(15);
	});

	it('names place, value and what was expected', () => {
		expect(only('container.check-digit', declare({ containers: ['CSQU3054384'] }))).toEqual({
			code: 'container.check-digit',
			severity: 'error',
			place: 'containers[0]',
			value: 'CSQU3054384',
			against: 'CSQU3054383',
			sentence: 'The container number "CSQU3054384" has check digit 4 and should have 3.',
		});
	});

	it('lets packages be shared between items, and taxes by quantity be', () => {
		const shared = declare({
			packageCount: 10,
			items: [firstItem!, { ...secondItem!, packages: [{ count: 0 }] }],
		});
		expect(codesOf(shared)).toEqual([]);
		const excise = declareItem({
			taxes: [{ rate: '2.5', quantityBase: { value: '100' }, amount: { amount: '250' } }],
		});
		expect(codesOf(excise)).toEqual([]);
	});

	it('does not hold totals against an amendment', () => {
		expect(
			codesOf(declare({ function: 'amendment', itemCount: 9, items: [], change: { reasonCode: '32' } })),
		).toEqual([]);
	});

	it('counts what is missing once for the whole document', () => {
		const bare = declare({
			office: undefined,
			items: [{ ...firstItem!, originCountry: undefined }, secondItem!],
		});
		const [missing] = validateRecord(bare, context);
		expect(missing).toMatchObject({ code: 'completeness.missing', severity: 'info', value: '23/25' });
		expect(missing?.sentence).toContain('customs office, country of origin (1 of 2)');
	});

	it('asks loaded lists, and judges by structure without them', () => {
		const lists = referenceListsOf(
			parseHsList('hscode,description\n847130,x\n'),
			parseLocodeList('locode,name,function,coordinates\nNLRTM,Rotterdam,1,\n'),
		);
		const record = declare({ unloadingPlace: { unlocode: 'NLAMS' } });
		expect(validateRecord(record, { receivedOn, lists }).map(({ code, place }) => [code, place])).toEqual([
			['locode.not-listed', 'unloadingPlace.unlocode'],
			['hs.not-listed', 'items[1].hsCode'],
		]);
		expect(codesOf(record)).toEqual([]);
	});
});

describe('cargo reports', () => {
	const [consignment] = soundCargoReport.consignments;
	const [equipment] = soundCargoReport.equipment ?? [];
	it.each<[FindingCode, BorderRecord]>([
		['total.consignments', { ...soundCargoReport, controls: { '10': '2' } }],
		['total.equipment', { ...soundCargoReport, controls: { '16': '2' } }],
		['total.gross-mass', { ...soundCargoReport, controls: { '7': '900' } }],
		['total.packages', { ...soundCargoReport, controls: { '11': '29' } }],
		['leg.arrival-before-departure', { ...soundCargoReport, arrivesAt: '2026-01-20T06:00' }],
		[
			'transport-document.repeated',
			{
				...soundCargoReport,
				controls: {},
				consignments: [consignment!, { ...consignment!, number: 2, transportDocument: 'hlcu-sha26031177' }],
			},
		],
		[
			'container.not-in-equipment',
			{ ...soundCargoReport, equipment: [{ ...equipment!, number: 'TEXU3070079' }] },
		],
		['mass.tare-above-gross', { ...soundCargoReport, equipment: [{ ...equipment!, tareMassKg: '2700' }] }],
	])('%s', (code, record) => {
		only(code, record);
	});
});

describe('passenger lists', () => {
	const [ayse, jonas] = soundPassengerList.travellers;
	const list = (...travellers: (typeof soundPassengerList)['travellers']): BorderRecord => ({
		...soundPassengerList,
		travellers,
		declaredCount: travellers.length,
	});
	const [passport] = ayse!.documents ?? [];
	it.each<[FindingCode, BorderRecord]>([
		['total.travellers', { ...soundPassengerList, declaredCount: 3 }],
		[
			'list.traveller-repeated',
			list(ayse!, {
				...ayse!,
				number: 2,
				person: { ...ayse!.person, name: { full: 'DEMIR AYSE', family: 'DEMIR', given: 'AYSE' } },
			}),
		],
		[
			'list.document-repeated',
			list(ayse!, { ...jonas!, documents: [{ ...passport!, value: 'U 10427755' }] }),
		],
		[
			'travel-document.expired',
			list(ayse!, { ...jonas!, documents: [{ ...jonas!.documents![0]!, expiresOn: '2026-03-01' }] }),
		],
		[
			'travel-document.issued-before-birth',
			list({ ...ayse!, documents: [{ ...passport!, issuedOn: '1984-01-01' }] }),
		],
		[
			'travel-document.check-digit-attached',
			list({ ...ayse!, documents: [{ ...passport!, value: 'L898902C36' }] }),
		],
		[
			'travel-document.number-format',
			list({ ...ayse!, documents: [{ ...passport!, value: 'U10427755/U10427755' }] }),
		],
		['person.born-in-future', list({ ...jonas!, person: { ...jonas!.person, bornOn: '2026-09-09' } })],
		['person.too-old', list({ ...ayse!, person: { ...ayse!.person, bornOn: '1900-01-01' } })],
		['country.unknown', list({ ...ayse!, person: { ...ayse!.person, nationalities: ['QQQ'] } })],
		['list.place-not-on-route', list({ ...ayse!, embarks: { iata: 'JFK' }, disembarks: { iata: 'LAX' } })],
		[
			'leg.same-place',
			{ ...soundPassengerList, legs: [{ ...soundPassengerList.legs[0]!, to: { iata: 'IST' } }] },
		],
		[
			'leg.flight-number',
			{ ...soundPassengerList, legs: [{ ...soundPassengerList.legs[0]!, number: 'ABCDEF' }] },
		],
	])('%s', (code, record) => {
		only(code, record);
	});

	it('finds legs that overlap and flights against the sun that do not', () => {
		const leg = soundPassengerList.legs[0]!;
		const later = {
			...leg,
			number: '55',
			from: { iata: 'AMS' },
			to: { iata: 'JFK' },
			arrivesAt: '2026-03-02T12:00',
		};
		only('leg.overlap', { ...soundPassengerList, legs: [leg, { ...later, departsAt: '2026-03-02T10:00' }] });
		const dateline = {
			...leg,
			from: { iata: 'AKL' },
			to: { iata: 'LAX' },
			departsAt: '2026-03-02T20:00',
			arrivesAt: '2026-03-02T11:00',
		};
		expect(codesOf({ ...soundPassengerList, legs: [dateline], travellers: [], declaredCount: 0 })).toEqual([
			'completeness.missing',
		]);
	});

	it('reads a machine-readable zone that stands for a number', () => {
		const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10';
		const withZone = (value: string) => list({ ...ayse!, documents: [{ ...passport!, value }] });
		expect(codesOf(withZone(zone))).toEqual([]);
		expect(codesOf(withZone(zone.replace('7408122', '7408123')))).toEqual([
			'travel-document.mrz-check-digit',
			'travel-document.mrz-check-digit',
		]);
	});
});

describe('bookings, money, movements, outcomes', () => {
	const [transaction] = soundSuspicionReport.transactions ?? [];
	const [from, to] = transaction!.sides;
	const suspect = (change: Partial<NonNullable<typeof transaction>>): BorderRecord => ({
		...soundSuspicionReport,
		transactions: [{ ...transaction!, ...change }],
	});
	it.each<[FindingCode, BorderRecord]>([
		[
			'booking.locator-format',
			{ ...soundBooking, locators: [{ locator: 'A?', createdAt: '2026-02-10T12:00:00Z' }] },
		],
		[
			'booking.ticket-format',
			{ ...soundBooking, travellers: [{ ...soundBooking.travellers[0]!, tickets: [{ number: '12' }] }] },
		],
		['booking.booked-after-departure', { ...soundBooking, bookedAt: '2026-03-05T12:00:00Z' }],
		['transaction.one-sided', suspect({ sides: [from!] })],
		['transaction.subject', suspect({ sides: [from!, { ...to!, account: undefined }] })],
		['transaction.exchange', suspect({ amountLocal: '5000' })],
		[
			'transaction.outside-account',
			suspect({ sides: [from!, { ...to!, account: { ...to!.account!, openedAt: '2026-03-03T00:00:00' } }] }),
		],
		['transaction.number-repeated', { ...soundSuspicionReport, transactions: [transaction!, transaction!] }],
		[
			'account.iban-check-digit',
			suspect({ sides: [from!, { ...to!, account: { ...to!.account!, iban: 'DE88370400440532013000' } }] }),
		],
		[
			'account.bic-format',
			suspect({ sides: [from!, { ...to!, account: { ...to!.account!, swift: 'COBA' } }] }),
		],
		['report.empty', { ...soundSuspicionReport, transactions: [] }],
		['date.order', suspect({ at: '2026-03-07T10:00:00', postedAt: undefined })],
		['total.cash', { ...soundCashDeclaration, total: { amount: '14000', currency: 'EUR' } }],
		['cash.counted-differs', { ...soundCashDeclaration, counted: { amount: '25000', currency: 'EUR' } }],
		['movement.speed', { ...soundMovementEvent, subject: { type: 'vessel', id: '9074729' }, speedKmh: 400 }],
		['movement.no-fix', { ...soundMovementEvent, place: { latitude: 0, longitude: 0 } }],
		['movement.detail-missing', { ...soundMovementEvent, type: 'seal' }],
		['vessel.mmsi-format', { ...soundMovementEvent, subject: { type: 'vessel', id: '12345678' } }],
		['outcome.contradiction', { ...soundOutcome, result: 'nothing-found' }],
		['outcome.subject-kind', { ...soundOutcome, subject: { kind: 'lorry', reference: 'X-77120' } }],
	])('%s', (code, record) => {
		only(code, record);
	});
});

describe('any record', () => {
	it('is validated without an exception, within the contract, by catalogued codes', () => {
		fc.assert(
			fc.property(borderRecords, (record) => {
				const findings = validateRecord(record, context);
				expect(findings.length).toBeLessThanOrEqual(151);
				for (const each of findings) {
					expect(finding.safeParse(each).error).toBeUndefined();
					expect(findingCatalogue).toHaveProperty([each.code]);
				}
				const { given, expected } = completeness(record);
				expect(given).toBeGreaterThanOrEqual(0);
				expect(given).toBeLessThanOrEqual(expected);
			}),
			{ seed: 20, numRuns: 150 },
		);
	});

	it('gives a bounded number of findings however bad it is', () => {
		const items = Array.from({ length: 5_000 }, (_, at) => ({
			number: at + 1,
			hsCode: '770000',
			originCountry: 'ZZ',
			description: 'GOODS',
		}));
		const findings = validateRecord(declare({ items, itemCount: 5_000 }), context);
		expect(findings.length).toBeLessThanOrEqual(151);
		expect(findings.at(-1)).toMatchObject({ code: 'validation.more' });
	});
});

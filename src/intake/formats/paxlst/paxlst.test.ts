import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { borderRecord } from '../../../../contract/records/record.ts';
import type { PassengerList } from '../../../../contract/records/travel.ts';
import { codesOf, recordsOf } from '../edifact/fixtures/reading.ts';
import { ADULT, HEAD, interchange, readPaxlst as read } from './fixtures/lists.ts';
import { paxlst } from './paxlst.ts';

function listOf(body: string): PassengerList {
	const [reading] = recordsOf(read(interchange(body)));
	if (reading?.record.kind !== 'passenger-list') throw new Error('no passenger list');
	return reading.record;
}

describe('a passenger list', () => {
	it('gives its journey, its sender and its travellers', () => {
		const [reading] = recordsOf(read(interchange(`${HEAD}${ADULT}CNT+42:1'`)));
		expect(reading?.findings).toEqual([]);
		expect(reading?.format).toBe('paxlst');
		expect(reading?.place).toMatchObject({ message: 1, words: 'message 1 (UNH PAX001)' });
		expect(reading?.record).toEqual({
			kind: 'passenger-list',
			reference: 'QQ827 2024-02-18 passengers',
			function: 'original',
			listType: 'passengers',
			documentCode: '745',
			messageReference: 'PAX001',
			sender: 'AIR1',
			receiver: 'NCAPI',
			preparedAt: '2024-02-18T15:45',
			mode: 'air',
			carrier: 'QQ',
			reporter: {
				role: 'reporter',
				name: 'ANNE OFFICER',
				contacts: [
					{ kind: 'phone', value: '703-555-1212' },
					{ kind: 'email', value: 'a.b@example.org' },
				],
			},
			legs: [
				{
					carrier: 'QQ',
					number: '0827',
					from: { iata: 'JFK' },
					to: { iata: 'CDG' },
					departsAt: '2024-02-18T20:00',
					arrivesAt: '2024-02-19T06:30',
					border: true,
				},
			],
			travellers: [
				{
					number: 1,
					type: 'passenger',
					person: {
						name: {
							full: "MARY ANN JANE O'HARA",
							family: "O'HARA",
							given: 'MARY ANN',
							middle: 'JANE',
							title: 'MRS',
						},
						sex: 'female',
						bornOn: '1968-02-23',
						birthPlace: 'CORK, MUNSTER',
						birthCountry: 'IE',
						nationalities: ['IE', 'US'],
						residence: 'FR',
					},
					address: {
						lines: ['12 HIGH ST'],
						city: 'TOWN',
						subdivision: 'VA',
						postcode: '10053',
						country: 'US',
					},
					bags: { count: 2, massKg: '45.359237', tags: ['QQ987609', 'QQ987610', 'QQ987611'] },
					contacts: [{ kind: 'phone', value: '502 555-1212' }],
					clears: { iata: 'CDG' },
					embarks: { iata: 'JFK' },
					disembarks: { iata: 'CDG' },
					bookingReference: 'GJIO3R',
					seat: '13A',
					references: [
						{ type: 'GEI', value: '173' },
						{ type: 'EMP', value: 'CR2' },
						{ type: 'ABO', value: 'U1' },
					],
					documents: [
						{ scheme: 'passport', value: 'YY34', expiresOn: '2034-01-01', issuer: 'IE' },
						{ scheme: 'visa', value: 'V77', issuedOn: '2023-01-05', issuer: 'FR', issuedAt: 'PARIS' },
					],
				},
			],
			declaredCount: 1,
		});
		expect(borderRecord.safeParse(reading?.record).success).toBe(true);
	});

	it('keeps its reference in every version and message', () => {
		const references = [
			HEAD,
			HEAD.replace('BGM+745', 'BGM+745++4').replace('T1', 'T2'),
			HEAD.replace('QQ0827', 'QQ827'),
			HEAD.replace('TDT+20+QQ0827+++QQ', 'TDT+20+0827+++QQ'),
		].map((head) => listOf(`${head}${ADULT}`).reference);
		expect(new Set(references)).toEqual(new Set(['QQ827 2024-02-18 passengers']));
		expect(listOf(HEAD.replace('BGM+745', 'BGM+250+C')).reference).toBe('QQ827 2024-02-18 crew');
		expect(listOf("BGM+745'RFF+TN:T9'NAD+FL+++A:B'").reference).toBe('T9 passengers');
	});

	it.each([
		['BGM+745', 'passengers', 'original'],
		['BGM+745+CP', 'passengers', 'amendment'],
		['BGM+745+XR', 'passengers', 'amendment'],
		['BGM+745++1', 'passengers', 'cancellation'],
		['BGM+745++5', 'passengers', 'amendment'],
		['BGM+745+XF', 'passengers', 'cancellation'],
		['BGM+745+CF', 'passengers', 'change-itinerary'],
		['BGM+266+CLNB', 'close-out', 'close-out'],
		['BGM+250+C', 'crew', 'original'],
		['BGM+250+CC', 'crew', 'amendment'],
		['BGM+336+H', 'crew', 'amendment'],
		['BGM+655', 'gate-pass', 'original'],
	])('%s is a list of %s, %s', (bgm, listType, function_) => {
		expect(listOf(HEAD.replace('BGM+745', bgm))).toMatchObject({ listType, function: function_ });
	});
});

describe('journeys', () => {
	const legs = (segments: string): string[] =>
		listOf(`BGM+745'${segments}NAD+FL+++A:B'`).legs.map((leg) =>
			[
				leg.carrier,
				leg.number,
				leg.from?.iata,
				leg.to?.iata,
				leg.departsAt?.slice(8),
				leg.arrivesAt?.slice(8),
				leg.border ? 'border' : '',
			]
				.map((part) => part ?? '-')
				.join(' '),
		);

	it('reads one leg in each TDT', () => {
		expect(
			legs(
				"TDT+20+AA123+++AA'LOC+92+ATL'DTM+189:0702191540:201'LOC+92+ORD'DTM+232:0702191740:201'TDT+20+AA124+++AA'LOC+125+ORD'DTM+189:0702191840:201'LOC+87+CDG'DTM+232:0702200955:201'",
			),
		).toEqual(['AA 123 ATL ORD 19T15:40 19T17:40 ', 'AA 124 ORD CDG 19T18:40 20T09:55 border']);
	});

	it('reads a chain of stops in one TDT', () => {
		expect(
			legs(
				"TDT+20+AA123+++AA'LOC+92+ATL'DTM+189:0702191540:201'LOC+92+ORD'DTM+232:0702191740:201'LOC+92+ORD'DTM+189:0702191840:201'LOC+92+JFK'DTM+232:0702192100:201'",
			),
		).toEqual(['AA 123 ATL ORD 19T15:40 19T17:40 ', 'AA 123 ORD JFK 19T18:40 19T21:00 ']);
	});

	it('turns round a leg that names its arrival first, and keeps half a leg', () => {
		expect(legs("TDT+20+AA1'LOC+87+CDG'DTM+232:0702192100:201'LOC+125+JFK'DTM+189:0702191540:201'")).toEqual([
			'AA 1 JFK CDG 19T15:40 19T21:00 border',
		]);
		expect(legs("TDT+20+AA1'LOC+87+CDG'DTM+232:0702192100:201'")).toEqual(['AA 1 - CDG - 19T21:00 border']);
		expect(legs("TDT+20+AA1'LOC+125+CDG'")).toEqual(['AA 1 CDG - - - border']);
	});

	it('reads a voyage', () => {
		const list = listOf(
			"BGM+745'TDT+20+V12+1++MSK+++9074729:146::MERIDIAN:DK'LOC+125+DEHAM'DTM+189:202401011000:203'LOC+87+GBFXT'NAD+FM+++A:B'",
		);
		expect(list).toMatchObject({
			mode: 'sea',
			reference: 'MSK V12 2024-01-01 passengers',
			transport: { mode: 'sea', identity: '9074729', imo: '9074729', name: 'MERIDIAN', nationality: 'DK' },
			legs: [{ carrier: 'MSK', number: 'V12', from: { unlocode: 'DEHAM' }, to: { unlocode: 'GBFXT' } }],
		});
	});
});

describe('what carriers leave out or get wrong', () => {
	const findings = (body: string): string[] => codesOf(read(interchange(body)));

	it('says what the guide asks for and the list lacks', () => {
		expect(findings("NAD+FL+++A:B'")).toEqual([
			'paxlst.missing',
			'paxlst.missing',
			'paxlst.missing',
			'paxlst.missing',
			'paxlst.incomplete-traveller',
		]);
		const [reading] = recordsOf(read(interchange(`${HEAD}NAD+FL+++A:B'ATT+2++M'CNT+42:1'`)));
		expect(reading?.findings).toMatchObject([
			{
				code: 'paxlst.incomplete-traveller',
				value: 'date of birth, nationality, travel document',
				place: 'travellers[0]',
			},
		]);
	});

	it('compares the count with the list', () => {
		expect(findings(`${HEAD}${ADULT}CNT+42:3'`)).toEqual(['paxlst.traveller-count']);
		expect(findings(`${HEAD}${ADULT}CNT+41+1'`)).toEqual([]);
		expect(findings(`${HEAD}${ADULT}${ADULT.replace('NAD+FL', 'NAD+FM')}CNT+41:1'CNT+42:1'`)).toEqual([]);
	});

	it('reports dates that do not exist, with their place', () => {
		const [reading] = recordsOf(
			read(
				interchange(
					`${HEAD.replace('2402182000', '2402302000')}${ADULT.replace('680223', '680231').replace('DTM+36:340101', 'DTM+36:349901')}CNT+42:1'`,
				),
			),
		);
		expect(reading?.findings).toMatchObject([
			{
				code: 'paxlst.journey-time',
				value: '2402302000',
				place: expect.stringContaining('segment 8 (DTM), element 1, component 2'),
			},
			{ code: 'paxlst.birth-date', value: '680231' },
			{ code: 'paxlst.document-date', value: '349901' },
			{ code: 'paxlst.missing' },
			{ code: 'paxlst.incomplete-traveller' },
		]);
	});

	it.each([
		[
			'NAD+FL+++SMITH/JOHN PAUL MR',
			{ family: 'SMITH', given: 'JOHN PAUL', title: 'MR', full: 'JOHN PAUL SMITH' },
		],
		['NAD+FL+++SMITH:JOHN:MR', { family: 'SMITH', given: 'JOHN', title: 'MR', full: 'JOHN SMITH' }],
		[
			'NAD+FL+++SMITH:JOHN:PAUL:JONES',
			{ family: 'SMITH', given: 'JOHN', middle: 'PAUL JONES', full: 'JOHN PAUL JONES SMITH' },
		],
		['NAD+FL+++MR:JOHN', { family: 'MR', given: 'JOHN', full: 'JOHN MR' }],
		['NAD+FL++SMITH:JOHN', { family: 'SMITH', given: 'JOHN', full: 'JOHN SMITH' }],
		['NAD+FL+++SUKARNO', { family: 'SUKARNO', full: 'SUKARNO' }],
		['NAD+FL', { full: 'UNKNOWN' }],
	])('%s', (nad, name) => {
		expect(listOf(`${HEAD}${nad}'`).travellers[0]?.person.name).toEqual(name);
	});

	it('reads segments with an element too few or too many', () => {
		const slips = "NAD+FL+++A:B'ATT+2+++F'DTM+329+680223'NAT+IRL'DOC+P:110:111:X77'";
		expect(listOf(`${HEAD}${slips}`).travellers[0]).toMatchObject({
			person: { sex: 'female', bornOn: '1968-02-23', nationalities: ['IE'] },
			documents: [{ scheme: 'passport', value: 'X77' }],
		});
	});

	it('reads birth dates that are incomplete', () => {
		const born = (dtm: string): object =>
			listOf(`${HEAD}NAD+FL+++A:B'DTM+329:${dtm}'`).travellers[0]?.person ?? {};
		expect(born('19680000:102')).toMatchObject({ bornAbout: '1968' });
		expect(born('1968:602')).toMatchObject({ bornAbout: '1968' });
		expect(born('250101')).toMatchObject({ bornOn: '1925-01-01' });
		expect(born('240101')).toMatchObject({ bornOn: '2024-01-01' });
	});

	it('keeps the header apart from travellers, and unknown segments out', () => {
		expect(findings(`${HEAD}XYZ+1'${ADULT}QQQ+1'LOC+999+X'CNT+42:1'`)).toEqual(
			Array.from({ length: 3 }, () => 'paxlst.segment-not-read'),
		);
	});

	it('refuses a message that holds nothing', () => {
		expect(codesOf(read(interchange("FTX+X'")))).toEqual(['paxlst.empty']);
	});

	it('bounds what one traveller and one list can hold', () => {
		const many = "NAT+2+GBR'NAT+2+FRA'RFF+ABO:1'DOC+P+1'COM+1:TE'FTX+BAG+++A1:99999'".repeat(300);
		const [reading] = recordsOf(read(interchange(`${HEAD}NAD+FL+++A:B'${many}`)));
		expect(borderRecord.safeParse(reading?.record).success).toBe(true);
		const crowd = recordsOf(read(interchange(`${HEAD}${"NAD+FL+++A:B'".repeat(20_005)}`)))[0];
		expect(crowd?.record.kind === 'passenger-list' && crowd.record.travellers.length).toBe(20_000);
		expect(crowd?.findings.find(({ code }) => code === 'limit.travellers')?.value).toBe('5');
	});
});

describe('the older United States form', () => {
	it('gives the same parts', () => {
		const body =
			"CTA+IC+:JANE DOE+703-555-1212:TE'TDT+20+UA1234+40+UA'LOC+005+USIAD:162'DTM+136+240218+1300+EST'LOC+008+FRCDG'DTM+132+240219+0130'UNS+D'PDT+P/YY12345:300101:USA+SMITH:JOHN:PAUL MR:680223:M+PAX+USIAD:FRCDG'PDT+A/77::GBR+ROE:ANN:::F+CRW'PDT+P/1+:::689999'";
		const [reading] = recordsOf(read(interchange(body)));
		expect(borderRecord.safeParse(reading?.record).error).toBeUndefined();
		expect(reading?.record).toMatchObject({
			reference: 'UA1234 2024-02-18 passengers',
			mode: 'air',
			reporter: { name: 'JANE DOE', contacts: [{ kind: 'phone', value: '703-555-1212' }] },
			legs: [
				{
					carrier: 'UA',
					number: '1234',
					from: { iata: 'IAD', country: 'US' },
					to: { iata: 'CDG', country: 'FR' },
					departsAt: '2024-02-18T13:00',
					arrivesAt: '2024-02-19T01:30',
				},
			],
			travellers: [
				{
					type: 'passenger',
					person: { name: { full: 'JOHN PAUL SMITH', title: 'MR' }, sex: 'male', bornOn: '1968-02-23' },
					documents: [{ scheme: 'passport', value: 'YY12345', issuer: 'US', expiresOn: '2030-01-01' }],
					embarks: { iata: 'IAD', country: 'US' },
				},
				{
					type: 'crew',
					person: { name: { full: 'ANN ROE' }, sex: 'female' },
					documents: [{ scheme: 'residence-permit', value: '77', issuer: 'GB' }],
				},
				{ person: { name: { full: 'UNKNOWN' } } },
			],
		});
		expect(codesOf(reading === undefined ? [] : [reading])).toContain('paxlst.birth-date');
	});
});

const folder = fileURLToPath(new URL('../../../../../shared/data/messages/paxlst/', import.meta.url));

describe('real lists', () => {
	it.skipIf(!existsSync(folder))('are read whole', () => {
		for (const name of readdirSync(folder)) {
			const bytes = readFileSync(join(folder, name));
			expect(paxlst.recognise(bytes.toString('utf8')), name).toBe('certain');
			const readings = read(bytes);
			expect(readings, name).toHaveLength(1);
			const [reading] = recordsOf(readings);
			expect(borderRecord.safeParse(reading?.record).error, name).toBeUndefined();
			if (reading?.record.kind !== 'passenger-list') throw new Error(name);
			expect(reading.record.travellers.length, name).toBeGreaterThan(1);
			expect(
				reading.record.legs.every(
					({ from, to, departsAt, arrivesAt }) => from && to && departsAt && arrivesAt,
				),
				name,
			).toBe(true);
			expect(
				reading.record.travellers.every(({ person }) => person.name.family && person.bornOn),
				name,
			).toBe(true);
		}
	});
});

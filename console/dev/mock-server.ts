/**
 * Answers `/api` with invented data, for work on the console without a server. Development only: `vite.config.ts`
 * loads it where TIDEWAITER_API is `mock`, and no build contains it.
 */

import { type ErrorCode, errorTable } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';

let seed = 7;
const random = () => {
	seed = (seed * 1664525 + 1013904223) % 2 ** 32;
	return seed / 2 ** 32;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const uuidOf = (text: string) => Number.parseInt(text.slice(-12), 16);
const hex = (n: number) => n.toString(16).padStart(64, 'a');

const nodes = [
	{ id: 'albia-customs', name: 'Albia Customs', agency: 'customs', country: 'GB' },
	{ id: 'albia-fiu', name: 'Albia Financial Intelligence Unit', agency: 'fiu', country: 'GB' },
	{ id: 'albia-immigration', name: 'Albia Immigration Service', agency: 'immigration', country: 'GB' },
	{ id: 'borduria-customs', name: 'Borduria Customs', agency: 'customs', country: 'NL' },
];
const kinds = [
	'declaration',
	'declaration',
	'declaration',
	'declaration',
	'cargo-report',
	'passenger-list',
	'booking',
	'suspicion-report',
	'cash-declaration',
	'movement-event',
	'outcome',
] as const;
const offices = ['GBFXT001', 'GBSOU002', 'GBLHR004', 'GBDVR001', 'GBHUL001', 'GBLIV003', 'GBGLA002'];
const carriers = ['MSC', 'MAERSK', 'CMA CGM', 'BA', 'LH', 'TK', 'QR', 'COSCO'];
const codes = [
	[
		'container.check-digit',
		'error',
		'Container MSKU1234565 has check digit 5; its letters and digits give 8.',
	],
	['cross.gross-mass', 'warning', 'Declared gross mass 12,400 kg; the cargo report says 18,920 kg.'],
	['edifact.segment-count', 'warning', 'UNT says 24 segments; the message has 23.'],
	['code.hs-unknown', 'error', 'HS code 999901 is not in the Harmonized System.'],
	['document.expired', 'warning', 'Passport expired on 2026-03-01, before the flight on 2026-11-22.'],
	['total.packages', 'info', 'Header says 120 packages; the items add up to 118.'],
	['traveller.no-birth-date', 'warning', 'Traveller 14 has no date of birth.'],
	['iban.check-digits', 'error', 'IBAN GB00NWBK60161331926819 has check digits 00; they should be 29.'],
] as const;
const NOW = Date.now();
const TOTAL = 1_000_000;

function summary(n: number) {
	seed = n * 7919 + 13;
	for (let i = 0; i < 3; i++) random();
	const kind = pick(kinds);
	const goods = kind === 'declaration' || kind === 'cargo-report';
	const findings = random() < 0.5 ? 0 : int(1, 6);
	const mass = int(120, 26_000);
	const origin = pick(['CN', 'TR', 'IN', 'US', 'VN', 'DE']);
	const hs = pick(['850440', '620342', '870830', '392690', '640299', '940360']);
	return {
		id: uuid(n),
		kind,
		reference:
			kind === 'declaration'
				? `26GB${int(10 ** 9, 9.9 ** 10)}`
				: kind === 'passenger-list'
					? `BA${int(100, 999)}/2026-11-22/P${n}`
					: `${kind.slice(0, 3).toUpperCase()}-${int(10 ** 6, 10 ** 7)}`,
		version: random() < 0.1 ? 2 : 1,
		receivedAt: new Date(NOW - n * 8_431).toISOString(),
		format:
			kind === 'declaration'
				? pick(['wco-dec', 'csv', 'record-json'])
				: kind === 'cargo-report'
					? 'cuscar'
					: kind === 'passenger-list'
						? 'paxlst'
						: kind === 'booking'
							? 'pnrgov'
							: kind === 'suspicion-report'
								? 'goaml'
								: kind === 'movement-event'
									? 'movement-jsonl'
									: 'record-json',
		office: goods || kind === 'cash-declaration' ? pick(offices) : null,
		carrier: ['cargo-report', 'passenger-list', 'booking'].includes(kind) ? pick(carriers) : null,
		lane: kind === 'declaration' ? pick(['red', 'yellow', 'blue', 'green', 'green', 'green', 'green']) : null,
		caption:
			kind === 'declaration'
				? `IMA · ${int(1, 12)} items · ${origin} → GB · ${mass.toLocaleString('en-GB')} kg`
				: kind === 'passenger-list'
					? `IST → LHR · ${int(80, 320)} passengers · close-out`
					: kind === 'cargo-report'
						? `MV Northern Light · ${int(4, 400)} consignments · CNSHA → GBFXT`
						: kind === 'booking'
							? `IST → LHR · 2 travellers · paid in cash`
							: kind === 'suspicion-report'
								? `STR · ${int(1, 40)} transactions`
								: kind === 'cash-declaration'
									? 'Entering · declared · 2 instruments'
									: kind === 'movement-event'
										? 'Container passed gate, in'
										: 'Physical · irregularity',
		documentDate: '2026-11-21',
		originCountry: goods ? origin : kind === 'passenger-list' ? 'TR' : null,
		destinationCountry: goods || kind === 'passenger-list' ? 'GB' : null,
		hsCode: kind === 'declaration' ? hs : null,
		grossMassKg: goods ? mass + 0.5 : null,
		value: ['declaration', 'suspicion-report', 'cash-declaration'].includes(kind) ? int(500, 900_000) : null,
		currency: ['declaration', 'suspicion-report', 'cash-declaration'].includes(kind)
			? pick(['GBP', 'USD', 'EUR'])
			: null,
		findings,
		worst: findings === 0 ? null : pick(['info', 'warning', 'warning', 'error']),
	};
}
type Summary = ReturnType<typeof summary>;

const person = (i: number) => ({
	name: {
		full: pick(['Aylin Yılmaz', 'John Okafor', 'Nguyễn Văn An', 'María José Ruiz', 'Ахмед Сафин']),
		family: 'Family',
		given: 'Given',
	},
	sex: pick(['female', 'male']),
	bornOn: `19${int(50, 99)}-0${int(1, 9)}-1${int(0, 9)}`,
	nationalities: [pick(['TR', 'GB', 'NG', 'VN'])],
	residence: 'GB',
	...(i % 4 ? {} : { birthPlace: 'Izmir' }),
});
const address = {
	lines: ['14 Dock Road', 'Unit 7'],
	city: 'Felixstowe',
	postcode: 'IP11 3SY',
	country: 'GB',
};
const passport = (i: number) => [
	{
		scheme: 'passport',
		value: `U${int(10 ** 6, 10 ** 7)}`,
		issuer: 'TR',
		expiresOn: i % 5 ? '2031-04-01' : '2026-03-01',
	},
];
const leg = {
	carrier: 'TK',
	number: '1971',
	from: { iata: 'IST', unlocode: 'TRIST', country: 'TR' },
	to: { iata: 'LHR', unlocode: 'GBLHR', country: 'GB' },
	departsAt: '2026-11-22T07:35',
	arrivesAt: '2026-11-22T09:05',
	border: true,
};

function recordOf(s: Summary): Record<string, unknown> {
	const base = { kind: s.kind, reference: s.reference };
	if (s.kind === 'declaration') {
		const items = Array.from({ length: int(3, 14) }, (_, i) => ({
			number: i + 1,
			hsCode: pick(['850440', '620342', '999901', '392690']),
			commodityCode: '8504409590',
			description: pick([
				'Static converters for LED lighting, 24 V, with aluminium housing',
				"Men's trousers, cotton, denim",
				'Plastic fittings',
				'Brake pads for lorries',
			]),
			originCountry: pick(['CN', 'TR', 'VN']),
			procedures: ['4000', '000'],
			netMassKg: String(int(90, 4000)),
			grossMassKg: String(int(100, 4200)),
			packages: [{ count: int(2, 80), kind: 'CT', marks: 'AS ADDRESSED' }],
			price: { amount: `${int(500, 80_000)}.5`, currency: 'USD' },
			statisticalValue: { amount: String(int(500, 80_000)), currency: 'GBP' },
			valuationMethod: '1',
			preference: '100',
			taxes: [
				{
					type: 'A00',
					rate: '3.3',
					base: { amount: '12000', currency: 'GBP' },
					amount: { amount: '396', currency: 'GBP' },
				},
				{ type: 'B00', rate: '20', amount: { amount: '2479.2', currency: 'GBP' } },
			],
			containers: ['MSKU1234565'],
			documents: [{ type: 'N935', number: 'INV-88213', issuedOn: '2026-10-30' }],
		}));
		return {
			...base,
			registrationNumber: s.reference,
			consignmentReference: '6GB123456789000-88213',
			function: 'original',
			direction: 'import',
			declarationType: 'IMA',
			declaredOn: '2026-11-21',
			acceptedAt: '2026-11-21T14:03:00Z',
			office: s.office,
			presentationOffice: 'GBFXT001',
			parties: [
				{
					role: 'declarant',
					kind: 'organisation',
					name: 'Harwich Clearance Ltd',
					identifiers: [{ scheme: 'eori', value: 'GB123456789000', issuer: 'GB' }],
					address,
				},
				{
					role: 'importer',
					kind: 'organisation',
					name: 'Lumen Trade UK Limited',
					identifiers: [{ scheme: 'eori', value: 'GB987654321000', issuer: 'GB' }],
					address,
				},
				{
					role: 'exporter',
					kind: 'organisation',
					name: 'Ningbo Brightway Electrics Co., Ltd',
					address: { city: 'Ningbo', country: 'CN' },
				},
			],
			borderTransport: {
				mode: 'sea',
				name: 'NORTHERN LIGHT',
				imo: '9319466',
				journey: '044W',
				nationality: 'LR',
				carrier: 'MSC',
			},
			containers: ['MSKU1234565', 'TGHU4567893'],
			containerised: true,
			seals: ['CN992817'],
			transportDocuments: [{ type: 'N705', number: 'MSCUNB882134' }],
			documents: [
				{ type: 'N380', number: 'INV-88213', issuedOn: '2026-10-30' },
				{ type: 'C644', status: 'AC' },
			],
			previousDocuments: [{ type: 'MCR', number: 'GBMCR88213', category: 'Z' }],
			dispatchCountry: 'CN',
			destinationCountry: 'GB',
			itinerary: ['CN', 'SG', 'NL', 'GB'],
			loadingPlace: { unlocode: 'CNNGB', name: 'Ningbo' },
			unloadingPlace: { unlocode: 'GBFXT', name: 'Felixstowe' },
			goodsLocation: { country: 'GB', facility: 'FXTFXTFXT' },
			arrivesOn: '2026-11-22',
			itemCount: items.length,
			packageCount: 120,
			grossMassKg: '12400.5',
			invoiceTotal: { amount: '184220.5', currency: 'USD' },
			deliveryTerms: { code: 'CIF', place: 'Felixstowe' },
			exchangeRate: '0.7812',
			taxes: [{ type: 'A00', amount: { amount: '4980', currency: 'GBP' } }],
			items,
		};
	}
	if (s.kind === 'cargo-report')
		return {
			...base,
			function: 'original',
			documentType: '785',
			preparedAt: '2026-11-20T08:00:00Z',
			sender: 'MSCU',
			receiver: 'GBCUSTOMS',
			office: s.office,
			transport: { mode: 'sea', name: 'NORTHERN LIGHT', imo: '9319466', journey: '044W', nationality: 'LR' },
			arrivesAt: '2026-11-22T04:30',
			legs: [{ from: { unlocode: 'CNSHA' }, to: { unlocode: 'GBFXT' } }],
			equipment: Array.from({ length: 9 }, (_, i) => ({
				number: `MSKU123456${i}`,
				kind: 'CN',
				sizeType: '45G1',
				load: 'full',
				seals: [{ number: `S${int(10000, 99999)}` }],
				grossMassKg: String(int(5000, 28000)),
			})),
			consignments: Array.from({ length: 12 }, (_, i) => ({
				number: i + 1,
				transportDocument: `MSCUNB8821${i}`,
				grossMassKg: String(int(500, 22000)),
				packageCount: int(10, 900),
				parties: [
					{ role: 'consignor', name: 'Ningbo Brightway Electrics Co., Ltd' },
					{ role: 'consignee', name: 'Lumen Trade UK Limited' },
				],
				loadingPlace: { unlocode: 'CNNGB' },
				dischargePlace: { unlocode: 'GBFXT' },
				items: [
					{
						number: 1,
						description: 'LED DRIVERS',
						hsCode: '850440',
						grossMassKg: '4120',
						packages: [{ count: 120, kind: 'CT' }],
						containers: [{ number: 'MSKU1234561', packages: 120 }],
					},
				],
			})),
			controls: { '7': '9', '11': '4812' },
		};
	if (s.kind === 'passenger-list')
		return {
			...base,
			function: 'close-out',
			listType: 'passengers',
			documentCode: '745',
			carrier: 'TK',
			mode: 'air',
			preparedAt: '2026-11-22T07:20:00Z',
			sender: 'TURKAIR',
			receiver: 'UKBAOP',
			reporter: {
				role: 'reporter',
				name: 'TK OPS CENTRE',
				contacts: [{ kind: 'phone', value: '+90 212 463 63 63' }],
			},
			legs: [leg],
			travellers: Array.from({ length: 180 }, (_, i) => ({
				number: i + 1,
				type: i % 40 ? 'passenger' : 'in-transit-passenger',
				person: person(i),
				documents: passport(i),
				bookingReference: `Q${int(10000, 99999)}`,
				seat: `${1 + Math.floor(i / 6)}${'ABCDEF'[i % 6]}`,
				bags: { count: int(0, 3), massKg: String(int(5, 40)) },
				embarks: { iata: 'IST' },
				disembarks: { iata: 'LHR' },
			})),
			declaredCount: 181,
		};
	if (s.kind === 'booking')
		return {
			...base,
			function: 'update',
			locators: [{ carrier: 'TK', locator: 'XK9Q2P', createdAt: '2026-11-20T22:11:00Z' }],
			sender: 'TURKAIR',
			bookedAt: '2026-11-20T22:11:00Z',
			changedAt: '2026-11-21T23:58:00Z',
			flight: leg,
			agency: { iataNumber: '88123456', place: 'IST', country: 'TR', agent: 'AK' },
			legs: [
				leg,
				{ ...leg, number: '1972', from: leg.to, to: leg.from, departsAt: '2026-11-24T11:10', border: false },
			],
			travellers: [1, 2].map((n) => ({
				number: n,
				type: 'adult',
				person: person(n),
				documents: passport(n),
				tickets: [{ number: `235240${int(10 ** 6, 10 ** 7)}`, total: { amount: '812.4', currency: 'TRY' } }],
				seats: [{ seat: `12${'AB'[n - 1]}`, from: 'IST', to: 'LHR' }],
				bags: { count: 2, massKg: '46' },
				contacts: [{ kind: 'phone', value: '+90 555 000 00 00' }],
			})),
			payments: [{ form: 'CA', amount: { amount: '1624.8', currency: 'TRY' } }],
			history: ['AK/22NOV 2358 SEAT CHANGE 12A', 'AK/20NOV 2211 BOOKED'],
			services: [{ code: 'DOCS', status: 'HK', carrier: 'TK' }],
		};
	if (s.kind === 'suspicion-report')
		return {
			...base,
			reporterId: '4471',
			reporterBranch: 'Dover',
			reportCode: 'STR',
			submissionCode: 'E',
			schemaVersion: '5.0.2',
			submittedAt: '2026-11-21T16:40:00Z',
			localCurrency: 'GBP',
			reason:
				'The client received eleven transfers just under the reporting threshold from unrelated accounts within four days, and withdrew the sum in cash at Dover on the day of a ferry booking. The declared occupation does not explain the amounts.',
			action: 'Account under monitoring. No contact with the client.',
			indicators: ['STRUCT', 'CASHX', 'MULE'],
			location: address,
			reportingPerson: { person: person(1), role: 'MLRO' },
			transactions: Array.from({ length: 11 }, (_, i) => ({
				number: `T${i + 1}`,
				location: 'Dover',
				description: 'Transfer',
				at: `2026-11-1${i % 9}T1${i % 9}:20:00Z`,
				mode: i % 3 ? 'TRF' : 'CSH',
				amountLocal: String(int(7000, 9999)),
				sides: [
					{
						side: 'from',
						fundsCode: 'K',
						country: 'GB',
						account: {
							number: `1234567${i}`,
							iban: 'GB00NWBK60161331926819',
							institutionName: 'Northern Bank',
							name: 'A. Client',
						},
					},
					{
						side: 'to',
						ownClient: true,
						country: 'GB',
						person: { person: person(i), identifiers: passport(i) },
					},
				],
			})),
		};
	if (s.kind === 'cash-declaration')
		return {
			...base,
			function: 'original',
			direction: 'entering',
			basis: 'declared',
			declaredAt: '2026-11-22T09:31:00Z',
			office: s.office,
			carrier: { person: person(0), identifiers: passport(1), addresses: [address] },
			owner: { entity: { name: 'Lumen Trade UK Limited', registrationNumber: '08812345' } },
			instruments: [
				{ type: 'currency', value: { amount: '18500', currency: 'EUR' } },
				{ type: 'gold', value: { amount: '9200', currency: 'EUR' }, description: '2 bars of 50 g' },
			],
			total: { amount: '23545', currency: 'GBP' },
			counted: { amount: '25120', currency: 'GBP' },
			provenance: 'Sale of a vehicle',
			intendedUse: 'Purchase of goods',
			journey: leg,
			from: { iata: 'IST', country: 'TR' },
			to: { iata: 'LHR', country: 'GB' },
		};
	if (s.kind === 'movement-event')
		return {
			...base,
			type: 'gate',
			at: '2026-11-22T05:12:40Z',
			subject: { type: 'container', id: 'MSKU1234565' },
			source: 'FXT-GATE-4',
			place: { unlocode: 'GBFXT', name: 'Felixstowe Trinity', latitude: 51.9561, longitude: 1.3146 },
			direction: 'in',
			speedKmh: 12.4,
			headingDegrees: 84,
			seal: { number: 'CN992817', state: 'broken', container: 'MSKU1234565' },
			operator: 'HPUK',
		};
	return {
		...base,
		subject: { kind: 'declaration', reference: '26GB123456789' },
		inspectedAt: '2026-11-22T03:10:00Z',
		office: 'GBFXT001',
		inspector: 'T-118',
		inspection: 'physical',
		result: 'irregularity',
		findings: [{ type: 'misclassification', description: 'LED drivers declared as plastic fittings' }],
		recovered: { amount: '8120', currency: 'GBP' },
		seized: [
			{ description: 'Undeclared tobacco', quantity: '14 kg', value: { amount: '5600', currency: 'GBP' } },
		],
		minutes: 95,
		remark: 'Second row of the container held other goods than the packing list says.',
	};
}

const places: Record<string, [string, string?, string?][]> = {
	declaration: [
		['items[2].hsCode', '999901', 'a six-digit HS code'],
		['containers[0]', 'MSKU1234565', 'check digit 8'],
		['grossMassKg', '12400.5 kg', '18920 kg'],
		['packageCount', '120', '118'],
		['segment 14 (NAD), element 4, offset 1032', 'GB', 'XI'],
	],
	'passenger-list': [
		['declaredCount', '181', '180'],
		['travellers[4].documents[0].expiresOn', '2026-03-01', '2026-11-22'],
		['segment 14 (NAD), element 4, offset 600'],
	],
};

function detail(n: number) {
	const s = summary(n);
	const record = recordOf(s);
	const list = (places[s.kind] ?? [['reference', 'x', 'y']]) as [string, string?, string?][];
	const found = list.map((p, i) => {
		const c = codes[(n + i) % codes.length] ?? codes[0];
		return {
			code: c[0],
			severity: i === 0 ? 'error' : c[1],
			place: p[0],
			...(p[1] ? { value: p[1] } : {}),
			...(p[2] ? { against: p[2] } : {}),
			...(c[0].startsWith('cross') ? { otherRecord: uuid(n + 3) } : {}),
			sentence: c[2],
		};
	});
	const version = (v: number, changes: unknown[]) => ({
		id: uuid(n),
		version: v,
		receivedAt: new Date(NOW - n * 8_431 - (2 - v) * 5.3e6).toISOString(),
		submission: hex(n),
		source: 'Harwich Clearance Ltd',
		channel: v === 1 ? 'http' : 'watched folder',
		changes,
		late: v === 2 ? '3 h before arrival' : null,
	});
	return {
		summary: { ...s, findings: found.length, worst: 'error' },
		record,
		findings: found,
		submission: {
			id: hex(n),
			source: 'Harwich Clearance Ltd',
			channel: 'http',
			name: s.format === 'paxlst' ? 'TK1971-20261122.edi' : 'declarations-20261122.xml',
			receivedAt: s.receivedAt,
			bytes: 184_220,
			place: 'message 1, offset 0',
		},
		versions: [
			version(2, [
				{ path: 'items[2].hsCode', before: '392690', after: '999901' },
				{ path: 'grossMassKg', before: '11800', after: '12400.5' },
				{ path: 'seals[0]', before: null, after: 'CN992817' },
			]),
			version(1, []),
		],
		related: [4, 5, 6].map((d) => ({
			by: pick(['container', 'transport document', 'flight']),
			value: 'MSKU1234565',
			record: summary(n + d),
		})),
		laneReason: s.lane
			? 'Rule “new importer, high-risk origin”: first declaration of GB987654321000, origin CN.'
			: null,
	};
}

const EDI = `UNA:+.? 'UNB+UNOA:4+TURKAIR+UKBAOP+261122:0720+000001'UNG+PAXLST+TURKAIR+UKBAOP+261122:0720+1+UN+D:02B'UNH+PAX001+PAXLST:D:02B:UN:IATA'BGM+745'NAD+MS+++TK OPS CENTRE'COM+90 212 463 63 63:TE'TDT+20+TK1971'LOC+125+IST'DTM+189:2611220735:201'LOC+87+LHR'DTM+232:2611220905:201'${Array.from({ length: 700 }, (_, i) => `NAD+FL+++YILMAZ:AYLIN+O?'NEIL STREET ${i}'ATT+2++F'DTM+329:790412'LOC+178+IST'LOC+179+LHR'NAT+2+TUR'RFF+AVF:Q${i}'DOC+P:110:111+U77${i}'DTM+36:310401'LOC+91+TUR'`).join('')}CNT+42:181'UNT+24+PAX001'UNE+1+1'UNZ+1+000001'`;
const XML = `<?xml version="1.0" encoding="UTF-8"?>\n<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">\n  <!-- test -->\n  <md:WCOTypeName>DEC</md:WCOTypeName>\n  <Declaration>\n    <FunctionCode>9</FunctionCode>\n    <TypeCode listID="x">IMA</TypeCode>\n    <TotalGrossMassMeasure unitCode="KGM">12400.5</TotalGrossMassMeasure>\n${'    <AdditionalInformation>\n      <StatementCode>00500</StatementCode>\n      <StatementDescription>IMPORTER &amp; CO</StatementDescription>\n    </AdditionalInformation>\n'.repeat(900)}  </Declaration>\n</md:MetaData>\n`;

const quarantine = Array.from({ length: 57 }, (_, i) => ({
	id: uuid(9000 + i),
	submission: hex(9000 + i),
	format: pick(['paxlst', 'wco-dec', 'goaml', 'unknown', 'csv']),
	source: pick(['TURKAIR', 'Harwich Clearance Ltd', 'watched folder', 'Northern Bank']),
	channel: pick(['http', 'watched folder', 'command line']),
	name: pick(['TK1971-20261122.edi', 'manifest_final(2).xml', 'report-4471.xml', null]),
	receivedAt: new Date(NOW - i * 1.9e6).toISOString(),
	bytes: int(400, 4e6),
	place: pick(['message 2 (UNH 1402010600), segment 3', 'line 1, column 1', 'row 118']),
	code: pick(['xml.doctype', 'edifact.no-unh', 'wco.not-a-declaration', 'limit.depth', 'csv.no-mapping']),
	reason: pick([
		'The document declares a DTD at line 2; entities and DTDs are not read.',
		'The interchange has no UNH segment: message 2 ends after UNB.',
		'The XML is a WCO response (RES), not a declaration (DEC).',
	]),
	remedy: pick([
		'Ask the sender to leave the DOCTYPE out, then retry.',
		'Ask the carrier to send the interchange again.',
		'Send it to the system that waits for responses; nothing to do here.',
	]),
	state: 'open' as string,
	attempts: int(1, 3),
	lastTriedAt: new Date(NOW - i * 9e5).toISOString(),
}));
const users = [
	'officer',
	'analyst',
	'supervisor',
	'data-protection-officer',
	'integrator',
	'administrator',
].map((role, i) => ({
	id: uuid(500 + i),
	name: `${role}`,
	displayName: `${pick(['Mara', 'Idris', 'Chen', 'Olu'])} ${pick(['Holt', 'Kaya', 'Wei', 'Bello'])}`,
	role,
	active: i !== 4,
	createdAt: new Date(NOW - 9e9).toISOString(),
	lastSeenAt: i === 3 ? null : new Date(NOW - i * 1e7).toISOString(),
}));
const keys = ['Harwich Clearance Ltd', 'Turkish Airlines DCS', 'Gate sensors FXT'].map((name, i) => ({
	id: uuid(700 + i),
	name,
	role: 'integrator',
	createdAt: new Date(NOW - 5e9).toISOString(),
	lastUsedAt: i === 2 ? null : new Date(NOW - 3e5).toISOString(),
	expiresAt: new Date(NOW + (i - 0.5) * 2e9).toISOString(),
	revoked: i === 2,
}));

function overview() {
	const unique = [...new Set(kinds)];
	const hour = Math.floor(Date.now() / 3.6e6) * 3.6e6;
	seed = 3;
	const byHour = Array.from({ length: 24 }, (_, i) =>
		unique.map((kind) => ({
			at: new Date(hour - (23 - i) * 3.6e6).toISOString(),
			kind,
			records: Math.round(
				(kind === 'declaration' ? 900 : 160) *
					(0.3 + 0.7 * Math.sin(((i + 4) / 24) * Math.PI)) *
					(0.7 + random() * 0.5),
			),
		})),
	).flat();
	return {
		at: new Date().toISOString(),
		node: nodes[0],
		totals: {
			submissions: 48_210,
			records: 1_000_412,
			findings: 211_840,
			quarantined: quarantine.filter((q) => q.state === 'open').length,
		},
		byKind: unique.map((kind) => {
			const records = byHour.filter((h) => h.kind === kind).reduce((a, h) => a + h.records, 0);
			return { kind, records, findings: Math.round(records * 0.31), errors: Math.round(records * 0.06) };
		}),
		byOffice: offices.map((office, i) => ({ office, records: 9_000 - i * 1_140, errors: int(10, 400) })),
		byCarrier: carriers.map((carrier, i) => ({
			carrier,
			records: 2_200 - i * 220,
			findings: int(20, 600),
			complete: 1 - i * 0.031,
		})),
		byLane: [
			['red', 412],
			['yellow', 1_920],
			['blue', 880],
			['green', 12_440],
		].map(([lane, records]) => ({ lane, records })),
		byHour,
		topFindings: codes.map((c, i) => ({
			code: c[0],
			severity: c[1],
			records: 2_300 - i * 270,
			sentence: c[2],
		})),
	};
}

let session:
	| { user: object; node: object; nodes: object[]; abilities: readonly string[]; expiresAt: string }
	| undefined;
const problem = (code: ErrorCode, detail: string, more: object = {}) =>
	new Response(
		JSON.stringify({
			type: 'about:blank',
			title: code,
			status: errorTable[code].http,
			code,
			detail,
			...more,
		}),
		{ status: errorTable[code].http, headers: { 'content-type': 'application/problem+json' } },
	);
const json = (value: unknown) =>
	new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

async function answer(
	method: string,
	path: string,
	q: URLSearchParams,
	body: Record<string, unknown>,
): Promise<Response> {
	const page = (list: readonly unknown[]) =>
		json({ items: list, next: null, total: list.length, totalIsLowerBound: false });
	if (path === '/nodes') return json(nodes);
	if (path === '/openapi.json') return json(openApi());
	if (path === '/session' && method === 'POST') {
		if (body['password'] !== 'password')
			return problem('wrong-credentials', 'Name or password is wrong.', {
				remedy: 'Check both. After five attempts the account waits for a minute.',
			});
		const node = nodes.find((n) => n.id === body['node']) ?? nodes[0];
		session = {
			user: { id: uuid(1), name: String(body['name']), displayName: 'Mara Holt', role: 'administrator' },
			node: node as object,
			nodes,
			abilities: Object.values(operations).map((o) => o.action),
			expiresAt: new Date(NOW + 4e7).toISOString(),
		};
		return json(session);
	}
	if (!session) return problem('not-signed-in', 'Nobody is signed in.');
	if (path === '/session' && method === 'GET') return json(session);
	if (path === '/session') {
		session = undefined;
		return json({ closed: true });
	}
	if (path === '/overview') return json(overview());
	if (path === '/records') {
		const limit = Number(q.get('limit') ?? 100);
		let n = Number(q.get('after') ?? 0);
		const items: Summary[] = [];
		const ok = (s: Summary) =>
			['kind', 'office', 'lane', 'worst', 'format', 'carrier'].every(
				(k) => !q.get(k) || String((s as Record<string, unknown>)[k]) === q.get(k),
			) &&
			(!q.get('search') || s.reference.startsWith(q.get('search') ?? ''));
		if (q.get('finding') === 'nothing.such') return page([]);
		if (q.get('search') === 'fail') return problem('internal', 'Something failed.', { reference: 'a81f-22' });
		for (let tried = 0; items.length < limit && n < TOTAL && tried < 20_000; n++, tried++) {
			const s = summary(n);
			if (ok(s)) items.push(s);
		}
		const filtered = ['kind', 'office', 'lane', 'worst', 'format', 'carrier', 'search'].some((k) => q.get(k));
		return json({
			items,
			next: n < TOTAL && items.length === limit ? String(n) : null,
			total: filtered ? 8_214 : 100_000,
			totalIsLowerBound: !filtered,
		});
	}
	const m = /^\/records\/([^/]+)$/.exec(path);
	if (m)
		return uuidOf(m[1] ?? '') > TOTAL
			? problem('not-found', 'There is no such record.', {
					remedy: 'It may have been removed at the end of its retention.',
				})
			: json(detail(uuidOf(m[1] ?? '')));
	if (/original$/.test(path)) {
		const text = new TextEncoder().encode(
			parseInt(path.slice(-12, -9), 16) % 2 || /[13579bdf]\/original/.test(path) ? EDI : XML,
		);
		const o = Number(q.get('offset') ?? 0);
		return new Response(text.slice(o, o + Number(q.get('length') ?? 65536)));
	}
	if (path === '/quarantine')
		return page(
			quarantine.filter(
				(i) => i.state === (q.get('state') ?? 'open') && (!q.get('code') || i.code === q.get('code')),
			),
		);
	const r = /^\/quarantine\/([^/]+)\/(retry|discard)$/.exec(path);
	if (r) {
		const item = quarantine.find((i) => i.id === r[1]);
		if (!item) return problem('not-found', 'Gone.');
		if (r[2] === 'discard') {
			item.state = 'discarded';
			return json(item);
		}
		item.attempts++;
		return json({
			submission: item.submission,
			known: true,
			name: item.name,
			format: item.format,
			bytes: item.bytes,
			records: 0,
			created: 0,
			amended: 0,
			repeated: 0,
			findings: { info: 0, warning: 0, error: 0 },
			refused: [{ place: item.place, code: item.code, reason: item.reason, remedy: item.remedy }],
			refusedCount: 1,
			status: 'quarantined',
		});
	}
	if (path === '/users' && method === 'GET') return page(users);
	if (path === '/users') {
		if (users.some((u) => u.name === body['name']))
			return problem('conflict', 'There is a user of that name already.');
		users.push({
			id: uuid(600 + users.length),
			name: String(body['name']),
			displayName: String(body['displayName']),
			role: String(body['role']),
			active: true,
			createdAt: new Date().toISOString(),
			lastSeenAt: null,
		});
		return json({ id: uuid(600) });
	}
	if (/^\/users\//.test(path)) {
		const u = users.find((x) => x.id === path.slice(7));
		if (u)
			Object.assign(
				u,
				'active' in body ? { active: body['active'] } : {},
				body['role'] ? { role: body['role'] } : {},
			);
		return json({ id: path.slice(7) });
	}
	if (path === '/keys' && method === 'GET') return page(keys);
	if (path === '/keys') {
		keys.push({
			id: uuid(800 + keys.length),
			name: String(body['name']),
			role: String(body['role']),
			createdAt: new Date().toISOString(),
			lastUsedAt: null,
			expiresAt: new Date(NOW + 3e10).toISOString(),
			revoked: false,
		});
		return json({
			id: uuid(800),
			key: 'tw_3f9a1c0e7b2d4855a6c1e0f29b7d3a41',
			expiresAt: new Date(NOW + 3e10).toISOString(),
		});
	}
	if (/^\/keys\//.test(path)) {
		const k = keys.find((x) => x.id === path.slice(6));
		if (k) k.revoked = true;
		return json({ id: path.slice(6) });
	}
	return problem('not-found', 'No such operation.');
}

function openApi() {
	const schema = {
		type: 'object',
		required: ['id'],
		properties: {
			id: { type: 'string', format: 'uuid' },
			kind: { enum: [...new Set(kinds)] },
			items: {
				type: 'array',
				items: {
					type: 'object',
					properties: {
						code: { type: 'string', maxLength: 80 },
						severity: { $ref: '#/components/schemas/Severity' },
					},
				},
			},
		},
	};
	const paths: Record<string, Record<string, unknown>> = {};
	for (const o of Object.values(operations)) {
		const path = o.path.replace(/:(\w+)/g, '{$1}');
		(paths[path] ??= {})[o.method.toLowerCase()] = {
			operationId: o.id,
			summary: o.summary,
			parameters: [
				...[...path.matchAll(/\{(\w+)\}/g)].map((x) => ({
					name: x[1],
					in: 'path',
					required: true,
					schema: { type: 'string' },
				})),
				...(o.method === 'GET'
					? Object.keys(o.input.shape)
							.filter((k) => !path.includes(`{${k}}`))
							.map((name) => ({
								name,
								in: 'query',
								required: false,
								schema: { type: 'string', maxLength: 80 },
							}))
					: []),
			],
			...(o.method === 'POST' ? { requestBody: { content: { 'application/json': { schema } } } } : {}),
			responses: {
				200: { description: 'Done', content: { 'application/json': { schema } } },
				...Object.fromEntries(o.errors.map((e) => [errorTable[e].http, { description: e }])),
			},
		};
	}
	return {
		openapi: '3.1.0',
		info: { title: 'Tidewaiter', version: '0.1.0' },
		servers: [{ url: '/api' }],
		paths,
		components: { schemas: { Severity: { enum: ['info', 'warning', 'error'] } } },
	};
}

/** The parts of Vite's development server that the mock needs. */
type Incoming = AsyncIterable<Uint8Array> & {
	method?: string;
	url?: string;
	on(event: 'close', done: () => void): void;
};
type Outgoing = {
	writeHead(status: number, headers: Record<string, string>): void;
	write(text: string): void;
	end(body?: Uint8Array): void;
};

export async function mockApi(incoming: Incoming, outgoing: Outgoing): Promise<void> {
	const url = new URL(incoming.url ?? '/', 'http://mock');
	const path = url.pathname.replace(/^\/api/, '');
	if (path === '/live') {
		outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
		const timer = setInterval(
			() =>
				outgoing.write(
					`data: ${JSON.stringify({ type: 'records', at: new Date().toISOString(), kind: pick(kinds), office: pick(offices), lane: pick(['red', 'green', null]), count: int(1, 9), errors: int(0, 1) })}\n\n`,
				),
			700,
		);
		incoming.on('close', () => clearInterval(timer));
		return;
	}
	const parts: Uint8Array[] = [];
	for await (const part of incoming) parts.push(part);
	const text = new TextDecoder().decode(Uint8Array.from(parts.flatMap((p) => [...p])));
	const result = await answer(incoming.method ?? 'GET', path, url.searchParams, text ? JSON.parse(text) : {});
	outgoing.writeHead(result.status, Object.fromEntries(result.headers));
	outgoing.end(new Uint8Array(await result.arrayBuffer()));
}

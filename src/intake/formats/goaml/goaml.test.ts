/** Reports as they come: whole, odd, broken and not goAML at all. Persons in the examples are invented. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { type SuspicionReport, suspicionReport } from '../../../../contract/records/money-reports.ts';
import { DEFAULT_LIMITS, type Limits, type Reading } from '../../model.ts';
import { goaml } from './goaml.ts';

const SCHEMA = new URL('../../../../../shared/data/messages/goaml/goAMLSchema-5.0.2.xsd', import.meta.url);
const EXAMPLES = ['transfer-version-4.xml', 'parties-version-5.xml'] as const;

const example = (name: (typeof EXAMPLES)[number]): string =>
	readFileSync(new URL(`./examples/${name}`, import.meta.url), 'utf8');

function read(
	xml: string | Uint8Array,
	limits: Partial<Limits> = {},
	chunk = Number.POSITIVE_INFINITY,
): Reading[] {
	const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
	const reader = goaml.open({ limits: { ...DEFAULT_LIMITS, ...limits }, now: () => 0 });
	const readings: Reading[] = [];
	for (let at = 0; at < bytes.length; at += chunk)
		readings.push(...reader.push(bytes.subarray(at, at + chunk)));
	return [...readings, ...reader.end()];
}

function readOne(xml: string): { record: SuspicionReport; codes: string[]; sentences: string[] } {
	const [reading, ...more] = read(xml);
	expect(more).toEqual([]);
	if (reading?.outcome !== 'record' || reading.record.kind !== 'suspicion-report') {
		throw new Error(`no record: ${JSON.stringify(reading)}`);
	}
	return {
		record: reading.record,
		codes: reading.findings.map((finding) => `${finding.severity} ${finding.code}`),
		sentences: reading.findings.map((finding) => `${finding.place}: ${finding.sentence}`),
	};
}

const HEAD =
	'<rentity_id>12</rentity_id><submission_code>E</submission_code><report_code>STR</report_code>' +
	'<entity_reference>A-1</entity_reference><submission_date>2026-01-31T10:00:00</submission_date>' +
	'<currency_code_local>EUR</currency_code_local>';
const SIDES =
	'<t_from><from_funds_code>CASH</from_funds_code><from_person><first_name>Ada</first_name><last_name>Okoye</last_name></from_person>' +
	'<from_country>NG</from_country></t_from><t_to><to_funds_code>CASH</to_funds_code><to_entity><name>Depot</name></to_entity><to_country>DE</to_country></t_to>';
const TRANSACTION =
	'<transaction><transactionnumber>1</transactionnumber><transaction_location>x</transaction_location><transaction_description>x</transaction_description>' +
	`<date_transaction>2026-01-30T10:00:00</date_transaction><transmode_code>BO</transmode_code><amount_local>100.50</amount_local>${SIDES}</transaction>`;
const TAIL = '<report_indicators><indicator>X1</indicator></report_indicators>';
const report = (content: string, head = HEAD): string => `<report>${head}${content}${TAIL}</report>`;

describe('examples', () => {
	it.each(EXAMPLES)('%s is read without a defect', (name) => {
		const { record, sentences } = readOne(example(name));
		expect(sentences).toEqual([]);
		expect(suspicionReport.parse(record)).toStrictEqual(record);
	});

	it('reads a transfer of version 4', () => {
		const { record } = readOne(example('transfer-version-4.xml'));
		expect(record).toMatchObject({
			reference: '4711/HB-2026-00017',
			reporterId: '4711',
			reportCode: 'STR',
			submittedAt: '2026-02-11T09:30:00',
			localCurrency: 'AED',
			indicators: ['STRUC', 'PML01'],
			reportingPerson: {
				person: { name: { full: 'Odile Marchetti' }, sex: 'female', occupation: 'Compliance officer' },
				contacts: [
					{ kind: 'phone', value: '+971 45550101 ext. 12', use: 'BU', means: 'L' },
					{ kind: 'email', value: 'odile.marchetti@harbourbank.example' },
				],
			},
		});
		const [transaction] = record.transactions ?? [];
		expect(transaction).toMatchObject({
			number: 'TX-90001',
			at: '2026-02-10T14:05:00',
			valueOn: '2026-02-12',
			lateDeposit: false,
			mode: 'BO',
			amountLocal: '36725.5',
			goods: [
				{
					type: 'VHCLE',
					estimatedValue: { amount: '36725.5', currency: 'AED' },
					size: { value: '2', unit: 'PIECES' },
				},
			],
		});
		const [from, to] = transaction?.sides ?? [];
		expect(from).toMatchObject({
			side: 'from',
			ownClient: true,
			fundsCode: 'CASH',
			country: 'AE',
			foreignCurrency: { currency: 'USD', amount: '10000', exchangeRate: '3.67255' },
			conductor: {
				person: { bornOn: '1991-03-04', nationalities: ['NG'] },
				identifiers: [{ scheme: 'passport', value: 'B5550123', issuer: 'NG', expiresOn: '2031-01-04' }],
			},
			account: {
				swift: 'HRBKAEAD',
				number: '0011223344',
				nonBank: false,
				type: 'B',
				balance: '120',
				holderEntity: {
					name: 'Selwyn Trading FZE',
					directors: [
						{ role: 'DIR', identifiers: [{ scheme: 'passport', value: 'X1200034', issuer: 'ES' }] },
					],
				},
				signatories: [{ primary: true, role: 'PAH' }],
			},
		});
		expect(to).toMatchObject({ side: 'to', account: { institutionCode: 'NORD-7', number: 'DK-555-0099' } });
		expect(to?.ownClient).toBeUndefined();
	});

	it('reads parties and an activity of version 5', () => {
		const { record } = readOne(example('parties-version-5.xml'));
		expect(record).toMatchObject({
			reference: '815/2026/0042',
			schemaVersion: '5.0.2',
			rejectedReference: 'R-17',
			submittedAt: '2026-03-02T10:00:00+04:00',
			reportingUser: 'OFF-0815',
			facts: [{ subject: 'Reported by telephone before', flag: true }],
			activity: {
				parties: [
					{
						role: 'SUSPECT',
						significance: 3,
						account: {
							funds: [{ currency: 'DKK', balance: '-12.5' }],
							signatories: [{ role: 'JAH' }],
							type: 'C',
						},
					},
				],
			},
		});
		const [transaction] = record.transactions ?? [];
		expect(transaction).toMatchObject({
			suspicious: true,
			address: { lines: ['Market Square', '9'], latitude: 52.512345, longitude: 13.45 },
			routing: [{ mode: 'AIR', carrier: 'Peregrine Air', step: 1 }],
		});
		const [buyer, seller] = transaction?.sides ?? [];
		expect(buyer).toMatchObject({
			side: 'party',
			role: 'BUY',
			suspected: true,
			blockNumber: '812345',
			device: { ipv6: '2001:db8:0:0:0:0:0:7' },
			person: {
				person: {
					name: {
						full: 'Anton van der Meulen',
						prefix: 'van der',
						aliases: ['Tonnie', 'A. Molen', 'Антон ван дер Мёлен', 'Anton Brandsma'],
					},
					nationalities: ['NL', 'SR'],
				},
				exposed: true,
				employments: [{ name: 'Molen Logistiek', period: { from: '2015-01-01', fromApproximate: true } }],
				devices: [{ ipv4: '192.0.2.17', port: 4021, proxy: true }],
				related: [{ relation: 'SPOUSE', person: { person: { name: { full: 'Carla Meulen' } } } }],
			},
		});
		expect(seller).toMatchObject({
			ownClient: true,
			entity: {
				identifiers: [{ scheme: 'LEI', value: '529900EXAMPLE0000047', issuer: 'DE' }],
				directors: [{ role: 'UBO', sharePercent: '75.5' }],
				related: [{ relation: 'PARENT', entity: { name: 'Kranz Holding' } }],
			},
		});
	});

	it.skipIf(!existsSync(SCHEMA)).each(EXAMPLES)('%s is valid, and still when written again', (name) => {
		using schema = XmlDocument.fromBuffer(readFileSync(SCHEMA));
		using validator = XsdValidator.fromDoc(schema);
		using given = XmlDocument.fromString(example(name));
		validator.validate(given);
		const { record } = readOne(example(name));
		for (const version of ['4', '5']) {
			const xml = goaml.format?.([record], {
				sender: '',
				receiver: '',
				preparedAt: '',
				controlReference: '',
				version,
			});
			using written = XmlDocument.fromString(xml ?? '');
			validator.validate(written);
			if (version === '5') expect(readOne(xml ?? '').record.reference).toBe(record.reference);
		}
	});
});

describe('what senders do', () => {
	it('keeps the reference when a report is sent again', () => {
		const corrected = report(TRANSACTION.replace('100.50', '101'), HEAD.replace('10:00:00', '18:00:00'));
		expect(readOne(corrected).record.reference).toBe(readOne(report(TRANSACTION)).record.reference);
	});

	it('reads several reports: one after the other, or in a wrapper', () => {
		const two = `${report(TRANSACTION)}\n<?xml version="1.0"?>\n${report('<activity/>')}`;
		expect(read(two)).toMatchObject([
			{ outcome: 'record', place: { message: 1 } },
			{ outcome: 'record', place: { message: 2 } },
		]);
		expect(read(`<reports>${report(TRANSACTION)}${report(TRANSACTION)}</reports>`)).toMatchObject([
			{ outcome: 'record', place: { message: 1, words: 'message 1 (report A-1), line 1' } },
			{ outcome: 'record', place: { message: 2 } },
		]);
	});

	it('reads a wrapper with something beside the reports, and items without their element', () => {
		const flat = TRANSACTION.replace(
			'</last_name>',
			'</last_name><deceased_date>2020-01-02T00:00:00</deceased_date><addresses><address>Quay 1</address><city>Kiel</city></addresses>',
		);
		const xml = report(flat).replace('<indicator>X1</indicator>', 'X1');
		const { record, codes } = readOne(`<goAMLReport xmlns="urn:x"><header/>${xml}</goAMLReport>`);
		expect(record.indicators).toEqual(['X1']);
		expect(record.transactions?.[0]?.sides[0]?.person).toMatchObject({
			person: { diedOn: '2020-01-02' },
			addresses: [{ lines: ['Quay 1'], city: 'Kiel' }],
		});
		expect(codes).toContain('info goaml.no-item');
	});

	it('names a report without a reference by its first transaction', () => {
		const anonymous = HEAD.replace(/<entity_reference>.*?<\/entity_reference>/, '');
		expect(readOne(report(TRANSACTION, anonymous)).record.reference).toBe('12/1');
		expect(readOne(report('<activity/>', anonymous)).record.reference).toBe('12/2026-01-31T10:00:00');
	});

	it('reads namespaces, prefixes and elements out of order', () => {
		const xml = `<g:report xmlns:g="urn:example">${TRANSACTION}${HEAD}${TAIL}</g:report>`;
		const { record, codes } = readOne(xml.replaceAll(/<(\/?)(\w)/g, '<$1g:$2').replaceAll('g:g:', 'g:'));
		expect(record.transactions).toHaveLength(1);
		expect(codes).toEqual([
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
		]);
	});

	it('tells an element that is not read once, however often it comes', () => {
		const unknown = TRANSACTION.replace('</transaction>', '<fraud_score><a/></fraud_score></transaction>');
		const { record, codes, sentences } = readOne(
			report(unknown.repeat(3).replaceAll('>1<', () => `>${++count}<`)),
		);
		expect(record.transactions).toHaveLength(3);
		expect(codes).toEqual(['info goaml.not-read']);
		expect(sentences[0]).toContain('It is so in 3 places.');
	});
	let count = 0;

	it.each([
		['a date', 'date_transaction', '30.01.2026', 'error goaml.date'],
		['a day that is none', 'date_transaction', '2026-02-30T00:00:00', 'error goaml.date'],
		['an amount', 'amount_local', '1,234.50', 'error goaml.decimal'],
		['a placeholder date', 'date_transaction', '1900-01-01T00:00:00', 'info goaml.placeholder-date'],
	])('tells %s that cannot be read, and keeps the rest', (_, element, value, code) => {
		const broken = TRANSACTION.replace(new RegExp(`<${element}>[^<]*`), `<${element}>${value}`);
		const { record, codes } = readOne(report(broken));
		expect(codes).toContain(code);
		expect(record.transactions?.[0]?.sides).toHaveLength(2);
	});

	it('tells what is missing', () => {
		const { record, sentences } = readOne(
			report('<transaction/>', HEAD.replace(/<entity_reference>.*?<\/entity_reference>/, '')),
		);
		expect(record.reference).toBe('12/2026-01-31T10:00:00');
		expect(record.transactions).toEqual([{ number: '-', amountLocal: '0', sides: [] }]);
		const told = sentences.join('\n');
		for (const name of [
			'entity_reference',
			'transactionnumber',
			'date_transaction',
			'amount_local',
			'transmode_code',
		]) {
			expect(told).toContain(name);
		}
	});

	it('holds amounts against exchange rates, either way round', () => {
		const foreign = (rate: string): string =>
			`<from_foreign_currency><foreign_currency_code>USD</foreign_currency_code><foreign_amount>50</foreign_amount><foreign_exchange_rate>${rate}</foreign_exchange_rate></from_foreign_currency>`;
		const codes = (rate: string): string[] =>
			readOne(report(TRANSACTION.replace('<from_person>', `${foreign(rate)}<from_person>`))).codes;
		expect(codes('2.01')).toEqual([]);
		expect(codes('0.4975')).toEqual([]);
		expect(codes('3')).toEqual(['warning goaml.exchange-sum']);
	});

	it('tells a transaction after the report, a number twice, and nobody on a side', () => {
		const late = TRANSACTION.replace('2026-01-30', '2026-02-02');
		const nobody = TRANSACTION.replace(/<from_person>.*<\/from_person>/, '');
		const { codes } = readOne(report(late + nobody));
		expect(codes).toEqual([
			'warning goaml.date-order',
			'warning goaml.no-subject',
			'warning goaml.duplicate-transaction',
		]);
	});
});

describe('what is no report', () => {
	it.each([
		['<report><title>Yearly figures</title></report>', 'report'],
		['<report/>', 'report'],
		['<goAMLLookups xmlns="http://www.unodc.org/goaml"><item/></goAMLLookups>', 'goAMLLookups'],
		['<reports/>', 'reports'],
	])('%s is refused with what to do', (xml, name) => {
		const [refusal, ...more] = read(xml);
		expect(more).toEqual([]);
		expect(refusal).toMatchObject({ outcome: 'refused', code: 'goaml.not-a-report' });
		expect(refusal?.outcome === 'refused' && refusal.reason).toContain(name);
	});

	it('refuses document types', () => {
		expect(read(`<!DOCTYPE report [<!ENTITY a "b">]>${report(TRANSACTION)}`)).toMatchObject([
			{ outcome: 'refused', code: 'xml.doctype' },
		]);
	});

	it.each([
		[`<?xml version="1.0"?><!-- x > y --><report>${HEAD}`, 'certain'],
		[`<ns:report xmlns:ns="a"><ns:rentity_id>1`, 'certain'],
		[`<reports><report>${HEAD}`, 'certain'],
		['<report><title/></report>', 'look-alike'],
		['<lookups xmlns="http://www.unodc.org/goaml">', 'look-alike'],
		['<Declaration/>', 'no'],
		['rentity_id;report_code', 'no'],
		['<?xml', 'no'],
		['', 'no'],
	] as const)('recognises %s as %s', (head, recognition) => {
		expect(goaml.recognise(head)).toBe(recognition);
	});
});

describe('hostile input', () => {
	const bytes = new TextEncoder().encode(
		example('parties-version-5.xml') + example('transfer-version-4.xml'),
	);

	it('never throws on a truncated report, and never gives half of one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
				const readings = read(bytes.subarray(0, length));
				expect(readings.length).toBeGreaterThan(0);
				for (const reading of readings) {
					if (reading.outcome === 'record')
						expect(reading.record).toMatchObject({ kind: 'suspicion-report' });
				}
			}),
			{ numRuns: 60, seed: 7 },
		);
	});

	it('gives the same whatever the chunks', () => {
		const whole = read(bytes);
		expect(whole).toMatchObject([{ outcome: 'record' }, { outcome: 'record' }]);
		for (const chunk of [1_024, 97]) expect(read(bytes, {}, chunk)).toEqual(whole);
	});

	it('never throws on bytes changed at random', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
				const changed = bytes.slice();
				for (const [at, byte] of changes) changed[at] = byte;
				for (const reading of read(changed)) {
					if (reading.outcome === 'record')
						expect(suspicionReport.safeParse(reading.record).error).toBeUndefined();
				}
			}),
			{ numRuns: 60, seed: 8 },
		);
	});

	it('cuts a huge text, and refuses one beyond the limits', () => {
		const { record, codes } = readOne(
			report(TRANSACTION).replace('<transaction>', `<reason>${'x'.repeat(9_000)}</reason><transaction>`),
		);
		expect(record.reason).toHaveLength(4_000);
		expect(codes).toEqual(['info goaml.too-long']);
		const huge = report(`<reason>${'x'.repeat(5_000)}</reason>`);
		expect(read(huge, { maxTokenChars: 1_000 })).toMatchObject([{ outcome: 'refused', code: 'limit.token' }]);
	});

	it('bounds the whole report although it is read in pieces', () => {
		expect(read(report(TRANSACTION.repeat(50)), { maxMessageBytes: 5_000 })).toMatchObject([
			{ outcome: 'refused', code: 'limit.message-bytes' },
		]);
		const many = `<reports>${report(TRANSACTION).repeat(5)}</reports>`;
		expect(read(many, { maxRecords: 2 })).toMatchObject([
			{ outcome: 'record' },
			{ outcome: 'record' },
			{ outcome: 'refused', code: 'limit.records' },
		]);
	});
});

/** The example reports, read whole, and held against the schema when written again. */
import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { suspicionReport } from '../../../../contract/records/money-reports.ts';
import { EXAMPLES, example, readOne } from './fixtures/reading.ts';
import { goaml } from './goaml.ts';

const SCHEMA = new URL('../../../../../shared/data/messages/goaml/goAMLSchema-5.0.2.xsd', import.meta.url);

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

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../../../contract/records/record.ts';
import { DEFAULT_LIMITS, type Reading } from '../../model.ts';
import { builtInMappings } from './built-in-mappings.ts';
import { createCsvFormat } from './csv.ts';
import { parseMapping } from './mapping-check.ts';

const csv = createCsvFormat(builtInMappings);

function read(input: string | Uint8Array, mapping?: unknown): Reading[] {
	const reader = csv.open({ limits: DEFAULT_LIMITS, now: () => 0, mapping });
	return [...reader.push(typeof input === 'string' ? Buffer.from(input) : input), ...reader.end()];
}

const recordsOf = (readings: Reading[]): BorderRecord[] =>
	readings.flatMap((reading) => (reading.outcome === 'record' ? [reading.record] : []));

describe('mappings that come with the project', () => {
	it('reads cash declarations with several instruments', () => {
		const text =
			'Declaration Number;Declared At;Direction;Carrier Family Name;Carrier Given Name;Carrier Nationality;Document Number;Instrument;Amount;Currency\n' +
			'C1;05/03/2026 14:30;in;Okafor;Ada;NG;A1234567;cash;12 500.00;usd\nC1;05/03/2026 14:30;in;Okafor;Ada;NG;A1234567;Gold;3000;EUR\n';
		expect(recordsOf(read(text))).toMatchObject([
			{
				kind: 'cash-declaration',
				direction: 'entering',
				basis: 'declared',
				declaredAt: '2026-03-05T14:30',
				carrier: {
					person: { name: { full: 'Ada Okafor' }, nationalities: ['NG'] },
					identifiers: [{ scheme: 'passport', value: 'A1234567' }],
				},
				instruments: [
					{ type: 'currency', value: { amount: '12500', currency: 'USD' } },
					{ type: 'gold', value: { amount: '3000', currency: 'EUR' } },
				],
			},
		]);
	});

	it('reads outcomes and declarations by the line', () => {
		expect(
			recordsOf(
				read(
					'Inspection Number,Subject Kind,Subject Reference,Inspected At,Inspection,Result,Finding\nI1,Declaration,D1,2026-03-01T09:15:00Z,Physical,Irregularity,undervaluation\n',
				),
			),
		).toEqual([
			{
				kind: 'outcome',
				reference: 'I1',
				subject: { kind: 'declaration', reference: 'D1' },
				inspectedAt: '2026-03-01T09:15:00Z',
				inspection: 'physical',
				result: 'irregularity',
				findings: [{ type: 'undervaluation' }],
			},
		]);
		expect(
			recordsOf(
				read(
					'Declaration Number,Declaration Date,Direction,Office,Trader Name,Trader ID,Item Number,Commodity Code,Gross Mass kg,Invoice Value,Currency\nD1,01/02/2026,IM,lhr,ACME Ltd,GB1,1,8471.30 00,10,100.50,gbp\nD1,01/02/2026,IM,lhr,ACME Ltd,GB1,2,010121,20,50,GBP\n',
				),
			),
		).toMatchObject([
			{
				reference: 'D1',
				direction: 'import',
				declaredOn: '2026-02-01',
				office: 'LHR',
				parties: [{ role: 'importer', name: 'ACME Ltd' }],
				items: [
					{ number: 1, commodityCode: '84713000' },
					{ number: 2, price: { amount: '50', currency: 'GBP' } },
				],
			},
		]);
	});

	it('accepts the example of the documentation', () => {
		const page = readFileSync(new URL('../../../../docs/formats/json-csv.md', import.meta.url), 'utf8');
		const example = page
			.split('```json\n')
			.find((block) => block.includes('"signature"'))
			?.split('```')[0];
		const mapping: unknown = JSON.parse(example ?? '');
		expect(parseMapping(mapping)).toHaveProperty('mapping');
		const text =
			'Entry No;Entry Date;Mode;Importer;HS;Weight (g);Value;Tax office\nE1;05.03.2026;S;ACME;8471.30;1.500;10,5;12\n';
		expect(recordsOf(read(text, mapping))).toMatchObject([
			{
				reference: 'E1',
				items: [{ hsCode: '847130', netMassKg: '1.5', price: { amount: '10.5', currency: 'EUR' } }],
				further: { 'Tax office': '12' },
			},
		]);
	});

	const train = new URL('../../../../../shared/data/targeting/train.csv', import.meta.url);
	it.skipIf(!existsSync(train))(
		'reads real import declarations with their outcomes (skipped without shared data)',
		() => {
			const whole = readFileSync(train);
			const bytes = whole.subarray(0, whole.lastIndexOf(10, 400_000) + 1);
			const readings = read(bytes);
			const rows = bytes.toString().trim().split('\n').length - 1;
			expect(readings.filter((reading) => reading.outcome === 'refused')).toEqual([]);
			const records = recordsOf(readings);
			expect(records.filter((record) => record.kind === 'declaration')).toHaveLength(rows);
			expect(records.filter((record) => record.kind === 'outcome')).toHaveLength(rows);
			expect(readings.every((reading) => reading.outcome === 'record' && reading.findings.length === 0)).toBe(
				true,
			);
			expect(records[0]).toMatchObject({
				parties: [{ role: 'declarant' }, { role: 'importer' }, { role: 'seller' }],
				items: [{ hsCode: expect.stringMatching(/^\d{6}$/), price: { currency: 'KRW' } }],
			});
		},
	);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CargoReport } from '../../../../contract/records/cargo-report.ts';
import { borderRecord } from '../../../../contract/records/record.ts';
import type { Reading } from '../../model.ts';
import { codesOf, contextOf, readAll, recordsOf } from '../edifact/fixtures/reading.ts';
import { cargoReport } from './arbitraries.ts';
import { cuscar } from './cuscar.ts';

const read = (text: string, chunkBytes?: number): Reading[] =>
	readAll(cuscar.open(contextOf()), text, chunkBytes);

const interchange = (body: string): string =>
	`UNA:+.? 'UNB+UNOA:3+LINE+CUSTOMS+240218:1545+77'UNH+1+CUSCAR:D:96A:UN'${body}UNT+${body.split("'").length + 1}+1'UNZ+1+77'`;

function reportOf(body: string): CargoReport {
	const [reading] = recordsOf(read(interchange(body)));
	if (reading?.record.kind !== 'cargo-report') throw new Error('no cargo report');
	return reading.record;
}

const HEAD =
	"BGM+85+MAN123+9'DTM+137:202402181500:203'RFF+AAM:X1'LOC+22+GB000060'NAD+CA+MAEU:172:20++MAERSK LINE'CTA+IC+:JANE'COM+441234:TE'TDT+20+402W+1++MAEU+++9074729:146:11:EMMA:DK'LOC+9+CNSHA'LOC+60+GBFXT'DTM+132:202402201200:203'";
const BOXES =
	"EQD+CN+MSKU1234565+22G1++2+5'MEA+AAE+G+KGM:12000'MEA+AAE+T+TNE:2.2'SEL+SEAL1+CA'SEL+SEAL2'EQD+CN+TCLU7654321+45R1+++4'";
const BILL =
	"CNI+1'RFF+BM:MAEU900'RFF+MB:MAEU1'RFF+ABT:9XY'CNT+7:5000:KGM'CNT+11:120'LOC+9+CNSHA:::SHANGHAI'LOC+11+GBFXT'LOC+7+GBLEI'NAD+CZ+++ACME LTD+1 ROAD+SHANGHAI++200000+CN'NAD+CN+GB123:148++IMPORTER PLC'NAD+N1++SOMEBODY:LINE 2'GID+1+100:CT+4:PX'FTX+AAA+++COTTON SHIRTS:KNITTED'FTX+AAA+++FOR MEN'MEA+WT+G+KGM:4500'MEA+VOL++MTQ:12,5'SGP+MSKU1234565+100'DGS+IMD+3+1263'PCI+28+ACME:LONDON'CST+1+61051000'LOC+27+CN'GID+2'PAC+20++CT'PIA+5+610990:HS'MEA+AAE+G+LBR:100'";

describe('a cargo report', () => {
	it('gives its transport, equipment, consignments and items', () => {
		const [reading] = recordsOf(read(interchange(`${HEAD}${BOXES}${BILL}CNT+16:2'CNT+10:1'`)));
		expect(reading?.findings).toEqual([]);
		expect(borderRecord.safeParse(reading?.record).error).toBeUndefined();
		expect(reading?.record).toEqual({
			kind: 'cargo-report',
			reference: 'MAN123',
			function: 'original',
			documentType: '85',
			preparedAt: '2024-02-18T15:00',
			sender: 'LINE',
			receiver: 'CUSTOMS',
			office: 'GB000060',
			parties: [
				{
					role: 'carrier',
					name: 'MAERSK LINE',
					identifiers: [{ scheme: 'local', value: 'MAEU' }],
					contacts: [{ kind: 'phone', value: '441234' }],
				},
			],
			transport: {
				mode: 'sea',
				identity: '9074729',
				identityType: '146',
				imo: '9074729',
				name: 'EMMA',
				nationality: 'DK',
				journey: '402W',
				carrier: 'MAEU',
			},
			legs: [
				{
					carrier: 'MAEU',
					number: '402W',
					from: { unlocode: 'CNSHA' },
					to: { unlocode: 'GBFXT' },
					arrivesAt: '2024-02-20T12:00',
				},
			],
			arrivesAt: '2024-02-20T12:00',
			equipment: [
				{
					number: 'MSKU1234565',
					kind: 'CN',
					sizeType: '22G1',
					load: 'full',
					grossMassKg: '12000',
					tareMassKg: '2200',
					seals: [{ number: 'SEAL1', issuer: 'CA' }, { number: 'SEAL2' }],
				},
				{ number: 'TCLU7654321', kind: 'CN', sizeType: '45R1', load: 'empty' },
			],
			consignments: [
				{
					number: 1,
					transportDocument: 'MAEU900',
					transportDocumentType: '705',
					masterDocument: 'MAEU1',
					references: [{ type: 'ABT', number: '9XY' }],
					grossMassKg: '5000',
					packageCount: 120,
					loadingPlace: { unlocode: 'CNSHA', name: 'SHANGHAI' },
					dischargePlace: { unlocode: 'GBFXT' },
					deliveryPlace: { unlocode: 'GBLEI' },
					parties: [
						{
							role: 'consignor',
							name: 'ACME LTD',
							address: { lines: ['1 ROAD'], city: 'SHANGHAI', postcode: '200000', country: 'CN' },
						},
						{ role: 'consignee', name: 'IMPORTER PLC', identifiers: [{ scheme: 'local', value: 'GB123' }] },
						{ role: 'notify', roleCode: 'N1', name: 'SOMEBODY', address: { lines: ['LINE 2'] } },
					],
					items: [
						{
							number: 1,
							packages: [
								{ count: 100, kind: 'CT' },
								{ count: 4, kind: 'PX' },
							],
							description: 'COTTON SHIRTS KNITTED FOR MEN',
							grossMassKg: '4500',
							volumeM3: '12.5',
							containers: [{ number: 'MSKU1234565', packages: 100 }],
							dangerousGoods: [{ unNumber: '1263', class: '3' }],
							marks: 'ACME LONDON',
							hsCode: '610510',
							commodityCode: '61051000',
							originCountry: 'CN',
						},
						{ number: 2, packages: [{ count: 20, kind: 'CT' }], hsCode: '610990', grossMassKg: '45.359237' },
					],
				},
			],
			controls: { '16': '2', '10': '1' },
		});
	});

	it.each([
		['9', 'original'],
		['1', 'cancellation'],
		['4', 'amendment'],
		['5', 'replacement'],
		['', 'original'],
	])('function %s is %s', (code, function_) => {
		expect(reportOf(`BGM+785+M1+${code}'`).function).toBe(function_);
	});

	it('tells house, ordinary and master documents apart', () => {
		const documents = (references: string, head = 'CNI+1'): (string | undefined)[] => {
			const [each] = reportOf(`BGM+85+M1+9'${head}'${references}GID+1'`).consignments;
			return [each?.transportDocument, each?.transportDocumentType, each?.masterDocument];
		};
		expect(documents("RFF+MWB:176-1'RFF+HWB:H1'")).toEqual(['H1', '703', '176-1']);
		expect(documents("RFF+AWB:176-1'RFF+HWB:H1'")).toEqual(['H1', '703', '176-1']);
		expect(documents("RFF+MB:M1'")).toEqual(['M1', '704', undefined]);
		expect(documents("RFF+730:CMR1'")).toEqual(['CMR1', '730', undefined]);
		expect(documents('', 'CNI+1+BL77')).toEqual(['BL77', undefined, undefined]);
		expect(documents("RFF+MB:M1'", 'CNI+1+BL77')).toEqual(['BL77', undefined, 'M1']);
		expect(documents("RFF+BM:BL1'", 'CNI+1+BL1')).toEqual(['BL1', '705', undefined]);
		expect(documents("RFF+BM:BL1'", 'CNI+1+MASTER')).toEqual(['BL1', '705', 'MASTER']);
	});

	it('begins a consignment with every further bill of one CNI', () => {
		const report = reportOf("BGM+85+M1+9'CNI+1'RFF+BM:A'GID+1+1:CT'RFF+BM:B'NAD+CN+++X'GID+1+2:CT'");
		expect(
			report.consignments.map(({ transportDocument, items }) => [
				transportDocument,
				items[0]?.packages?.[0]?.count,
			]),
		).toEqual([
			['A', 1],
			['B', 2],
		]);
	});

	it('gives totals to the consignment before them where another follows', () => {
		const report = reportOf("BGM+85+M1+9'CNI+1'RFF+BM:A'GID+1'CNT+11:5'CNI+2'RFF+BM:B'GID+1'CNT+11:8'");
		expect(report.consignments.map(({ packageCount }) => packageCount)).toEqual([5, undefined]);
		expect(report.controls).toEqual({ '11': '8' });
	});
});

describe('what senders leave out', () => {
	it('says what is missing', () => {
		expect(codesOf(read(interchange("BGM+85'")))).toEqual([
			'cuscar.missing',
			'cuscar.missing',
			'cuscar.missing',
		]);
		expect(codesOf(read(interchange(`${HEAD}CNI+1'`)))).toEqual(['cuscar.incomplete-consignment']);
		expect(codesOf(read(interchange("GIS+23'")))).toEqual(['cuscar.empty']);
		expect(codesOf(read(interchange(`${HEAD}GIS+23'${BILL}DTM+132:20249999:102'`)))).toEqual([
			'cuscar.date',
			'cuscar.segment-not-read',
		]);
	});

	it('reads goods that stand outside a consignment', () => {
		expect(reportOf("BGM+85+M1+9'GID+1+3:CT'").consignments[0]?.items).toHaveLength(1);
	});
});

describe('writing', () => {
	const options = {
		sender: 'NODE',
		receiver: 'CUSTOMS+1',
		preparedAt: '2026-03-04T05:06:00Z',
		controlReference: '42',
	};

	it('reads back what it writes', () => {
		fc.assert(
			fc.property(
				fc.array(cargoReport({ sender: options.sender, receiver: options.receiver }), {
					minLength: 1,
					maxLength: 2,
				}),
				(reports) => {
					const readings = recordsOf(read(cuscar.format?.(reports, options) ?? '', 70));
					expect(readings.map(({ record }) => record)).toEqual(reports);
					expect(
						readings.flatMap(({ findings }) => findings.filter(({ code }) => code.startsWith('edifact.'))),
					).toEqual([]);
					for (const { record } of readings) expect(borderRecord.safeParse(record).error).toBeUndefined();
				},
			),
			{ seed: 5, numRuns: 100 },
		);
	});
});

describe('hostile input', () => {
	it('gives valid records or refusals for every cut and for scrambled segments', () => {
		const text = interchange(`${HEAD}${BOXES}${BILL}CNT+16:2'`);
		for (let length = 60; length <= text.length; length += 7) {
			for (const { record } of recordsOf(read(text.slice(0, length)))) {
				expect(borderRecord.safeParse(record).error, String(length)).toBeUndefined();
			}
		}
		const segments = `${HEAD}${BOXES}${BILL}CNT+16:2'`.split("'").filter((segment) => segment !== '');
		const part = fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom(...segments) },
			{
				weight: 1,
				arbitrary: fc
					.tuple(
						fc.constantFrom(
							'CNI',
							'GID',
							'RFF+BM',
							'EQD+CN',
							'SGP',
							'CNT',
							'CST+1',
							'TDT+20',
							'MEA+WT+G',
							'DGS',
							'NAD',
						),
						fc.stringMatching(/^[+:A-Z0-9 .-]{0,30}$/),
					)
					.map((pair) => pair.join('+')),
			},
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
				for (const { record } of recordsOf(read(interchange(`${parts.join("'")}'`)))) {
					expect(borderRecord.safeParse(record).error).toBeUndefined();
				}
			}),
			{ seed: 9, numRuns: 300 },
		);
	});
});

describe('mixed interchanges', () => {
	it('gives each message to its own format', () => {
		const text =
			"UNB+UNOA:4+A+B+240218:1545+1'UNH+1+CUSCAR:D:96A:UN'BGM+85+M1+9'UNT+3+1'UNH+2+PAXLST:D:02B:UN:IATA'BGM+745'UNT+3+2'UNH+3+ORDERS:D:96A:UN'BGM+220'UNT+3+3'UNZ+3+1'";
		expect(read(text).map(({ format, outcome }) => [format, outcome])).toEqual([
			['cuscar', 'record'],
			['paxlst', 'record'],
			['unknown', 'refused'],
		]);
	});
});

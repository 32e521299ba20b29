import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingInput } from '../../../../contract/mapping.ts';
import { type BorderRecord, recordKinds } from '../../../../contract/records/record.ts';
import { DEFAULT_LIMITS, type Limits, type Reading } from '../../model.ts';
import { borderRecords, recordsOfKind } from '../json/arbitraries.ts';
import { builtInMappings } from './built-in-mappings.ts';
import { createCsvFormat } from './csv.ts';
import { parseMapping } from './mapping-check.ts';
import { parsePath } from './record-path.ts';
import { plainCell, safeCell } from './row-splitter.ts';

const csv = createCsvFormat(builtInMappings);
const OPTIONS = { sender: 'A', receiver: 'B', preparedAt: '2026-01-01T00:00:00Z', controlReference: '1' };

function read(
	input: string | Uint8Array,
	more: { mapping?: unknown; limits?: Partial<Limits>; step?: number } = {},
): Reading[] {
	const bytes = typeof input === 'string' ? Buffer.from(input) : input;
	const reader = csv.open({
		limits: { ...DEFAULT_LIMITS, ...more.limits },
		now: () => 0,
		mapping: more.mapping,
	});
	const readings: Reading[] = [];
	const step = more.step ?? Math.max(bytes.length, 1);
	for (let at = 0; at < bytes.length; at += step)
		readings.push(...reader.push(bytes.subarray(at, at + step)));
	return [...readings, ...reader.end()];
}

const recordsOf = (readings: Reading[]): BorderRecord[] =>
	readings.flatMap((reading) => (reading.outcome === 'record' ? [reading.record] : []));
const refusedOf = (readings: Reading[]): [string, string][] =>
	readings.flatMap((reading): [string, string][] =>
		reading.outcome === 'refused' ? [[reading.code, reading.place.words]] : [],
	);

const simple: MappingInput = {
	id: 'simple',
	title: 'Simple',
	signature: ['Ref', 'Mass'],
	targets: [
		{
			kind: 'declaration',
			fields: {
				reference: 'Ref',
				function: { constant: 'original' },
				direction: { constant: 'import' },
				declaredOn: 'Date',
				'items[].number': { sequence: true },
				'items[].netMassKg': 'Mass',
				'items[].description': 'Goods',
			},
			groupBy: ['Ref'],
		},
	],
};
const declared = (reference: string, ...items: object[]) => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	parties: [],
	items: items.map((item, index) => ({ number: index + 1, ...item })),
});

describe('our own export', () => {
	it.each(recordKinds)('parse ∘ format is the identity for %s', (kind) => {
		fc.assert(
			fc.property(
				fc.array(recordsOfKind(kind), { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 1, max: 999 }),
				(records, step) => {
					const text = csv.format?.(records, OPTIONS) ?? '';
					expect(csv.recognise(text.slice(0, 65_536))).toBe('certain');
					expect(recordsOf(read(text, { step }))).toEqual(records);
				},
			),
			{ numRuns: 15, seed: 3 },
		);
	});

	it('holds records of several kinds together', () => {
		fc.assert(
			fc.property(fc.array(borderRecords, { minLength: 2, maxLength: 5 }), (records) => {
				expect(recordsOf(read(csv.format?.(records, OPTIONS) ?? ''))).toEqual(records);
			}),
			{ numRuns: 15, seed: 4 },
		);
	});

	it('lets no cell begin as a formula, and gives every cell back', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '"', ',') }),
				(text) => {
					const cell = safeCell(text, ',');
					expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
					const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
					expect(plainCell(bare)).toBe(text);
				},
			),
			{ numRuns: 300, seed: 5 },
		);
	});

	it('refuses headers that would build what no record has', () => {
		for (const column of [
			'__proto__.x',
			'further["__proto__"]',
			'items[999999999].number',
			'items[0].colour',
			'constructor',
		]) {
			expect(csv.recognise(`kind,${column}\ndeclaration,1\n`), column).not.toBe('certain');
		}
		expect(parsePath('a..b')).toBeUndefined();
		expect(
			recordsOf(
				read(
					'kind,reference,function,direction,parties,items[99999].number,items[99999].description\ndeclaration,R,original,import,[],1,x\n',
				),
			),
		).toEqual([declared('R', { description: 'x' })]);
	});
});

describe('CSV with a mapping', () => {
	it('makes one record of consecutive rows, in any delimiter, encoding and line break', () => {
		const rows = [
			['Ref', 'Mass', 'Goods'],
			['R1', '1.5', 'Käse'],
			['R1', '2', 'a "b" c'],
			['R2', '', 'Zürich'],
		];
		const expected = [
			declared('R1', { netMassKg: '1.5', description: 'Käse' }, { netMassKg: '2', description: 'a "b" c' }),
			declared('R2', { description: 'Zürich' }),
		];
		for (const delimiter of [',', ';', '\t', '|']) {
			for (const newline of ['\n', '\r\n', '\r']) {
				const text = rows.map((row) => row.join(delimiter)).join(newline);
				const encoded = {
					utf8: Buffer.from(text),
					marked: Buffer.from(`\ufeff${text}`),
					latin1: Buffer.from(text, 'latin1'),
					utf16le: Buffer.from(`\ufeff${text}`, 'utf16le'),
					utf16be: Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
					bare16: Buffer.from(text, 'utf16le'),
				};
				for (const [name, bytes] of Object.entries(encoded)) {
					expect(recordsOf(read(bytes, { mapping: simple, step: 7 })), `${name} ${delimiter}`).toEqual(
						expected,
					);
				}
			}
		}
	});

	it('refuses a row with its line and reads the rest', () => {
		const text =
			'Ref,Mass,Goods\nA,1,x\nB,2\nC,3,y,z\nD,4,"open\nE,5,w\n"F",6,"a""b\nc"\nG,7,"x"y\n,8,z\n\n,,\nH,9,ok,\n';
		const readings = read(text, { mapping: simple, step: 11 });
		expect(refusedOf(readings)).toEqual([
			['csv.columns', 'row 2 (line 3)'],
			['csv.columns', 'row 3 (line 4)'],
			['csv.quote', 'row 4 (line 5)'],
			['csv.quote', 'row 7 (line 9)'],
			['record.invalid', 'row 8 (line 10)'],
		]);
		expect(recordsOf(readings).map((record) => record.reference)).toEqual(['A', 'E', 'F', 'H']);
		expect(recordsOf(readings)[2]).toMatchObject({ items: [{ description: 'a"b\nc' }] });
		const offsets = readings.map((reading) => text.slice(reading.place.offset, reading.place.offset + 1));
		expect(offsets.sort().join('')).toBe(',"ABCDEGH'.split('').sort().join(''));
	});

	it('bounds rows, also inside a quote that is never closed', () => {
		const long = `Ref,Mass,Goods\nA,1,"${'x'.repeat(500)}\nB,2,y\n${'z'.repeat(300)}\nC,3,z\n`;
		for (const step of [10, 10_000]) {
			const readings = read(long, { mapping: simple, limits: { maxTokenChars: 200 }, step });
			expect(refusedOf(readings).map(([code]) => code)).toEqual(['limit.row', 'limit.row']);
			expect(recordsOf(readings).map((record) => record.reference)).toEqual(['B', 'C']);
		}
	});

	it('leaves out what is no value, with a finding', () => {
		const [reading] = read('Ref,Mass,Date\nA,heavy,31.12.2025\n', {
			mapping: { ...simple, dateFormat: ['DD.MM.YYYY', 'YYYY-MM-DD'] },
		});
		expect(reading?.outcome === 'record' && reading.record).toEqual({
			...declared('A', {}),
			declaredOn: '2025-12-31',
			items: [],
		});
		expect(
			reading?.outcome === 'record' && reading.findings.map((finding) => [finding.code, finding.place]),
		).toEqual([['csv.value', 'items[0].netMassKg']]);
	});

	it('converts units, decimal marks, lists, tables, padding and dates', () => {
		const mapping: MappingInput = {
			id: 'all',
			title: 'All',
			signature: ['R'],
			decimalMark: ',',
			dateFormat: ['DD MMM YYYY HH:mm', 'excel', 'YYYYMMDD'],
			tables: { modes: { B: 'sea' } },
			targets: [
				{
					kind: 'declaration',
					fields: {
						reference: 'R',
						function: { column: 'F', default: 'original', case: 'lower' },
						direction: { column: 'D', lookup: { i: 'import' }, otherwise: 'unknown', case: 'lower' },
						declaredAt: 'T',
						declaredOn: 'Day',
						'borderTransport.mode': { column: 'M', lookup: 'modes' },
						containers: { column: 'C', split: '/', remove: [' '] },
						containerised: 'Box',
						grossMassKg: { column: 'G', unit: 'g', remove: ['.'] },
						'invoiceTotal.amount': { column: 'P', unit: 'cent' },
						'items[].number': { sequence: true },
						'items[].hsCode': { column: 'HS', padTo: 6 },
						'items[].description': { columns: ['A', 'B'], separator: ' / ' },
					},
					carry: ['Extra, one'],
				},
			],
		};
		const text =
			'R;F;D;T;Day;M;C;Box;G;P;HS;A;B;"Extra, one"\nr;;I;05 mar 2026 14:30;46086;B;MSCU 1/TGHU2/;Y;1.234.500,5;1999;10121;a;b;e\n';
		expect(recordsOf(read(text, { mapping }))).toEqual([
			{
				kind: 'declaration',
				reference: 'r',
				function: 'original',
				direction: 'import',
				declaredOn: '2026-03-05',
				declaredAt: '2026-03-05T14:30',
				borderTransport: { mode: 'sea' },
				containers: ['MSCU1', 'TGHU2'],
				containerised: true,
				grossMassKg: '1234.5005',
				invoiceTotal: { amount: '19.99' },
				parties: [],
				items: [{ number: 1, hsCode: '010121', description: 'a / b' }],
				further: { 'Extra, one': 'e' },
			},
		]);
	});

	it('says why no mapping fits, and what is wrong with one', () => {
		expect(csv.recognise('name,colour\nx,red\n')).toBe('look-alike');
		const told = (readings: Reading[]): unknown =>
			readings.map((reading) => reading.outcome === 'refused' && reading.reason);
		expect(told(read('name,colour\nx,red\n'))).toEqual([
			'submission: no mapping knows these columns: "name", "colour".',
		]);
		expect(told(read('name,colour\nx,red\n', { mapping: 'outcomes' }))).toEqual([
			expect.stringContaining('lacks "Inspection Number"'),
		]);
		expect(told(read('a,b\n', { mapping: 'nothing' }))).toEqual([
			'submission: there is no mapping "nothing".',
		]);
		expect(parseMapping({ ...simple, targets: [{ kind: 'declaration', fields: { colour: 'X' } }] })).toEqual({
			problem: 'targets[0]: "colour" is no place for a value in a declaration',
		});
		expect(told(read('Ref,Mass\n', { mapping: simple }))).toEqual([
			'submission: there is a header and no row under it.',
		]);
	});

	it('tells rows of a record that stand apart', () => {
		const readings = read('Ref,Mass\nA,1\nB,2\nA,3\n', { mapping: simple });
		expect(
			readings.map(
				(reading) => reading.outcome === 'record' && reading.findings.map((finding) => finding.code),
			),
		).toEqual([[], [], ['csv.group-split']]);
	});

	it('never throws, and chunks do not matter', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('Ref', 'Mass', ',', '\n', '\r\n', '"', '""', ';', 'x', '1.5', "'="), {
					maxLength: 40,
				}),
				fc.integer({ min: 1, max: 9 }),
				(tokens, step) => {
					const text = `Ref,Mass\n${tokens.join('')}`;
					expect(read(text, { mapping: simple, step })).toEqual(read(text, { mapping: simple }));
				},
			),
			{ numRuns: 300, seed: 6 },
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void read(bytes)),
			{ numRuns: 100, seed: 6 },
		);
	});
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './targeting.ts';
import { readLines } from './targeting-lines.ts';

const HEADER = 'Fraud,Date,Importer ID,HS10 Code,Country of Origin,Net Mass,Item Price,Raised Revenue';

describe('tables of declarations', () => {
	it('are read by the names in their header, in order of time', () => {
		const later = `${HEADER}\n1,2020-02-02,A1,6403991000,VN,2.5,100,12.5\n`;
		const earlier = `${HEADER}\r\n0,2020-02-01,,640399,,,oops,\r\n`;
		const [first, second] = readLines([later, earlier]);
		expect(first?.offence).toBe(false);
		expect(first?.line).toMatchObject({ importer: undefined, netMassKg: undefined, itemPrice: undefined });
		expect(second).toMatchObject({ offence: true, revenue: 12.5 });
		expect(second?.line).toMatchObject({
			hsCode: '6403991000',
			origin: 'VN',
			netMassKg: 2.5,
			office: undefined,
		});
		expect((second?.line.day ?? 0) - (first?.line.day ?? 0)).toBe(1);
	});

	it('without what was found are refused', () => {
		expect(() => readLines(['Date,Importer ID\n2020-01-01,A\n'])).toThrow('no Date or Fraud');
	});
});

describe('bench targeting', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'targeting-'));
	});
	afterAll(async () => rm(folder, { recursive: true, force: true }));

	it('ranks later lines by what was found in earlier ones, and leaves out what is not earlier', async () => {
		const rows = Array.from({ length: 900 }, (_, at) => {
			const month = 1 + Math.floor(at / 300);
			const bad = at % 7 === 0;
			const price = bad ? 100 + at : 1_000 + at;
			const day = String(1 + (at % 28)).padStart(2, '0');
			return `${bad ? 1 : 0},2020-0${month}-${day},I${at % 40},640399,VN,10,${price},${bad ? 50 : 0}`;
		});
		const [train, test] = [join(folder, 'train.csv'), join(folder, 'test.csv')];
		await writeFile(train, [HEADER, ...rows.slice(0, 700)].join('\n'));
		await writeFile(test, [HEADER, ...rows.slice(600)].join('\n'));
		const lines: string[] = [];
		const result = await run({ train: [train], test, leaves: 7, threads: 1 }, (line) => lines.push(line));
		expect(lines[0]).toContain('100 rows are left out');
		expect(result.rows).toBe(600);
		expect(result.precisionAt['10']).toBe(1);
		expect(result.revenueRecallAt?.['10']).toBeCloseTo(30 / 43, 3);
	});
});

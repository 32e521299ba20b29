import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './learning.ts';
import { drawOf } from './learning-cases.ts';
import { plotLines } from './text-plot.ts';

const HEADER = 'Fraud,Date,Importer ID,HS6 Code,Country of Origin,Net Mass,Item Price';

describe('bench learning', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'learning-'));
	});
	afterAll(async () => rm(folder, { recursive: true, force: true }));

	it('inspects the same number by every policy, and the model finds more than chance', async () => {
		const rows = Array.from({ length: 2_800 }, (_, at) => {
			const bad = drawOf(1, 1, at) < 0.15;
			const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(at / 40))).toISOString().slice(0, 10);
			return `${bad ? 1 : 0},${day},I${at % 40},640${at % 9}99,VN,10,${bad ? 100 + (at % 50) : 1_000 + (at % 50)}`;
		});
		const train = join(folder, 'train.csv');
		await writeFile(train, [HEADER, ...rows].join('\n'));
		const told: string[] = [];
		const options = { train, days: 0, budget: 0.2, seed: 4 };
		const result = await run(options, (line) => told.push(line));
		const { model, modelAndRandom, random } = result.table!.policies;
		expect(result.border).toBeUndefined();
		expect(new Set([model, modelAndRandom, random].map(({ totals }) => totals.inspected)).size).toBe(1);
		expect(model.totals.precision).toBeGreaterThan(1.5 * random.totals.precision);
		expect(random.rate.low).toBeLessThanOrEqual(random.rate.truth);
		expect(random.rate.high).toBeGreaterThanOrEqual(random.rate.truth);
		expect(model.weekly.length).toBe(10);
		expect(told.some((line) => line.includes('█'))).toBe(true);
		expect(await run(options, () => undefined)).toEqual(result);
	});

	it('replays the simulated border', async () => {
		const { border } = await run({ days: 14, scale: 0.1 }, () => undefined);
		expect(border?.weeks).toBe(2);
		expect(border?.declarations).toBeGreaterThan(100);
		expect(border?.policies.random.weekly.length).toBe(2);
	});
});

describe('lines over time', () => {
	it('rise and fall, with gaps where nothing is known', () => {
		expect(plotLines([{ name: 'a', values: [0, 1, Number.NaN, 0.5] }])).toEqual(['a  ▁█ ▅  0.500']);
	});
});

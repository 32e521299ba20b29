import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measure, run } from './linkage.ts';
import { simulateRecords } from './linkage-records.ts';

const folder = fileURLToPath(new URL('../../shared/data/linkage/', import.meta.url));

describe('bench linkage', () => {
	it('counts pairs inside clusters', () => {
		const result = measure(['a', 'a', 'a', 'b'], Int32Array.from([0, 0, 1, 1]));
		expect(result).toEqual({ truePairs: 3, precision: 0.5, recall: 1 / 3, f1: 0.4 });
	});

	it('simulates the same records from the same seed', () => {
		expect(simulateRecords(50, 3)).toEqual(simulateRecords(50, 3));
		expect(simulateRecords(50, 3)).not.toEqual(simulateRecords(50, 4));
	});

	it('links simulated records', async () => {
		const { f1, blockingRecall } = await run({ simulated: 1_000, threads: 1 }, () => {});
		expect(f1).toBeGreaterThan(0.97);
		expect(blockingRecall).toBeGreaterThan(0.98);
	});

	// Real records are not part of the project; without them there is nothing to link.
	it.skipIf(!existsSync(folder))('links real records of persons', async () => {
		const { f1, blockingRecall } = await run(
			{ records: `${folder}fake-1000.csv`, truth: 'cluster', threads: 1 },
			() => {},
		);
		expect(f1).toBeGreaterThan(0.96);
		expect(blockingRecall).toBeGreaterThan(0.97);
	});
});

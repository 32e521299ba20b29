import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

describe('back-off', () => {
	it('begins with a second, doubles, and is never longer than an hour', () => {
		expect([1, 2, 3, 4].map((failures) => backOffMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
		expect(backOffMs(400, 1)).toBe(3_600_000);
	});

	it('differs by half at most', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 500 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(failures, random) => {
					const most = backOffMs(failures, 1);
					const waited = backOffMs(failures, random);
					return waited <= most && waited >= most / 2 - 1;
				},
			),
			{ numRuns: 100, seed: 5 },
		);
	});
});

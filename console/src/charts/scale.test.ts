import { describe, expect, it } from 'vitest';
import { labelEvery, placeOfRatio, roundUp } from './scale.ts';

describe('scales', () => {
	it('end at a round number that nothing is above', () => {
		expect([0, 0.03, 1, 1.2, 3, 7, 10, 101, 4_999].map(roundUp)).toEqual([
			1, 0.05, 1, 2, 5, 10, 10, 200, 5_000,
		]);
		expect(roundUp(Number.NaN)).toBe(1);
	});

	it('put one half and twice equally far from one, and the rest at the edge', () => {
		expect(placeOfRatio(1, 4)).toBe(0.5);
		expect(placeOfRatio(2, 4)).toBeCloseTo(0.75);
		expect(placeOfRatio(0.5, 4)).toBeCloseTo(0.25);
		expect([placeOfRatio(0, 4), placeOfRatio(100, 4)]).toEqual([0, 1]);
	});

	it('write as many labels as there is room for', () => {
		expect([labelEvery(5, 10), labelEvery(90, 10), labelEvery(0, 10)]).toEqual([1, 9, 1]);
	});
});

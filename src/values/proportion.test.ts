import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShares, posteriorShare, ratioOfShares, twoSidedTail, wilson } from './proportion.ts';

const counts = fc
	.integer({ min: 1, max: 100_000 })
	.chain((of) => fc.record({ count: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));

describe('an interval of a share', () => {
	it('is Wilson’s', () => {
		// Newcombe (1998), Statistics in Medicine 17, table I, method 3.
		const published = [
			[81, 263, 0.2553, 0.3662],
			[15, 148, 0.0624, 0.1605],
			[0, 20, 0, 0.1611],
			[1, 29, 0.0061, 0.1718],
		] as const;
		for (const [count, of, low, high] of published) {
			expect(wilson(count, of).low).toBeCloseTo(low, 4);
			expect(wilson(count, of).high).toBeCloseTo(high, 4);
		}
		expect(wilson(20, 20)).toMatchObject({ rate: 1, high: 1 });
	});

	it('says nothing where nothing was counted', () => {
		expect(wilson(0, 0)).toEqual({ count: 0, of: 0, rate: null, low: 0, high: 1 });
	});

	it('holds the share and is narrower with more', () => {
		fc.assert(
			fc.property(counts, ({ count, of }) => {
				const { rate, low, high } = wilson(count, of);
				const more = wilson(count * 10, of * 10);
				expect(rate).not.toBeNull();
				expect(0 <= low && low <= (rate ?? 0) + 1e-12 && (rate ?? 0) <= high + 1e-12 && high <= 1).toBe(true);
				expect(more.high - more.low).toBeLessThan(high - low);
			}),
			{ seed: 5, numRuns: 200 },
		);
	});
});

describe('a ratio of shares', () => {
	it('has an interval on the logarithmic scale', () => {
		// 20 of 100 against 10 of 100: standard error of the logarithm is sqrt(0.13).
		expect(ratioOfShares(20, 100, 10, 100)).toEqual({
			ratio: 2,
			low: expect.closeTo(0.9865, 3),
			high: expect.closeTo(4.0546, 3),
		});
	});

	it('is null without a base, and has an upper bound where nothing was counted', () => {
		expect(ratioOfShares(1, 0, 1, 2)).toBeNull();
		expect(ratioOfShares(1, 2, 0, 2)).toBeNull();
		const none = ratioOfShares(0, 50, 10, 100);
		expect(none?.ratio).toBe(0);
		expect(none?.low).toBe(0);
		expect(none?.high).toBeGreaterThan(0.5);
	});

	it('holds the ratio', () => {
		fc.assert(
			fc.property(counts, counts, (left, right) => {
				const found = ratioOfShares(left.count, left.of, right.count, right.of);
				if (found === null) return;
				expect(found.low).toBeLessThanOrEqual(found.ratio * (1 + 1e-9));
				expect(found.high).toBeGreaterThanOrEqual(found.ratio * (1 - 1e-9));
			}),
			{ seed: 6, numRuns: 200 },
		);
	});
});

describe('a test of two shares', () => {
	it('knows the tail of the normal distribution', () => {
		expect(twoSidedTail(0)).toBeCloseTo(1, 6);
		expect(twoSidedTail(1.959963984540054)).toBeCloseTo(0.05, 6);
		expect(twoSidedTail(-3)).toBeCloseTo(0.0026998, 6);
	});

	it('tells a difference from chance', () => {
		expect(compareShares(30, 1_000, 30, 1_000)).toMatchObject({ difference: 0, p: expect.closeTo(1, 6) });
		expect(compareShares(60, 1_000, 30, 1_000)?.p).toBeLessThan(0.01);
		expect(compareShares(6, 100, 3, 100)?.p).toBeGreaterThan(0.05);
		expect(compareShares(0, 10, 0, 10)).toMatchObject({ z: 0, p: 1 });
		expect(compareShares(0, 0, 1, 10)).toBeNull();
	});
});

describe('a share with a prior', () => {
	it('starts at the prior and goes to what is counted', () => {
		expect(posteriorShare(0, 0, 0.3, 10)).toBeCloseTo(0.3, 12);
		expect(posteriorShare(50, 100, 0.3, 10)).toBeCloseTo(53 / 110, 12);
	});
});

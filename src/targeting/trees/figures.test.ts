import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOfNumber, learnBins } from './bin-columns.ts';
import { calibrated, fitCalibration } from './calibrate.ts';
import { shareOf } from './draw.ts';
import { areaUnderCurve, calibrationError, measureTop } from './measure.ts';
import { drawOrder, orderedTargetStatistics } from './target-statistics.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);

describe('bins', () => {
	const boundsOf = (values: number[], most: number): readonly number[] => {
		const [bins] = learnBins(
			{ rows: values.length, columns: [{ kind: 'numeric', name: 'x', values: numbers(...values) }] },
			most,
		);
		return bins?.kind === 'numeric' ? bins.upperBounds : [];
	};

	it('have a bin for each value while there are few', () => {
		expect(boundsOf([3, 1, Number.NaN, 2, 2], 10)).toEqual([1, 2]);
		expect(boundsOf([Number.NaN], 10)).toEqual([]);
	});

	it('hold about as many rows each when there are many values, and never more than asked', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }),
				fc.integer({ min: 2, max: 20 }),
				(values, most) => {
					const bounds = boundsOf(values, most);
					expect(bounds.length + 2).toBeLessThanOrEqual(Math.max(most, 2));
					expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
				},
			),
			{ numRuns: 100, seed: 3 },
		);
	});

	it('tell where a number falls', () => {
		const bounds = numbers(1, 5);
		expect([Number.NaN, -9, 1, 1.1, 5, 6].map((value) => binOfNumber(bounds, value))).toEqual([
			0, 1, 1, 2, 2, 3,
		]);
	});
});

describe('figures of a ranking', () => {
	it('count what the top holds', () => {
		const score = numbers(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
		const found = numbers(1, 0, 1, 0, 0, 0, 0, 0, 0, 0);
		expect(measureTop(score, found, [10, 30])).toEqual({
			precisionAt: { 10: 1, 30: 2 / 3 },
			recallAt: { 10: 0.5, 30: 1 },
		});
		expect(areaUnderCurve(score, found)).toBeCloseTo(15 / 16, 12);
	});

	it('give a constant score no luck', () => {
		const score = new Float64Array(100);
		const found = Float64Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0));
		expect(measureTop(score, found, [10]).precisionAt['10']).toBeCloseTo(0.2, 12);
		expect(areaUnderCurve(score, found)).toBe(0.5);
	});
});

describe('calibration', () => {
	it('pools what does not ascend', () => {
		const margin = Float64Array.from({ length: 80 }, (_, row) => row);
		const target = Float64Array.from({ length: 80 }, (_, row) =>
			(row >= 20 && row < 40) || row >= 60 ? 1 : 0,
		);
		const fit = fitCalibration(margin, target);
		expect(fit.probabilities.map((value) => Number(value.toFixed(2)))).toEqual([0.02, 0.5, 0.98]);
	});

	it('never falls with the margin, stays between 0 and 1, and comes close to the truth', () => {
		const margin = Float64Array.from({ length: 4_000 }, (_, row) => 8 * shareOf(5, 1, row) - 4);
		const truth = margin.map((value) => 1 / (1 + Math.exp(-0.4 * value)));
		const target = truth.map((value, row) => (shareOf(5, 2, row) < value ? 1 : 0));
		const fit = fitCalibration(margin, target);
		let before = 0;
		for (let value = -6; value < 6; value += 0.05) {
			const now = calibrated(fit, value);
			expect(now).toBeGreaterThanOrEqual(before);
			expect(now).toBeLessThan(1);
			before = now;
		}
		const error = calibrationError(
			margin.map((value) => calibrated(fit, value)),
			truth,
		);
		expect(error).toBeLessThan(0.04);
	});

	it('without rows is the logistic function', () => {
		expect(calibrated(fitCalibration(numbers(), numbers()), 0)).toBe(0.5);
	});
});

describe('ordered target statistics', () => {
	it('are means of earlier rows, drawn towards the mean of all earlier rows', () => {
		const codes = Int32Array.from([0, 0, 1, 0, -1]);
		const statistics = orderedTargetStatistics(
			codes,
			numbers(1, 0, 1, 1, 0),
			Int32Array.from([0, 1, 2, 3, 4]),
			1,
		);
		expect(Array.from(statistics)).toEqual([0, 1, 0.5, (1 + 2 / 3) / 3, Number.NaN]);
	});

	it('never see their own target or a later one', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 1 })), { minLength: 2 }),
				fc.nat(),
				(rows, seed) => {
					const codes = Int32Array.from(rows, ([code]) => code);
					const target = Float64Array.from(rows, ([, found]) => found);
					const order = drawOrder(seed, rows.length);
					const cut = Math.floor(rows.length / 2);
					const changed = target.slice();
					for (const row of order.subarray(cut)) changed[row] = 1 - changed[row]!;
					const before = orderedTargetStatistics(codes, target, order, 2);
					const after = orderedTargetStatistics(codes, changed, order, 2);
					for (const row of order.subarray(0, cut + 1)) expect(after[row]).toBe(before[row]);
				},
			),
			{ numRuns: 100, seed: 4 },
		);
	});
});

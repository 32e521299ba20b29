import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from './band.ts';
import { openMeasureTable } from './measure-table.ts';
import { openSketchPool } from './sketch-pool.ts';
import { createByteReader, createByteWriter } from './snapshot-bytes.ts';

const bandOfValues = (values: readonly number[]) => {
	const pool = openSketchPool();
	const other = pool.take();
	const sketch = pool.take();
	for (const value of values) {
		pool.add(sketch, Math.log(value));
		pool.add(other, -Math.log(value));
	}
	return { band: bandOf(pool, sketch, values.length), width: pool.widthOf(sketch) };
};

/** Values next to a share of sorted ones: what any definition of a quantile lies between. */
const around = (sorted: readonly number[], share: number): [number, number] => {
	const at = share * sorted.length;
	return [sorted[Math.max(0, Math.ceil(at) - 1)]!, sorted[Math.min(sorted.length - 1, Math.floor(at))]!];
};

describe('a band', () => {
	it('has quartiles within a bin of the true ones, whatever the order of the values', () => {
		const values = fc.array(fc.double({ min: 0.5, max: 500, noNaN: true }), {
			minLength: 5,
			maxLength: 200,
		});
		fc.assert(
			fc.property(values, (all) => {
				const { band, width } = bandOfValues(all);
				const sorted = [...all].sort((a, b) => a - b);
				const slack = Math.exp(width * 1.001);
				for (const [share, got] of [
					[0.25, band!.q1],
					[0.5, band!.median],
					[0.75, band!.q3],
				] as const) {
					const [low, high] = around(sorted, share);
					expect(got).toBeGreaterThanOrEqual(low / slack);
					expect(got).toBeLessThanOrEqual(high * slack);
				}
				expect(band!.low).toBeLessThanOrEqual(band!.q1);
				expect(band!.high).toBeGreaterThanOrEqual(band!.q3);
				expect(width).toBeLessThanOrEqual(0.16);
			}),
			{ numRuns: 200, seed: 3 },
		);
	});

	it('leaves out of its mean what lies beyond the fences', () => {
		const usual = Array.from({ length: 40 }, (_, at) => 9 + (at % 5) * 0.5);
		const { band } = bandOfValues([...usual, 10_000, 20_000]);
		expect(band!.mean).toBeGreaterThan(9.5);
		expect(band!.mean).toBeLessThan(10.5);
		expect(band!.high).toBeLessThan(20);
	});

	it('has a robust spread of logarithms that is never nothing', () => {
		const { band } = bandOfValues([5, 5, 5, 5, 5, 5]);
		expect(band!.logMedian).toBeCloseTo(Math.log(5), 1);
		expect(band!.logSpread).toBeGreaterThan(0);
		const wide = bandOfValues([1, 2, 4, 8, 16, 32, 64]);
		expect(wide.band!.logSpread).toBeCloseTo(Math.log(4), 0);
	});

	it('is none under five values', () => {
		expect(bandOfValues([1, 2, 3, 4]).band).toBeUndefined();
	});

	it('is not spoilt by absurd values, wherever they come', () => {
		const absurd = fc.constantFrom(1e-300, 1e300, 1e-9, 1e12);
		fc.assert(
			fc.property(
				fc.array(absurd, { maxLength: 6 }),
				fc.array(absurd, { maxLength: 6 }),
				fc.array(fc.double({ min: 8, max: 12, noNaN: true }), { minLength: 30, maxLength: 60 }),
				(first, between, usual) => {
					const { band } = bandOfValues([...first, ...usual.slice(0, 15), ...between, ...usual.slice(15)]);
					expect(band!.median).toBeGreaterThan(6);
					expect(band!.median).toBeLessThan(16);
				},
			),
			{ numRuns: 200, seed: 6 },
		);
	});

	it('lets old values fade, and stands values of any size', () => {
		const pool = openSketchPool();
		const sketch = pool.take();
		for (const logarithm of [-700, 709, 0, 5e-324]) pool.add(sketch, logarithm);
		for (let at = 0; at < 20_000; at++) pool.add(sketch, Math.log(10));
		for (let at = 0; at < 60_000; at++) pool.add(sketch, Math.log(20));
		expect(pool.totalOf(sketch)).toBeLessThan(8_192);
		const band = bandOf(pool, sketch, 80_004);
		expect(band!.median / 20).toBeGreaterThan(0.84);
		expect(band!.median / 20).toBeLessThan(1.19);
	});
});

describe('a table of measures', () => {
	const LIMIT = 0.75 * 256;

	it('keeps bands and moments when it is saved', () => {
		const entries = fc.array(
			fc.tuple(
				fc.integer({ min: 1, max: 12 }),
				fc.double({ min: -3, max: 9, noNaN: true }),
				fc.integer({ min: 20_000, max: 20_009 }),
			),
			{ maxLength: 150 },
		);
		fc.assert(
			fc.property(entries, entries, (before, after) => {
				const table = openMeasureTable(LIMIT);
				for (const each of before) table.add(...each);
				const out = createByteWriter();
				table.save(out);
				const reader = createByteReader(out.bytes());
				const again = openMeasureTable(LIMIT, reader);
				expect(reader.atEnd).toBe(true);
				for (const each of after) {
					table.add(...each);
					again.add(...each);
				}
				for (let key = 1; key <= 12; key++) {
					expect(again.band(key)).toEqual(table.band(key));
					expect(again.against(key, 1, 2)).toEqual(table.against(key, 1, 2));
				}
			}),
			{ numRuns: 60, seed: 4 },
		);
	});

	it('forgets the oldest at its limit and uses their sketches again', () => {
		const table = openMeasureTable(LIMIT);
		for (let key = 1; key <= 2_000; key++)
			for (let each = 0; each < 3; each++) table.add(key * 7_919, each, 20_000 + key);
		expect(table.size).toBeLessThanOrEqual(LIMIT);
		expect(table.sketches).toBe(table.size);
		expect(table.against(2_000 * 7_919, 2_000 * 7_919, 1)).not.toBeNull();
		expect(table.against(7_919, 7_919, 1)).toBeNull();
	});
});

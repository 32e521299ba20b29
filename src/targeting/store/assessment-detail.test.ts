import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	failuresOf,
	firingsOf,
	formatDetail,
	keptFeature,
	parseDetail,
	storedFailures,
	storedFirings,
} from './assessment-detail.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const weight = fc.integer({ min: 1, max: 99 }).map((each) => each / 100);
const firing = fc.record({
	rule: text,
	version: fc.nat(100),
	title: text,
	place: text,
	sentence: text,
	effect: fc.oneof(
		fc.record({ kind: fc.constant('weight' as const), weight }),
		fc.record({
			kind: fc.constant('lane' as const),
			lane: fc.constantFrom('red' as const, 'yellow' as const, 'blue' as const),
			mandatory: fc.boolean(),
		}),
	),
	weight: fc.option(weight),
});

describe('the detail of an assessment', () => {
	it('comes back as it was kept', () => {
		fc.assert(
			fc.property(
				fc.array(firing, { maxLength: 4 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(firings, draw) => {
					const failures = [{ rule: 'a', version: 1, place: 'items[0]', message: 'no such member' }];
					const kept = parseDetail(
						formatDetail({
							f: storedFirings(firings),
							e: storedFailures(failures),
							c: [0.01, draw],
							m: { p: 'items[0]', v: [1, 'CN', null] },
						}),
					);
					expect(firingsOf(kept)).toEqual(firings);
					expect(failuresOf(kept)).toEqual(failures);
					expect(kept.c).toEqual([0.01, Object.is(draw, -0) ? 0 : draw]);
					expect(kept.m?.v).toEqual([1, 'CN', null]);
				},
			),
			{ numRuns: 200, seed: 3 },
		);
	});

	it('is empty where it cannot be read', () => {
		for (const damaged of ['', '{', '[]', '{"c":"x"}', 'null']) expect(parseDetail(damaged)).toEqual({});
	});

	it('keeps six digits of a feature', () => {
		expect(keptFeature(0.123456789)).toBe(0.123457);
		expect(keptFeature(123_456.789)).toBe(123_457);
		expect(keptFeature(-1.5)).toBe(-1.5);
		expect(keptFeature(Number.NaN)).toBeNull();
		expect(keptFeature('CN')).toBe('CN');
		fc.assert(
			fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
				const kept = keptFeature(value);
				expect(typeof kept === 'number' && Math.abs(kept - value) <= Math.abs(value) * 1e-5).toBe(true);
			}),
			{ numRuns: 500, seed: 4 },
		);
	});
});

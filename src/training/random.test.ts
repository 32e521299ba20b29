import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import type { Message } from './model.ts';
import { Random } from './random.ts';

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
const draw = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('random streams', () => {
	it('are the same for the same keys and differ in every key', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 4 }),
				fc.nat(3),
				(keys, at) => {
					const first = draw(4, (random = new Random(...keys)) => random.bits());
					expect(draw(4, (random = new Random(...keys)) => random.bits())).toEqual(first);
					const other = keys.map((key, index) => (index === at % keys.length ? key + 1 : key));
					expect(draw(4, (random = new Random(...other)) => random.bits())).not.toEqual(first);
				},
			),
			{ seed: 1, numRuns: 100 },
		);
	});

	it('have the distributions that their names say', () => {
		const random = new Random(42);
		expect(mean(draw(20_000, () => random.unit()))).toBeCloseTo(0.5, 1);
		expect(mean(draw(20_000, () => random.normal()))).toBeCloseTo(0, 1);
		expect(mean(draw(20_000, () => random.poisson(3)))).toBeCloseTo(3, 0);
		expect(mean(draw(5_000, () => random.poisson(200)))).toBeCloseTo(200, -1);
		expect(draw(1_000, () => random.pareto(2, 1.5)).every((value) => value >= 2)).toBe(true);
		expect(new Set(draw(200, () => random.whole(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
		expect(
			draw(500, () => random.pickByRank(['a', 'b', 'c'])).filter((item) => item === 'a').length,
		).toBeGreaterThan(200);
	});
});

describe('the agenda', () => {
	it('gives messages in order of time, those of one time in order of entry', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (times) => {
				const agenda = new Agenda();
				const message = (at: number, source: string): Message => ({
					at,
					node: 'customs',
					source,
					format: 'movement-jsonl',
					record: {
						kind: 'movement-event',
						reference: source,
						type: 'gate',
						at: '2026-01-01T00:00:00Z',
						subject: { type: 'container', id: 'X' },
						source,
					},
				});
				times.forEach((at, index) => {
					if (index % 3 === 0) agenda.later(at, (outbox) => outbox.send(message(at, String(index))));
					else agenda.send(message(at, String(index)));
				});
				const got: number[] = [];
				for (let next = agenda.next(21); next !== undefined; next = agenda.next(21)) got.push(next.at);
				expect(got).toEqual([...times].sort((a, b) => a - b));
				expect(agenda.size).toBe(0);
			}),
			{ seed: 3, numRuns: 100 },
		);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, textSimilarity } from './text-distance.ts';

/** The definition, as a full table. */
function distanceByDefinition(a: string, b: string): number {
	const table = Array.from({ length: a.length + 1 }, (_, i) =>
		Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
	);
	const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const exchanged =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed;
			table[i]![j] = Math.min(changed, exchanged, at(i - 1, j) + 1, at(i, j - 1) + 1);
		}
	}
	return at(a.length, b.length);
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 45 });

describe('distance of texts', () => {
	it('is what the definition says, below the limit and above', () => {
		fc.assert(
			fc.property(text, text, fc.integer({ min: 0, max: 20 }), (a, b, limit) => {
				expect(editDistance(a, b, limit)).toBe(Math.min(distanceByDefinition(a, b), limit + 1));
			}),
			{ numRuns: 300, seed: 1 },
		);
	});

	it('counts two neighbours that changed places as one', () => {
		expect(editDistance('murphy', 'murhpy', 3)).toBe(1);
	});

	it('says 0 as soon as two texts are less alike than asked for', () => {
		expect(textSimilarity('hallen close', 'hallenclose', 0.6)).toBeCloseTo(1 - 1 / 12);
		expect(textSimilarity('hallen close', 'oxley street', 0.6)).toBe(0);
	});
});

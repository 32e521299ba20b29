import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut } from './link-layout.ts';

const link = fc.record({ left: fc.nat(29), right: fc.nat(29) });

it('draws every mention inside the square, in the same place each time', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 30 }), fc.array(link, { maxLength: 40 }), (count, links) => {
			const points = layOut(count, links);
			expect(points).toHaveLength(count);
			for (const { x, y } of points) {
				expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
			}
			expect(layOut(count, links)).toEqual(points);
		}),
		{ seed: 7, numRuns: 30 },
	);
});

it('puts linked mentions nearer to each other than others', () => {
	const points = layOut(6, [
		{ left: 0, right: 1 },
		{ left: 1, right: 2 },
		{ left: 0, right: 2 },
		{ left: 3, right: 4 },
		{ left: 4, right: 5 },
		{ left: 3, right: 5 },
		{ left: 2, right: 3 },
	]);
	const between = (a: number, b: number) =>
		Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
	expect(between(0, 1)).toBeLessThan(between(0, 4));
	expect(between(4, 5)).toBeLessThan(between(1, 5));
});

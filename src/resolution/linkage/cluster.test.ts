import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterComponent, connectedComponents, type ScoredPairs } from './cluster.ts';

const pairsFrom = (list: readonly (readonly [number, number, number])[]): ScoredPairs => ({
	left: Int32Array.from(list, ([left]) => left),
	right: Int32Array.from(list, ([, right]) => right),
	probability: Float64Array.from(list, ([, , probability]) => probability),
});

function groupsOf(size: number, pairs: ScoredPairs, threshold: number): number[] {
	const groups = Array.from({ length: size }, (_, at) => at);
	for (const component of connectedComponents(size, pairs, threshold)) {
		clusterComponent(component, pairs, threshold, () => 0).forEach((first, at) => {
			groups[component.records[at]!] = component.records[first]!;
		});
	}
	return groups;
}

describe('clusters', () => {
	it('hold who belongs together', () => {
		const pairs = pairsFrom([
			[0, 1, 0.9],
			[0, 2, 0.8],
			[1, 2, 0.4],
			[2, 3, 0.1],
		]);
		expect(groupsOf(4, pairs, 0.3)).toEqual([0, 0, 0, 3]);
	});

	it('do not follow a chain of links of which nobody knows the ends', () => {
		const chain = pairsFrom([
			[0, 1, 0.9],
			[1, 2, 0.5],
			[2, 3, 0.9],
		]);
		expect(groupsOf(4, chain, 0.3)).toEqual([0, 0, 2, 2]);
	});

	it('are a partition: everyone is in the group of its first record', () => {
		const pair = fc.tuple(fc.nat(11), fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }));
		fc.assert(
			fc.property(
				fc.uniqueArray(pair, { selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}` }),
				(list) => {
					const pairs = pairsFrom(
						list.flatMap(([a, b, p]) => (a === b ? [] : [[Math.min(a, b), Math.max(a, b), p] as const])),
					);
					const groups = groupsOf(12, pairs, 0.4);
					groups.forEach((group, at) => {
						expect(group).toBeLessThanOrEqual(at);
						expect(groups[group]).toBe(group);
					});
				},
			),
			{ numRuns: 200, seed: 2 },
		);
	});
});

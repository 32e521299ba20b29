import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GraphEdge, type GraphNode, partition } from './partition.ts';

let sequence = 0;
const edge = (
	left: string,
	right: string,
	verdict: GraphEdge['verdict'],
	strength: number,
	by: GraphEdge['by'] = 'model',
): GraphEdge => ({ id: `j${String(++sequence).padStart(5, '0')}`, left, right, verdict, by, strength });
const nodes = (keys: string): GraphNode[] => [...keys].map((key) => ({ key, mask: 1 }));
const groups = (keys: string, edges: readonly GraphEdge[]): string[] =>
	partition(nodes(keys), edges).groups.map((group) => group.join(''));

describe('a partition', () => {
	it('joins what is the same, and leaves alone what nobody links', () => {
		expect(groups('abcd', [edge('a', 'b', 'same', 5), edge('b', 'c', 'same', 5)])).toEqual(['abc', 'd']);
	});

	it('cuts the weakest links on the path between two that a person called different', () => {
		const weak = edge('b', 'c', 'same', 4);
		const result = partition(nodes('abcd'), [
			edge('a', 'b', 'same', 9),
			weak,
			edge('c', 'd', 'same', 8),
			edge('a', 'd', 'different', 0, 'person'),
		]);
		expect(result.groups.map((group) => group.join(''))).toEqual(['ab', 'cd']);
		expect([...result.cut]).toEqual([weak.id]);
	});

	it('lets a person’s same go before the model’s different, and a stronger link before a weaker contradiction', () => {
		expect(groups('ab', [edge('a', 'b', 'different', 20), edge('a', 'b', 'same', 0, 'person')])).toEqual([
			'ab',
		]);
		const chain = [edge('a', 'b', 'same', 6), edge('b', 'c', 'same', 7)];
		expect(groups('abc', [...chain, edge('a', 'c', 'different', 5)])).toEqual(['abc']);
		expect(groups('abc', [...chain, edge('a', 'c', 'different', 12)])).toEqual(['a', 'bc']);
	});

	it('hears the newest of two persons on one pair, and takes the model’s link away where a person is unsure', () => {
		const first = edge('a', 'b', 'same', 0, 'person');
		expect(groups('ab', [edge('a', 'b', 'different', 0, 'person'), first])).toEqual(['a', 'b']);
		expect(groups('ab', [edge('a', 'b', 'same', 9), edge('a', 'b', 'unsure', 0, 'person')])).toEqual([
			'a',
			'b',
		]);
	});

	it('does not join a person and an organisation by a model, and a party only to one of them', () => {
		const mixed: GraphNode[] = [
			{ key: 'o', mask: 2 },
			{ key: 'p', mask: 1 },
			{ key: 'x', mask: 3 },
		];
		const result = partition(mixed, [edge('o', 'x', 'same', 6), edge('p', 'x', 'same', 8)]);
		expect(result.groups).toEqual([['o'], ['p', 'x']]);
	});

	const keys = 'abcdefghij';
	const anyEdges = fc.array(
		fc
			.record({
				left: fc.constantFrom(...keys),
				right: fc.constantFrom(...keys),
				verdict: fc.constantFrom('same' as const, 'same' as const, 'different' as const, 'unsure' as const),
				by: fc.constantFrom('model' as const, 'model' as const, 'identifier' as const, 'person' as const),
				strength: fc.integer({ min: 1, max: 20 }),
			})
			.filter(({ left, right }) => left !== right),
		{ maxLength: 25 },
	);
	const numbered = (edges: readonly Omit<GraphEdge, 'id'>[]): GraphEdge[] =>
		edges.map((each, at) => ({ ...each, id: `j${String(at).padStart(3, '0')}` }));

	it('does not depend on the order of mentions and judgements', () => {
		fc.assert(
			fc.property(anyEdges, fc.integer(), (drawn, seed) => {
				const edges = numbered(drawn);
				const shuffled = [...edges].sort((a, b) => hash(a.id, seed) - hash(b.id, seed));
				const turned = shuffled.map((each) => ({ ...each, left: each.right, right: each.left }));
				const one = partition(nodes(keys), edges);
				const other = partition(nodes([...keys].reverse().join('')), turned);
				expect(other.groups).toEqual(one.groups);
				expect([...other.cut].sort()).toEqual([...one.cut].sort());
			}),
			{ seed: 7, numRuns: 300 },
		);
	});

	it('never puts two together that a person called different, unless a person said the opposite later', () => {
		fc.assert(
			fc.property(anyEdges, (drawn) => {
				const edges = numbered(drawn);
				const { groupOf } = partition(nodes(keys), edges);
				for (const each of edges) {
					if (each.by !== 'person' || each.verdict !== 'different') continue;
					const isOverruled = edges.some(
						(later) =>
							later.by === 'person' &&
							later.id > each.id &&
							[later.left, later.right].sort().join() === [each.left, each.right].sort().join(),
					);
					if (!isOverruled) expect(groupOf.get(each.left)).not.toBe(groupOf.get(each.right));
				}
			}),
			{ seed: 8, numRuns: 300 },
		);
	});

	it('is one group for each set that hangs together where nobody says different', () => {
		fc.assert(
			fc.property(anyEdges, (drawn) => {
				const edges = numbered(drawn).map((each) => ({ ...each, verdict: 'same' as const }));
				const { groupOf, cut } = partition(nodes(keys), edges);
				for (const { left, right } of edges) expect(groupOf.get(left)).toBe(groupOf.get(right));
				expect(cut.size).toBe(0);
			}),
			{ seed: 9, numRuns: 200 },
		);
	});
});

function hash(text: string, seed: number): number {
	let value = seed | 1;
	for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x9e3779b1);
	return value >>> 0;
}

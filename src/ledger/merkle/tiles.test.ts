import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaves, type Edge, emptyEdge, readEdge } from './grow.ts';
import { emptyRoot, hashLeaf, hashNode } from './hash.ts';
import {
	edgeTiles,
	proveConsistency,
	proveInclusion,
	type ReadTile,
	rootOf,
	tilesOfConsistency,
	tilesOfInclusion,
} from './tiles.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';

const leavesOf = (count: number): Uint8Array[] =>
	Array.from({ length: count }, (_, at) => hashLeaf(new TextEncoder().encode(`entry ${at}`)));

/** MTH by its definition in RFC 6962, section 2.1. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
	const [only] = leaves;
	if (only === undefined) return emptyRoot();
	if (leaves.length === 1) return only;
	let split = 1;
	while (split * 2 < leaves.length) split *= 2;
	return hashNode(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

/** A tree grown in steps, with its tiles as a store would have them. */
function grow(steps: readonly number[]): {
	edge: Edge;
	tiles: Map<string, Uint8Array>;
	leaves: Uint8Array[];
} {
	const leaves = leavesOf(steps.reduce((sum, step) => sum + step, 0));
	const tiles = new Map<string, Uint8Array>();
	let edge = emptyEdge;
	for (const step of steps) {
		const grown = appendLeaves(edge, leaves.slice(edge.size, edge.size + step));
		for (const { level, index, hashes } of grown.changed) tiles.set(`${level}/${index}`, hashes);
		edge = grown.edge;
	}
	return { edge, tiles, leaves };
}

/** Gives only what was asked for before, so that a test fails where `tilesOf…` forgets one. */
const readOnly = (
	tiles: Map<string, Uint8Array>,
	places: readonly { level: number; index: number }[],
): ReadTile => {
	const allowed = new Set(places.map(({ level, index }) => `${level}/${index}`));
	return (level, index) => (allowed.has(`${level}/${index}`) ? tiles.get(`${level}/${index}`) : undefined);
};

const steps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 4 });

describe('a tree in tiles', () => {
	it('has the root that the definition gives, however it was grown', () => {
		fc.assert(
			fc.property(steps, (sizes) => {
				const { edge, tiles, leaves } = grow(sizes);
				expect(edge.size).toBe(leaves.length);
				const root = rootOf(edge.size, readOnly(tiles, edgeTiles(edge.size)));
				expect(Buffer.compare(root, definition(leaves))).toBe(0);
			}),
			{ seed: 6962, numRuns: 25 },
		);
	});

	it('spans three levels', () => {
		const { edge, tiles, leaves } = grow([65_536, 300]);
		const root = rootOf(edge.size, readOnly(tiles, edgeTiles(edge.size)));
		expect(Buffer.compare(root, definition(leaves))).toBe(0);
		const proof = proveInclusion(70, edge.size, readOnly(tiles, tilesOfInclusion(70, edge.size)));
		expect(verifyInclusion(leaves[70] ?? new Uint8Array(), 70, edge.size, proof, root)).toBe(true);
	});

	it('proves every entry and every earlier size, and nothing else', () => {
		fc.assert(
			fc.property(steps, fc.nat(), fc.nat(), fc.nat({ max: 255 }), (sizes, pick, earlier, flip) => {
				const { edge, tiles, leaves } = grow([1, ...sizes]);
				const { size } = edge;
				const root = rootOf(size, readOnly(tiles, edgeTiles(size)));
				const index = pick % size;
				const leaf = leaves[index] ?? new Uint8Array();
				const proof = proveInclusion(index, size, readOnly(tiles, tilesOfInclusion(index, size)));
				expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
				expect(verifyInclusion(leaf, (index + 1) % (size + 1), size, proof, root)).toBe(false);
				const changed = proof.map((hash) => Uint8Array.from(hash));
				const target = changed[flip % Math.max(1, changed.length)];
				if (target !== undefined) {
					target[flip % 32] = (target[flip % 32] ?? 0) ^ 1;
					expect(verifyInclusion(leaf, index, size, changed, root)).toBe(false);
				}
				const before = 1 + (earlier % size);
				const oldRoot = definition(leaves.slice(0, before));
				const consistency = proveConsistency(before, size, readOnly(tiles, tilesOfConsistency(before, size)));
				expect(verifyConsistency(before, size, consistency, oldRoot, root)).toBe(true);
				if (before < size) expect(verifyConsistency(before, size, consistency, root, oldRoot)).toBe(false);
			}),
			{ seed: 9162, numRuns: 40 },
		);
	});

	it('goes on from its stored edge as if it had never stopped', () => {
		const { edge, tiles } = grow([300, 212, 77]);
		const read = readEdge(edge.size, ({ level, index }) => tiles.get(`${level}/${index}`));
		expect(read).toEqual(edge);
		expect(() => readEdge(edge.size + 1, ({ level, index }) => tiles.get(`${level}/${index}`))).toThrow(
			/does not fit/,
		);
	});
});

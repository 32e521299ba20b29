import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followInclusion, readCheckpoint } from './inclusion.ts';

const sha256 = async (bytes: Uint8Array) => Uint8Array.from(createHash('sha256').update(bytes).digest());
const hash = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (entry: string): Buffer => hash(Uint8Array.of(0), Buffer.from(entry));

/** Root and path as RFC 6962, section 2.1, defines them, by recursion. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));
function rootOf(leaves: readonly Buffer[]): Buffer {
	const [only] = leaves;
	if (leaves.length === 1 && only !== undefined) return only;
	const split = splitOf(leaves.length);
	return hash(Uint8Array.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}
function pathOf(at: number, leaves: readonly Buffer[]): Buffer[] {
	if (leaves.length === 1) return [];
	const split = splitOf(leaves.length);
	return at < split
		? [...pathOf(at, leaves.slice(0, split)), rootOf(leaves.slice(split))]
		: [...pathOf(at - split, leaves.slice(split)), rootOf(leaves.slice(0, split))];
}

const given = fc
	.integer({ min: 1, max: 70 })
	.chain((size) => fc.record({ size: fc.constant(size), position: fc.nat(size - 1) }))
	.map(({ size, position }) => {
		const leaves = Array.from({ length: size }, (_, at) => leafOf(`entry ${at}`));
		return {
			entry: `entry ${position}`,
			position,
			size,
			root: rootOf(leaves).toString('base64'),
			proof: pathOf(position, leaves).map((each) => each.toString('base64')),
		};
	});

describe('the way from an entry to the root', () => {
	it('leads there from every entry of every tree', () =>
		fc.assert(
			fc.asyncProperty(given, async (proof) => {
				const { isProved, steps, leaf } = await followInclusion(proof, sha256);
				expect(isProved).toBe(true);
				expect(steps).toHaveLength(proof.proof.length);
				expect(steps.at(-1)?.above ?? leaf).toBe(proof.root);
			}),
			{ seed: 7, numRuns: 60 },
		));

	it('leads nowhere with another entry, position, size, root or path', () =>
		fc.assert(
			fc.asyncProperty(given, async (proof) => {
				const isProved = async (change: Partial<typeof proof>) =>
					(await followInclusion({ ...proof, ...change }, sha256)).isProved;
				const other = leafOf('other').toString('base64');
				expect(await isProved({ entry: 'another' })).toBe(false);
				expect(await isProved({ position: proof.size })).toBe(false);
				expect(await isProved({ root: other })).toBe(false);
				expect(await isProved({ proof: [...proof.proof, other] })).toBe(false);
				expect(await isProved({ proof: ['no base64!', ...proof.proof] })).toBe(false);
				if (proof.proof.length > 0) expect(await isProved({ proof: proof.proof.slice(1) })).toBe(false);
			}),
			{ seed: 8, numRuns: 30 },
		));

	it('begins at a checkpoint', () => {
		expect(readCheckpoint('customs\n12\nroot=\n\n— customs abc\n')).toEqual({
			origin: 'customs',
			size: 12,
			root: 'root=',
		});
		expect(readCheckpoint('garbage')).toBeUndefined();
	});
});

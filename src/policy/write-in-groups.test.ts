import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeInGroups } from './write-in-groups.ts';

describe('writing in groups', () => {
	it('writes what comes meanwhile together, in order, and lets each wait for its own', async () => {
		const groups: number[][] = [];
		const writer = writeInGroups<number>(async (rows) => {
			groups.push([...rows]);
			await turn();
		});
		const first = [1, 2].map((row) => writer.write(row));
		await turn();
		const then = [3, 4, 5].map((row) => writer.write(row));
		await Promise.all([...first, ...then]);
		expect(groups).toEqual([
			[1, 2],
			[3, 4, 5],
		]);
		await writer.write(6);
		expect(groups.at(-1)).toEqual([6]);
	});

	it('tells everybody of a group that failed, and goes on', async () => {
		let fails = true;
		const written: number[] = [];
		const writer = writeInGroups<number>(async (rows) => {
			if (fails) throw new Error('no');
			written.push(...rows);
		});
		const outcomes = await Promise.allSettled([1, 2].map((row) => writer.write(row)));
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		fails = false;
		await writer.write(3);
		await writer.settled();
		expect(written).toEqual([3]);
	});
});

/**
 * What the figures of fairness promise, on whatever database: counts of the days that are asked for, each way of selecting
 * held against all that was assessed, and every flag of every dimension.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenNode } from '../../src/server/open-node.ts';
import { openTestNode, type Place, testClock } from './databases.ts';

type Count = readonly [
	day: string,
	source: string,
	dimension: string,
	member: string,
	assessed: number,
	selected: number,
	inspected: number,
	found: number,
];

/** The clock of the test stands on 2026-03-01. */
const counts: readonly Count[] = [
	['2026-02-27', 'all', 'origin', 'CN', 600, 60, 50, 25],
	['2026-02-28', 'all', 'origin', 'CN', 400, 40, 30, 15],
	['2026-02-28', 'all', 'origin', 'NO', 4_000, 100, 80, 8],
	['2026-02-28', 'all', 'nationality', 'SY', 200, 40, 30, 1],
	['2026-02-28', 'all', 'nationality', 'MT', 2_000, 40, 30, 3],
	['2026-02-28', 'rule:late-booking', 'nationality', 'SY', 0, 30, 20, 0],
	['2026-02-28', 'rule:late-booking', 'nationality', 'MT', 0, 5, 4, 2],
	['2026-02-28', 'chance', 'origin', 'NO', 0, 9, 9, 0],
	// Longer ago than is asked for where nothing is said.
	['2025-01-15', 'all', 'origin', 'US', 50, 5, 5, 5],
];

export function fairnessConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`fairness on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let node: OpenNode;
			beforeAll(async () => {
				at = await place.make();
				node = await openTestNode(at, { clock: testClock() });
				await node.database.kysely
					.insertInto('group_day')
					.values(
						counts.map(([day, source, dimension, member, assessed, selected, inspected, found]) => ({
							day,
							source,
							dimension,
							member,
							assessed,
							selected,
							inspected,
							found,
						})),
					)
					.execute();
			});
			afterAll(async () => {
				await node.close();
				await at.dispose();
			});
			const read = (more: object = {}) =>
				node.targeting.readFairness({ dimension: 'origin', by: 'all', ...more });

			it('adds up the days of a quarter where no other time is asked for', async () => {
				const fairness = await read();
				expect(fairness).toMatchObject({ from: '2025-12-02', until: '2026-03-01', by: 'all' });
				expect(fairness.groups.map(({ group, assessed }) => [group, assessed])).toEqual([
					['NO', 4_000],
					['CN', 1_000],
				]);
				expect(fairness.groups[1]).toMatchObject({
					selection: { count: 100, of: 1_000 },
					finding: { count: 40, of: 80 },
					selectionRatio: { ratio: 4 },
					findingRatio: { ratio: 5 },
					flag: null,
				});
			});

			it('counts both the first and the last day', async () => {
				const one = await read({ from: '2026-02-27', until: '2026-02-27' });
				expect(one.groups).toMatchObject([{ group: 'CN', assessed: 600 }]);
				expect((await read({ from: '2025-01-15', until: '2025-01-15' })).groups).toMatchObject([
					{ group: 'US' },
				]);
				expect((await read({ from: '2026-02-20', until: '2026-02-21' })).groups).toEqual([]);
			});

			it('holds a rule and chance against all that was assessed', async () => {
				const rule = await read({ dimension: 'nationality', by: 'rule:late-booking' });
				expect(rule.groups).toMatchObject([
					{ group: 'MT', assessed: 2_000, selection: { count: 5, of: 2_000 } },
					{ group: 'SY', assessed: 200, selection: { count: 30, of: 200 } },
				]);
				const chance = await read({ by: 'chance' });
				expect(chance.groups).toMatchObject([
					{ group: 'NO', selection: { count: 9 } },
					{ group: 'CN', selection: { count: 0, of: 1_000 } },
				]);
				expect((await read({ by: 'model' })).groups).toMatchObject([
					{ group: 'NO', selection: { count: 0 } },
					{ group: 'CN', selection: { count: 0 } },
				]);
			});

			it('tells every flag, whatever is looked at', async () => {
				const { flags } = await read({ by: 'chance' });
				expect(flags.map(({ by, dimension, group }) => [by, dimension, group])).toEqual([
					['all', 'nationality', 'SY'],
					['rule:late-booking', 'nationality', 'SY'],
				]);
				expect(flags[1]?.sentence).toContain('The rule late-booking selected 15.0 %');
			});

			it('exports all dimensions and ways of selecting', async () => {
				let text = '';
				for await (const chunk of node.targeting.exportFairness({})) text += chunk;
				const rows = text.trimEnd().split('\n');
				expect(rows).toHaveLength(1 + 4 + 4 + 4);
				expect(rows[1]).toMatch(/^2025-12-02,2026-03-01,all,nationality,MT,40,2000,0\.02,/);
			});

			it('refuses days that do not exist or are the wrong way round', async () => {
				for (const asked of [
					{ from: '2026-02-31' },
					{ from: '2026-02-02', until: '2026-02-01' },
					{ from: '2010-01-01' },
				])
					await expect(read(asked)).rejects.toMatchObject({ code: 'invalid-input', place: 'from' });
			});
		},
	);
}

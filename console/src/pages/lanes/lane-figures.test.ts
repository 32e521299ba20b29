import { describe, expect, it } from 'vitest';
import type { LaneDay } from '../../../../contract/views-targeting.ts';
import { lanesByDay, officeLoads, totalsByLane, versusChance } from './lane-figures.ts';

const row = (day: string, office: string, lane: LaneDay['lane'], records: number): LaneDay => ({
	day,
	office,
	lane,
	basis: 'rules',
	records,
	inspected: records,
	found: 1,
	recovered: 100,
});
const days = [
	row('2026-03-01', 'NO01', 'red', 4),
	row('2026-03-03', 'NO01', 'red', 2),
	row('2026-03-03', 'NO02', 'yellow', 7),
];

describe('figures of lanes', () => {
	it('fill the days on which nothing came', () => {
		const byDay = lanesByDay(days, 3, '2026-03-03');
		expect(byDay.map(({ day, lanes }) => [day, lanes.red, lanes.yellow])).toEqual([
			['2026-03-01', 4, 0],
			['2026-03-02', 0, 0],
			['2026-03-03', 2, 7],
		]);
	});

	it('sum what a lane brought', () => {
		expect(totalsByLane(days)[0]).toEqual({
			lane: 'red',
			records: 6,
			inspected: 6,
			found: 2,
			recovered: 200,
		});
	});

	it('hold the checks of a day against what each office can do', () => {
		const capacities = [
			{ office: '*', red: 10, yellow: null },
			{ office: 'NO02', red: 5, yellow: 8 },
		];
		expect(officeLoads(days, capacities, '2026-03-03')).toEqual([
			{ office: 'NO01', red: { used: 2, of: 10 }, yellow: { used: 0, of: null } },
			{ office: 'NO02', red: { used: 0, of: 5 }, yellow: { used: 7, of: 8 } },
		]);
	});

	it('say only what the intervals carry', () => {
		const rate = (low: number, high: number) => ({ count: 1, of: 10, rate: (low + high) / 2, low, high });
		expect(versusChance(rate(0.3, 0.5), rate(0.01, 0.1)).text).toBe('finds more than chance');
		expect(versusChance(rate(0, 0.01), rate(0.02, 0.1))).toMatchObject({ isWorse: true });
		expect(versusChance(rate(0.05, 0.5), rate(0.01, 0.1)).text).toMatch(/not told apart/);
		expect(versusChance(rate(0.05, 0.5), undefined).text).toMatch(/not inspected/);
	});
});

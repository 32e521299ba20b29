/** Sums over the days of lanes, for charts and tables. Pure; days are UTC, as text. */
import { type Lane, lane } from '../../../../contract/views.ts';
import type { LaneBasis, LaneDay, LaneSettings, Rate } from '../../../../contract/views-targeting.ts';

export type DayLanes = { readonly day: string; readonly lanes: Readonly<Record<Lane, number>> };

const none = (): Record<Lane, number> => ({ red: 0, yellow: 0, blue: 0, green: 0 });
const DAY_MS = 86_400_000;

/** Records by lane for each of so many days up to the last one, also those on which nothing came. */
export function lanesByDay(days: readonly LaneDay[], count: number, today: string): readonly DayLanes[] {
	const sums = new Map<string, Record<Lane, number>>();
	for (const row of days) {
		const sum = sums.get(row.day) ?? none();
		sum[row.lane] += row.records;
		sums.set(row.day, sum);
	}
	const end = Date.parse(today);
	return Array.from({ length: count }, (_, at) => {
		const day = new Date(end - (count - 1 - at) * DAY_MS).toISOString().slice(0, 10);
		return { day, lanes: sums.get(day) ?? none() };
	});
}

export type LaneTotal = { lane: Lane; records: number; inspected: number; found: number; recovered: number };

/** What each lane brought over all days and offices. */
export function totalsByLane(days: readonly LaneDay[]): readonly LaneTotal[] {
	return lane.options.map((each) => {
		const total = { lane: each, records: 0, inspected: 0, found: 0, recovered: 0 };
		for (const row of days) {
			if (row.lane !== each) continue;
			total.records += row.records;
			total.inspected += row.inspected;
			total.found += row.found;
			total.recovered += row.recovered;
		}
		return total;
	});
}

export type OfficeLoad = {
	office: string;
	red: { used: number; of: number | null };
	yellow: { used: number; of: number | null };
};

/** Checks that were given out on one day, against what each office can do: every office named or busy that day. */
export function officeLoads(
	days: readonly LaneDay[],
	capacities: LaneSettings['capacities'],
	day: string,
): readonly OfficeLoad[] {
	const named = new Map(capacities.map((each) => [each.office, each]));
	const others = named.get('*');
	const offices = new Set(days.filter((row) => row.day === day).map(({ office }) => office));
	for (const office of named.keys()) if (office !== '*') offices.add(office);
	const load = (office: string, each: 'red' | 'yellow') => {
		let used = 0;
		for (const row of days)
			if (row.day === day && row.office === office && row.lane === each) used += row.records;
		return { used, of: (named.get(office) ?? others)?.[each] ?? null };
	};
	return [...offices]
		.sort()
		.map((office) => ({ office, red: load(office, 'red'), yellow: load(office, 'yellow') }));
}

/** How a way of selecting does against chance, by records of the same kind; null for chance itself. */
export function versusChance(finding: Rate, chance: Rate | undefined): { text: string; isWorse: boolean } {
	if (finding.rate === null) return { text: 'nothing inspected yet', isWorse: false };
	if (!chance || chance.rate === null) return { text: 'random share not inspected yet', isWorse: false };
	if (finding.low > chance.high) return { text: 'finds more than chance', isWorse: false };
	if (finding.high < chance.low) return { text: 'finds less than chance', isWorse: true };
	return { text: 'not told apart from chance yet', isWorse: false };
}

/** Order in which ways of selecting are asked, and shown. */
export const basisOrder: readonly LaneBasis[] = [
	'mandatory',
	'rules',
	'validation',
	'model',
	'chance',
	'override',
	'none',
];

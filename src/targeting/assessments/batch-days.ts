/**
 * The day of each office of a batch: places, what is used of them, and the bar for the rest. Asks the store only about
 * offices that have a capacity.
 */
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import type { Database } from '../../platform/database/port.ts';
import { type OfficeDay, openOfficeDay } from '../lanes/office-day.ts';
import { capacityOf } from '../lanes/settings.ts';
import type { AssessInput } from '../model.ts';
import { type PlacesTaken, readOfficeDays } from '../store/lane-days.ts';
import { isLimited, type RecentOffices } from './recent-offices.ts';

const DAY_MS = 86_400_000;

export type BatchDays = {
	/** @param office empty for records of no office. */
	of(office: string): OfficeDay;
	/** Lanes with a limit, for the store to confirm. */
	taken(): PlacesTaken[];
};

/** @param day `YYYY-MM-DD` of the batch, UTC. */
export async function openBatchDays(
	database: Database,
	inputs: readonly AssessInput[],
	settings: LaneSettings,
	recent: RecentOffices,
	atMs: number,
	day: string,
): Promise<BatchDays> {
	const offices = [...new Set(inputs.map(({ office }) => office ?? ''))];
	const standing = await readOfficeDays(
		database,
		offices.filter((office) => isLimited(settings, office)),
		day,
	);
	const days = new Map(
		offices.map((office): [string, OfficeDay] => {
			const now = standing.get(office);
			return [
				office,
				openOfficeDay({
					office,
					capacity: capacityOf(settings, office),
					used: { red: now?.red ?? 0, yellow: now?.yellow ?? 0 },
					arrived: now?.arrived ?? 0,
					usual: now?.usual,
					elapsed: (atMs % DAY_MS) / DAY_MS,
					randomShare: settings.randomShare,
					randomLane: settings.randomLane,
					recent: recent.recentOf(office),
				}),
			];
		}),
	);
	return {
		of(office) {
			const found = days.get(office);
			if (found === undefined) throw new Error('an office that is not of the batch');
			return found;
		},
		taken: () =>
			[...days.values()].flatMap(({ office, ...lanes }) =>
				(['red', 'yellow'] as const).flatMap((lane): PlacesTaken[] => {
					const { places, used } = lanes[lane];
					const before = standing.get(office)?.[lane] ?? 0;
					return places === null || used === before ? [] : [{ office, day, lane, places, expected: used }];
				}),
			),
	};
}

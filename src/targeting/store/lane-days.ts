/**
 * SQL that reads counts of lanes: how the day of an office stands, and what each lane and way of selecting brought.
 */
import { sql } from 'kysely';
import type { Lane } from '../../../contract/views.ts';
import type { LaneBasis, LaneDay } from '../../../contract/views-targeting.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { lowestIdentifier } from '../../platform/identifiers.ts';
import { laneOfRank, OutrunByAnother } from './assessments.ts';

/** What an office had on one day, and on days before it. */
export type OfficeStanding = {
	readonly office: string;
	readonly red: number;
	readonly yellow: number;
	readonly arrived: number;
	/** Records of a day of the two weeks before on which there were any; undefined where there was no such day. */
	readonly usual: number | undefined;
};

const DAYS_BEFORE = 14;

/** @param day `YYYY-MM-DD`, UTC. */
export async function readOfficeDays(
	database: Database,
	offices: readonly string[],
	day: string,
): Promise<Map<string, OfficeStanding>> {
	if (offices.length === 0) return new Map();
	const { rows } = await sql<{
		office: string;
		red: number;
		yellow: number;
		arrived: number;
		before: number;
		days: number;
	}>`
		select office, coalesce(sum(records) filter (where day = ${day}::date and lane = 'red'), 0)::float8 as red,
			coalesce(sum(records) filter (where day = ${day}::date and lane = 'yellow'), 0)::float8 as yellow,
			coalesce(sum(records) filter (where day = ${day}::date), 0)::float8 as arrived,
			coalesce(sum(records) filter (where day < ${day}::date), 0)::float8 as before,
			count(distinct day) filter (where day < ${day}::date)::int as days
		from generate_series(${day}::date - ${DAYS_BEFORE}::int, ${day}::date, interval '1 day') as each(at)
		join lane_day on day = each.at::date and office = any(${offices}::text[])
		group by office`.execute(database.kysely);
	return new Map(
		rows.map((row): [string, OfficeStanding] => [
			row.office,
			{
				office: row.office,
				red: row.red,
				yellow: row.yellow,
				arrived: row.arrived,
				usual: row.days === 0 ? undefined : row.before / row.days,
			},
		]),
	);
}

/** Places that a batch took, and what it knew of the day when it took them. */
export type PlacesTaken = {
	readonly office: string;
	readonly day: string;
	readonly lane: 'red' | 'yellow';
	readonly places: number;
	/** Records in the lane after this batch, if nobody else added any. */
	readonly expected: number;
};

/**
 * Makes sure that no two processes gave out the same places: one after the other, by office. Called last in a transaction,
 * after the counts were written.
 * @throws OutrunByAnother where another process took places meanwhile and there are too few for both.
 */
export async function confirmPlaces(session: Session, taken: readonly PlacesTaken[]): Promise<void> {
	const ordered = taken.toSorted((a, b) => (`${a.office} ${a.lane}` < `${b.office} ${b.lane}` ? -1 : 1));
	for (const { office, day, lane, places, expected } of ordered) {
		await sql`select pg_advisory_xact_lock(7423003, hashtext(${office}))`.execute(session.kysely);
		const { rows } = await sql<{ records: number }>`
			select coalesce(sum(records), 0)::float8 as records from lane_day
			where day = ${day}::date and office = ${office} and lane = ${lane}`.execute(session.kysely);
		const records = rows[0]?.records ?? 0;
		if (records > places && records > expected)
			throw new OutrunByAnother(`the places in ${lane} of ${office} were taken by another process`);
	}
}

const MOST_ROWS = 10_000;

/** Counts of the days from one on, newest first; a day, office, lane and basis that had no record is not there. */
export async function readLaneDays(database: Database, from: string): Promise<LaneDay[]> {
	const { rows } = await sql<LaneDay>`
		select each.day::text as day, office, lane, basis, sum(records)::float8 as records, sum(inspected)::float8 as inspected,
			sum(found)::float8 as found, sum(recovered) as recovered
		from lane_day each where each.day >= ${from}::date
		group by each.day, office, lane, basis having sum(records) > 0
		order by each.day desc, office, lane, basis limit ${MOST_ROWS}`.execute(database.kysely);
	return rows;
}

export type SelectionSum = {
	readonly basis: LaneBasis;
	readonly kind: string;
	readonly records: number;
	readonly inspected: number;
	readonly found: number;
	readonly recovered: number;
};

/** What each way of selecting brought, by kind of record. */
export async function readSelection(database: Database, from: string): Promise<SelectionSum[]> {
	const { rows } = await sql<SelectionSum>`
		select basis, kind, sum(records)::float8 as records, sum(inspected)::float8 as inspected, sum(found)::float8 as found,
			sum(recovered) as recovered
		from lane_day where day >= ${from}::date
		group by basis, kind having sum(records) > 0 order by basis, kind limit 200`.execute(database.kysely);
	return rows;
}

export type OverrideSum = {
	readonly from: Lane;
	readonly to: Lane;
	readonly records: number;
	readonly inspected: number;
	readonly found: number;
};

/** Lanes that officers changed, of records received from a moment on, and what was found there. */
export async function readOverrides(database: Database, fromMs: number): Promise<OverrideSum[]> {
	const { rows } = await sql<OverrideSum>`
		select o.lane_from as "from", o.lane_to as "to", count(*)::int as records,
			count(*) filter (where a.result is not null and a.result <> 'not-carried-out')::int as inspected,
			count(*) filter (where a.result in ('irregularity', 'offence'))::int as found
		from lane_override o join assessment a on a.record_id = o.record_id
		where o.record_id >= ${lowestIdentifier(fromMs)}::uuid
		group by 1, 2 order by 1, 2 limit 20`.execute(database.kysely);
	return rows;
}

/** What bars of lanes are made of: the last records that were assessed, oldest first. */
export type RecentRow = {
	readonly office: string | null;
	readonly lane: Lane;
	readonly basis: LaneBasis;
	readonly score: number;
	readonly expectedRevenue: number | null;
};

export async function readRecent(database: Database, most: number): Promise<RecentRow[]> {
	const { rows } = await sql<{
		office: string | null;
		lane_rank: number;
		basis: LaneBasis;
		score: number;
		expected_revenue: number | null;
	}>`
		select office, lane_rank, basis, score, expected_revenue from assessment order by record_id desc limit ${most}`.execute(
		database.kysely,
	);
	return rows.toReversed().map((row) => ({
		office: row.office,
		lane: laneOfRank(row.lane_rank),
		basis: row.basis,
		score: row.score,
		expectedRevenue: row.expected_revenue,
	}));
}

/**
 * SQL of fairness: sums of `group_day` over days. The line fills the table; no person can be told from it.
 * A group's `assessed` is that of the source `all`: a rule and chance are held against all that was assessed.
 */
import { sql } from 'kysely';
import { type FairnessDimension, fairnessDimension } from '../../../contract/views-targeting.ts';
import type { Database } from '../../platform/database/port.ts';

export type GroupSum = {
	/** `all`, `model`, `chance`, or `rule:ID`. */
	readonly source: string;
	readonly dimension: FairnessDimension;
	readonly group: string;
	readonly assessed: number;
	readonly selected: number;
	readonly inspected: number;
	readonly found: number;
};

/** More than there are rules, and more than a dimension has groups: countries, offices of one administration. */
const MOST_SOURCES = 2_100;
const MOST_GROUPS = 2_000;

/**
 * Sums by source, dimension and group from one day to another, both included (`YYYY-MM-DD`, UTC). Groups that a source
 * never selected are there too, with nothing selected. Walks the primary key: sources one by one, then days of each.
 */
export async function readGroupSums(database: Database, from: string, until: string): Promise<GroupSum[]> {
	const dimensions = sql.join(fairnessDimension.options.map((each) => sql`${each}::text`));
	const { rows } = await sql<{
		source: string;
		dimension: FairnessDimension;
		member: string;
		assessed: number;
		selected: number;
		inspected: number;
		found: number;
	}>`
		with recursive named(source) as (
			(select source from group_day order by source limit 1)
			union all
			select (select later.source from group_day later where later.source > named.source order by later.source limit 1)
			from named where named.source is not null
		)
		select sources.source, dimensions.dimension, sums.*
		from (select source from named where source is not null limit ${MOST_SOURCES}) sources
		cross join unnest(array[${dimensions}]) as dimensions(dimension)
		cross join lateral (
			select member, sum(assessed)::bigint as assessed, sum(selected)::bigint as selected,
				sum(inspected)::bigint as inspected, sum(found)::bigint as found
			from group_day
			where source = sources.source and dimension = dimensions.dimension
				and day between ${from}::date and ${until}::date
			group by member
			order by sum(assessed) desc, sum(selected) desc, member
			limit ${MOST_GROUPS}
		) sums`.execute(database.kysely);
	return holdAgainstAll(rows.map(({ member, ...row }) => ({ ...row, group: member })));
}

/** Puts what was assessed by anything into the rows of every source. */
function holdAgainstAll(rows: readonly GroupSum[]): GroupSum[] {
	const keyOf = ({ dimension, group }: Pick<GroupSum, 'dimension' | 'group'>): string =>
		`${dimension} ${group}`;
	const everything = rows.filter(({ source }) => source === 'all');
	const bySource = Map.groupBy(rows, ({ source }) => source);
	return [...bySource].flatMap(([source, own]) => {
		if (source === 'all') return own;
		const counted = new Map(own.map((row) => [keyOf(row), row]));
		return everything.map(({ dimension, group, assessed }) => {
			const { selected, inspected, found } = counted.get(keyOf({ dimension, group })) ?? nothing;
			return { source, dimension, group, assessed, selected, inspected, found };
		});
	});
}

const nothing = { selected: 0, inspected: 0, found: 0 } as const;

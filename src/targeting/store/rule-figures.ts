/**
 * SQL of how rules do: counts by day that the line writes, firings, and how many records there were to fire on.
 * Days are `YYYY-MM-DD`, UTC. Everything is read by rule or by day along an index.
 */
import { sql } from 'kysely';
import type { RecordKind } from '../../../contract/records/record.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import type { Session } from '../../platform/database/port.ts';
import { readSummaries } from '../../platform/database/record-summary.ts';

type Reading = Pick<Session, 'kysely'>;

const MOST_RULES = 2_000;

export type RuleSums = {
	readonly fired: number;
	readonly inspected: number;
	readonly found: number;
	readonly errored: number;
};

/**
 * Sums since a day, by rule; of a live rule only the days on which its condition was the one of today.
 */
export async function readRuleSums({ kysely }: Reading, since: string): Promise<Map<string, RuleSums>> {
	const rows = await sql<{ rule: string } & RuleSums>`
		select d.rule, sum(d.fired)::float8 as fired, sum(d.inspected)::float8 as inspected, sum(d.found)::float8 as found,
			sum(d.errored)::float8 as errored
		from rule_day d left join rule_version v on v.id = d.rule and v.state = 'live'
		where d.day >= greatest(${since}::date, coalesce(v.counted_from, ${since}::date))
		group by d.rule limit ${MOST_RULES}`.execute(kysely);
	return new Map(rows.rows.map(({ rule, ...sums }) => [rule, sums]));
}

export type RuleDay = RuleSums & {
	readonly day: string;
	readonly minutes: number;
	readonly recovered: number;
	readonly lastError: string | null;
};

/** Days of one rule, oldest first. */
export async function readRuleDays({ kysely }: Reading, rule: string, since: string): Promise<RuleDay[]> {
	const rows = await kysely
		.selectFrom('rule_day')
		.select(['day', 'fired', 'inspected', 'found', 'errored', 'minutes', 'recovered', 'last_error'])
		.where('rule', '=', rule)
		.where('day', '>=', since)
		.orderBy('day')
		.execute();
	return rows.map(({ last_error: lastError, ...sums }) => ({ ...sums, lastError }));
}

/**
 * Records of a kind by day, that a rule could have fired on.
 * @param offices empty means all.
 */
export async function readRecordDays(
	{ kysely }: Reading,
	kind: RecordKind,
	offices: readonly string[],
	since: string,
): Promise<Map<string, number>> {
	const rows = await kysely
		.selectFrom('lane_day')
		.select((eb) => ['day', eb.fn.sum<number>('records').as('records')])
		.where('day', '>=', since)
		.where('kind', '=', kind)
		.$if(offices.length > 0, (query) => query.where('office', 'in', [...offices]))
		.groupBy('day')
		.execute();
	return new Map(rows.map(({ day, records }) => [day, Number(records)]));
}

export type StoredFiring = {
	readonly record: RecordSummary;
	readonly place: string;
	readonly sentence: string;
};

/** Last firings of a rule, newest first. */
export async function readFirings({ kysely }: Reading, rule: string, most: number): Promise<StoredFiring[]> {
	const rows = await kysely
		.selectFrom('rule_firing')
		.select(['record_id', 'place', 'sentence'])
		.where('rule', '=', rule)
		.orderBy('record_id', 'desc')
		.orderBy('place')
		.limit(most)
		.execute();
	const records = new Map(
		(await readSummaries({ kysely }, [...new Set(rows.map((row) => row.record_id))])).map((record) => [
			record.id,
			record,
		]),
	);
	return rows.flatMap(({ record_id, place, sentence }) => {
		const record = records.get(record_id);
		return record === undefined ? [] : [{ record, place, sentence }];
	});
}

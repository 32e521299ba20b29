/**
 * SQL of picks: which of what was found is the person, and which is somebody else.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../platform/database/port.ts';
import type { DataRequestPickTable } from '../../platform/tables-subjects.ts';

type Reading = Pick<Database, 'kysely'>;

/** Most picks of one request; more is another question. */
const MOST_PICKS = 5_000;
const MOST_RECORDS = 1_000;

/** The newest word about each holds. */
export async function savePicks(session: Session, picks: readonly DataRequestPickTable[]): Promise<void> {
	if (picks.length === 0) return;
	await session.kysely
		.insertInto('data_request_pick')
		.values([...picks])
		.onConflict((conflict) =>
			conflict.columns(['request', 'what', 'object']).doUpdateSet((row) => ({
				verdict: row.ref('excluded.verdict'),
				sure: row.ref('excluded.sure'),
				reason: row.ref('excluded.reason'),
				actor: row.ref('excluded.actor'),
				at: row.ref('excluded.at'),
			})),
		)
		.execute();
}

export type PickRow = Omit<DataRequestPickTable, 'request'> & {
	/** Name of the mention, or reference of the record; null where it is gone. */
	readonly caption: string | null;
	readonly records: number | null;
};

export async function readPicks({ kysely }: Reading, request: string): Promise<PickRow[]> {
	const { rows } = await sql<PickRow>`
		select p.what, p.object, p.verdict, p.sure, p.reason, p.actor, p.at,
			coalesce(m.caption, r.kind || ' ' || r.reference) as caption,
			case when m.key is not null then (
				select count(*)::int from (select 1 from appearance a where a.mention = m.key limit ${MOST_RECORDS}) as stands)
				when r.id is not null then 1 end as records
		from data_request_pick p
		left join mention m on p.what = 'mention' and m.key = p.object
		left join record r on p.what = 'record' and r.id = p.object
		where p.request = ${request}::uuid order by p.verdict desc, p.sure desc, p.object limit ${MOST_PICKS}`.execute(
		kysely,
	);
	return rows;
}

/** What was picked, by verdict, without captions. */
export async function readVerdicts({ kysely }: Reading, request: string): Promise<Map<string, string>> {
	const rows = await kysely
		.selectFrom('data_request_pick')
		.select(['object', 'verdict'])
		.where('request', '=', request)
		.limit(MOST_PICKS)
		.execute();
	return new Map(rows.map(({ object, verdict }) => [object, verdict]));
}

/** Keys of mentions and identifiers of records that are there, of those asked for. */
export async function findExisting(
	{ kysely }: Reading,
	mentions: readonly string[],
	records: readonly string[],
): Promise<Set<string>> {
	const { rows } = await sql<{ id: string }>`
		select key as id from mention where key = any(${[...mentions]}::uuid[])
		union all select id from record where id = any(${[...records]}::uuid[])`.execute(kysely);
	return new Set(rows.map(({ id }) => id));
}

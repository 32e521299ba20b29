/**
 * SQL of the schedule: words on how long a kind is kept, how far passes came, what a pass left.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import type { RetentionRuleTable } from '../../platform/tables-retention.ts';

type Reader = Pick<Session, 'kysely'>;

const MOST_WORDS = 20;
const MOST_RULES = 500;

/** Words on every kind, newest first, at most 20 of each. */
export async function readRules({ kysely }: Reader): Promise<Map<string, RetentionRuleTable[]>> {
	const { rows } = await sql<RetentionRuleTable>`
		select kind, version, mask_after_days, delete_after_days, reason, basis, changed_at, changed_by from (
			select *, row_number() over (partition by kind order by version desc) as place from retention_rule
		) as numbered where place <= ${MOST_WORDS} order by kind, version desc limit ${MOST_RULES}`.execute(
		kysely,
	);
	return Map.groupBy(rows, ({ kind }) => kind);
}

/** @returns false where somebody else changed it in the meantime. */
export async function addRule({ kysely }: Session, rule: RetentionRuleTable): Promise<boolean> {
	const written = await kysely
		.insertInto('retention_rule')
		.values(rule)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(written.numInsertedOrUpdatedRows ?? 0) === 1;
}

export type Act = 'masked' | 'deleted';

/** How far the passes came. */
export async function readPositions({ kysely }: Reader): Promise<Map<string, string>> {
	const rows = await kysely.selectFrom('retention_progress').selectAll().limit(MOST_RULES).execute();
	return new Map(rows.map(({ kind, act, position }) => [`${kind} ${act}`, position]));
}

export const readPosition = async ({ kysely }: Reader, kind: string, act: Act): Promise<string | undefined> =>
	(
		await kysely
			.selectFrom('retention_progress')
			.select('position')
			.where('kind', '=', kind)
			.where('act', '=', act)
			.executeTakeFirst()
	)?.position;

export async function savePosition(
	{ kysely }: Session,
	kind: string,
	act: Act,
	position: string,
): Promise<void> {
	await kysely
		.insertInto('retention_progress')
		.values({ kind, act, position })
		.onConflict((conflict) => conflict.columns(['kind', 'act']).doUpdateSet({ position }))
		.execute();
}

/** Any number that only retention locks. */
const RETENTION_LOCK = 7_423_009;

/** True where no other process ends anything; held until the transaction ends. */
export async function takeRetention({ kysely }: Session): Promise<boolean> {
	const { rows } = await sql<{
		mine: boolean;
	}>`select pg_try_advisory_xact_lock(${RETENTION_LOCK}, hashtext(current_schema())) as mine`.execute(kysely);
	return rows[0]?.mine === true;
}

/** Notes that documents were due and are held. @param held newest versions. */
export async function leaveRecords(
	{ kysely }: Session,
	held: readonly { readonly record: string; readonly kind: string; readonly because: string }[],
	at: Date,
): Promise<void> {
	if (held.length === 0) return;
	await kysely
		.insertInto('retention_left')
		.values(held.map(({ record, kind, because }) => ({ record_id: record, kind, because, looked_at: at })))
		.onConflict((conflict) =>
			conflict.column('record_id').doUpdateSet(({ ref }) => ({
				because: ref('excluded.because'),
				looked_at: ref('excluded.looked_at'),
			})),
		)
		.execute();
}

/** Documents that were left and not looked at since a moment, the longest ago first. */
export const readLeft = (
	{ kysely }: Reader,
	lookedBefore: Date,
	limit: number,
): Promise<{ record_id: string; kind: string }[]> =>
	kysely
		.selectFrom('retention_left')
		.select(['record_id', 'kind'])
		.where('looked_at', '<', lookedBefore)
		.orderBy('looked_at')
		.orderBy('record_id')
		.limit(limit)
		.execute();

export async function dropLeft({ kysely }: Session, records: readonly string[]): Promise<void> {
	if (records.length > 0)
		await sql`delete from retention_left where record_id = any(${[...records]}::uuid[])`.execute(kysely);
}

export async function countLeft({ kysely }: Reader, limit: number): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from retention_left limit ${limit}) as held`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

/**
 * SQL of what ended: batches, passes, originals that wait to be destroyed.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import type { RetentionBatchTable, RetentionRunTable } from '../../platform/tables-retention.ts';

type Reader = Pick<Session, 'kysely'>;

export async function addBatches({ kysely }: Session, rows: readonly RetentionBatchTable[]): Promise<void> {
	if (rows.length > 0)
		await kysely
			.insertInto('retention_batch')
			.values([...rows])
			.execute();
}

export function readBatches(
	{ kysely }: Reader,
	act: string | undefined,
	after: string | undefined,
	limit: number,
): Promise<RetentionBatchTable[]> {
	let query = kysely.selectFrom('retention_batch').selectAll();
	if (act !== undefined) query = query.where('act', '=', act);
	if (after !== undefined) query = query.where('id', '<', after);
	return query.orderBy('id', 'desc').limit(limit).execute();
}

export async function countBatches(
	{ kysely }: Reader,
	act: string | undefined,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			select 1 from retention_batch where ${act ?? null}::text is null or act = ${act ?? null} limit ${limit}
		) as counted`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

export async function startRun({ kysely }: Reader, id: string, at: Date): Promise<void> {
	await kysely
		.insertInto('retention_run')
		.values({ id, started_at: at, ended_at: null, masked: 0, deleted: 0, destroyed: 0, held: 0, error: null })
		.execute();
}

export async function endRun({ kysely }: Reader, run: RetentionRunTable): Promise<void> {
	const { id, ...rest } = run;
	await kysely.updateTable('retention_run').set(rest).where('id', '=', id).execute();
	// Passes of two months say enough of how it goes.
	await sql`
		delete from retention_run where id < (select id from retention_run order by id desc offset 1500 limit 1)`.execute(
		kysely,
	);
}

export const readRuns = ({ kysely }: Reader, limit: number): Promise<RetentionRunTable[]> =>
	kysely.selectFrom('retention_run').selectAll().orderBy('id', 'desc').limit(limit).execute();

export type Destruction = { readonly pack: string; readonly offset: number; readonly sha256: string };

export async function readDestructions({ kysely }: Reader, limit: number): Promise<Destruction[]> {
	const { rows } = await sql<Destruction>`
		select pack, pack_offset as "offset", encode(sha256, 'hex') as sha256 from retention_destruction
		order by pack, pack_offset limit ${limit}`.execute(kysely);
	return rows;
}

export async function dropDestructions({ kysely }: Session, done: readonly Destruction[]): Promise<void> {
	await sql`
		delete from retention_destruction d
		using unnest(${done.map(({ pack }) => pack)}::text[], ${done.map(({ offset }) => offset)}::bigint[]) as gone(pack, pack_offset)
		where d.pack = gone.pack and d.pack_offset = gone.pack_offset`.execute(kysely);
}

export async function countDestructions({ kysely }: Reader, limit: number): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from retention_destruction limit ${limit}) as waiting`.execute(
		kysely,
	);
	return Number(rows[0]?.amount ?? 0);
}

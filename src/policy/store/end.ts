/** SQL of the end of decisions: the log of who was permitted what, beyond its time. */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';

/** @param before lowest identifier of the moment. @returns how many are gone. */
export async function endDecisions({ kysely }: Session, before: string, limit: number): Promise<number> {
	const gone = await sql`
		delete from decision where id = any(array(select id from decision where id < ${before}::uuid order by id limit ${limit}))`.execute(
		kysely,
	);
	return Number(gone.numAffectedRows ?? 0);
}

export async function countOldDecisions(
	{ kysely }: Pick<Session, 'kysely'>,
	before: string,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from decision where id < ${before}::uuid limit ${limit}) as due`.execute(
		kysely,
	);
	return Number(rows[0]?.amount ?? 0);
}

/**
 * SQL of the end of matching: questions that were put, intersections, and the counts of budgets. Bodies of messages and offers
 * end by themselves: see delivery/ and matching/.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';

/** @returns how many are gone. */
export async function endMatching({ kysely }: Session, before: Date, limit: number): Promise<number> {
	const questions = await sql`
		delete from match_question where id = any(array(
			select id from match_question where at < ${before}::timestamptz order by at limit ${limit}))`.execute(
		kysely,
	);
	const intersections = await sql`
		delete from intersection where id = any(array(
			select id from intersection where at < ${before}::timestamptz order by at limit ${limit}))`.execute(
		kysely,
	);
	return Number(questions.numAffectedRows ?? 0) + Number(intersections.numAffectedRows ?? 0);
}

export async function countMatching(
	{ kysely }: Pick<Session, 'kysely'>,
	before: Date,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			(select 1 from match_question where at < ${before}::timestamptz limit ${limit})
			union all
			(select 1 from intersection where at < ${before}::timestamptz limit ${limit})
		) as due`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

/** Which of these documents are in correspondence that waits for an answer. @param documents by `documentKey`. */
export async function documentsInCorrespondence(
	{ kysely }: Pick<Session, 'kysely'>,
	documents: readonly string[],
): Promise<Set<string>> {
	if (documents.length === 0) return new Set();
	const { rows } = await sql<{ document: string }>`
		select distinct r.document from message_record r join message m on m.id = r.message
		where r.document = any(${[...documents]}::uuid[]) and m.due_at is not null and m.body is not null
			and m.state not in ('answered', 'recalled', 'deleted', 'refused', 'expired')`.execute(kysely);
	return new Set(rows.map(({ document }) => document));
}

/** Forgets in which messages documents went out. */
export async function forgetSent({ kysely }: Session, documents: readonly string[]): Promise<void> {
	await sql`delete from message_record where document = any(${[...documents]}::uuid[])`.execute(kysely);
}

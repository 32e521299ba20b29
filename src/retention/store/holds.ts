/**
 * SQL of holds: what keeps documents from their end.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import type { RetentionHoldTable } from '../../platform/tables-retention.ts';

type Reader = Pick<Session, 'kysely'>;

export async function addHold({ kysely }: Session, hold: RetentionHoldTable): Promise<void> {
	await kysely.insertInto('retention_hold').values(hold).execute();
}

export const readHold = ({ kysely }: Reader, id: string): Promise<RetentionHoldTable | undefined> =>
	kysely.selectFrom('retention_hold').selectAll().where('id', '=', id).executeTakeFirst();

/** @returns false where it was lifted before. */
export async function endHold(
	{ kysely }: Session,
	id: string,
	by: string,
	because: string,
	at: Date,
): Promise<boolean> {
	const done = await kysely
		.updateTable('retention_hold')
		.set({ lifted_at: at, lifted_by: by, lifted_because: because })
		.where('id', '=', id)
		.where('lifted_at', 'is', null)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) === 1;
}

/** Open holds of documents, by document, the newest. @param documents by `documentKey`. */
export async function holdsOf(
	{ kysely }: Reader,
	documents: readonly string[],
): Promise<Map<string, { readonly id: string; readonly ground: string }>> {
	if (documents.length === 0) return new Map();
	const { rows } = await sql<{ document: string; id: string; ground: string }>`
		select document, id, ground from retention_hold
		where document = any(${[...documents]}::uuid[]) and lifted_at is null order by id`.execute(kysely);
	return new Map(rows.map(({ document, id, ground }) => [document, { id, ground }]));
}

/** Forgets lifted holds of documents that are no more: what people wrote into them may name somebody. */
export async function forgetHolds({ kysely }: Session, documents: readonly string[]): Promise<void> {
	await sql`delete from retention_hold where document = any(${[...documents]}::uuid[])`.execute(kysely);
}

export type HoldState = 'open' | 'overdue' | 'lifted';

const inState = (state: HoldState, today: string) =>
	state === 'lifted'
		? sql<boolean>`lifted_at is not null`
		: state === 'open'
			? sql<boolean>`lifted_at is null`
			: sql<boolean>`lifted_at is null and review_on < ${today}::date`;

export async function readHolds(
	{ kysely }: Reader,
	state: HoldState,
	today: string,
	after: string | undefined,
	limit: number,
): Promise<RetentionHoldTable[]> {
	const { rows } = await sql<RetentionHoldTable>`
		select id, document, record_id, ground, reason, case_reference, actor, at, review_on::text as review_on, lifted_at, lifted_by,
			lifted_because
		from retention_hold
		where ${inState(state, today)} and (${after ?? null}::uuid is null or id < ${after ?? null}::uuid)
		order by id desc limit ${limit}`.execute(kysely);
	return rows;
}

export async function countHolds(
	{ kysely }: Reader,
	state: HoldState,
	today: string,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			select 1 from retention_hold where ${inState(state, today)} limit ${limit}
		) as counted`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

/**
 * SQL of restrictions: by document, on every version of it.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../platform/database/port.ts';
import type { RecordRestrictionTable } from '../../platform/tables-subjects.ts';

type Reading = Pick<Database, 'kysely'>;
const MOST_SHOWN = 500;

/** Restricts all versions of a document; false where it was restricted already. */
export async function restrictDocument(
	session: Session,
	row: Omit<RecordRestrictionTable, 'lifted_at' | 'lifted_by' | 'lift_reason'>,
): Promise<boolean> {
	const made = await session.kysely
		.insertInto('record_restriction')
		.values({ ...row, lifted_at: null, lifted_by: null, lift_reason: null })
		.onConflict((conflict) => conflict.column('document').where('lifted_at', 'is', null).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (made === undefined) return false;
	await mark(session, row.kind, row.reference, true);
	return true;
}

/** Ends the restriction of a document; undefined where there was none. */
export async function liftDocument(
	session: Session,
	document: string,
	lift: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<RecordRestrictionTable | undefined> {
	const lifted = await session.kysely
		.updateTable('record_restriction')
		.set({ lifted_at: lift.at, lifted_by: lift.by, lift_reason: lift.reason })
		.where('document', '=', document)
		.where('lifted_at', 'is', null)
		.returningAll()
		.executeTakeFirst();
	if (lifted !== undefined) await mark(session, lifted.kind, lifted.reference, false);
	return lifted;
}

const mark = (session: Session, kind: string, reference: string, restricted: boolean): Promise<unknown> =>
	session.kysely
		.updateTable('record')
		.set({ restricted })
		.where('reference', '=', reference)
		.where('kind', '=', kind)
		.execute();

/** Restrictions of documents that have ended say nothing any more. */
export async function dropEndedRestrictions({ kysely }: Session): Promise<void> {
	await sql`
		delete from record_restriction s where not exists (select 1 from record_head h where h.key = s.document)`.execute(
		kysely,
	);
}

export type RestrictionRow = RecordRestrictionTable & { readonly record: string | null };

const WITH_RECORD = sql`s.*, h.record_id as record from record_restriction s left join record_head h on h.key = s.document`;

export async function readRestriction({ kysely }: Reading, id: string): Promise<RestrictionRow | undefined> {
	const { rows } = await sql<RestrictionRow>`select ${WITH_RECORD} where s.id = ${id}::uuid`.execute(kysely);
	return rows[0];
}

export async function restrictionsOf({ kysely }: Reading, request: string): Promise<RestrictionRow[]> {
	const { rows } = await sql<RestrictionRow>`
		select ${WITH_RECORD} where s.request = ${request}::uuid order by s.id limit ${MOST_SHOWN}`.execute(
		kysely,
	);
	return rows;
}

export async function isRecordRestricted({ kysely }: Reading, record: string): Promise<boolean> {
	const row = await kysely
		.selectFrom('record')
		.select('restricted')
		.where('id', '=', record)
		.executeTakeFirst();
	return row?.restricted === true;
}

/** Is any record of this submission restricted? The original shows them all. */
export async function isSubmissionRestricted({ kysely }: Reading, submission: string): Promise<boolean> {
	const { rows } = await sql`
		select 1 from submission s join record r on r.id between s.first_record and s.last_record
		where s.id = decode(${submission}, 'hex') and r.submission = s.id and r.restricted limit 1`.execute(
		kysely,
	);
	return rows.length > 0;
}

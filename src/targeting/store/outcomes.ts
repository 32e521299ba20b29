/**
 * SQL of inspections: what each found, by the record that it is about. An outcome that comes before its record waits under
 * the key of the document.
 */
import { sql } from 'kysely';
import { type RecordedOutcome, recordedOutcome } from '../../../contract/views-targeting.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import type { Result } from './assessments.ts';
import { jsonRows } from './json-rows.ts';

/** A row of `inspection`. */
export type InspectionRow = {
	/** Identifier of the outcome's own record. */
	readonly outcomeRecord: string;
	/** `documentKey` of what was inspected. */
	readonly subject: string;
	readonly recordId: string | null;
	readonly inspectedAt: string;
	readonly inspection: string;
	readonly result: Result;
	/** JSON list of types. */
	readonly findings: string;
	readonly recovered: number | null;
	readonly currency: string | null;
	readonly minutes: number | null;
};

/** Writes inspections; an amended outcome takes the place of its earlier version. */
export async function saveInspections(
	session: Session,
	inspections: readonly InspectionRow[],
	superseded: readonly string[],
	nowMs: number,
): Promise<void> {
	if (superseded.length > 0)
		await session.kysely
			.deleteFrom('inspection')
			.where('outcome_record', 'in', [...superseded])
			.execute();
	if (inspections.length === 0) return;
	await sql`
		insert into inspection(outcome_record, subject, record_id, inspected_at, inspection, result, findings, recovered, currency,
			minutes, received_at)
		select x."outcomeRecord", x.subject, x."recordId", x."inspectedAt", x.inspection, x.result, x.findings, x.recovered, x.currency,
			x.minutes, ${new Date(nowMs)}::timestamptz
		from json_to_recordset(${jsonRows(inspections)}::json) as x("outcomeRecord" uuid, subject uuid, "recordId" uuid,
			"inspectedAt" text, inspection text, result text, findings text, recovered double precision, currency text, minutes integer)
		order by 1`.execute(session.kysely);
}

/** Gives inspections that waited the record that has come. */
export async function joinInspections(
	session: Session,
	joins: readonly { readonly outcomeRecord: string; readonly recordId: string }[],
): Promise<void> {
	if (joins.length === 0) return;
	await sql`
		update inspection i set record_id = x."recordId"
		from json_to_recordset(${JSON.stringify(joins)}::json) as x("outcomeRecord" uuid, "recordId" uuid)
		where i.outcome_record = x."outcomeRecord"`.execute(session.kysely);
}

export type StandingInspection = {
	readonly outcomeRecord: string;
	readonly subject: string;
	readonly recordId: string | null;
	readonly result: Result;
	readonly recovered: number | null;
	readonly currency: string | null;
	readonly minutes: number | null;
};

const STANDING = sql`i.outcome_record as "outcomeRecord", i.subject, i.record_id as "recordId", i.result, i.recovered, i.currency,
	i.minutes`;

/** Inspections of these documents that came before them, oldest first. */
export async function findWaitingInspections(
	database: Database,
	subjects: readonly string[],
): Promise<StandingInspection[]> {
	if (subjects.length === 0) return [];
	const { rows } = await sql<StandingInspection>`
		select ${STANDING}
		from unnest(${subjects}::uuid[]) as asked(key) join inspection i on i.subject = asked.key and i.record_id is null
		order by i.outcome_record`.execute(database.kysely);
	return rows;
}

/** Inspections by the records of their outcomes: what an amended outcome had said. */
export async function findInspections(
	database: Database,
	outcomeRecords: readonly string[],
): Promise<StandingInspection[]> {
	if (outcomeRecords.length === 0) return [];
	const { rows } = await sql<StandingInspection>`
		select ${STANDING} from inspection i where i.outcome_record = any(${outcomeRecords}::uuid[])`.execute(
		database.kysely,
	);
	return rows;
}

/** Newest first; an inspection may be repeated, few are often. */
const MOST_OUTCOMES = 50;

export async function readOutcomes(database: Database, recordId: string): Promise<RecordedOutcome[]> {
	const { rows } = await sql<{
		record: string;
		reference: string;
		inspected_at: string;
		inspection: string;
		result: string;
		findings: string;
		recovered: number | null;
		currency: string | null;
	}>`
		select i.outcome_record as record, r.reference, i.inspected_at, i.inspection, i.result, i.findings, i.recovered, i.currency
		from inspection i join record r on r.id = i.outcome_record
		where i.record_id = ${recordId}::uuid order by i.outcome_record desc limit ${MOST_OUTCOMES}`.execute(
		database.kysely,
	);
	return rows.flatMap(({ inspected_at: inspectedAt, findings, ...row }) => {
		const read = recordedOutcome.safeParse({ ...row, inspectedAt, findings: JSON.parse(findings) });
		return read.success ? [read.data] : [];
	});
}

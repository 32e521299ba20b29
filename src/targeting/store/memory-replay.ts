/**
 * SQL of the replay: stored records in the order of their receipt, as the memory is told of them. Reads only, in pages of
 * identifiers along the primary key, so that the line can go on beside it.
 */
import { sql } from 'kysely';
import type { Database } from '../../platform/database/port.ts';

type Reader = Database['kysely'];

/** A stored record; `body` is JSON text of what intake has checked. */
export type StoredRecord = { readonly id: string; readonly version: number; readonly body: string };

/** An open or confirmed hit on somebody of whom a record speaks. */
export type StoredHit = { readonly recordId: string; readonly list: string; readonly place: string };

/** What an inspection found, and of which record; those that were not carried out are left out. */
export type StoredFinding = {
	readonly outcomeRecord: string;
	readonly recordId: string;
	readonly found: boolean;
	/** The later one of the two: with it the node knew both. */
	readonly knownWith: string;
};

/** Records behind an identifier, oldest first; what is restricted is not told to a memory. */
export const readRecordsAfter = (reader: Reader, after: string, limit: number): Promise<StoredRecord[]> =>
	reader
		.selectFrom('record')
		.select(['id', 'version', 'body'])
		.where('id', '>', after)
		.where('restricted', '=', false)
		.orderBy('id')
		.limit(limit)
		.execute();

/** Identifiers alone: cheap to ask for often. */
export async function readIdentifiersAfter(reader: Reader, after: string, limit: number): Promise<string[]> {
	const rows = await reader
		.selectFrom('record')
		.select('id')
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}

export async function readRecords(reader: Reader, ids: readonly string[]): Promise<StoredRecord[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<StoredRecord>`
		select id, version, body from record where id = any(${[...ids]}::uuid[]) and not restricted order by id`.execute(
		reader,
	);
	return rows;
}

export async function readHitsOf(reader: Reader, ids: readonly string[]): Promise<StoredHit[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<StoredHit>`
		select a.record_id as "recordId", h.list, a.place
		from appearance a join hit h on h.mention = a.mention
		where a.record_id = any(${[...ids]}::uuid[]) and h.state in ('open', 'confirmed')
		order by a.record_id, a.position, h.list`.execute(reader);
	return rows;
}

/**
 * What these records, as outcomes, say of records that came before them; and what outcomes that came before these records
 * say of them.
 */
export async function readFindings(
	reader: Reader,
	outcomes: readonly string[],
	records: readonly string[],
): Promise<StoredFinding[]> {
	const { rows } = await sql<StoredFinding>`
		select outcome_record as "outcomeRecord", record_id as "recordId", result <> 'nothing-found' as found,
			outcome_record as "knownWith"
		from inspection
		where outcome_record = any(${[...outcomes]}::uuid[]) and record_id < outcome_record and result <> 'not-carried-out'
		union all
		select outcome_record, record_id, result <> 'nothing-found', record_id
		from inspection
		where record_id = any(${[...records]}::uuid[]) and outcome_record < record_id and result <> 'not-carried-out'
		order by 1`.execute(reader);
	return rows;
}

/** True where the database has this record: a snapshot that went as far as it was made from this database. */
export async function hasRecord(reader: Reader, id: string): Promise<boolean> {
	const row = await reader.selectFrom('record').select('id').where('id', '=', id).executeTakeFirst();
	return row !== undefined;
}

/** Identifier of the record before the newest `most`; undefined where there are not so many. */
export async function findOldestOf(reader: Reader, most: number): Promise<string | undefined> {
	const row = await reader
		.selectFrom('record')
		.select('id')
		.orderBy('id', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	return row?.id;
}

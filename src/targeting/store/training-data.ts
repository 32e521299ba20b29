/**
 * SQL of what models learn from: the list of stored declarations, and pages of them with what inspections found.
 */
import { sql } from 'kysely';
import type { Database } from '../../platform/database/port.ts';

type Reader = Database['kysely'];

/** What the newest inspection that was carried out found. */
export type StoredOutcome = {
	readonly result: string;
	/** JSON list of types. */
	readonly findings: string;
	readonly recovered: number | null;
	readonly currency: string | null;
	/** As the outcome says, ISO 8601. */
	readonly inspectedAt: string;
	readonly receivedAt: Date;
	/** The draw by chance chose the record, whatever else did too. */
	readonly random: boolean;
};

export type StoredDeclaration = {
	readonly id: string;
	readonly version: number;
	/** JSON text. */
	readonly body: string;
	readonly office: string | null;
	readonly outcome: StoredOutcome | null;
};

/**
 * A page of the list of declarations, all versions, newest first.
 * @param since lowest identifier that belongs to it. @param before identifier that the page ends before.
 */
export async function listTrainingRecords(
	reader: Reader,
	since: string,
	before: string,
	limit: number,
): Promise<{ readonly id: string; readonly documentDate: string | null }[]> {
	const rows = await reader
		.selectFrom('record')
		.select(['id', 'document_date'])
		.where('kind', '=', 'declaration')
		.where('restricted', '=', false)
		.where('id', '>=', since)
		.where('id', '<', before)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ id: row.id, documentDate: row.document_date }));
}

/** Declarations with what was found in them, in the order of `ids`; what is not there any more is left out. */
export async function readTrainingPage(reader: Reader, ids: readonly string[]): Promise<StoredDeclaration[]> {
	if (ids.length === 0) return [];
	const rows = await reader
		.selectFrom('record')
		.select(['id', 'version', 'body', 'office'])
		.where('id', 'in', ids)
		.execute();
	const byId = new Map(rows.map((row) => [row.id, row]));
	const records = ids.flatMap((id) => byId.get(id) ?? []);
	if (records.length === 0) return [];
	const inspections = await reader
		.selectFrom('inspection')
		.select(['record_id', 'result', 'findings', 'recovered', 'currency', 'inspected_at', 'received_at'])
		.where('record_id', 'in', ids)
		.where('result', '<>', 'not-carried-out')
		.orderBy('record_id')
		.orderBy('outcome_record')
		.limit(20 * ids.length)
		.execute();
	// Later ones replace earlier ones.
	const newest = new Map(inspections.map((each) => [each.record_id, each]));
	const drawn = new Set(newest.size === 0 ? [] : await randomAmong(reader, [...newest.keys()]));
	return records.map(({ id, version, body, office }) => {
		const found = newest.get(id);
		return {
			id,
			version,
			body,
			office,
			outcome:
				found === undefined
					? null
					: {
							result: found.result,
							findings: found.findings,
							recovered: found.recovered,
							currency: found.currency,
							inspectedAt: found.inspected_at,
							receivedAt: found.received_at,
							random: drawn.has(id),
						},
		};
	});
}

async function randomAmong(reader: Reader, ids: readonly (string | null)[]): Promise<string[]> {
	const rows = await reader
		.selectFrom('assessment')
		.select('record_id')
		.where(
			'record_id',
			'in',
			ids.filter((id) => id !== null),
		)
		.where('random', '=', true)
		.execute();
	return rows.map(({ record_id }) => record_id);
}

/** Inspections of records from `since` on that were carried out, and those that found something; counted up to `most`. */
export async function countLabels(
	reader: Reader,
	since: string,
	most: number,
): Promise<{ inspected: number; found: number }> {
	const { rows } = await sql<{ inspected: number; found: number }>`
		select count(*)::integer as inspected, (count(*) filter (where result <> 'nothing-found'))::integer as found
		from (
			select result from inspection
			where record_id >= ${since} and result <> 'not-carried-out' order by record_id limit ${most}
		) as labelled`.execute(reader);
	return rows[0] ?? { inspected: 0, found: 0 };
}

/** The currency that the node counts in, where somebody has set it. */
export async function readCurrency(reader: Reader): Promise<string | undefined> {
	const row = await reader.selectFrom('lane_setting').select('settings').executeTakeFirst();
	const currency = row === undefined ? undefined : /"currency":\s*"([A-Z]{3})"/.exec(row.settings)?.[1];
	return currency;
}

/**
 * SQL of what models learn from: stored declarations in the order of their receipt, with what inspections found in them.
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
 * A page of declarations, all versions, by identifier.
 * @param after identifier that the page begins behind.
 */
export async function readTrainingPage(
	reader: Reader,
	after: string,
	limit: number,
): Promise<StoredDeclaration[]> {
	const records = await reader
		.selectFrom('record')
		.select(['id', 'version', 'body', 'office'])
		.where('kind', '=', 'declaration')
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();
	if (records.length === 0) return [];
	const ids = records.map(({ id }) => id);
	const inspections = await reader
		.selectFrom('inspection')
		.select(['record_id', 'result', 'findings', 'recovered', 'currency', 'received_at'])
		.where('record_id', 'in', ids)
		.where('result', '<>', 'not-carried-out')
		.orderBy('record_id')
		.orderBy('outcome_record')
		.limit(20 * limit)
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

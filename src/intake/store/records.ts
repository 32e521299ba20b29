/**
 * SQL of reading: lists by keyset, one record with its versions, findings and companions.
 * Every list goes along an index and has a limit; deep pages cost what the first costs.
 */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Finding } from '../../../contract/findings.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import type { Database } from '../../platform/database/port.ts';
import { SUMMARY_COLUMNS, toSummary } from '../../platform/database/record-summary.ts';
import { foreignPageMark } from '../../platform/page-mark.ts';
import type { Tables } from '../../platform/tables.ts';
import { type RecordFilter, type RecordQuery, type Restrict, restrict } from './record-filter.ts';

/** Rows are counted up to here; beyond, a list says "at least". */
export const COUNT_LIMIT = 100_000;

type Page = { items: RecordSummary[]; next: string | null; total: number | null; totalIsLowerBound: boolean };
type Cursor = { value?: number | null; id: string };

/**
 * A page of the list.
 * @param searched identifiers' hashes that the search text may stand for; see `searchKeys`.
 */
export async function listRecords(
	database: Database,
	query: RecordQuery,
	searched: readonly number[],
): Promise<Page> {
	const restricted = await restrict(database, query, searched);
	if (restricted === 'nothing') return { items: [], next: null, total: 0, totalIsLowerBound: false };
	const { column, direction } = sorting(query.sort);
	let page = restricted(database.kysely.selectFrom('record'))
		.select(SUMMARY_COLUMNS)
		.limit(query.limit + 1);
	if (column !== 'id')
		page = page.where(`record.${column}`, 'is not', null).orderBy(`record.${column}`, direction);
	page = page.orderBy('record.id', direction);
	if (query.after !== undefined) page = afterCursor(page, readCursor(query.after), column, direction);
	const rows = await page.execute();
	const items = rows.slice(0, query.limit);
	const last = items.at(-1);
	const next =
		rows.length > query.limit && last !== undefined
			? writeCursor(column === 'id' ? { id: last.id } : { value: last[column], id: last.id })
			: null;
	// Only the first page is counted: the number does not change by turning pages.
	const counted = query.after === undefined ? await count(database, restricted) : null;
	return {
		items: items.map(toSummary),
		next,
		total: counted === null ? null : Math.min(counted, COUNT_LIMIT),
		totalIsLowerBound: counted !== null && counted > COUNT_LIMIT,
	};
}

async function count(database: Database, restricted: Restrict): Promise<number> {
	const bounded = restricted(database.kysely.selectFrom('record'))
		.select(sql<number>`1`.as('one'))
		.limit(COUNT_LIMIT + 1);
	const row = await database.kysely
		.selectFrom(bounded.as('bounded'))
		.select((eb) => eb.fn.countAll<number>().as('amount'))
		.executeTakeFirst();
	return Number(row?.amount ?? 0);
}

function sorting(sort: RecordQuery['sort']): {
	column: 'id' | 'value' | 'gross_mass_kg';
	direction: 'asc' | 'desc';
} {
	const direction = sort.startsWith('-') ? 'desc' : 'asc';
	const name = sort.replace('-', '');
	return { column: name === 'value' ? 'value' : name === 'mass' ? 'gross_mass_kg' : 'id', direction };
}

function afterCursor<O>(
	from: SelectQueryBuilder<Tables, 'record', O>,
	cursor: Cursor,
	column: 'id' | 'value' | 'gross_mass_kg',
	direction: 'asc' | 'desc',
): SelectQueryBuilder<Tables, 'record', O> {
	const beyond = direction === 'desc' ? '<' : '>';
	if (column === 'id') return from.where('record.id', beyond, cursor.id);
	return from.where(
		sql<boolean>`(${sql.ref(`record.${column}`)}, record.id) ${sql.raw(beyond)} (${cursor.value ?? 0}, ${cursor.id}::uuid)`,
	);
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string): Cursor {
	try {
		const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
		if (
			typeof cursor === 'object' &&
			cursor !== null &&
			'id' in cursor &&
			typeof cursor.id === 'string' &&
			/^[0-9a-f-]{36}$/.test(cursor.id)
		)
			return {
				id: cursor.id,
				value: 'value' in cursor && typeof cursor.value === 'number' ? cursor.value : null,
			};
	} catch {
		// Falls through to the one answer for every kind of damage.
	}
	throw foreignPageMark();
}

export type StoredRecord = {
	summary: RecordSummary;
	body: string;
	submission: string;
	place: string;
	laneReason: string | null;
};

export async function readRecord(database: Database, id: string): Promise<StoredRecord | undefined> {
	const row = await database.kysely
		.selectFrom('record')
		.select(SUMMARY_COLUMNS)
		.select(['body', 'submission', 'place', 'lane_reason'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	return {
		summary: toSummary(row),
		body: row.body,
		submission: Buffer.from(row.submission).toString('hex'),
		place: row.place,
		laneReason: row.lane_reason,
	};
}

const SEVERITIES = ['info', 'info', 'warning', 'error'] as const;

export async function readFindings(database: Database, recordId: string): Promise<Finding[]> {
	const rows = await database.kysely
		.selectFrom('finding')
		.selectAll()
		.where('record_id', '=', recordId)
		.orderBy('severity', 'desc')
		.orderBy('position')
		.limit(500)
		.execute();
	return rows.map((row) => ({
		code: row.code,
		severity: SEVERITIES[row.severity] ?? 'info',
		place: row.place,
		...(row.value === null ? {} : { value: row.value }),
		...(row.against === null ? {} : { against: row.against }),
		...(row.other_record === null ? {} : { otherRecord: row.other_record }),
		sentence: row.sentence,
	}));
}

export type StoredVersion = {
	id: string;
	version: number;
	body: string;
	submission: string;
	source: string;
	channel: string;
};

/** Versions of one document that can be shown; beyond it, the newest. */
const MAX_VERSIONS = 100;

export async function readVersions(
	database: Database,
	kind: string,
	reference: string,
): Promise<StoredVersion[]> {
	const rows = await database.kysely
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.select([
			'record.id',
			'record.version',
			'record.body',
			'record.submission',
			'submission.source',
			'submission.channel',
		])
		.where('record.kind', '=', kind)
		.where('record.reference', '=', reference)
		.orderBy('record.version', 'desc')
		.limit(MAX_VERSIONS)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		version: row.version,
		body: row.body,
		submission: Buffer.from(row.submission).toString('hex'),
		source: row.source,
		channel: row.channel,
	}));
}

/** Bodies of the records that a filter chooses, newest first, page by page: an export of any size in flat memory. */
export async function* recordBodies(
	database: Database,
	filter: RecordFilter,
	ids: readonly string[] | undefined,
	limit: number,
	searched: readonly number[],
): AsyncGenerator<string> {
	const restricted = await restrict(database, filter, searched);
	if (restricted === 'nothing') return;
	let left = limit;
	let after: string | undefined;
	while (left > 0) {
		let query = restricted(database.kysely.selectFrom('record'))
			.select(['record.id', 'record.body'])
			.orderBy('record.id', 'desc')
			.limit(Math.min(left, 500));
		if (ids !== undefined)
			query = query.where(
				'record.id',
				'in',
				ids.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : [...ids],
			);
		if (after !== undefined) query = query.where('record.id', '<', after);
		const rows = await query.execute();
		for (const row of rows) yield row.body;
		left -= rows.length;
		after = rows.at(-1)?.id;
		if (rows.length < 500) return;
	}
}

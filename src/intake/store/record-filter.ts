/**
 * SQL of the filters of the list of records: what the console's filter bar, an export and a search ask for.
 */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { operations } from '../../../contract/operations.ts';
import type { Database } from '../../platform/database/port.ts';
import { lowestIdentifier } from '../../platform/identifiers.ts';
import type { Tables } from '../../platform/tables.ts';

export type RecordQuery = z.infer<typeof operations.listRecords.input>;
export type RecordFilter = Omit<RecordQuery, 'after' | 'limit' | 'sort'>;

/** Most records that a search by identifier brings up. */
const SEARCH_LIMIT = 1_000;

/** Adds the conditions of a filter to a query of records. */
export type Restrict = <O>(
	from: SelectQueryBuilder<Tables, 'record', O>,
) => SelectQueryBuilder<Tables, 'record', O>;

/**
 * The conditions of a filter; `nothing` where no record can satisfy them.
 * @param searched hashes of the identifiers that the search text may stand for; see `keysOfSearch`.
 */
export async function restrict(
	database: Database,
	filter: RecordFilter,
	searched: readonly number[],
): Promise<Restrict | 'nothing'> {
	const steps: ((
		eb: ExpressionBuilder<Tables, 'record'>,
	) => ReturnType<ExpressionBuilder<Tables, 'record'>['and']>)[] = [];
	const equal = (
		column: 'kind' | 'office' | 'carrier' | 'lane' | 'format',
		value: string | undefined,
	): void => {
		if (value !== undefined) steps.push((eb) => eb.and([eb(`record.${column}`, '=', value)]));
	};
	equal('kind', filter.kind);
	equal('office', filter.office);
	equal('carrier', filter.carrier);
	equal('lane', filter.lane);
	equal('format', filter.format);
	// The index on lanes leaves green out, and is used only where the query says so too.
	if (filter.lane !== undefined && filter.lane !== 'green')
		steps.push((eb) => eb.and([eb('record.lane', '<>', 'green')]));
	if (filter.worst === 'error') steps.push((eb) => eb.and([eb('record.errors', '>', 0)]));
	if (filter.worst === 'warning')
		steps.push((eb) => eb.and([eb('record.errors', '=', 0), eb('record.warnings', '>', 0)]));
	if (filter.worst === 'info')
		steps.push((eb) =>
			eb.and([eb('record.errors', '=', 0), eb('record.warnings', '=', 0), eb('record.infos', '>', 0)]),
		);
	if (filter.receivedFrom !== undefined) {
		const from = lowestIdentifier(momentFrom(filter.receivedFrom, 'receivedFrom'));
		steps.push((eb) => eb.and([eb('record.id', '>=', from)]));
	}
	if (filter.receivedUntil !== undefined) {
		const until = lowestIdentifier(momentFrom(filter.receivedUntil, 'receivedUntil'));
		steps.push((eb) => eb.and([eb('record.id', '<', until)]));
	}
	const finding = filter.finding;
	if (finding !== undefined)
		steps.push((eb) =>
			eb.and([
				eb.exists(
					eb
						.selectFrom('finding')
						.select(sql<number>`1`.as('one'))
						.whereRef('finding.record_id', '=', 'record.id')
						.where('finding.code', '=', finding)
						.where('finding.first_of_code', '=', true),
				),
			]),
		);
	if (filter.submission !== undefined) {
		const submission = Buffer.from(filter.submission, 'hex');
		const range = await database.kysely
			.selectFrom('submission')
			.select(['first_record', 'last_record'])
			.where('id', '=', submission)
			.executeTakeFirst();
		const { first_record: first, last_record: last } = range ?? { first_record: null, last_record: null };
		if (first === null || last === null) return 'nothing';
		steps.push((eb) =>
			eb.and([
				eb('record.id', '>=', first),
				eb('record.id', '<=', last),
				eb('record.submission', '=', submission),
			]),
		);
	}
	if (filter.search !== undefined && filter.search.trim() !== '') {
		const ids = await search(database, filter.search.trim(), searched);
		if (ids.length === 0) return 'nothing';
		steps.push((eb) => eb.and([eb('record.id', 'in', ids)]));
	}
	return (from) =>
		from
			.where('record.latest', '=', true)
			.where('record.restricted', '=', false)
			.where((eb) => eb.and(steps.map((step) => step(eb))));
}

/** Records whose reference starts with the text, or that carry it as an identifier. */
async function search(database: Database, text: string, searched: readonly number[]): Promise<string[]> {
	const starts = `${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
	const { rows } = await sql<{ id: string }>`
		(select id from record where latest and reference like ${starts} limit ${SEARCH_LIMIT})
		union
		(select record_id as id from record_key where key = any(${[...searched]}::bigint[]) order by record_id desc limit ${SEARCH_LIMIT})`.execute(
		database.kysely,
	);
	return rows.map((row) => row.id);
}

function momentFrom(text: string, place: string): number {
	const moment = Date.parse(text);
	if (Number.isNaN(moment))
		throw new TidewaiterError('invalid-input', `${JSON.stringify(text)} is not a time.`, {
			place,
			remedy: 'Use ISO 8601 with a zone, such as 2026-11-22T06:00:00Z.',
		});
	return moment;
}

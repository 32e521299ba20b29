/**
 * SQL of the overview. It reads tallies by hour, never the records: the same cost on the first day and in the tenth year.
 */
import { sql } from 'kysely';
import type { Overview } from '../../../contract/views.ts';
import type { Database } from '../../platform/database/port.ts';

type Counts = Omit<Overview, 'at' | 'node'>;

const HOURS = 24;
const TOP_OFFICES = 40;
const TOP_FINDINGS = 25;

/** Counts of the last 24 full hours and the hour that runs. */
export async function readCounts(database: Database, nowMs: number): Promise<Counts> {
	const since = new Date(Math.floor(nowMs / 3_600_000) * 3_600_000 - (HOURS - 1) * 3_600_000);
	const { kysely } = database;
	const recent = kysely.selectFrom('tally').where('hour', '>=', since);
	const number = (column: string) => sql<number>`sum(${sql.ref(column)})::bigint`;
	const totals = await kysely.selectFrom('total').selectAll().execute();
	const total = (name: string): number => Number(totals.find((row) => row.name === name)?.amount ?? 0);
	const byKind = await recent
		.select([
			'kind',
			number('records').as('records'),
			sql<number>`sum(infos + warnings + errors)::bigint`.as('findings'),
			number('errors').as('errors'),
		])
		.groupBy('kind')
		.orderBy('kind')
		.execute();
	const byOffice = await recent
		.where('office', '<>', '')
		.select(['office', number('records').as('records'), number('errors').as('errors')])
		.groupBy('office')
		.orderBy('records', 'desc')
		.orderBy('office')
		.limit(TOP_OFFICES)
		.execute();
	const byCarrier = await recent
		.where('carrier', '<>', '')
		.select([
			'carrier',
			number('records').as('records'),
			sql<number>`sum(infos + warnings + errors)::bigint`.as('findings'),
			sql<number>`(sum(given)::float8 / greatest(sum(expected), 1))`.as('complete'),
		])
		.groupBy('carrier')
		.orderBy('records', 'desc')
		.orderBy('carrier')
		.limit(TOP_OFFICES)
		.execute();
	const byLane = await recent
		.where('lane', '<>', '')
		.select(['lane', number('records').as('records')])
		.groupBy('lane')
		.execute();
	const byHour = await recent
		.select(['hour', 'kind', number('records').as('records')])
		.groupBy(['hour', 'kind'])
		.orderBy('hour')
		.execute();
	const topFindings = await kysely
		.selectFrom('finding_tally')
		.where('hour', '>=', since)
		.select(['code', 'severity', number('findings').as('records'), sql<string>`max(example)`.as('sentence')])
		.groupBy(['code', 'severity'])
		.orderBy('severity', 'desc')
		.orderBy('records', 'desc')
		.limit(TOP_FINDINGS)
		.execute();
	const severities = ['info', 'info', 'warning', 'error'] as const;
	return {
		totals: {
			submissions: total('submissions'),
			records: total('records'),
			findings: total('findings'),
			quarantined: total('quarantined'),
		},
		byKind: byKind.map((row) => ({
			kind: row.kind as Overview['byKind'][number]['kind'],
			records: row.records,
			findings: row.findings,
			errors: row.errors,
		})),
		byOffice,
		byCarrier: byCarrier.map((row) => ({ ...row, complete: Math.min(1, row.complete) })),
		byLane: byLane
			.filter(({ lane }) => lane !== '')
			.map((row) => ({
				lane: row.lane as Overview['byLane'][number]['lane'],
				records: row.records,
			})),
		byHour: byHour.map((row) => ({
			at: row.hour.toISOString(),
			kind: row.kind as Overview['byHour'][number]['kind'],
			records: row.records,
		})),
		topFindings: topFindings.map((row) => ({
			code: row.code,
			severity: severities[row.severity] ?? 'info',
			records: row.records,
			sentence: row.sentence,
		})),
	};
}

/**
 * SQL of assessments on the line: what a batch must know of documents that came before, and the rows that it writes.
 * Everything runs inside the transaction of the batch; what is read is asked once for a batch, by key.
 */
import { sql } from 'kysely';
import type { Lane } from '../../../contract/views.ts';
import type { LaneBasis } from '../../../contract/views-targeting.ts';
import { copyLine, type Database, type Session } from '../../platform/database/port.ts';
import { momentOf } from '../../platform/identifiers.ts';
import { parseDetail, type StoredDetail } from './assessment-detail.ts';
import type { Counted, Tallies } from './tallies.ts';

/** Lanes by their rank in the column `lane_rank`. */
const LANE_OF_RANK = ['red', 'yellow', 'blue', 'green'] as const satisfies readonly Lane[];
export const laneOfRank = (rank: number): Lane => LANE_OF_RANK[rank] ?? 'green';
export const rankOfLane = (lane: Lane): number => LANE_OF_RANK.indexOf(lane);

export type Result = 'nothing-found' | 'irregularity' | 'offence' | 'not-carried-out';

/** An inspection that took place; one that was not carried out says nothing. */
export const isInspected = (result: Result | null): boolean =>
	result !== null && result !== 'not-carried-out';
export const isFound = (result: Result | null): boolean => result === 'irregularity' || result === 'offence';

/** A row of `assessment`. */
export type AssessmentRow = {
	readonly recordId: string;
	readonly kind: string;
	readonly office: string | null;
	readonly lane: Lane;
	readonly basis: LaneBasis;
	readonly score: number;
	readonly probability: number | null;
	readonly expectedRevenue: number | null;
	readonly modelVersion: number | null;
	readonly challengerVersion: number | null;
	readonly challengerProbability: number | null;
	readonly random: boolean;
	readonly waiting: boolean;
	readonly result: Result | null;
	/** By `formatDetail`. */
	readonly detail: string;
};

const ASSESSMENT_COLUMNS = [
	'record_id',
	'kind',
	'office',
	'lane_rank',
	'basis',
	'score',
	'probability',
	'expected_revenue',
	'model_version',
	'challenger_version',
	'challenger_probability',
	'random',
	'waiting',
	'result',
	'detail',
] as const;

/** `real` ends at 3.4e38; an amount beyond it is no amount. */
const realOf = (value: number | null): number | null =>
	value === null || !Number.isFinite(value) || Math.abs(value) > 1e37 ? null : Math.fround(value);

export const assessmentLine = (row: AssessmentRow): string =>
	copyLine([
		row.recordId,
		row.kind,
		row.office,
		rankOfLane(row.lane),
		row.basis,
		realOf(row.score) ?? 0,
		realOf(row.probability),
		realOf(row.expectedRevenue),
		row.modelVersion,
		row.challengerVersion,
		realOf(row.challengerProbability),
		row.random,
		row.waiting,
		row.result,
		row.detail,
	]);

const FIRING_COLUMNS = ['rule', 'record_id', 'place', 'version', 'sentence'] as const;

export const firingLine = (
	recordId: string,
	firing: { rule: string; place: string; version: number; sentence: string },
): string => copyLine([firing.rule, recordId, firing.place, firing.version, firing.sentence]);

/** @param lines by `assessmentLine` and `firingLine`. */
export async function copyAssessments(
	session: Session,
	lines: { readonly assessments: string; readonly firings: string },
): Promise<void> {
	if (lines.assessments !== '') await session.copyInto('assessment', ASSESSMENT_COLUMNS, lines.assessments);
	if (lines.firings !== '') await session.copyInto('rule_firing', FIRING_COLUMNS, lines.firings);
}

/** A document that the store has, in its newest version, as a batch must know it. */
export type StandingDocument = {
	readonly key: string;
	readonly recordId: string;
	readonly version: number;
	/** JSON of the record; null unless asked for. */
	readonly body: string | null;
	/** Lists with an open hit on somebody of whom it speaks, when it was assessed. */
	readonly hits: readonly string[];
	/** Undefined for a record that was stored before there were assessments. */
	readonly assessment:
		| { readonly counted: Counted; readonly waiting: boolean; readonly result: Result | null }
		| undefined;
};

type StandingRow = {
	key: string;
	record_id: string;
	version: number;
	body: string | null;
} & CountedRow;

type CountedRow = {
	record_id: string;
	kind: string | null;
	office: string | null;
	lane_rank: number | null;
	basis: LaneBasis | null;
	random: boolean | null;
	waiting: boolean | null;
	result: Result | null;
	detail: string | null;
};

const DAY_MS = 86_400_000;
/** Text of the day that was asked last: records of a batch are of one day. */
let lastDay = { number: Number.NaN, text: '' };

/** Day of a record, `YYYY-MM-DD`, UTC, from its identifier. */
export function dayOfRecord(recordId: string): string {
	const number = Math.floor(momentOf(recordId) / DAY_MS);
	if (number !== lastDay.number)
		lastDay = { number, text: new Date(number * DAY_MS).toISOString().slice(0, 10) };
	return lastDay.text;
}

export const rulesOf = ({ f }: StoredDetail): string[] => [...new Set((f ?? []).map(([rule]) => rule))];

const countedOf = (row: CountedRow, detail: StoredDetail): Counted => ({
	day: dayOfRecord(row.record_id),
	kind: row.kind ?? '',
	office: row.office,
	lane: laneOfRank(row.lane_rank ?? 3),
	basis: row.basis ?? 'none',
	random: row.random ?? false,
	rules: rulesOf(detail),
	groups: detail.g ?? {},
});

/**
 * Newest versions of documents by `documentKey`.
 * @param withBody keys whose record is wanted too: of what was inspected.
 */
export async function findStanding(
	database: Database,
	keys: readonly string[],
	withBody: ReadonlySet<string>,
): Promise<Map<string, StandingDocument>> {
	if (keys.length === 0) return new Map();
	const { rows } = await sql<StandingRow>`
		select h.key, h.record_id, h.version, case when h.key = any(${[...withBody]}::uuid[]) then r.body end as body,
			a.kind, a.office, a.lane_rank, a.basis, a.random, a.waiting, a.result, a.detail
		from unnest(${keys}::uuid[]) as asked(key)
		join record_head h on h.key = asked.key
		join record r on r.id = h.record_id
		left join assessment a on a.record_id = h.record_id`.execute(database.kysely);
	return new Map(
		rows.map((row): [string, StandingDocument] => {
			const detail = row.detail === null ? {} : parseDetail(row.detail);
			return [
				row.key,
				{
					key: row.key,
					recordId: row.record_id,
					version: row.version,
					body: row.body,
					hits: [...new Set((detail.a ?? []).map(([, list]) => list))],
					assessment:
						row.kind === null
							? undefined
							: { counted: countedOf(row, detail), waiting: row.waiting === true, result: row.result },
				},
			];
		}),
	);
}

/**
 * Takes versions that are no longer the newest out of the queue, and out of the counts where nobody inspected them.
 * @param records identifiers of the superseded versions.
 */
export async function endWaiting(
	session: Session,
	records: readonly string[],
	tallies: Tallies,
): Promise<void> {
	if (records.length === 0) return;
	const { rows } = await sql<CountedRow>`
		update assessment set waiting = false where record_id = any(${records}::uuid[])
		returning record_id, kind, office, lane_rank, basis, random, waiting, result, detail`.execute(
		session.kysely,
	);
	for (const row of rows)
		if (!isInspected(row.result)) tallies.addAssessed(countedOf(row, parseDetail(row.detail ?? '')), -1);
}

/** What a batch says was found in records that the store has. */
export type NewResult = {
	readonly recordId: string;
	/** What the assessment had when the batch was assembled. */
	readonly before: Result | null;
	readonly result: Result;
};

/** Raised where another process was faster; the batch is prepared again (SQLSTATE class 40). */
export class OutrunByAnother extends Error {
	readonly code = '40001';
}

/** @throws OutrunByAnother where a record has another result than the batch was prepared with. */
export async function saveResults(session: Session, results: readonly NewResult[]): Promise<void> {
	if (results.length === 0) return;
	const written = await sql`
		update assessment a set result = x.result, waiting = false
		from json_to_recordset(${JSON.stringify(results)}::json) as x("recordId" uuid, before text, result text)
		where a.record_id = x."recordId" and a.result is not distinct from x.before`.execute(session.kysely);
	if (Number(written.numAffectedRows ?? 0) !== results.length)
		throw new OutrunByAnother('an outcome for the same record came in at the same time');
}

/**
 * SQL that reads assessments for people: the queue by lane and score, and one assessment with its overrides. Each list goes
 * along an index and has a limit: what waits along `assessment_queue`, all else by time.
 */
import { type RawBuilder, sql } from 'kysely';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import type { LaneBasis } from '../../../contract/views-targeting.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from '../../platform/database/record-summary.ts';
import { recordIsOpen } from '../../platform/database/restriction.ts';
import { lowestIdentifier, momentOf } from '../../platform/identifiers.ts';
import { foreignPageMark } from '../../platform/page-mark.ts';
import { parseDetail, type StoredDetail } from './assessment-detail.ts';
import { type AssessmentRow, laneOfRank, type Result, rankOfLane } from './assessments.ts';

/** Rows are counted up to here; beyond, a list says "at least". */
const COUNT_LIMIT = 100_000;
const DAY_MS = 86_400_000;

export type QueueFilter = InputOf<'listQueue'>;

export type StoredAssessment = Omit<AssessmentRow, 'detail'> & {
	readonly record: RecordSummary;
	readonly latest: boolean;
	readonly laneReason: string;
	readonly detail: StoredDetail;
};

type Row = SummaryRow & {
	latest: boolean;
	lane_reason: string | null;
	a_office: string | null;
	lane_rank: number;
	insisted: number;
	basis: LaneBasis;
	score: number;
	probability: number | null;
	expected_revenue: number | null;
	model_version: number | null;
	challenger_version: number | null;
	challenger_probability: number | null;
	random: boolean;
	waiting: boolean;
	result: Result | null;
	detail: string;
};

const COLUMNS = sql.join([
	...SUMMARY_COLUMNS.map((column) => sql.ref(column)),
	...[
		'record.latest',
		'record.lane_reason',
		'a.lane_rank',
		'a.insisted',
		'a.basis',
		'a.score',
		'a.probability',
		'a.expected_revenue',
		'a.model_version',
		'a.challenger_version',
		'a.challenger_probability',
		'a.random',
		'a.waiting',
		'a.result',
		'a.detail',
	].map((column) => sql.ref(column)),
	sql`a.office as a_office`,
]);

const stored = (row: Row): StoredAssessment => ({
	record: toSummary(row),
	latest: row.latest,
	laneReason: row.lane_reason ?? '',
	recordId: row.id,
	kind: row.kind,
	office: row.a_office,
	lane: laneOfRank(row.lane_rank),
	basis: row.basis,
	score: row.score,
	probability: row.probability,
	expectedRevenue: row.expected_revenue,
	modelVersion: row.model_version,
	challengerVersion: row.challenger_version,
	challengerProbability: row.challenger_probability,
	random: row.random,
	waiting: row.waiting,
	result: row.result,
	detail: parseDetail(row.detail),
});

/** First moment of a day. @throws TidewaiterError invalid-input */
function startOf(day: string, place: string): number {
	const at = Date.parse(`${day}T00:00:00Z`);
	if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
		throw new TidewaiterError('invalid-input', `There is no day ${day}.`, { place });
	return at;
}

function conditionsOf(filter: QueueFilter): RawBuilder<unknown> {
	const all: RawBuilder<unknown>[] = [recordIsOpen('a.record_id')];
	switch (filter.state) {
		case 'waiting':
			all.push(sql`a.waiting`);
			break;
		case 'inspected':
			all.push(sql`a.result is not null and a.result <> 'not-carried-out'`);
			break;
		case 'released':
			all.push(sql`not a.waiting and (a.result is null or a.result = 'not-carried-out')`);
			break;
		case 'any':
			all.push(sql`true`);
	}
	if (filter.lane !== undefined) all.push(sql`a.lane_rank = ${rankOfLane(filter.lane)}`);
	if (filter.kind !== undefined) all.push(sql`a.kind = ${filter.kind}`);
	if (filter.office !== undefined) all.push(sql`a.office = ${filter.office}`);
	if (filter.basis !== undefined) all.push(sql`a.basis = ${filter.basis}`);
	if (filter.rule !== undefined)
		all.push(
			sql`exists(select 1 from rule_firing f where f.rule = ${filter.rule} and f.record_id = a.record_id)`,
		);
	if (filter.from !== undefined)
		all.push(sql`a.record_id >= ${lowestIdentifier(startOf(filter.from, 'from'))}::uuid`);
	if (filter.until !== undefined)
		all.push(sql`a.record_id < ${lowestIdentifier(startOf(filter.until, 'until') + DAY_MS)}::uuid`);
	return sql.join(all, sql` and `);
}

type Cursor = {
	readonly lane: number;
	readonly insisted: number;
	readonly score: number;
	readonly id: string;
};

export type QueuePage = {
	readonly items: StoredAssessment[];
	readonly next: string | null;
	readonly total: number | null;
	readonly totalIsLowerBound: boolean;
};

/**
 * What waits by lane; in each what an alert or a person asked for, then by score, then the oldest first. Anything else the
 * newest first.
 */
export async function readQueue(database: Database, filter: QueueFilter): Promise<QueuePage> {
	const conditions = conditionsOf(filter);
	const byUrgency = filter.state === 'waiting';
	const after = filter.after === undefined ? undefined : readCursor(filter.after);
	const beyond =
		after === undefined
			? sql`true`
			: byUrgency
				? sql`a.lane_rank >= ${after.lane} and (a.lane_rank > ${after.lane} or a.insisted > ${after.insisted}
					or (a.insisted = ${after.insisted} and (a.score < ${after.score}::real
					or (a.score = ${after.score}::real and a.record_id > ${after.id}::uuid))))`
				: sql`a.record_id < ${after.id}::uuid`;
	const order = byUrgency ? sql`lane_rank, insisted, score desc, record_id` : sql`record_id desc`;
	const { rows } = await sql<Row>`
		select ${COLUMNS}
		from (select * from assessment a where ${conditions} and ${beyond} order by ${order} limit ${filter.limit + 1}) a
		join record on record.id = a.record_id
		order by ${byUrgency ? sql`a.lane_rank, a.insisted, a.score desc, a.record_id` : sql`a.record_id desc`}`.execute(
		database.kysely,
	);
	const shown = rows.slice(0, filter.limit);
	const items = shown.map(stored);
	const last = shown.at(-1);
	const next =
		rows.length > filter.limit && last !== undefined
			? writeCursor({ lane: last.lane_rank, insisted: last.insisted, score: last.score, id: last.id })
			: null;
	const counted =
		after === undefined
			? await sql<{ total: number }>`
				select count(*)::int as total from (select 1 from assessment a where ${conditions} limit ${COUNT_LIMIT + 1}) as found`.execute(
					database.kysely,
				)
			: undefined;
	const total = counted?.rows[0]?.total;
	return {
		items,
		next,
		total: total === undefined ? null : Math.min(total, COUNT_LIMIT),
		totalIsLowerBound: total !== undefined && total > COUNT_LIMIT,
	};
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string): Cursor {
	try {
		const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
		if (
			typeof read === 'object' &&
			read !== null &&
			'lane' in read &&
			'insisted' in read &&
			'score' in read &&
			'id' in read &&
			typeof read.lane === 'number' &&
			Number.isInteger(read.lane) &&
			Math.abs(read.lane) < 100 &&
			(read.insisted === 0 || read.insisted === 1) &&
			typeof read.score === 'number' &&
			Math.abs(read.score) <= 1 &&
			typeof read.id === 'string' &&
			/^[0-9a-f-]{36}$/.test(read.id)
		)
			return { lane: read.lane, insisted: read.insisted, score: read.score, id: read.id };
	} catch {
		// Falls through to the one answer for every kind of damage.
	}
	throw foreignPageMark();
}

export async function readStoredAssessment(
	database: Database,
	recordId: string,
): Promise<StoredAssessment | undefined> {
	const { rows } = await sql<Row>`
		select ${COLUMNS} from assessment a join record on record.id = a.record_id where a.record_id = ${recordId}::uuid`.execute(
		database.kysely,
	);
	return rows[0] === undefined ? undefined : stored(rows[0]);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockAssessment(
	session: Session,
	recordId: string,
): Promise<StoredAssessment | undefined> {
	const { rows } = await sql<Row>`
		select ${COLUMNS} from assessment a join record on record.id = a.record_id where a.record_id = ${recordId}::uuid
		for update of a`.execute(session.kysely);
	return rows[0] === undefined ? undefined : stored(rows[0]);
}

export type StoredOverride = {
	readonly at: string;
	readonly by: string;
	readonly from: AssessmentRow['lane'];
	readonly to: AssessmentRow['lane'];
	readonly reason: string;
};

const MOST_OVERRIDES = 100;

export async function readOverridesOf(database: Database, recordId: string): Promise<StoredOverride[]> {
	const rows = await database.kysely
		.selectFrom('lane_override')
		.select(['at', 'actor', 'lane_from', 'lane_to', 'reason'])
		.where('record_id', '=', recordId)
		.orderBy('position')
		.limit(MOST_OVERRIDES)
		.execute();
	return rows.map((row) => ({
		at: row.at.toISOString(),
		by: row.actor,
		// Written by `saveOverride`, from lanes.
		from: row.lane_from as StoredOverride['from'],
		to: row.lane_to as StoredOverride['to'],
		reason: row.reason,
	}));
}

/** Puts a record into another lane: assessment, record, and the tally by hour that the overview counts from. */
export async function saveOverride(
	session: Session,
	before: StoredAssessment,
	to: AssessmentRow['lane'],
	change: { readonly at: Date; readonly actor: string; readonly reason: string; readonly detail: string },
): Promise<void> {
	const { recordId, record, lane } = before;
	await session.kysely
		.updateTable('assessment')
		.set({ lane_rank: rankOfLane(to), basis: 'override', waiting: to !== 'green', detail: change.detail })
		.where('record_id', '=', recordId)
		.execute();
	await session.kysely
		.updateTable('record')
		.set({ lane: to, lane_reason: `${change.actor}: ${change.reason}` })
		.where('id', '=', recordId)
		.execute();
	await sql`
		insert into lane_override(record_id, position, at, actor, lane_from, lane_to, reason)
		select ${recordId}::uuid, coalesce(max(position), 0) + 1, ${change.at}::timestamptz, ${change.actor}, ${lane}, ${to}, ${change.reason}
		from lane_override where record_id = ${recordId}::uuid`.execute(session.kysely);
	const hour = new Date(Math.floor(momentOf(recordId) / 3_600_000) * 3_600_000);
	for (const [each, by] of [
		[lane, -1],
		[to, 1],
	] as const)
		await sql`
			insert into tally(hour, kind, office, carrier, lane, records, infos, warnings, errors, given, expected)
			values (${hour}::timestamptz, ${record.kind}, ${record.office ?? ''}, ${record.carrier ?? ''}, ${each}, ${by}, 0, 0, 0, 0, 0)
			on conflict (hour, kind, office, carrier, lane) do update set records = tally.records + excluded.records`.execute(
			session.kysely,
		);
}

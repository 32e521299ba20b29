/**
 * SQL of the way in: what is known of a batch before it is written, and the one transaction that writes it.
 */
import { sql } from 'kysely';
import { type FreshMention, saveAppearances, saveMentions } from '../../mentions/store.ts';
import { copyLine, type Database, type Session } from '../../platform/database/port.ts';
import { lowestIdentifier } from '../../platform/identifiers.ts';
import { type BatchScreening, type Screening, StaleScreening } from '../../screening/model.ts';
import type { BatchAssessment, TargetingOnLine } from '../../targeting/model.ts';

export type Head = { recordId: string; version: number; content: string };

export type SubmissionRow = {
	/** 64 hexadecimal digits. */
	id: string;
	receivedAtMs: number;
	source: string;
	channel: string;
	name: string | null;
	mapping: string | null;
	bytes: number;
	pack: string;
	packOffset: number;
};

/** What a batch adds to one submission. */
export type SubmissionProgress = {
	row: SubmissionRow;
	/** Position before this batch; the update asserts it, so that two readers cannot both go on. */
	from: number;
	to: number;
	format: string;
	status: 'reading' | 'accepted' | 'partial' | 'quarantined';
	records: number;
	created: number;
	amended: number;
	repeated: number;
	refused: number;
	infos: number;
	warnings: number;
	errors: number;
	firstRecord: string | null;
	lastRecord: string | null;
};

export type BatchRows = {
	submissions: SubmissionProgress[];
	/** Lines in COPY format, by `copyLine`. */
	records: string;
	keys: string;
	findings: string;
	appearances: string;
	/** Mentions that the store did not have when the batch was assembled. */
	mentions: readonly FreshMention[];
	screening: BatchScreening;
	assessed: BatchAssessment;
	heads: { key: string; record_id: string; version: number; content: string }[];
	/** Versions that are no longer the latest. */
	superseded: string[];
	quarantine: {
		id: string;
		submission: string;
		format: string;
		place: string;
		code: string;
		reason: string;
		remedy: string;
	}[];
	tally: {
		hour: string;
		kind: string;
		office: string;
		carrier: string;
		lane: string;
		records: number;
		infos: number;
		warnings: number;
		errors: number;
		given: number;
		expected: number;
	}[];
	findingTally: { hour: string; code: string; severity: number; findings: number; example: string }[];
	totals: { submissions: number; records: number; findings: number; quarantined: number };
};

export const RECORD_COLUMNS = [
	'id',
	'kind',
	'reference',
	'version',
	'latest',
	'submission',
	'position',
	'place',
	'format',
	'office',
	'carrier',
	'lane',
	'lane_reason',
	'caption',
	'document_date',
	'origin_country',
	'destination_country',
	'hs_code',
	'gross_mass_kg',
	'value',
	'currency',
	'infos',
	'warnings',
	'errors',
	'body',
] as const;
const KEY_COLUMNS = ['key', 'record_id'] as const;
export const FINDING_COLUMNS = [
	'record_id',
	'position',
	'code',
	'severity',
	'place',
	'value',
	'against',
	'other_record',
	'sentence',
	'first_of_code',
] as const;

export { copyLine };

/** Bytes of a hexadecimal identifier as PostgreSQL's bytea text. */
export const byteaText = (hex: string): string => `\\x${hex}`;

/** Raised when another process has moved a submission or a document on; the batch is prepared again. */
export class Overtaken extends Error {}

/** SQL states after which the same work may succeed: serialization failure, deadlock (PostgreSQL, appendix A, class 40). */
const TRANSIENT: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** True where a batch failed for the company it had, and is to be prepared again. */
export const mayBeTriedAgain = (error: unknown): boolean =>
	error instanceof Overtaken ||
	error instanceof StaleScreening ||
	(error instanceof Error && 'code' in error && TRANSIENT.has(error.code));

/** Which of these submissions are in the store, with how far reading got. */
export async function knownSubmissions(
	database: Database,
	ids: readonly string[],
): Promise<Map<string, { status: string; position: number }>> {
	if (ids.length === 0) return new Map();
	const rows = await database.kysely
		.selectFrom('submission')
		.select(['id', 'status', 'position'])
		.where(
			'id',
			'in',
			ids.map((id) => Buffer.from(id, 'hex')),
		)
		.execute();
	return new Map(
		rows.map((row) => [Buffer.from(row.id).toString('hex'), { status: row.status, position: row.position }]),
	);
}

/** Newest versions of these documents, by key. */
export async function findHeads(database: Database, keys: readonly string[]): Promise<Map<string, Head>> {
	if (keys.length === 0) return new Map();
	const { rows } = await sql<{ key: string; record_id: string; version: number; content: string }>`
		select h.key, h.record_id, h.version, h.content
		from unnest(${keys}::uuid[]) as asked(key) join record_head h on h.key = asked.key`.execute(
		database.kysely,
	);
	return new Map(
		rows.map((row) => [row.key, { recordId: row.record_id, version: row.version, content: row.content }]),
	);
}

export type Bearer = { key: number; recordId: string; kind: string; body: string };

/** Most records that one identifier brings up, newest first: enough to compare, few enough for a broker's own number. */
const MAX_BEARERS = 8;

/**
 * Latest records that carry one of these identifiers and were received at or after `sinceMs`; restricted ones are kept, and
 * used for nothing.
 * @param keys by `lookupKey`.
 */
export async function findBearers(
	database: Database,
	keys: readonly number[],
	sinceMs: number,
): Promise<Bearer[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<{ key: number; record_id: string; kind: string; body: string }>`
		select asked.key as key, r.id as record_id, r.kind, r.body
		from unnest(${keys}::bigint[]) as asked(key)
		cross join lateral (
			select k.record_id from record_key k
			where k.key = asked.key and k.record_id >= ${lowestIdentifier(sinceMs)}::uuid
			order by k.record_id desc limit ${MAX_BEARERS}
		) as bearer
		join record r on r.id = bearer.record_id and r.id >= ${lowestIdentifier(sinceMs)}::uuid
		where r.latest and not r.restricted`.execute(database.kysely);
	return rows.map((row) => ({ key: row.key, recordId: row.record_id, kind: row.kind, body: row.body }));
}

/** Bodies of records, by identifier. */
export async function findBodies(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await database.kysely
		.selectFrom('record')
		.select(['id', 'body'])
		.where('id', 'in', [...ids])
		.execute();
	return new Map(rows.map((row) => [row.id, row.body]));
}

/** Makes the month's partitions where they are missing. Cheap when they are there; called once a month by each process. */
export async function ensureMonth(database: Database, year: number, month: number): Promise<void> {
	const from = lowestIdentifier(Date.UTC(year, month - 1, 1));
	const until = lowestIdentifier(Date.UTC(year, month, 1));
	const suffix = `${year}_${String(month).padStart(2, '0')}`;
	await database.script(
		`begin; select pg_advisory_xact_lock(7423002);
		${['record', 'record_key', 'finding', 'appearance', 'assessment']
			.map(
				(table) =>
					`create table if not exists ${table}_${suffix} partition of ${table} for values from ('${from}') to ('${until}');`,
			)
			.join('\n')}
		alter table record_${suffix} alter column body set storage external;
		commit;`,
	);
}

/**
 * Writes a batch: all of it or nothing.
 * @param enter enters into the ledger what the batch was.
 * @throws Overtaken when a submission or a document has moved on since the batch was prepared.
 * @throws StaleScreening when the lists have changed since; both may be tried again.
 */
export async function saveBatch(
	database: Database,
	rows: BatchRows,
	screening: Pick<Screening, 'saveHits'>,
	targeting: Pick<TargetingOnLine, 'saveAssessments'>,
	nowMs: number,
	enter: (session: Session) => Promise<void>,
): Promise<void> {
	await database.transact(async (session) => {
		await saveSubmissions(session, rows.submissions);
		if (rows.records !== '') await session.copyInto('record', RECORD_COLUMNS, rows.records);
		if (rows.keys !== '') await session.copyInto('record_key', KEY_COLUMNS, rows.keys);
		if (rows.findings !== '') await session.copyInto('finding', FINDING_COLUMNS, rows.findings);
		await saveAppearances(session, rows.appearances);
		await saveMentions(session, rows.mentions);
		await screening.saveHits(session, rows.screening, nowMs);
		await targeting.saveAssessments(session, rows.assessed, rows.superseded, nowMs);
		await saveHeads(session, rows);
		await saveQuarantine(session, rows.quarantine);
		await saveTallies(session, rows);
		// Last: whoever enters holds the end of the ledger until the transaction ends.
		await enter(session);
	});
}

async function saveSubmissions(session: Session, submissions: readonly SubmissionProgress[]): Promise<void> {
	const opened = submissions.filter((each) => each.from === 0);
	const continued = submissions.filter((each) => each.from > 0);
	if (opened.length > 0) {
		const written = await sql`
			insert into submission(id, received_at, source, channel, name, mapping, bytes, pack, pack_offset, format, status, position,
				records, created, amended, repeated, refused, infos, warnings, errors, first_record, last_record)
			select decode(id, 'hex'), to_timestamp(received_at_ms / 1000.0), source, channel, name, mapping, bytes, pack, pack_offset, format,
				status, position, records, created, amended, repeated, refused, infos, warnings, errors, first_record, last_record
			from json_to_recordset(${JSON.stringify(opened.map(asRow))}::json) as x(id text, received_at_ms double precision, source text,
				channel text, name text, mapping text, bytes bigint, pack text, pack_offset bigint, format text, status text, position int,
				records int, created int, amended int, repeated int, refused int, infos int, warnings int, errors int, first_record uuid, last_record uuid)
			on conflict (id) do update set mapping = excluded.mapping, position = excluded.position, format = excluded.format, status = excluded.status, records = excluded.records,
				created = excluded.created, amended = excluded.amended, repeated = excluded.repeated, refused = excluded.refused,
				infos = excluded.infos, warnings = excluded.warnings, errors = excluded.errors, first_record = coalesce(submission.first_record, excluded.first_record),
				last_record = coalesce(excluded.last_record, submission.last_record)
			where submission.position = 0 and submission.status = 'reading'`.execute(session.kysely);
		if (Number(written.numAffectedRows ?? 0) !== opened.length)
			throw new Overtaken('a submission of the batch is already in the store');
	}
	for (const each of continued) {
		const written = await sql`
			update submission set position = ${each.to}, format = ${each.format}, status = ${each.status}, records = records + ${each.records},
				created = created + ${each.created}, amended = amended + ${each.amended}, repeated = repeated + ${each.repeated},
				refused = refused + ${each.refused}, infos = infos + ${each.infos}, warnings = warnings + ${each.warnings},
				errors = errors + ${each.errors}, first_record = coalesce(first_record, ${each.firstRecord}::uuid),
				last_record = coalesce(${each.lastRecord}::uuid, last_record)
			where id = decode(${each.row.id}, 'hex') and position = ${each.from}`.execute(session.kysely);
		if (Number(written.numAffectedRows ?? 0) !== 1)
			throw new Overtaken(`submission ${each.row.id} was read on by another process`);
	}
}

const asRow = (each: SubmissionProgress): Record<string, unknown> => ({
	id: each.row.id,
	received_at_ms: each.row.receivedAtMs,
	source: each.row.source,
	channel: each.row.channel,
	name: each.row.name,
	mapping: each.row.mapping,
	bytes: each.row.bytes,
	pack: each.row.pack,
	pack_offset: each.row.packOffset,
	format: each.format,
	status: each.status,
	position: each.to,
	records: each.records,
	created: each.created,
	amended: each.amended,
	repeated: each.repeated,
	refused: each.refused,
	infos: each.infos,
	warnings: each.warnings,
	errors: each.errors,
	first_record: each.firstRecord,
	last_record: each.lastRecord,
});

/** Heads are written in the order of their keys: two processes that change the same documents then wait, and do not deadlock. */
async function saveHeads(session: Session, rows: BatchRows): Promise<void> {
	if (rows.heads.length > 0) {
		const written = await sql`
			insert into record_head(key, record_id, version, content)
			select key, record_id, version, content
			from json_to_recordset(${JSON.stringify(rows.heads)}::json) as x(key uuid, record_id uuid, version int, content uuid)
			order by key
			on conflict (key) do update set record_id = excluded.record_id, version = excluded.version, content = excluded.content
			where record_head.version < excluded.version`.execute(session.kysely);
		if (Number(written.numAffectedRows ?? 0) !== rows.heads.length)
			throw new Overtaken('a document of the batch has a newer version');
	}
	if (rows.superseded.length > 0) {
		const earlier = await session.kysely
			.updateTable('record')
			.set({ latest: false })
			.where('id', 'in', rows.superseded)
			.returning(['kind', 'reference', 'restricted'])
			.execute();
		for (const { kind, reference, restricted } of earlier)
			if (restricted) await restrictNewest(session, kind, reference);
	}
}

/** What is said anew of a restricted document is restricted too. */
const restrictNewest = (session: Session, kind: string, reference: string): Promise<unknown> =>
	session.kysely
		.updateTable('record')
		.set({ restricted: true })
		.where('kind', '=', kind)
		.where('reference', '=', reference)
		.where('latest', '=', true)
		.execute();

async function saveQuarantine(session: Session, quarantine: BatchRows['quarantine']): Promise<void> {
	if (quarantine.length === 0) return;
	await sql`
		insert into quarantine(id, submission, format, place, code, reason, remedy)
		select id, decode(submission, 'hex'), format, place, code, reason, remedy
		from json_to_recordset(${JSON.stringify(quarantine)}::json)
			as x(id uuid, submission text, format text, place text, code text, reason text, remedy text)`.execute(
		session.kysely,
	);
}

async function saveTallies(session: Session, rows: BatchRows): Promise<void> {
	if (rows.tally.length > 0)
		await sql`
			insert into tally select hour, kind, office, carrier, lane, records, infos, warnings, errors, given, expected
			from json_to_recordset(${JSON.stringify(rows.tally)}::json) as x(hour timestamptz, kind text, office text, carrier text, lane text,
				records bigint, infos bigint, warnings bigint, errors bigint, given bigint, expected bigint)
			order by 1, 2, 3, 4, 5
			on conflict (hour, kind, office, carrier, lane) do update set records = tally.records + excluded.records, infos = tally.infos + excluded.infos,
				warnings = tally.warnings + excluded.warnings, errors = tally.errors + excluded.errors, given = tally.given + excluded.given,
				expected = tally.expected + excluded.expected`.execute(session.kysely);
	if (rows.findingTally.length > 0)
		await sql`
			insert into finding_tally select hour, code, severity, findings, example
			from json_to_recordset(${JSON.stringify(rows.findingTally)}::json) as x(hour timestamptz, code text, severity smallint, findings bigint, example text)
			order by 1, 2, 3
			on conflict (hour, code, severity) do update set findings = finding_tally.findings + excluded.findings`.execute(
			session.kysely,
		);
	for (const [name, amount] of Object.entries(rows.totals))
		if (amount > 0)
			await session.kysely
				.updateTable('total')
				.set((row) => ({ amount: row('amount', '+', amount) }))
				.where('name', '=', name)
				.execute();
}

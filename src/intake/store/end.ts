/**
 * SQL of the end of records: documents whose time has come, masking them, deleting them with what intake keeps of them, and
 * submissions that nothing is left of. All of it inside a transaction of whoever ends them.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../platform/database/port.ts';

type Reader = Pick<Session, 'kysely'>;

/** A version of a document, as it is before it ends. */
export type EndingVersion = {
	readonly id: string;
	readonly kind: string;
	readonly reference: string;
	readonly latest: boolean;
	readonly restricted: boolean;
	readonly body: string;
	/** 64 hexadecimal digits. */
	readonly submission: string;
	readonly maskedAt: Date | null;
};

/** Newest versions of a kind between two identifiers, oldest first: along `record_kind`, from where the last pass came. */
export async function findEnding(
	{ kysely }: Reader,
	kind: string,
	after: string,
	before: string,
	limit: number,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from record where latest and kind = ${kind} and id > ${after}::uuid and id < ${before}::uuid order by id limit ${limit}`.execute(
		kysely,
	);
	return rows.map(({ id }) => id);
}

/** How many newest versions of a kind lie between two identifiers, counted up to `limit`. */
export async function countEnding(
	{ kysely }: Reader,
	kind: string,
	after: string,
	before: string,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			select 1 from record where latest and kind = ${kind} and id > ${after}::uuid and id < ${before}::uuid limit ${limit}
		) as due`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

/** Every version of the documents of these records. Versions are found by their reference, so that none is left behind. */
export async function readVersionsOf({ kysely }: Reader, ids: readonly string[]): Promise<EndingVersion[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{
		id: string;
		kind: string;
		reference: string;
		latest: boolean;
		restricted: boolean;
		body: string;
		submission: string;
		masked_at: Date | null;
	}>`
		select r.id, r.kind, r.reference, r.latest, r.restricted, r.body, encode(r.submission, 'hex') as submission, r.masked_at
		from (select distinct kind, reference from record where id = any(${[...ids]}::uuid[])) as document
		join record r on r.reference = document.reference and r.kind = document.kind
		order by r.id`.execute(kysely);
	return rows.map(({ masked_at, ...row }) => ({ ...row, maskedAt: masked_at }));
}

/** How a record stands in its document, without its body. */
export type RecordStanding = {
	readonly kind: string;
	readonly reference: string;
	readonly maskedAt: Date | null;
	/** Identifier of the newest version: from its receipt the days of the schedule count. */
	readonly newest: string;
};

export async function readStanding({ kysely }: Reader, id: string): Promise<RecordStanding | undefined> {
	const { rows } = await sql<{
		kind: string;
		reference: string;
		masked_at: Date | null;
		newest: string | null;
	}>`
		select own.kind, own.reference, own.masked_at, (
			select r.id from record r where r.reference = own.reference and r.kind = own.kind and r.latest order by r.id desc limit 1
		) as newest
		from record own where own.id = ${id}::uuid`.execute(kysely);
	const [row] = rows;
	return (
		row && { kind: row.kind, reference: row.reference, maskedAt: row.masked_at, newest: row.newest ?? id }
	);
}

/** What is left of a record when its personal data are masked. */
export type MaskedRow = {
	readonly id: string;
	readonly reference: string;
	readonly caption: string;
	readonly body: string;
};

/** What stands where a sentence was. */
export const MASKED_SENTENCE = 'What it said is masked.';

/**
 * @param goneKeys keys of persons' documents, which lead to the record no more.
 * @param submissions in which they came: a file may be called after somebody.
 */
export async function maskRecords(
	session: Session,
	rows: readonly MaskedRow[],
	goneKeys: readonly { readonly key: number; readonly record: string }[],
	submissions: readonly string[],
	at: Date,
): Promise<void> {
	const { kysely } = session;
	const ids = rows.map(({ id }) => id);
	await sql`
		update record set reference = x.reference, caption = x.caption, body = x.body, masked_at = ${at}::timestamptz,
			lane_reason = case when lane_reason is null then null else ${MASKED_SENTENCE} end
		from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, reference text, caption text, body text)
		where record.id = x.id`.execute(kysely);
	await sql`
		update finding set value = null, against = null, sentence = ${MASKED_SENTENCE}
		where record_id = any(${ids}::uuid[])`.execute(kysely);
	await sql`
		update submission set name = null where id = any(${submissions.map((id) => Buffer.from(id, 'hex'))}::bytea[])`.execute(
		kysely,
	);
	await forgetKeys(session, goneKeys);
	await forgetElsewhere(session, ids);
}

/** @param documents keys of documents, by `documentKey`. */
export async function deleteRecords(
	session: Session,
	ids: readonly string[],
	documents: readonly string[],
	keys: readonly { readonly key: number; readonly record: string }[],
): Promise<void> {
	const { kysely } = session;
	await forgetElsewhere(session, ids);
	await forgetKeys(session, keys);
	const findings = await sql`delete from finding where record_id = any(${[...ids]}::uuid[])`.execute(kysely);
	const records = await sql`delete from record where id = any(${[...ids]}::uuid[])`.execute(kysely);
	await sql`
		delete from record_head where key = any(${[...documents]}::uuid[]) and record_id = any(${[...ids]}::uuid[])`.execute(
		kysely,
	);
	await countDown(session, 'records', Number(records.numAffectedRows ?? 0));
	await countDown(session, 'findings', Number(findings.numAffectedRows ?? 0));
}

async function forgetKeys(
	{ kysely }: Session,
	keys: readonly { readonly key: number; readonly record: string }[],
): Promise<void> {
	if (keys.length === 0) return;
	await sql`
		delete from record_key k using unnest(${keys.map(({ key }) => key)}::bigint[], ${keys.map(({ record }) => record)}::uuid[]) as gone(key, record_id)
		where k.key = gone.key and k.record_id = gone.record_id`.execute(kysely);
}

/** What findings of other documents say of these records, and examples of findings of their hours. */
async function forgetElsewhere({ kysely }: Session, ids: readonly string[]): Promise<void> {
	await sql`
		update finding set value = null, against = null, other_record = null, sentence = ${MASKED_SENTENCE}
		where other_record = any(${[...ids]}::uuid[])`.execute(kysely);
	await sql`
		update finding_tally set example = '' where example <> '' and hour = any(${hoursOf(ids)}::timestamptz[])`.execute(
		kysely,
	);
}

const HOUR_MS = 3_600_000;

/** Hours in which records were received, which their identifiers carry. */
function hoursOf(ids: readonly string[]): Date[] {
	const hours = new Set(
		ids.map((id) => Math.floor(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) / HOUR_MS)),
	);
	return [...hours].map((hour) => new Date(hour * HOUR_MS));
}

/** Totals of the overview are what is there. */
async function countDown(
	{ kysely }: Session,
	name: 'submissions' | 'records' | 'findings' | 'quarantined',
	left: number,
): Promise<void> {
	if (left > 0) await sql`update total set amount = amount - ${left} where name = ${name}`.execute(kysely);
}

/**
 * Takes out submissions of which no record and no open refusal is left, and asks the vault to destroy their bytes.
 * @returns the SHA-256 of each.
 */
export async function endSubmissions(
	session: Session,
	submissions: readonly string[],
	at: Date,
): Promise<string[]> {
	if (submissions.length === 0) return [];
	const { rows } = await sql<{ id: string }>`
		select encode(s.id, 'hex') as id from submission s
		where s.id = any(${submissions.map((id) => Buffer.from(id, 'hex'))}::bytea[]) and s.status <> 'reading'
			and (s.first_record is null or not exists (
				select 1 from record r where r.id >= s.first_record and r.id <= s.last_record and r.submission = s.id))
			and not exists (select 1 from quarantine q where q.submission = s.id and q.state = 'open')`.execute(
		session.kysely,
	);
	const ended = rows.map(({ id }) => id);
	if (ended.length > 0) await deleteSubmissions(session, ended, at);
	return ended;
}

async function deleteSubmissions(session: Session, ids: readonly string[], at: Date): Promise<void> {
	const { kysely } = session;
	const keys = ids.map((id) => Buffer.from(id, 'hex'));
	await askToDestroy(session, ids, at);
	await sql`delete from quarantine where submission = any(${keys}::bytea[])`.execute(kysely);
	const gone = await sql`delete from submission where id = any(${keys}::bytea[])`.execute(kysely);
	await countDown(session, 'submissions', Number(gone.numAffectedRows ?? 0));
}

async function askToDestroy({ kysely }: Session, ids: readonly string[], at: Date): Promise<void> {
	await sql`
		insert into retention_destruction(pack, pack_offset, sha256, asked_at)
		select pack, pack_offset, id, ${at}::timestamptz from submission
		where id = any(${ids.map((id) => Buffer.from(id, 'hex'))}::bytea[]) and destroyed_at is null
		on conflict do nothing`.execute(kysely);
}

/** A place in the order of submissions by receipt. */
export type SubmissionPlace = { readonly receivedAt: Date; readonly id: string };

/** Submissions that were received between two moments, oldest first, along `submission_received`. */
export async function findOldSubmissions(
	{ kysely }: Reader,
	after: SubmissionPlace | undefined,
	before: Date,
	limit: number,
): Promise<(SubmissionPlace & { readonly isEmpty: boolean })[]> {
	const { rows } = await sql<{ id: string; received_at: Date; empty: boolean }>`
		select encode(s.id, 'hex') as id, s.received_at, s.first_record is null or not exists (
			select 1 from record r where r.id >= s.first_record and r.id <= s.last_record and r.submission = s.id) as empty
		from submission s
		where (s.received_at, s.id) > (${after?.receivedAt ?? new Date(0)}::timestamptz, decode(${after?.id ?? ''}, 'hex'))
			and s.received_at < ${before}::timestamptz and s.status <> 'reading'
		order by s.received_at, s.id limit ${limit}`.execute(kysely);
	return rows.map(({ id, received_at, empty }) => ({ id, receivedAt: received_at, isEmpty: empty }));
}

/** Originals whose own time has come: bytes go; the row stays where records stay. */
export async function endOriginals(
	session: Session,
	submissions: readonly { readonly id: string; readonly isEmpty: boolean }[],
	at: Date,
): Promise<void> {
	const kept = submissions.filter(({ isEmpty }) => !isEmpty).map(({ id }) => id);
	await askToDestroy(session, kept, at);
	await sql`
		update submission set destroyed_at = ${at}::timestamptz, name = null
		where id = any(${kept.map((id) => Buffer.from(id, 'hex'))}::bytea[]) and destroyed_at is null`.execute(
		session.kysely,
	);
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from quarantine where state = 'open' and submission = any(${submissions.map(({ id }) => Buffer.from(id, 'hex'))}::bytea[])`.execute(
		session.kysely,
	);
	await countDown(session, 'quarantined', Number(rows[0]?.amount ?? 0));
	await sql`
		delete from quarantine where submission = any(${kept.map((id) => Buffer.from(id, 'hex'))}::bytea[])`.execute(
		session.kysely,
	);
	await deleteSubmissions(
		session,
		submissions.filter(({ isEmpty }) => isEmpty).map(({ id }) => id),
		at,
	);
}

/** Refusals that are older than a moment; those that were open leave the count. @returns their submissions. */
export async function endQuarantine(
	session: Session,
	before: string,
	limit: number,
): Promise<{ readonly count: number; readonly submissions: string[] }> {
	const { rows } = await sql<{ submission: string; state: string }>`
		delete from quarantine where id = any(array(select id from quarantine where id < ${before}::uuid order by id limit ${limit}))
		returning encode(submission, 'hex') as submission, state`.execute(session.kysely);
	await countDown(session, 'quarantined', rows.filter(({ state }) => state === 'open').length);
	return { count: rows.length, submissions: [...new Set(rows.map(({ submission }) => submission))] };
}

/** How many refusals, or submissions, are older than a moment, counted up to `limit`. */
export async function countOldQuarantine({ kysely }: Reader, before: string, limit: number): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from quarantine where id < ${before}::uuid limit ${limit}) as due`.execute(
		kysely,
	);
	return Number(rows[0]?.amount ?? 0);
}

export async function countOldSubmissions(
	{ kysely }: Reader,
	after: Date,
	before: Date,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			select 1 from submission where received_at > ${after}::timestamptz and received_at < ${before}::timestamptz limit ${limit}
		) as due`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

/** True where bytes may be handed out no more: they were destroyed, or personal data of a record of them are masked. */
export async function originalIsClosed(
	database: Pick<Database, 'kysely'>,
	submission: string,
): Promise<'destroyed' | 'masked' | undefined> {
	const { rows } = await sql<{ destroyed: boolean; masked: boolean }>`
		select s.destroyed_at is not null as destroyed, exists (
			select 1 from record r where r.id >= s.first_record and r.id <= s.last_record and r.submission = s.id
				and r.masked_at is not null) as masked
		from submission s where s.id = ${Buffer.from(submission, 'hex')}`.execute(database.kysely);
	const [row] = rows;
	return row?.destroyed ? 'destroyed' : row?.masked ? 'masked' : undefined;
}

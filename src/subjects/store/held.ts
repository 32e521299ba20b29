/**
 * SQL of what is held of somebody: the records in which picked mentions stand, hits, judgements, and whom they were sent to.
 * Restricted records are among them: they are the person's own. Each is read along an index and has a limit.
 */
import { sql } from 'kysely';
import type { Database } from '../../platform/database/port.ts';

type Reading = Pick<Database, 'kysely'>;

/** Most of each that one answer holds; an answer that is cut says so. */
export const MOST_HELD = 2_000;

export type HeldMention = {
	readonly key: string;
	readonly kind: string;
	readonly purpose: string;
	readonly caption: string;
	/** JSON: src/mentions/model.ts. */
	readonly content: string;
	readonly entity: string | null;
};

export async function readMentions({ kysely }: Reading, keys: readonly string[]): Promise<HeldMention[]> {
	const { rows } = await sql<HeldMention>`
		select key, kind, purpose, caption, content, entity from mention where key = any(${[...keys]}::uuid[])
		order by first_record, key limit ${MOST_HELD}`.execute(kysely);
	return rows;
}

/** Records in which these mentions stand, by themselves or as part of another, newest first. */
export async function recordsOfMentions({ kysely }: Reading, keys: readonly string[]): Promise<string[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<{ id: string }>`
		select distinct record_id as id from (
			select a.record_id from unnest(${[...keys]}::uuid[]) as asked(key) join appearance a on a.mention = asked.key
			union all
			select a.record_id from unnest(${[...keys]}::uuid[]) as asked(key) join mention_part p on p.part = asked.key
				join appearance a on a.mention = p.whole
		) as stands order by id desc limit ${MOST_HELD + 1}`.execute(kysely);
	return rows.map(({ id }) => id);
}

export type RecordOfMention = {
	readonly mention: string;
	readonly id: string;
	readonly kind: string;
	readonly reference: string;
	readonly caption: string;
	/** How many there are in all, counted up to 1,000. */
	readonly of: number;
};

/** The newest records of each mention. */
export async function newestRecordsOf(
	{ kysely }: Reading,
	keys: readonly string[],
	each: number,
): Promise<RecordOfMention[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<RecordOfMention>`
		select asked.key as mention, r.id, r.kind, r.reference, r.caption, counted.of
		from unnest(${[...keys]}::uuid[]) as asked(key)
		cross join lateral (
			select distinct record_id from appearance where mention = asked.key order by record_id desc limit ${each}
		) as a
		cross join lateral (
			select count(*)::int as of from (select distinct record_id from appearance where mention = asked.key limit 1000) as all_of
		) as counted
		join record r on r.id = a.record_id order by asked.key, r.id desc`.execute(kysely);
	return rows;
}

export type HeldRecord = {
	readonly id: string;
	readonly kind: string;
	readonly reference: string;
	readonly version: number;
	readonly latest: boolean;
	readonly restricted: boolean;
	readonly body: string;
	readonly place: string;
	readonly format: string;
	readonly source: string;
	readonly channel: string;
};

export async function readHeldRecords({ kysely }: Reading, ids: readonly string[]): Promise<HeldRecord[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<HeldRecord>`
		select r.id, r.kind, r.reference, r.version, r.latest, r.restricted, r.body, r.place, r.format,
			coalesce(s.source, '') as source, coalesce(s.channel, '') as channel
		from record r left join submission s on s.id = r.submission
		where r.id = any(${[...ids]}::uuid[]) order by r.id desc limit ${MOST_HELD}`.execute(kysely);
	return rows;
}

/** The newest version of a document. */
export async function newestOf(
	{ kysely }: Reading,
	kind: string,
	reference: string,
): Promise<{ id: string; version: number } | undefined> {
	return kysely
		.selectFrom('record')
		.select(['id', 'version'])
		.where('reference', '=', reference)
		.where('kind', '=', kind)
		.where('latest', '=', true)
		.executeTakeFirst();
}

export type HeldFinding = {
	readonly record_id: string;
	readonly code: string;
	readonly place: string;
	readonly sentence: string;
	readonly other_record: string | null;
};

export async function readFindingsOf({ kysely }: Reading, ids: readonly string[]): Promise<HeldFinding[]> {
	if (ids.length === 0) return [];
	return kysely
		.selectFrom('finding')
		.select(['record_id', 'code', 'place', 'sentence', 'other_record'])
		.where('record_id', 'in', [...ids])
		.orderBy('record_id', 'desc')
		.orderBy('position')
		.limit(10 * MOST_HELD)
		.execute();
}

export type HeldHit = {
	readonly id: string;
	readonly mention: string;
	readonly state: string;
	readonly list_name: string;
	readonly entry_caption: string | null;
	/** JSON: the list's instruction, and the entry's own where it has one. */
	readonly instruction: string;
	readonly entry: string | null;
	readonly score: number;
	readonly sentence: string;
	readonly explanation: string;
	readonly reason: string | null;
	readonly raised_at: Date;
	readonly decided_at: Date | null;
};

/** All hits on these mentions, dismissed and withdrawn ones too. */
export async function readHitsOf({ kysely }: Reading, keys: readonly string[]): Promise<HeldHit[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<HeldHit>`
		select h.id, h.mention, h.state, l.name as list_name, e.caption as entry_caption, l.instruction, e.body as entry, h.score,
			h.sentence, h.explanation, h.reason, h.raised_at, h.decided_at
		from hit h join list l on l.id = h.list
		left join lateral (
			select body, caption from list_entry e where e.list = h.list and e.key = h.entry order by from_version desc limit 1
		) e on true
		where h.mention = any(${[...keys]}::uuid[]) order by h.id desc limit ${MOST_HELD}`.execute(kysely);
	return rows;
}

export type HeldJudgement = {
	readonly id: string;
	readonly left_mention: string;
	readonly right_mention: string;
	readonly verdict: string;
	readonly made_by: string;
	readonly reason: string;
	readonly at: Date;
	readonly undone_at: Date | null;
};

/** Judgements between these mentions, and about them and others. */
export async function readJudgementsOf(
	{ kysely }: Reading,
	keys: readonly string[],
): Promise<HeldJudgement[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<HeldJudgement>`
		select id, left_mention, right_mention, verdict, made_by, reason, at, undone_at from (
			select * from judgement where left_mention = any(${[...keys]}::uuid[])
			union
			select * from judgement where right_mention = any(${[...keys]}::uuid[])
		) as found where not cut order by id desc limit ${MOST_HELD}`.execute(kysely);
	return rows;
}

export type EntityEvent = {
	readonly entity: string;
	readonly at: Date;
	readonly what: string;
	readonly actor: string | null;
};

export async function readEntityEvents({ kysely }: Reading, ids: readonly string[]): Promise<EntityEvent[]> {
	if (ids.length === 0) return [];
	return kysely
		.selectFrom('entity_event')
		.select(['entity', 'at', 'what', 'actor'])
		.where('entity', 'in', [...ids])
		.orderBy('entity')
		.orderBy('id')
		.limit(MOST_HELD)
		.execute();
}

export type RecipientRow = {
	readonly document: string;
	readonly message: string;
	readonly partner: string;
	readonly agreement: string | null;
	readonly purpose: string | null;
	readonly handling: string;
	readonly at: Date;
	readonly state: string;
	readonly corrected: boolean;
};

/** Messages in which these documents went out, newest first; corrections themselves are left out. */
export async function readRecipients(
	{ kysely }: Reading,
	documents: readonly string[],
): Promise<RecipientRow[]> {
	if (documents.length === 0) return [];
	const { rows } = await sql<RecipientRow>`
		select d.document, m.id as message, m.partner, m.agreement, m.purpose, m.handling, m.at, m.state,
			exists (
				select 1 from message c where c.thread = m.thread and c.correlation = m.id and c.box = 'out'
					and c.kind in ('correction', 'recall')
			) as corrected
		from message_record d join message m on m.id = d.message
		where d.document = any(${[...documents]}::uuid[]) and m.box = 'out' and m.kind not in ('correction', 'recall')
		order by m.at desc, m.id limit 500`.execute(kysely);
	return rows;
}

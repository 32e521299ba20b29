/**
 * SQL of mentions, as resolution reads them: those that wait, those that are to be looked at again, contents by key.
 */
import { type Kysely, sql } from 'kysely';
import { copyLine, type Session } from '../../platform/database/port.ts';
import type { Tables } from '../../platform/tables.ts';
import type { MentionRow } from '../matching/prepare.ts';

export type Reader = Kysely<Tables>;

/** A mention with the entity that it is part of; null before it is resolved. */
export type ResolvedRow = MentionRow & { readonly entity: string | null };

type Row = {
	key: string;
	purpose: string;
	caption: string;
	content: string;
	first_record: string;
	entity: string | null;
};

const toRow = (row: Row): ResolvedRow => ({
	key: row.key,
	purpose: row.purpose,
	caption: row.caption,
	content: row.content,
	firstRecord: row.first_record,
	entity: row.entity,
});

/** Mentions that were never resolved, in the order of their arrival. */
export async function waitingMentions(reader: Reader, limit: number): Promise<ResolvedRow[]> {
	const { rows } = await sql<Row>`
		select key, purpose, caption, content, first_record, entity from mention
		where entity is null order by first_record, key limit ${limit}`.execute(reader);
	return rows.map(toRow);
}

/** How many wait, counted up to `limit`. */
export async function countWaiting(reader: Reader, limit: number): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from mention where entity is null limit ${limit}) as waiting`.execute(
		reader,
	);
	return Number(rows[0]?.amount ?? 0);
}

/** Resolved mentions that are to be looked at again. */
export async function queuedMentions(reader: Reader, limit: number): Promise<ResolvedRow[]> {
	const { rows } = await sql<Row>`
		select m.key, m.purpose, m.caption, m.content, m.first_record, m.entity
		from (select mention from resolution_queue order by mention limit ${limit}) as queued join mention m on m.key = queued.mention
		where m.entity is not null order by m.first_record, m.key`.execute(reader);
	return rows.map(toRow);
}

/** Takes the first of the queue off it: those that `queuedMentions` gave. */
export async function leaveQueue(session: Session, keys: readonly string[]): Promise<void> {
	await sql`delete from resolution_queue where mention = any(${keys}::uuid[])`.execute(session.kysely);
}

/** Queued mentions that are gone or were never resolved would keep the queue from ever being empty. */
export async function dropDeadQueue(session: Session): Promise<void> {
	await sql`delete from resolution_queue q where not exists (
		select 1 from mention m where m.key = q.mention and m.entity is not null)`.execute(session.kysely);
}

/** Resolved mentions after a place, up to a record, in the order of their arrival. */
export async function mentionsAfter(
	reader: Reader,
	after: { record: string; key: string } | null,
	upto: string,
	limit: number,
): Promise<ResolvedRow[]> {
	const from = after ?? { record: NIL, key: NIL };
	const { rows } = await sql<Row>`
		select key, purpose, caption, content, first_record, entity from mention
		where (first_record, key) > (${from.record}::uuid, ${from.key}::uuid) and first_record <= ${upto}::uuid
		order by first_record, key limit ${limit}`.execute(reader);
	return rows.map(toRow);
}

const NIL = '00000000-0000-0000-0000-000000000000';

/** Mentions by key, in no order; those that are gone are left out. */
export async function readMentions(reader: Reader, keys: readonly string[]): Promise<ResolvedRow[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<Row>`
		select m.key, m.purpose, m.caption, m.content, m.first_record, m.entity
		from unnest(${keys}::uuid[]) as asked(key) join mention m on m.key = asked.key`.execute(reader);
	return rows.map(toRow);
}

/** Entity of each mention; null where it has none yet. */
export async function entitiesOfMentions(
	reader: Reader,
	keys: readonly string[],
): Promise<Map<string, string | null>> {
	if (keys.length === 0) return new Map();
	const { rows } = await sql<{ key: string; entity: string | null }>`
		select m.key, m.entity from unnest(${keys}::uuid[]) as asked(key) join mention m on m.key = asked.key`.execute(
		reader,
	);
	return new Map(rows.map((row) => [row.key, row.entity]));
}

/** A few mentions of each of these entities, the earliest: what a newcomer is held against besides those it resembles. */
export async function representatives(
	reader: Reader,
	entities: readonly string[],
	each: number,
): Promise<ResolvedRow[]> {
	if (entities.length === 0) return [];
	const { rows } = await sql<Row>`
		select m.* from unnest(${entities}::uuid[]) as asked(id)
		cross join lateral (
			select key, purpose, caption, content, first_record, entity from mention
			where entity = asked.id order by entity, first_record limit ${each}
		) as m`.execute(reader);
	return rows.map(toRow);
}

/** What a mention's address becomes: a mention of its own, and part of the other. */
export type PartRow = {
	readonly whole: string;
	readonly key: string;
	readonly side: string;
	readonly purpose: string;
	readonly caption: string;
	readonly content: string;
	readonly firstRecord: string;
};

/** Writes addresses as mentions, where they are not there yet, and as parts of whom they were given for. */
export async function saveParts(session: Session, parts: readonly PartRow[]): Promise<void> {
	if (parts.length === 0) return;
	const byKey = new Map(parts.map((part) => [part.key, part]));
	const rows = [...byKey.values()].map((part) => ({
		key: part.key,
		purpose: part.purpose,
		caption: part.caption.replaceAll('\0', '\ufffd'),
		content: part.content,
		side: part.side,
		first_record: part.firstRecord,
	}));
	await sql`
		insert into mention(key, kind, purpose, caption, content, side, first_record)
		select key, 'address', purpose, caption, content, side, first_record
		from json_to_recordset(${JSON.stringify(rows)}::json)
			as x(key uuid, purpose text, caption text, content text, side uuid, first_record uuid)
		order by key
		on conflict (key) do nothing`.execute(session.kysely);
	await sql`
		insert into mention_part(whole, part, role)
		select distinct whole, part, 'address' from json_to_recordset(${JSON.stringify(
			parts.map((part) => ({ whole: part.whole, part: part.key })),
		)}::json) as x(whole uuid, part uuid)
		on conflict do nothing`.execute(session.kysely);
}

/** Puts mentions into entities. */
export async function moveMentions(
	session: Session,
	moves: readonly { mention: string; entity: string }[],
): Promise<void> {
	if (moves.length === 0) return;
	await sql`
		update mention set entity = moved.entity
		from unnest(${moves.map((move) => move.mention)}::uuid[], ${moves.map((move) => move.entity)}::uuid[]) as moved(key, entity)
		where mention.key = moved.key`.execute(session.kysely);
}

/** Puts all mentions of entities into others. */
export async function moveWholeEntities(
	session: Session,
	moves: readonly { from: string; to: string }[],
): Promise<void> {
	for (const { from, to } of moves)
		await sql`update mention set entity = ${to}::uuid where entity = ${from}::uuid`.execute(session.kysely);
}

export const KEY_COLUMNS = ['key', 'mention'] as const;

/** Puts mentions under their keys in the index. */
export async function saveKeys(
	session: Session,
	mentions: readonly { key: string; keys: readonly number[] }[],
): Promise<void> {
	let lines = '';
	for (const mention of mentions) for (const key of mention.keys) lines += copyLine([key, mention.key]);
	if (lines !== '') await session.copyInto('resolution_key', KEY_COLUMNS, lines);
}

/**
 * Mentions under each of these keys that has any; undefined for a key that more than `cap` mentions have: what it says is
 * not worth comparing them all.
 */
export async function mentionsUnder(
	reader: Reader,
	keys: readonly number[],
	cap: number,
): Promise<Map<number, string[] | undefined>> {
	if (keys.length === 0) return new Map();
	const { rows } = await sql<{ key: number; mentions: string | null }>`
		select asked.key, case when count(*) <= ${cap} then string_agg(found.mention::text, ' ') end as mentions
		from unnest(${keys}::bigint[]) as asked(key)
		cross join lateral (select k.mention from resolution_key k where k.key = asked.key limit ${cap + 1}) as found
		group by asked.key`.execute(reader);
	return new Map(rows.map((row) => [row.key, row.mentions?.split(' ')]));
}

/** Mentions under any of these keys, those under most of them first. */
export async function mentionsUnderMost(
	reader: Reader,
	keys: readonly number[],
	perKey: number,
	limit: number,
): Promise<ResolvedRow[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<Row>`
		select m.key, m.purpose, m.caption, m.content, m.first_record, m.entity
		from (
			select found.mention, count(*) as shared
			from unnest(${keys}::bigint[]) as asked(key)
			cross join lateral (select k.mention from resolution_key k where k.key = asked.key limit ${perKey}) as found
			group by found.mention order by shared desc, found.mention limit ${limit}
		) as best join mention m on m.key = best.mention
		where m.entity is not null`.execute(reader);
	return rows.map(toRow);
}

/** Captions of the mentions of entities: of each its newest thousand. */
export async function captionsOfEntities(
	reader: Reader,
	entities: readonly string[],
): Promise<Map<string, string[]>> {
	const { rows } = await sql<{ entity: string; caption: string }>`
		select asked.id as entity, m.caption from unnest(${entities}::uuid[]) as asked(id)
		cross join lateral (
			select caption from mention where entity = asked.id order by entity, first_record desc limit 1000
		) as m`.execute(reader);
	const captions = new Map<string, string[]>();
	for (const { entity, caption } of rows) {
		const known = captions.get(entity);
		if (known === undefined) captions.set(entity, [caption]);
		else known.push(caption);
	}
	return captions;
}

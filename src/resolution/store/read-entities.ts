/**
 * SQL of lists of entities and of where they stand: summaries, timelines, whom a record speaks of.
 * Everything is bounded: counts stop at a limit, an entity of many mentions is read by its newest.
 */
import { sql } from 'kysely';
import type { EntityKind, EntitySummary } from '../../../contract/views-resolution.ts';
import { entityIsOpen, recordIsOpen } from '../../platform/database/restriction.ts';
import { momentOf } from '../../platform/identifiers.ts';
import type { Reader } from './mentions.ts';

/** Records of an entity are counted up to here. */
const MOST_RECORDS = 1_000;
/** Newest mentions by which it is told when an entity was seen last. */
const NEWEST_MENTIONS = 200;

export const instantOf = (record: string): string => new Date(momentOf(record)).toISOString();

/** Summaries in the order asked; those that are gone, or stand in restricted records only, are left out. */
export async function summariesOf(reader: Reader, ids: readonly string[]): Promise<EntitySummary[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{
		id: string;
		kind: string;
		caption: string;
		mentions: number;
		first_record: string;
		records: number;
		last_record: string | null;
		open_hits: number;
		candidates: number;
	}>`
		select e.id, e.kind, e.caption, e.mentions, e.first_record, seen.records, newest.record_id as last_record,
			(select count(*) from mention m join hit h on h.mention = m.key where m.entity = e.id and h.state = 'open') as open_hits,
			(select count(*) from (
				select c.id from mention m join candidate c on c.left_mention = m.key where m.entity = e.id and c.state = 'open'
				union
				select c.id from mention m join candidate c on c.right_mention = m.key where m.entity = e.id and c.state = 'open'
			) as open_candidates) as candidates
		from unnest(${ids}::uuid[]) as asked(id) join entity e on e.id = asked.id and ${entityIsOpen('e.id')}
		cross join lateral (
			select count(*) as records from (
				select distinct record_id from (
					(select a.record_id from mention m join appearance a on a.mention = m.key where m.entity = e.id limit ${5 * MOST_RECORDS})
					union all
					(select a.record_id from mention m join mention_part p on p.part = m.key join appearance a on a.mention = p.whole
						where m.entity = e.id and e.kind in ('address', 'account') limit ${5 * MOST_RECORDS})
				) as stands limit ${MOST_RECORDS}
			) as distinct_records
		) as seen
		left join lateral (
			select last.record_id from (
				select key from mention where entity = e.id order by entity, first_record desc limit ${NEWEST_MENTIONS}
			) as m cross join lateral (
				select a.record_id from appearance a where a.mention = m.key order by a.record_id desc limit 1
			) as last order by last.record_id desc limit 1
		) as newest on true`.execute(reader);
	const byId = new Map(
		rows.map((row): [string, EntitySummary] => [
			row.id,
			{
				id: row.id,
				// Written from the same contract that this type comes from.
				kind: row.kind as EntityKind,
				caption: row.caption,
				mentions: row.mentions,
				records: Number(row.records),
				firstSeenAt: instantOf(row.first_record),
				lastSeenAt: instantOf(row.last_record ?? row.first_record),
				openHits: Number(row.open_hits),
				candidates: Number(row.candidates),
			},
		]),
	);
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Identifiers of entities, newest first, after one of them. */
export async function entityPage(
	reader: Reader,
	kind: string | undefined,
	after: string | undefined,
	limit: number,
): Promise<string[]> {
	let query = reader.selectFrom('entity').select('id').orderBy('id', 'desc').limit(limit);
	if (kind !== undefined) query = query.where('kind', '=', kind);
	if (after !== undefined) query = query.where('id', '<', after);
	return (await query.execute()).map((row) => row.id);
}

export async function countEntities(
	reader: Reader,
	kind: string | undefined,
	limit: number,
): Promise<number> {
	const ofKind = kind === undefined ? sql`` : sql`where kind = ${kind}`;
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from entity ${ofKind} limit ${limit}) as counted`.execute(
		reader,
	);
	return Number(rows[0]?.amount ?? 0);
}

/** Which of these entities are of the kind. */
export async function ofKind(reader: Reader, ids: readonly string[], kind: string): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await reader
		.selectFrom('entity')
		.select('id')
		.where('id', 'in', [...ids])
		.where('kind', '=', kind)
		.execute();
	return new Set(rows.map((row) => row.id));
}

export type AppearanceRow = {
	record_id: string;
	position: number;
	role: string;
	place: string;
	mention: string;
	kind: string;
	reference: string;
	caption: string;
	document_date: string | null;
};

/** Where an entity stands, newest record first, after a place in that order. */
export async function appearancesOfEntity(
	reader: Reader,
	entity: string,
	after: { record: string; position: number } | undefined,
	limit: number,
): Promise<AppearanceRow[]> {
	const from = after ?? { record: 'ffffffff-ffff-ffff-ffff-ffffffffffff', position: 2_147_483_647 };
	const { rows } = await sql<AppearanceRow>`
		select stands.record_id, stands.position, stands.role, stands.place, stands.mention, r.kind, r.reference, r.caption, r.document_date
		from (
			select a.record_id, a.position, a.role, a.place, m.key as mention
			from mention m cross join lateral (
				select record_id, position, role, place from appearance
				where mention = m.key and ${recordIsOpen('appearance.record_id')} and (record_id, position) < (${from.record}::uuid, ${from.position}::int)
				order by record_id desc, position desc limit ${limit}
			) as a where m.entity = ${entity}::uuid
			union all
			select a.record_id, a.position, p.role, a.place, m.key
			from mention m join mention_part p on p.part = m.key cross join lateral (
				select record_id, position, place from appearance
				where mention = p.whole and ${recordIsOpen('appearance.record_id')} and (record_id, position) < (${from.record}::uuid, ${from.position}::int)
				order by record_id desc, position desc limit ${limit}
			) as a where m.entity = ${entity}::uuid
			order by 1 desc, 2 desc limit ${limit}
		) as stands join record r on r.id = stands.record_id
		order by stands.record_id desc, stands.position desc`.execute(reader);
	return rows;
}

/** Appearances of an entity, counted up to a limit. */
export async function countAppearances(reader: Reader, entity: string, limit: number): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			(select 1 from mention m join appearance a on a.mention = m.key where m.entity = ${entity}::uuid limit ${limit})
			union all
			(select 1 from mention m join mention_part p on p.part = m.key join appearance a on a.mention = p.whole
				where m.entity = ${entity}::uuid limit ${limit})
		) as counted`.execute(reader);
	return Math.min(limit, Number(rows[0]?.amount ?? 0));
}

export const recordExists = async (reader: Reader, id: string): Promise<boolean> =>
	(await reader.selectFrom('record').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

export type RecordEntityRow = {
	place: string;
	role: string;
	mention: string;
	caption: string;
	entity: string | null;
	kind: string | null;
	entity_caption: string | null;
	records: number;
	open_hits: number;
};

/** Most appearances of one record that are shown. */
const MOST_SHOWN = 5_000;

/** Whom a record speaks of, in its order. */
export async function entitiesOfRecord(reader: Reader, record: string): Promise<RecordEntityRow[]> {
	const { rows } = await sql<RecordEntityRow>`
		select a.place, a.role, a.mention, m.caption, m.entity, e.kind, e.caption as entity_caption,
			coalesce(seen.records, 0) as records,
			(select count(*) from hit h where h.mention = a.mention and h.state = 'open') as open_hits
		from (select * from appearance where record_id = ${record}::uuid order by position limit ${MOST_SHOWN}) as a
		join mention m on m.key = a.mention
		left join entity e on e.id = m.entity
		left join lateral (
			select count(*) as records from (
				select distinct other.record_id from mention same join appearance other on other.mention = same.key
				where same.entity = m.entity limit ${MOST_RECORDS}
			) as counted
		) as seen on true
		order by a.position`.execute(reader);
	return rows;
}

/**
 * SQL of the end of mentions in resolution: their keys, judgements, candidates and values go; an entity loses them, and ends
 * with its last one. To be done at the desk, where nobody resolves meanwhile.
 */
import { sql } from 'kysely';
import type { EndedMention } from '../../mentions/store/end.ts';
import type { Session } from '../../platform/database/port.ts';
import { commonest } from '../graph/regroup.ts';
import { type PreparedMention, prepareMention } from '../matching/prepare.ts';
import { captionsOfEntities } from './mentions.ts';
import { addCounts } from './state.ts';

/**
 * What is left of an entity that has lost mentions stays one entity: what joined it was seen when it was there.
 * @param ended mentions whose rows are gone already.
 */
export async function forgetMentions(session: Session, ended: readonly EndedMention[]): Promise<void> {
	if (ended.length === 0) return;
	const keys = ended.map(({ key }) => key);
	await forgetIndex(session, ended.map(prepareMention));
	const judgements = await forgetJudgements(session, keys);
	const candidates = await forgetCandidates(session, keys);
	await sql`delete from resolution_queue where mention = any(${keys}::uuid[])`.execute(session.kysely);
	const resolved = ended.filter(({ entity }) => entity !== null);
	const entities = await shrinkEntities(session, resolved);
	await addCounts(session, {
		mentions: -resolved.length,
		entities: -entities,
		candidates: -candidates,
		by_model: -judgements.filter((by) => by === 'model').length,
		by_identifier: -judgements.filter((by) => by === 'identifier').length,
		by_person: -judgements.filter((by) => by === 'person').length,
	});
}

async function forgetIndex({ kysely }: Session, mentions: readonly PreparedMention[]): Promise<void> {
	const keys = mentions.flatMap(({ key, keys: own }) => own.map((hash) => ({ hash, key })));
	await sql`
		delete from resolution_key k
		using unnest(${keys.map(({ hash }) => hash)}::bigint[], ${keys.map(({ key }) => key)}::uuid[]) as gone(key, mention)
		where k.key = gone.key and k.mention = gone.mention`.execute(kysely);
	const values = mentions.flatMap(({ key, values: own }) => own.map(({ hash }) => ({ hash, key })));
	if (values.length === 0) return;
	await sql`
		delete from shared_value s
		using unnest(${values.map(({ hash }) => hash)}::bigint[], ${values.map(({ key }) => key)}::uuid[]) as gone(value, mention)
		where s.value = gone.value and s.mention = gone.mention`.execute(kysely);
	await sql`
		update capped_value c set mentions = c.mentions - gone.amount
		from (select value, count(*)::int as amount from unnest(${values.map(({ hash }) => hash)}::bigint[]) as each(value) group by value) as gone
		where c.value = gone.value`.execute(kysely);
	await sql`
		delete from capped_value where mentions <= 0 and value = any(${values.map(({ hash }) => hash)}::bigint[])`.execute(
		kysely,
	);
}

/** @returns who made those that held. */
async function forgetJudgements({ kysely }: Session, keys: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ made_by: string; holds: boolean }>`
		delete from judgement where id = any(array(
			select id from judgement where left_mention = any(${[...keys]}::uuid[])
			union select id from judgement where right_mention = any(${[...keys]}::uuid[])))
		returning made_by, undone_at is null as holds`.execute(kysely);
	return rows.filter(({ holds }) => holds).map(({ made_by }) => made_by);
}

/** @returns how many of them were open. */
async function forgetCandidates({ kysely }: Session, keys: readonly string[]): Promise<number> {
	const { rows } = await sql<{ state: string }>`
		delete from candidate where id = any(array(
			select id from candidate where left_mention = any(${[...keys]}::uuid[])
			union select id from candidate where right_mention = any(${[...keys]}::uuid[])))
		returning state`.execute(kysely);
	return rows.filter(({ state }) => state === 'open').length;
}

/** @returns how many entities ended. */
async function shrinkEntities(session: Session, resolved: readonly EndedMention[]): Promise<number> {
	const ids = [...new Set(resolved.flatMap(({ entity }) => entity ?? []))];
	if (ids.length === 0) return 0;
	const { kysely } = session;
	const { rows: left } = await sql<{ entity: string; key: string; first_record: string }>`
		select asked.id as entity, first.key, first.first_record from unnest(${ids}::uuid[]) as asked(id)
		cross join lateral (
			select key, first_record from mention where entity = asked.id
			order by entity, first_record limit 1
		) as first`.execute(kysely);
	const living = new Map(left.map((row) => [row.entity, row]));
	const ended = ids.filter((id) => !living.has(id));
	await sql`delete from entity_event where entity = any(${ended}::uuid[])`.execute(kysely);
	await sql`delete from entity where id = any(${ended}::uuid[])`.execute(kysely);
	// A former identifier goes with its entity, or is carried on by another of its mentions.
	const homes = resolved.map(({ key, entity }) => ({ key, heir: living.get(entity ?? '')?.key ?? null }));
	await sql`
		update entity_alias a set anchor = x.heir
		from json_to_recordset(${JSON.stringify(homes.filter(({ heir }) => heir !== null))}::json) as x(key uuid, heir uuid)
		where a.anchor = x.key`.execute(kysely);
	await sql`
		delete from entity_alias where anchor = any(${homes.filter(({ heir }) => heir === null).map(({ key }) => key)}::uuid[])`.execute(
		kysely,
	);
	await shrinkLiving(session, [...living.values()], resolved);
	return ended.length;
}

async function shrinkLiving(
	session: Session,
	living: readonly { readonly entity: string; readonly key: string; readonly first_record: string }[],
	resolved: readonly EndedMention[],
): Promise<void> {
	if (living.length === 0) return;
	const lost = Map.groupBy(resolved, ({ entity }) => entity);
	const captions = await captionsOfEntities(
		session.kysely,
		living.map(({ entity }) => entity),
	);
	const rows = living.map(({ entity, key, first_record }) => ({
		id: entity,
		heir: key,
		first_record,
		lost: lost.get(entity)?.length ?? 0,
		caption: commonest(captions.get(entity) ?? []),
	}));
	await sql`
		update entity set mentions = entity.mentions - x.lost, caption = x.caption, first_record = x.first_record,
			anchor = case when entity.anchor = any(${resolved.map(({ key }) => key)}::uuid[]) then x.heir else entity.anchor end
		from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, heir uuid, first_record uuid, lost int, caption text)
		where entity.id = x.id`.execute(session.kysely);
}

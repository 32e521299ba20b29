/**
 * Conditions that leave out what stands only in restricted records. Few records are restricted, and an index knows them: where
 * there are none, the conditions cost next to nothing. For every store whose lists show records, mentions or entities.
 * What follows `or` is a value and no EXISTS: PostgreSQL would make a table of all that is shown, to ask it for one row.
 */
import { type RawBuilder, sql } from 'kysely';

/** Mentions of restricted records, and their parts: an address or an account of somebody. */
const RESTRICTED_MENTIONS = sql`
	select standing.mention from record hidden join appearance standing on standing.record_id = hidden.id where hidden.restricted
	union
	select piece.part from record hidden join appearance standing on standing.record_id = hidden.id
		join mention_part piece on piece.whole = standing.mention where hidden.restricted`;

/** True for the identifier of a record that is not restricted. @param record a column. */
export const recordIsOpen = (record: string): RawBuilder<boolean> =>
	sql<boolean>`not exists (select 1 from record restricted_record where restricted_record.restricted and restricted_record.id = ${sql.ref(record)})`;

/** True for the key of a mention that stands in some record that is not restricted, or in none at all. */
export const mentionIsOpen = (mention: string): RawBuilder<boolean> =>
	sql<boolean>`(${sql.ref(mention)} not in (${RESTRICTED_MENTIONS}) or coalesce(
		(select true from appearance shown_in join record shown_record on shown_record.id = shown_in.record_id
			where shown_in.mention = ${sql.ref(mention)} and not shown_record.restricted limit 1),
		(select true from mention_part shown_piece join appearance shown_in on shown_in.mention = shown_piece.whole
			join record shown_record on shown_record.id = shown_in.record_id
			where shown_piece.part = ${sql.ref(mention)} and not shown_record.restricted limit 1),
		false))`;

/** True for the identifier of an entity that has some mention of which the above is true. */
export const entityIsOpen = (entity: string): RawBuilder<boolean> =>
	sql<boolean>`(${sql.ref(entity)} not in (
			select part.entity from mention part where part.entity is not null and part.key in (${RESTRICTED_MENTIONS}))
		or coalesce(
			(select true from mention shown where shown.entity = ${sql.ref(entity)} and ${mentionIsOpen('shown.key')} limit 1),
			false))`;

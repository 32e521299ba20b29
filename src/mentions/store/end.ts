/**
 * SQL of the end of mentions: appearances of records that end, and mentions that nothing speaks of any more.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';

/** A mention whose last appearance has ended, as the rooms that know of it need it to forget it. */
export type EndedMention = {
	readonly key: string;
	readonly kind: string;
	readonly purpose: string;
	readonly side: string;
	readonly caption: string;
	readonly content: string;
	readonly firstRecord: string;
	readonly entity: string | null;
};

/**
 * Takes out appearances of records, and finds the mentions, and the parts of mentions, that no record speaks of any more.
 * @param which `persons` leaves vessels, aircraft and equipment, which name nobody.
 */
export async function endAppearances(
	session: Session,
	records: readonly string[],
	which: 'all' | 'persons',
): Promise<EndedMention[]> {
	const { kysely } = session;
	const { rows: gone } = await (which === 'all'
		? sql<{ mention: string }>`
			delete from appearance where record_id = any(${[...records]}::uuid[]) returning mention`
		: sql<{ mention: string }>`
			delete from appearance a using mention m
			where a.record_id = any(${[...records]}::uuid[]) and m.key = a.mention and m.kind not in ('vessel', 'aircraft', 'equipment')
			returning a.mention`
	).execute(kysely);
	const ended = await unspokenOf(session, [...new Set(gone.map(({ mention }) => mention))]);
	const { rows: parts } = await sql<{ part: string }>`
		delete from mention_part where whole = any(${ended}::uuid[]) returning part`.execute(kysely);
	const endedParts = await unspokenOf(session, [...new Set(parts.map(({ part }) => part))]);
	return readEnded(session, [...new Set([...ended, ...endedParts])]);
}

/** Those of the mentions that stand in no record and are part of nothing that does. */
async function unspokenOf({ kysely }: Session, keys: readonly string[]): Promise<string[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<{ key: string }>`
		select asked.key from unnest(${[...keys]}::uuid[]) as asked(key)
		where not exists (select 1 from appearance a where a.mention = asked.key)
			and not exists (select 1 from mention_part p where p.part = asked.key)`.execute(kysely);
	return rows.map(({ key }) => key);
}

async function readEnded({ kysely }: Session, keys: readonly string[]): Promise<EndedMention[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<Omit<EndedMention, 'firstRecord'> & { first_record: string }>`
		select key, kind, purpose, side, caption, content, first_record, entity from mention
		where key = any(${[...keys]}::uuid[])`.execute(kysely);
	return rows.map(({ first_record, ...row }) => ({ ...row, firstRecord: first_record }));
}

/** Takes the mentions out, after every other room has forgotten them. */
export async function deleteMentions({ kysely }: Session, keys: readonly string[]): Promise<void> {
	if (keys.length > 0) await sql`delete from mention where key = any(${[...keys]}::uuid[])`.execute(kysely);
}

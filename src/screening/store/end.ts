/**
 * SQL of the end of hits: what screening keeps of mentions that nothing speaks of any more; confirmed hits that keep records.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import { raiseGeneration } from './lists.ts';

/** A mention that ends. `subject` is the hash of kind and first name, as dismissals have it. */
export type EndingSide = { readonly key: string; readonly side: string; readonly subject: string };

/** Takes out hits with their history, and dismissals of sides that no other mention has. */
export async function forgetHits(session: Session, sides: readonly EndingSide[]): Promise<void> {
	if (sides.length === 0) return;
	const { kysely } = session;
	const keys = sides.map(({ key }) => key);
	await sql`
		delete from dismissal d
		using unnest(${sides.map(({ side }) => side)}::uuid[], ${sides.map(({ subject }) => subject)}::uuid[]) as gone(side, subject)
		where d.subject = gone.subject and d.side = gone.side and not exists (
			select 1 from hit h join mention m on m.key = h.mention
			where h.list = d.list and h.entry = d.entry and m.side = d.side and m.key <> all(${keys}::uuid[]))`.execute(
		kysely,
	);
	await sql`
		delete from hit_event e using hit h where h.mention = any(${keys}::uuid[]) and e.hit = h.id`.execute(
		kysely,
	);
	await sql`delete from hit where mention = any(${keys}::uuid[])`.execute(kysely);
}

/**
 * Batches that were assembled before this transaction are assembled again: they may count on mentions and versions that
 * end in it.
 */
export const holdBackBatches = async (session: Session): Promise<void> => {
	await raiseGeneration(session);
};

/** Which of these records speak of somebody on whom a hit was confirmed after a moment. */
export async function recordsWithHits(
	{ kysely }: Pick<Session, 'kysely'>,
	records: readonly string[],
	confirmedSince: Date,
): Promise<Set<string>> {
	if (records.length === 0) return new Set();
	const { rows } = await sql<{ record_id: string }>`
		select distinct a.record_id from appearance a join hit h on h.mention = a.mention
		where a.record_id = any(${[...records]}::uuid[]) and h.state = 'confirmed' and h.decided_at > ${confirmedSince}::timestamptz`.execute(
		kysely,
	);
	return new Set(rows.map(({ record_id }) => record_id));
}

/** Entries of the node's own lists that ended with a version before a moment. @returns how many are gone. */
export async function endListEntries(session: Session, before: Date, limit: number): Promise<number> {
	const gone = await sql`
		delete from list_entry e using (
			select l.list, l.key, l.from_version from list_entry l
			join list_version v on v.list = l.list and v.version = l.until_version
			where l.until_version is not null and v.loaded_at < ${before}::timestamptz
				and not exists (select 1 from hit h where h.list = l.list and h.entry = l.key)
			limit ${limit}
		) as old where e.list = old.list and e.key = old.key and e.from_version = old.from_version`.execute(
		session.kysely,
	);
	return Number(gone.numAffectedRows ?? 0);
}

export async function countListEntries(
	{ kysely }: Pick<Session, 'kysely'>,
	before: Date,
	limit: number,
): Promise<number> {
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (
			select 1 from list_version v join list_entry l on l.list = v.list and l.until_version = v.version
			where v.loaded_at < ${before}::timestamptz limit ${limit}
		) as due`.execute(kysely);
	return Number(rows[0]?.amount ?? 0);
}

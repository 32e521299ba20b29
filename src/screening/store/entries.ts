/**
 * SQL over the entries of lists: looking them up, and how two versions differ.
 */
import { sql } from 'kysely';
import type { ListEntry } from '../../../contract/lists.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { validAt } from './lists.ts';

const MOST_COUNTED = 100_000;

export type FoundEntry = { key: string; caption: string; sinceVersion: number; entry: ListEntry };

/**
 * Entries of a version by the start of a key or a part of a name.
 * @param search in the form of the column `search`.
 */
export async function findEntries(
	database: Database,
	ask: {
		list: string;
		version: number;
		search?: string;
		key?: string;
		kind?: string;
		after?: string;
		limit: number;
	},
): Promise<{ items: FoundEntry[]; total: number }> {
	const { list, version } = ask;
	const valid = validAt(list, version);
	const kind = ask.kind === undefined ? sql`true` : sql`kind = ${ask.kind}`;
	// No index on parts of names: a list has at most some hundred thousand entries, and people look in it now and then.
	const wanted =
		ask.search === undefined
			? sql`true`
			: sql`(position(${ask.search} in search) > 0 or starts_with(key, ${ask.key ?? ask.search}))`;
	const rows = await sql<{ key: string; caption: string; from_version: number; body: string }>`
		select key, caption, from_version, body from list_entry
		where ${valid} and ${kind} and ${wanted} and key > ${ask.after ?? ''} order by key limit ${ask.limit}`.execute(
		database.kysely,
	);
	const counted = await sql<{ total: number }>`
		select count(*)::int as total from (select 1 from list_entry where ${valid} and ${kind} and ${wanted} limit ${MOST_COUNTED}) as found`.execute(
		database.kysely,
	);
	return {
		items: rows.rows.map((row) => ({
			key: row.key,
			caption: row.caption,
			sinceVersion: row.from_version,
			entry: JSON.parse(row.body) as ListEntry,
		})),
		total: counted.rows[0]?.total ?? 0,
	};
}

export type EntryPair = { key: string; before: ListEntry | null; after: ListEntry | null };
type Change = 'added' | 'changed' | 'removed';

const differing = (list: string, from: number, to: number) => sql`
	select coalesce(b.key, a.key) as key, a.body as before, b.body as after,
		case when a.key is null then 'added' when b.key is null then 'removed' else 'changed' end as change
	from (select key, body, content from list_entry where ${validAt(list, from)}) a
	full join (select key, body, content from list_entry where ${validAt(list, to)}) b
		on a.key = b.key
	where a.content is distinct from b.content`;

/** How many entries two versions have apart, by kind of change. */
export async function countChanges(
	database: Database,
	list: string,
	from: number,
	to: number,
): Promise<Record<Change, number>> {
	const rows = await sql<{ change: Change; count: number }>`
		select change, count(*)::int as count from (${differing(list, from, to)}) as differing group by change`.execute(
		database.kysely,
	);
	const found = { added: 0, changed: 0, removed: 0 };
	for (const { change, count } of rows.rows) found[change] = count;
	return found;
}

/** The entries that differ, by key. */
export async function readChanges(
	database: Database,
	ask: { list: string; from: number; to: number; change?: Change; after?: string; limit: number },
): Promise<EntryPair[]> {
	const rows = await sql<{ key: string; before: string | null; after: string | null }>`
		select key, before, after from (${differing(ask.list, ask.from, ask.to)}) as differing
		where key > ${ask.after ?? ''} and ${ask.change === undefined ? sql`true` : sql`change = ${ask.change}`}
		order by key limit ${ask.limit}`.execute(database.kysely);
	const entryOf = (body: string | null): ListEntry | null =>
		body === null ? null : (JSON.parse(body) as ListEntry);
	return rows.rows.map(({ key, before, after }) => ({ key, before: entryOf(before), after: entryOf(after) }));
}

/** Keys by which two versions differ: those that are new or changed in the later one, and those that it has no more. */
export async function changedKeys(
	session: Session,
	list: string,
	from: number,
	to: number,
): Promise<{ changed: string[]; removed: string[] }> {
	const rows = await sql<{ key: string; change: Change }>`
		select key, change from (${differing(list, from, to)}) as differing order by key`.execute(session.kysely);
	const keys = (isRemoved: boolean): string[] =>
		rows.rows.filter(({ change }) => (change === 'removed') === isRemoved).map(({ key }) => key);
	return { changed: keys(false), removed: keys(true) };
}

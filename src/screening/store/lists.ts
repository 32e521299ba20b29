/**
 * SQL of lists: what they are, their versions, their entries. An entry is kept from the version that brought it until the
 * one that changed or removed it, so that any version can be read again.
 */
import { type RawBuilder, sql } from 'kysely';
import type { AlertInstruction, ListEntry, ListFormat } from '../../../contract/lists.ts';
import type { ListVersion, Thresholds } from '../../../contract/views-screening.ts';
import { copyLine, type Database, type Session } from '../../platform/database/port.ts';

export type StoredList = {
	readonly id: string;
	readonly name: string;
	readonly format: ListFormat;
	readonly thresholds: Thresholds;
	readonly instruction: AlertInstruction;
	readonly activeVersion: number | null;
};

/** An entry with what the store keeps beside it. */
export type StoredEntry = { readonly content: string; readonly caption: string; readonly entry: ListEntry };
/** … and the version that brought it as it is. */
export type DatedEntry = StoredEntry & { readonly sinceVersion: number };

type VersionRow = {
	list: string;
	version: number;
	state: string;
	loaded_at: Date;
	loaded_by: string;
	activated_at: Date | null;
	published_at: string | null;
	source: string | null;
	entries: number;
	added: number;
	changed: number;
	removed: number;
	problem_count: number;
};

const toVersion = (row: VersionRow): ListVersion => ({
	version: row.version,
	// The states that this file writes.
	state: row.state as ListVersion['state'],
	loadedAt: row.loaded_at.toISOString(),
	loadedBy: row.loaded_by,
	publishedAt: row.published_at,
	activatedAt: row.activated_at?.toISOString() ?? null,
	source: row.source,
	entries: row.entries,
	added: row.added,
	changed: row.changed,
	removed: row.removed,
	problems: row.problem_count,
});

export async function readGeneration(database: Database): Promise<number> {
	const row = await database.kysely
		.selectFrom('screening_state')
		.select('generation')
		.executeTakeFirstOrThrow();
	return row.generation;
}

/** Counts the generation up; holds back every batch that was screened under the one before. */
export async function raiseGeneration(session: Session): Promise<number> {
	const row = await session.kysely
		.updateTable('screening_state')
		.set((each) => ({ generation: each('generation', '+', 1) }))
		.returning('generation')
		.executeTakeFirstOrThrow();
	return row.generation;
}

/** The generation, held until the end of the transaction: no list changes in the meantime. */
export async function holdGeneration(session: Session): Promise<number> {
	const row = await sql<{ generation: number }>`select generation from screening_state for share`.execute(
		session.kysely,
	);
	return row.rows[0]?.generation ?? 0;
}

export async function readStoredLists(database: Database): Promise<StoredList[]> {
	const rows = await database.kysely.selectFrom('list').selectAll().orderBy('id').execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		// Written by this file, from values of the contract.
		format: row.format as ListFormat,
		thresholds: JSON.parse(row.thresholds) as Thresholds,
		instruction: JSON.parse(row.instruction) as AlertInstruction,
		activeVersion: row.active_version,
	}));
}

export async function insertList(
	session: Session,
	list: Omit<StoredList, 'activeVersion'>,
	at: Date,
): Promise<void> {
	await session.kysely
		.insertInto('list')
		.values({
			id: list.id,
			name: list.name,
			format: list.format,
			thresholds: JSON.stringify(list.thresholds),
			instruction: JSON.stringify(list.instruction),
			active_version: null,
			created_at: at,
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

export async function updateList(
	session: Session,
	list: Omit<StoredList, 'activeVersion' | 'format'>,
): Promise<void> {
	await session.kysely
		.updateTable('list')
		.set({
			name: list.name,
			thresholds: JSON.stringify(list.thresholds),
			instruction: JSON.stringify(list.instruction),
		})
		.where('id', '=', list.id)
		.execute();
}

/** Versions of a list, newest first. */
export async function readVersions(
	database: Database,
	list: string,
	limit = 500,
): Promise<(ListVersion & { content: string })[]> {
	const rows = await database.kysely
		.selectFrom('list_version')
		.selectAll()
		.where('list', '=', list)
		.orderBy('version', 'desc')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...toVersion(row), content: row.content }));
}

export async function readVersionProblems(
	database: Database,
	list: string,
	version: number,
): Promise<unknown> {
	const row = await database.kysely
		.selectFrom('list_version')
		.select('problems')
		.where('list', '=', list)
		.where('version', '=', version)
		.executeTakeFirst();
	return row === undefined ? [] : JSON.parse(row.problems);
}

/** Active and staged version of every list. */
export async function readCurrentVersions(
	database: Database,
): Promise<Map<string, { active: ListVersion | null; staged: ListVersion | null }>> {
	const rows = await database.kysely
		.selectFrom('list_version')
		.selectAll()
		.where('state', 'in', ['active', 'staged'])
		.execute();
	const found = new Map<string, { active: ListVersion | null; staged: ListVersion | null }>();
	for (const row of rows) {
		const pair = found.get(row.list) ?? { active: null, staged: null };
		found.set(row.list, { ...pair, [row.state]: toVersion(row) });
	}
	return found;
}

/** Entries as they were in a version. */
export const validAt = (list: string, version: number): RawBuilder<unknown> =>
	sql`list = ${list} and from_version <= ${version} and (until_version is null or until_version > ${version})`;

/** Hashes of the entries of a version, by key: what a new version is compared with. */
export async function readContents(
	database: Database,
	list: string,
	version: number,
): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	let after = '';
	for (;;) {
		const rows = await sql<{ key: string; content: string }>`
			select key, content from list_entry
			where ${validAt(list, version)} and key > ${after}
			order by key limit 20000`.execute(database.kysely);
		for (const row of rows.rows) found.set(row.key, row.content);
		if (rows.rows.length < 20_000) return found;
		after = rows.rows.at(-1)?.key ?? after;
	}
}

/** Entries of a version in pages, by key. */
export async function* readEntries(
	database: Database,
	list: string,
	version: number,
): AsyncGenerator<StoredEntry & { key: string }> {
	let after = '';
	for (;;) {
		const rows = await sql<{ key: string; content: string; caption: string; body: string }>`
			select key, content, caption, body from list_entry
			where ${validAt(list, version)} and key > ${after}
			order by key limit 5000`.execute(database.kysely);
		for (const { key, content, caption, body } of rows.rows)
			yield { key, content, caption, entry: JSON.parse(body) as ListEntry };
		if (rows.rows.length < 5_000) return;
		after = rows.rows.at(-1)?.key ?? after;
	}
}

/** Some entries of a version, by their keys. */
export async function readEntriesByKey(
	database: Database,
	list: string,
	version: number,
	keys: readonly string[],
): Promise<Map<string, DatedEntry>> {
	if (keys.length === 0) return new Map();
	const rows = await sql<{
		key: string;
		content: string;
		caption: string;
		body: string;
		from_version: number;
	}>`
		select key, content, caption, body, from_version from list_entry
		where ${validAt(list, version)} and key = any(${[...keys]})`.execute(database.kysely);
	return new Map(
		rows.rows.map(({ key, content, caption, body, from_version }) => [
			key,
			{ content, caption, entry: JSON.parse(body) as ListEntry, sinceVersion: from_version },
		]),
	);
}

export type NewVersion = {
	readonly list: string;
	readonly version: number;
	readonly content: string;
	readonly loadedAt: Date;
	readonly loadedBy: string;
	readonly publishedAt: string | null;
	readonly source: string | null;
	readonly entries: number;
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
	readonly problems: readonly object[];
	readonly problemCount: number;
	/** Entries that are new or different; `search` is how they are looked up by name. */
	readonly written: Iterable<StoredEntry & { search: string }>;
	/** Keys of entries that this version changes or removes. */
	readonly ended: readonly string[];
};

const ENTRY_COLUMNS = [
	'list',
	'key',
	'from_version',
	'until_version',
	'content',
	'kind',
	'caption',
	'search',
	'body',
] as const;
const LINES_AT_ONCE = 4 * 1024 ** 2;

/** Writes a version as staged. What was staged before is discarded. */
export async function insertVersion(session: Session, version: NewVersion): Promise<void> {
	const { kysely } = session;
	await kysely
		.updateTable('list_version')
		.set({ state: 'discarded' })
		.where('list', '=', version.list)
		.where('state', '=', 'staged')
		.execute();
	await kysely
		.insertInto('list_version')
		.values({
			list: version.list,
			version: version.version,
			state: 'staged',
			content: version.content,
			loaded_at: version.loadedAt,
			loaded_by: version.loadedBy,
			activated_at: null,
			published_at: version.publishedAt,
			source: version.source,
			entries: version.entries,
			added: version.added,
			changed: version.changed,
			removed: version.removed,
			problems: JSON.stringify(version.problems),
			problem_count: version.problemCount,
		})
		.execute();
	for (let from = 0; from < version.ended.length; from += 5_000)
		await sql`
			update list_entry set until_version = ${version.version}
			where list = ${version.list} and until_version is null and key = any(${version.ended.slice(from, from + 5_000)})`.execute(
			kysely,
		);
	let lines = '';
	for (const { entry, content, caption, search } of version.written) {
		lines += copyLine([
			version.list,
			entry.key,
			version.version,
			null,
			content,
			entry.kind,
			caption,
			search,
			JSON.stringify(entry),
		]);
		if (lines.length < LINES_AT_ONCE) continue;
		await session.copyInto('list_entry', ENTRY_COLUMNS, lines);
		lines = '';
	}
	if (lines !== '') await session.copyInto('list_entry', ENTRY_COLUMNS, lines);
}

export async function activateVersion(
	session: Session,
	list: string,
	version: number,
	at: Date,
): Promise<void> {
	const { kysely } = session;
	await kysely
		.updateTable('list_version')
		.set({ state: 'retired' })
		.where('list', '=', list)
		.where('state', '=', 'active')
		.execute();
	await kysely
		.updateTable('list_version')
		.set({ state: 'active', activated_at: at })
		.where('list', '=', list)
		.where('version', '=', version)
		.execute();
	await kysely.updateTable('list').set({ active_version: version }).where('id', '=', list).execute();
}

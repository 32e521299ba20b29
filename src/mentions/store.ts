/**
 * SQL of mentions: which of them are known, and writing those that are new with where they stand.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../platform/database/port.ts';
import type { StoredMention } from './model.ts';

/** A mention that the store does not have, with the record in which it came. */
export type FreshMention = { readonly stored: StoredMention; readonly firstRecord: string };

export const APPEARANCE_COLUMNS = ['record_id', 'position', 'mention', 'role', 'place'] as const;

/** Keys asked for in one query. */
const MOST_KEYS = 5_000;

/** Which of the keys the store has. */
export async function findKnownMentions(database: Database, keys: readonly string[]): Promise<Set<string>> {
	const known = new Set<string>();
	for (let from = 0; from < keys.length; from += MOST_KEYS) {
		const rows = await sql<{ key: string }>`
			select key from mention where key = any(${keys.slice(from, from + MOST_KEYS)}::uuid[])`.execute(
			database.kysely,
		);
		for (const row of rows.rows) known.add(row.key);
	}
	return known;
}

/**
 * Writes new mentions in the order of their keys, so that two processes wait for each other and do not deadlock; one that
 * another process wrote in the meantime stays as it is: equal keys are equal content.
 */
export async function saveMentions(session: Session, fresh: readonly FreshMention[]): Promise<void> {
	if (fresh.length === 0) return;
	const rows = fresh.map(({ stored, firstRecord }) => ({
		key: stored.key,
		kind: stored.mention.kind,
		purpose: stored.purpose,
		// PostgreSQL stores every character but U+0000; in the content it is written as an escape.
		caption: stored.caption.replaceAll('\0', '\ufffd'),
		content: JSON.stringify(stored.mention),
		side: stored.side,
		first_record: firstRecord,
	}));
	await sql`
		insert into mention(key, kind, purpose, caption, content, side, first_record)
		select key, kind, purpose, caption, content, side, first_record
		from json_to_recordset(${JSON.stringify(rows)}::json)
			as x(key uuid, kind text, purpose text, caption text, content text, side uuid, first_record uuid)
		order by key
		on conflict (key) do nothing`.execute(session.kysely);
}

/** @param lines rows of APPEARANCE_COLUMNS in COPY format. */
export async function saveAppearances(session: Session, lines: string): Promise<void> {
	if (lines !== '') await session.copyInto('appearance', APPEARANCE_COLUMNS, lines);
}

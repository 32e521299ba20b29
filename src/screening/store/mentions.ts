/**
 * SQL over stored mentions, for screening them again: pages in the order of their arrival, and how far that is.
 */
import { sql } from 'kysely';
import type { Mention, StoredMention } from '../../mentions/model.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { mentionIsOpen } from '../../platform/database/restriction.ts';
import { momentOf } from '../../platform/identifiers.ts';

export type PagedMention = StoredMention & { readonly firstRecord: string };

type Row = {
	key: string;
	kind: string;
	purpose: string;
	caption: string;
	content: string;
	side: string;
	first_record: string;
};

const toPaged = (row: Row, subjectOf: (mention: Mention) => string): PagedMention => {
	// Written by mentions/store.ts, from a mention.
	const mention = JSON.parse(row.content) as Mention;
	return {
		key: row.key,
		purpose: row.purpose as StoredMention['purpose'],
		side: row.side,
		subject: subjectOf(mention),
		caption: row.caption,
		mention,
		firstRecord: row.first_record,
	};
};

/**
 * Mentions that came with records after `after`, up to `upto`, in the order of arrival: whole records, so that the last
 * one's identifier says where to go on.
 */
export async function readMentionPage(
	database: Database,
	ask: { after: string | null; upto: string; limit: number },
	subjectOf: (mention: Mention) => string,
): Promise<PagedMention[]> {
	const from = ask.after === null ? sql`true` : sql`first_record > ${ask.after}::uuid`;
	const rows = await sql<Row>`
		select key, kind, purpose, caption, content, side, first_record from mention
		where ${from} and first_record <= ${ask.upto}::uuid order by first_record, key limit ${ask.limit}`.execute(
		database.kysely,
	);
	let found = rows.rows;
	const last = found.at(-1)?.first_record;
	if (found.length === ask.limit && last !== undefined) {
		const whole = found.filter((row) => row.first_record !== last);
		found =
			whole.length > 0
				? whole
				: (
						await sql<Row>`select key, kind, purpose, caption, content, side, first_record from mention where first_record = ${last}::uuid`.execute(
							database.kysely,
						)
					).rows;
	}
	return found.map((row) => toPaged(row, subjectOf));
}

/** The newest mentions since a record identifier, newest first. */
export async function readNewestMentions(
	database: Database,
	since: string,
	limit: number,
	before: string | undefined,
): Promise<
	{ key: string; purpose: StoredMention['purpose']; caption: string; mention: Mention; firstRecord: string }[]
> {
	const page =
		before === undefined
			? sql`true`
			: sql`(first_record, key) < (${before.split(' ')[0]}::uuid, ${before.split(' ')[1]}::uuid)`;
	const rows = await sql<Row>`
		select key, kind, purpose, caption, content, side, first_record from mention
		where first_record >= ${since}::uuid and ${page} and ${mentionIsOpen('mention.key')} order by first_record desc, key desc limit ${limit}`.execute(
		database.kysely,
	);
	return rows.rows.map((row) => ({
		key: row.key,
		purpose: row.purpose as StoredMention['purpose'],
		caption: row.caption,
		mention: JSON.parse(row.content) as Mention,
		firstRecord: row.first_record,
	}));
}

/** Mentions by key, for hits that are looked at again. */
export async function readMentions(
	database: Database,
	keys: readonly string[],
): Promise<Map<string, Mention>> {
	if (keys.length === 0) return new Map();
	const rows = await database.kysely
		.selectFrom('mention')
		.select(['key', 'content'])
		.where('key', 'in', [...keys])
		.execute();
	return new Map(rows.map((row) => [row.key, JSON.parse(row.content) as Mention]));
}

export async function readSide(
	session: Session,
	key: string,
): Promise<{ side: string; content: string; kind: string } | undefined> {
	return session.kysely
		.selectFrom('mention')
		.select(['side', 'content', 'kind'])
		.where('key', '=', key)
		.executeTakeFirst();
}

/** Hits on an entry by mentions of one side. */
export async function hitsOfSide(
	session: Session,
	side: string,
	list: string,
	entry: string,
): Promise<{ id: string; state: string }[]> {
	const rows = await sql<{ id: string; state: string }>`
		select h.id, h.state from hit h join mention m on m.key = h.mention
		where h.list = ${list} and h.entry = ${entry} and m.side = ${side}::uuid for update of h`.execute(
		session.kysely,
	);
	return rows.rows;
}

export type Rescreening = {
	id: string;
	list: string;
	entries: readonly string[] | null;
	position: string | null;
	upto: string;
	screened: number;
	expected: number;
};

/** Notes that stored mentions are to be screened again: against some entries of a list, or against all of it. */
export async function insertRescreening(
	session: Session,
	work: { id: string; list: string; generation: number; entries: readonly string[] | null; at: Date },
): Promise<void> {
	await sql`
		insert into rescreening(id, list, generation, entries, position, upto, screened, expected, started_at)
		select ${work.id}::uuid, ${work.list}, ${work.generation}, ${work.entries === null ? null : JSON.stringify(work.entries)}, null,
			coalesce((select first_record from mention order by first_record desc limit 1), '00000000-0000-7000-8000-000000000000'::uuid), 0,
			(select count(*) from mention), ${work.at.toISOString()}::timestamptz`.execute(session.kysely);
}

type RescreeningRow = {
	id: string;
	list: string;
	entries: string | null;
	position: string | null;
	upto: string;
	screened: number;
	expected: number;
};
const toRescreening = (row: RescreeningRow): Rescreening => ({
	...row,
	entries: row.entries === null ? null : (JSON.parse(row.entries) as string[]),
});

/** What is left to screen, oldest first. */
export async function openRescreenings(database: Database): Promise<Rescreening[]> {
	const rows = await database.kysely
		.selectFrom('rescreening')
		.select(['id', 'list', 'entries', 'position', 'upto', 'screened', 'expected'])
		.where('ended_at', 'is', null)
		.orderBy('started_at')
		.limit(1_000)
		.execute();
	return rows.map(toRescreening);
}

/** Moves one on, inside the transaction that wrote its page; false where another process did. */
export async function moveRescreening(
	session: Session,
	id: string,
	from: string | null,
	to: { position: string | null; screened: number; ended: Date | null },
): Promise<boolean> {
	const moved = await sql`
		update rescreening set position = coalesce(${to.position}::uuid, position), screened = screened + ${to.screened}, ended_at = ${to.ended === null ? null : to.ended.toISOString()}::timestamptz
		where id = ${id}::uuid and ended_at is null and position is not distinct from ${from}::uuid`.execute(
		session.kysely,
	);
	return Number(moved.numAffectedRows ?? 0) === 1;
}

/** Hits of a list that stand, by the day on which their mention first came and by purpose. */
export async function countRaisedByDay(
	database: Database,
	list: string,
	since: string,
): Promise<{ day: string; purpose: StoredMention['purpose']; hits: number }[]> {
	const rows = await sql<{ first_record: string; purpose: StoredMention['purpose'] }>`
		select m.first_record, h.purpose from hit h join mention m on m.key = h.mention
		where h.list = ${list} and h.state <> 'withdrawn' and m.first_record >= ${since}::uuid limit 100000`.execute(
		database.kysely,
	);
	const found = new Map<string, { day: string; purpose: StoredMention['purpose']; hits: number }>();
	for (const { first_record, purpose } of rows.rows) {
		const day = new Date(momentOf(first_record)).toISOString().slice(0, 10);
		const row = found.get(`${day} ${purpose}`) ?? { day, purpose, hits: 0 };
		row.hits += 1;
		found.set(`${day} ${purpose}`, row);
	}
	return [...found.values()];
}

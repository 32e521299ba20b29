/**
 * SQL of the ledger: entries, tiles, checkpoints. Appending holds the one row of `ledger_state`.
 */
import { sql } from 'kysely';
import { copyLine, type Database, type Session } from '../platform/database/port.ts';
import type { Tile } from './merkle/grow.ts';
import type { TilePlace } from './merkle/tiles.ts';

/** Number of entries. With `hold`, nobody else appends until the transaction ends. */
export async function readSize(session: Pick<Session, 'kysely'>, hold: boolean): Promise<number> {
	const { rows } = await (hold
		? sql<{ size: number }>`select size from ledger_state for update`
		: sql<{ size: number }>`select size from ledger_state`
	).execute(session.kysely);
	return rows[0]?.size ?? 0;
}

export async function readTiles(
	session: Pick<Session, 'kysely'>,
	places: readonly TilePlace[],
): Promise<Map<string, Uint8Array>> {
	if (places.length === 0) return new Map();
	const { rows } = await sql<{ level: number; index: number; hashes: Uint8Array }>`
		select t.level, t.index, t.hashes
		from unnest(${places.map(({ level }) => level)}::smallint[], ${places.map(({ index }) => index)}::bigint[]) as asked(level, index)
		join ledger_tile t on t.level = asked.level and t.index = asked.index`.execute(session.kysely);
	return new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
}

export type StoredEntry = { readonly at: string; readonly what: string; readonly body: string };

/** @param first position of the first entry; the size of the ledger before. */
export async function writeEntries(
	session: Session,
	first: number,
	entries: readonly StoredEntry[],
	tiles: readonly Tile[],
): Promise<void> {
	let lines = '';
	for (const [at, entry] of entries.entries())
		lines += copyLine([first + at, entry.at, entry.what, entry.body]);
	await session.copyInto('ledger_entry', ['position', 'at', 'what', 'body'], lines);
	await sql`
		insert into ledger_tile (level, index, hashes)
		select level, index, decode(hashes, 'hex')
		from json_to_recordset(${JSON.stringify(
			tiles.map(({ level, index, hashes }) => ({
				level,
				index,
				hashes: Buffer.from(hashes).toString('hex'),
			})),
		)}::json) as x(level smallint, index bigint, hashes text)
		on conflict (level, index) do update set hashes = excluded.hashes`.execute(session.kysely);
	await sql`update ledger_state set size = ${first + entries.length}`.execute(session.kysely);
}

/** Entries from a position on, at most `limit`. */
export async function readEntries(
	database: Database,
	from: number,
	limit: number,
): Promise<{ position: number; body: string }[]> {
	return database.kysely
		.selectFrom('ledger_entry')
		.select(['position', 'body'])
		.where('position', '>=', from)
		.orderBy('position')
		.limit(limit)
		.execute();
}

/** Bodies of the entries at these positions, by position. */
export async function readEntriesAt(
	database: Database,
	positions: readonly number[],
): Promise<Map<number, string>> {
	if (positions.length === 0) return new Map();
	const { rows } = await sql<{ position: number; body: string }>`
		select position, body from ledger_entry where position = any(${[...positions]}::bigint[])`.execute(
		database.kysely,
	);
	return new Map(rows.map(({ position, body }) => [position, body]));
}

export type EntryFilter = {
	/** Kinds, and subjects; any where there are none. */
	readonly kinds: readonly string[];
	readonly subjects: readonly string[];
};

/** Entries at positions from `from` on and before `before` that pass the filter, newest first, at most `limit`. */
export async function readEntriesBefore(
	database: Database,
	{ from, before }: { readonly from: number; readonly before: number },
	{ kinds, subjects }: EntryFilter,
	limit: number,
): Promise<{ position: number; at: Date; what: string; body: string }[]> {
	let query = database.kysely
		.selectFrom('ledger_entry')
		.select(['position', 'at', 'what', 'body'])
		.where('position', '>=', from)
		.where('position', '<', before);
	if (kinds.length > 0) query = query.where('what', 'in', kinds);
	if (subjects.length > 0) query = query.where(sql<string>`body::json ->> 'subject'`, 'in', subjects);
	return query.orderBy('position', 'desc').limit(limit).execute();
}

/**
 * The first position, in `size` entries, that was entered at a moment or later; `size` where there is none. By halves: entries stand
 * in the order in which they were committed, which is that of their times but for moments.
 */
export async function findPosition(database: Database, size: number, at: Date): Promise<number> {
	let low = 0;
	let high = size;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const row = await database.kysely
			.selectFrom('ledger_entry')
			.select('at')
			.where('position', '=', middle)
			.executeTakeFirst();
		if (row !== undefined && row.at < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Keeps the one that is there: it may have been cosigned. */
export async function insertCheckpoint(
	database: Database,
	checkpoint: { size: number; at: Date; note: string },
): Promise<void> {
	await database.kysely
		.insertInto('ledger_checkpoint')
		.values(checkpoint)
		.onConflict((conflict) => conflict.column('size').doNothing())
		.execute();
}

export async function updateCheckpoint({ kysely }: Session, size: number, note: string): Promise<void> {
	await kysely.updateTable('ledger_checkpoint').set({ note }).where('size', '=', size).execute();
}

/** Takes out checkpoints of more entries than there are. */
export async function dropCheckpointsBeyond({ kysely }: Session): Promise<void> {
	await sql`delete from ledger_checkpoint where size > (select size from ledger_state)`.execute(kysely);
}

/** The newest checkpoint of at least so many entries' size; the newest of all for 0. */
export async function readCheckpoint(
	database: Database,
	least: number,
): Promise<{ size: number; at: Date; note: string } | undefined> {
	return database.kysely
		.selectFrom('ledger_checkpoint')
		.select(['size', 'at', 'note'])
		.where('size', '>=', least)
		.orderBy('size', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The checkpoint of exactly this size, held until the transaction ends. */
export async function readCheckpointAt(
	session: Session,
	size: number,
): Promise<{ size: number; at: Date; note: string } | undefined> {
	return session.kysely
		.selectFrom('ledger_checkpoint')
		.select(['size', 'at', 'note'])
		.where('size', '=', size)
		.forUpdate()
		.executeTakeFirst();
}

/** Checkpoints of fewer entries than `before`, newest first. */
export async function readCheckpointsBefore(
	database: Database,
	before: number,
	limit: number,
): Promise<{ size: number; note: string }[]> {
	return database.kysely
		.selectFrom('ledger_checkpoint')
		.select(['size', 'note'])
		.where('size', '<', before)
		.orderBy('size', 'desc')
		.limit(limit)
		.execute();
}

/** Checkpoints from a size on, in order. */
export async function readCheckpoints(
	database: Database,
	from: number,
	limit: number,
): Promise<{ size: number; note: string }[]> {
	return database.kysely
		.selectFrom('ledger_checkpoint')
		.select(['size', 'note'])
		.where('size', '>=', from)
		.orderBy('size')
		.limit(limit)
		.execute();
}

/** What was cosigned of a partner's ledger, held until the transaction ends. Undefined: no such partner. */
export async function readCosigned(
	{ kysely }: Session,
	partner: string,
): Promise<
	| {
			size: number | null;
			root: Uint8Array | null;
			note: string | null;
			at: Date | null;
			problem: string | null;
	  }
	| undefined
> {
	return kysely
		.selectFrom('partner')
		.select([
			'ledger_size as size',
			'ledger_root as root',
			'ledger_note as note',
			'cosigned_at as at',
			'ledger_problem as problem',
		])
		.where('name', '=', partner)
		.forUpdate()
		.executeTakeFirst();
}

export async function writeCosigned(
	{ kysely }: Session,
	partner: string,
	{ size, root, note, at }: { size: number; root: Uint8Array; note: string; at: Date },
): Promise<void> {
	await kysely
		.updateTable('partner')
		.set({ ledger_size: size, ledger_root: root, ledger_note: note, cosigned_at: at })
		.where('name', '=', partner)
		.execute();
}

export type Evidence = {
	readonly id: string;
	/** Owner of the ledger: a partner, or this node. */
	readonly partner: string;
	readonly at: Date;
	readonly kind: string;
	readonly sentence: string;
	readonly kept: string;
	readonly shown: string;
};

/** Keeps the evidence, and stops the exchange with the partner. */
export async function writeEvidence({ kysely }: Session, evidence: Evidence): Promise<void> {
	await kysely
		.insertInto('ledger_evidence')
		.values({ ...evidence, cleared_at: null, cleared_by: null, reason: null })
		.execute();
	await kysely
		.updateTable('partner')
		.set({ ledger_problem: evidence.sentence })
		.where('name', '=', evidence.partner)
		.execute();
}

const MOST_EVIDENCE = 1_000;

/** What is not cleared, newest first. */
export async function readEvidence({ kysely }: Pick<Session, 'kysely'>): Promise<Evidence[]> {
	return kysely
		.selectFrom('ledger_evidence')
		.select(['id', 'partner', 'at', 'kind', 'sentence', 'kept', 'shown'])
		.where('cleared_at', 'is', null)
		.orderBy('at', 'desc')
		.limit(MOST_EVIDENCE)
		.execute();
}

/** The exchange may go on. What was cosigned is forgotten: the next checkpoint is a new beginning. @returns how many were open. */
export async function clearEvidence(
	{ kysely }: Session,
	partner: string,
	cleared: { at: Date; by: string; reason: string },
): Promise<number> {
	const { numUpdatedRows } = await kysely
		.updateTable('ledger_evidence')
		.set({ cleared_at: cleared.at, cleared_by: cleared.by, reason: cleared.reason })
		.where('partner', '=', partner)
		.where('cleared_at', 'is', null)
		.executeTakeFirst();
	await kysely
		.updateTable('partner')
		.set({ ledger_size: null, ledger_root: null, ledger_note: null, cosigned_at: null, ledger_problem: null })
		.where('name', '=', partner)
		.execute();
	return Number(numUpdatedRows);
}

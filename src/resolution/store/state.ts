/**
 * SQL of what resolution knows of itself: counts, versions of the models, runs.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import type { ResolutionRunTable, ResolutionStateTable } from '../../platform/tables-resolution.ts';
import type { Reader } from './mentions.ts';

export type Counts = Omit<{ [name in keyof ResolutionStateTable]: number }, 'singleton'>;

export const NO_COUNTS: Counts = {
	mentions: 0,
	entities: 0,
	candidates: 0,
	by_model: 0,
	by_identifier: 0,
	by_person: 0,
};

/** Adds to the counts. */
export async function addCounts(session: Session, more: Counts): Promise<void> {
	if (Object.values(more).every((amount) => amount === 0)) return;
	await sql`
		update resolution_state set mentions = mentions + ${more.mentions}, entities = entities + ${more.entities},
			candidates = candidates + ${more.candidates}, by_model = by_model + ${more.by_model},
			by_identifier = by_identifier + ${more.by_identifier}, by_person = by_person + ${more.by_person}`.execute(
		session.kysely,
	);
}

export async function readCounts(reader: Reader): Promise<Counts> {
	const row = await reader
		.selectFrom('resolution_state')
		.select(['mentions', 'entities', 'candidates', 'by_model', 'by_identifier', 'by_person'])
		.executeTakeFirst();
	return row ?? NO_COUNTS;
}

export type StoredModel = { version: number; kind: string; origin: string; body: string };

/** The newest models, one for each kind. */
export async function newestModels(reader: Reader): Promise<StoredModel[]> {
	const { rows } = await sql<StoredModel>`
		select distinct on (kind) version, kind, origin, body from linkage_model order by kind, version desc`.execute(
		reader,
	);
	return rows;
}

export async function newestVersion(reader: Reader): Promise<number> {
	const { rows } = await sql<{
		version: number | null;
	}>`select max(version) as version from linkage_model`.execute(reader);
	return Number(rows[0]?.version ?? 0);
}

export async function saveModels(session: Session, models: readonly StoredModel[], at: Date): Promise<void> {
	if (models.length === 0) return;
	await session.kysely
		.insertInto('linkage_model')
		.values(models.map((model) => ({ ...model, made_at: at })))
		.execute();
}

export type Run = ResolutionRunTable;

/** The newest run. */
export const newestRun = (reader: Reader): Promise<Run | undefined> =>
	reader.selectFrom('resolution_run').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();

export async function startRun(session: Session, run: Run): Promise<void> {
	await session.kysely.insertInto('resolution_run').values(run).execute();
}

export async function changeRun(session: Session, id: string, change: Partial<Run>): Promise<void> {
	await session.kysely.updateTable('resolution_run').set(change).where('id', '=', id).execute();
}

/** The last mention's record, and how many mentions there are up to it: what a run has before it. */
export async function extent(reader: Reader): Promise<{ upto: string | null; mentions: number }> {
	const { rows } = await sql<{ upto: string | null }>`
		select first_record as upto from mention order by first_record desc, key desc limit 1`.execute(reader);
	const counts = await readCounts(reader);
	return { upto: rows[0]?.upto ?? null, mentions: counts.mentions };
}

/** Any number that only resolution locks. */
const RESOLUTION_LOCK = 7_423_005;

/** Waits until no other process resolves; held until the transaction ends. */
export async function lockResolution(session: Session): Promise<void> {
	await sql`select pg_advisory_xact_lock(${RESOLUTION_LOCK}::bigint)`.execute(session.kysely);
}

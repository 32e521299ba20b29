/**
 * SQL of models: cards and trees, who put which of them live, and how they have done since.
 */
import { sql } from 'kysely';
import type { ModelState } from '../../../contract/views-models.ts';
import type { Database, Session } from '../../platform/database/port.ts';

type Reader = Database['kysely'];

/** A model without its trees. */
export type ModelRow = {
	readonly version: number;
	readonly state: ModelState;
	readonly trainedAt: Date;
	readonly trainedBy: string;
	readonly decidedAt: Date | null;
	readonly decidedBy: string | null;
	readonly reason: string | null;
	/** JSON. */
	readonly card: string;
	readonly comparison: string | null;
	/** JSON of counters of drift; null before the first were kept. */
	readonly drift: string | null;
	readonly scored: number;
};

const COLUMNS = [
	'version',
	'state',
	'trained_at',
	'trained_by',
	'decided_at',
	'decided_by',
	'reason',
	'card',
	'comparison',
	'drift',
	'scored',
] as const;

const STATES: readonly ModelState[] = ['trained', 'challenger', 'champion', 'retired'];

/** Newest first, at most `limit`. */
export async function listModelRows(reader: Reader, limit: number): Promise<ModelRow[]> {
	const rows = await reader
		.selectFrom('model')
		.select(COLUMNS)
		.orderBy('version', 'desc')
		.limit(limit)
		.execute();
	return rows.map(modelRow);
}

export async function readModelRow(reader: Reader, version: number): Promise<ModelRow | undefined> {
	const row = await reader
		.selectFrom('model')
		.select(COLUMNS)
		.where('version', '=', version)
		.executeTakeFirst();
	return row === undefined ? undefined : modelRow(row);
}

function modelRow(row: {
	version: number;
	state: string;
	trained_at: Date;
	trained_by: string;
	decided_at: Date | null;
	decided_by: string | null;
	reason: string | null;
	card: string;
	comparison: string | null;
	drift: string | null;
	scored: number;
}): ModelRow {
	return {
		version: row.version,
		state: STATES.find((state) => state === row.state) ?? 'retired',
		trainedAt: row.trained_at,
		trainedBy: row.trained_by,
		decidedAt: row.decided_at,
		decidedBy: row.decided_by,
		reason: row.reason,
		card: row.card,
		comparison: row.comparison,
		drift: row.drift,
		scored: row.scored,
	};
}

/** JSON text of the trees; undefined where there is no such model. */
export async function readModelBody(reader: Reader, version: number): Promise<string | undefined> {
	const row = await reader
		.selectFrom('model')
		.select('body')
		.where('version', '=', version)
		.executeTakeFirst();
	return row?.body;
}

/** Versions that score, and what each of them is. */
export async function readLiveVersions(
	reader: Reader,
): Promise<{ champion: number | undefined; challenger: number | undefined }> {
	const rows = await reader
		.selectFrom('model')
		.select(['version', 'state'])
		.where('state', 'in', ['champion', 'challenger'])
		.limit(2)
		.execute();
	const of = (state: ModelState): number | undefined => rows.find((row) => row.state === state)?.version;
	return { champion: of('champion'), challenger: of('challenger') };
}

/** Keeps a new model. @returns its version: one more than the highest. */
export async function insertModel(
	database: Database,
	model: {
		readonly trainedAt: Date;
		readonly trainedBy: string;
		readonly card: string;
		readonly comparison: string | null;
		readonly body: string;
	},
): Promise<number> {
	return database.transact(async ({ kysely }) => {
		// Two processes that finish at once must not take the same version.
		await sql`lock table model in share row exclusive mode`.execute(kysely);
		const { rows } = await sql<{ next: number }>`
			select coalesce(max(version), 0)::integer + 1 as next from model`.execute(kysely);
		const version = rows[0]?.next ?? 1;
		await kysely
			.insertInto('model')
			.values({
				version,
				state: 'trained',
				trained_at: model.trainedAt,
				trained_by: model.trainedBy,
				decided_at: null,
				decided_by: null,
				reason: null,
				card: model.card,
				comparison: model.comparison,
				body: model.body,
			})
			.execute();
		return version;
	});
}

/** The state of a model, for a decision that is about to change it; nobody else changes any until the end of `session`. */
export async function lockModelState(session: Session, version: number): Promise<ModelState | undefined> {
	await sql`lock table model in share row exclusive mode`.execute(session.kysely);
	const row = await session.kysely
		.selectFrom('model')
		.select('state')
		.where('version', '=', version)
		.executeTakeFirst();
	return row === undefined ? undefined : STATES.find((state) => state === row.state);
}

export type Decision = { readonly at: Date; readonly by: string; readonly reason: string };

/** Whatever is in `state` leaves it, for another. What it counted while it was live stays. */
export async function leaveState(
	session: Session,
	state: ModelState,
	next: ModelState,
	{ at, by, reason }: Decision,
): Promise<void> {
	await session.kysely
		.updateTable('model')
		.set({ state: next, decided_at: at, decided_by: by, reason })
		.where('state', '=', state)
		.execute();
}

/** Gives a model its new state; it begins to count anew. */
export async function enterState(
	session: Session,
	version: number,
	state: ModelState,
	{ at, by, reason }: Decision,
): Promise<void> {
	await session.kysely
		.updateTable('model')
		.set({
			state,
			decided_at: at,
			decided_by: by,
			reason,
			...(state === 'retired' ? {} : { scored: 0, drift: null }),
		})
		.where('version', '=', version)
		.execute();
}

/**
 * Adds what a process counted while a model scored.
 * @param merge counters that are kept, and the new ones, to what is kept from now on.
 */
export async function addModelCounts(
	database: Database,
	version: number,
	scored: number,
	merge: (kept: string | null) => string,
): Promise<void> {
	await database.transact(async ({ kysely }) => {
		const row = await kysely
			.selectFrom('model')
			.select(['drift', 'scored'])
			.where('version', '=', version)
			.forUpdate()
			.executeTakeFirst();
		if (row === undefined) return;
		await kysely
			.updateTable('model')
			.set({ drift: merge(row.drift), scored: row.scored + scored })
			.where('version', '=', version)
			.execute();
	});
}

/** A record that a model scored and an inspection has seen. */
export type ScoredOutcome = {
	readonly probability: number;
	readonly random: boolean;
	readonly found: boolean;
};

/**
 * Inspected records that a model scored, from `since` on, at most `limit`.
 * @param since lowest identifier of a record.
 */
export async function readScoredOutcomes(
	reader: Reader,
	version: number,
	as: 'champion' | 'challenger',
	since: string,
	limit: number,
): Promise<ScoredOutcome[]> {
	const champion = as === 'champion';
	const rows = await reader
		.selectFrom('assessment')
		.select(['probability', 'challenger_probability', 'random', 'result'])
		.where('record_id', '>=', since)
		.where('result', 'is not', null)
		.where('result', '<>', 'not-carried-out')
		.where(champion ? 'model_version' : 'challenger_version', '=', version)
		.orderBy('record_id', 'desc')
		.limit(limit)
		.execute();
	return rows.flatMap((row) => {
		const probability = champion ? row.probability : row.challenger_probability;
		return probability === null
			? []
			: [{ probability, random: row.random, found: row.result !== 'nothing-found' }];
	});
}

/**
 * SQL of settings: thresholds and capacities, the secret of the draw, trusted traders, and the record of every change.
 */
import { sql } from 'kysely';
import { type LaneSettings, laneSettings, type TrustedTrader } from '../../../contract/views-targeting.ts';
import type { Database, Session, WithinTransaction } from '../../platform/database/port.ts';
import { newIdentifier } from '../../platform/identifiers.ts';

export type StoredSettings = {
	readonly settings: LaneSettings;
	readonly secret: Uint8Array;
	readonly changedAt: Date | null;
	readonly changedBy: string | null;
};

/**
 * Reads the settings; writes the first ones, and makes the secret, where there are none. The secret comes from the
 * database's source of strong random numbers (two random UUIDs, 244 bits) and is never changed or shown.
 */
export async function readSettings(database: Database, first: LaneSettings): Promise<StoredSettings> {
	const find = () =>
		database.kysely
			.selectFrom('lane_setting')
			.select(['settings', 'secret', 'changed_at', 'changed_by'])
			.executeTakeFirst();
	let row = await find();
	if (row === undefined) {
		await sql`
			insert into lane_setting(settings, secret)
			values (${JSON.stringify(first)}, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))
			on conflict (singleton) do nothing`.execute(database.kysely);
		row = await find();
	}
	if (row === undefined) throw new Error('the settings of lanes cannot be written');
	const read = laneSettings.safeParse(JSON.parse(row.settings));
	return {
		settings: read.success ? read.data : first,
		secret: row.secret,
		changedAt: row.changed_at,
		changedBy: row.changed_by,
	};
}

export type LaneChange = {
	readonly at: Date;
	readonly actor: string;
	readonly what: 'settings' | 'trusted-trader';
	readonly before: string | null;
	readonly after: string | null;
	readonly reason: string | null;
};

const addChange = (session: Session, change: LaneChange) =>
	session.kysely
		.insertInto('lane_change')
		.values({ id: newIdentifier(change.at.getTime()), ...change })
		.execute();

export async function saveSettings(
	database: Database,
	settings: LaneSettings,
	change: Pick<LaneChange, 'at' | 'actor' | 'reason'>,
	enter?: WithinTransaction,
): Promise<void> {
	await database.transact(async (session) => {
		const before = await session.kysely
			.selectFrom('lane_setting')
			.select('settings')
			.forUpdate()
			.executeTakeFirst();
		const after = JSON.stringify(settings);
		await session.kysely
			.updateTable('lane_setting')
			.set({ settings: after, changed_at: change.at, changed_by: change.actor })
			.execute();
		await addChange(session, { ...change, what: 'settings', before: before?.settings ?? null, after });
		await enter?.(session);
	});
}

/** How the settings stand, asked before every batch: the last change, and whether any outcome waits for its record. */
export async function readStanding(
	database: Database,
): Promise<{ readonly change: string | null; readonly outcomesWait: boolean }> {
	const { rows } = await sql<{ change: string | null; waits: boolean }>`
		select (select id from lane_change order by id desc limit 1) as change,
			exists(select 1 from inspection where record_id is null) as waits`.execute(database.kysely);
	return { change: rows[0]?.change ?? null, outcomesWait: rows[0]?.waits === true };
}

/** More than any administration has. */
const MOST_TRADERS = 200_000;

/** All whose status has not ended, for the line. */
export async function readAllTraders(
	database: Database,
	day: string,
): Promise<{ scheme: string; value: string; validUntil: string }[]> {
	const rows = await database.kysely
		.selectFrom('trusted_trader')
		.select(['scheme', 'value', 'valid_until'])
		.where('valid_until', '>=', day)
		.limit(MOST_TRADERS)
		.execute();
	return rows.map((row) => ({ scheme: row.scheme, value: row.value, validUntil: row.valid_until }));
}

type TraderRow = {
	scheme: string;
	value: string;
	name: string;
	programme: string;
	valid_until: string;
	added_by: string;
	added_at: Date;
};

const traderOf = (row: TraderRow): TrustedTrader => ({
	scheme: row.scheme,
	value: row.value,
	name: row.name,
	programme: row.programme,
	validUntil: row.valid_until,
	addedBy: row.added_by,
	addedAt: row.added_at.toISOString(),
});

export type TraderPage = { readonly traders: TrustedTrader[]; readonly total: number | null };

/** Traders by number; a search looks into names, numbers and programmes. */
export async function listTraders(
	database: Database,
	search: string | undefined,
	after: { readonly scheme: string; readonly value: string } | undefined,
	limit: number,
): Promise<TraderPage> {
	const like = search === undefined ? undefined : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
	const matching =
		like === undefined
			? sql`true`
			: sql`(name ilike ${like} or value ilike ${like} or programme ilike ${like})`;
	const beyond = after === undefined ? sql`true` : sql`(scheme, value) > (${after.scheme}, ${after.value})`;
	const { rows } = await sql<TraderRow>`
		select scheme, value, name, programme, valid_until, added_by, added_at from trusted_trader
		where ${matching} and ${beyond} order by scheme, value limit ${limit}`.execute(database.kysely);
	if (after !== undefined) return { traders: rows.map(traderOf), total: null };
	const counted = await sql<{ total: number }>`
		select count(*)::int as total from (select 1 from trusted_trader where ${matching} limit ${MOST_TRADERS}) as found`.execute(
		database.kysely,
	);
	return { traders: rows.map(traderOf), total: counted.rows[0]?.total ?? 0 };
}

/** Adds, changes or ends the status of a trader. */
export async function saveTrader(
	database: Database,
	trader: TrustedTrader,
	ended: boolean,
	change: Pick<LaneChange, 'at' | 'actor' | 'reason'>,
	enter?: WithinTransaction,
): Promise<void> {
	const { scheme, value } = trader;
	await database.transact(async (session) => {
		const found = await session.kysely
			.selectFrom('trusted_trader')
			.selectAll()
			.where('scheme', '=', scheme)
			.where('value', '=', value)
			.forUpdate()
			.executeTakeFirst();
		const before = found === undefined ? null : JSON.stringify(traderOf(found));
		if (ended)
			await session.kysely
				.deleteFrom('trusted_trader')
				.where('scheme', '=', scheme)
				.where('value', '=', value)
				.execute();
		else {
			const row = {
				name: trader.name,
				programme: trader.programme,
				valid_until: trader.validUntil,
				added_by: trader.addedBy,
				added_at: new Date(trader.addedAt),
			};
			await session.kysely
				.insertInto('trusted_trader')
				.values({ scheme, value, ...row })
				.onConflict((conflict) => conflict.columns(['scheme', 'value']).doUpdateSet(row))
				.execute();
		}
		await addChange(session, {
			...change,
			what: 'trusted-trader',
			before,
			after: ended ? null : JSON.stringify(trader),
		});
		await enter?.(session);
	});
}

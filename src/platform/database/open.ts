/**
 * Opens the database of a node and brings its schema up to date.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { TidewaiterError } from '../../../contract/errors.ts';
import { assemble } from './assemble.ts';
import { openPglite } from './pglite-engine.ts';
import type { Database } from './port.ts';
import { openPostgres } from './postgres-engine.ts';

export type DatabaseLocation = { dataDir: string } | { url: string; connections?: number };

const MIGRATIONS = new URL('../migrations/', import.meta.url);

/** Opens the engine and applies what is missing of the migrations, in one transaction. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
	const engine =
		'url' in location
			? await openPostgres(location.url, location.connections)
			: await openPglite(location.dataDir);
	const database = assemble(engine);
	try {
		await migrate(database);
	} catch (error) {
		await database.close();
		throw error;
	}
	return database;
}

/** Any number that only migrations lock: of two processes that start at once, the second finds everything done. */
const MIGRATION_LOCK = 7_423_001;

async function migrate(database: Database): Promise<void> {
	await database.transact(async (session) => {
		await session.script(`select pg_advisory_xact_lock(${MIGRATION_LOCK});
			create table if not exists migration
				(name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
		const applied = new Map(
			(await session.kysely.selectFrom('migration').select(['name', 'sha256']).execute()).map((row) => [
				row.name,
				row.sha256,
			]),
		);
		for (const name of (await readdir(MIGRATIONS)).filter((each) => each.endsWith('.sql')).sort()) {
			const text = await readFile(new URL(name, MIGRATIONS), 'utf8');
			const sha256 = createHash('sha256').update(text).digest('hex');
			const known = applied.get(name);
			if (known === sha256) continue;
			if (known !== undefined)
				throw new TidewaiterError(
					'database-unavailable',
					`Migration ${name} was changed after it had been applied.`,
					{
						remedy: 'Restore the released file; a change of the schema is a new migration.',
					},
				);
			await session.script(text);
			await session.kysely.insertInto('migration').values({ name, sha256 }).execute();
		}
	});
}

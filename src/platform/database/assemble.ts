/**
 * Makes a Database out of an engine: Kysely on top of its connections, transactions, COPY.
 */
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Database, Engine, EngineClient, Session } from './port.ts';

const kyselyOver = (connect: () => Promise<EngineClient>): Kysely<Tables> => {
	const pool: PostgresPool = {
		// Kysely types `query` with overloads for cursors, which we do not use.
		connect: async () => (await connect()) as unknown as Awaited<ReturnType<PostgresPool['connect']>>,
		end: async () => {},
		options: {},
	};
	return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};

const sessionOver = (client: EngineClient): Session => {
	const borrowed: EngineClient = { ...client, release: () => {} };
	return {
		kysely: kyselyOver(async () => borrowed),
		copyInto: (table, columns, lines) => client.copyInto(`copy ${table}(${columns.join(',')}) from`, lines),
		script: (text) => client.script(text),
	};
};

export function assemble(engine: Engine): Database {
	const withClient = async <T>(work: (client: EngineClient) => Promise<T>): Promise<T> => {
		const client = await engine.connect();
		try {
			return await work(client);
		} finally {
			client.release();
		}
	};
	return {
		engine: engine.name,
		kysely: kyselyOver(() => engine.connect()),
		transact: (work) =>
			withClient(async (client) => {
				await client.query('begin', []);
				try {
					const result = await work(sessionOver(client));
					await client.query('commit', []);
					return result;
				} catch (error) {
					// A failed rollback (connection gone) must not hide why we rolled back.
					await client.query('rollback', []).catch(() => {});
					throw error;
				}
			}),
		script: (sql) => withClient((client) => client.script(sql)),
		close: () => engine.end(),
	};
}

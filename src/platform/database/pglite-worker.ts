/**
 * The thread that holds PGlite. Takes requests one after the other and answers each.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { PgliteAnswer, PgliteRequest } from './pglite-engine.ts';

/**
 * fsync is off in PGlite whatever is asked for, so full-page images buy nothing: after a power cut the cluster is built
 * again from the vault, which is synced. Commits are written out (synchronous_commit stays on): PGlite has no WAL writer, and
 * what only its memory holds dies with the process. JIT is not compiled in. One user: no replication, few connections.
 */
const CONFIGURATION = [
	'shared_buffers = 64MB',
	'work_mem = 16MB',
	'maintenance_work_mem = 64MB',
	'max_connections = 5',
	'wal_level = minimal',
	'max_wal_senders = 0',
	'full_page_writes = off',
	'max_wal_size = 256MB',
	'random_page_cost = 1.1',
	'TimeZone = UTC',
];

const INT8 = 20;
const DATE = 1082;

async function open(dataDir: string): Promise<PGlite> {
	const database = new PGlite({
		dataDir,
		postgresqlconf: CONFIGURATION,
		parsers: { [INT8]: Number, [DATE]: (text: string) => text },
	});
	await database.waitReady;
	return database;
}

async function answer(database: PGlite, request: PgliteRequest): Promise<PgliteAnswer> {
	const empty = { id: request.id, rows: [], rowCount: 0, command: '' };
	switch (request.kind) {
		case 'query': {
			const result = await database.query(request.sql, [...request.parameters]);
			return {
				id: request.id,
				rows: result.rows,
				rowCount: result.affectedRows ?? result.rows.length,
				command: /^\s*(\w+)/.exec(request.sql)?.[1]?.toUpperCase() ?? '',
			};
		}
		case 'copy':
			await database.query(`${request.statement} '/dev/blob'`, [], { blob: new Blob([request.lines]) });
			return empty;
		case 'script':
			await database.exec(request.sql);
			return empty;
		case 'close':
			await database.close();
			return empty;
	}
}

const port = parentPort;
if (port === null) throw new Error('pglite-worker.ts runs as a worker thread only');
const opened = open(String(workerData.dataDir));
let tail: Promise<unknown> = opened;
port.on('message', (request: PgliteRequest) => {
	tail = tail.then(async () => {
		try {
			port.postMessage(await answer(await opened, request));
		} catch (error) {
			const failure = error instanceof Error ? error : new Error(String(error));
			const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;
			const failed = code === undefined ? { message: failure.message } : { message: failure.message, code };
			port.postMessage({ id: request.id, failed } satisfies PgliteAnswer);
		}
	});
});

/**
 * PGlite in a worker thread: parsing and validation keep one core, the database has the other.
 * One connection only; `connect` hands it out in turn, first come first served.
 */
import { Worker } from 'node:worker_threads';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Engine, EngineClient } from './port.ts';
import { provideCluster } from './template.ts';

export type PgliteRequest =
	| { id: number; kind: 'query'; sql: string; parameters: readonly unknown[] }
	| { id: number; kind: 'copy'; statement: string; lines: string }
	| { id: number; kind: 'script'; sql: string }
	| { id: number; kind: 'close' };

export type PgliteAnswer =
	| { id: number; rows: unknown[]; rowCount: number; command: string }
	| { id: number; failed: { message: string; code?: string; detail?: string; constraint?: string } };

type Waiting = {
	resolve: (answer: Extract<PgliteAnswer, { rows: unknown[] }>) => void;
	reject: (error: Error) => void;
};

/** A failure that the database reported; `sqlState` as in PostgreSQL's appendix A. */
export class DatabaseFailure extends Error {
	readonly sqlState: string | undefined;
	constructor(message: string, sqlState: string | undefined) {
		super(message);
		this.sqlState = sqlState;
	}
}

/**
 * @param dataDir folder of the database cluster; made where it is missing.
 */
export async function openPglite(dataDir: string): Promise<Engine> {
	await provideCluster(dataDir);
	const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
		workerData: { dataDir },
		name: 'tidewaiter-database',
	});
	const waiting = new Map<number, Waiting>();
	let nextId = 1;
	let broken: Error | undefined;
	const breakOff = (error: Error): void => {
		broken ??= error;
		for (const each of waiting.values()) each.reject(error);
		waiting.clear();
	};
	worker.on('message', (answer: PgliteAnswer) => {
		const entry = waiting.get(answer.id);
		waiting.delete(answer.id);
		if (entry === undefined) return;
		if ('failed' in answer) entry.reject(new DatabaseFailure(answer.failed.message, answer.failed.code));
		else entry.resolve(answer);
	});
	worker.on('error', (error) =>
		breakOff(new TidewaiterError('database-unavailable', 'The embedded database stopped.', { cause: error })),
	);
	worker.on('exit', () =>
		breakOff(new TidewaiterError('database-unavailable', 'The embedded database is closed.')),
	);
	const ask = (request: PgliteRequest): Promise<Extract<PgliteAnswer, { rows: unknown[] }>> =>
		new Promise((resolve, reject) => {
			if (broken !== undefined) return reject(broken);
			waiting.set(request.id, { resolve, reject });
			worker.postMessage(request);
		});

	let tail: Promise<void> = Promise.resolve();
	const connect = async (): Promise<EngineClient> => {
		const turn = tail;
		let release = (): void => {};
		tail = new Promise((resolve) => {
			release = resolve;
		});
		await turn;
		if (broken !== undefined) {
			release();
			throw broken;
		}
		return {
			query: (sql, parameters) => ask({ id: nextId++, kind: 'query', sql, parameters: parameters ?? [] }),
			copyInto: async (statement, lines) => {
				await ask({ id: nextId++, kind: 'copy', statement, lines });
			},
			script: async (sql) => {
				await ask({ id: nextId++, kind: 'script', sql });
			},
			release,
		};
	};
	await ask({ id: nextId++, kind: 'query', sql: 'select 1', parameters: [] });
	return {
		name: 'pglite',
		connect,
		end: async () => {
			await tail;
			if (broken === undefined) await ask({ id: nextId++, kind: 'close' });
			await worker.terminate();
		},
	};
}

/**
 * Threads that work on one table. A task is a stage and its arguments; arrays are in shared memory, so nothing large is copied.
 * The thread that asks does the first task itself. Close it, or the process does not end.
 */
import { Worker } from 'node:worker_threads';
import type { LinkageField } from './model.ts';
import { openStages, type Stages } from './stages.ts';
import type { Table, Vocabulary } from './table.ts';

type StageName = Exclude<keyof Stages, 'comparer'>;
type Task<Name extends StageName> = { readonly stage: Name; readonly args: Parameters<Stages[Name]> };

export type Team = {
	readonly size: number;
	readonly stages: Stages;
	/** Runs one stage with each of the arguments, at the same time. @returns results in the order of the arguments. */
	run<Name extends StageName>(
		stage: Name,
		args: readonly Parameters<Stages[Name]>[],
	): Promise<ReturnType<Stages[Name]>[]>;
	close(): Promise<void>;
};

/** What a worker thread is started with: texts are packed into shared memory and unpacked there. */
export type PackedTable = Omit<Table, 'vocabularies'> & {
	readonly fields: readonly LinkageField[];
	readonly vocabularies: readonly (Omit<Vocabulary, 'values'> & { readonly packed: Uint8Array })[];
};

const SEPARATOR = '\n';

export function packTable(fields: readonly LinkageField[], table: Table): PackedTable {
	return {
		...table,
		fields,
		vocabularies: table.vocabularies.map(({ values, ...rest }) => {
			const text = values.join(SEPARATOR);
			const bytes = new Uint8Array(new SharedArrayBuffer(text.length * 3));
			const { written } = new TextEncoder().encodeInto(text, bytes);
			return { ...rest, packed: bytes.subarray(0, written) };
		}),
	};
}

export function unpackTable(packed: PackedTable): Table {
	return {
		...packed,
		vocabularies: packed.vocabularies.map(({ packed: bytes, ...rest }) => ({
			...rest,
			values: new TextDecoder().decode(bytes.slice()).split(SEPARATOR),
		})),
	};
}

/** Does one task; the worker's side and the asker's side of a team are the same. */
export function perform<Name extends StageName>(stages: Stages, task: Task<Name>): ReturnType<Stages[Name]> {
	// The compiler cannot pair a stage with its own arguments; `Task` does.
	const run = stages[task.stage] as (...args: Parameters<Stages[Name]>) => ReturnType<Stages[Name]>;
	return run(...task.args);
}

/** Opens a team of `size` threads, the asking one included. */
export function openTeam(fields: readonly LinkageField[], table: Table, size: number): Team {
	const stages = openStages(fields, table);
	const workers: Worker[] = [];
	if (size > 1) {
		const workerData = packTable(fields, table);
		for (let at = 1; at < size; at++)
			workers.push(new Worker(new URL('./worker.ts', import.meta.url), { workerData }));
	}
	return {
		size,
		stages,
		async run(stage, args) {
			const others = args
				.slice(1)
				.map((own, at) => ask(workers[at % Math.max(workers.length, 1)], { stage, args: own }));
			const first = args[0] === undefined ? [] : [perform(stages, { stage, args: args[0] })];
			const answers = await Promise.all(
				// A worker answers with what the stage of the task gives.
				others.map((other) => other as Promise<ReturnType<Stages[typeof stage]>>),
			);
			return [...first, ...answers];
		},
		async close() {
			await Promise.all(workers.map((worker) => worker.terminate()));
		},
	};
}

function ask(worker: Worker | undefined, task: Task<StageName>): Promise<unknown> {
	if (!worker) return Promise.reject(new RangeError('more tasks than threads'));
	return new Promise((resolve, reject) => {
		const settle = (act: () => void): void => {
			worker.off('message', done);
			worker.off('error', failed);
			act();
		};
		const done = (answer: unknown): void => settle(() => resolve(answer));
		const failed = (error: Error): void => settle(() => reject(error));
		worker.on('message', done);
		worker.on('error', failed);
		worker.postMessage(task);
	});
}

/** Cuts `count` things into as many ranges as the team has threads. */
export function rangesOf(count: number, parts: number): (readonly [number, number])[] {
	return Array.from({ length: parts }, (_, part) => [
		Math.floor((count / parts) * part),
		Math.floor((count / parts) * (part + 1)),
	]);
}

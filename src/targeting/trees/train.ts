/**
 * Training: a table and a target in, an ensemble out. With several threads each is a worker that runs the same loop;
 * data lies in shared memory. Invariant: the ensemble depends on data, options and seed, never on the number of threads.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { binTable, learnBins } from './bin-columns.ts';
import { type Boosted, type BoostMemory, boost, type Labelled, openMemory } from './boost.ts';
import { ALONE } from './crew.ts';
import { type Ensemble, MOST_FEATURES, type Table, type TrainOptions } from './model.ts';
import { MOST_ROWS } from './pack-gradients.ts';

/** Rows with the target of each: 0 or 1 for the logistic loss. */
export type LabelledTable = Table & { readonly target: Float64Array };

export type Trained = { readonly ensemble: Ensemble; readonly laterLoss: readonly number[] };

/** All that a worker gets. */
export type WorkerOrder = {
	readonly data: Labelled;
	readonly later: Labelled | undefined;
	readonly options: TrainOptions;
	readonly memory: BoostMemory;
	readonly meeting: Int32Array;
	readonly size: number;
	readonly index: number;
};

export type WorkerNews =
	| { readonly kind: 'tree'; readonly trees: number }
	| { readonly kind: 'done'; boosted: Boosted };

/** Trains in this thread. */
export function trainHere(
	table: LabelledTable,
	options: TrainOptions,
	later?: LabelledTable,
	onTree?: (trees: number) => void,
): Trained {
	const { data, laterData } = prepare(table, options, later, (length) => new ArrayBuffer(length));
	const memory = openMemory(table.rows, later?.rows ?? 0, 1, (length) => new Float64Array(length));
	return trainedOf(data, options, boost(data, laterData, options, ALONE, memory, onTree));
}

/**
 * Trains in worker threads, so that this thread stays free.
 * @param threads by default one for each core.
 */
export async function train(
	table: LabelledTable,
	options: TrainOptions,
	extra: {
		readonly later?: LabelledTable;
		readonly threads?: number;
		readonly onTree?: (trees: number) => void;
	} = {},
): Promise<Trained> {
	const size = Math.max(1, Math.min(64, extra.threads ?? availableParallelism()));
	const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
	const { data, laterData } = prepare(table, options, extra.later, shared);
	const memory = openMemory(
		table.rows,
		extra.later?.rows ?? 0,
		size,
		(length) => new Float64Array(shared(8 * length)),
	);
	const meeting = new Int32Array(shared(8));
	const workers: Worker[] = [];
	try {
		const boosted = await new Promise<Boosted>((resolve, reject) => {
			for (let index = 0; index < size; index++) {
				const order: WorkerOrder = { data, later: laterData, options, memory, meeting, size, index };
				const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
				workers.push(worker);
				worker.on('error', reject);
				worker.on('message', (news: WorkerNews) => {
					if (news.kind === 'tree') extra.onTree?.(news.trees);
					else resolve(news.boosted);
				});
				worker.on('exit', (code) => {
					if (code !== 0) reject(new Error(`A thread of training ended with status ${code}.`));
				});
			}
		});
		return trainedOf(data, options, boosted);
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}

function trainedOf(data: Labelled, options: TrainOptions, { base, trees, laterLoss }: Boosted): Trained {
	return { ensemble: { loss: options.loss, base, features: data.features, trees }, laterLoss };
}

function prepare(
	table: LabelledTable,
	options: TrainOptions,
	later: LabelledTable | undefined,
	allocate: (bytes: number) => ArrayBuffer | SharedArrayBuffer,
): { data: Labelled; laterData: Labelled | undefined } {
	if (table.rows === 0 || table.columns.length === 0) throw new RangeError('There is nothing to learn from.');
	if (table.columns.length > MOST_FEATURES) throw new RangeError(`More than ${MOST_FEATURES} columns.`);
	if (table.rows > MOST_ROWS) throw new RangeError(`More than ${MOST_ROWS} rows: take a sample.`);
	const features = learnBins(table, options.bins);
	const inBins = (rows: LabelledTable): Labelled => {
		const target = new Float64Array(allocate(8 * rows.rows));
		target.set(rows.target);
		return { ...binTable(rows, features, new Uint8Array(allocate(rows.rows * features.length))), target };
	};
	return { data: inBins(table), laterData: later === undefined ? undefined : inBins(later) };
}

/**
 * The line on which submissions are read: one reader, one writer, a batch between them. While the database writes one
 * batch, the next is being read. A batch holds the readings of many small submissions or a part of a large one.
 * A submission counts as done when the transaction with its last reading is committed; recovery after a crash puts
 * unfinished submissions on the same line, from the position that was saved with their last batch.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { LiveEvent } from '../../contract/views.ts';
import type { LedgerEntry } from '../ledger/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import type { Screening } from '../screening/model.ts';
import type { TargetingOnLine } from '../targeting/model.ts';
import type { ReferenceLists } from '../values/reference-lists.ts';
import { assembleBatch } from './assemble-batch.ts';
import type { BatchItem, BatchJob } from './batch-rows.ts';
import { openSubmission } from './formats/registry.ts';
import { ledgerEntriesOf } from './ledger-entries.ts';
import type { FormatId, Limits, Reading, Refusal } from './model.ts';
import { prepare } from './prepare.ts';
import { createKnownMentions } from './screen-batch.ts';
import { ensureMonth, mayBeTriedAgain, type SubmissionRow, saveBatch } from './store/batch.ts';

export type LineOptions = {
	database: Database;
	clock: Clock;
	limits: Limits;
	lists: () => ReferenceLists;
	/** Asked about every mention before a batch is written. */
	screening: Pick<Screening, 'screenBatch' | 'saveHits'>;
	/** Assesses every record before a batch is written. */
	targeting: TargetingOnLine;
	/** The mapping with this name; without a name all that this node has, to be tried. */
	mapping: (name: string | null) => unknown;
	onEvents: (events: readonly LiveEvent[]) => void;
	/** Enters into the ledger what a batch was, in its transaction. */
	enter?: ((session: Session, entries: readonly LedgerEntry[]) => Promise<unknown>) | undefined;
	/** Seconds spent, by stage; for the bench and the metrics. */
	onStage?: (stage: 'read' | 'assemble' | 'save', seconds: number) => void;
};

export type LineResult = {
	format: FormatId;
	records: number;
	created: number;
	amended: number;
	repeated: number;
	refused: Refusal[];
	refusedCount: number;
	infos: number;
	warnings: number;
	errors: number;
};

/** What the line is asked to read. */
export type LineTask = {
	row: SubmissionRow;
	bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
	/** Readings that are in the store already, and how many of them were records and refusals. */
	saved: number;
	savedRecords?: number;
	savedRefusals?: number;
	/** For reading again: numbers of readings whose records are stored already, whatever became of them since. */
	storedBefore?: ReadonlySet<number>;
};

export type Line = {
	/** Resolves when every reading is committed; rejects where the database failed: the submission stays unfinished. */
	read(task: LineTask): Promise<LineResult>;
	/** Submissions that wait or are being read. */
	readonly waiting: number;
	close(): Promise<void>;
};

/** Readings in a batch: more cost memory and latency, fewer cost round trips; 250 to 1,000 measured within 9 %. */
const MAX_BATCH_READINGS = 1_000;
const MAX_BATCH_CHARACTERS = 8 * 1024 ** 2;
/** Refusals that the answer names one by one. */
const MAX_REFUSALS_TOLD = 100;
const MAX_ATTEMPTS = 5;
/** Longest time that reading keeps the event loop to itself, in milliseconds. */
const MAX_BREATH_MS = 5;

type Job = BatchJob & {
	/** True when the reader has come to the end of the submission. */
	ended: boolean;

	task: LineTask;
	result: LineResult;
	resolve: (result: LineResult) => void;
	reject: (error: unknown) => void;
	failed: boolean;
};

export function createLine(options: LineOptions): Line {
	const { database, clock, limits } = options;
	const queue: Job[] = [];
	const known = createKnownMentions();
	let running: Promise<void> | undefined;
	let current: Job | undefined;
	let items: BatchItem[] = [];
	let characters = 0;
	let touched = new Set<Job>();
	let writing: Promise<void> = Promise.resolve();
	let month = '';
	let closing = false;

	const stage = async <T>(name: 'assemble' | 'save', work: () => Promise<T>): Promise<T> => {
		const start = clock.monotonic();
		const result = await work();
		options.onStage?.(name, (clock.monotonic() - start) / 1_000);
		return result;
	};

	const openMonths = async (nowMs: number): Promise<void> => {
		const now = new Date(nowMs);
		const name = `${now.getUTCFullYear()}-${now.getUTCMonth()}`;
		if (name === month) return;
		for (const ahead of [0, 1]) {
			const each = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
			await ensureMonth(database, each.getUTCFullYear(), each.getUTCMonth() + 1);
		}
		month = name;
	};

	const write = async (batch: BatchItem[], jobs: Job[], last: ReadonlySet<BatchJob>): Promise<void> => {
		for (let attempt = 1; ; attempt++) {
			try {
				const nowMs = clock.now();
				await openMonths(nowMs);
				const assembled = await stage('assemble', () =>
					assembleBatch(
						database,
						batch,
						jobs,
						last,
						nowMs,
						options.lists(),
						options.screening,
						options.targeting,
						known,
					),
				);
				await stage('save', () =>
					saveBatch(
						database,
						assembled.rows,
						options.screening,
						options.targeting,
						nowMs,
						async (session) => {
							const { submissions, assessed } = assembled.rows;
							await options.enter?.(session, ledgerEntriesOf(submissions, assessed, nowMs));
						},
					),
				);
				options.targeting.committed(assembled.rows.assessed);
				for (const { stored } of assembled.rows.mentions) known.add(stored.key);
				for (const job of jobs) settle(job, assembled.progress.get(job), last.has(job));
				options.onEvents(assembled.events);
				return;
			} catch (error) {
				if (mayBeTriedAgain(error) && attempt < MAX_ATTEMPTS) continue;
				// One submission must not take down its neighbours: each is tried alone before it is given up.
				if (jobs.length > 1) {
					for (const job of jobs)
						await write(
							batch.filter((item) => item.job === job),
							[job],
							last,
						);
					return;
				}
				for (const job of jobs) fail(job, error);
				return;
			}
		}
	};

	const settle = (
		job: Job,
		progress:
			| {
					to: number;
					records: number;
					created: number;
					amended: number;
					repeated: number;
					refused: number;
					infos: number;
					warnings: number;
					errors: number;
			  }
			| undefined,
		isLast: boolean,
	): void => {
		if (progress === undefined) return;
		const { result } = job;
		job.saved = progress.to;
		job.recordsSoFar += progress.records;
		job.refusedSoFar += progress.refused;
		result.records += progress.records;
		result.created += progress.created;
		result.amended += progress.amended;
		result.repeated += progress.repeated;
		result.refusedCount += progress.refused;
		result.infos += progress.infos;
		result.warnings += progress.warnings;
		result.errors += progress.errors;
		if (isLast) job.resolve(result);
	};

	const fail = (job: Job, error: unknown): void => {
		job.failed = true;
		job.reject(error);
	};

	/** Hands the batch to the writer and waits until the one before it is written: at most two batches in memory. */
	const handOff = async (): Promise<void> => {
		const batch = items;
		const jobs = [...touched];
		// Said now: while this batch waits for the one before it, the reader may reach the end of a submission whose last
		// readings are not in it.
		const last = new Set(jobs.filter((job) => job.ended));
		items = [];
		characters = 0;
		touched = new Set();
		await writing;
		if (jobs.length > 0)
			writing = write(
				batch.filter((item) => !(item.job as Job).failed),
				jobs.filter((job) => !job.failed),
				last,
			);
	};

	const add = (job: Job, reading: Reading, number: number): void => {
		touched.add(job);
		if (reading.outcome === 'refused') {
			if (job.result.refused.length < MAX_REFUSALS_TOLD) job.result.refused.push(reading);
			items.push({ job, number, reading });
			return;
		}
		const receivedOn = new Date(job.row.receivedAtMs).toISOString().slice(0, 10);
		const prepared = prepare(reading, receivedOn, options.lists());
		characters += prepared.body.length;
		items.push({ job, number, reading: prepared });
	};

	let breathedAt = clock.monotonic();
	/**
	 * Lets answers of the database in between two chunks. Bytes that are in memory arrive without a turn of the event
	 * loop; without this, a batch waits for its first answer until the next one has been read, and the two threads take
	 * turns instead of working at once (2,000 instead of 2,900 declarations of WCO XML a second, measured).
	 */
	const breathe = async (): Promise<void> => {
		if (clock.monotonic() - breathedAt < MAX_BREATH_MS) return;
		await new Promise((resolve) => setImmediate(resolve));
		breathedAt = clock.monotonic();
	};

	const readJob = async (job: Job): Promise<void> => {
		const { task } = job;
		let started = clock.monotonic();
		let seconds = 0;
		const pause = (): void => {
			seconds += (clock.monotonic() - started) / 1_000;
		};
		const mapping = options.mapping(task.row.mapping);
		const reader = openSubmission({
			limits,
			now: () => clock.monotonic(),
			...(task.row.name === null ? {} : { name: task.row.name }),
			...(mapping === undefined ? {} : { mapping }),
		});
		let number = 0;
		const take = async (readings: readonly Reading[]): Promise<void> => {
			for (const reading of readings) {
				number += 1;
				if (number <= task.saved) continue;
				job.format = reader.format;
				add(job, reading, number);
				if (items.length < MAX_BATCH_READINGS && characters < MAX_BATCH_CHARACTERS) continue;
				pause();
				await handOff();
				started = clock.monotonic();
			}
		};
		for await (const chunk of task.bytes()) {
			pause();
			await breathe();
			started = clock.monotonic();
			await take(reader.push(chunk));
			if (job.failed) return;
		}
		await take(reader.end());
		job.format = reader.format;
		job.result.format = reader.format;
		job.ended = true;
		touched.add(job);
		pause();
		options.onStage?.('read', seconds);
	};

	const run = async (): Promise<void> => {
		for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
			current = job;
			try {
				await readJob(job);
			} catch (error) {
				fail(job, error);
			}
			if (queue.length === 0 || touched.size >= MAX_BATCH_READINGS) await handOff();
		}
		current = undefined;
		running = undefined;
		await writing;
	};

	return {
		read: (task) =>
			new Promise((resolve, reject) => {
				if (closing)
					return reject(
						new TidewaiterError('stopping', 'This node is stopping.', {
							remedy: 'Send it again in a moment.',
						}),
					);
				queue.push({
					row: task.row,
					format: 'unknown',
					saved: task.saved,
					ended: false,
					storedBefore: task.storedBefore,
					recordsSoFar: task.savedRecords ?? 0,
					refusedSoFar: task.savedRefusals ?? 0,
					task,
					failed: false,
					resolve,
					reject,
					result: {
						format: 'unknown',
						records: 0,
						created: 0,
						amended: 0,
						repeated: 0,
						refused: [],
						refusedCount: 0,
						infos: 0,
						warnings: 0,
						errors: 0,
					},
				});
				// Started in a later turn, so that submissions that come together share a batch.
				running ??= Promise.resolve().then(run);
			}),
		get waiting() {
			return queue.length + (current === undefined ? 0 : 1);
		},
		close: async () => {
			closing = true;
			while (running !== undefined) await running;
			await writing;
		},
	};
}

/**
 * Training in the background, one at a time: declarations from the store to a thread, and what comes of it into the store.
 */
import { availableParallelism } from 'node:os';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Training } from '../../../contract/views-models.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { lowestIdentifier, momentOf } from '../../platform/identifiers.ts';
import type { Actor } from '../model.ts';
import { insertModel, readLiveVersions, readModelBody, readModelRow } from '../store/models.ts';
import {
	countLabels,
	listTrainingRecords,
	readCurrency,
	readTrainingPage,
	type StoredDeclaration,
} from '../store/training-data.ts';
import { readFindings } from './labels.ts';
import { readCard } from './read-card.ts';
import { LEAST } from './train-heads.ts';
import { startTraining, type ThreadOrder, type TrainingJob } from './training-job.ts';
import { inOrder, knownMoment, type Listed, replayMoment } from './training-order.ts';
import type { TrainingDeclaration } from './training-replay.ts';

export type Trainer = {
	state(): Training;
	/** Starts one; resolves when it has begun. @throws TidewaiterError conflict, while one runs or there is too little to learn from. */
	start(input: { days: number; seed: number }, actor: Actor): Promise<Training>;
	/** Stops one that runs; nothing of it is kept. */
	close(): Promise<void>;
};

const PAGE = 500;
const LIST_PAGE = 20_000;
/** Identifiers and dates of so many lie in memory at once. */
const MOST_REPLAYED = 2_000_000;
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const DAY_MS = 86_400_000;

const IDLE: Training = {
	state: 'idle',
	startedAt: null,
	by: null,
	done: 0,
	of: null,
	version: null,
	message: null,
};

export function createTrainer({
	database,
	clock,
	onFailure,
}: {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
}): Trainer {
	let training = IDLE;
	let job: TrainingJob | undefined;
	let running: Promise<void> | undefined;
	let closed = false;

	const runs = (): boolean => ['reading', 'training', 'measuring'].includes(training.state);
	const move = (change: Partial<Training>): void => {
		training = { ...training, ...change };
	};

	/** The newest declarations, at most `MOST_REPLAYED`. */
	async function listSince(since: string): Promise<Listed[]> {
		const all: Listed[] = [];
		for (let before = HIGHEST; !closed && all.length < MOST_REPLAYED; ) {
			const page = await listTrainingRecords(database.kysely, since, before, LIST_PAGE);
			const last = page.at(-1);
			if (last === undefined) break;
			before = last.id;
			for (const { id, documentDate } of page) {
				const receivedMs = momentOf(id);
				all.push({ id, receivedMs, atMs: replayMoment(receivedMs, documentDate) });
			}
		}
		return all;
	}

	async function run(input: { days: number; seed: number }, actor: Actor): Promise<void> {
		const begun = clock.monotonic();
		const since = lowestIdentifier(clock.now() - input.days * DAY_MS);
		// One core is left for the line.
		const threads = Math.max(1, availableParallelism() - 1);
		job = startTraining(
			{ seed: input.seed, threads, champion: await championOf(database) },
			({ state, done, of }) => move({ state, done, of }),
		);
		let currency = (await readCurrency(database.kysely)) ?? null;
		const listed = inOrder(await listSince(since));
		move({ of: listed.length });
		for (let from = 0; from < listed.length && !closed; from += PAGE) {
			const part = listed.slice(from, from + PAGE);
			const moments = new Map(part.map((each) => [each.id, each]));
			const page = await readTrainingPage(database.kysely, [...moments.keys()]);
			currency ??= page.find(({ outcome }) => (outcome?.recovered ?? 0) > 0)?.outcome?.currency ?? null;
			const inCurrency = currency;
			await job.take(
				page.flatMap((stored) => {
					const at = moments.get(stored.id);
					return at === undefined ? [] : [declarationOf(stored, at, inCurrency)];
				}),
			);
			move({ done: Math.min(from + PAGE, listed.length) });
		}
		if (closed) return;
		move({ state: 'training', done: 0, of: null });
		const answer = await job.train(currency);
		if (answer.kind === 'refused') {
			move({ state: 'failed', message: `${answer.reason} ${answer.remedy}` });
			return;
		}
		const seconds = (clock.monotonic() - begun) / 1_000;
		const version = await insertModel(database, {
			trainedAt: new Date(clock.now()),
			trainedBy: actor.name,
			card: JSON.stringify({ ...answer.card, trainSeconds: Number(seconds.toFixed(2)) }),
			comparison: answer.comparison === null ? null : JSON.stringify(answer.comparison),
			body: answer.body,
		});
		move({
			state: 'done',
			done: 1,
			of: 1,
			version,
			message: `Version ${version} waits for a decision.`,
		});
	}

	return {
		state: () => training,
		async start(input, actor) {
			if (closed) throw new TidewaiterError('stopping', 'The node is stopping.');
			if (runs() || running !== undefined)
				throw new TidewaiterError('conflict', `A training runs, started by ${training.by}.`, {
					remedy: 'Wait until it has ended; "tidewaiter models list" shows how far it is.',
				});
			training = {
				...IDLE,
				state: 'reading',
				startedAt: new Date(clock.now()).toISOString(),
				by: actor.name,
			};
			const counts = await countLabels(
				database.kysely,
				lowestIdentifier(clock.now() - input.days * DAY_MS),
				LEAST.labelled * 50,
			).catch((cause: unknown) => {
				training = IDLE;
				throw cause;
			});
			// Lines are at least as many as declarations, but a declaration of many lines counts for many: only none is hopeless.
			if (counts.inspected === 0 || counts.found === 0) {
				training = IDLE;
				throw new TidewaiterError(
					'conflict',
					`There is too little to learn from: ${counts.inspected} inspections with an outcome in these days, ${counts.found} of them found something.`,
					{
						remedy: `Record what inspections find; a model wants ${LEAST.labelled} lines of goods with an outcome, ${LEAST.offences} of them with an offence.`,
					},
				);
			}
			running = run(input, actor)
				.catch((cause: unknown) => {
					if (closed) return;
					move({ state: 'failed', message: 'It failed; the log of the node says why.' });
					onFailure('training a model', cause);
				})
				.finally(async () => {
					const ended = job;
					job = undefined;
					running = undefined;
					await ended?.stop();
				});
			return training;
		},
		async close() {
			closed = true;
			await job?.stop();
			await running;
		},
	};
}

function declarationOf(
	{ version, body, office, outcome }: StoredDeclaration,
	listed: Listed,
	currency: string | null,
): TrainingDeclaration {
	return {
		atMs: listed.atMs,
		version,
		body,
		office,
		label:
			outcome === null
				? undefined
				: {
						found: outcome.result !== 'nothing-found',
						offence: outcome.result === 'offence',
						findings: readFindings(outcome.findings),
						amount:
							outcome.recovered !== null &&
							outcome.recovered >= 0 &&
							(outcome.currency === null || outcome.currency === currency)
								? outcome.recovered
								: Number.NaN,
						knownAtMs: knownMoment(listed, outcome),
						random: outcome.random,
					},
	};
}

async function championOf(database: Database): Promise<ThreadOrder['champion']> {
	const { champion } = await readLiveVersions(database.kysely);
	if (champion === undefined) return undefined;
	const [row, body] = [
		await readModelRow(database.kysely, champion),
		await readModelBody(database.kysely, champion),
	];
	if (row === undefined || body === undefined) return undefined;
	return { version: champion, body, lastDay: readCard(row.card)?.data.until ?? '' };
}

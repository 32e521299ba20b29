/**
 * What others may ask of retention. Passes run by themselves: one at the start, then every hour; the same code serves a person
 * who does not want to wait, and an erasure before the end.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { recordKinds } from '../../contract/records/record.ts';
import { endSubmissions, readStanding, readVersionsOf } from '../intake/store/end.ts';
import { momentOf, newIdentifier } from '../platform/identifiers.ts';
import type { RetentionRunTable } from '../platform/tables-retention.ts';
import { forgetExamples } from '../targeting/store/end.ts';
import { deleteDocuments, documentsOf } from './end-documents.ts';
import { createHolds } from './holds.ts';
import type { Retention } from './model.ts';
import { createPass, type PassOptions, type Tally } from './pass.ts';
import { createReadings, rulesIn, toRun } from './read.ts';
import { daysAfter, problemOfRule } from './schedule.ts';
import { endRun, startRun } from './store/ended.ts';
import { addRule, dropLeft, readRules } from './store/schedule.ts';

export type RetentionOptions = Omit<PassOptions, 'rest'> & {
	/** How often a pass begins by itself; between two batches it rests for this long. */
	readonly everyMs?: number;
	readonly restMs?: number;
};

const HOUR_MS = 3_600_000;
/** Twenty batches a second at most: a line that takes records in keeps most of the database. */
const REST_MS = 50;
/** Documents that are erased in one transaction. */
const TOGETHER = 50;

const LONGEST_ERROR = 300;

const newTally = (): Tally => ({ masked: 0, deleted: 0, destroyed: 0, held: 0 });

export function createRetention(options: RetentionOptions): Retention {
	const { database, clock, atDesk, enter, onFailure, everyMs = HOUR_MS, restMs = REST_MS } = options;
	let isClosing = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: Promise<RetentionRunTable> | undefined;
	const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));
	const pass = createPass({ ...options, rest });
	const readings = createReadings(database, clock, () => running !== undefined);
	const { ruleOf, ...readingOperations } = readings;

	const finishDestructions = async (): Promise<number> => {
		const tally = newTally();
		while (await pass.destroyNext(tally));
		return tally.destroyed;
	};

	const run = async (): Promise<RetentionRunTable> => {
		const tally = newTally();
		const id = newIdentifier(clock.now());
		const startedAt = new Date(clock.now());
		await startRun(database, id, startedAt);
		let error: string | null = null;
		try {
			await pass.run(rulesIn(await readRules(database)), tally, () => !isClosing);
		} catch (cause) {
			// What was committed is ended; the next pass goes on from there.
			error = (cause instanceof Error ? cause.message : String(cause)).slice(0, LONGEST_ERROR);
			onFailure('a pass of retention stopped; the next one goes on', cause);
		}
		const ended = { id, started_at: startedAt, ended_at: new Date(clock.now()), ...tally, error };
		await endRun(database, ended);
		return ended;
	};

	/** The pass that is going on, or a new one: never two in a process. */
	const runOnce = (): Promise<RetentionRunTable> => {
		running ??= run().finally(() => {
			running = undefined;
		});
		return running;
	};

	const schedule = (afterMs: number): void => {
		if (isClosing) return;
		timer = setTimeout(() => {
			runOnce()
				.catch((cause: unknown) => onFailure('a pass of retention could not be noted', cause))
				.finally(() => schedule(everyMs));
		}, afterMs);
		timer.unref();
	};

	return {
		...readingOperations,
		...createHolds({ database, clock, enter }),
		runRetention: async () => {
			if (isClosing) throw new TidewaiterError('busy', 'This node is stopping.');
			return toRun(await runOnce());
		},
		changeRetention: async ({ kind, maskAfterDays = null, deleteAfterDays, reason, basis }, actor) => {
			const problem = problemOfRule(kind, maskAfterDays, deleteAfterDays, basis);
			if (problem !== undefined) throw new TidewaiterError('invalid-input', problem);
			const at = new Date(clock.now());
			const words = await readRules(database);
			const version = (words.get(kind)?.[0]?.version ?? 0) + 1;
			const isWritten = await database.transact(async (session) => {
				const written = await addRule(session, {
					kind,
					version,
					mask_after_days: maskAfterDays,
					delete_after_days: deleteAfterDays,
					reason,
					basis: basis ?? null,
					changed_at: at,
					changed_by: actor.name,
				});
				if (!written) return false;
				await enter(session, [
					{
						at: at.toISOString(),
						what: 'change',
						event: 'changeRetention',
						subject: kind,
						actor: actor.id,
						facts: { version, deleteAfterDays, ...(maskAfterDays === null ? {} : { maskAfterDays }) },
					},
				]);
				return true;
			});
			if (!isWritten)
				throw new TidewaiterError('conflict', 'Somebody else changed it just now.', {
					remedy: 'Look at it again, then decide.',
				});
			return ruleOf(kind);
		},
		eraseRecords: async (ids, because, actor) => {
			const erased: string[] = [];
			const held: { record: string; because: string }[] = [];
			const ledgerPositions: number[] = [];
			const confirmed = rulesIn(await readRules(database))('confirmed-hit').deleteAfterDays;
			for (let from = 0; from < ids.length; from += TOGETHER) {
				const asked = ids.slice(from, from + TOGETHER);
				await atDesk(async (session) => {
					const documents = documentsOf(await readVersionsOf(session, asked));
					const kept = await pass.heldBack(session, documents, 'deleted', confirmed);
					for (const { key, versions } of documents) {
						const why = kept.get(key);
						if (why === undefined) continue;
						for (const { id } of versions) if (asked.includes(id)) held.push({ record: id, because: why });
					}
					const free = documents.filter(({ key }) => !kept.has(key));
					const { records, submissions } = await deleteDocuments(session, free);
					await endSubmissions(session, submissions, new Date(clock.now()));
					await dropLeft(
						session,
						free.map(({ newest }) => newest),
					);
					for (const of of records.values()) erased.push(...of);
					ledgerPositions.push(...(await pass.record(session, 'erased', records, because, actor.id)));
				});
			}
			if (erased.length > 0) await database.transact(forgetExamples);
			await finishDestructions();
			return { erased, held, ledgerPositions };
		},
		endOf: async (record) => {
			const standing = await readStanding(database, record);
			const kind = recordKinds.find((each) => each === standing?.kind);
			if (standing === undefined || kind === undefined) return undefined;
			const { deleteAfterDays } = rulesIn(await readRules(database))(kind);
			return {
				keepUntil: new Date(daysAfter(momentOf(standing.newest), deleteAfterDays)).toISOString(),
				maskedAt: standing.maskedAt?.toISOString() ?? null,
			};
		},
		finishDestructions,
		start: () => schedule(0),
		close: async () => {
			isClosing = true;
			clearTimeout(timer);
			await running?.catch(() => {});
		},
	};
}

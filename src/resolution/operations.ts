/**
 * What others may ask of resolution. The only orchestration of the room.
 * Mentions are followed in the background; persons' judgements are made at the same desk, one after the other, so that
 * nobody decides on what another is changing.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { ResolutionStatus } from '../../contract/views-resolution.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { findAlike } from './find-alike.ts';
import { contextOf } from './follow/context.ts';
import { openDeskRoom } from './follow/desk.ts';
import { createFollower } from './follow/follower.ts';
import { type Judged, judgePair, undoJudgement } from './follow/judge.ts';
import type { Resolution } from './model.ts';
import { createModels } from './models.ts';
import { createReadings } from './read.ts';
import { countWaiting } from './store/mentions.ts';
import { readJudgement } from './store/read-entity.ts';
import { extent, newestRun, readCounts, startRun } from './store/state.ts';
import { listCapped } from './store/values.ts';

export type ResolutionOptions = {
	database: Database;
	clock: Clock;
	/** Told of failures that nobody waits for. */
	onFailure: (message: string, cause: unknown) => void;
	/** True while others wait for the database; what is in the background rests then. */
	isBusy?: () => boolean;
};

const MOST_WAITING = 1_000_000;
const MOST_CAPPED = 100;

export function createResolution(options: ResolutionOptions): Resolution {
	const { database, clock } = options;
	const reader = database.kysely;
	const models = createModels(clock);
	const context = contextOf(clock, models.matcher);
	const atDesk = openDeskRoom(database);
	const follower = createFollower(
		atDesk,
		context,
		models.estimate,
		options.onFailure,
		options.isBusy ?? (() => false),
	);

	const readResolution = async (): Promise<ResolutionStatus> => {
		const [counts, waiting, capped, run] = [
			await readCounts(reader),
			await countWaiting(reader, MOST_WAITING),
			await listCapped(reader, MOST_CAPPED),
			await newestRun(reader),
		];
		return {
			mentions: counts.mentions + waiting,
			waiting,
			entities: counts.entities,
			candidates: counts.candidates,
			judgements: { model: counts.by_model, identifier: counts.by_identifier, person: counts.by_person },
			models: await models.describe(reader),
			capped,
			run:
				run === undefined
					? null
					: {
							state: run.state === 'running' ? 'running' : run.state === 'failed' ? 'failed' : 'done',
							startedAt: run.started_at.toISOString(),
							done: run.state === 'done' ? 1 : Math.min(1, run.done / Math.max(1, run.expected)),
							note: run.note,
						},
		};
	};

	const answer = async ({ judgement, leftEntity, rightEntity }: Judged) => {
		const read = await readJudgement(reader, judgement);
		if (read === undefined) throw new TidewaiterError('not-found', `No judgement ${judgement}.`);
		return { judgement: read, leftEntity, rightEntity };
	};

	return {
		...createReadings(reader),
		judge: async (input, judge) => answer(await atDesk((desk) => judgePair(desk, context, input, judge))),
		undoJudgement: async (input, judge) =>
			answer(await atDesk((desk) => undoJudgement(desk, context, input, judge))),
		readResolution,
		findAlike: async (asked, limit) => findAlike(reader, await models.matcher(reader), asked, limit),
		runResolution: async ({ estimate }) => {
			await atDesk(async (desk) => {
				const last = await newestRun(desk.reader);
				if (last?.state === 'running')
					throw new TidewaiterError('conflict', 'A run is going on already.', {
						remedy: 'Wait until it is done; its progress is shown.',
					});
				const { upto, mentions } = await extent(desk.reader);
				const startedAt = new Date(clock.now());
				await desk.write((session) =>
					startRun(session, {
						id: context.newId(),
						state: 'running',
						estimate,
						estimated: false,
						position_record: null,
						position_key: null,
						upto: upto ?? '00000000-0000-0000-0000-000000000000',
						done: 0,
						expected: mentions,
						note: estimate ? 'The models are being estimated.' : 'Mentions are being resolved again.',
						started_at: startedAt,
						ended_at: null,
					}),
				);
			});
			follower.wake();
			return readResolution();
		},
		wake: follower.wake,
		catchUp: follower.catchUp,
		atDesk: (work) => atDesk((desk) => desk.write(work)),
		close: follower.close,
	};
}

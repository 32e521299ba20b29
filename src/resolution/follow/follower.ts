/**
 * Follows the mentions as they come: those that wait first, then those that are to be looked at again, then a run over
 * everything, page by page. Where it was is in the database; a restart goes on there by calling the same.
 */

import {
	dropDeadQueue,
	leaveQueue,
	mentionsAfter,
	queuedMentions,
	type ResolvedRow,
} from '../store/mentions.ts';
import { changeRun, newestRun, type Run } from '../store/state.ts';
import type { Context } from './context.ts';
import type { Desk, DeskRoom } from './desk.ts';
import { resolveAgain } from './resolve-again.ts';
import { resolveWaiting } from './resolve-waiting.ts';

/** Mentions of one transaction: large enough that its cost is that of its rows, small enough that others wait little. */
const PAGE = 1_000;
const AGAIN_PAGE = 200;
/** Records that come together are resolved together. */
const WAKE_MS = 50;
const RETRY_MS = 10_000;
/** While records come in, the follower rests this many times as long as it worked: an answer to a sender goes first. */
const RESTS = 2;
const LONGEST_REST_MS = 3_000;

export type Follower = {
	catchUp(): Promise<number>;
	wake(): void;
	close(): Promise<void>;
};

export function createFollower(
	atDesk: DeskRoom,
	context: Context,
	estimate: (desk: Desk, run: Run) => Promise<void>,
	onFailure: (message: string, cause: unknown) => void,
	isBusy: () => boolean,
): Follower {
	let isClosing = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: Promise<void> | undefined;
	let isWoken = false;

	/** One page of what is most urgent; 0 where nothing is left. */
	const step = async (): Promise<{ done: number; isRun: boolean }> => {
		const waiting = await atDesk((desk) => resolveWaiting(desk, context, PAGE));
		if (waiting > 0) return { done: waiting, isRun: false };
		const queued = await atDesk((desk) => resolveQueued(desk, context));
		if (queued > 0) return { done: queued, isRun: false };
		return { done: await atDesk((desk) => continueRun(desk, context, estimate)), isRun: true };
	};

	/** Lets those who wait for the database have it; ends at once where nobody does, or where the node stops. */
	const rest = async (workedMs: number): Promise<void> => {
		const until = context.clock.monotonic() + Math.min(RESTS * workedMs, LONGEST_REST_MS);
		while (!isClosing && isBusy() && context.clock.monotonic() < until)
			await new Promise((resolve) => setTimeout(resolve, 20));
	};

	const catchUp = async (): Promise<number> => {
		let total = 0;
		while (!isClosing) {
			const started = context.clock.monotonic();
			const { done, isRun } = await step();
			if (done === 0) return total;
			if (!isRun) total += done;
			await rest(context.clock.monotonic() - started);
		}
		return total;
	};

	const schedule = (afterMs: number): void => {
		if (isClosing || timer !== undefined) return;
		timer = setTimeout(() => {
			timer = undefined;
			isWoken = false;
			running = catchUp().then(
				() => {
					running = undefined;
					if (isWoken) schedule(WAKE_MS);
				},
				(error: unknown) => {
					running = undefined;
					if (isClosing) return;
					onFailure('resolution of stored records stopped; it goes on in a moment', error);
					schedule(RETRY_MS);
				},
			);
		}, afterMs);
		timer.unref();
	};

	return {
		catchUp,
		wake: () => {
			isWoken = true;
			if (running === undefined) schedule(WAKE_MS);
		},
		close: async () => {
			isClosing = true;
			clearTimeout(timer);
			await running?.catch(() => {});
			// Whoever called catchUp is let go of the desk before the database closes.
			await atDesk(async () => {});
		},
	};
}

async function resolveQueued(desk: Desk, context: Context): Promise<number> {
	const rows = await queuedMentions(desk.reader, AGAIN_PAGE);
	if (rows.length === 0) {
		await desk.write(dropDeadQueue);
		return 0;
	}
	const keys = rows.map(({ key }) => key);
	await resolveAgain(desk, context, rows, 'A value that both share was capped as noise.', (session) =>
		leaveQueue(session, keys),
	);
	return rows.length;
}

/** The next page of a run. */
async function continueRun(
	desk: Desk,
	context: Context,
	estimate: (desk: Desk, run: Run) => Promise<void>,
): Promise<number> {
	const run = await newestRun(desk.reader);
	if (run === undefined || run.state !== 'running') return 0;
	if (run.estimate && !run.estimated) {
		await estimate(desk, run);
		return 1;
	}
	const after =
		run.position_record === null || run.position_key === null
			? null
			: { record: run.position_record, key: run.position_key };
	const rows = await mentionsAfter(desk.reader, after, run.upto, AGAIN_PAGE);
	const last = rows.at(-1);
	if (last === undefined) {
		await desk.write((session) =>
			changeRun(session, run.id, {
				state: 'done',
				note: 'All mentions were resolved again.',
				ended_at: new Date(context.clock.now()),
			}),
		);
		return 0;
	}
	const resolved = rows.filter((row): row is ResolvedRow => row.entity !== null);
	await resolveAgain(desk, context, resolved, 'The parameters were estimated anew.', (session) =>
		changeRun(session, run.id, {
			position_record: last.firstRecord,
			position_key: last.key,
			done: run.done + rows.length,
		}),
	);
	return rows.length;
}

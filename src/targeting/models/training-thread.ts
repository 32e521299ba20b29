/** The thread of a training: replays pages of declarations, then trains. Trusts the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openLiveModel } from './open-live-model.ts';
import { formatStoredModel, parseStoredModel } from './stored-model.ts';
import { trainHeads } from './train-heads.ts';
import type { ThreadNews, ThreadOrder, ThreadTask } from './training-job.ts';
import { openTrainingReplay } from './training-replay.ts';

// Only `startTraining` starts this file, with an order.
const order = workerData as ThreadOrder;
const replay = openTrainingReplay();
const tell = (news: ThreadNews): void => parentPort?.postMessage(news);

parentPort?.on('message', (task: ThreadTask) => {
	if (task.kind === 'train') {
		// A failure ends the thread, and with it the training.
		void train(task.currency);
		return;
	}
	for (const declaration of task.declarations) replay.take(declaration);
	tell({ kind: 'taken' });
});

async function train(currency: string | null): Promise<void> {
	const answer = await trainHeads(replay.finish(), {
		seed: order.seed,
		threads: order.threads,
		currency,
		champion: championOf(order),
		onStep: (state, done, of) => tell({ kind: 'step', state, done, of }),
	});
	if (!answer.ok) tell({ kind: 'refused', reason: answer.reason, remedy: answer.remedy });
	else {
		const { stored, card, comparison } = answer.trained;
		tell({ kind: 'trained', body: formatStoredModel(stored), card, comparison });
	}
}

/** A champion that cannot be read is compared with nothing. */
function championOf({ champion }: ThreadOrder) {
	if (champion === undefined) return undefined;
	const read = parseStoredModel(champion.body);
	if (!read.ok) return undefined;
	const opened = openLiveModel(champion.version, read.model);
	return opened.ok ? { ...opened.model, lastDay: champion.lastDay } : undefined;
}

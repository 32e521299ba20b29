/**
 * One training, from this thread's side: pages go to a thread of their own, which replays and trains, so that the line
 * goes on. Stopping ends the thread; nothing of it is kept.
 */
import { Worker } from 'node:worker_threads';
import type { ModelCard, ModelDetail } from '../../../contract/views-models.ts';
import type { TrainingDeclaration } from './training-replay.ts';

/** All that the thread gets at its start. */
export type ThreadOrder = {
	readonly seed: number;
	/** Threads that grow trees. */
	readonly threads: number;
	readonly champion:
		| { readonly version: number; readonly body: string; readonly lastDay: string }
		| undefined;
};

export type ThreadTask =
	| { readonly kind: 'page'; readonly declarations: readonly TrainingDeclaration[] }
	| { readonly kind: 'train'; readonly currency: string | null };

export type ThreadNews =
	| { readonly kind: 'taken' }
	| {
			readonly kind: 'step';
			readonly state: 'training' | 'measuring';
			readonly done: number;
			readonly of: number | null;
	  }
	| {
			readonly kind: 'trained';
			readonly body: string;
			readonly card: ModelCard;
			readonly comparison: ModelDetail['comparison'];
	  }
	| { readonly kind: 'refused'; readonly reason: string; readonly remedy: string };

type Trained = Extract<ThreadNews, { kind: 'trained' | 'refused' }>;

export type TrainingJob = {
	/** Resolves when the thread has replayed the page: one page at a time, so that memory stays bounded. */
	take(declarations: readonly TrainingDeclaration[]): Promise<void>;
	train(currency: string | null): Promise<Trained>;
	stop(): Promise<void>;
};

/** @param onStep told of what the thread does while it trains. */
export function startTraining(
	order: ThreadOrder,
	onStep: (step: Extract<ThreadNews, { kind: 'step' }>) => void,
): TrainingJob {
	const thread = new Worker(new URL('./training-thread.ts', import.meta.url), { workerData: order });
	let waiting: { resolve: (news: ThreadNews) => void; reject: (cause: unknown) => void } | undefined;
	let ended: Error | undefined;
	const fail = (cause: Error): void => {
		ended ??= cause;
		waiting?.reject(cause);
		waiting = undefined;
	};
	thread.on('error', (cause) => fail(cause instanceof Error ? cause : new Error(String(cause))));
	thread.on('exit', () => fail(new Error('The thread of training has ended.')));
	thread.on('message', (news: ThreadNews) => {
		if (news.kind === 'step') onStep(news);
		else {
			waiting?.resolve(news);
			waiting = undefined;
		}
	});
	const ask = (task: ThreadTask): Promise<ThreadNews> =>
		new Promise((resolve, reject) => {
			if (ended !== undefined) {
				reject(ended);
				return;
			}
			waiting = { resolve, reject };
			thread.postMessage(task);
		});
	return {
		take: async (declarations) => {
			await ask({ kind: 'page', declarations });
		},
		train: async (currency) => {
			const news = await ask({ kind: 'train', currency });
			if (news.kind === 'trained' || news.kind === 'refused') return news;
			throw new Error(`The thread of training answered with ${news.kind}.`);
		},
		stop: async () => {
			await thread.terminate();
		},
	};
}

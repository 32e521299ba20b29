/**
 * The bus inside one process: the default, with nothing to install. What it holds is gone when the process dies,
 * so a publisher must be able to publish again from what is stored. Same promises as the NATS adapter otherwise.
 */
import { randomUUID } from 'node:crypto';
import { TidewaiterError } from '../../../contract/errors.ts';
import { type Clock, systemClock } from '../clock.ts';
import {
	type Bus,
	type BusHandler,
	backoffAfter,
	busy,
	DEFAULT_MAX_ATTEMPTS,
	DEFAULT_MAX_WAITING,
	type DeadLetter,
	DUPLICATE_WINDOW_MS,
	payloadBytes,
	reasonOfFailure,
	requireOptions,
	requireSubject,
	type SubscribeOptions,
	type Subscription,
	stopping,
} from './bus.ts';

/** Dead letters that are remembered; older ones are forgotten. */
const MAX_DEAD_LETTERS = 10_000;

export type MemoryBusOptions = {
	clock?: Clock;
	/** Messages that may wait over all subjects. */
	maxWaiting?: number;
};

type Waiting = { id: string; subject: string; payload: Uint8Array; attempt: number };

type Worker = {
	options: SubscribeOptions;
	handler: BusHandler;
	running: Set<Promise<void>>;
	closed: boolean;
};

/** A queue that gives up its front in constant time. */
type Queue = { messages: Waiting[]; first: number };

type Subject = {
	durable: string | undefined;
	queue: Queue;
	/** Messages whose next try is due later, with their timers. */
	later: Map<Waiting, NodeJS.Timeout>;
	workers: Worker[];
};

/** Opens a bus in this process. */
export function openMemoryBus({
	clock = systemClock,
	maxWaiting = DEFAULT_MAX_WAITING,
}: MemoryBusOptions = {}): Bus {
	const subjects = new Map<string, Subject>();
	/** Identifiers seen, oldest first, with the time until which they count. */
	const seen = new Map<string, number>();
	const dead: DeadLetter[] = [];
	let waiting = 0;
	let closed = false;

	function subjectOf(name: string): Subject {
		let subject = subjects.get(name);
		if (subject === undefined) {
			subject = { durable: undefined, queue: { messages: [], first: 0 }, later: new Map(), workers: [] };
			subjects.set(name, subject);
		}
		return subject;
	}

	function isRepeated(id: string): boolean {
		const now = clock.monotonic();
		for (const [old, until] of seen) {
			if (until > now) break;
			seen.delete(old);
		}
		if (seen.has(id)) return true;
		seen.set(id, now + DUPLICATE_WINDOW_MS);
		return false;
	}

	function takeNext(queue: Queue): Waiting | undefined {
		const message = queue.messages[queue.first];
		if (message === undefined) return undefined;
		queue.first++;
		if (queue.first > 1_024 && queue.first * 2 > queue.messages.length) {
			queue.messages = queue.messages.slice(queue.first);
			queue.first = 0;
		}
		return message;
	}

	/** Gives waiting messages to workers that have a hand free, in turn. */
	function dispatch(subject: Subject): void {
		let idle = 0;
		while (subject.workers.length > 0 && idle < subject.workers.length) {
			const worker = subject.workers.shift();
			if (worker === undefined) return;
			subject.workers.push(worker);
			if (worker.closed || worker.running.size >= worker.options.concurrency) {
				idle++;
				continue;
			}
			const message = takeNext(subject.queue);
			if (message === undefined) return;
			idle = 0;
			const run: Promise<void> = handle(subject, worker, message).finally(() => {
				worker.running.delete(run);
				dispatch(subject);
			});
			worker.running.add(run);
		}
	}

	async function handle(subject: Subject, worker: Worker, message: Waiting): Promise<void> {
		try {
			// A handler that throws before its first await must not throw into the publisher.
			await Promise.resolve();
			await worker.handler({ ...message });
			waiting--;
		} catch (error) {
			fail(subject, worker.options, message, error);
		}
	}

	function fail(subject: Subject, options: SubscribeOptions, message: Waiting, error: unknown): void {
		if (message.attempt >= (options.maxAttempts ?? DEFAULT_MAX_ATTEMPTS)) {
			waiting--;
			const { attempt, ...rest } = message;
			dead.push({ ...rest, attempts: attempt, reason: reasonOfFailure(error) });
			if (dead.length > MAX_DEAD_LETTERS) dead.shift();
			return;
		}
		const next = { ...message, attempt: message.attempt + 1 };
		const requeue = (): void => {
			subject.later.delete(next);
			subject.queue.messages.push(next);
			dispatch(subject);
		};
		// While the bus closes nothing waits: the remaining tries are made at once.
		if (closed) requeue();
		else subject.later.set(next, setTimeout(requeue, backoffAfter(message.attempt, options)));
	}

	async function settle(worker: Worker): Promise<void> {
		while (worker.running.size > 0) await Promise.all(worker.running);
	}

	return {
		async publish(name, payload, { id = randomUUID() } = {}) {
			requireSubject(name);
			if (closed) throw stopping();
			if (waiting >= maxWaiting) throw busy();
			if (isRepeated(id)) return;
			const subject = subjectOf(name);
			waiting++;
			// Copied, because the publisher may reuse its bytes.
			subject.queue.messages.push({ id, subject: name, payload: payloadBytes(payload).slice(), attempt: 1 });
			dispatch(subject);
		},

		async subscribe(name, options, handler): Promise<Subscription> {
			requireSubject(name);
			requireOptions(options);
			if (closed) throw stopping();
			const subject = subjectOf(name);
			if (subject.durable !== undefined && subject.durable !== options.durable) {
				throw new TidewaiterError('conflict', `${name} is the work of "${subject.durable}" already`);
			}
			subject.durable = options.durable;
			const worker: Worker = { options, handler, running: new Set(), closed: false };
			subject.workers.push(worker);
			dispatch(subject);
			return {
				async close() {
					worker.closed = true;
					subject.workers = subject.workers.filter((other) => other !== worker);
					await settle(worker);
				},
			};
		},

		deadLetters: async (limit = 1_000) => dead.slice(0, limit),

		async close() {
			closed = true;
			for (const subject of subjects.values()) {
				for (const [message, timer] of subject.later) {
					clearTimeout(timer);
					subject.queue.messages.push(message);
				}
				subject.later.clear();
				dispatch(subject);
			}
			for (const { workers } of subjects.values()) for (const worker of [...workers]) await settle(worker);
		},
	};
}

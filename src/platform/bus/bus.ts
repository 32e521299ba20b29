/**
 * The bus: work handed from one part of the node to another, or to other processes.
 * Every message is delivered at least once to one of those who share its durable name; it is done when the handler
 * resolves, tried again later when it rejects, and set aside as a dead letter after the last try.
 * Messages have no order. Two adapters: in this process (memory-bus.ts) and NATS JetStream (nats-bus.ts).
 */
import { TidewaiterError } from '../../../contract/errors.ts';

/** What can be written as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export type BusMessage = {
	/** The publisher's identifier; the same on every delivery. */
	readonly id: string;
	readonly subject: string;
	readonly payload: Uint8Array;
	/** 1 on the first delivery. A delivery that a crash interrupted counts. */
	readonly attempt: number;
};

/** Resolves when the message is done; rejects to have it again later. Must tolerate a message that it has seen. */
export type BusHandler = (message: BusMessage) => Promise<void>;

export type SubscribeOptions = {
	/** Those who subscribe under one durable name share the work; a subject has one durable name. */
	durable: string;
	/** Messages handled at the same time by this subscription. */
	concurrency: number;
	/** Tries before a message becomes a dead letter. Default 5. */
	maxAttempts?: number;
	/** Milliseconds to wait before the second, third … try; the last holds for all further ones. */
	backoffMs?: readonly number[];
	/** Milliseconds after which a message whose handler's process fell silent goes to another. Default 30,000. */
	acknowledgeWithinMs?: number;
};

export type Subscription = {
	/** Takes no further message, and resolves when those in hand are done. */
	close(): Promise<void>;
};

export type DeadLetter = {
	readonly id: string;
	readonly subject: string;
	readonly payload: Uint8Array;
	readonly attempts: number;
	/** What the handler said at the last try. */
	readonly reason: string;
};

export type Bus = {
	/**
	 * Resolves when the bus has the message. The same `id` within two minutes is kept once.
	 * Rejects with `busy` while too many messages wait, with `stopping` after close.
	 */
	publish(subject: string, payload: Uint8Array | Json, options?: { id?: string }): Promise<void>;
	/** Messages published before are delivered too. */
	subscribe(subject: string, options: SubscribeOptions, handler: BusHandler): Promise<Subscription>;
	/** Dead letters, oldest first. */
	deadLetters(limit?: number): Promise<DeadLetter[]>;
	/** Takes nothing more, and resolves when all handlers are done. */
	close(): Promise<void>;
};

export const DEFAULT_MAX_ATTEMPTS = 5;
export const DEFAULT_BACKOFF_MS: readonly number[] = [1_000, 5_000, 30_000];
export const DEFAULT_ACKNOWLEDGE_WITHIN_MS = 30_000;
/** Time in which a repeated `id` is noticed. */
export const DUPLICATE_WINDOW_MS = 120_000;
export const DEFAULT_MAX_WAITING = 100_000;

const SUBJECT = /^[A-Za-z0-9_-]{1,64}(?:\.[A-Za-z0-9_-]{1,64}){0,7}$/;
const DURABLE = /^[A-Za-z0-9_-]{1,64}$/;

/** Throws `usage` unless the text is a subject: one to eight words of letters, digits, "-" and "_", joined by ".". */
export function requireSubject(subject: string): void {
	if (!SUBJECT.test(subject)) throw new TidewaiterError('usage', `not a subject: ${JSON.stringify(subject)}`);
}

/** Throws `usage` unless a subscription can be made from the options. */
export function requireOptions(options: SubscribeOptions): void {
	if (!DURABLE.test(options.durable)) {
		throw new TidewaiterError('usage', `not a durable name: ${JSON.stringify(options.durable)}`);
	}
	if (!Number.isInteger(options.concurrency) || options.concurrency < 1) {
		throw new TidewaiterError('usage', `concurrency must be a whole number from 1: ${options.concurrency}`);
	}
}

/** Bytes of a payload; JSON is written as UTF-8. */
export const payloadBytes = (payload: Uint8Array | Json): Uint8Array =>
	payload instanceof Uint8Array ? payload : new TextEncoder().encode(JSON.stringify(payload));

/** Milliseconds to wait after the try with this number failed. */
export function backoffAfter(attempt: number, options: SubscribeOptions): number {
	const steps = options.backoffMs ?? DEFAULT_BACKOFF_MS;
	return steps[Math.min(attempt, steps.length) - 1] ?? 0;
}

/** What is kept of an error with a dead letter. */
export const reasonOfFailure = (error: unknown): string =>
	(error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

export const stopping = (): TidewaiterError => new TidewaiterError('stopping', 'the bus is closed');

export const busy = (cause?: unknown): TidewaiterError =>
	new TidewaiterError('busy', 'too many messages wait on the bus', { remedy: 'Try again later.', cause });

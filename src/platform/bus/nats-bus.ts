/**
 * The bus on NATS JetStream: work shared by many processes on many machines, kept on disk by the server.
 * One work-queue stream for what waits and one stream for dead letters; explicit acknowledgement; repeated
 * identifiers are noticed by the server. Trusts the server with the payloads. Needs nats-server 2.9 or later.
 */
import { randomUUID } from 'node:crypto';
import {
	AckPolicy,
	type Consumer,
	DiscardPolicy,
	JetStreamApiError,
	type JsMsg,
	jetstream,
	jetstreamManager,
	RetentionPolicy,
	StorageType,
	type StreamConfig,
} from '@nats-io/jetstream';
import { connect, headers, type NodeConnectionOptions, nanos } from '@nats-io/transport-node';
import { TidewaiterError } from '../../../contract/errors.ts';
import {
	type Bus,
	type BusHandler,
	backoffAfter,
	busy,
	DEFAULT_ACKNOWLEDGE_WITHIN_MS,
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

export type NatsBusOptions = {
	/** `nats://host:port`, or several separated by commas. */
	url: string;
	/** Name of the stream, and the first word of its subjects on the server. Nodes on one server need different ones. */
	stream: string;
	maxWaiting?: number;
	/** TLS, credentials and the like, as the client takes them. */
	connection?: Omit<NodeConnectionOptions, 'servers'>;
};

/** Milliseconds that one request for work stays open; the shortest that the client allows. */
const PULL_MS = 1_000;
/** Milliseconds before asking again after the server could not be asked. */
const RETRY_PULL_MS = 500;
/** Messages of one durable name that may be in hands at a time, over all processes. */
const MAX_IN_HAND = 4_096;
/** Days that dead letters are kept. */
const DEAD_LETTER_DAYS = 90;
const DAY_MS = 86_400_000;

const ID_HEADER = 'Nats-Msg-Id';
const ATTEMPTS_HEADER = 'Tidewaiter-Attempts';
const REASON_HEADER = 'Tidewaiter-Reason';

/** JetStream error codes: stream limit reached; subscription not unique on a work queue. */
const LIMIT_REACHED: ReadonlySet<number> = new Set([10077, 10122]);
const NOT_UNIQUE: ReadonlySet<number> = new Set([10099, 10100]);

/** Opens a bus on a NATS server. Rejects with `database-unavailable` where the server cannot be reached. */
export async function openNatsBus(options: NatsBusOptions): Promise<Bus> {
	const connection = await connect({ ...options.connection, servers: options.url.split(',') }).catch(
		(cause: unknown) => {
			throw new TidewaiterError('database-unavailable', 'the NATS server cannot be reached', { cause });
		},
	);
	const client = jetstream(connection);
	const manager = await jetstreamManager(connection);
	const deadStream = `${options.stream}-dead`;
	const onServer = (subject: string): string => `${options.stream}.${subject}`;
	const asDead = (subject: string): string => `${deadStream}.${subject}`;
	let closed = false;
	const subscriptions = new Set<Subscription>();

	await ensureStream({
		name: options.stream,
		subjects: [onServer('>')],
		retention: RetentionPolicy.Workqueue,
		storage: StorageType.File,
		discard: DiscardPolicy.New,
		max_msgs: options.maxWaiting ?? DEFAULT_MAX_WAITING,
		duplicate_window: nanos(DUPLICATE_WINDOW_MS),
	});
	await ensureStream({
		name: deadStream,
		subjects: [asDead('>')],
		retention: RetentionPolicy.Limits,
		storage: StorageType.File,
		discard: DiscardPolicy.Old,
		max_age: nanos(DEAD_LETTER_DAYS * DAY_MS),
		duplicate_window: nanos(DUPLICATE_WINDOW_MS),
	});

	async function ensureStream(config: Partial<StreamConfig> & { name: string }): Promise<void> {
		const names: string[] = [];
		for await (const name of manager.streams.names()) names.push(name);
		if (names.includes(config.name)) await manager.streams.update(config.name, config);
		else await manager.streams.add(config);
	}

	async function publishAs(
		subject: string,
		payload: Uint8Array,
		id: string,
		more: readonly [string, string][] = [],
	): Promise<void> {
		const messageHeaders = headers();
		for (const [name, value] of more) messageHeaders.set(name, value);
		try {
			await client.publish(subject, payload, { msgID: id, headers: messageHeaders });
		} catch (error) {
			if (error instanceof JetStreamApiError && LIMIT_REACHED.has(error.code)) throw busy(error);
			throw error;
		}
	}

	async function setAside(message: BusDelivery, reason: string): Promise<void> {
		await publishAs(asDead(message.subject), message.raw.data, message.id, [
			[ATTEMPTS_HEADER, String(message.attempt)],
			[REASON_HEADER, encodeURIComponent(reason)],
		]);
		message.raw.ack();
	}

	type BusDelivery = { id: string; subject: string; attempt: number; raw: JsMsg };

	async function handle(raw: JsMsg, subscribed: SubscribeOptions, handler: BusHandler): Promise<void> {
		const { deliveryCount: attempt } = raw.info;
		const subject = raw.subject.slice(options.stream.length + 1);
		const id = raw.headers?.get(ID_HEADER) || `${options.stream}-${raw.seq}`;
		const delivery = { id, subject, attempt, raw };
		const maxAttempts = subscribed.maxAttempts ?? DEFAULT_MAX_ATTEMPTS;
		if (attempt > maxAttempts) {
			await setAside(
				{ ...delivery, attempt: attempt - 1 },
				'no try came to an end: the process died or fell silent',
			);
			return;
		}
		const within = subscribed.acknowledgeWithinMs ?? DEFAULT_ACKNOWLEDGE_WITHIN_MS;
		const alive = setInterval(() => raw.working(), within / 3);
		try {
			await handler({ id, subject, payload: raw.data, attempt });
			raw.ack();
		} catch (error) {
			if (attempt >= maxAttempts) await setAside(delivery, reasonOfFailure(error));
			else raw.nak(backoffAfter(attempt, subscribed));
		} finally {
			clearInterval(alive);
		}
	}

	/** One pair of hands: asks for a message, handles it, asks again. */
	async function work(
		consumer: Consumer,
		subscribed: SubscribeOptions,
		handler: BusHandler,
		stopped: () => boolean,
	): Promise<void> {
		while (!stopped()) {
			try {
				const raw = await consumer.next({ expires: PULL_MS });
				if (raw !== null) await handle(raw, subscribed, handler);
			} catch {
				// The server went away or restarts. What was in hand comes again; the client reconnects by itself.
				if (!stopped()) await new Promise((resolve) => setTimeout(resolve, RETRY_PULL_MS));
			}
		}
	}

	async function openConsumer(subject: string, subscribed: SubscribeOptions): Promise<Consumer> {
		const consumer = {
			durable_name: subscribed.durable,
			filter_subject: onServer(subject),
			ack_policy: AckPolicy.Explicit,
			ack_wait: nanos(subscribed.acknowledgeWithinMs ?? DEFAULT_ACKNOWLEDGE_WITHIN_MS),
			max_deliver: -1,
			max_ack_pending: MAX_IN_HAND,
		};
		const name = `${subscribed.durable}-${subject.replaceAll('.', '_')}`;
		try {
			await manager.consumers.add(options.stream, { ...consumer, durable_name: name });
		} catch (error) {
			if (error instanceof JetStreamApiError && NOT_UNIQUE.has(error.code)) {
				throw new TidewaiterError('conflict', `${subject} is the work of another durable name already`, {
					cause: error,
				});
			}
			throw error;
		}
		return client.consumers.get(options.stream, name);
	}

	return {
		async publish(subject, payload, { id = randomUUID() } = {}) {
			requireSubject(subject);
			if (closed) throw stopping();
			await publishAs(onServer(subject), payloadBytes(payload), id);
		},

		async subscribe(subject, subscribed, handler) {
			requireSubject(subject);
			requireOptions(subscribed);
			if (closed) throw stopping();
			const consumer = await openConsumer(subject, subscribed);
			let stopped = false;
			const hands = Array.from({ length: subscribed.concurrency }, () =>
				work(consumer, subscribed, handler, () => stopped),
			);
			const subscription: Subscription = {
				async close() {
					stopped = true;
					await Promise.all(hands);
					subscriptions.delete(subscription);
				},
			};
			subscriptions.add(subscription);
			return subscription;
		},

		async deadLetters(limit = 1_000) {
			const letters: DeadLetter[] = [];
			const { state } = await manager.streams.info(deadStream);
			for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq && letters.length < limit; seq++) {
				const stored = await manager.streams.getMessage(deadStream, { seq });
				if (stored === null) continue;
				letters.push({
					id: stored.header.get(ID_HEADER),
					subject: stored.subject.slice(deadStream.length + 1),
					payload: stored.data,
					attempts: Number(stored.header.get(ATTEMPTS_HEADER)),
					reason: decodeURIComponent(stored.header.get(REASON_HEADER)),
				});
			}
			return letters;
		},

		async close() {
			if (closed) return;
			closed = true;
			await Promise.all([...subscriptions].map((subscription) => subscription.close()));
			await connection.drain();
		},
	};
}

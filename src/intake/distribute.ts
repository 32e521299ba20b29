/**
 * Reading in other processes. The process that receives a submission keeps it in the vault and puts an order on the bus;
 * a worker with the same vault folder and database reads it on its own line and answers. An order that a dying worker
 * held is delivered again to another; the store notices what is there already, so nothing is stored twice.
 */
import { z } from 'zod';
import { TidewaiterError } from '../../contract/errors.ts';
import type { Bus, Subscription } from '../platform/bus/bus.ts';
import type { Database } from '../platform/database/port.ts';
import type { Vault } from '../platform/vault/vault.ts';
import type { Line, LineResult, LineTask } from './line.ts';
import { readSubmission } from './store/quarantine.ts';

const order = z.object({
	row: z.object({
		id: z.string(),
		receivedAtMs: z.number(),
		source: z.string(),
		channel: z.string(),
		name: z.string().nullable(),
		mapping: z.string().nullable(),
		bytes: z.number(),
		pack: z.string(),
		packOffset: z.number(),
	}),
	saved: z.number(),
	savedRecords: z.number(),
	savedRefusals: z.number(),
	/** Subject on which the answer is awaited. */
	answerTo: z.string(),
});

const answer = z.union([
	z.object({
		id: z.string(),
		result: z.custom<LineResult>((value) => typeof value === 'object' && value !== null),
	}),
	z.object({ id: z.string(), failed: z.string() }),
]);

const ORDERS = 'intake.orders';
/** Longer than any submission is read; a worker that falls silent for so long has died. */
const ACKNOWLEDGE_WITHIN_MS = 10 * 60_000;

const decode = (payload: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(payload));

export type Dispatch = { read(task: LineTask): Promise<LineResult>; close(): Promise<void> };

/**
 * Hands reading to workers.
 * @param receiver name of this process, letters, digits, "-" and "_"; answers come back to it.
 */
export async function openDispatch(bus: Bus, receiver: string): Promise<Dispatch> {
	const waiting = new Map<
		string,
		{ resolve: (result: LineResult) => void; reject: (error: Error) => void }
	>();
	const answerTo = `intake.answers.${receiver}`;
	const subscription = await bus.subscribe(
		answerTo,
		{ durable: receiver, concurrency: 64 },
		async (message) => {
			const said = answer.parse(decode(message.payload));
			const entry = waiting.get(said.id);
			waiting.delete(said.id);
			if ('failed' in said) entry?.reject(new TidewaiterError('internal', said.failed));
			else entry?.resolve(said.result);
		},
	);
	return {
		read: ({ row, saved, savedRecords = 0, savedRefusals = 0 }) =>
			new Promise((resolve, reject) => {
				waiting.set(row.id, { resolve, reject });
				bus.publish(ORDERS, { row, saved, savedRecords, savedRefusals, answerTo }).catch((error: unknown) => {
					waiting.delete(row.id);
					reject(error);
				});
			}),
		close: () => subscription.close(),
	};
}

/** Takes orders until closed. */
export function serveOrders(options: {
	bus: Bus;
	line: Line;
	vault: Vault;
	database: Database;
	concurrency: number;
}): Promise<Subscription> {
	const { bus, line, vault, database, concurrency } = options;
	return bus.subscribe(
		ORDERS,
		{ durable: 'readers', concurrency, acknowledgeWithinMs: ACKNOWLEDGE_WITHIN_MS },
		async (message) => {
			const { row, answerTo, ...progress } = order.parse(decode(message.payload));
			// Delivered before: go on where the one who held it stopped.
			const stored = message.attempt > 1 ? await readSubmission(database, row.id) : undefined;
			const from =
				stored === undefined
					? progress
					: { saved: stored.position, savedRecords: stored.records, savedRefusals: stored.refused };
			const reply = await line
				.read({ row, ...from, bytes: () => vault.read({ pack: row.pack, offset: row.packOffset }) })
				.then(
					(result) => ({ id: row.id, result }),
					(error: unknown) => ({
						id: row.id,
						failed: error instanceof Error ? error.message : String(error),
					}),
				);
			await bus.publish(answerTo, Buffer.from(JSON.stringify(reply)));
		},
	);
}

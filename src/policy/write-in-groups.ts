/**
 * Group commit: rows that are asked to be written while a write is under way go together with the next one. Each caller waits
 * until its own row is written, or learns that it was not. Keeps the order; what waits is bounded.
 */
import { TidewaiterError } from '../../contract/errors.ts';

type Waiting<Row> = { row: Row; done: () => void; failed: (cause: unknown) => void };

export type GroupWriter<Row> = {
	/** Resolves when the row is written. */
	write(row: Row): Promise<void>;
	/** Resolves when nothing waits any more. */
	settled(): Promise<void>;
};

const MOST_IN_A_GROUP = 500;
const MOST_WAITING = 20_000;

/** @param writeAll writes all of them, or none. */
export function writeInGroups<Row>(writeAll: (rows: readonly Row[]) => Promise<void>): GroupWriter<Row> {
	const waiting: Waiting<Row>[] = [];
	let running: Promise<void> | undefined;

	const run = async (): Promise<void> => {
		// Requests that arrive in the same turn of the event loop join the first group.
		await new Promise((resolve) => setImmediate(resolve));
		while (waiting.length > 0) {
			const group = waiting.splice(0, MOST_IN_A_GROUP);
			try {
				await writeAll(group.map(({ row }) => row));
				for (const { done } of group) done();
			} catch (cause) {
				for (const { failed } of group) failed(cause);
			}
		}
		running = undefined;
	};

	return {
		write: (row) =>
			new Promise((done, failed) => {
				if (waiting.length >= MOST_WAITING) {
					failed(new TidewaiterError('busy', 'Too many accesses wait to be recorded.'));
					return;
				}
				waiting.push({ row, done, failed });
				running ??= run();
			}),
		settled: async () => {
			while (running !== undefined) await running;
		},
	};
}

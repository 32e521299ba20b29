/**
 * Keeps the memory of a node: reads its snapshot and what was stored since at the start, writes it now and then and at the
 * end. The file is derived: without it, or with one that cannot be read, everything is read from the store again.
 */
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import type { Memory } from './memory.ts';

export type MemoryKeeperOptions = {
	database: Database;
	clock: Clock;
	/** Folder of the node; undefined keeps no file. */
	folder: string | undefined;
	onFailure: (message: string, cause: unknown) => void;
};

export type MemoryKeeper = {
	/** The memory, as soon as it knows what is stored. */
	memory(): Promise<Memory>;
	/** Told after each commit, with the highest identifier of a record in it; writes the file when it is time. */
	committed(lastRecord: string): void;
	close(): Promise<void>;
};

export function createMemoryKeeper(_options: MemoryKeeperOptions): MemoryKeeper {
	const empty: Memory = {
		goods: {
			tally: () => ({
				seen: 0,
				inspected: 0,
				found: 0,
				firstDay: Number.NaN,
				lastDay: Number.NaN,
			}),
			rate: () => 0,
			band: () => ({
				count: 0,
				mean: Number.NaN,
				median: Number.NaN,
				q1: Number.NaN,
				q3: Number.NaN,
				low: Number.NaN,
				high: Number.NaN,
				logMedian: Number.NaN,
				logSpread: Number.NaN,
			}),
		},
		history: {
			count: () => 0,
			sum: () => 0,
			distinct: () => 0,
			daysSince: () => Number.NaN,
			hops: () => Number.POSITIVE_INFINITY,
			suspected: () => undefined,
			dwell: () => ({ hours: Number.NaN, usual: empty.goods.band('mass', '', '') }),
			route: () => ({ places: [], loops: 0, backtrackKm: 0 }),
		},
		statistics: { mirrorUnitValue: () => Number.NaN, produces: () => true },
		features: () => [],
		see: () => {},
		learn: () => {},
		save: () => new Uint8Array(),
	};
	return { memory: async () => empty, committed: () => {}, close: async () => {} };
}

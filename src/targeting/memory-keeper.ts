/**
 * Keeps the memory of a node: reads its snapshot and what was stored since at the start, writes it now and then and at the
 * end. The file is derived: without it, or with one that cannot be read, everything is read from the store again.
 */
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { LOWEST_IDENTIFIER, lowestIdentifier, momentOf } from '../platform/identifiers.ts';
import type { TradeStatistics } from './knowledge.ts';
import { type Memory, openMemory, restoreMemory } from './memory.ts';
import { readMemoryFile, writeMemoryFile } from './memory-file.ts';
import { replayRecords } from './memory-replay.ts';
import {
	findOldestOf,
	hasRecord,
	readIdentifiersAfter,
	readRecords,
	readRecordsAfter,
} from './store/memory-replay.ts';

export type MemoryKeeperOptions = {
	database: Database;
	clock: Clock;
	/** Folder of the node; undefined keeps no file. */
	folder: string | undefined;
	onFailure: (message: string, cause: unknown) => void;
	/** Told while stored records are read: how many so far. */
	onProgress?: ((records: number) => void) | undefined;
	/** False where other processes store records in the same database: then theirs are followed. */
	alone?: boolean | undefined;
	statistics?: TradeStatistics | undefined;
	/** For tests: when a snapshot is due, how much is replayed at most, and in pages of how many records. */
	limits?: Partial<KeeperLimits> | undefined;
};

export type KeeperLimits = {
	readonly snapshotRecords: number;
	readonly snapshotMs: number;
	readonly replayedRecords: number;
	readonly pageRecords: number;
};

const USUAL_LIMITS: KeeperLimits = {
	snapshotRecords: 200_000,
	snapshotMs: 600_000,
	// What is older would mostly have been forgotten; some half an hour of reading.
	replayedRecords: 10_000_000,
	pageRecords: 500,
};

export type MemoryKeeper = {
	/** The memory, as soon as it knows what is stored. */
	memory(): Promise<Memory>;
	/** Told of the records of a batch that is about to be assessed: they are this process's own. */
	began(records: readonly string[]): void;
	/** Told after each commit, before the next batch is assessed, with the records in it; writes the file when it is time. */
	committed(records: readonly string[]): void;
	close(): Promise<void>;
};

/** How often records of other processes are looked for. */
const FOLLOW_EVERY_MS = 1_000;
/** Longest time from the making of an identifier to its commit that is reckoned with. */
const OVERLAP_MS = 15_000;
/** Identifiers in the overlap at most: ten thousand records a second. */
const MOST_NEAR = 150_000;

export function createMemoryKeeper(options: MemoryKeeperOptions): MemoryKeeper {
	const { database, clock, folder, onFailure, statistics, alone = true } = options;
	const limits = { ...USUAL_LIMITS, ...options.limits };
	let position = LOWEST_IDENTIFIER;
	/** Identifiers of the last seconds that the memory has seen; only where others write too. */
	let near = new Set<string>();
	let sinceSnapshot = 0;
	let snapshotAt = clock.monotonic();
	let followedAt = Number.NEGATIVE_INFINITY;
	let writing: Promise<void> = Promise.resolve();
	let isWriting = false;
	let closing = false;

	const isOwn = (ids: readonly string[]): void => {
		if (alone) return;
		for (const id of ids) near.add(id);
		if (near.size <= MOST_NEAR) return;
		const from = overlapBelow(position);
		near = new Set([...near].filter((id) => id > from));
	};

	const took = (ids: readonly string[]): void => {
		for (const id of ids) if (id > position) position = id;
		isOwn(ids);
		sinceSnapshot += ids.length;
	};

	const report = (failed: number): void => {
		if (failed > 0)
			onFailure(`${failed} stored records could not be read into the profiles; they are left out`, undefined);
	};

	/** Tells the memory of everything behind the position. */
	const replay = async (memory: Memory): Promise<void> => {
		let read = 0;
		let failed = 0;
		let after = alone || position === LOWEST_IDENTIFIER ? position : overlapBelow(position);
		while (!closing) {
			const page = await readRecordsAfter(database.kysely, after, limits.pageRecords);
			const fresh = alone ? page : page.filter(({ id }) => !near.has(id));
			failed += await replayRecords(database, memory, fresh);
			took(fresh.map(({ id }) => id));
			read += fresh.length;
			if (fresh.length > 0) options.onProgress?.(read);
			writeIfDue(memory);
			if (page.length < limits.pageRecords) break;
			after = page.at(-1)?.id ?? after;
		}
		report(failed);
	};

	const load = async (): Promise<Memory> => {
		const snapshot = folder === undefined ? undefined : await readMemoryFile(folder);
		// A database that was made anew has other identifiers: what its records say would be counted twice.
		if (snapshot !== undefined && (await hasRecord(database.kysely, snapshot.position))) {
			const restored = restoreMemory(snapshot.memory, { statistics });
			if (restored !== undefined) {
				position = snapshot.position;
				near = new Set(snapshot.near);
				await replay(restored);
				return restored;
			}
		}
		const memory = openMemory({ statistics });
		position = (await findOldestOf(database.kysely, limits.replayedRecords)) ?? LOWEST_IDENTIFIER;
		await replay(memory);
		return memory;
	};

	/** What other processes stored since; what they commit late, within the overlap, is found too. */
	const follow = async (memory: Memory): Promise<void> => {
		followedAt = clock.monotonic();
		let after = position === LOWEST_IDENTIFIER ? LOWEST_IDENTIFIER : overlapBelow(position);
		for (;;) {
			const ids = await readIdentifiersAfter(database.kysely, after, limits.pageRecords);
			const fresh = ids.filter((id) => !near.has(id));
			report(await replayRecords(database, memory, await readRecords(database.kysely, fresh)));
			took(fresh);
			if (ids.length < limits.pageRecords) return;
			after = ids.at(-1) ?? after;
		}
	};

	const write = (memory: Memory): void => {
		if (folder === undefined || position === LOWEST_IDENTIFIER) return;
		const from = overlapBelow(position);
		const snapshot = {
			position,
			near: alone ? [] : [...near].filter((id) => id > from),
			memory: memory.save(),
		};
		sinceSnapshot = 0;
		snapshotAt = clock.monotonic();
		isWriting = true;
		writing = writing
			.then(() => writeMemoryFile(folder, snapshot))
			.catch((error: unknown) => onFailure('the snapshot of profiles could not be written', error))
			.finally(() => {
				isWriting = false;
			});
	};

	const writeIfDue = (memory: Memory): void => {
		if (isWriting || sinceSnapshot === 0) return;
		const isLate = clock.monotonic() - snapshotAt >= limits.snapshotMs;
		if (isLate || sinceSnapshot >= limits.snapshotRecords) write(memory);
	};

	let loaded: Memory | undefined;
	let loading: Promise<Memory> | undefined;
	let following: Promise<void> | undefined;

	const memoryNow = async (): Promise<Memory> => {
		if (loaded === undefined) {
			// A database that fails now may answer later: the next to ask tries again.
			loading ??= load().catch((error: unknown) => {
				loading = undefined;
				throw error;
			});
			loaded = await loading;
		}
		const memory = loaded;
		if (!alone && clock.monotonic() - followedAt >= FOLLOW_EVERY_MS)
			following ??= follow(memory).finally(() => {
				following = undefined;
			});
		await following;
		return memory;
	};

	return {
		memory: memoryNow,
		began: isOwn,
		committed(records) {
			took(records);
			if (loaded !== undefined) writeIfDue(loaded);
		},
		async close() {
			closing = true;
			// A replay that was cut short knows how far it came: the next start goes on from there.
			const memory = loaded ?? (await loading?.catch(() => undefined));
			await following?.catch(() => {});
			if (memory !== undefined && sinceSnapshot > 0) write(memory);
			await writing;
		},
	};
}

/** The lowest identifier that may still have been uncommitted when this one was seen. */
const overlapBelow = (id: string): string => lowestIdentifier(momentOf(id) - OVERLAP_MS);

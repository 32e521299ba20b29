/**
 * The ledger of a node. Entries go in in the transaction of what they tell of, or together with others that wait; its root
 * is signed now and then; every entry can be proved, and the whole be verified against what was signed.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import { appendLeaves, type Edge, emptyEdge, readEdge } from './merkle/grow.ts';
import { hashLeaf, isSameHash } from './merkle/hash.ts';
import {
	edgeTiles,
	proveConsistency,
	proveInclusion,
	type ReadTile,
	rootOf,
	subtreesOf,
	type TilePlace,
	tilesOfConsistency,
	tilesOfInclusion,
} from './merkle/tiles.ts';
import { formatEntry, type LedgerDefect, type LedgerEntry, type ProvenEntry } from './model.ts';
import { parseCheckpoint, signCheckpoint } from './note/checkpoint.ts';
import {
	formatNote,
	isSignedBy,
	MOST_SIGNATURES,
	type NoteSigner,
	type NoteVerifier,
	parseNote,
	type SignatureLine,
	type SignedNote,
} from './note/signed-note.ts';
import {
	insertCheckpoint,
	readCheckpoint,
	readCheckpointAt,
	readEntriesAt,
	readSize,
	readTiles,
	updateCheckpoint,
	writeEntries,
} from './store.ts';

import { verifyAll } from './verify-all.ts';

export type LedgerOptions = {
	database: Database;
	clock: Clock;
	/** Names the log; equal to the signer's name. */
	signer: NoteSigner;
	/** Keys that signed it before they were changed: checkpoints of their time stay good. */
	former?: () => readonly NoteVerifier[];
	/** Told where entries that nobody waits for could not be written; they are tried again. */
	onFailure?: (message: string, cause: unknown) => void;
};

export type Ledger = {
	/** Resolves when the entry is committed; entries that wait share a transaction. @returns its position. */
	append(entry: LedgerEntry): Promise<number>;
	/** Enters within a second, together with others, and waits for nothing: what happens often and changes nothing. */
	appendSoon(entry: LedgerEntry): void;
	/** Resolves when what was entered with `appendSoon` is committed, or could not be. */
	flush(): Promise<void>;
	/**
	 * Appends inside a transaction of the caller: it is in the ledger if, and only if, that is committed. Others who append
	 * wait until then. @returns position of the first.
	 */
	appendIn(session: Session, entries: readonly LedgerEntry[]): Promise<number>;
	/** Signs the root of all that is committed; the same again where nothing was added. @returns the note. */
	checkpoint(): Promise<string>;
	/** The newest checkpoint as it is stored; undefined where there is none. */
	newest(): Promise<{ size: number; at: Date; note: string } | undefined>;
	/** Adds lines of cosigners, which the caller has verified, to the checkpoint of this size. */
	addCosignatures(size: number, lines: readonly SignatureLine[]): Promise<void>;
	/** Number of entries that are committed, and the root over them. */
	head(): Promise<{ size: number; root: Uint8Array }>;
	/** Root of the tree over the first `size` entries. */
	rootAt(size: number): Promise<Uint8Array>;
	/** Roots of the perfect subtrees over the first `size` entries, the largest first. */
	subtreesOf(size: number): Promise<Uint8Array[]>;
	/** Has a key of this node, of now or before, signed the note? */
	isOwn(note: SignedNote): boolean;
	/** Every key that may have signed a checkpoint of this ledger, the current one first. */
	verifiers(): readonly NoteVerifier[];
	/**
	 * Compares what is stored with the newest checkpoint, cheaply: a ledger that was rolled back, or whose tree is another than
	 * was signed. To be asked at start.
	 */
	checkHead(): Promise<LedgerDefect | undefined>;
	/** @throws TidewaiterError `not-found` where there is no such entry, or no checkpoint holds it yet. */
	prove(position: number): Promise<ProvenEntry>;
	/** Hashes that prove that the tree of `size` begins the tree of `newSize`. */
	proveConsistency(size: number, newSize: number): Promise<Uint8Array[]>;
	/** Computes everything again from the entries. @param progress entries so far. */
	verify(progress?: (entries: number) => void): Promise<{ size: number; defect: LedgerDefect | undefined }>;
};

/** Entries in one transaction, of those that wait. */
const MOST_TOGETHER = 2_000;
/** Full tiles kept in memory: 8 KiB each, and as much for the rows above. */
const MOST_TILES = 4_096;
const FULL_TILE_BYTES = 256 * 32;
/** How long an entry of `appendSoon` may wait for others, in milliseconds. */
const SOON_MS = 250;
/** Entries of `appendSoon` kept while the database does not answer. */
const MOST_SOON = 100_000;
/** Proofs that are read for together. */
const MOST_PROOFS = 500;

type Waiting<Asked, Answer> = {
	readonly asked: Asked;
	resolve(answer: Answer): void;
	reject(error: unknown): void;
};

export function createLedger({
	database,
	clock,
	signer,
	former = () => [],
	onFailure = () => {},
}: LedgerOptions): Ledger {
	const waiting: Waiting<LedgerEntry, number>[] = [];
	const proving: Waiting<number, ProvenEntry>[] = [];
	let soon: LedgerEntry[] = [];
	let timer: NodeJS.Timeout | undefined;
	let flushing: Promise<void> = Promise.resolve();
	let isWriting = false;
	/** The edge as this process committed it last; read again where another one has appended since. */
	let edge: Edge = emptyEdge;
	const fullTiles = new Map<string, Uint8Array>();

	const edgeAt = async (session: Pick<Session, 'kysely'>, size: number): Promise<Edge> => {
		if (edge.size === size) return edge;
		const stored = await readTiles(session, edgeTiles(size));
		return readEdge(size, ({ level, index }) => stored.get(`${level}/${index}`));
	};

	const appendTo = async (
		session: Session,
		entries: readonly LedgerEntry[],
	): Promise<{ first: number; grown: Edge }> => {
		const size = await readSize(session, true);
		const bodies = entries.map(formatEntry);
		const { edge: grown, changed } = appendLeaves(
			await edgeAt(session, size),
			bodies.map((body) => hashLeaf(Buffer.from(body, 'utf8'))),
		);
		await writeEntries(
			session,
			size,
			entries.map(({ at, what }, index) => ({ at, what, body: bodies[index] ?? '' })),
			changed,
		);
		return { first: size, grown };
	};

	const write = async (): Promise<void> => {
		while (waiting.length > 0) {
			const together = waiting.splice(0, MOST_TOGETHER);
			try {
				const { first, grown } = await database.transact((session) =>
					appendTo(
						session,
						together.map(({ asked }) => asked),
					),
				);
				edge = grown;
				for (const [at, { resolve }] of together.entries()) resolve(first + at);
			} catch (error) {
				for (const { reject } of together) reject(error);
			}
		}
		isWriting = false;
	};

	/** Tiles of a proof: full ones never change and are kept. */
	const reader = async (places: readonly TilePlace[]): Promise<ReadTile> => {
		const missing = places.filter(({ level, index }) => !fullTiles.has(`${level}/${index}`));
		const read = await readTiles(database, missing);
		const at = new Map<string, Uint8Array>();
		for (const { level, index } of places) {
			const key = `${level}/${index}`;
			const hashes = fullTiles.get(key) ?? read.get(key);
			if (hashes !== undefined) at.set(key, hashes);
		}
		for (const [key, hashes] of read) if (hashes.length === FULL_TILE_BYTES) fullTiles.set(key, hashes);
		for (const key of fullTiles.keys()) {
			if (fullTiles.size <= MOST_TILES) break;
			fullTiles.delete(key);
		}
		return (level, index) => at.get(`${level}/${index}`);
	};

	const rootAt = async (size: number): Promise<Uint8Array> =>
		rootOf(size, await reader(size === 0 ? [] : tilesOfInclusion(size - 1, size)));

	const append = (entry: LedgerEntry): Promise<number> =>
		new Promise((resolve, reject) => {
			waiting.push({ asked: entry, resolve, reject });
			// In a later turn, so that entries of one moment share a transaction.
			if (isWriting) return;
			isWriting = true;
			queueMicrotask(() => void write());
		});

	const flush = (): Promise<void> => {
		clearTimeout(timer);
		timer = undefined;
		flushing = flushing.then(async () => {
			const entries = soon;
			soon = [];
			const results = await Promise.allSettled(entries.map(append));
			const failed = results.flatMap((result, at) => (result.status === 'rejected' ? [at] : []));
			const first = failed[0] === undefined ? undefined : results[failed[0]];
			if (first?.status !== 'rejected') return;
			onFailure('entries of the ledger could not be written; they are tried again', first.reason);
			soon = [...failed.flatMap((at) => entries[at] ?? []), ...soon].slice(0, MOST_SOON);
		});
		return flushing;
	};

	/** Proofs that are asked for at one moment share their three queries. */
	const proveWaiting = async (): Promise<void> => {
		while (proving.length > 0) {
			const together = proving.splice(0, MOST_PROOFS);
			try {
				const [last, entries] = await Promise.all([
					readCheckpoint(database, 0),
					readEntriesAt(
						database,
						together.map(({ asked }) => asked),
					),
				]);
				const provable = together.filter(({ asked }) => entries.has(asked) && asked < (last?.size ?? 0));
				const read = await reader(
					distinctPlaces(provable.flatMap(({ asked }) => tilesOfInclusion(asked, last?.size ?? 0))),
				);
				for (const { asked, resolve, reject } of together) {
					const entry = entries.get(asked);
					if (entry === undefined)
						reject(new TidewaiterError('not-found', `The ledger has no entry ${asked}.`));
					else if (last === undefined || asked >= last.size)
						reject(
							new TidewaiterError('not-found', `No checkpoint holds entry ${asked} yet.`, {
								remedy: 'Make a checkpoint with "tidewaiter ledger checkpoint", or wait for the next one.',
							}),
						);
					else
						resolve({
							position: asked,
							entry,
							checkpoint: last.note,
							proof: proveInclusion(asked, last.size, read).map((hash) =>
								Buffer.from(hash).toString('base64'),
							),
						});
				}
			} catch (error) {
				for (const { reject } of together) reject(error);
			}
		}
	};

	const checkHead = async (): Promise<LedgerDefect | undefined> => {
		const [size, last] = await Promise.all([readSize(database, false), readCheckpoint(database, 0)]);
		if (last === undefined) return undefined;
		if (last.size > size)
			return {
				kind: 'rollback',
				position: size,
				sentence: `The ledger has ${size} entries, and a checkpoint signs ${last.size}: it was rolled back.`,
			};
		const note = parseNote(last.note);
		const signed = note === undefined ? undefined : parseCheckpoint(note.text);
		if (note === undefined || signed === undefined || !isOwn(note))
			return {
				kind: 'checkpoint-forged',
				position: last.size,
				sentence: `The checkpoint of ${last.size} entries is not signed by this node.`,
			};
		return isSameHash(signed.root, await rootAt(last.size))
			? undefined
			: {
					kind: 'tile-rewritten',
					position: last.size,
					sentence: `The first ${last.size} entries are not those that were signed.`,
				};
	};

	const verifiers = (): readonly NoteVerifier[] => [signer, ...former()];
	const isOwn = (note: SignedNote): boolean => verifiers().some((each) => isSignedBy(note, each));

	return {
		append,
		appendSoon: (entry) => {
			soon.push(entry);
			if (soon.length >= MOST_TOGETHER) void flush();
			else timer ??= setTimeout(() => void flush(), SOON_MS).unref();
		},
		flush,
		newest: () => readCheckpoint(database, 0),
		addCosignatures: async (size, lines) => {
			await database.transact((session) => mergeCosignatures(session, size, lines));
		},
		head: async () => {
			const size = await readSize(database, false);
			return { size, root: await rootAt(size) };
		},
		rootAt,
		subtreesOf: async (size) => subtreesOf(size, await reader(edgeTiles(size))),
		isOwn,
		verifiers,
		checkHead,
		appendIn: async (session, entries) => {
			if (entries.length === 0) return readSize(session, false);
			return (await appendTo(session, entries)).first;
		},
		checkpoint: async () => {
			const size = await readSize(database, false);
			const last = await readCheckpoint(database, size);
			if (last?.size === size) return last.note;
			if (last !== undefined)
				throw new TidewaiterError(
					'internal',
					`The ledger has ${size} entries, and a checkpoint signs ${last.size}: it was rolled back.`,
					{ remedy: 'Nothing may be exchanged until it is known why. Run "tidewaiter ledger verify".' },
				);
			const note = formatNote(
				signCheckpoint({ origin: signer.name, size, root: await rootAt(size) }, signer),
			);
			await insertCheckpoint(database, { size, at: new Date(clock.now()), note });
			return note;
		},
		prove: (position) =>
			new Promise((resolve, reject) => {
				proving.push({ asked: position, resolve, reject });
				if (proving.length === 1) queueMicrotask(() => void proveWaiting());
			}),
		proveConsistency: async (size, newSize) =>
			proveConsistency(size, newSize, await reader(tilesOfConsistency(size, newSize))),
		verify: async (progress = () => {}) => verifyAll(database, verifiers(), progress),
	};
}

const distinctPlaces = (places: readonly TilePlace[]): TilePlace[] => [
	...new Map(places.map((place) => [`${place.level}/${place.index}`, place])).values(),
];

/** The note with these lines; a cosigner's line before is replaced. */
async function mergeCosignatures(
	session: Session,
	size: number,
	lines: readonly SignatureLine[],
): Promise<void> {
	const stored = await readCheckpointAt(session, size);
	const note = stored === undefined ? undefined : parseNote(stored.note);
	if (stored === undefined || note === undefined) return;
	const isNew = (one: SignatureLine): boolean =>
		!lines.some((line) => line.name === one.name && Buffer.compare(line.keyId, one.keyId) === 0);
	const signatures = [...note.signatures.filter(isNew), ...lines].slice(0, MOST_SIGNATURES);
	await updateCheckpoint(session, size, formatNote({ ...note, signatures }));
}

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
	type TilePlace,
	tilesOfConsistency,
	tilesOfInclusion,
} from './merkle/tiles.ts';
import { formatEntry, type LedgerDefect, type LedgerEntry, type ProvenEntry } from './model.ts';
import { parseCheckpoint, signCheckpoint } from './note/checkpoint.ts';
import { formatNote, isSignedBy, type NoteSigner, type NoteVerifier, parseNote } from './note/signed-note.ts';
import {
	readCheckpoint,
	readCheckpoints,
	readEntries,
	readSize,
	readTiles,
	writeCheckpoint,
	writeEntries,
} from './store.ts';

export type LedgerOptions = {
	database: Database;
	clock: Clock;
	/** Names the log; equal to the signer's name. */
	signer: NoteSigner;
	/** Keys that signed it before they were changed: checkpoints of their time stay good. */
	former?: () => readonly NoteVerifier[];
};

export type Ledger = {
	/** Resolves when the entry is committed; entries that wait share a transaction. @returns its position. */
	append(entry: LedgerEntry): Promise<number>;
	/**
	 * Appends inside a transaction of the caller: it is in the ledger if, and only if, that is committed. Others who append
	 * wait until then. @returns position of the first.
	 */
	appendIn(session: Session, entries: readonly LedgerEntry[]): Promise<number>;
	/** Signs the root of all that is committed; the same again where nothing was added. @returns the note. */
	checkpoint(): Promise<string>;
	/** @throws TidewaiterError `not-found` where there is no such entry, or no checkpoint holds it yet. */
	prove(position: number): Promise<ProvenEntry>;
	/** Hashes that prove that the tree of `size` begins the tree of `newSize`. */
	proveConsistency(size: number, newSize: number): Promise<Uint8Array[]>;
	/** Computes everything again from the entries. @param progress entries so far. */
	verify(progress?: (entries: number) => void): Promise<{ size: number; defect: LedgerDefect | undefined }>;
};

/** Entries in one transaction, of those that wait. */
const MOST_TOGETHER = 2_000;
const PAGE = 5_000;
/** Full tiles kept in memory, 8 KiB each. */
const MOST_TILES = 2_048;

export function createLedger({ database, clock, signer, former = () => [] }: LedgerOptions): Ledger {
	const waiting: {
		entry: LedgerEntry;
		resolve: (position: number) => void;
		reject: (error: unknown) => void;
	}[] = [];
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
						together.map(({ entry }) => entry),
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
		for (const [key, hashes] of read)
			if (hashes.length === 256 * 32) {
				if (fullTiles.size >= MOST_TILES) fullTiles.clear();
				fullTiles.set(key, hashes);
			}
		return (level, index) => at.get(`${level}/${index}`);
	};

	const rootAt = async (size: number): Promise<Uint8Array> =>
		rootOf(size, await reader(size === 0 ? [] : tilesOfInclusion(size - 1, size)));

	return {
		append: (entry) =>
			new Promise((resolve, reject) => {
				waiting.push({ entry, resolve, reject });
				// In a later turn, so that entries of one moment share a transaction.
				if (isWriting) return;
				isWriting = true;
				queueMicrotask(() => void write());
			}),
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
			await writeCheckpoint(database, { size, at: new Date(clock.now()), note });
			return note;
		},
		prove: async (position) => {
			const [last, [stored]] = await Promise.all([
				readCheckpoint(database, position + 1),
				readEntries(database, position, 1),
			]);
			if (stored?.position !== position)
				throw new TidewaiterError('not-found', `The ledger has no entry ${position}.`);
			if (last === undefined)
				throw new TidewaiterError('not-found', `No checkpoint holds entry ${position} yet.`, {
					remedy: 'Make a checkpoint, or wait for the next one.',
				});
			const read = await reader(tilesOfInclusion(position, last.size));
			return {
				position,
				entry: stored.body,
				checkpoint: last.note,
				proof: proveInclusion(position, last.size, read).map((hash) => Buffer.from(hash).toString('base64')),
			};
		},
		proveConsistency: async (size, newSize) =>
			proveConsistency(size, newSize, await reader(tilesOfConsistency(size, newSize))),
		verify: async (progress = () => {}) => verifyAll(database, [signer, ...former()], progress),
	};
}

/**
 * Reads every entry, makes the tree anew, and holds it against the stored tiles and every checkpoint. Finds an entry that was
 * rewritten or taken out, a tile that was rewritten, a checkpoint that the owner did not sign, and a ledger that is shorter
 * than what was signed.
 */
async function verifyAll(
	database: Database,
	signers: readonly NoteVerifier[],
	progress: (entries: number) => void,
): Promise<{ size: number; defect: LedgerDefect | undefined }> {
	const size = await readSize(database, false);
	let edge = emptyEdge;
	let checkpoints = await readCheckpoints(database, 0, PAGE);
	const defectAt = (kind: LedgerDefect['kind'], position: number, sentence: string) => ({
		size,
		defect: { kind, position, sentence },
	});
	while (edge.size < size || checkpoints[0] !== undefined) {
		const next = checkpoints[0]?.size ?? size;
		if (next > size)
			return defectAt('rollback', size, `A checkpoint signs ${next} entries; the ledger has ${size}.`);
		const wanted = Math.min(PAGE, next - edge.size);
		const entries = wanted === 0 ? [] : await readEntries(database, edge.size, wanted);
		const gap = entries.findIndex(({ position }, at) => position !== edge.size + at);
		if (gap >= 0 || entries.length < wanted) {
			const position = edge.size + (gap >= 0 ? gap : entries.length);
			return defectAt('entry-missing', position, `Entry ${position} of ${size} is missing.`);
		}
		const from = edge.size;
		const { edge: grown, changed } = appendLeaves(
			edge,
			entries.map(({ body }) => hashLeaf(Buffer.from(body, 'utf8'))),
		);
		const stored = await readTiles(database, changed);
		for (const { level, index, hashes } of changed) {
			const kept = stored.get(`${level}/${index}`);
			if (kept === undefined || isSameHash(kept.subarray(0, hashes.length), hashes)) continue;
			return level === 0
				? defectAt(
						'entry-rewritten',
						firstDifference(kept, hashes) + index * 256,
						`Entry ${firstDifference(kept, hashes) + index * 256} is not the one that was hashed.`,
					)
				: defectAt('tile-rewritten', from, `Tile ${level}/${index} does not follow from the entries.`);
		}
		edge = grown;
		progress(edge.size);
		while (checkpoints[0]?.size === edge.size) {
			const [first, ...rest] = checkpoints;
			const note = parseNote(first.note);
			const checkpoint = note === undefined ? undefined : parseCheckpoint(note.text);
			if (note === undefined || checkpoint === undefined || !signers.some((each) => isSignedBy(note, each)))
				return defectAt(
					'checkpoint-forged',
					edge.size,
					`The checkpoint of ${edge.size} entries is not signed by this node.`,
				);
			const { partial } = edge;
			const root = rootOf(edge.size, (level) => partial[level]);
			if (checkpoint.size !== edge.size || !isSameHash(checkpoint.root, root))
				return defectAt(
					'entry-rewritten',
					edge.size,
					`The first ${edge.size} entries are not those that were signed.`,
				);
			checkpoints = rest.length > 0 ? rest : await readCheckpoints(database, edge.size + 1, PAGE);
		}
	}
	return { size, defect: undefined };
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
	for (let at = 0; at < other.length; at += 32)
		if (!isSameHash(one.subarray(at, at + 32), other.subarray(at, at + 32))) return at / 32;
	return 0;
}

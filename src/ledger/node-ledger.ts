/**
 * The ledger of a node, as people and partners ask of it: what it holds, proofs, checkpoints with cosignatures, verification.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import type { Cosigning, CosigningKeys } from './cosigning.ts';
import type { LedgerEntry } from './model.ts';
import { cosignedAt, parseCheckpoint } from './note/checkpoint.ts';
import {
	formatVerifier,
	isSignedBy,
	type NoteVerifier,
	parseNote,
	type SignedNote,
} from './note/signed-note.ts';
import type { Ledger } from './operations.ts';
import {
	findPosition,
	readCheckpointsBefore,
	readEntries,
	readEntriesBefore,
	readEvidence,
	readSize,
} from './store.ts';

type Ask<K extends OperationId> = (input: InputOf<K>) => Promise<OutputOf<K>>;
type Act<K extends OperationId> = (input: InputOf<K>, actor: { id: string }) => Promise<OutputOf<K>>;

export type LedgerOperations = {
	readLedger: Ask<'readLedger'>;
	listLedger: Ask<'listLedger'>;
	listLedgerProblems: Ask<'listLedgerProblems'>;
	proveLedgerEntry: Ask<'proveLedgerEntry'>;
	checkpointLedger: Ask<'checkpointLedger'>;
	clearLedgerProblem: Act<'clearLedgerProblem'>;
	verifyLedger: Ask<'verifyLedger'>;
	exportLedger(input: InputOf<'exportLedger'>): AsyncIterable<string>;
	/** Enters what was done; resolves when it is committed. */
	enter(entry: LedgerEntry): Promise<unknown>;
	/** Enters in the transaction of what was done, as its last statement: both are kept, or neither. */
	enterWithin(session: Session, entry: LedgerEntry): Promise<unknown>;
	/** Enters within a second, without waiting. */
	enterSoon(entry: LedgerEntry): void;
	/** Writes what waits and signs it. */
	close(): Promise<void>;
};

export type NodeLedgerOptions = {
	database: Database;
	clock: Clock;
	ledger: Ledger;
	cosigning: Cosigning;
	keys: CosigningKeys;
	/** Name of the node: the origin of its ledger. */
	node: string;
	onFailure: (message: string, cause: unknown) => void;
	/** How often a ledger that has grown is signed and shown to partners. */
	everyMs?: number;
};

const EVERY_MS = 60_000;
const PAGE = 2_000;
/** Entries that one page of a filtered list looks through, at most. */
const MOST_LOOKED_THROUGH = 20_000;
/** Checkpoints that are read for the last cosignature of a partner: in pages, at most so many. */
const CHECKPOINTS_PAGE = 50;
const MOST_CHECKPOINTS = 1_000;

export function createLedgerOperations(options: NodeLedgerOptions): LedgerOperations {
	const { database, clock, ledger, cosigning, keys, node, onFailure, everyMs = EVERY_MS } = options;
	let isVerifying = false;

	const round = (): void => {
		cosigning
			.askAll()
			.catch((cause: unknown) => onFailure('the checkpoint of the ledger could not be made', cause));
	};
	const timer = setInterval(round, everyMs).unref();

	/** Keys of partners that have cosigned the note, with the moment. */
	const cosignersOf = async (note: SignedNote): Promise<{ verifier: NoteVerifier; atMs: number }[]> => {
		const found: { verifier: NoteVerifier; atMs: number }[] = [];
		for (const { name } of keys.partners()) {
			const verifier = (await keys.verifiersOf(name))?.cosigner;
			const seconds = verifier === undefined ? undefined : cosignedAt(note, verifier);
			if (verifier !== undefined && seconds !== undefined) found.push({ verifier, atMs: seconds * 1_000 });
		}
		return found;
	};

	/** The keys with which a note can be verified: those of the node that signed it, then cosigners. */
	const verifiersOf = async (text: string): Promise<string[]> => {
		const note = parseNote(text);
		if (note === undefined) return [];
		const own = ledger.verifiers().filter((each) => isSignedBy(note, each));
		return [...own, ...(await cosignersOf(note)).map(({ verifier }) => verifier)].map(formatVerifier);
	};

	/** By partner, the newest checkpoint that it has cosigned, as far as checkpoints are read. */
	const lastCosigned = async (): Promise<OutputOf<'readLedger'>['partners']> => {
		const wanted = new Set(keys.partners().map(({ name }) => name));
		const found = new Map<string, { size: number; at: string }>();
		let before = Number.MAX_SAFE_INTEGER;
		for (let read = 0; read < MOST_CHECKPOINTS && found.size < wanted.size; read += CHECKPOINTS_PAGE) {
			const page = await readCheckpointsBefore(database, before, CHECKPOINTS_PAGE);
			for (const { size, note: text } of page) {
				before = size;
				const note = parseNote(text);
				if (note === undefined || note.signatures.length < 2) continue;
				for (const { verifier, atMs } of await cosignersOf(note))
					if (!found.has(verifier.name)) found.set(verifier.name, { size, at: new Date(atMs).toISOString() });
				if (found.size === wanted.size) break;
			}
			if (page.length < CHECKPOINTS_PAGE) break;
		}
		return [...wanted].sort().map((name) => ({ name, size: null, at: null, ...found.get(name) }));
	};

	const readLedger = async (): Promise<OutputOf<'readLedger'>> => {
		const [{ size, root }, last] = await Promise.all([ledger.head(), ledger.newest()]);
		const note = last === undefined ? undefined : parseNote(last.note);
		return {
			origin: node,
			size,
			root: Buffer.from(root).toString('base64'),
			checkpoint: last?.note ?? null,
			checkpointAt: last?.at.toISOString() ?? null,
			cosigners:
				note === undefined
					? []
					: (await cosignersOf(note)).map(({ verifier, atMs }) => ({
							name: verifier.name,
							at: new Date(atMs).toISOString(),
						})),
			partners: await lastCosigned(),
			problem: cosigning.ownProblem() ?? cosigning.reported() ?? null,
		};
	};

	return {
		readLedger,
		listLedger: async ({ before = Number.MAX_SAFE_INTEGER, what, subject, from, until, limit }) => {
			const size = await readSize(database, false);
			const [first, end] = await Promise.all([
				from === undefined ? 0 : findPosition(database, size, new Date(from)),
				until === undefined ? size : findPosition(database, size, new Date(until)),
			]);
			const top = Math.min(before, end);
			const filter = { kinds: what?.split(',') ?? [], subjects: subject?.split(',') ?? [] };
			const isFiltered = filter.kinds.length + filter.subjects.length > 0;
			const bottom = isFiltered ? Math.max(first, top - MOST_LOOKED_THROUGH) : first;
			const rows = await readEntriesBefore(database, { from: bottom, before: top }, filter, limit);
			// A full page may have more above the bottom; else all of it was looked through.
			const seen = rows.length < limit ? bottom : (rows.at(-1)?.position ?? bottom);
			return {
				items: rows.map(({ position, at, what: kind, body }) => ({
					position,
					at: at.toISOString(),
					what: kind,
					entry: body,
				})),
				next: seen > first ? seen : null,
			};
		},
		listLedgerProblems: async () =>
			(await readEvidence(database)).map(({ partner, at, kind, sentence, kept, shown }) => ({
				partner,
				at: at.toISOString(),
				kind,
				sentence,
				kept,
				shown,
			})),
		proveLedgerEntry: async ({ position }) => {
			// What was entered since the last checkpoint is signed now, so that every entry can be proved.
			const [{ size }, last] = await Promise.all([ledger.head(), ledger.newest()]);
			if (position < size && position >= (last?.size ?? 0)) await ledger.checkpoint();
			const { entry, proof, checkpoint } = await ledger.prove(position);
			return {
				format: 'tidewaiter-proof',
				formatVersion: 1,
				position,
				entry,
				proof: [...proof],
				checkpoint,
				verifiers: await verifiersOf(checkpoint),
			};
		},
		checkpointLedger: async () => {
			await cosigning.askAll();
			return readLedger();
		},
		clearLedgerProblem: async ({ partner, reason }, { id }) => {
			const cleared = await cosigning.clear(partner, reason, id);
			if (cleared === 0)
				throw new TidewaiterError('not-found', `Nothing is held against the ledger of ${partner}.`);
			return { partner, cleared };
		},
		verifyLedger: async () => {
			if (isVerifying)
				throw new TidewaiterError('busy', 'The ledger is being verified.', {
					remedy: 'Ask again when that is done.',
				});
			isVerifying = true;
			try {
				const start = clock.monotonic();
				const { size, defect } = await ledger.verify();
				return {
					size,
					seconds: Number(((clock.monotonic() - start) / 1_000).toFixed(3)),
					defect: defect ?? null,
				};
			} finally {
				isVerifying = false;
			}
		},
		exportLedger: async function* ({ from }) {
			await ledger.flush();
			const checkpoint = await ledger.checkpoint();
			const size = parseCheckpoint(checkpoint)?.size ?? 0;
			if (from > size)
				throw new TidewaiterError('invalid-input', `The ledger has ${size} entries.`, { place: 'from' });
			for (let at = from; at < size; ) {
				const entries = await readEntries(database, at, Math.min(PAGE, size - at));
				if (entries.length === 0) break;
				yield `${entries.map(({ body }) => body).join('\n')}\n`;
				at += entries.length;
			}
			const left = from === 0 ? [] : await ledger.subtreesOf(from);
			yield `${JSON.stringify({
				format: 'tidewaiter-ledger',
				formatVersion: 1,
				from,
				/** Roots of the perfect subtrees before `from`, the largest first. */
				left: left.map((hash) => Buffer.from(hash).toString('base64')),
				checkpoint,
				verifiers: await verifiersOf(checkpoint),
			})}\n`;
		},
		enter: (entry) => ledger.append(entry),
		enterWithin: (session, entry) => ledger.appendIn(session, [entry]),
		enterSoon: (entry) => ledger.appendSoon(entry),
		close: async () => {
			clearInterval(timer);
			await ledger.flush();
			if (cosigning.ownProblem() === undefined)
				await ledger
					.checkpoint()
					.catch((cause: unknown) => onFailure('the last checkpoint of the ledger could not be made', cause));
		},
	};
}

/**
 * `bench ledger --entries N [--database URL]`: appends entries, each awaited until it is committed, many at a time as a
 * busy node does; then proves entries by the tiles in the store, and verifies the proofs. appendPerSecond is durable as far as
 * the database is: PostgreSQL syncs every commit, the embedded one hands it to the operating system.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashLeaf } from '../src/ledger/merkle/hash.ts';
import { verifyInclusion } from '../src/ledger/merkle/verify.ts';
import type { ProvenEntry } from '../src/ledger/model.ts';
import { parseCheckpoint } from '../src/ledger/note/checkpoint.ts';
import { parseNote, signerOf } from '../src/ledger/note/signed-note.ts';
import { createLedger } from '../src/ledger/operations.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database/open.ts';
import { withSchema } from './pipeline-load.ts';

export type LedgerBenchOptions = { readonly entries: number; readonly database?: string };

export type LedgerBenchResult = {
	entries: number;
	appendPerSecond: number;
	provePerSecond: number;
	verifyPerSecond: number;
	/** From the call to the commit, of one entry. */
	appendP99Ms: number;
	/** Entries read and hashed again by a whole verification, per second. */
	auditPerSecond: number;
};

/** Entries that wait at a time: a batch of the line has as many. */
const TOGETHER = 1_000;
const MOST_PROOFS = 10_000;
const PROOFS_TOGETHER = 50;

export async function run(
	{ entries, database: url }: LedgerBenchOptions,
	progress: (line: string) => void,
): Promise<LedgerBenchResult> {
	const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-ledger-'));
	const schema = `bench_${process.pid}`;
	const database = await openDatabase(
		url === undefined ? { dataDir: join(folder, 'database') } : { url: withSchema(url, schema) },
	);
	try {
		const signer = signerOf('bench.example/ledger', 'ed25519', new Uint8Array(32).fill(1));
		const ledger = createLedger({ database, clock: systemClock, signer });
		const waits: number[] = [];
		const start = performance.now();
		for (let done = 0; done < entries; done += TOGETHER) {
			const count = Math.min(TOGETHER, entries - done);
			await Promise.all(
				Array.from({ length: count }, async (_, at) => {
					const from = performance.now();
					await ledger.append({
						at: new Date().toISOString(),
						what: 'view',
						event: 'read',
						subject: `record-${done + at}`,
						actor: 'bench',
						hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
					});
					waits.push(performance.now() - from);
				}),
			);
			if ((done + count) % 20_000 === 0) progress(`${done + count} entries`);
		}
		const appendSeconds = (performance.now() - start) / 1_000;
		await ledger.checkpoint();
		const proofs: ProvenEntry[] = [];
		const count = Math.min(entries, MOST_PROOFS);
		const proveStart = performance.now();
		// Positions far apart, in an order that is always the same: few share their tiles.
		for (let at = 0; at < count; at += PROOFS_TOGETHER)
			proofs.push(
				...(await Promise.all(
					Array.from({ length: Math.min(PROOFS_TOGETHER, count - at) }, (_, next) =>
						ledger.prove(((at + next) * 7_919) % entries),
					),
				)),
			);
		const proveSeconds = (performance.now() - proveStart) / 1_000;
		const verifyStart = performance.now();
		const wrong = proofs.filter((proof) => !holds(proof)).length;
		const verifySeconds = (performance.now() - verifyStart) / 1_000;
		if (wrong > 0) throw new Error(`${wrong} proofs do not hold`);
		const auditStart = performance.now();
		const { defect } = await ledger.verify();
		if (defect !== undefined) throw new Error(defect.sentence);
		const auditSeconds = (performance.now() - auditStart) / 1_000;
		waits.sort((a, b) => a - b);
		return {
			entries,
			appendPerSecond: Math.round(entries / appendSeconds),
			provePerSecond: Math.round(count / proveSeconds),
			verifyPerSecond: Math.round(count / verifySeconds),
			appendP99Ms: Number((waits[Math.floor(waits.length * 0.99)] ?? 0).toFixed(1)),
			auditPerSecond: Math.round(entries / auditSeconds),
		};
	} finally {
		if (url !== undefined) await database.script(`drop schema ${schema} cascade`);
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** The root that the checkpoint states, and the proof that leads to it. Signatures are another question. */
function holds({ position, entry, checkpoint, proof }: ProvenEntry): boolean {
	const note = parseNote(checkpoint);
	const head = note === undefined ? undefined : parseCheckpoint(note.text);
	return (
		head !== undefined &&
		verifyInclusion(
			hashLeaf(Buffer.from(entry, 'utf8')),
			position,
			head.size,
			proof.map((hash) => Buffer.from(hash, 'base64')),
			head.root,
		)
	);
}

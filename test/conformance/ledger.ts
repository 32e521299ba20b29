/**
 * The ledger on a database: what is appended is proved, and whoever changes the database behind its back is found out.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashLeaf } from '../../src/ledger/merkle/hash.ts';
import { verifyConsistency, verifyInclusion } from '../../src/ledger/merkle/verify.ts';
import type { LedgerEntry } from '../../src/ledger/model.ts';
import { parseCheckpoint } from '../../src/ledger/note/checkpoint.ts';
import { isSignedBy, parseNote, signerOf } from '../../src/ledger/note/signed-note.ts';
import { createLedger, type Ledger } from '../../src/ledger/operations.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import type { Database } from '../../src/platform/database/port.ts';
import { type Place, testClock } from './databases.ts';

const signer = signerOf('test.example/ledger', 'ed25519', new Uint8Array(32).fill(3));

const entryOf = (number: number): LedgerEntry => ({
	at: '2026-03-01T08:00:00.000Z',
	what: 'view',
	event: 'read',
	subject: `record-${number}`,
	facts: { number, kind: 'declaration' },
});

export function ledgerSuite(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`the ledger on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let database: Database;
			let ledger: Ledger;
			beforeAll(async () => {
				at = await place.make();
				database = await openDatabase(
					at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
				);
				ledger = createLedger({ database, clock: testClock(), signer });
			});
			afterAll(async () => {
				await database.close();
				await at.dispose();
			});

			const headOf = (note: string) => {
				const read = parseNote(note);
				if (read === undefined || !isSignedBy(read, signer)) throw new Error('not signed');
				const head = parseCheckpoint(read.text);
				if (head === undefined) throw new Error('not a checkpoint');
				return head;
			};

			it('gives positions in order, without gaps, to all who append at once', async () => {
				const positions = await Promise.all(
					Array.from({ length: 700 }, (_, number) => ledger.append(entryOf(number))),
				);
				expect([...positions].sort((a, b) => a - b)).toEqual(Array.from({ length: 700 }, (_, n) => n));
			});

			it('keeps nothing of a transaction that failed', async () => {
				await expect(
					database.transact(async (session) => {
						await ledger.appendIn(session, [entryOf(9_000), entryOf(9_001)]);
						throw new Error('the work failed');
					}),
				).rejects.toThrow('the work failed');
				const first = await database.transact((session) =>
					ledger.appendIn(session, [entryOf(700), entryOf(701)]),
				);
				expect(first).toBe(700);
				expect(await ledger.append(entryOf(702))).toBe(702);
			});

			it('proves each entry against a checkpoint that the node has signed', async () => {
				const head = headOf(await ledger.checkpoint());
				expect(head).toMatchObject({ origin: signer.name, size: 703 });
				for (const position of [0, 255, 256, 511, 700, 702]) {
					const proven = await ledger.prove(position);
					const leaf = hashLeaf(Buffer.from(proven.entry, 'utf8'));
					const proof = proven.proof.map((hash) => Buffer.from(hash, 'base64'));
					expect(verifyInclusion(leaf, position, head.size, proof, head.root)).toBe(true);
				}
				await expect(ledger.prove(703)).rejects.toMatchObject({ code: 'not-found' });
				await ledger.append(entryOf(703));
				await expect(ledger.prove(703)).rejects.toThrow(/checkpoint/);
			});

			it('proves that it has only grown', async () => {
				const before = headOf(await ledger.checkpoint());
				await Promise.all(Array.from({ length: 300 }, (_, number) => ledger.append(entryOf(1_000 + number))));
				const after = headOf(await ledger.checkpoint());
				const proof = await ledger.proveConsistency(before.size, after.size);
				expect(verifyConsistency(before.size, after.size, proof, before.root, after.root)).toBe(true);
			});

			it('goes on in another process', async () => {
				const other = createLedger({ database, clock: testClock(), signer });
				const position = await other.append(entryOf(2_000));
				expect(await ledger.append(entryOf(2_001))).toBe(position + 1);
				expect(await ledger.verify()).toEqual({ size: position + 2, defect: undefined });
			});

			/** Changes the store behind the ledger's back, asks what is wrong, and puts it right again. */
			const tampered = async (change: string, back: string) => {
				await sql.raw(change).execute(database.kysely);
				const { defect } = await createLedger({ database, clock: testClock(), signer }).verify();
				await sql.raw(back).execute(database.kysely);
				return defect;
			};

			it('finds an entry that was rewritten, and names it', async () => {
				expect(
					await tampered(
						`update ledger_entry set body = replace(body, 'record-300', 'record-999') where position = 300`,
						`update ledger_entry set body = replace(body, 'record-999', 'record-300') where position = 300`,
					),
				).toMatchObject({ kind: 'entry-rewritten', position: 300 });
			});

			it('finds an entry that was rewritten together with its tile, by the tile above', async () => {
				await ledger.checkpoint();
				const { rows } = await sql<{ body: string; hashes: Uint8Array }>`
					select body, hashes from ledger_entry, ledger_tile where position = 10 and level = 0 and index = 0`.execute(
					database.kysely,
				);
				const [{ body, hashes } = { body: '', hashes: new Uint8Array() }] = rows;
				const forged = body.replace('record-10', 'record-11');
				const tile = Uint8Array.from(hashes);
				tile.set(hashLeaf(Buffer.from(forged, 'utf8')), 10 * 32);
				const set = (text: string, bytes: Uint8Array) =>
					`update ledger_entry set body = '${text}' where position = 10;
					update ledger_tile set hashes = decode('${Buffer.from(bytes).toString('hex')}', 'hex') where level = 0 and index = 0`;
				await database.script(set(forged, tile));
				const { defect } = await createLedger({ database, clock: testClock(), signer }).verify();
				await database.script(set(body, hashes));
				expect(defect).toMatchObject({ kind: 'tile-rewritten' });
			});

			it('finds an entry that was taken out, and a checkpoint of another', async () => {
				expect(
					await tampered(
						`update ledger_entry set position = 100000 where position = 42`,
						`update ledger_entry set position = 42 where position = 100000`,
					),
				).toMatchObject({ kind: 'entry-missing', position: 42 });
				const stranger = signerOf(signer.name, 'ed25519', new Uint8Array(32).fill(4));
				const forged = createLedger({ database, clock: testClock(), signer: stranger });
				await ledger.append(entryOf(3_000));
				await forged.checkpoint();
				expect((await ledger.verify()).defect).toMatchObject({ kind: 'checkpoint-forged' });
				await sql`delete from ledger_checkpoint where size = (select max(size) from ledger_checkpoint)`.execute(
					database.kysely,
				);
			});

			it('finds that it was rolled back behind a checkpoint, and signs nothing more', async () => {
				const { size } = headOf(await ledger.checkpoint());
				expect(
					await tampered(
						`update ledger_state set size = ${size - 5}`,
						`update ledger_state set size = ${size}`,
					),
				).toMatchObject({ kind: 'rollback' });
				await sql`update ledger_state set size = ${size - 5}`.execute(database.kysely);
				await expect(ledger.checkpoint()).rejects.toThrow(/rolled back/);
				await sql`update ledger_state set size = ${size}`.execute(database.kysely);
			});
		},
	);
}

/**
 * Two nodes cosign each other's ledgers; one is rolled back, or shows another history, and is found out. What they prove is
 * verified by the offline program, which shares nothing with them.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProofBundle } from '../../contract/operations-ledger.ts';
import type { LedgerEntry } from '../../src/ledger/model.ts';
import { formatVerifier } from '../../src/ledger/note/signed-note.ts';
import { openFederation, type Stage, SUPERVISOR } from './stage.ts';

const verifier = fileURLToPath(new URL('../../verifier/verify.js', import.meta.url));

const entryOf = (number: number): LedgerEntry => ({
	at: '2026-03-01T08:00:00.000Z',
	what: 'view',
	event: 'readRecord',
	subject: `record-${number}`,
});

async function* once(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}

/** As a backup of the database does. */
const BACKUP = `
	create table kept_entry as select * from ledger_entry;
	create table kept_tile as select * from ledger_tile;
	create table kept_state as select * from ledger_state;
	create table kept_checkpoint as select * from ledger_checkpoint;`;
const RESTORE = `
	delete from ledger_entry; insert into ledger_entry select * from kept_entry;
	delete from ledger_tile; insert into ledger_tile select * from kept_tile;
	delete from ledger_state; insert into ledger_state select * from kept_state;
	delete from ledger_checkpoint; insert into ledger_checkpoint select * from kept_checkpoint;`;

describe('ledgers of two nodes', () => {
	let stage: Stage;
	let number = 0;
	const customs = () => stage.node('customs').ledger;
	const grow = async (count: number): Promise<void> => {
		await Promise.all(Array.from({ length: count }, () => customs().enter(entryOf(number++))));
	};
	/** Signs, and asks the partner, at a later moment. */
	const checkpoint = async () => {
		stage.advance(60_000);
		return customs().checkpointLedger({});
	};
	const problem = async () =>
		(await stage.exchange('fiu').listPartners({})).find(({ name }) => name === 'customs')?.ledger.problem;
	const clear = () =>
		stage
			.node('fiu')
			.ledger.clearLedgerProblem({ partner: 'customs', reason: 'restored from a backup' }, SUPERVISOR);

	beforeAll(async () => {
		stage = await openFederation(['customs', 'fiu']);
	});
	afterAll(async () => {
		await stage.dispose();
	});

	const verify = (name: string, text: string, ...keys: string[]) => {
		const path = join(stage.directory, name);
		writeFileSync(path, text);
		const { status, stdout } = spawnSync(
			process.execPath,
			[verifier, path, ...keys.flatMap((key) => ['--key', key])],
			{ encoding: 'utf8' },
		);
		return { status, stdout };
	};
	const keys = async () => {
		const [own, partner] = [await stage.card('customs'), await stage.card('fiu')];
		const bytes = (text: string) => Buffer.from(text, 'base64');
		return [
			formatVerifier({ name: 'customs', type: 'ed25519', publicKey: bytes(own.signingKey) }),
			formatVerifier({ name: 'fiu', type: 'cosignature', publicKey: bytes(partner.cosigningKey) }),
		] as const;
	};

	it('are cosigned as they grow', async () => {
		await grow(300);
		const first = await checkpoint();
		expect(first).toMatchObject({ problem: null, cosigners: [{ name: 'fiu' }] });
		await grow(50);
		const second = await checkpoint();
		expect(second.size).toBe(first.size + 50);
		expect(second.cosigners).toHaveLength(1);
		expect(await problem()).toBeNull();
	});

	it('hold every submission by its hash, in the transaction of its batch', async () => {
		const line = JSON.stringify({ kind: 'nothing that is known', traveller: 'Amara Okafor' });
		const { submission } = await stage
			.node('customs')
			.intake.submit(once(line), { source: 'Amara', channel: 'http', name: 'Okafor' });
		const { items } = await customs().listLedger({ limit: 5 });
		const entry = items.find(({ what }) => what === 'submission')?.entry ?? '';
		expect(JSON.parse(entry)).toMatchObject({ subject: submission, event: 'quarantined' });
		expect(entry).not.toMatch(/Amara|Okafor/);
	});

	it('are searched by kind, subject and time', async () => {
		const { items } = await customs().listLedger({ what: 'submission', limit: 5 });
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ what }) => what === 'submission')).toBe(true);
		const [entry] = (await customs().listLedger({ subject: 'record-7,record-9', limit: 5 })).items;
		expect(entry?.entry).toContain('"subject":"record-9"');
		const pages = await customs().listLedger({ what: 'view', limit: 2 });
		expect(pages.next).toBe(pages.items.at(-1)?.position);
		const at = items[0]?.at ?? '';
		const since = await customs().listLedger({ from: at, limit: 500 });
		expect(since.items.at(-1)?.at).toBe(at);
		expect(since.next).toBeNull();
		const until = await customs().listLedger({ until: at, limit: 500 });
		expect(until.items.every((each) => each.at < at)).toBe(true);
	});

	it('say which checkpoint each partner has cosigned last', async () => {
		const { partners, size } = await customs().readLedger({});
		expect(partners).toMatchObject([{ name: 'fiu' }]);
		expect(partners[0]?.size).toBeLessThan(size);
	});

	it('prove entries to a program that shares no code', async () => {
		const bundle: ProofBundle = await customs().proveLedgerEntry({ position: 260 });
		const [own, partner] = await keys();
		const good = verify('proof.json', JSON.stringify(bundle, null, '\t'), own, partner);
		expect(good.status).toBe(0);
		expect(good.stdout).toMatch(
			/^verified\n.*entry 260 of .*\n.*signed by customs\n.*cosigned by fiu at 2026/,
		);
		expect(verify('own-keys.json', JSON.stringify(bundle)).status).toBe(2);
		const tampered: Partial<ProofBundle>[] = [
			{ entry: bundle.entry.replace('record-', 'record-9') },
			{ position: 261 },
			{ proof: bundle.proof.slice(1) },
			{ proof: [...bundle.proof, bundle.proof[0] ?? ''] },
			{ checkpoint: bundle.checkpoint.replace(/\n\d+\n/, '\n9999\n') },
			{ checkpoint: bundle.checkpoint.split('\u2014 fiu')[0] ?? '' },
			{ checkpoint: '' },
		];
		for (const change of tampered)
			expect(verify('tampered.json', JSON.stringify({ ...bundle, ...change }), own, partner)).toMatchObject({
				status: 1,
				stdout: expect.stringMatching(/^NOT VERIFIED/),
			});
		expect(verify('proof.json', JSON.stringify(bundle), partner).status).toBe(1);
		for (const text of [
			'',
			'{}',
			'null',
			'[]',
			'x'.repeat(1_000),
			'{"format":"tidewaiter-proof","formatVersion":1}',
		])
			expect(verify('garbage.json', text, own).status).toBe(1);
	});

	it('are exported, whole or from an entry on, and verified offline', async () => {
		// What came since is signed, and cosigned.
		await checkpoint();
		const [own, partner] = await keys();
		for (const from of [0, 1, 256, 300]) {
			const text = (await Array.fromAsync(customs().exportLedger({ from }))).join('');
			expect(verify('ledger.jsonl', text, own, partner)).toMatchObject({ status: 0 });
			expect(verify('ledger.jsonl', text.replace('record-299', 'record-298'), own).status).toBe(1);
			expect(verify('ledger.jsonl', text.slice(text.indexOf('\n') + 1), own).status).toBe(1);
		}
	});

	it('stop the exchange when one is rolled back, until somebody clears it', async () => {
		const { database } = stage.node('customs');
		await database.script(BACKUP);
		await grow(20);
		await checkpoint();
		await database.script(RESTORE);
		await stage.restart('customs');
		const state = await checkpoint();
		expect(await problem()).toMatch(/rolled back/);
		expect(state.problem).toMatch(/fiu says: .*rolled back/);
		expect(state.cosigners.map(({ name }) => name)).not.toContain('nobody');
		expect(await clear()).toEqual({ partner: 'customs', cleared: 1 });
		await expect(clear()).rejects.toMatchObject({ code: 'not-found' });
		await grow(1);
		expect(await checkpoint()).toMatchObject({ problem: null, cosigners: [{ name: 'fiu' }] });
	});

	it('stop the exchange when another history of the same size is shown', async () => {
		const { database } = stage.node('customs');
		await grow(10);
		const honest = await checkpoint();
		expect(honest.cosigners).toHaveLength(1);
		await database.script(RESTORE);
		await stage.restart('customs');
		const { size } = await customs().readLedger({});
		await grow(honest.size - size);
		const forked = await checkpoint();
		expect(forked.size).toBe(honest.size);
		expect(await problem()).toMatch(/two ledgers of \d+ entries/);
		await clear();
	});

	it('find at start that they were rolled back themselves, and sign nothing more', async () => {
		const { database } = stage.node('customs');
		const { size } = await checkpoint();
		await database.script(`update ledger_state set size = ${size - 3}`);
		await stage.restart('customs');
		expect((await customs().readLedger({})).problem).toMatch(/rolled back/);
		await expect(customs().proveLedgerEntry({ position: size + 5 })).rejects.toThrow();
	});
});

/** Nobody can show two histories: a ledger that was put back, forked or rewritten is named, and exchange with its node stops. */
import { execFile } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProofBundle } from '../../contract/operations-ledger.ts';
import { signCheckpoint } from '../../src/ledger/note/checkpoint.ts';
import { formatNote, formatVerifier } from '../../src/ledger/note/signed-note.ts';
import { canonicalJson } from '../../src/values/canonical-json.ts';
import { type Hostile, hostileNode } from './hostile.ts';
import { openFederation, type Stage, SUPERVISOR } from './stage.ts';

const run = promisify(execFile);
const VERIFIER = fileURLToPath(new URL('../../verifier/verify.js', import.meta.url));

let stage: Stage;
let harbour: Hostile;
const now = (): number => stage.clock('customs').now();

beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu']);
	harbour = await hostileNode('harbour', now, 1);
	await stage
		.exchange('customs')
		.trustPartner({ card: harbour.card, fingerprint: harbour.fingerprint }, SUPERVISOR);
}, 60_000);
afterAll(() => stage?.dispose());

/** Exit status of the offline verifier. @param key that the reader insists on. */
async function verdictOn(bundle: ProofBundle, key?: string): Promise<number> {
	const file = join(stage.directory, 'bundle.json');
	await writeFile(file, JSON.stringify(bundle));
	return run(process.execPath, [VERIFIER, file, ...(key === undefined ? [] : ['--key', key])]).then(
		() => 0,
		(error: { code?: number }) => error.code ?? -1,
	);
}
const keyOf = (card: Hostile['card']): string =>
	formatVerifier({
		name: card.name,
		type: 'ed25519',
		publicKey: Buffer.from(card.signingKey, 'base64'),
	});
const enter = (node: string, event: string) =>
	stage.node(node).ledger.enter({
		at: new Date(now()).toISOString(),
		what: 'search',
		event,
		subject: 'of-the-test',
	});

describe('a proof', () => {
	let bundle: ProofBundle;
	beforeAll(async () => {
		await enter('customs', 'asked');
		const { cosigners, size } = await stage.node('customs').ledger.checkpointLedger({});
		expect(cosigners.map(({ name }) => name)).toEqual(['fiu']);
		bundle = await stage.node('customs').ledger.proveLedgerEntry({ position: size - 1 });
	});

	it('is verified offline, with the key of a card that was compared', async () => {
		expect(await verdictOn(bundle, keyOf(await stage.card('customs')))).toBe(0);
	});

	it('is refused with anything in it changed, or under another key', async () => {
		expect(await verdictOn(bundle, keyOf(harbour.card))).not.toBe(0);
		const changed: readonly Partial<ProofBundle>[] = [
			{ entry: bundle.entry.replace('asked', 'never') },
			{ position: bundle.position - 1 },
			{ proof: bundle.proof.slice(1) },
			{ checkpoint: bundle.checkpoint.replace(/\n\d+\n/, '\n9999\n') },
		];
		for (const change of changed) expect(await verdictOn({ ...bundle, ...change })).not.toBe(0);
	}, 20_000);
});

describe('a node that rewrites what it did', () => {
	it('is found when its ledger is verified, with the place', async () => {
		const { size } = await stage.node('fiu').ledger.checkpointLedger({});
		await enter('fiu', 'seen');
		await stage.node('fiu').ledger.checkpointLedger({});
		const { database } = stage.node('fiu');
		const rewrite = (from: string, to: string) =>
			database.script(
				`update ledger_entry set body = replace(body, '${from}', '${to}') where position = ${size}`,
			);
		await rewrite('"seen"', '"left"');
		expect((await stage.node('fiu').ledger.verifyLedger({})).defect).toMatchObject({
			kind: 'entry-rewritten',
			position: size,
		});
		await rewrite('"left"', '"seen"');
		expect((await stage.node('fiu').ledger.verifyLedger({})).defect).toBeNull();
	});
});

describe('a partner that shows two histories', () => {
	const statement = (size: number, fill: number): Uint8Array => {
		const unsigned = {
			format: 'tidewaiter-checkpoint',
			formatVersion: 1,
			from: 'harbour',
			to: 'customs',
			at: new Date(now()).toISOString(),
			checkpoint: formatNote(
				signCheckpoint(
					{ origin: 'harbour', size, root: new Uint8Array(32).fill(fill) },
					harbour.keys.signing.signer,
				),
			),
			old: 0,
			proof: [],
		};
		const signature = Buffer.from(harbour.sign(Buffer.from(canonicalJson(unsigned)))).toString('base64');
		return Buffer.from(canonicalJson({ ...unsigned, signature }));
	};
	const show = async (bytes: Uint8Array): Promise<unknown> => {
		const { exchange } = stage.node('customs');
		const answer = await exchange.answerNode('checkpoint', bytes, harbour.card.certificate);
		return JSON.parse(Buffer.from(answer).toString('utf8'));
	};
	const problem = async () =>
		(await stage.exchange('customs').listPartners({})).find(({ name }) => name === 'harbour')?.ledger.problem;

	it('is cosigned once, and not for what it has not signed', async () => {
		expect(await show(statement(5, 1))).toMatchObject({ answer: 'cosigned' });
		const forged = Buffer.from(statement(6, 1));
		forged[forged.length - 10] = (forged[forged.length - 10] ?? 0) ^ 1;
		expect(await show(forged)).toEqual({ answer: 'refused' });
		expect(await show(Buffer.from('[]'))).toEqual({ answer: 'refused' });
		expect(await problem()).toBeNull();
	});

	it('is named a fork, with the evidence kept, and exchange with it stops until a person clears it', async () => {
		expect(await show(statement(5, 2))).toMatchObject({
			answer: 'problem',
			sentence: expect.stringContaining('harbour'),
		});
		expect(await problem()).toEqual(expect.stringContaining('5 entries'));
		// Also the true one is not cosigned any more.
		expect(await show(statement(5, 1))).toMatchObject({ answer: 'problem' });
		await stage
			.node('customs')
			.ledger.clearLedgerProblem({ partner: 'harbour', reason: 'they told us what happened' }, SUPERVISOR);
		expect(await problem()).toBeNull();
	});

	it('is named a rollback where it shows fewer entries than it did', async () => {
		// Cleared: what it shows now is where it begins.
		expect(await show(statement(5, 1))).toMatchObject({ answer: 'cosigned' });
		stage.advance(1_000);
		expect(await show(statement(3, 1))).toMatchObject({ answer: 'problem' });
		expect(await problem()).toEqual(expect.stringContaining('rolled back'));
	});
});

describe('a database that was put back', () => {
	it('is found by the first partner that is asked, and the node is told', async () => {
		await stage.node('fiu').close();
		const { folder } = stage.node('fiu');
		const kept = join(stage.directory, 'kept');
		await cp(folder.path, kept, { recursive: true });
		await stage.restart('fiu');
		await enter('fiu', 'what is to be forgotten');
		stage.advance(1_000);
		await stage.node('fiu').ledger.checkpointLedger({});

		await stage.node('fiu').close();
		await rm(folder.path, { recursive: true });
		await cp(kept, folder.path, { recursive: true });
		await stage.restart('fiu');
		stage.advance(1_000);
		const after = await stage.node('fiu').ledger.checkpointLedger({});
		expect(after.problem).toEqual(expect.stringContaining('rolled back'));
	}, 30_000);
});

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../contract/records/record.ts';
import { openDatabase } from '../platform/database/open.ts';
import type { Database } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { contentKey } from '../values/content-key.ts';
import type { Memory } from './memory.ts';
import { createMemoryKeeper, type KeeperLimits, type MemoryKeeper } from './memory-keeper.ts';

const START = Date.UTC(2026, 2, 1, 8);

const declaration = (reference: string, importer: string, price: string): BorderRecord => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	declaredOn: '2026-03-01',
	parties: [{ role: 'importer', identifiers: [{ scheme: 'eori', value: importer }] }],
	items: [
		{
			number: 1,
			hsCode: '640399',
			originCountry: 'VN',
			netMassKg: '10',
			price: { amount: price, currency: 'EUR' },
		},
	],
});

const outcome = (reference: string, subject: string): BorderRecord => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: subject },
	inspectedAt: '2026-03-02T08:00:00Z',
	inspection: 'physical',
	result: 'offence',
});

describe('the keeper of a memory', () => {
	let folder = '';
	let database: Database;
	let nowMs = START;
	const failures: string[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'memory-'));
		database = await openDatabase({ dataDir: join(folder, 'database') });
		await database.script(
			`select 1; create table if not exists record_2026_03 partition of record for values from ('00000000-0000-0000-0000-000000000000') to ('ffffffff-ffff-ffff-ffff-ffffffffffff')`,
		);
	});
	beforeEach(async () => {
		failures.length = 0;
		await rm(join(folder, 'memory.snapshot'), { force: true });
		await database.script('truncate record; truncate inspection; truncate appearance');
	});
	afterAll(async () => {
		await database.close();
		await rm(folder, { recursive: true, force: true });
	});

	const open = (limits: Partial<KeeperLimits> = {}, more: { alone?: boolean } = {}): MemoryKeeper =>
		createMemoryKeeper({
			database,
			clock: { now: () => nowMs, monotonic: () => nowMs },
			folder,
			onFailure: (message) => failures.push(message),
			limits: { pageRecords: 3, ...limits },
			...more,
		});

	/** Stores records as the line does, without telling any memory. */
	const store = async (...records: readonly BorderRecord[]): Promise<string[]> => {
		const ids: string[] = [];
		for (const record of records) {
			nowMs += 10;
			const id = newIdentifier(nowMs);
			ids.push(id);
			await database.kysely
				.insertInto('record')
				.values({
					id,
					kind: record.kind,
					reference: 'reference' in record ? record.reference : '',
					version: 1,
					latest: true,
					submission: new Uint8Array(1),
					position: 1,
					place: '',
					format: 'record-json',
					office: null,
					carrier: null,
					lane: null,
					lane_reason: null,
					caption: '',
					document_date: null,
					origin_country: null,
					destination_country: null,
					hs_code: null,
					gross_mass_kg: null,
					value: null,
					currency: null,
					infos: 0,
					warnings: 0,
					errors: 0,
					body: JSON.stringify(record),
				})
				.execute();
		}
		return ids;
	};
	const inspect = (outcomeRecord: string, recordId: string, result = 'offence') =>
		database.kysely
			.insertInto('inspection')
			.values({
				outcome_record: outcomeRecord,
				subject: contentKey(recordId),
				record_id: recordId,
				inspected_at: '2026-03-02T08:00:00Z',
				inspection: 'physical',
				result,
				findings: '[]',
				recovered: null,
				currency: null,
				minutes: null,
				received_at: new Date(nowMs),
			})
			.execute();
	const seen = (memory: Memory, importer: string): number =>
		memory.goods.tally('importer', `eori:${importer}`).seen;

	it('reads what is stored, in pages, with what inspections found', async () => {
		const ids = await store(
			...['A1', 'A2', 'A3', 'A4'].map((reference) => declaration(reference, 'IMPORTER1', '100')),
			outcome('O1', 'A2'),
		);
		await inspect(ids[4]!, ids[1]!);
		const keeper = open();
		const memory = await keeper.memory();
		expect(memory.goods.tally('importer', 'eori:IMPORTER1')).toMatchObject({
			seen: 4,
			inspected: 1,
			found: 1,
		});
		expect(memory.goods.tally('hs-origin', '640399|VN').found).toBe(1);
		await keeper.close();
		expect(failures).toEqual([]);
	});

	it('learns from an outcome that came before its record, and not from one that was not carried out', async () => {
		const [early = ''] = await store(outcome('O1', 'B1'));
		const [late = ''] = await store(declaration('B1', 'IMPORTER2', '100'));
		const [none = ''] = await store(outcome('O2', 'B1'));
		await inspect(early, late);
		await inspect(none, late, 'not-carried-out');
		const keeper = open({ pageRecords: 1 });
		expect((await keeper.memory()).goods.tally('importer', 'eori:IMPORTER2')).toMatchObject({
			seen: 1,
			inspected: 1,
			found: 1,
		});
		await keeper.close();
	});

	it('goes on from its file with what came later: the same as reading everything', async () => {
		await store(declaration('C1', 'IMPORTER3', '100'), declaration('C2', 'IMPORTER3', '120'));
		const first = open();
		await first.memory();
		await first.close();
		expect((await stat(join(folder, 'memory.snapshot'))).mode & 0o777).toBe(0o600);
		await store(declaration('C3', 'IMPORTER3', '90'));
		const second = open();
		const restored = await second.memory();
		expect(seen(restored, 'IMPORTER3')).toBe(3);
		await second.close();
		await rm(join(folder, 'memory.snapshot'));
		const third = open();
		expect(Buffer.from((await third.memory()).save()).equals(Buffer.from(restored.save()))).toBe(true);
		await third.close();
	});

	it('writes its file when it is due, and loses nothing without a close', async () => {
		const keeper = open({ snapshotRecords: 2 });
		const memory = await keeper.memory();
		const records = [declaration('D1', 'IMPORTER4', '100'), declaration('D2', 'IMPORTER4', '100')];
		for (const record of records) memory.see({ record, version: 1, atMs: nowMs, hits: [] });
		keeper.committed(await store(...records));
		const file = join(folder, 'memory.snapshot');
		await expect
			.poll(() =>
				stat(file).then(
					({ size }) => size > 0,
					() => false,
				),
			)
			.toBe(true);
		// Killed here: what came after the file is read from the store.
		await store(declaration('D3', 'IMPORTER4', '100'));
		const next = open();
		expect(seen(await next.memory(), 'IMPORTER4')).toBe(3);
		await next.close();
		await keeper.close();
	});

	it('does without a file that is damaged, cut off, or of another database', async () => {
		await store(declaration('E1', 'IMPORTER5', '100'));
		const first = open();
		await first.memory();
		await first.close();
		const file = join(folder, 'memory.snapshot');
		const whole = await readFile(file);
		const damaged = Buffer.from(whole);
		damaged[damaged.length - 9]! ^= 0x40;
		for (const bytes of [damaged, whole.subarray(0, 100), Buffer.from('no snapshot'), Buffer.alloc(0)]) {
			await writeFile(file, bytes);
			const keeper = open();
			expect(seen(await keeper.memory(), 'IMPORTER5')).toBe(1);
			await keeper.close();
		}
		await writeFile(file, whole);
		await database.script('truncate record');
		await store(declaration('E1', 'IMPORTER5', '100'));
		const keeper = open();
		expect(seen(await keeper.memory(), 'IMPORTER5')).toBe(1);
		await keeper.close();
	});

	it('leaves out what cannot be read, and says so', async () => {
		const [id = ''] = await store(declaration('F1', 'IMPORTER6', '100'), declaration('F2', 'IMPORTER6', '1'));
		await database.kysely.updateTable('record').set({ body: '{"kind":' }).where('id', '=', id).execute();
		const keeper = open();
		expect(seen(await keeper.memory(), 'IMPORTER6')).toBe(1);
		expect(failures).toHaveLength(1);
		await keeper.close();
	});

	it('follows what other processes store, once a second and each record once', async () => {
		const mine = open({}, { alone: false });
		const memory = await mine.memory();
		const own = declaration('G1', 'IMPORTER7', '100');
		const ids = await store(own);
		mine.began(ids);
		memory.see({ record: own, version: 1, atMs: nowMs, hits: [] });
		mine.committed(ids);
		const late = newIdentifier(nowMs);
		await store(...['G2', 'G3', 'G4', 'G5'].map((each) => declaration(each, 'IMPORTER7', '100')));
		await mine.memory();
		expect(seen(memory, 'IMPORTER7')).toBe(1);
		nowMs += 2_000;
		await mine.memory();
		expect(seen(memory, 'IMPORTER7')).toBe(5);
		// Made before the last that was seen, and committed after it.
		const [moved = ''] = await store(declaration('G6', 'IMPORTER7', '100'));
		await database.kysely.updateTable('record').set({ id: late }).where('id', '=', moved).execute();
		nowMs += 2_000;
		await mine.memory();
		expect(seen(memory, 'IMPORTER7')).toBe(6);
		await mine.close();
		const next = open({}, { alone: false });
		expect(seen(await next.memory(), 'IMPORTER7')).toBe(6);
		await next.close();
	});
});

/**
 * What retention promises, on whatever database: after masking nothing that names a person is found in any table, after
 * deletion nothing at all; holds keep; what was destroyed comes again as new; the ledger proves it.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RetentionKind, retentionKinds } from '../../contract/operations-retention.ts';
import { borderRecord } from '../../contract/records/record.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { openTestNode, type Place, testClock } from './databases.ts';
import {
	booking,
	DAY_MS,
	declaration,
	ERIKA,
	everything,
	filesWith,
	idOf,
	passengerList,
	SUPERVISOR,
	send,
	TELLING,
	whereAre,
} from './retention-stage.ts';

const run = promisify(execFile);
const VERIFIER = fileURLToPath(new URL('../../verifier/verify.js', import.meta.url));
const LIST = `key,kind,name,aliases,born,nationality,passport,category,action\nW-1,person,"${ERIKA.family}, ${ERIKA.given}",,${ERIKA.born},PL,,wanted-person,contact\n`;

/** One for all places: identifiers of a process never go back in time, so the years of one place have passed for the next. */
const clock = testClock();

export function retentionConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`retention on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let node: OpenNode;
			const pass = async (days = 0) => {
				clock.advance(days * DAY_MS + 1_000);
				const done = await node.retention.runRetention({});
				expect(done.error).toBeNull();
				return done;
			};
			const change = (kind: RetentionKind, maskAfterDays: number | undefined, deleteAfterDays: number) =>
				node.retention.changeRetention(
					{
						kind,
						...(maskAfterDays === undefined ? {} : { maskAfterDays }),
						deleteAfterDays,
						reason: 'for the test',
					},
					SUPERVISOR,
				);
			const exists = async (id: string): Promise<boolean> =>
				(await node.database.kysely.selectFrom('record').select('id').where('id', '=', id).execute())
					.length === 1;

			beforeAll(async () => {
				at = await place.make();
				node = await openTestNode(at, { clock });
				for (const kind of retentionKinds.slice(0, 8)) await change(kind, 10, 100);
			}, 60_000);
			afterAll(async () => {
				await node?.close();
				await at?.dispose();
			});

			it('proposes days with their source, takes others with a reason, and asks for a basis beyond the maximum', async () => {
				const { schedule } = await node.retention.readRetention({});
				expect(schedule.map(({ kind }) => kind)).toEqual([...retentionKinds]);
				for (const { source } of schedule) expect(source).toMatch(/Check with your law\.$/);
				expect(schedule.find(({ kind }) => kind === 'booking')).toMatchObject({
					maskAfterDays: 10,
					deleteAfterDays: 100,
					version: 1,
					reason: 'for the test',
					changedBy: SUPERVISOR.name,
					history: [{ version: 1 }],
				});
				const longer = { kind: 'booking', deleteAfterDays: 4_000, reason: 'for the test' } as const;
				await expect(node.retention.changeRetention(longer, SUPERVISOR)).rejects.toMatchObject({
					code: 'invalid-input',
				});
				await expect(change('booking', 100, 100)).rejects.toMatchObject({ code: 'invalid-input' });
				await expect(change('original', 10, 100)).rejects.toMatchObject({ code: 'invalid-input' });
				await node.retention.changeRetention(
					{ ...longer, basis: 'Section 12 of the Act on Travel Data' },
					SUPERVISOR,
				);
				expect(await change('booking', 10, 100)).toMatchObject({ version: 3, basis: null });
			});

			it('masks so that nobody is found in any table, and the record has its form still', async () => {
				await node.screening.loadList(
					{ list: 'watch', activate: true, file: 'watch.csv' },
					bytes(LIST),
					SUPERVISOR,
				);
				await send(node, ...everything('1'));
				await send(node, passengerList('KM101/1', { preparedAt: '2026-03-01T09:00' }));
				await node.resolution.catchUp();
				const hit = (await node.screening.listHits({ limit: 5 })).items[0];
				await node.screening.decideHit(
					{ id: hit?.id ?? '', decision: 'dismiss', reason: 'another one' },
					SUPERVISOR,
				);
				const list = await idOf(node, 'KM101/1');
				await node.targeting.overrideLane(
					{ record: list, lane: 'red', reason: `${ERIKA.family} again` },
					SUPERVISOR,
				);
				expect(await node.retention.endOf(list)).toEqual({
					keepUntil: new Date(clock.now() + 100 * DAY_MS).toISOString(),
					maskedAt: null,
				});
				// The test would pass on an empty node.
				expect((await whereAre(node, TELLING)).length).toBeGreaterThan(20);

				expect(await pass(9)).toMatchObject({ masked: 0, deleted: 0 });
				expect(await pass(2)).toMatchObject({ masked: 8, deleted: 0, held: 0 });
				const left = (await whereAre(node, TELLING)).filter(
					// The list of the node is not about these records.
					(where) => !where.startsWith('list_entry.'),
				);
				expect(left).toEqual([]);
				for (const reference of ['KM101/1', 'ZK17QX/1', 'LRN-1', 'STR-1', 'CASH-1', 'camera-1', 'OUT-1']) {
					const { record, summary } = await node.intake.readRecord({ id: await idOf(node, reference) });
					expect(borderRecord.safeParse(record).error).toBeUndefined();
					expect(summary.masked).toBe(true);
				}
				const { record, versions } = await node.intake.readRecord({ id: list });
				expect(record).toMatchObject({
					travellers: [{ person: { name: { full: 'masked' } } }],
					legs: [{ number: '101' }],
				});
				expect(versions).toHaveLength(2);
				expect((await node.retention.endOf(list))?.maskedAt).toBe(new Date(clock.now()).toISOString());
				expect((await node.resolution.readResolution()).mentions).toBe(await countOf('mention'));
				expect((await node.resolution.readResolution()).entities).toBe(await countOf('entity'));
				const { submission } = await node.intake.readRecord({ id: list });
				await expect(
					node.intake.readOriginal({ submission: submission.id, offset: 0 }),
				).rejects.toMatchObject({ code: 'not-permitted' });
				// Once is enough.
				expect(await pass(1)).toMatchObject({ masked: 0, deleted: 0 });
			}, 60_000);

			it('deletes everything at the end, originals with it, and takes the same document as new', async () => {
				const original = everything('1');
				expect(await pass(90)).toMatchObject({ deleted: 8, destroyed: 2 });
				for (const table of [
					'record',
					'record_head',
					'record_key',
					'finding',
					'appearance',
					'mention',
					'mention_part',
					'hit',
					'hit_event',
					'dismissal',
					'entity',
					'entity_event',
					'entity_alias',
					'judgement',
					'candidate',
					'resolution_key',
					'shared_value',
					'assessment',
					'rule_firing',
					'inspection',
					'lane_override',
					'submission',
					'retention_destruction',
				])
					expect({ table, rows: await countOf(table) }).toEqual({ table, rows: 0 });
				expect(await filesWith(node, TELLING)).toEqual([]);
				expect((await whereAre(node, TELLING)).filter((where) => !where.startsWith('list_entry.'))).toEqual(
					[],
				);
				expect((await node.intake.readOverview()).totals).toMatchObject({ records: 0, submissions: 0 });
				const again = await send(node, ...original);
				expect(again).toMatchObject({ known: false, created: 7 });
				await node.resolution.catchUp();
				expect((await pass(0)).deleted).toBe(0);
			}, 60_000);

			it('keeps what a hold holds, and ends it when it is lifted', async () => {
				await send(node, declaration('LRN-hold'), booking('ZK17QX/free'));
				const held = await idOf(node, 'LRN-hold');
				const free = await idOf(node, 'ZK17QX/free');
				const reviewOn = new Date(clock.now() + 20 * DAY_MS).toISOString().slice(0, 10);
				const { id } = await node.retention.holdRecord(
					{
						record: held,
						ground: 'legal-proceedings',
						reason: 'the court asks',
						caseReference: 'C-1',
						reviewOn,
					},
					SUPERVISOR,
				);
				await pass(101);
				expect([await exists(held), await exists(free)]).toEqual([true, false]);
				expect((await node.intake.readRecord({ id: held })).summary.masked).toBeUndefined();
				expect(await node.retention.readRetention({})).toMatchObject({
					left: 1,
					holds: { open: 1, overdue: 1 },
				});
				expect((await node.retention.listHolds({ state: 'overdue', limit: 10 })).items).toMatchObject([
					{ id, record: held, caseReference: 'C-1', overdue: true },
				]);
				// A newer version begins the days anew, also of what earlier passes left.
				await send(node, { ...declaration('LRN-hold'), declaredOn: '2026-03-02' });
				await node.retention.liftHold({ id, reason: 'it is final' }, SUPERVISOR);
				await pass(1);
				expect(await exists(held)).toBe(true);
				await expect(node.retention.liftHold({ id, reason: 'again' }, SUPERVISOR)).rejects.toMatchObject({
					code: 'conflict',
				});
				expect(await pass(100)).toMatchObject({ held: 0 });
				expect(await exists(held)).toBe(false);
				expect(await node.retention.readRetention({})).toMatchObject({ left: 0, holds: { open: 0 } });
			}, 60_000);

			it('holds records on whom a hit was confirmed, and restricted ones from being masked but not from their end', async () => {
				await send(node, passengerList('KM101/hit'));
				const [list, hit] = [
					await idOf(node, 'KM101/hit'),
					(await node.screening.listHits({ limit: 5 })).items[0],
				];
				await node.screening.decideHit(
					{ id: hit?.id ?? '', decision: 'confirm', reason: 'it is she' },
					SUPERVISOR,
				);
				await send(node, declaration('LRN-restricted'));
				const restricted = await idOf(node, 'LRN-restricted');
				await node.database.script(`update record set restricted = true where id = '${restricted}'`);
				expect(await pass(11)).toMatchObject({ masked: 0, held: 2 });
				await change('confirmed-hit', undefined, 60);
				await pass(90);
				expect([await exists(list), await exists(restricted)]).toEqual([false, false]);
				await change('confirmed-hit', undefined, 1_826);
			}, 60_000);

			it('erases before the end, all versions, and says what a hold keeps', async () => {
				await send(node, passengerList('KM101/erase'), passengerList('KM101/kept'));
				const before = await idOf(node, 'KM101/erase');
				await send(node, passengerList('KM101/erase', { preparedAt: '2026-03-01T09:00' }));
				const kept = await idOf(node, 'KM101/kept');
				const reviewOn = new Date(clock.now() + DAY_MS).toISOString().slice(0, 10);
				const { id } = await node.retention.holdRecord(
					{ record: kept, ground: 'audit', reason: 'audit', reviewOn },
					SUPERVISOR,
				);
				const { erased, held, ledgerPositions } = await node.retention.eraseRecords(
					[before, kept, '00000000-0000-7000-8000-000000000000'],
					'request 1',
					SUPERVISOR,
				);
				expect(erased).toHaveLength(2);
				expect(held).toEqual([{ record: kept, because: `hold audit ${id}` }]);
				const [entry] = (await node.retention.listDeletions({ act: 'erased', limit: 1 })).items;
				expect(entry).toMatchObject({
					kind: 'passenger-list',
					count: 2,
					subjects: erased,
					ledgerPosition: ledgerPositions[0],
				});
				await node.retention.eraseRecords([kept], 'request 2', SUPERVISOR);
				expect(await exists(kept)).toBe(true);
				await node.retention.liftHold({ id, reason: 'done' }, SUPERVISOR);
			}, 60_000);

			it('ends what could not be read, and originals that brought nothing new, each at its own time', async () => {
				await pass(101);
				const rest = await countOf('submission');
				const said = (await node.retention.readRetention({})).schedule;
				expect(said.find(({ kind }) => kind === 'quarantine')?.due.deleted).toBe(0);
				await node.intake.submit(bytes(`${ERIKA.full} wrote this`), {
					source: 'x',
					channel: 'http',
					name: 'y',
				});
				await send(node, booking('ZK17QX/twice'));
				const again = await node.intake.submit(bytes(`${JSON.stringify(booking('ZK17QX/twice'))}\n\n`), {
					source: 'x',
					channel: 'http',
				});
				expect(again).toMatchObject({ created: 0, repeated: 1 });
				expect(await countOf('submission')).toBe(rest + 3);
				await pass(91);
				expect([await countOf('quarantine'), await countOf('submission')]).toEqual([0, rest + 2]);
				await change('original', undefined, 120);
				await pass(30);
				expect(await countOf('submission')).toBe(rest);
				expect(await filesWith(node, TELLING)).toEqual([]);
				await change('original', undefined, 1_827);
			}, 60_000);

			it('proves a deletion offline, and keeps nothing of what was deleted', async () => {
				const [entry] = (await node.retention.listDeletions({ act: 'deleted', limit: 1 })).items;
				const bundle = await node.ledger.proveLedgerEntry({ position: entry?.ledgerPosition ?? -1 });
				expect(JSON.parse(bundle.entry)).toMatchObject({
					what: 'deletion',
					event: 'deleted',
					subject: entry?.id,
				});
				const path = join(node.folder.path, 'proof.json');
				await writeFile(path, JSON.stringify(bundle));
				const [key = ''] = bundle.verifiers;
				const { stdout } = await run(process.execPath, [VERIFIER, path, '--key', key]);
				expect(stdout).toContain('deletion');
				const { rows } = await sql<{ body: string }>`select body from ledger_entry`.execute(
					node.database.kysely,
				);
				for (const { body } of rows) for (const each of TELLING) expect(body).not.toContain(each);
			}, 60_000);

			it('goes on after a stop between the commit and the vault, and recovery brings nothing back', async () => {
				await send(node, booking('ZK17QX/stop'));
				const stop = await idOf(node, 'ZK17QX/stop');
				const { submission } = await node.intake.readRecord({ id: stop });
				// What a kill leaves: rows gone, bytes there.
				await node.database.script(`
					insert into retention_destruction(pack, pack_offset, sha256, asked_at)
						select pack, pack_offset, id, now() from submission where id = '\\x${submission.id}';
					delete from finding where record_id = '${stop}'; delete from record_key where record_id = '${stop}';
					delete from appearance where record_id = '${stop}'; delete from record_head where record_id = '${stop}';
					delete from record where id = '${stop}';
					delete from submission where id = '\\x${submission.id}';`);
				await node.close();
				node = await openTestNode(at, { clock });
				expect(node.recovered).toBe(0);
				expect(await exists(stop)).toBe(false);
				expect((await filesWith(node, ['ZK17QX/stop'])).filter((name) => name.endsWith('.pack'))).toEqual([]);
				expect((await node.retention.listDeletions({ act: 'destroyed', limit: 1 })).items).toMatchObject([
					{ subjects: [submission.id] },
				]);
			}, 60_000);

			it('begins by itself, and says how it went', async () => {
				const before = (await node.retention.readRetention({})).runs[0]?.id;
				clock.advance(1_000);
				node.retention.start();
				await expect
					.poll(async () => (await node.retention.readRetention({})).runs[0], { timeout: 20_000 })
					.toMatchObject({
						id: expect.not.stringContaining(before ?? '-'),
						endedAt: expect.any(String),
						error: null,
					});
			}, 60_000);

			async function countOf(table: string): Promise<number> {
				const { rows } = await sql<{
					amount: number;
				}>`select count(*)::int as amount from ${sql.table(table)}`.execute(node.database.kysely);
				return rows[0]?.amount ?? -1;
			}
		},
	);
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}

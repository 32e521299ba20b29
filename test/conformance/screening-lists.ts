/**
 * What lists promise, on whatever database: they have versions that can be compared, every change reaches what is stored, and
 * withdrawn hits say why.
 */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenNode } from '../../src/server/open-node.ts';
import { bytesOf, openTestNode, type Place } from './databases.ts';
import {
	ANALYST,
	LEYLA,
	leyla,
	ownList,
	passengerList,
	stageOf,
	stranger,
	useNode,
	VIKTOR,
	viktor,
} from './screening-stage.ts';

export function listsConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`lists on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			const on = useNode(place);

			describe('lists and their versions', () => {
				it('keeps every version, and says how they differ', async () => {
					const first = await on.load(on.watch, ownList(VIKTOR, LEYLA));
					expect(first).toMatchObject({
						known: false,
						version: { version: 1, state: 'active', entries: 2, added: 2, changed: 0, removed: 0 },
						problems: [],
					});
					const second = await on.load(
						on.watch,
						ownList(VIKTOR.replace('1971-04-09', '1971-04-10'), 'W-3,person,Third Person,,,,,,'),
					);
					expect(second.version).toMatchObject({ version: 2, entries: 2, added: 1, changed: 1, removed: 1 });
					const difference = await on.screening.diffList({ list: on.watch, limit: 10 });
					expect(difference).toMatchObject({ from: 1, to: 2, added: 1, changed: 1, removed: 1, total: 3 });
					expect(difference.items).toMatchObject([
						{
							key: 'W-1',
							change: 'changed',
							members: [{ member: 'born', before: '1971-04-09', after: '1971-04-10' }],
						},
						{ key: 'W-2', change: 'removed', caption: 'Leyla ARSLANBEKOVA' },
						{ key: 'W-3', change: 'added', caption: 'Third Person' },
					]);
					expect(await on.screening.diffList({ list: on.watch, from: 2, to: 1, limit: 10 })).toMatchObject({
						added: 1,
						changed: 1,
						removed: 1,
					});
					expect(await on.screening.diffList({ list: on.watch, change: 'added', limit: 1 })).toMatchObject({
						items: [{ key: 'W-3' }],
						total: 1,
					});
					await expect(on.screening.diffList({ list: on.watch, from: 7, limit: 1 })).rejects.toMatchObject({
						code: 'not-found',
					});
				});

				it('knows content that it has, whatever the order of its rows', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					expect(await on.load(on.watch, ownList(LEYLA, VIKTOR))).toMatchObject({
						known: true,
						version: { version: 1, state: 'active' },
					});
					// An earlier state that comes back is a version of its own.
					await on.load(on.watch, ownList(VIKTOR));
					expect(await on.load(on.watch, ownList(VIKTOR, LEYLA))).toMatchObject({
						known: false,
						version: { version: 3, added: 1 },
					});
				});

				it('tells rows that it could not read, and keeps that with the version', async () => {
					const file = ownList(VIKTOR, ',,,,,,,,', 'W-9,person,,,,,,,', LEYLA);
					const loaded = await on.load(on.watch, file);
					expect(loaded.version).toMatchObject({ entries: 2, problems: 1 });
					expect(loaded.problems).toMatchObject([
						{ place: expect.stringContaining('line 4'), remedy: expect.any(String) },
					]);
					expect((await on.load(on.watch, file)).problems).toEqual(loaded.problems);
				});

				it('refuses what is no list, and another format under the same identifier', async () => {
					await expect(on.load(on.watch, 'Dear colleague, please find attached')).rejects.toMatchObject({
						code: 'unknown-format',
						remedy: expect.any(String),
					});
					await on.load(on.watch, ownList(VIKTOR));
					const un =
						'<CONSOLIDATED_LIST><ENTITIES><ENTITY><REFERENCE_NUMBER>X</REFERENCE_NUMBER><FIRST_NAME>Y</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>';
					await expect(on.load(on.watch, un)).rejects.toMatchObject({ code: 'conflict' });
					expect((await on.screening.listLists()).map((list) => list.id)).toEqual([on.watch]);
				});

				it('finds entries by name in any writing, by key and by kind, page by page', async () => {
					const rows = Array.from(
						{ length: 25 },
						(_, number) => `K-${100 + number},person,Person ${number},,,,,,`,
					);
					await on.load(on.watch, ownList(VIKTOR, 'V-1,vehicle,,,,,AB123CD,stolen-vehicle,seize', ...rows));
					const find = async (more: object) =>
						(await on.screening.listListEntries({ list: on.watch, limit: 10, ...more })).items.map(
							({ entry }) => entry.key,
						);
					expect(await find({ search: 'Короленко' })).toEqual(['W-1']);
					expect(await find({ search: 'korolenko' })).toEqual(['W-1']);
					expect(await find({ search: 'K-1', limit: 3 })).toEqual(['K-100', 'K-101', 'K-102']);
					expect(await find({ kind: 'vehicle' })).toEqual(['V-1']);
					const seen: string[] = [];
					let after: string | undefined;
					do {
						const page: Awaited<ReturnType<typeof on.screening.listListEntries>> =
							await on.screening.listListEntries({
								list: on.watch,
								limit: 10,
								...(after === undefined ? {} : { after }),
							});
						expect(page.total).toBe(27);
						seen.push(...page.items.map(({ entry }) => entry.key));
						after = page.next ?? undefined;
					} while (after !== undefined);
					expect(new Set(seen).size).toBe(27);
					expect(seen.length).toBe(27);
				});
			});

			describe('changes of lists reach what is stored', () => {
				it('raises hits on old records for a list that is new, and for an entry that is added', async () => {
					await on.send(passengerList('KM101/1', [viktor, leyla, stranger]));
					expect(await on.standing()).toEqual([]);
					await on.load(on.watch, ownList(VIKTOR));
					expect((await on.standing()).map((text) => text.slice(0, 8))).toEqual(['W-1 open']);
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					expect((await on.standing()).map((text) => text.slice(0, 8))).toEqual(['W-1 open', 'W-2 open']);
				});

				it('withdraws the hits of an entry that is removed, with the reason, and raises them when it comes back', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					await on.send(passengerList('KM101/1', [viktor, leyla]));
					await on.load(on.watch, ownList(LEYLA));
					const [withdrawn] = await on.hits({ state: 'withdrawn' });
					expect(withdrawn).toMatchObject({
						entry: { key: 'W-1' },
						reason: expect.stringContaining('version 2'),
					});
					expect((await on.hits({ state: 'open' })).map((hit) => hit.entry.key)).toEqual(['W-2']);
					await expect(
						on.screening.decideHit(
							{ id: withdrawn?.id ?? '', decision: 'confirm', reason: 'too late' },
							ANALYST,
						),
					).rejects.toMatchObject({ code: 'conflict' });
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					expect(await on.history(withdrawn?.id ?? '')).toEqual(['raised', 'withdrawn', 'raised']);
					expect((await on.hits({ state: 'open' })).length).toBe(2);
				});

				it('looks again when an entry changes: what fits no more is withdrawn, what fits is scored anew', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					await on.send(passengerList('KM101/1', [viktor, leyla]));
					const before = await on.hits();
					await on.load(
						on.watch,
						ownList(
							'W-1,person,Somebody Entirely Different,,1950-01-01,BR,,wanted-person,contact',
							LEYLA.replace('1984-11-30', '').replace('N7751203', ''),
						),
					);
					const byKey = new Map((await on.hits()).map((hit) => [hit.entry.key, hit]));
					expect(byKey.get('W-1')).toMatchObject({ state: 'withdrawn', reason: expect.any(String) });
					const again = byKey.get('W-2');
					expect(again?.state).toBe('open');
					expect(again?.score).not.toBe(before.find((hit) => hit.entry.key === 'W-2')?.score);
					expect(await on.history(again?.id ?? '')).toEqual(['raised', 'scored']);
				});

				it('keeps a version staged until it is activated', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor, leyla]));
					const staged = await on.load(on.watch, ownList(LEYLA), { activate: false });
					expect(staged.version.state).toBe('staged');
					expect((await on.hits({ state: 'open' })).map((hit) => hit.entry.key)).toEqual(['W-1']);
					expect((await on.screening.listLists())[0]).toMatchObject({
						active: { version: 1 },
						staged: { version: 2 },
					});
					await on.screening.activateList({ list: on.watch, version: 2 }, ANALYST);
					await on.screening.catchUp();
					expect((await on.hits({ state: 'open' })).map((hit) => hit.entry.key)).toEqual(['W-2']);
					await expect(
						on.screening.activateList({ list: on.watch, version: 1 }, ANALYST),
					).rejects.toMatchObject({ code: 'conflict' });
					await expect(
						on.screening.activateList({ list: on.watch, version: 9 }, ANALYST),
					).rejects.toMatchObject({ code: 'not-found' });
				});

				it('replaces what was staged and never used', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.load(on.watch, ownList(VIKTOR, LEYLA), { activate: false });
					const third = await on.load(on.watch, ownList(LEYLA), { activate: false });
					expect(third.version).toMatchObject({ version: 3, state: 'staged' });
					await on.screening.activateList({ list: on.watch, version: 3 }, ANALYST);
					const { items } = await on.screening.diffList({ list: on.watch, from: 1, to: 3, limit: 10 });
					expect(items.map(({ key, change }) => `${key} ${change}`)).toEqual(['W-1 removed', 'W-2 added']);
				});

				it('screens what arrives while the lists change against the lists that are in force then', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await Promise.all([
						on.send(passengerList('KM101/1', [viktor, leyla])),
						on.load(on.watch, ownList(VIKTOR, LEYLA)),
						on.send(passengerList('KM102/1', [{ ...leyla, seat: '2B' }])),
					]);
					await on.screening.catchUp();
					expect((await on.hits({ state: 'open' })).map((hit) => hit.entry.key).sort()).toEqual([
						'W-1',
						'W-2',
					]);
				});
			});

			describe('entries of one’s own', () => {
				const entry = {
					key: 'A-1',
					kind: 'person' as const,
					names: [{ full: 'Viktor Semyonovich Korolenko', quality: 'primary' as const }],
					born: [{ from: '1971-04-09' }],
					instruction: { action: 'discreet-check' as const },
				};

				it('are added, changed and removed one by one, each a version, in force at once', async () => {
					await on.screening.changeList(
						{
							list: on.watch,
							name: 'Our alerts',
							instruction: { category: 'wanted-person', action: 'contact' },
						},
						ANALYST,
					);
					await on.send(passengerList('KM101/1', [viktor]));
					const added = await on.screening.changeListEntry(
						{ list: on.watch, entry, reason: 'request of the prosecutor' },
						ANALYST,
					);
					await on.screening.catchUp();
					expect(added).toMatchObject({ caption: entry.names[0]?.full, sinceVersion: 1 });
					expect(await on.onlyHit()).toMatchObject({
						state: 'open',
						listName: 'Our alerts',
						instruction: { category: 'wanted-person', action: 'discreet-check' },
					});
					await on.screening.changeListEntry(
						{ list: on.watch, entry: { ...entry, remarks: 'armed' }, reason: 'new information' },
						ANALYST,
					);
					expect((await on.screening.listLists())[0]?.active).toMatchObject({
						version: 2,
						entries: 1,
						changed: 1,
					});
					// The same again is no new version.
					await on.screening.changeListEntry(
						{ list: on.watch, entry: { ...entry, remarks: 'armed' }, reason: 'twice' },
						ANALYST,
					);
					expect((await on.screening.listLists())[0]?.active?.version).toBe(2);
					const removed = await on.screening.removeListEntry(
						{ list: on.watch, key: 'A-1', reason: 'found' },
						ANALYST,
					);
					await on.screening.catchUp();
					expect(removed).toEqual({ list: on.watch, key: 'A-1', withdrawn: 1 });
					expect((await on.onlyHit()).state).toBe('withdrawn');
					await expect(
						on.screening.removeListEntry({ list: on.watch, key: 'A-1', reason: 'again' }, ANALYST),
					).rejects.toMatchObject({ code: 'not-found' });
				});

				it('can be loaded from a table into a list that was made by hand', async () => {
					await on.screening.changeList({ list: on.watch, name: 'By hand' }, ANALYST);
					await on.screening.changeListEntry({ list: on.watch, entry, reason: 'the first' }, ANALYST);
					const loaded = await on.load(on.watch, ownList(LEYLA));
					expect(loaded.version).toMatchObject({ version: 2, added: 1, removed: 1 });
					expect((await on.screening.listLists())[0]).toMatchObject({ name: 'By hand', format: 'own' });
				});

				it('belong to lists of one’s own', async () => {
					await expect(
						on.screening.changeListEntry({ list: on.watch, entry, reason: 'no list yet' }, ANALYST),
					).rejects.toMatchObject({ code: 'not-found' });
					await expect(on.screening.changeList({ list: on.watch }, ANALYST)).rejects.toMatchObject({
						code: 'not-found',
					});
					const un =
						'<CONSOLIDATED_LIST><ENTITIES><ENTITY><REFERENCE_NUMBER>X</REFERENCE_NUMBER><FIRST_NAME>Y</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>';
					await on.load(on.watch, un);
					await expect(
						on.screening.changeListEntry({ list: on.watch, entry, reason: 'not ours' }, ANALYST),
					).rejects.toMatchObject({ code: 'conflict' });
				});
			});

			it('goes on where it was after it was closed, and keeps what was decided', async () => {
				const own = await place.make();
				let first = await openTestNode(own, { clock: on.clock });
				try {
					const before = stageOf(first);
					const many = Array.from({ length: 1_200 }, (_, number) => ({
						...stranger,
						passport: `P${number}`,
					}));
					await before.send(passengerList('KM101/1', [...many, viktor, leyla]));
					await before.load('word', ownList(LEYLA));
					const { id } = await before.onlyHit();
					await first.screening.decideHit({ id, decision: 'dismiss', reason: 'not her' }, ANALYST);
					await first.screening.loadList(
						{ list: 'watch', activate: true },
						bytesOf(ownList(VIKTOR)),
						ANALYST,
					);
					await first.close();
					first = await openTestNode(own, { clock: on.clock });
					await first.screening.catchUp();
					const after = stageOf(first);
					await after.send(passengerList('KM101/2', [{ ...leyla, seat: '1A' }]));
					expect((await after.standing()).map((text) => text.slice(0, 8))).toEqual(['W-1 open', 'W-2 dism']);
					expect((await first.screening.listLists()).map((list) => list.rescreening)).toEqual([null, null]);
				} finally {
					await first.close();
					await own.dispose();
				}
			});

			it('keeps several processes of one database on the same lists', async (context) => {
				const own = await place.make();
				const beside = await place.make();
				const nodes: OpenNode[] = [];
				try {
					if (own.databaseUrl === undefined) return context.skip('one process owns the embedded database');
					for (const { folder } of [own, beside]) {
						// The processes of a node open its keys with the same secret.
						if (folder !== own.folder) await copyFile(join(own.folder, 'node.key'), join(folder, 'node.key'));
						nodes.push(await openTestNode({ folder, databaseUrl: own.databaseUrl }, { clock: on.clock }));
					}
					const [one, two] = nodes.map(stageOf);
					if (one === undefined || two === undefined) throw new Error('two nodes were opened');
					await one.load('watch', ownList(VIKTOR));
					await two.send(passengerList('KM101/1', [viktor, leyla]));
					expect((await one.standing()).map((text) => text.slice(0, 8))).toEqual(['W-1 open']);
					await Promise.all([
						two.load('watch', ownList(VIKTOR, LEYLA)),
						one.send(passengerList('KM102/1', [{ ...leyla, phone: '+35621000001' }])),
						two.send(passengerList('KM103/1', [{ ...leyla, phone: '+35621000002' }])),
					]);
					await Promise.all(nodes.map(({ screening }) => screening.catchUp()));
					expect((await one.standing()).map((text) => text.slice(0, 8))).toEqual([
						'W-1 open',
						'W-2 open',
						'W-2 open',
						'W-2 open',
					]);
				} finally {
					for (const node of nodes) await node.close();
					await own.dispose();
					await beside.dispose();
				}
			});
		},
	);
}

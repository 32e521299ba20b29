/**
 * What hits promise, on whatever database: they are raised as records arrive and explain themselves, and an analyst's word
 * holds until either side changes.
 */
import { describe, expect, it } from 'vitest';
import type { Purpose } from '../../contract/views-screening.ts';
import { bytesOf, type Place } from './databases.ts';
import {
	ANALYST,
	LEYLA,
	leyla,
	ownList,
	passengerList,
	stranger,
	useNode,
	VIKTOR,
	viktor,
} from './screening-stage.ts';

const DAY_MS = 86_400_000;

export function screeningConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`screening on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			const on = useNode(place);

			describe('hits', () => {
				it('raises a hit as a record arrives, and explains it', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					await on.send(passengerList('KM101/1', [viktor, stranger]));
					const hit = await on.onlyHit();
					expect(hit).toMatchObject({
						state: 'open',
						list: on.watch,
						purpose: 'travel',
						entry: { key: 'W-1', caption: 'Viktor Semyonovich KOROLENKO', kind: 'person' },
						instruction: { category: 'wanted-person', action: 'contact' },
						record: { kind: 'passenger-list', reference: expect.stringContaining('KM101') },
						records: 1,
					});
					const detail = await on.screening.readHit({ id: hit.id });
					expect(detail.explanation.names).toMatchObject({
						score: expect.any(Number),
						parts: expect.any(Array),
					});
					expect(detail.explanation.evidence.map((each) => each.feature)).toContain('born');
					expect(detail.entry.key).toBe('W-1');
					expect(detail.records).toMatchObject([{ place: expect.stringContaining('travellers[0]') }]);
					expect(detail.history).toMatchObject([{ what: 'raised', by: null }]);
				});

				it('raises one hit for one description, however many records have it', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					for (const flight of ['1', '2', '3']) await on.send(passengerList(`KM101/${flight}`, [viktor]));
					expect(await on.onlyHit()).toMatchObject({ records: 3 });
				});

				it('finds by a number where the name says nothing', async () => {
					await on.load(on.watch, ownList(LEYLA));
					await on.send(
						passengerList('KM101/1', [
							{ ...stranger, passport: 'N 7751203' },
							{ ...stranger, passport: 'N7751299' },
						]),
					);
					expect((await on.hits()).map((each) => each.entry.key)).toEqual(['W-2']);
				});

				it('filters hits by state, list, record, entry, score and what is asked for', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.load(on.other, ownList(LEYLA));
					await on.send(passengerList('KM101/1', [viktor]), passengerList('KM102/1', [leyla]));
					const keys = async (more: object) =>
						(await on.screening.listHits({ limit: 10, ...more })).items.map((hit) => hit.entry.key).sort();
					expect(await keys({})).toEqual(['W-1', 'W-2']);
					expect(await keys({ list: on.other })).toEqual(['W-2']);
					expect(await keys({ entry: 'W-1' })).toEqual(['W-1']);
					expect(await keys({ state: 'dismissed' })).toEqual([]);
					expect(await keys({ purpose: 'goods' })).toEqual([]);
					// Each entry asks for something of its own; then the list for all that say nothing.
					expect(await keys({ action: 'discreet-check' })).toEqual(['W-2']);
					expect(await keys({ action: 'seize' })).toEqual([]);
					expect((await on.screening.listLists())[0]?.versions).toMatchObject([
						{ version: 1, state: 'active' },
					]);
					expect(await keys({ minimumScore: 1 })).toEqual(
						(await on.hits())
							.filter((hit) => hit.score >= 1)
							.map((hit) => hit.entry.key)
							.sort(),
					);
					const [hit] = await on.hits({ list: on.watch });
					expect(await keys({ record: hit?.record?.id ?? '' })).toEqual(['W-1']);
					const first = await on.screening.listHits({ limit: 1 });
					const second = await on.screening.listHits({ limit: 1, after: first.next ?? '' });
					expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
					expect(first.total).toBe(2);
				});
			});

			describe('an analyst’s word', () => {
				const dismiss = (id: string, reason = 'another person: born elsewhere') =>
					on.screening.decideHit({ id, decision: 'dismiss', reason }, ANALYST);

				it('stays with its reason, and can be taken back', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor]));
					const { id } = await on.onlyHit();
					expect(await dismiss(id)).toMatchObject({
						state: 'dismissed',
						reason: 'another person: born elsewhere',
						decidedBy: ANALYST.name,
					});
					await expect(dismiss(id)).rejects.toMatchObject({ code: 'conflict' });
					expect(
						await on.screening.decideHit({ id, decision: 'reopen', reason: 'looked again' }, ANALYST),
					).toMatchObject({ state: 'open' });
					expect(
						await on.screening.decideHit({ id, decision: 'confirm', reason: 'it is him' }, ANALYST),
					).toMatchObject({ state: 'confirmed' });
					expect(await on.history(id)).toEqual(['raised', 'dismissed', 'reopened', 'confirmed']);
					await expect(
						on.screening.decideHit(
							{ id: '00000000-0000-7000-8000-000000000000', decision: 'confirm', reason: 'nobody' },
							ANALYST,
						),
					).rejects.toMatchObject({ code: 'not-found' });
				});

				it('holds for the same person in later records, also after a re-screening', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor]));
					await dismiss((await on.onlyHit()).id);
					await on.send(passengerList('KM101/2', [{ ...viktor, seat: '14C' }]));
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					await on.load(on.other, ownList(LEYLA));
					expect((await on.hits()).map((hit) => hit.state)).toEqual(['dismissed']);
				});

				it('ends when the record says something else, and says so', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor]));
					await dismiss((await on.onlyHit()).id);
					await on.send(passengerList('KM101/2', [{ ...viktor, passport: '799999999' }]));
					const [open] = await on.hits({ state: 'open' });
					expect(open?.reason).toContain(ANALYST.name);
					expect(open?.reason).toContain('born elsewhere');
					expect((await on.hits({ state: 'dismissed' })).length).toBe(1);
				});

				it('ends when the entry changes, and says so', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					await on.send(passengerList('KM101/1', [viktor]));
					const { id } = await on.onlyHit();
					await dismiss(id);
					await on.load(on.watch, ownList(VIKTOR, LEYLA.replace('1984-11-30', '1984-12-01')));
					expect((await on.onlyHit()).state).toBe('dismissed');
					await on.load(on.watch, ownList(VIKTOR.replace(',,1971', ',Vitya Korolenko,1971'), LEYLA));
					expect(await on.onlyHit()).toMatchObject({
						state: 'open',
						reason: expect.stringMatching(/entry changed.*born elsewhere/),
					});
					expect(await on.history(id)).toEqual(['raised', 'dismissed', 'dismissal-ended']);
					// And it does not come back by itself for the next record.
					await on.send(passengerList('KM101/2', [{ ...viktor, seat: '9A' }]));
					expect((await on.hits()).map((hit) => hit.state)).toEqual(['open']);
				});

				it('ends when the entry leaves the list and comes back', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					await on.send(passengerList('KM101/1', [viktor]));
					const { id } = await on.onlyHit();
					await dismiss(id);
					await on.load(on.watch, ownList(LEYLA));
					expect((await on.onlyHit()).state).toBe('withdrawn');
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					expect((await on.onlyHit()).state).toBe('open');
				});

				it('is about everybody of whom records say the same, until one of them is confirmed', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(
						passengerList('KM101/1', [{ ...viktor, phone: '+35621000001' }]),
						passengerList('KM102/1', [{ ...viktor, phone: '+35621000002' }]),
					);
					const [first] = await on.hits();
					await dismiss(first?.id ?? '');
					await on.send(passengerList('KM103/1', [{ ...viktor, phone: '+35621000003' }]));
					expect((await on.hits()).map((hit) => hit.state)).toEqual(['dismissed', 'dismissed', 'dismissed']);
					await on.screening.decideHit(
						{ id: first?.id ?? '', decision: 'confirm', reason: 'it was him after all' },
						ANALYST,
					);
					expect((await on.hits()).map((hit) => hit.state).sort()).toEqual(['confirmed', 'open', 'open']);
					await on.send(passengerList('KM104/1', [{ ...viktor, phone: '+35621000004' }]));
					expect((await on.hits({ state: 'dismissed' })).length).toBe(0);
				});

				it('says that it ended where the entry changes before the record comes', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor]));
					await dismiss((await on.onlyHit()).id);
					// Both change at once: what was stored is looked at again after the new record is screened.
					await on.screening.loadList(
						{ list: on.watch, activate: true },
						bytesOf(ownList(VIKTOR.replace(',,1971', ',Vitya Korolenko,1971'))),
						ANALYST,
					);
					await on.send(passengerList('KM101/2', [{ ...viktor, phone: '+35621000001' }]));
					await on.screening.catchUp();
					const open = await on.hits({ state: 'open' });
					expect(open.length).toBe(2);
				});

				it('is about one entry of one list', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.load(on.other, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor]));
					const [hit] = await on.hits({ list: on.watch });
					await dismiss(hit?.id ?? '');
					expect((await on.hits({ state: 'open' })).map((each) => each.list)).toEqual([on.other]);
				});
			});

			describe('thresholds', () => {
				it('withdraws what falls below, and raises what reaches again', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [{ ...viktor, given: 'VIKTOR', born: '1971-04-19' }]));
					const { id, score } = await on.onlyHit();
					const set = async (travel: number | undefined) => {
						const [before] = await on.screening.listLists();
						const { travel: _, ...rest } = before?.thresholds ?? {};
						const list = await on.screening.changeList(
							{ list: on.watch, thresholds: travel === undefined ? rest : { ...rest, travel } },
							ANALYST,
						);
						await on.screening.catchUp();
						return list;
					};
					await set(Math.min(1, score + 0.02));
					expect(await on.onlyHit()).toMatchObject({
						state: 'withdrawn',
						reason: expect.stringContaining('threshold'),
					});
					await set(score - 0.02);
					expect((await on.onlyHit()).state).toBe('open');
					await set(undefined);
					expect(await on.onlyHit()).toMatchObject({
						state: 'withdrawn',
						reason: expect.stringContaining('travel'),
					});
					expect(await on.history(id)).toEqual(['raised', 'withdrawn', 'raised', 'withdrawn']);
					await on.send(passengerList('KM102/1', [{ ...viktor, passport: '88' }]));
					expect((await on.hits({ state: 'open' })).length).toBe(0);
				});

				it('asks a list only for the purposes that it is for', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.screening.changeList({ list: on.watch, thresholds: { goods: 0.7 } }, ANALYST);
					await on.send(passengerList('KM101/1', [viktor]));
					expect(await on.hits()).toEqual([]);
					const ask = (purpose: Purpose) =>
						on.screening.screen({
							kind: 'any',
							name: 'Viktor Korolenko',
							born: '1971-04-09',
							purpose,
							limit: 5,
						});
					expect((await ask('goods')).hits.map((hit) => hit.entry.key)).toEqual(['W-1']);
					expect((await ask('travel')).hits).toEqual([]);
				});
			});

			describe('preview', () => {
				it('says what a version and a threshold would raise, day by day, and changes nothing', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.send(passengerList('KM101/1', [viktor, leyla]));
					on.clock.advance(2 * DAY_MS);
					await on.send(passengerList('KM101/2', [{ ...leyla, passport: 'N7751204' }, stranger]));
					await on.load(on.watch, ownList(VIKTOR, LEYLA), { activate: false });
					const before = await on.standing();
					const preview = await on.screening.previewList({ list: on.watch, days: 14 });
					expect(preview).toMatchObject({ version: 2, days: 14, complete: true });
					const sum = (member: 'hits' | 'now'): number =>
						preview.byDay.reduce((total, day) => total + day[member], 0);
					expect(sum('hits')).toBe(3);
					expect(sum('now')).toBe(1);
					expect(new Set(preview.byDay.map(({ day }) => day)).size).toBe(2);
					expect(preview.examples.length).toBe(3);
					const steps = preview.byThreshold.map(({ hitsPerDay }) => hitsPerDay);
					expect(steps).toEqual([...steps].sort((a, b) => b - a));
					const strict = await on.screening.previewList({ list: on.watch, threshold: 1, days: 14 });
					expect(strict.byDay.reduce((total, day) => total + day.hits, 0)).toBeLessThanOrEqual(3);
					const recent = await on.screening.previewList({ list: on.watch, days: 1 });
					expect(recent.byDay.reduce((total, day) => total + day.hits, 0)).toBe(1);
					expect(await on.standing()).toEqual(before);
					await expect(on.screening.previewList({ list: 'none', days: 1 })).rejects.toMatchObject({
						code: 'not-found',
					});
				});
			});

			describe('questions', () => {
				it('answers one, in any script, from the lists that are named', async () => {
					await on.load(on.watch, ownList(VIKTOR));
					await on.load(on.other, ownList(LEYLA));
					const ask = (more: object) =>
						on.screening.screen({ kind: 'any', purpose: 'enquiry', limit: 5, ...more });
					const answer = await ask({ name: 'Виктор Короленко', born: '1971', nationality: 'Russia' });
					expect(answer.hits).toMatchObject([
						{ list: on.watch, reaches: true, caption: 'Viktor Semyonovich KOROLENKO', entry: { key: 'W-1' } },
					]);
					expect(answer.lists).toMatchObject([
						{ list: on.other, version: 1, entries: 1 },
						{ list: on.watch, version: 1, entries: 1 },
					]);
					expect((await ask({ name: 'Виктор Короленко', lists: on.other })).hits).toEqual([]);
					expect((await ask({ identifier: 'passport:N7751203' })).hits.map((hit) => hit.entry.key)).toEqual([
						'W-2',
					]);
					await expect(ask({ name: 'X', lists: 'none' })).rejects.toMatchObject({ code: 'invalid-input' });
					await expect(ask({})).rejects.toMatchObject({ code: 'invalid-input' });
					expect(await on.hits()).toEqual([]);
				});

				it('answers a file row by row', async () => {
					await on.load(on.watch, ownList(VIKTOR, LEYLA));
					const ask = async (body: string, more: object = {}): Promise<string> => {
						let text = '';
						for await (const part of on.screening.answerBatch(
							{ purpose: 'enquiry', answer: 'json-lines', all: true, ...more },
							bytesOf(body),
						))
							text += part;
						return text;
					};
					const body = 'name;date of birth\nVIKTOR KOROLENKO;09.04.1971\nCARMEN MONTEBELLO;1990-01-02\n';
					const rows = (await ask(body))
						.trim()
						.split('\n')
						.map((line): unknown => JSON.parse(line));
					expect(rows).toMatchObject([
						{ line: 2, hits: [{ list: on.watch, entry: 'W-1' }] },
						{ line: 3, hits: [] },
					]);
					const csv = await ask(body, { answer: 'csv', all: false });
					expect(csv.trim().split('\n').length).toBe(2);
					await expect(ask('colour;shape\nred;round\n')).rejects.toMatchObject({ code: 'unreadable' });
				});
			});
		},
	);
}

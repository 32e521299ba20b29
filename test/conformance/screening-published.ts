/**
 * The published lists, version after version, as a node lives through them: loaded, changed, and screened against.
 */
import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenNode } from '../../src/server/open-node.ts';
import { openTestNode, type Place, testClock } from './databases.ts';
import { type Passenger, passengerList, stageOf, stranger } from './screening-stage.ts';

const data = new URL('../../../shared/data/screening/', import.meta.url);

const ofac = (year: string): Uint8Array =>
	zipSync(
		Object.fromEntries(
			['sdn.csv', 'add.csv', 'alt.csv'].map((name) => [
				name,
				strToU8(readFileSync(new URL(`ofac/${year}/${name}`, data), 'latin1')),
			]),
		),
		{ level: 1 },
	);
const un = (year: string): Uint8Array => readFileSync(new URL(`un/consolidated-${year}.xml`, data));

export function publishedListsConformance(place: Place): void {
	const skipped = place.skipped ?? (existsSync(data) ? undefined : 'the published lists are not there');
	describe.skipIf(skipped !== undefined)(
		`published lists on ${place.name}${skipped === undefined ? '' : ` (skipped: ${skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let node: OpenNode;
			let stage: ReturnType<typeof stageOf>;

			beforeAll(async () => {
				at = await place.make();
				node = await openTestNode(at, { clock: testClock() });
				stage = stageOf(node);
			});
			afterAll(async () => {
				await node.close();
				await at.dispose();
			});

			it('loads one year after the other, and follows with its hits', { timeout: 300_000 }, async () => {
				const first = await stage.load('ofac', ofac('2019'), { file: 'ofac.zip' });
				expect(first.version).toMatchObject({ version: 1, problems: 0 });
				expect(first.version.entries).toBeGreaterThan(7_000);
				await stage.load('un', un('2020'));

				// Of both lists, one entry that stays, one that goes and one that comes, taken from the lists themselves.
				const staged = await stage.load('ofac', ofac('2021'), { activate: false });
				expect(staged.version.added).toBeGreaterThan(1_000);
				const entryOf = async (
					list: string,
					change: 'added' | 'removed',
				): Promise<Passenger & { key: string }> => {
					for (let after = ''; ; ) {
						const page = await node.screening.diffList({ list, from: 1, to: 2, change, after, limit: 500 });
						for (const { key, kind } of page.items) {
							if (kind !== 'person') continue;
							const [body] = (
								await node.database.kysely
									.selectFrom('list_entry')
									.select('body')
									.where('list', '=', list)
									.where('key', '=', key)
									.execute()
							).map((row): unknown => JSON.parse(row.body));
							const person = passengerOf(body);
							if (person !== undefined) return { ...person, key };
						}
						if (page.next === null) throw new Error(`no ${change} person with a name and a date of birth`);
						after = page.next;
					}
				};
				const comes = await entryOf('ofac', 'added');
				const goes = await entryOf('ofac', 'removed');
				await stage.send(passengerList('KM101/1', [comes, goes, stranger]));
				const keys = async (state: 'open' | 'withdrawn'): Promise<string[]> =>
					(await stage.hits({ list: 'ofac', state })).map((hit) => hit.entry.key);
				expect(await keys('open')).toContain(goes.key);
				expect(await keys('open')).not.toContain(comes.key);

				const preview = await node.screening.previewList({ list: 'ofac', days: 7 });
				expect(preview.version).toBe(2);
				await node.screening.activateList({ list: 'ofac', version: 2 }, { id: 'a', name: 'a' });
				await node.screening.catchUp();
				expect(await keys('open')).toContain(comes.key);
				expect(await keys('withdrawn')).toContain(goes.key);

				const second = await stage.load('un', un('2026'));
				expect(second.version).toMatchObject({
					version: 2,
					problems: 0,
					publishedAt: '2026-02-27T00:00:09.554Z',
				});
				const { added, changed, removed } = await node.screening.diffList({ list: 'un', limit: 1 });
				expect({ added, changed, removed }).toEqual({
					added: second.version.added,
					changed: second.version.changed,
					removed: second.version.removed,
				});
				expect(await stage.load('un', un('2026'))).toMatchObject({ known: true });
			});

			it('finds a listed person by a name in another script', async () => {
				const answer = await node.screening.screen({
					kind: 'person',
					name: 'أيمن الظواهري',
					born: '1951-06-19',
					purpose: 'enquiry',
					limit: 10,
				});
				expect(answer.hits.map((hit) => hit.list)).toContain('ofac');
			});
		},
	);
}

/** A traveller who says exactly what an entry says of a person. */
function passengerOf(body: unknown): Passenger | undefined {
	if (typeof body !== 'object' || body === null || !('names' in body) || !('born' in body)) return undefined;
	const { names, born } = body;
	if (!Array.isArray(names) || !Array.isArray(born)) return undefined;
	const [name] = names;
	const [date] = born;
	return typeof name?.family === 'string' && typeof name.given === 'string' && date?.from?.length === 10
		? { family: name.family, given: name.given, born: date.from }
		: undefined;
}

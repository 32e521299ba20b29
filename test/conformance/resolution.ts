/**
 * What resolution promises, on whatever database: mentions become entities, a person's word goes before the model's, what
 * was merged splits back under its own identifier, noise links nobody, work goes on where it was after a crash.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from './databases.ts';
import { ANALYST, anna, openWorld, type World } from './resolution-world.ts';

export function resolutionConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`resolution on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let world: World;
			beforeEach(async () => {
				world = await openWorld(place);
			});
			afterEach(async () => {
				await world.close();
			});

			const page = { limit: 100 };

			it('joins what is one and leaves apart what is not', async () => {
				const [first] = await world.add('T-1', [
					anna({ identifiers: [{ scheme: 'passport', value: 'L898902C', issuer: 'SE' }] }),
				]);
				const [second] = await world.add('T-2', [
					anna({
						names: [{ full: 'ERIKSSON ANNA' }],
						identifiers: [{ scheme: 'passport', value: 'L898902C', issuer: 'SE' }],
					}),
				]);
				const [other] = await world.add('T-3', [
					{
						...anna(),
						names: [{ full: 'Boris Nilsson', family: 'Nilsson', given: 'Boris' }],
						born: '1990-01-02',
					},
				]);
				expect(await world.resolution.catchUp()).toBe(3);
				expect(await world.resolution.catchUp()).toBe(0);
				const [a, b, c] = await world.entitiesOf([first, second, other]);
				expect(a).toBe(b);
				expect(c).not.toBe(a);
				const detail = await world.resolution.readEntity({ id: a ?? '' });
				expect(detail.summary).toMatchObject({ kind: 'person', mentions: 2, records: 2 });
				expect(detail.judgements).toMatchObject([{ verdict: 'same', by: 'identifier', undoneAt: null }]);
				expect(detail.judgements[0]?.evidence.length).toBeGreaterThan(0);
			});

			it('gives the entity of a record’s mentions once they are resolved, and null before', async () => {
				await world.add('T-1', [anna()]);
				const record = world.recordOf('T-1');
				expect(await world.resolution.listRecordEntities({ id: record })).toMatchObject([{ entity: null }]);
				await world.resolution.catchUp();
				expect(await world.resolution.listRecordEntities({ id: record })).toMatchObject([
					{ caption: 'Anna Maria Eriksson', entity: { kind: 'person', records: 1 } },
				]);
				await expect(world.resolution.listRecordEntities({ id: ANALYST.id })).rejects.toMatchObject({
					code: 'not-found',
				});
			});

			it('knows vessels by their IMO number, plates by number and country, accounts by number', async () => {
				const imo = (value: string, name: string) => ({
					kind: 'vessel' as const,
					names: [{ full: name }],
					countries: ['PA'],
					identifiers: [{ scheme: 'imo', value }],
				});
				const ships = await world.add('T-1', [
					imo('9811000', 'EVER GIVEN'),
					imo('9811000', 'EVER GLORY'),
					imo('9811012', 'EVER GIVEN'),
				]);
				const plate = (issuer?: string) => ({
					kind: 'vehicle' as const,
					names: [],
					identifiers: [{ scheme: 'plate', value: 'AB12345', ...(issuer === undefined ? {} : { issuer }) }],
				});
				const cars = await world.add('T-2', [
					plate('NO'),
					plate('DK'),
					{ ...plate('NO'), countries: ['NO'] },
				]);
				const accounts = await world.add('T-3', [
					{
						kind: 'account',
						names: [],
						identifiers: [{ scheme: 'iban', value: 'MT84MALT011000012345MTLCAST001S' }],
					},
					{
						kind: 'account',
						names: [{ full: 'Quay' }],
						identifiers: [{ scheme: 'iban', value: 'MT84MALT011000012345MTLCAST001S' }],
					},
				]);
				await world.resolution.catchUp();
				const [one, two, three] = await world.entitiesOf(ships);
				expect(two).toBe(one);
				expect(three).not.toBe(one);
				const [norse, danish, again] = await world.entitiesOf(cars);
				expect(again).toBe(norse);
				expect(danish).not.toBe(norse);
				expect(new Set(await world.entitiesOf(accounts)).size).toBe(1);
			});

			it('makes entities of addresses, and connects who is there', async () => {
				const at = (street: string) => ({
					addresses: [{ street, city: 'Oslo', postcode: '0155', country: 'NO' }],
				});
				const [one] = await world.add('T-1', [
					{
						kind: 'organisation',
						names: [{ full: 'Nordvik Handel AS' }],
						identifiers: [],
						...at('Storgata 17'),
					},
				]);
				const [two] = await world.add('T-2', [
					{
						kind: 'organisation',
						names: [{ full: 'Fjord Import AS' }],
						identifiers: [],
						...at('Stor gata 17'),
					},
				]);
				await world.resolution.catchUp();
				const [a, b] = (await world.entitiesOf([one, two])).map((id) => id ?? '');
				expect(a).not.toBe(b);
				const { items } = await world.resolution.listEntities({ ...page, kind: 'address' });
				expect(items).toHaveLength(1);
				expect(items[0]).toMatchObject({ mentions: 2, records: 2 });
				const detail = await world.resolution.readEntity({ id: a ?? '' });
				expect(detail.connected.map(({ id, how }) => [id, how])).toEqual(
					expect.arrayContaining([
						[items[0]?.id, 'has the address'],
						[b, 'shares the address'],
					]),
				);
				const timeline = await world.resolution.listEntityRecords({ id: items[0]?.id ?? '', ...page });
				expect(timeline.items.map(({ reference }) => reference)).toEqual(['T-2', 'T-1']);
			});

			it('finds entities by a name written anyhow and by a number', async () => {
				await world.add('T-1', [
					{ kind: 'person', names: [{ full: 'Мария Иванова' }], born: '1985-01-01', identifiers: [] },
					{
						kind: 'organisation',
						names: [{ full: 'Nordvik Handel AS' }],
						identifiers: [{ scheme: 'eori', value: 'NO912345678' }],
					},
				]);
				await world.resolution.catchUp();
				const found = async (search: string, more = {}) =>
					(await world.resolution.listEntities({ search, ...page, ...more })).items.map(
						({ caption }) => caption,
					);
				expect(await found('Maria Ivanova')).toEqual(['Мария Иванова']);
				expect(await found('handel nordvik')).toEqual(['Nordvik Handel AS']);
				expect(await found('no 912 345 678')).toEqual(['Nordvik Handel AS']);
				expect(await found('no 912 345 678', { kind: 'person' })).toEqual([]);
				expect(await found('Zebedee Quux')).toEqual([]);
				const { items } = await world.resolution.listEntities(page);
				expect((await found(items[0]?.id ?? ''))[0]).toBe(items[0]?.caption);
			});

			it('pages through entities and through a timeline', async () => {
				for (let at = 0; at < 7; at++)
					await world.add(`T-${at}`, [
						anna(),
						{
							kind: 'equipment',
							names: [],
							identifiers: [{ scheme: 'container', value: `CSQU305438${at}` }],
						},
					]);
				await world.resolution.catchUp();
				const seen: string[] = [];
				let after: string | undefined;
				do {
					const list = await world.resolution.listEntities({
						kind: 'equipment',
						limit: 3,
						...(after === undefined ? {} : { after }),
					});
					if (after === undefined) expect(list.total).toBe(7);
					seen.push(...list.items.map(({ id }) => id));
					after = list.next ?? undefined;
				} while (after !== undefined);
				expect(new Set(seen).size).toBe(7);
				const [person] = (await world.resolution.listEntities({ kind: 'person', limit: 10 })).items;
				expect(person).toMatchObject({ records: 7, mentions: 1 });
				const references: string[] = [];
				do {
					const list = await world.resolution.listEntityRecords({
						id: person?.id ?? '',
						limit: 2,
						...(after === undefined ? {} : { after }),
					});
					references.push(...list.items.map(({ reference }) => reference));
					after = list.next ?? undefined;
				} while (after !== undefined);
				expect(references).toEqual(['T-6', 'T-5', 'T-4', 'T-3', 'T-2', 'T-1', 'T-0']);
				await expect(world.resolution.listEntities({ after: 'nonsense', limit: 1 })).rejects.toMatchObject({
					code: 'invalid-input',
				});
			});

			it('caps a value that many different names share, shows it, and takes back what it linked', async () => {
				const firm = (name: string, street?: string) => ({
					kind: 'organisation' as const,
					names: [{ full: name }],
					identifiers: [{ scheme: 'tax', value: 'MT00000017' }],
					...(street === undefined ? {} : { countries: ['MT'] }),
				});
				const [first] = await world.add('T-1', [firm('Harbour Shipping')]);
				const [second] = await world.add('T-2', [firm('Quayside Brokers')]);
				await world.resolution.catchUp();
				const names = [
					'Blue Anchor',
					'Seagull Foods',
					'Limestone Tools',
					'Vela Textiles',
					'Orion Paper',
					'Mdina Glass',
				];
				for (const name of names) await world.add(name, [firm(name)]);
				await world.resolution.catchUp();
				const status = await world.resolution.readResolution();
				expect(status.capped).toMatchObject([{ kind: 'identifier', value: 'MT00000017', cap: 5 }]);
				const [a, b] = await world.entitiesOf([first, second]);
				expect(a).not.toBe(b);
				const detail = await world.resolution.readEntity({ id: a ?? '' });
				expect(detail.capped).toMatchObject([{ value: 'MT00000017' }]);
				expect(status.waiting).toBe(0);
			});

			it('goes on after a failure in the middle, and gives the same entities however often it is asked', async () => {
				const keys = [];
				for (let at = 0; at < 40; at++)
					keys.push(
						...(await world.add(`T-${at}`, [
							anna({
								identifiers: [{ scheme: 'passport', value: `P77700${at % 8}`, issuer: 'SE' }],
								birthPlace: `Town ${at}`,
							}),
						])),
					);
				world.failNextWrite();
				await expect(world.resolution.catchUp()).rejects.toThrow();
				await world.resolution.catchUp();
				const before = await world.entitiesOf(keys);
				const counts = await world.resolution.readResolution();
				await world.reopen();
				expect(await world.resolution.catchUp()).toBe(0);
				expect(await world.entitiesOf(keys)).toEqual(before);
				expect(await world.resolution.readResolution()).toEqual(counts);
				expect(counts).toMatchObject({ mentions: 40, waiting: 0, entities: new Set(before).size });
			});

			it('counts what it says it counts', async () => {
				for (let at = 0; at < 30; at++)
					await world.add(`T-${at}`, [
						anna({
							identifiers: [{ scheme: 'passport', value: `P77700${at % 3}`, issuer: 'SE' }],
							birthPlace: `Town ${at}`,
						}),
					]);
				await world.resolution.catchUp();
				const counted = await world.count();
				expect(await world.resolution.readResolution()).toMatchObject(counted);
			});

			it('wakes up by itself, and closes in the middle of work', async () => {
				await world.add('T-1', [anna()]);
				world.resolution.wake();
				await expect
					.poll(async () => (await world.resolution.readResolution()).waiting, { timeout: 5_000 })
					.toBe(0);
				for (let at = 0; at < 50; at++) await world.add(`U-${at}`, [anna({ birthPlace: `Town ${at}` })]);
				world.resolution.wake();
				await world.resolution.close();
			});
		},
	);
}

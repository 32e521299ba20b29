/**
 * What resolution promises, on whatever database: mentions become entities, a person's word goes before the model's, what
 * was merged splits back under its own identifier, noise links nobody, work goes on where it was after a crash.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from './databases.ts';
import type { Page } from './resolution-world.ts';
import { openWorld, type World } from './resolution-world.ts';

const ANALYST = { id: '018f0000-0000-7000-8000-000000000001', name: 'A. Analyst' };

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

			const anna = (more: object = {}) => ({
				kind: 'person' as const,
				names: [{ full: 'Anna Maria Eriksson', family: 'Eriksson', given: 'Anna Maria' }],
				born: '1974-08-12',
				identifiers: [],
				...more,
			});
			const page: Page = { limit: 100 };

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

			it('merges by a person’s word, and splits back under the former identifiers when it is taken back', async () => {
				const [one] = await world.add('T-1', [anna()]);
				const [two] = await world.add('T-2', [
					{ kind: 'person', names: [{ full: 'Carla Bruni' }], born: '1980-02-03', identifiers: [] },
				]);
				await world.resolution.catchUp();
				const before = await world.entitiesOf([one, two]);
				const said = await world.resolution.judge(
					{ left: one ?? '', right: two ?? '', verdict: 'same', reason: 'Seen together.' },
					ANALYST,
				);
				expect(said.leftEntity).toBe(said.rightEntity);
				expect(said.judgement).toMatchObject({ verdict: 'same', by: 'person', judge: 'A. Analyst' });
				// The identifier that was merged answers with the entity that it became.
				for (const id of before)
					expect((await world.resolution.readEntity({ id: id ?? '' })).summary.id).toBe(said.leftEntity);
				const undone = await world.resolution.undoJudgement(
					{ id: said.judgement.id, reason: 'It was the sister.' },
					ANALYST,
				);
				expect([undone.leftEntity, undone.rightEntity].sort()).toEqual([...before].sort());
				expect(await world.entitiesOf([one, two])).toEqual(before);
				expect(undone.judgement).toMatchObject({
					undoneBy: 'A. Analyst',
					undoneReason: 'It was the sister.',
				});
				const detail = await world.resolution.readEntity({ id: before[0] ?? '' });
				expect(detail.history.map(({ what }) => what)).toContain('merged');
				await expect(
					world.resolution.undoJudgement({ id: said.judgement.id, reason: 'Again.' }, ANALYST),
				).rejects.toMatchObject({ code: 'conflict' });
			});

			it('never joins what a person called different, also not by what comes later', async () => {
				const passport = { identifiers: [{ scheme: 'passport', value: 'P1234567', issuer: 'SE' }] };
				const [one] = await world.add('T-1', [anna(passport)]);
				const [two] = await world.add('T-2', [anna({ ...passport, sex: 'female' })]);
				await world.resolution.catchUp();
				expect(new Set(await world.entitiesOf([one, two])).size).toBe(1);
				await world.resolution.judge(
					{ left: one ?? '', right: two ?? '', verdict: 'different', reason: 'Twins on one document.' },
					ANALYST,
				);
				expect(new Set(await world.entitiesOf([one, two])).size).toBe(2);
				const [three] = await world.add('T-3', [anna({ ...passport, birthPlace: 'Malmö' })]);
				await world.resolution.catchUp();
				const [a, b, c] = await world.entitiesOf([one, two, three]);
				expect(a).not.toBe(b);
				expect([a, b]).toContain(c);
				await expect(
					world.resolution.judge(
						{
							left: one ?? '',
							right: three ?? '',
							verdict: c === a ? 'same' : 'unsure',
							reason: 'So it is.',
						},
						ANALYST,
					),
				).resolves.toBeDefined();
			});

			it('refuses a word that contradicts another person’s word', async () => {
				const keys = [];
				for (const name of ['Ada Lovelace', 'Grace Hopper', 'Mary Somerville'])
					keys.push(
						...(await world.add(name, [{ kind: 'person', names: [{ full: name }], identifiers: [] }])),
					);
				await world.resolution.catchUp();
				const [a = '', b = '', c = ''] = keys;
				const say = (left: string, right: string, verdict: 'same' | 'different') =>
					world.resolution.judge({ left, right, verdict, reason: 'Because.' }, ANALYST);
				await say(a, b, 'same');
				await say(b, c, 'same');
				await expect(say(a, c, 'different')).rejects.toMatchObject({ code: 'conflict' });
				expect(new Set(await world.entitiesOf(keys)).size).toBe(1);
				await expect(say(a, ANALYST.id, 'same')).rejects.toMatchObject({ code: 'not-found' });
				await expect(say(a, a, 'same')).rejects.toMatchObject({ code: 'invalid-input' });
			});

			it('keeps a ship and a person apart, whoever says otherwise', async () => {
				const [person] = await world.add('T-1', [anna()]);
				const [vessel] = await world.add('T-2', [
					{
						kind: 'vessel',
						names: [{ full: 'Anna Maria' }],
						identifiers: [{ scheme: 'imo', value: '9811000' }],
					},
				]);
				await world.resolution.catchUp();
				await expect(
					world.resolution.judge(
						{ left: person ?? '', right: vessel ?? '', verdict: 'same', reason: 'Same name.' },
						ANALYST,
					),
				).rejects.toMatchObject({ code: 'invalid-input' });
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

			it('resolves again without changing identifiers, keeps persons’ words, and says when it is done', async () => {
				const keys = [];
				for (let at = 0; at < 12; at++)
					keys.push(
						...(await world.add(`T-${at}`, [
							anna({
								identifiers: [{ scheme: 'passport', value: `P77700${at % 3}`, issuer: 'SE' }],
								birthPlace: `Town ${at}`,
							}),
						])),
					);
				await world.resolution.catchUp();
				await world.resolution.judge(
					{ left: keys[0] ?? '', right: keys[3] ?? '', verdict: 'different', reason: 'Not she.' },
					ANALYST,
				);
				const before = await world.entitiesOf(keys);
				expect((await world.resolution.runResolution({ estimate: false })).run?.state).toBe('running');
				await expect(world.resolution.runResolution({ estimate: false })).rejects.toMatchObject({
					code: 'conflict',
				});
				await world.resolution.catchUp();
				expect(await world.entitiesOf(keys)).toEqual(before);
				const { run, judgements } = await world.resolution.readResolution();
				expect(run).toMatchObject({ state: 'done', done: 1 });
				expect(judgements.person).toBe(1);
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

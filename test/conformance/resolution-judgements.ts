/**
 * What a person's word does, on whatever database: it goes before the model's, it can be taken back, it is never
 * contradicted unseen, and it outlives a new resolution of everything.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from './databases.ts';
import { ANALYST, anna, openWorld, type World } from './resolution-world.ts';

export function judgementConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`judgements on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let world: World;
			beforeEach(async () => {
				world = await openWorld(place);
			});
			afterEach(async () => {
				await world.close();
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
		},
	);
}

/**
 * What targeting promises on the line, on whatever database: every record has a lane and its reasons, chance is recorded,
 * places are not exceeded.
 */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../contract/rules.ts';
import type { LaneSettings } from '../../contract/views-targeting.ts';
import { openDrawing } from '../../src/targeting/lanes/draw.ts';
import { documentKey } from '../../src/values/content-key.ts';
import { bytesOf, type Place } from './databases.ts';
import { declaration, faulty, OFFICER, SUPERVISOR, useTargeting } from './targeting-stage.ts';

const SEAL_RULE: Rule = {
	id: 'seal-was-broken',
	title: 'Seal was broken',
	reason: 'The seal of {movement.thing} was found {movement.sealState}.',
	legalBasis: 'Customs Act, section 12',
	source: 'experience of an analyst',
	owner: 'targeting centre',
	subject: 'movement-event',
	when: 'movement.sealState == "broken"',
	effect: { kind: 'lane', lane: 'red', mandatory: false },
	validFrom: '2026-03-01',
	validUntil: '2026-12-31',
	offices: [],
	tests: [
		{ name: 'broken', facts: { 'movement.sealState': 'broken' }, answers: {}, fires: true },
		{ name: 'intact', facts: { 'movement.sealState': 'intact' }, answers: {}, fires: false },
	],
};

const sealCheck = (reference: string, state: string): object => ({
	kind: 'movement-event',
	reference,
	type: 'seal',
	at: '2026-03-01T06:00:00Z',
	subject: { type: 'container', id: 'MSCU1234566' },
	source: 'gate',
	place: { unlocode: 'MTMLA' },
	seal: { number: 'AB123456', state },
});

export function targetingConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`targeting on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			const world = useTargeting(place);

			it('gives every record a lane with its reason, and shows what waits', async () => {
				await world.send(declaration('D-1'), faulty('D-2'));
				const { items, total } = await world.queue();
				expect(items.map(({ record }) => record.reference)).toContain('D-2');
				expect(total).toBe(items.length);
				const second = items.find(({ record }) => record.reference === 'D-2');
				expect(second).toMatchObject({
					lane: 'yellow',
					basis: 'validation',
					state: 'waiting',
					result: null,
					reasons: [expect.stringContaining('validation')],
				});
				const detail = await world.read('D-2');
				expect(detail).toMatchObject({
					laneReason: expect.stringContaining('error'),
					chance: { share: 0.001, drawn: false },
					overrides: [],
					outcomes: [],
				});
				const any = await world.queue({ state: 'any' });
				expect(any.items.map(({ record }) => record.reference).sort()).toEqual(['D-1', 'D-2']);
				await expect(
					world.node.targeting.readAssessment({ record: '00000000-0000-7000-8000-000000000000' }),
				).rejects.toMatchObject({ code: 'not-found' });
			});

			it('asks alerts before anything else, and a discreet check changes nothing that shows', async () => {
				await world.node.screening.loadList(
					{ list: 'own-goods', activate: true },
					bytesOf(
						'key,kind,name,aliases,born,nationality,passport,category,action\n' +
							'W-1,organisation,"Zanzibar Phantom Holdings Ltd",,,,,sanctions,seize\n' +
							'W-2,organisation,"Quiet Harbour Nominees Ltd",,,,,watch,discreet-check\n',
					),
					SUPERVISOR,
				);
				await world.node.screening.catchUp();
				const importer = (name: string) => ({
					parties: [
						{ role: 'importer', name, address: { city: 'Valletta', country: 'MT', lines: ['2 Quay'] } },
					],
				});
				await world.send(
					declaration('A-1', importer('Zanzibar Phantom Holdings Ltd')),
					declaration('A-2', importer('Quiet Harbour Nominees Ltd')),
				);
				expect((await world.read('A-1')).summary).toMatchObject({ lane: 'red', basis: 'mandatory' });
				const quiet = await world.read('A-2');
				expect(quiet.summary.basis).not.toBe('mandatory');
				expect(quiet.laneReason).not.toContain('hit');
			});

			it('assesses a movement only where a rule points at it', async () => {
				const { targeting } = world.node;
				await targeting.saveRule({ rule: SEAL_RULE }, OFFICER);
				await targeting.backtestRule({ rule: SEAL_RULE, days: 7, limit: 1_000 }, OFFICER);
				const { id } = SEAL_RULE;
				await targeting.proposeRule({ id, version: 1, reason: 'for the test' }, OFFICER);
				await targeting.decideRule(
					{ id, version: 1, decision: 'approve', reason: 'for the test' },
					SUPERVISOR,
				);
				// Chance takes every record that it may take.
				await world.change({ randomShare: 0.5, randomLane: 'yellow' });
				await world.send(sealCheck('M-1', 'intact'), sealCheck('M-2', 'broken'), sealCheck('M-3', 'intact'));
				const { items } = await world.queue({ state: 'any' });
				expect(items.map(({ record }) => record.reference)).toEqual(['M-2']);
				const detail = await world.read('M-2');
				expect(detail).toMatchObject({
					summary: { lane: 'red', basis: 'rules', record: { kind: 'movement-event' } },
					chance: { drawn: false },
				});
				expect(detail.laneReason).toContain('container MSCU1234566');
				await expect(world.read('M-1')).rejects.toMatchObject({ code: 'not-found' });
				await targeting.retireRule({ id, reason: 'for the test' }, SUPERVISOR);
			});

			it('pages through the queue once, by lane and then by score', async () => {
				await world.send(
					...Array.from({ length: 23 }, (_, at) =>
						at % 3 === 0 ? faulty(`P-${at}`) : declaration(`P-${at}`, { containers: ['BADNUMBER'] }),
					),
				);
				const seen: string[] = [];
				const ranks: number[] = [];
				let after: string | undefined;
				do {
					const page = await world.queue({ limit: 5, ...(after === undefined ? {} : { after }) });
					seen.push(...page.items.map(({ record }) => record.reference));
					ranks.push(...page.items.map(({ lane }) => ['red', 'yellow', 'blue'].indexOf(lane)));
					after = page.next ?? undefined;
				} while (after !== undefined);
				expect(new Set(seen).size).toBe(seen.length);
				expect(seen.length).toBe((await world.queue({ limit: 1 })).total);
				expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
				await expect(world.queue({ after: 'garbage' })).rejects.toMatchObject({ code: 'invalid-input' });
				expect(
					(await world.queue({ lane: 'yellow', kind: 'declaration', office: 'MT000101' })).items.length,
				).toBe(8);
				expect((await world.queue({ office: 'elsewhere' })).items).toEqual([]);
				expect((await world.queue({ until: '2020-01-01' })).items).toEqual([]);
				await expect(world.queue({ from: '2026-02-31' })).rejects.toMatchObject({ code: 'invalid-input' });
			});

			it('never gives out more places than an office has; what is over goes one lane down and says so', async () => {
				await world.change({ capacities: [{ office: 'MT000101', red: 2, yellow: 3 }] });
				await world.send(...Array.from({ length: 10 }, (_, at) => faulty(`C-${at}`)));
				expect(await world.count('yellow')).toBe(3);
				await world.send(...Array.from({ length: 5 }, (_, at) => faulty(`C-${20 + at}`)));
				expect(await world.count('yellow')).toBe(3);
				const { items } = await world.queue({ lane: 'blue' });
				const over = await world.node.targeting.readAssessment({ record: items.at(-1)?.record.id ?? '' });
				expect(over).toMatchObject({
					laneReason: expect.stringMatching(/yellow .* (taken|kept)/),
					capacity: { office: 'MT000101', lane: 'yellow', of: 3 },
				});
				await world.send(faulty('C-90', { office: 'MT000202' }));
				expect((await world.read('C-90')).summary.lane).toBe('yellow');
				world.clock.advance(86_400_000);
				await world.send(faulty('C-91'));
				expect((await world.read('C-91')).summary.lane).toBe('yellow');
			});

			it('records what chance drew for every record, so that it can be checked', async () => {
				await world.change({ randomShare: 0.2, randomLane: 'yellow' });
				await world.send(...Array.from({ length: 40 }, (_, at) => declaration(`R-${at}`)));
				const [row] = (
					await sql<{ secret: Uint8Array }>`select secret from lane_setting`.execute(
						world.node.database.kysely,
					)
				).rows;
				const draw = openDrawing(row?.secret ?? new Uint8Array());
				let drawn = 0;
				for (const reference of Array.from({ length: 40 }, (_, at) => `R-${at}`)) {
					const { chance, summary } = await world.read(reference);
					const own = draw(documentKey('declaration', reference)).chance;
					expect(chance).toEqual({ share: 0.2, draw: own, drawn: own < 0.2 });
					expect(summary.random).toBe(own < 0.2);
					if (own >= 0.2) continue;
					drawn += 1;
					expect(['red', 'yellow']).toContain(summary.lane);
				}
				expect(drawn).toBeGreaterThan(0);
			});

			it('checks trusted traders less, and never not at all', async () => {
				await world.change({ trustedShare: 0.05 });
				const number = 'MT99999999';
				await world.node.targeting.changeTrustedTrader(
					{
						scheme: 'eori',
						value: 'MT 9999 9999',
						name: 'Trusted Ltd',
						programme: 'AEO',
						validUntil: '2029-12-31',
						ended: false,
					},
					SUPERVISOR,
				);
				const own = {
					parties: [
						{ role: 'importer', name: 'Trusted Ltd', identifiers: [{ scheme: 'EORI', value: number }] },
					],
				};
				await world.send(...Array.from({ length: 60 }, (_, at) => faulty(`T-${at}`, own)));
				const { items } = await world.queue();
				const kept = items.filter(({ lane }) => lane === 'yellow');
				expect(kept.length).toBeGreaterThan(0);
				expect(kept.length).toBeLessThan(20);
				const letGo = items.find(({ lane }) => lane === 'blue');
				expect(await world.node.targeting.readAssessment({ record: letGo?.record.id ?? '' })).toMatchObject({
					trusted: { scheme: 'eori', value: 'MT 9999 9999', share: 0.05 },
					laneReason: expect.stringContaining('authorised economic operator'),
				});
				expect(
					(await world.node.targeting.listTrustedTraders({ limit: 10, search: 'trusted' })).items,
				).toHaveLength(1);
				await world.node.targeting.changeTrustedTrader(
					{
						scheme: 'eori',
						value: 'MT 9999 9999',
						name: 'Trusted Ltd',
						programme: 'AEO',
						validUntil: '2029-12-31',
						ended: true,
					},
					SUPERVISOR,
				);
				await world.send(...Array.from({ length: 5 }, (_, at) => faulty(`U-${at}`, own)));
				for (let at = 0; at < 5; at++) expect((await world.read(`U-${at}`)).summary.lane).toBe('yellow');
			});

			it('refuses settings that make no sense', async () => {
				const { settings } = await world.node.targeting.readLanes({ days: 1 });
				const refused = (more: Partial<LaneSettings>) =>
					expect(
						world.node.targeting.changeLanes(
							{ settings: { ...settings, ...more }, reason: 'wrong' },
							SUPERVISOR,
						),
					).rejects.toMatchObject({ code: 'invalid-input' });
				await refused({ redFrom: 0.1 });
				await refused({ currency: 'ZZZ' });
				await refused({
					capacities: [
						{ office: 'A', red: 1, yellow: 1 },
						{ office: 'A', red: 2, yellow: 1 },
					],
				});
			});
		},
	);
}

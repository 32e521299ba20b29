/**
 * What targeting promises on the line, on whatever database: every record has a lane and its reasons, chance is recorded,
 * places are not exceeded, outcomes find their records, and nothing is counted twice.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../contract/operations.ts';
import type { LaneSettings } from '../../contract/views-targeting.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { openDrawing } from '../../src/targeting/lanes/draw.ts';
import { documentKey } from '../../src/values/content-key.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';
import { stageOf } from './screening-stage.ts';

const OFFICER = { id: '00000000-0000-7000-8000-0000000000f1', name: 'Of Ficer' };
const SUPERVISOR = { id: '00000000-0000-7000-8000-0000000000f2', name: 'Super Visor' };

/** A declaration in which validation finds nothing to say against. */
const declaration = (reference: string, more: object = {}): object => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	declarationType: 'IMA',
	declaredOn: '2026-03-01',
	office: 'MT000101',
	parties: [
		{
			role: 'importer',
			name: `Trader ${reference} Ltd`,
			identifiers: [{ scheme: 'eori', value: `MT${reference.replace(/\D/g, '').padStart(8, '1')}` }],
			address: { city: 'Valletta', country: 'MT', lines: ['1 Quay'] },
		},
		{
			role: 'exporter',
			name: `Seller ${reference} Co`,
			address: { city: 'Ningbo', country: 'CN', lines: ['1 Road'] },
		},
	],
	dispatchCountry: 'CN',
	destinationCountry: 'MT',
	items: [
		{
			number: 1,
			hsCode: '640399',
			commodityCode: '6403990000',
			description: 'Shoes with leather uppers',
			originCountry: 'CN',
			grossMassKg: '1200',
			netMassKg: '1100',
			price: { amount: '9000', currency: 'EUR' },
		},
	],
	...more,
});

/** One in which it finds an error: the check digit of the container. */
const faulty = (reference: string, more: object = {}): object =>
	declaration(reference, { containers: ['CSQU3054384'], ...more });

const outcome = (reference: string, subject: string, more: object = {}): object => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: subject },
	inspectedAt: '2026-03-01T07:00:00Z',
	office: 'MT000101',
	inspection: 'physical',
	result: 'offence',
	findings: [{ type: 'undervaluation' }],
	recovered: { amount: '1200', currency: 'EUR' },
	minutes: 45,
	...more,
});

/** Tables of targeting that a test begins without; rules, models and the secret of the draw stay. */
const EMPTIED =
	'assessment, rule_firing, inspection, lane_override, lane_change, trusted_trader, lane_day, group_day, rule_day, ' +
	'tally, finding_tally';

export function targetingConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`targeting on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let node: OpenNode;
			const clock = testClock();

			const send = (...records: readonly object[]) =>
				node.intake.submit(bytesOf(records.map((record) => JSON.stringify(record)).join('\n')), {
					source: 'broker',
					channel: 'command-line',
					name: 'test',
				});
			const queue = async (more: Partial<InputOf<'listQueue'>> = {}) =>
				node.targeting.listQueue({ state: 'waiting', limit: 100, ...more });
			const idOf = async (reference: string): Promise<string> => {
				const { items } = await node.intake.listRecords({ limit: 100, sort: '-received', search: reference });
				const found = items.find((item) => item.reference === reference);
				if (found === undefined) throw new Error(`no record ${reference}`);
				return found.id;
			};
			const read = async (reference: string) =>
				node.targeting.readAssessment({ record: await idOf(reference) });
			const change = async (more: Partial<LaneSettings>) => {
				const { settings } = await node.targeting.readLanes({ days: 1 });
				await node.targeting.changeLanes(
					{ settings: { ...settings, ...more }, reason: 'for the test' },
					SUPERVISOR,
				);
			};
			const laneDays = async () => (await node.targeting.readLanes({ days: 1 })).days;
			const count = async (lane: string): Promise<number> =>
				(await laneDays()).filter((day) => day.lane === lane).reduce((sum, day) => sum + day.records, 0);

			beforeAll(async () => {
				at = await place.make();
				node = await openTestNode(at, { clock });
				// What the rules of the program say of these records is not what is tested here.
				for (const { id } of await node.targeting.listRules({ state: 'live' }))
					await node.targeting.retireRule({ id, reason: 'for the test' }, SUPERVISOR);
			});
			beforeEach(async () => {
				await stageOf(node).empty();
				await node.database.script(`truncate ${EMPTIED}`);
				clock.advance(86_400_000);
				// Rare enough to leave these tests alone; what chance draws is tested with a larger share.
				await change({
					redFrom: 0.6,
					yellowFrom: 0.35,
					blueFrom: 0.2,
					randomShare: 0.001,
					randomLane: 'red',
					trustedShare: 0.25,
					rankBy: 'probability',
					capacities: [],
				});
			});
			afterAll(async () => {
				await node.close();
				await at.dispose();
			});

			it('gives every record a lane with its reason, and shows what waits', async () => {
				await send(declaration('D-1'), faulty('D-2'));
				const { items, total } = await queue();
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
				const detail = await read('D-2');
				expect(detail).toMatchObject({
					laneReason: expect.stringContaining('error'),
					chance: { share: 0.001, drawn: false },
					overrides: [],
					outcomes: [],
				});
				const any = await queue({ state: 'any' });
				expect(any.items.map(({ record }) => record.reference).sort()).toEqual(['D-1', 'D-2']);
				await expect(
					node.targeting.readAssessment({ record: '00000000-0000-7000-8000-000000000000' }),
				).rejects.toMatchObject({ code: 'not-found' });
			});

			it('asks alerts before anything else, and a discreet check changes nothing that shows', async () => {
				await node.screening.loadList(
					{ list: 'own-goods', activate: true },
					bytesOf(
						'key,kind,name,aliases,born,nationality,passport,category,action\n' +
							'W-1,organisation,"Zanzibar Phantom Holdings Ltd",,,,,sanctions,seize\n' +
							'W-2,organisation,"Quiet Harbour Nominees Ltd",,,,,watch,discreet-check\n',
					),
					SUPERVISOR,
				);
				await node.screening.catchUp();
				const importer = (name: string) => ({
					parties: [
						{ role: 'importer', name, address: { city: 'Valletta', country: 'MT', lines: ['2 Quay'] } },
					],
				});
				await send(
					declaration('A-1', importer('Zanzibar Phantom Holdings Ltd')),
					declaration('A-2', importer('Quiet Harbour Nominees Ltd')),
				);
				expect((await read('A-1')).summary).toMatchObject({ lane: 'red', basis: 'mandatory' });
				const quiet = await read('A-2');
				expect(quiet.summary.basis).not.toBe('mandatory');
				expect(quiet.laneReason).not.toContain('hit');
			});

			it('pages through the queue once, by lane and then by score', async () => {
				await send(
					...Array.from({ length: 23 }, (_, at) =>
						at % 3 === 0 ? faulty(`P-${at}`) : declaration(`P-${at}`, { containers: ['BADNUMBER'] }),
					),
				);
				const seen: string[] = [];
				const ranks: number[] = [];
				let after: string | undefined;
				do {
					const page = await queue({ limit: 5, ...(after === undefined ? {} : { after }) });
					seen.push(...page.items.map(({ record }) => record.reference));
					ranks.push(...page.items.map(({ lane }) => ['red', 'yellow', 'blue'].indexOf(lane)));
					after = page.next ?? undefined;
				} while (after !== undefined);
				expect(new Set(seen).size).toBe(seen.length);
				expect(seen.length).toBe((await queue({ limit: 1 })).total);
				expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
				await expect(queue({ after: 'garbage' })).rejects.toMatchObject({ code: 'invalid-input' });
				expect((await queue({ lane: 'yellow', kind: 'declaration', office: 'MT000101' })).items.length).toBe(
					8,
				);
				expect((await queue({ office: 'elsewhere' })).items).toEqual([]);
				expect((await queue({ until: '2020-01-01' })).items).toEqual([]);
				await expect(queue({ from: '2026-02-31' })).rejects.toMatchObject({ code: 'invalid-input' });
			});

			it('never gives out more places than an office has; what is over goes one lane down and says so', async () => {
				await change({ capacities: [{ office: 'MT000101', red: 2, yellow: 3 }] });
				await send(...Array.from({ length: 10 }, (_, at) => faulty(`C-${at}`)));
				expect(await count('yellow')).toBe(3);
				await send(...Array.from({ length: 5 }, (_, at) => faulty(`C-${20 + at}`)));
				expect(await count('yellow')).toBe(3);
				const { items } = await queue({ lane: 'blue' });
				const over = await node.targeting.readAssessment({ record: items.at(-1)?.record.id ?? '' });
				expect(over).toMatchObject({
					laneReason: expect.stringMatching(/yellow .* (taken|kept)/),
					capacity: { office: 'MT000101', lane: 'yellow', of: 3 },
				});
				await send(faulty('C-90', { office: 'MT000202' }));
				expect((await read('C-90')).summary.lane).toBe('yellow');
				clock.advance(86_400_000);
				await send(faulty('C-91'));
				expect((await read('C-91')).summary.lane).toBe('yellow');
			});

			it('records what chance drew for every record, so that it can be checked', async () => {
				await change({ randomShare: 0.2, randomLane: 'yellow' });
				await send(...Array.from({ length: 40 }, (_, at) => declaration(`R-${at}`)));
				const [row] = (
					await sql<{ secret: Uint8Array }>`select secret from lane_setting`.execute(node.database.kysely)
				).rows;
				const draw = openDrawing(row?.secret ?? new Uint8Array());
				let drawn = 0;
				for (const reference of Array.from({ length: 40 }, (_, at) => `R-${at}`)) {
					const { chance, summary } = await read(reference);
					const own = draw(documentKey('declaration', reference)).chance;
					expect(chance).toEqual({ share: 0.2, draw: own, drawn: own < 0.2 });
					expect(summary.random).toBe(own < 0.2);
					if (own >= 0.2) continue;
					drawn += 1;
					expect(['red', 'yellow']).toContain(summary.lane);
				}
				expect(drawn).toBeGreaterThan(0);
			});

			it('follows what an inspection found, entered here, sent as a record, or sent as CSV', async () => {
				await send(faulty('O-1'), faulty('O-2'), faulty('O-3'), faulty('O-4'));
				const entered = await node.targeting.recordOutcome(
					{
						record: await idOf('O-1'),
						inspection: 'physical',
						result: 'offence',
						findings: ['undervaluation'],
						recovered: 1_200.5,
						minutes: 45,
						description: 'half the price',
					},
					OFFICER,
				);
				expect(entered).toMatchObject({
					summary: { state: 'inspected', result: 'offence' },
					outcomes: [
						{ inspection: 'physical', findings: ['undervaluation'], recovered: 1_200.5, currency: 'EUR' },
					],
				});
				await send(outcome('I-2', 'O-2'));
				await node.intake.submit(
					bytesOf(
						'Inspection Number,Subject Kind,Subject Reference,Inspected At,Inspection,Result,Minutes\n' +
							'I-3,declaration,O-3,2026-03-01,documents,nothing found,10\n',
					),
					{ source: 'inspections', channel: 'http', name: 'outcomes.csv', mapping: 'outcomes' },
				);
				expect((await read('O-2')).summary).toMatchObject({ state: 'inspected', result: 'offence' });
				expect((await read('O-3')).summary).toMatchObject({ state: 'inspected', result: 'nothing-found' });
				await send(outcome('I-4', 'O-4', { result: 'not-carried-out', findings: [], recovered: undefined }));
				expect((await read('O-4')).summary).toMatchObject({ state: 'released', result: 'not-carried-out' });
				expect((await queue()).items).toEqual([]);
				expect((await queue({ state: 'inspected' })).total).toBe(3);
				const { selection } = await node.targeting.readLanes({ days: 1 });
				expect(selection).toMatchObject([
					{ basis: 'validation', records: 4, finding: { count: 2, of: 3 }, recovered: 2_400.5 },
				]);
				await expect(
					node.targeting.overrideLane(
						{ record: await idOf('O-1'), lane: 'green', reason: 'too late' },
						OFFICER,
					),
				).rejects.toMatchObject({ code: 'conflict' });
			});

			it('takes an outcome that comes before its record, and one that comes in the same submission', async () => {
				await send(outcome('I-1', 'E-1'));
				await send(faulty('E-1'));
				expect(await read('E-1')).toMatchObject({
					summary: { state: 'inspected', result: 'offence' },
					outcomes: [{ reference: 'I-1' }],
				});
				await send(outcome('I-2', 'E-2'), faulty('E-2'), outcome('I-3', 'E-3'), faulty('E-3'));
				expect((await read('E-2')).summary.state).toBe('inspected');
				expect((await read('E-3')).outcomes).toHaveLength(1);
				const { selection } = await node.targeting.readLanes({ days: 1 });
				expect(selection[0]).toMatchObject({ records: 3, finding: { count: 3, of: 3 }, recovered: 3_600 });
			});

			it('counts an amended outcome instead of the one before', async () => {
				await send(
					faulty('E-1'),
					outcome('I-1', 'E-1', { result: 'nothing-found', findings: [], recovered: undefined }),
				);
				await send(outcome('I-1', 'E-1', { recovered: { amount: '500', currency: 'EUR' } }));
				expect(await read('E-1')).toMatchObject({
					summary: { result: 'offence' },
					outcomes: [{ result: 'offence', recovered: 500 }],
				});
				await send(outcome('I-1', 'E-1', { recovered: { amount: '800', currency: 'EUR' } }));
				const { selection } = await node.targeting.readLanes({ days: 1 });
				expect(selection).toMatchObject([{ records: 1, finding: { count: 1, of: 1 }, recovered: 800 }]);
			});

			it('assesses an amendment anew, and the version before no longer waits or counts', async () => {
				await send(faulty('V-1'));
				const first = await idOf('V-1');
				await send(declaration('V-1', { containers: ['CSQU3054383'] }));
				const second = await idOf('V-1');
				expect(second).not.toBe(first);
				expect((await queue({ lane: 'yellow' })).items).toEqual([]);
				expect((await node.targeting.readAssessment({ record: first })).summary.state).toBe('released');
				const days = await laneDays();
				expect(days.reduce((sum, day) => sum + day.records, 0)).toBe(1);
				await expect(
					node.targeting.overrideLane({ record: first, lane: 'red', reason: 'the old one' }, OFFICER),
				).rejects.toMatchObject({ code: 'conflict' });
				await send(
					faulty('V-2'),
					faulty('V-2', { grossMassKg: '1300' }),
					faulty('V-2', { grossMassKg: '1400' }),
				);
				expect((await queue({ lane: 'yellow' })).total).toBe(1);
			});

			it('keeps an override with its reason, moves the counts, and keeps an amendment in the lane', async () => {
				await send(declaration('W-1'));
				const record = await idOf('W-1');
				const before = (await node.intake.readOverview()).byLane.reduce(
					(sum, { records }) => sum + records,
					0,
				);
				const detail = await node.targeting.overrideLane(
					{ record, lane: 'red', reason: 'the seal is cut' },
					OFFICER,
				);
				expect(detail).toMatchObject({
					summary: {
						lane: 'red',
						basis: 'override',
						state: 'waiting',
						reasons: ['Of Ficer: the seal is cut'],
					},
					overrides: [{ to: 'red', by: 'Of Ficer', reason: 'the seal is cut' }],
				});
				expect((await node.intake.readRecord({ id: record })).summary.lane).toBe('red');
				const { byLane } = await node.intake.readOverview();
				expect(byLane.find(({ lane }) => lane === 'red')).toMatchObject({ records: 1 });
				expect(byLane.reduce((sum, { records }) => sum + records, 0)).toBe(before);
				expect(await laneDays()).toMatchObject([{ lane: 'red', basis: 'override', records: 1 }]);
				await expect(
					node.targeting.overrideLane({ record, lane: 'red', reason: 'once more' }, OFFICER),
				).rejects.toMatchObject({ code: 'conflict' });
				await send(declaration('W-1', { grossMassKg: '1210' }));
				expect((await read('W-1')).summary).toMatchObject({ lane: 'red', basis: 'override' });
				await send(outcome('I-1', 'W-1'));
				const { overrides } = await node.targeting.readLanes({ days: 1 });
				expect(overrides).toMatchObject([{ from: 'green', to: 'red', records: 1 }]);
			});

			it('checks trusted traders less, and never not at all', async () => {
				await change({ trustedShare: 0.05 });
				const number = 'MT99999999';
				await node.targeting.changeTrustedTrader(
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
				await send(...Array.from({ length: 60 }, (_, at) => faulty(`T-${at}`, own)));
				const { items } = await queue();
				const kept = items.filter(({ lane }) => lane === 'yellow');
				expect(kept.length).toBeGreaterThan(0);
				expect(kept.length).toBeLessThan(20);
				const letGo = items.find(({ lane }) => lane === 'blue');
				expect(await node.targeting.readAssessment({ record: letGo?.record.id ?? '' })).toMatchObject({
					trusted: { scheme: 'eori', value: 'MT 9999 9999', share: 0.05 },
					laneReason: expect.stringContaining('authorised economic operator'),
				});
				expect(
					(await node.targeting.listTrustedTraders({ limit: 10, search: 'trusted' })).items,
				).toHaveLength(1);
				await node.targeting.changeTrustedTrader(
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
				await send(...Array.from({ length: 5 }, (_, at) => faulty(`U-${at}`, own)));
				for (let at = 0; at < 5; at++) expect((await read(`U-${at}`)).summary.lane).toBe('yellow');
			});

			it('tells whoever listens that lanes and results changed', async () => {
				await send(faulty('L-1'));
				const told: number[] = [];
				const stop = node.targeting.onChange((changed) => told.push(changed));
				await node.targeting.overrideLane(
					{ record: await idOf('L-1'), lane: 'red', reason: 'the seal is cut' },
					OFFICER,
				);
				await send(outcome('I-1', 'L-1'));
				stop();
				await send(outcome('I-2', 'L-1'));
				expect(told).toEqual([1, 1]);
			});

			it('refuses settings that make no sense', async () => {
				const { settings } = await node.targeting.readLanes({ days: 1 });
				const refused = (more: Partial<LaneSettings>) =>
					expect(
						node.targeting.changeLanes({ settings: { ...settings, ...more }, reason: 'wrong' }, SUPERVISOR),
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

			it('counts groups by what was selected, and once', async () => {
				await send(faulty('G-1'), declaration('G-2'));
				await send(outcome('I-1', 'G-1'));
				const { groups } = await node.targeting.readFairness({ dimension: 'origin', by: 'all' });
				expect(groups).toMatchObject([
					{ group: 'CN', assessed: 2, selection: { count: 1, of: 2 }, finding: { count: 1, of: 1 } },
				]);
			});

			it('counts nothing twice when the save of a batch fails and it is tried again', async () => {
				const { database } = node;
				let failures = 0;
				const transact = database.transact.bind(database);
				const broken: typeof database.transact = (work) =>
					transact(async (session) => {
						const result = await work(session);
						const { rows } = await sql<{
							records: number;
						}>`select count(*)::int as records from record`.execute(session.kysely);
						if (failures < 2 && (rows[0]?.records ?? 0) > 0) {
							failures += 1;
							throw Object.assign(new Error('serialization failure'), { code: '40001' });
						}
						return result;
					});
				Object.assign(database, { transact: broken });
				try {
					await send(faulty('X-901'), faulty('X-902'), outcome('I-1', 'X-901'));
				} finally {
					Object.assign(database, { transact });
				}
				expect(failures).toBe(2);
				const { selection } = await node.targeting.readLanes({ days: 1 });
				expect(selection).toMatchObject([{ records: 2, finding: { count: 1, of: 1 }, recovered: 1_200 }]);
				// A new importer is new also at the third try: the memory had seen this version once.
				const { groups } = await node.targeting.readFairness({ dimension: 'trader-size', by: 'all' });
				expect(groups).toMatchObject([{ group: 'new', assessed: 2 }]);
			});
		},
	);
}

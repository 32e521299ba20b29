/**
 * What comes of an assessment, on whatever database: outcomes find their records, amendments and overrides keep the counts
 * right, and nothing is counted twice.
 */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bytesOf, type Place } from './databases.ts';
import { declaration, faulty, OFFICER, outcome, useTargeting } from './targeting-stage.ts';

export function outcomesConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`outcomes on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			const world = useTargeting(place);

			it('follows what an inspection found, entered here, sent as a record, or sent as CSV', async () => {
				await world.send(faulty('O-1'), faulty('O-2'), faulty('O-3'), faulty('O-4'));
				const entered = await world.node.targeting.recordOutcome(
					{
						record: await world.idOf('O-1'),
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
				await world.send(outcome('I-2', 'O-2'));
				await world.node.intake.submit(
					bytesOf(
						'Inspection Number,Subject Kind,Subject Reference,Inspected At,Inspection,Result,Minutes\n' +
							'I-3,declaration,O-3,2026-03-01,documents,nothing found,10\n',
					),
					{ source: 'inspections', channel: 'http', name: 'outcomes.csv', mapping: 'outcomes' },
				);
				expect((await world.read('O-2')).summary).toMatchObject({ state: 'inspected', result: 'offence' });
				expect((await world.read('O-3')).summary).toMatchObject({
					state: 'inspected',
					result: 'nothing-found',
				});
				await world.send(
					outcome('I-4', 'O-4', { result: 'not-carried-out', findings: [], recovered: undefined }),
				);
				expect((await world.read('O-4')).summary).toMatchObject({
					state: 'released',
					result: 'not-carried-out',
				});
				expect((await world.queue()).items).toEqual([]);
				expect((await world.queue({ state: 'inspected' })).total).toBe(3);
				const { selection } = await world.node.targeting.readLanes({ days: 1 });
				expect(selection).toMatchObject([
					{ basis: 'validation', records: 4, finding: { count: 2, of: 3 }, recovered: 2_400.5 },
				]);
				await expect(
					world.node.targeting.overrideLane(
						{ record: await world.idOf('O-1'), lane: 'green', reason: 'too late' },
						OFFICER,
					),
				).rejects.toMatchObject({ code: 'conflict' });
			});

			it('takes an outcome that comes before its record, and one that comes in the same submission', async () => {
				await world.send(outcome('I-1', 'E-1'));
				await world.send(faulty('E-1'));
				expect(await world.read('E-1')).toMatchObject({
					summary: { state: 'inspected', result: 'offence' },
					outcomes: [{ reference: 'I-1' }],
				});
				await world.send(outcome('I-2', 'E-2'), faulty('E-2'), outcome('I-3', 'E-3'), faulty('E-3'));
				expect((await world.read('E-2')).summary.state).toBe('inspected');
				expect((await world.read('E-3')).outcomes).toHaveLength(1);
				const { selection } = await world.node.targeting.readLanes({ days: 1 });
				expect(selection[0]).toMatchObject({ records: 3, finding: { count: 3, of: 3 }, recovered: 3_600 });
			});

			it('counts an amended outcome instead of the one before', async () => {
				await world.send(
					faulty('E-1'),
					outcome('I-1', 'E-1', { result: 'nothing-found', findings: [], recovered: undefined }),
				);
				await world.send(outcome('I-1', 'E-1', { recovered: { amount: '500', currency: 'EUR' } }));
				expect(await world.read('E-1')).toMatchObject({
					summary: { result: 'offence' },
					outcomes: [{ result: 'offence', recovered: 500 }],
				});
				await world.send(outcome('I-1', 'E-1', { recovered: { amount: '800', currency: 'EUR' } }));
				const { selection } = await world.node.targeting.readLanes({ days: 1 });
				expect(selection).toMatchObject([{ records: 1, finding: { count: 1, of: 1 }, recovered: 800 }]);
			});

			it('assesses an amendment anew, and the version before no longer waits or counts', async () => {
				await world.send(faulty('V-1'));
				const first = await world.idOf('V-1');
				await world.send(declaration('V-1', { containers: ['CSQU3054383'] }));
				const second = await world.idOf('V-1');
				expect(second).not.toBe(first);
				expect((await world.queue({ lane: 'yellow' })).items).toEqual([]);
				expect((await world.node.targeting.readAssessment({ record: first })).summary.state).toBe('released');
				const days = await world.laneDays();
				expect(days.reduce((sum, day) => sum + day.records, 0)).toBe(1);
				await expect(
					world.node.targeting.overrideLane({ record: first, lane: 'red', reason: 'the old one' }, OFFICER),
				).rejects.toMatchObject({ code: 'conflict' });
				await world.send(
					faulty('V-2'),
					faulty('V-2', { grossMassKg: '1300' }),
					faulty('V-2', { grossMassKg: '1400' }),
				);
				expect((await world.queue({ lane: 'yellow' })).total).toBe(1);
			});

			it('keeps an override with its reason, moves the counts, and keeps an amendment in the lane', async () => {
				await world.send(declaration('W-1'));
				const record = await world.idOf('W-1');
				const before = (await world.node.intake.readOverview()).byLane.reduce(
					(sum, { records }) => sum + records,
					0,
				);
				const detail = await world.node.targeting.overrideLane(
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
				expect((await world.node.intake.readRecord({ id: record })).summary.lane).toBe('red');
				const { byLane } = await world.node.intake.readOverview();
				expect(byLane.find(({ lane }) => lane === 'red')).toMatchObject({ records: 1 });
				expect(byLane.reduce((sum, { records }) => sum + records, 0)).toBe(before);
				expect(await world.laneDays()).toMatchObject([{ lane: 'red', basis: 'override', records: 1 }]);
				await expect(
					world.node.targeting.overrideLane({ record, lane: 'red', reason: 'once more' }, OFFICER),
				).rejects.toMatchObject({ code: 'conflict' });
				await world.send(declaration('W-1', { grossMassKg: '1210' }));
				expect((await world.read('W-1')).summary).toMatchObject({ lane: 'red', basis: 'override' });
				await world.send(outcome('I-1', 'W-1'));
				const { overrides } = await world.node.targeting.readLanes({ days: 1 });
				expect(overrides).toMatchObject([{ from: 'green', to: 'red', records: 1 }]);
			});

			it('tells whoever listens that lanes and results changed', async () => {
				await world.send(faulty('L-1'));
				const told: number[] = [];
				const stop = world.node.targeting.onChange((changed) => told.push(changed));
				await world.node.targeting.overrideLane(
					{ record: await world.idOf('L-1'), lane: 'red', reason: 'the seal is cut' },
					OFFICER,
				);
				await world.send(outcome('I-1', 'L-1'));
				stop();
				await world.send(outcome('I-2', 'L-1'));
				expect(told).toEqual([1, 1]);
			});

			it('counts groups by what was selected, and once', async () => {
				await world.send(faulty('G-1'), declaration('G-2'));
				await world.send(outcome('I-1', 'G-1'));
				const { groups } = await world.node.targeting.readFairness({ dimension: 'origin', by: 'all' });
				expect(groups).toMatchObject([
					{ group: 'CN', assessed: 2, selection: { count: 1, of: 2 }, finding: { count: 1, of: 1 } },
				]);
			});

			it('counts nothing twice when the save of a batch fails and it is tried again', async () => {
				const { database } = world.node;
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
					await world.send(faulty('X-901'), faulty('X-902'), outcome('I-1', 'X-901'));
				} finally {
					Object.assign(database, { transact });
				}
				expect(failures).toBe(2);
				const { selection } = await world.node.targeting.readLanes({ days: 1 });
				expect(selection).toMatchObject([{ records: 2, finding: { count: 1, of: 1 }, recovered: 1_200 }]);
				// A new importer is new also at the third try: the memory had seen this version once.
				const { groups } = await world.node.targeting.readFairness({ dimension: 'trader-size', by: 'all' });
				expect(groups).toMatchObject([{ group: 'new', assessed: 2 }]);
			});
		},
	);
}

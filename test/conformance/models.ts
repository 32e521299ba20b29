/**
 * What models promise, on whatever database: trained from what is stored, put live by a person only, counted, exported.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TidewaiterError } from '../../contract/errors.ts';
import { modelDetail, training as trainingView } from '../../contract/views-models.ts';
import { ensureMonth } from '../../src/intake/store/batch.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { copyLine, type Database } from '../../src/platform/database/port.ts';
import { lowestIdentifier } from '../../src/platform/identifiers.ts';
import { madeDeclarations } from '../../src/targeting/models/declarations.fixture.ts';
import { createModels, type Models } from '../../src/targeting/models/operations.ts';
import { parseStoredModel } from '../../src/targeting/models/stored-model.ts';
import { type Place, testClock } from './databases.ts';

const SUPERVISOR = { id: '018f0000-0000-7000-8000-000000000002', name: 'S. Supervisor' };
const START_MS = Date.UTC(2026, 2, 1, 8);

/** Records, assessments and inspections as the line writes them, of made declarations. */
async function store(database: Database, count: number, untilMs: number): Promise<void> {
	await ensureMonth(database, 2026, 3);
	await ensureMonth(database, 2026, 4);
	let records = '';
	let assessments = '';
	let inspections = '';
	for (const made of madeDeclarations(count, START_MS)) {
		const id = lowestIdentifier(made.receivedMs);
		const { record } = made;
		records += copyLine([
			id,
			'declaration',
			record.reference,
			1,
			true,
			'\\x00',
			0,
			'',
			'record-json',
			record.office ?? null,
			record.reference,
			0,
			0,
			0,
			JSON.stringify(record),
		]);
		const result = made.inspected ? (made.found ? 'offence' : 'nothing-found') : null;
		assessments += copyLine([
			id,
			'declaration',
			record.office ?? null,
			3,
			'none',
			0.1,
			made.random,
			false,
			result,
			'{}',
		]);
		if (result !== null && made.receivedMs < untilMs)
			inspections += copyLine([
				lowestIdentifier(made.receivedMs + 3_600_000),
				id,
				id,
				'2026-03-01T10:00:00Z',
				'physical',
				result,
				made.found ? '["undervaluation"]' : '[]',
				made.recovered,
				made.recovered === null ? null : 'EUR',
				new Date(made.receivedMs + 3_600_000).toISOString(),
			]);
	}
	await database.transact(async (session) => {
		await session.copyInto(
			'record',
			'id kind reference version latest submission position place format office caption infos warnings errors body'.split(
				' ',
			),
			records,
		);
		await session.copyInto(
			'assessment',
			'record_id kind office lane_rank basis score random waiting result detail'.split(' '),
			assessments,
		);
		await session.copyInto(
			'inspection',
			'outcome_record subject record_id inspected_at inspection result findings recovered currency received_at'.split(
				' ',
			),
			inspections,
		);
	});
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
	try {
		await work;
	} catch (error) {
		if (error instanceof TidewaiterError) return error.code;
		throw error;
	}
	return 'accepted';
}

export function modelsConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`models on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			const clock = testClock(Date.UTC(2026, 3, 1, 12));
			let at: Awaited<ReturnType<Place['make']>>;
			let database: Database;
			let models: Models;
			const failures: string[] = [];
			const open = (): Models =>
				createModels({
					database,
					clock,
					onFailure: (message, cause) => failures.push(`${message}: ${cause}`),
				});

			beforeAll(async () => {
				at = await place.make();
				database = await openDatabase(
					at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
				);
				models = open();
				await models.open();
			});
			afterAll(async () => {
				await models.close();
				await database.close();
				await at.dispose();
				expect(failures).toEqual([]);
			});

			const trained = async (): Promise<number> => {
				for (;;) {
					const { training } = await models.listModels({});
					if (training.state === 'done' && training.version !== null) return training.version;
					if (training.state === 'failed') throw new Error(training.message ?? 'failed');
					await new Promise((resolve) => setTimeout(resolve, 20));
				}
			};

			it('has none at first, and says what is missing', async () => {
				expect(await models.listModels({})).toMatchObject({ models: [], training: { state: 'idle' } });
				expect(models.current()).toEqual({ champion: undefined, challenger: undefined });
				expect(await refusalOf(models.trainModel({ days: 730, seed: 1 }, SUPERVISOR))).toBe('conflict');
				expect(await refusalOf(models.readModel({ version: 1 }))).toBe('not-found');
			});

			it('fails a training with a remedy where there is too little', async () => {
				await store(database, 900, START_MS + 3 * 86_400_000);
				const begun = await models.trainModel({ days: 730, seed: 1 }, SUPERVISOR);
				expect(trainingView.parse(begun).state).toBe('reading');
				expect(await refusalOf(models.trainModel({ days: 730, seed: 1 }, SUPERVISOR))).toBe('conflict');
				await expect(trained()).rejects.toThrow(/too little to learn from.*Record what inspections find/);
			});

			it('trains in the background and waits for a decision', async () => {
				await database.script('delete from inspection; delete from assessment; delete from record;');
				await store(database, 900, Number.POSITIVE_INFINITY);
				await models.trainModel({ days: 730, seed: 1 }, SUPERVISOR);
				expect(await trained()).toBe(1);
				const detail = modelDetail.parse(await models.readModel({ version: 1 }));
				expect(detail.summary).toMatchObject({ state: 'trained', trainedBy: SUPERVISOR.name });
				expect(detail.card.auc).toBeGreaterThan(0.8);
				expect(detail.card.data.randomlyChosen).toBeGreaterThan(50);
				expect(detail).toMatchObject({ drift: null, live: null, comparison: null });
				expect(models.current().champion).toBeUndefined();
			});

			it('puts a model live only by a decision, with its reason, and one at a time', async () => {
				const decide = (version: number, decision: 'challenge' | 'promote' | 'retire') =>
					models.decideModel({ version, decision, reason: 'as agreed' }, SUPERVISOR);
				expect((await decide(1, 'promote')).summary).toMatchObject({
					state: 'champion',
					decidedBy: SUPERVISOR.name,
					reason: 'as agreed',
				});
				expect(models.current().champion?.version).toBe(1);
				expect(await refusalOf(decide(1, 'promote'))).toBe('conflict');
				expect(await refusalOf(decide(1, 'challenge'))).toBe('conflict');
				expect(await refusalOf(decide(7, 'promote'))).toBe('not-found');
				await models.trainModel({ days: 20, seed: 2 }, SUPERVISOR);
				expect(await trained()).toBe(2);
				const second = await decide(2, 'challenge');
				expect(second.comparison).toMatchObject({ champion: 1 });
				expect(models.current().challenger?.version).toBe(2);
				await decide(2, 'promote');
				expect(models.current()).toMatchObject({ champion: { version: 2 }, challenger: undefined });
				expect((await models.readModel({ version: 1 })).summary).toMatchObject({
					state: 'retired',
					reason: 'version 2 took its place: as agreed',
				});
			});

			it('counts what it scores, and keeps the counts', async () => {
				const { champion } = models.current();
				const text = (await Array.fromAsync(models.exportModel({ version: 2 }))).join('');
				const read = parseStoredModel(text);
				expect(read.ok).toBe(true);
				expect(JSON.parse(text).card.data.labelled).toBeGreaterThan(200);
				const row = champion?.reasons([], 'path', 3);
				expect(row?.reasons.length).toBe(3);
				champion?.probabilities(Array.from({ length: 4_000 }, () => ['MT000100', 'IM']));
				await database.script(
					`update assessment set model_version = 2, probability = 0.9;
					update model set decided_at = '2026-03-01T00:00:00Z' where version = 2`,
				);
				const { live, drift } = await models.readModel({ version: 2 });
				expect(live).toMatchObject({ scored: 4_000 });
				expect(live?.precision.of).toBeGreaterThan(400);
				expect(live?.auc).toBe(0.5);
				expect(drift?.rows).toBeGreaterThan(200);
				expect(drift?.score).toBeGreaterThan(0.25);
				await models.close();
				models = open();
				await models.open();
				expect(models.current().champion?.version).toBe(2);
				expect((await models.readModel({ version: 2 })).live?.scored).toBe(4_000);
				expect((await models.openVersion(1))?.version).toBe(1);
				expect(await models.openVersion(9)).toBeUndefined();
			});

			it('stops a training when it is closed, and keeps nothing of it', async () => {
				await models.trainModel({ days: 730, seed: 3 }, SUPERVISOR);
				await models.close();
				models = open();
				await models.open();
				const { models: all, training } = await models.listModels({});
				expect(all.map(({ version }) => version)).toEqual([2, 1]);
				expect(training.state).toBe('idle');
			});

			it('takes a model out', async () => {
				await models.decideModel(
					{ version: 2, decision: 'retire', reason: 'too many false alarms' },
					SUPERVISOR,
				);
				expect(models.current()).toEqual({ champion: undefined, challenger: undefined });
			});
		},
	);
}

/** The federation of the training: it has a past on the first day, the same after another start, and none where its border is quiet. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainingNodes } from '../../src/cli/start.ts';
import type { TrainingClock } from '../../src/cli/training-clock.ts';
import { createSwitchboard, openTrainingClock, provideTraining } from '../../src/cli/training-federation.ts';
import { type OpenNode, openNode } from '../../src/server/open-node.ts';

const DAY_MS = 86_400_000;

let directory: string;
let clock: TrainingClock;
let nodes: OpenNode[];
const failures: unknown[] = [];

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'tidewaiter-training-'));
	clock = await openTrainingClock(directory);
	const switchboard = createSwitchboard();
	nodes = await Promise.all(
		trainingNodes.map((description) =>
			openNode({
				description,
				folder: join(directory, description.id),
				clock,
				transport: switchboard.transportOf(description.id),
				onFailure: (message, cause) => failures.push(message, cause),
			}),
		),
	);
	switchboard.connect(nodes);
	await provideTraining(directory, nodes, clock);
}, 120_000);
afterAll(async () => {
	await Promise.all((nodes ?? []).map((node) => node.close()));
	await rm(directory, { recursive: true, force: true });
});

const node = (id: string): OpenNode => {
	const found = nodes.find((each) => each.id === id);
	if (found === undefined) throw new Error(`no node ${id}`);
	return found;
};
const messages = async (id: string) =>
	(await node(id).exchange.listMessages({ state: 'any', limit: 200 })).items.filter(
		({ kind }) => kind !== 'control',
	);

describe('the training', () => {
	it('is on the clock on the wall when it begins', () => {
		expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5_000);
		expect(failures).toEqual([]);
	});

	it('has messages of many kinds of the last day, with an answer that is overdue, and one that is refused', async () => {
		const all = await messages('customs');
		expect(all.length).toBeGreaterThan(12);
		const kinds = new Set(all.map(({ kind }) => kind));
		for (const kind of [
			'request',
			'reply',
			'spontaneous',
			'alert',
			'hit-notice',
			'feedback',
			'consent',
			'correction',
		])
			expect(kinds).toContain(kind);
		expect(all.filter(({ overdue }) => overdue)).toHaveLength(1);
		expect(all.filter(({ caption }) => caption === 'Reply, refused')).toHaveLength(1);
		expect(all.filter(({ box, state }) => box === 'in' && state === 'received').length).toBeGreaterThan(1);
		const agesMs = all.map(({ at }) => Date.now() - Date.parse(at));
		expect(Math.max(...agesMs)).toBeGreaterThan(DAY_MS);
		expect(Math.min(...agesMs)).toBeGreaterThan(0);
	});

	it('has questions that hit and questions that do not', async () => {
		const { items } = await node('customs').exchange.listQuestions({ side: 'ours', limit: 50 });
		expect(new Set(items.map(({ hit }) => hit))).toEqual(new Set([true, false]));
		expect((await node('fiu').exchange.listOffers({}))[0]).toMatchObject({
			direction: 'given',
			partner: 'customs',
		});
	});

	it('is the same after another start, and without a past where the border is quiet', async () => {
		const before = await Promise.all(trainingNodes.map(({ id }) => messages(id)));
		await provideTraining(directory, nodes, clock);
		expect(await Promise.all(trainingNodes.map(({ id }) => messages(id)))).toEqual(before);

		const quiet = await mkdtemp(join(tmpdir(), 'tidewaiter-training-'));
		const startDate = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
		await writeFile(join(quiet, 'border.json'), JSON.stringify({ seed: 1, startDate, sent: 0 }));
		await provideTraining(quiet, nodes, await openTrainingClock(quiet));
		expect(await Promise.all(trainingNodes.map(({ id }) => messages(id)))).toEqual(before);
		await rm(quiet, { recursive: true, force: true });
	});
});

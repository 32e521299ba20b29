import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { modelCard, modelDrift } from '../../../contract/views-models.ts';
import type { FeatureValues, GoodsLine } from '../profile/model.ts';
import { FEATURES, openProfile } from '../profile/profile.ts';
import { asTraining, madeDeclarations } from './declarations.fixture.ts';
import { addCounts, describeDrift, readCounts, stabilityIndex } from './drift.ts';
import { meantLines, readFindings } from './labels.ts';
import { liveFigures } from './live-figures.ts';
import { openLiveModel } from './open-live-model.ts';
import { featureInWords, rowInWords, titleOf } from './sentences.ts';
import { formatStoredModel, parseStoredModel } from './stored-model.ts';
import { type TrainedHeads, trainHeads } from './train-heads.ts';
import { inOrder, knownMoment, replayMoment } from './training-order.ts';
import { openTrainingReplay, type TrainingSet } from './training-replay.ts';

const quiet = { threads: 1, currency: 'EUR', champion: undefined, onStep: () => undefined };

function replayed(count: number): TrainingSet {
	const replay = openTrainingReplay();
	for (const each of asTraining(madeDeclarations(count))) replay.take(each);
	return replay.finish();
}

describe('a replay of stored declarations', () => {
	it('makes a row of each line with an outcome, and counts all lines', () => {
		const made = madeDeclarations(400);
		const set = replayed(400);
		expect(set.lines).toBe(400);
		expect(set.rows.length).toBe(made.filter(({ inspected }) => inspected).length);
		expect(set.rows.every(({ features }) => features.length === FEATURES.length)).toBe(true);
		expect(set.sample.length).toBeGreaterThan(150);
	});

	it('knows no outcome before the node did', () => {
		const declarations = asTraining(madeDeclarations(200));
		const never = declarations.map((each) =>
			each.label === undefined
				? each
				: { ...each, label: { ...each.label, knownAtMs: Number.MAX_SAFE_INTEGER } },
		);
		const replay = openTrainingReplay();
		for (const each of never) replay.take(each);
		const known = FEATURES.findIndex(({ name }) => name === 'importer.known');
		expect(replay.finish().rows.every(({ features }) => features[known] === 0)).toBe(true);
		expect(replayed(200).rows.some(({ features }) => Number(features[known]) > 0)).toBe(true);
	});

	it('leaves out what it cannot read, and goes on', () => {
		const replay = openTrainingReplay();
		replay.take({ atMs: 0, version: 1, body: '{"kind":', office: null, label: undefined });
		for (const each of asTraining(madeDeclarations(5))) replay.take(each);
		expect(replay.finish()).toMatchObject({ unreadable: 1, lines: 5 });
	});
});

describe('the order of a replay', () => {
	const march = (day: number, hour = 0): number => Date.UTC(2026, 2, day, hour);

	it('is that of receipt, and for an archive that of its own dates', () => {
		expect(replayMoment(march(9, 10), '2026-03-09')).toBe(march(9, 10));
		expect(replayMoment(march(9, 10), '2026-03-10')).toBe(march(9, 10));
		expect(replayMoment(march(9, 10), null)).toBe(march(9, 10));
		expect(replayMoment(march(9, 10), '2026-02-30-oops')).toBe(march(9, 10));
		expect(replayMoment(march(9, 10), '1926-03-09')).toBe(march(9, 10));
		expect(replayMoment(march(9, 10), '2026-03-02')).toBe(march(3) - 1);
		const listed = [
			{ id: 'b', atMs: 2, receivedMs: 9 },
			{ id: 'a', atMs: 2, receivedMs: 9 },
			{ id: 'c', atMs: 1, receivedMs: 9 },
		];
		expect(inOrder(listed).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
	});

	it('tells outcomes when the node knew them, or would have known them', () => {
		const outcome = { inspectedAt: '2026-02-03T10:00:00Z', receivedAt: new Date(march(20)) };
		const late = { id: 'a', atMs: march(18), receivedMs: march(19) };
		expect(knownMoment(late, outcome)).toBe(march(20));
		const archive = { id: 'a', atMs: Date.UTC(2026, 1, 1), receivedMs: march(19) };
		expect(knownMoment(archive, outcome)).toBe(Date.UTC(2026, 1, 4, 10));
		expect(knownMoment(archive, { ...outcome, inspectedAt: 'unknown' })).toBe(march(20));
	});
});

describe('findings', () => {
	const line = (more: Partial<GoodsLine>): GoodsLine => ({ day: 0, ...more });

	it('mean the lines that they can be about', () => {
		const lines = [line({ itemPrice: 5 }), line({ origin: 'CN' }), line({})];
		expect(meantLines(lines, ['undervaluation'])).toEqual([true, false, false]);
		expect(meantLines(lines, ['undervaluation', 'false-origin'])).toEqual([true, true, false]);
		expect(meantLines(lines, ['mass'])).toEqual([true, true, true]);
		expect(meantLines(lines, ['undervaluation', 'something else'])).toEqual([true, true, true]);
		expect(meantLines(lines, [])).toEqual([true, true, true]);
	});

	it('are read whatever the store holds', () => {
		expect(readFindings('["a",3,"b"]')).toEqual(['a', 'b']);
		expect(readFindings('{}')).toEqual([]);
		expect(readFindings('[')).toEqual([]);
	});
});

describe('features', () => {
	it('are nothing that stands for a person', () => {
		const forbidden =
			/national|citizen|passport|sex|gender|\bage\b|birth|born|religi|health|ethnic|race|language|name$|person|residen|disab/i;
		for (const { name, title } of FEATURES) {
			expect(name).not.toMatch(forbidden);
			expect(title).not.toMatch(forbidden);
		}
	});

	it('all have a title and sentences, whatever their value', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...FEATURES),
				fc.oneof(
					fc.double(),
					fc.integer({ min: 0, max: 500 }),
					fc.string({ maxLength: 8 }),
					fc.constant(null),
				),
				(feature, value) => {
					const row: FeatureValues = FEATURES.map(({ name }) => (name === feature.name ? value : null));
					const words = featureInWords(feature.name, rowInWords(row, 0.1));
					expect(words.sentence.length).toBeGreaterThan(10);
					expect(words.value === null).toBe(value === null);
					expect(titleOf(feature.name)).toBe(feature.title);
				},
			),
			{ numRuns: 300, seed: 3 },
		);
	});

	it('say what an officer would say', () => {
		const say = (values: { readonly [name: string]: number | string }, name: string): string =>
			featureInWords(
				name,
				rowInWords(
					FEATURES.map((each) => values[each.name] ?? null),
					0.1,
				),
			).sentence;
		expect(say({ unitPriceAgainstHs: Math.log(0.34) }, 'unitPriceAgainstHs')).toBe(
			'the price of a kilogram is 0.34 of what is usual for this HS code',
		);
		expect(say({ massAgainstHs: Math.log(3) }, 'massAgainstHs')).toBe(
			'the net mass is 3 times what is usual for this HS code',
		);
		expect(say({ 'importer.offenceRate': (4 + 0.5) / 11, 'importer.known': 6 }, 'importer.offenceRate')).toBe(
			'offences were found in 4 of 6 inspections of this importer',
		);
		expect(say({ 'importer.offenceRate': 0.3, 'importer.known': 9_000 }, 'importer.offenceRate')).toBe(
			'offences were found in about 30 % of 9,000 inspections of this importer',
		);
		expect(say({}, 'importer.daysSince')).toBe('this importer was never declared before');
		expect(say({ chapter: '64' }, 'chapter')).toBe('the goods are of HS chapter 64');
	});

	it('count what a profile counted, also when rates are drawn to others', () => {
		const profile = openProfile();
		const line: GoodsLine = { day: 1, importer: 'a', hsCode: '640399' };
		for (let at = 0; at < 40; at++) profile.learn({ ...line, importer: `b${at % 9}` }, at % 5 === 0);
		for (let at = 0; at < 6; at++) profile.learn(line, at < 4);
		const words = featureInWords('importer.offenceRate', rowInWords(profile.features(line), 12 / 46));
		expect(words.value).toBe('4 of 6');
	});
});

describe('training', () => {
	let trained: TrainedHeads;
	beforeAll(async () => {
		const answer = await trainHeads(replayed(800), { ...quiet, seed: 1 });
		if (!answer.ok) throw new Error(answer.reason);
		trained = answer.trained;
	});

	const opened = () => {
		const live = openLiveModel(3, trained.stored);
		if (!live.ok) throw new Error(live.reason);
		return live.model;
	};

	it('refuses where there is too little, and says what to do', async () => {
		const answer = await trainHeads(replayed(150), { ...quiet, seed: 1 });
		expect(answer).toMatchObject({ ok: false });
		if (!answer.ok) expect(answer.remedy).toContain('Record what inspections find');
	});

	it('makes a card that the contract knows, with figures better than chance', () => {
		const card = modelCard.parse(trained.card);
		expect(card.auc).toBeGreaterThan(0.85);
		expect(card.precisionAt['5']).toBeGreaterThan(0.6);
		expect(card.data.labelled).toBeGreaterThan(400);
		expect(card.data.randomlyChosen).toBeGreaterThan(100);
		expect(card.revenueTrees).not.toBeNull();
		expect(card.revenueRecallAt?.['10']).toBeGreaterThan(0.2);
		expect(card.errors.section.map(({ group }) => group).sort()).toEqual(['XII', 'XVI']);
		expect(card.errors.office.reduce((sum, { rows }) => sum + rows, 0)).toBe(card.heldOut.rows);
		expect(card.features[0]?.title.length).toBeGreaterThan(3);
		expect(card.limits[0]).toContain('It looks for offences');
		expect(card.limits.join(' ')).toContain('were drawn at random');
	});

	it('gives a model that survives being stored, scores and explains', () => {
		const text = formatStoredModel(trained.stored);
		const read = parseStoredModel(text);
		expect(read.ok && formatStoredModel(read.model)).toBe(text);
		const { rows } = replayed(300);
		const features = rows.map((row) => row.features);
		const model = opened();
		const probability = model.probabilities(features);
		expect(probability.every((each) => each >= 0 && each <= 1)).toBe(true);
		expect(model.revenues(features)?.every((each) => each >= 0 && Number.isFinite(each))).toBe(true);
		const row = features[probability.indexOf(Math.max(...probability))]!;
		for (const method of ['exact', 'path'] as const) {
			const { base, reasons } = model.reasons(row, method, 1_000);
			expect(base + reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeGreaterThan(base);
			expect(model.reasons(row, method, 3).reasons.length).toBe(3);
		}
	});

	it('says when it ranks no better than chance, and what counts as found', async () => {
		const replay = openTrainingReplay();
		asTraining(madeDeclarations(500)).forEach((each, at) => {
			const found = at % 7 === 0;
			replay.take(
				each.label === undefined
					? each
					: { ...each, label: { ...each.label, found, offence: false, amount: Number.NaN } },
			);
		});
		const answer = await trainHeads(replay.finish(), { ...quiet, seed: 1 });
		if (!answer.ok) throw new Error(answer.reason);
		const { card, stored } = answer.trained;
		expect(stored.revenue).toBeNull();
		expect(card.revenueRecallAt).toBeNull();
		expect(card.limits.join(' ')).toContain('irregularities and offences');
		expect(card.auc < 0.6).toBe(card.limits[0]?.startsWith('On the held-out days it ranks hardly better'));
	});

	it('gives the same model for the same seed', async () => {
		const again = await trainHeads(replayed(800), { ...quiet, seed: 1 });
		expect(again.ok && formatStoredModel(again.trained.stored)).toBe(formatStoredModel(trained.stored));
	});

	it('holds a new model against the champion on the same days', async () => {
		const answer = await trainHeads(replayed(700), {
			...quiet,
			seed: 2,
			champion: { ...opened(), lastDay: '2026-04-01' } as ReturnType<typeof opened>,
		});
		if (!answer.ok) throw new Error(answer.reason);
		const { comparison, card } = answer.trained;
		expect(comparison).toMatchObject({ champion: 3, rows: card.heldOut.rows });
		const overlap = comparison?.overlap ?? { both: 0, champion: 0, challenger: 0 };
		expect(overlap.both + overlap.challenger).toBe(Math.round(card.heldOut.rows * 0.05));
		expect(comparison?.sentence).toContain('area under the curve');
	});

	it('refuses stored models that are damaged', () => {
		const text = formatStoredModel(trained.stored);
		const value = JSON.parse(text);
		const refused = (change: object): string => {
			const read = parseStoredModel(JSON.stringify({ ...value, ...change }));
			return read.ok ? 'accepted' : read.reason;
		};
		expect(parseStoredModel(text.slice(0, -5)).ok).toBe(false);
		expect(refused({ version: 2 })).toContain('version');
		expect(refused({ priorRate: 7 })).toContain('priorRate');
		expect(refused({ probability: null })).toContain('probability');
		expect(refused({ reference: { ...value.reference, features: [] } })).toContain('reference');
		expect(refused({ revenue: { ...value.revenue, ensemble: {} } })).toContain('revenue');
		const renamed = { ...value.probability.ensemble };
		renamed.features = renamed.features.map((each: object, at: number) =>
			at === 0 ? { ...each, name: 'shoeSize' } : each,
		);
		const read = parseStoredModel(
			JSON.stringify({ ...value, probability: { ...value.probability, ensemble: renamed } }),
		);
		const live = read.ok ? openLiveModel(1, read.model) : read;
		expect(live.ok ? '' : live.reason).toContain('shoeSize');
	});

	it('sees drift where what comes is different, and none where it is not', () => {
		const model = opened();
		const { reference, probability } = trained.stored;
		const named = probability.ensemble.features.map(({ name }) => ({ name, title: titleOf(name) }));
		const driftOf = (rows: readonly FeatureValues[]) => {
			for (let round = 0; round < 20; round++) model.probabilities(rows);
			const { scored, counts } = model.counter.take();
			expect(scored).toBe(20 * rows.length);
			return modelDrift.parse(describeDrift(reference, counts, named));
		};
		const alike = driftOf(
			trained.stored.reference.features.length > 0 ? replayed(800).sample.slice(0, 400) : [],
		);
		expect(alike.score).toBeLessThan(0.15);
		const office = FEATURES.findIndex(({ name }) => name === 'office');
		const other = driftOf(
			replayed(800)
				.sample.slice(0, 400)
				.map((row) => row.map((value, at) => (at === office ? 'elsewhere' : value))),
		);
		expect(other.features[0]).toMatchObject({ name: 'office' });
		expect(other.features[0]!.index).toBeGreaterThan(1);
		expect(readCounts('nonsense', reference)).toEqual(readCounts(null, reference));
		expect(addCounts(readCounts(null, reference), readCounts(null, reference)).rows).toBe(0);
		expect(describeDrift(reference, readCounts(null, reference), named).score).toBeNull();
	});
});

describe('figures of a live model', () => {
	it('take the area under the curve from the random share only', () => {
		const inspections = Array.from({ length: 40 }, (_, at) => ({
			probability: at / 40,
			random: at % 2 === 0,
			found: at >= 20,
		}));
		const live = liveFigures(1_000, inspections, 0.9);
		expect(live).toMatchObject({ scored: 1_000, auc: 1 });
		expect(live.precision.rate).toBe(0.5);
		expect(live.precisionAtTop).toMatchObject({ count: 4, of: 4 });
		expect(liveFigures(0, [], 0.5).auc).toBeNull();
	});

	it('measure how far shares have moved', () => {
		expect(stabilityIndex([0.5, 0.5], [50, 50], 100)).toBe(0);
		expect(stabilityIndex([0.5, 0.5], [90, 10], 100)).toBeGreaterThan(0.25);
		expect(Number.isFinite(stabilityIndex([1, 0], [0, 100], 100))).toBe(true);
	});
});

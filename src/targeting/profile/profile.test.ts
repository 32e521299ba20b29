import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../bench/targeting-lines.ts';
import { binTable } from '../trees/bin-columns.ts';
import { measureTop } from '../trees/measure.ts';
import { USUAL_OPTIONS } from '../trees/model.ts';
import { openScorer } from '../trees/score.ts';
import { trainHere } from '../trees/train.ts';
import type { GoodsLine } from './model.ts';
import { FEATURES, openProfile } from './profile.ts';
import { type KnownLine, replay, tableOf } from './replay.ts';

const featureOf = (
	values: readonly (number | string | null)[],
	name: string,
): number | string | null | undefined => values[FEATURES.findIndex((feature) => feature.name === name)];

const line = (day: number, more: Partial<GoodsLine> = {}): GoodsLine => ({
	day,
	importer: 'Alder',
	hsCode: '640399',
	origin: 'VN',
	departure: 'VN',
	netMassKg: 100,
	itemPrice: 1_000,
	...more,
});

const known = (day: number, offence: boolean, more: Partial<GoodsLine> = {}): KnownLine => ({
	line: line(day, more),
	offence,
});

const ALL = { outcomeDelayDays: 1, knownUntilDay: Number.POSITIVE_INFINITY };

describe('a profile', () => {
	it('knows nothing at first, and says so', () => {
		const values = openProfile().features(line(0));
		expect(values.length).toBe(FEATURES.length);
		expect(featureOf(values, 'importer.offenceRate')).toBeNull();
		expect(featureOf(values, 'importer.known')).toBe(0);
		expect(featureOf(values, 'importer.daysSince')).toBeNull();
		expect(featureOf(values, 'unitPriceAgainstHs')).toBeNull();
	});

	it('counts what was found, drawn towards what is found in all', () => {
		const rows = replay([known(0, true), known(1, true), known(2, false), known(9, false)], ALL);
		const prior = (2 + 20 * 0.1) / (3 + 20);
		expect(featureOf(rows[3]!, 'importer.offenceRate')).toBeCloseTo((2 + 5 * prior) / (3 + 5), 12);
		expect(featureOf(rows[3]!, 'importer.known')).toBe(3);
		expect(featureOf(rows[3]!, 'importer.daysSince')).toBe(7);
	});

	it('does not know on the day itself what was found, nor what nobody tells it', () => {
		const sameDay = replay([known(0, true), known(0, true), known(0, true)], ALL);
		expect(featureOf(sameDay[2]!, 'importer.known')).toBe(0);
		const untold = replay([known(0, true), known(5, true), known(9, true)], { ...ALL, knownUntilDay: 5 });
		expect(featureOf(untold[2]!, 'importer.known')).toBe(1);
		const late = replay([known(0, true), known(5, true), known(9, true)], { ...ALL, outcomeDelayDays: 7 });
		expect(featureOf(late[2]!, 'importer.known')).toBe(1);
	});

	it('holds the price of a kilogram against what is usual', () => {
		const lines = Array.from({ length: 30 }, (_, day) =>
			known(day, false, { itemPrice: 1_000 + (day % 5) * 50 }),
		);
		const rows = replay([...lines, known(31, true, { itemPrice: 200 })], ALL);
		expect(featureOf(rows[30]!, 'unitPriceAgainstHs')).toBeCloseTo(Math.log(200 / 1_100), 1);
		expect(featureOf(rows[30]!, 'unitPriceStandard')).toBeLessThan(-10);
	});

	it('takes what is missing as missing, and a mass of nothing as no price of a kilogram', () => {
		const bare = replay(
			[
				{ line: { day: 0 }, offence: false },
				{ line: { day: 1 }, offence: true },
			],
			ALL,
		);
		expect(featureOf(bare[1]!, 'importer.known')).toBeNull();
		const weightless = replay([known(0, false, { netMassKg: 0 })], ALL);
		expect(featureOf(weightless[0]!, 'unitPrice')).toBeNull();
	});

	it('never looks ahead: lines and outcomes that come later change no feature', () => {
		const lines = fc.array(
			fc.record({
				gap: fc.nat({ max: 3 }),
				offence: fc.boolean(),
				importer: fc.constantFrom('Alder', 'Birch', undefined),
				hsCode: fc.constantFrom('640399', '870323'),
				itemPrice: fc.constantFrom(10, 1_000, undefined),
			}),
			{ minLength: 2, maxLength: 30 },
		);
		fc.assert(
			fc.property(lines, fc.nat(), (drafts, at) => {
				let day = 0;
				const all = drafts.map(({ gap, offence, ...more }) => {
					day += gap;
					return known(day, offence, more);
				});
				const cut = at % all.length;
				const changed = all.map((each, row) =>
					row < cut || each.line.day < all[cut]!.line.day ? each : { ...each, offence: !each.offence },
				);
				const before = replay(all, ALL).slice(0, cut + 1);
				expect(replay(changed, ALL).slice(0, cut + 1)).toEqual(before);
				expect(replay(all.slice(0, cut + 1), ALL)).toEqual(before);
			}),
			{ numRuns: 60, seed: 5 },
		);
	});
});

const dataFile = fileURLToPath(new URL('../../../../shared/data/targeting/train.csv', import.meta.url));

describe('declarations with what was found', () => {
	// Skipped where the shared data set is not there.
	it.skipIf(!existsSync(dataFile))('are ranked well on the months after', () => {
		const day = (text: string): number => Date.parse(text) / 86_400_000;
		const lines = readLines([readFileSync(dataFile, 'utf8')]).filter(
			({ line: { day: at } }) => at < day('2020-05-01'),
		);
		const cut = lines.findIndex(({ line: { day: at } }) => at >= day('2020-04-01'));
		const rows = replay(lines, { outcomeDelayDays: 1, knownUntilDay: day('2020-04-01') });
		const target = Float64Array.from(lines, ({ offence }) => (offence ? 1 : 0));
		const options = { ...USUAL_OPTIONS, trees: 20, leaves: 31, learningRate: 0.2 };
		const { ensemble } = trainHere(tableOf(rows.slice(0, cut), target.slice(0, cut)), options);
		const later = tableOf(rows.slice(cut), target.slice(cut));
		const margins = openScorer(ensemble).scoreBinned(binTable(later, ensemble.features));
		const { precisionAt } = measureTop(margins, later.target);
		expect(precisionAt['5']).toBeGreaterThan(0.9);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAIRNESS_HEAD, formatFairnessRows } from './format-rows.ts';
import { type GroupCounts, LEAST_ASSESSED, rateGroups } from './rate-groups.ts';

const named = { dimension: 'origin', by: 'all' } as const;
const group = (
	name: string,
	assessed: number,
	selected: number,
	inspected: number,
	found: number,
): GroupCounts => ({
	group: name,
	assessed,
	selected,
	inspected,
	found,
});
const flagged = (counts: readonly GroupCounts[]): string[] =>
	rateGroups(counts, named).flatMap(({ group: name, flag }) => (flag === null ? [] : [name]));

describe('rates by group', () => {
	it('flags a group that is selected far more often without finding more', () => {
		const rated = rateGroups([group('CN', 1_000, 200, 150, 15), group('NO', 4_000, 200, 150, 16)], named);
		expect(rated.map(({ group: name }) => name)).toEqual(['NO', 'CN']);
		expect(rated[1]).toMatchObject({
			selection: { count: 200, of: 1_000, rate: 0.2 },
			finding: { count: 15, of: 150, rate: 0.1 },
			falseAlarm: { count: 135, of: 150, rate: 0.9 },
			selectionRatio: { ratio: 4 },
		});
		expect(rated[1]?.flag).toContain('20.0 % of the declarations of goods from CN (200 of 1000), 4.00 times');
		expect(rated[0]?.flag).toBeNull();
	});

	it('does not flag where inspections find more', () => {
		expect(flagged([group('CN', 1_000, 200, 150, 75), group('NO', 4_000, 200, 150, 16)])).toEqual([]);
	});

	it('flags where nothing is known of what was found, and where nobody else is selected', () => {
		expect(flagged([group('CN', 1_000, 200, 0, 0), group('NO', 4_000, 200, 150, 16)])).toEqual(['CN']);
		expect(flagged([group('CN', 1_000, 200, 10, 0), group('NO', 4_000, 0, 0, 0)])).toEqual(['CN']);
	});

	it('shows small groups and does not flag them', () => {
		const few = LEAST_ASSESSED - 1;
		const rated = rateGroups([group('KM', few, few, 0, 0), group('NO', 4_000, 20, 0, 0)], named);
		expect(rated.find(({ group: name }) => name === 'KM')).toMatchObject({
			selection: { rate: 1 },
			flag: null,
		});
	});

	it('does not flag what the rate of everybody is', () => {
		expect(flagged([group('CN', 1_000, 50, 40, 4), group('NO', 4_000, 200, 150, 16)])).toEqual([]);
	});

	it('does not flag what chance draws', () => {
		const drawn = [group('CN', 1_000, 200, 0, 0), group('NO', 4_000, 200, 0, 0)];
		expect(rateGroups(drawn, { ...named, by: 'chance' }).map(({ flag }) => flag)).toEqual([null, null]);
	});

	it('knows no ratio of a group that is alone', () => {
		expect(rateGroups([group('CN', 100, 10, 5, 1)], named)[0]).toMatchObject({
			selectionRatio: null,
			findingRatio: null,
			flag: null,
		});
	});

	const counts = fc
		.tuple(fc.nat(5_000), fc.nat(5_000), fc.nat(5_000), fc.nat(5_000))
		.map((numbers) => numbers.sort((a, b) => b - a))
		.chain(([assessed = 0, selected = 0, inspected = 0, found = 0]) =>
			fc
				.string({ minLength: 1, maxLength: 4 })
				.map((name) => group(name, assessed, selected, inspected, found)),
		);

	it('keeps every rate within its interval, and writes one row for each group that no spreadsheet runs', () => {
		fc.assert(
			fc.property(fc.array(counts, { maxLength: 8 }), (given) => {
				const rated = rateGroups(given, named);
				expect(rated).toHaveLength(given.length);
				for (const { selection, selectionRatio, flag } of rated) {
					if (selection.rate !== null) {
						expect(selection.low).toBeLessThanOrEqual(selection.rate);
						expect(selection.high).toBeGreaterThanOrEqual(selection.rate);
					}
					if (flag !== null) expect(selectionRatio?.low).toBeGreaterThan(1.25);
				}
			}),
			{ numRuns: 200, seed: 7 },
		);
		const rows = formatFairnessRows({
			...named,
			from: '2026-01-01',
			until: '2026-01-31',
			groups: rateGroups([group('=HYPERLINK("x")', 100, 10, 0, 0), group('A,B', 100, 0, 0, 0)], named),
		}).split('\n');
		expect(rows[0]).toMatch(
			/^2026-01-01,2026-01-31,all,origin,"'=HYPERLINK\(""x""\)",10,100,0\.1,0\.0552\d\d,0\.1743\d\d,0,0,,,,0,0,,,,21,/,
		);
		expect(rows[1]).toContain('"A,B"');
		expect(FAIRNESS_HEAD.split(',')).toHaveLength(27);
	});

	it('does not depend on the order of groups', () => {
		fc.assert(
			fc.property(fc.uniqueArray(counts, { maxLength: 8, selector: ({ group: name }) => name }), (given) => {
				expect(rateGroups(given.toReversed(), named)).toEqual(rateGroups(given, named));
			}),
			{ numRuns: 100, seed: 7 },
		);
	});
});

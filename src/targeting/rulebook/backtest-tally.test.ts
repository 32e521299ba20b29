import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Rule } from '../../../contract/rules.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import { backtest } from '../../../contract/views-rules.ts';
import { openBacktestTally, type TriedRecord } from './backtest-tally.ts';

const rule: Rule = {
	id: 'heavy-goods',
	title: 'Heavy goods',
	reason: 'heavy',
	legalBasis: 'Customs Act, section 12',
	source: 'experience',
	owner: 'targeting centre',
	subject: 'declaration',
	when: 'true',
	effect: { kind: 'weight', weight: 0.3 },
	validFrom: '2026-03-01',
	validUntil: '2026-12-31',
	offices: [],
	tests: [],
};

const summary = (at: number, originCountry: string | null): RecordSummary => ({
	id: `0198a1c2-0000-7000-8000-${String(at).padStart(12, '0')}`,
	kind: 'declaration',
	reference: `D-${at}`,
	version: 1,
	receivedAt: new Date(Date.UTC(2026, 2, 1 + (at % 5))).toISOString(),
	format: 'record-json',
	office: at % 2 === 0 ? 'MT01' : null,
	carrier: null,
	lane: null,
	caption: 'goods',
	documentDate: null,
	originCountry,
	destinationCountry: null,
	hsCode: null,
	grossMassKg: null,
	value: null,
	currency: null,
	findings: 0,
	worst: null,
});

const record = (nationality: string): BorderRecord => ({
	kind: 'declaration',
	reference: 'D',
	function: 'original',
	direction: 'import',
	borderTransport: { nationality: 'PA' },
	parties: [
		{ role: 'importer', person: { name: { full: 'A B' }, nationalities: [nationality, nationality] } },
	],
	items: [],
});

type Drawn = {
	fires: number;
	fails: boolean;
	country: string | null;
	nationality: string;
	found: boolean | undefined;
	random: boolean;
	other: boolean;
};

const drawn: fc.Arbitrary<Drawn> = fc.record({
	fires: fc.integer({ min: 0, max: 3 }),
	fails: fc.boolean(),
	country: fc.constantFrom('CN', 'TR', null),
	nationality: fc.constantFrom('MT', 'LY', 'TN'),
	found: fc.constantFrom(true, false, undefined),
	random: fc.boolean(),
	other: fc.boolean(),
});

const triedOf = (each: Drawn, at: number): TriedRecord => ({
	summary: summary(at, each.country),
	record: record(each.nationality),
	places: ['', 'items[0]', 'items[1]'],
	firings: Array.from({ length: each.fires }, (_, place) => ({
		rule: rule.id,
		version: 1,
		title: rule.title,
		place: `items[${place}]`,
		sentence: 'heavy',
		effect: rule.effect,
		weight: 0.3,
	})),
	failures: each.fails ? [{ rule: rule.id, version: 1, place: '', message: `no ${at % 3}` }] : [],
	known: { findings: [], found: each.found, random: each.random, rules: each.other ? ['other'] : [] },
});

describe('what a backtest counts', () => {
	it('adds up, whatever the records are', () => {
		fc.assert(
			fc.property(fc.array(drawn, { maxLength: 60 }), (records) => {
				const tally = openBacktestTally(rule);
				records.forEach((each, at) => void tally.add(triedOf(each, at)));
				const result = tally.result(new Map([['other', 'The other']]));
				const fired = records.filter(({ fires }) => fires > 0);
				expect(result).toMatchObject({
					records: records.length,
					units: records.length * 3,
					fired: fired.length,
					firedUnits: records.reduce((sum, { fires }) => sum + fires, 0),
					errored: records.filter(({ fails }) => fails).length,
				});
				expect(result.byDay.reduce((sum, row) => sum + row.fired, 0)).toBe(fired.length);
				expect(result.errors.reduce((sum, row) => sum + row.count, 0)).toBe(result.errored);
				expect(result.precision.of).toBe(fired.filter(({ found }) => found !== undefined).length);
				expect(result.recall.of).toBe(records.filter(({ found }) => found === true).length);
				expect(result.recall.count).toBe(result.precision.count);
				expect(result.unbiasedPrecision.of).toBeLessThanOrEqual(result.precision.of);
				const nationalities = result.groups.filter(({ dimension }) => dimension === 'nationality');
				expect(nationalities.reduce((sum, group) => sum + group.assessed, 0)).toBe(records.length);
				expect(nationalities.map(({ group }) => group)).not.toContain('PA');
				expect(result.overlap.map(({ both }) => both)).toEqual(
					fired.some(({ other }) => other) ? [fired.filter(({ other }) => other).length] : [],
				);
				// And it is in the form of the contract.
				const whole = {
					...result,
					from: '2026-01-01T00:00:00.000Z',
					until: '2026-03-01T00:00:00.000Z',
					complete: true,
					seconds: 1,
					microsPerUnit: 1,
				};
				expect(backtest.safeParse(whole).success).toBe(true);
			}),
			{ seed: 11, numRuns: 60 },
		);
	});

	it('holds each group against all others together', () => {
		const tally = openBacktestTally(rule);
		const of = (country: string, fires: number, at: number): void =>
			tally.add(
				triedOf(
					{ fires, fails: false, country, nationality: 'MT', found: undefined, random: false, other: false },
					at,
				),
			);
		for (let at = 0; at < 10; at++) of('CN', at < 6 ? 1 : 0, at);
		for (let at = 10; at < 30; at++) of('TR', at < 14 ? 1 : 0, at);
		const ratios = tally
			.result(new Map())
			.groups.filter(({ dimension }) => dimension === 'country')
			.map(({ group, ratio }) => [group, ratio]);
		expect(ratios).toEqual([
			['TR', expect.closeTo(1 / 3, 9)],
			['CN', expect.closeTo(3, 9)],
		]);
	});

	it('keeps the newest examples, and a bounded number of messages', () => {
		const tally = openBacktestTally(rule);
		for (let at = 0; at < 400; at++) {
			const tried = triedOf(
				{
					fires: 1,
					fails: true,
					country: null,
					nationality: 'MT',
					found: undefined,
					random: false,
					other: false,
				},
				at,
			);
			tally.add({
				...tried,
				failures: tried.failures.map((failure) => ({ ...failure, message: `value ${at}` })),
			});
		}
		const { examples, errors, errored } = tally.result(new Map());
		expect(examples).toHaveLength(20);
		expect(examples[0]?.record.reference).toBe('D-399');
		expect(errored).toBe(400);
		expect(errors[0]).toMatchObject({ message: 'other errors', count: 200 });
	});
});

import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../contract/rules.ts';
import { checkRule } from './check-rule.ts';
import { describeLanguage } from './describe-language.ts';

const rule = (changes: Partial<Rule> = {}): Rule => ({
	id: 'low-price',
	title: 'Price is low',
	reason: '{item.unitPrice} a kilogram is less than half of {band("unit_value", item.hs, item.origin).mean}',
	legalBasis: 'national law',
	source: 'an example',
	owner: 'tests',
	subject: 'goods-item',
	when: 'item.unitPrice < 0.5 * band("unit_value", item.hs, item.origin).mean',
	effect: { kind: 'weight', weight: 0.2 },
	validFrom: '2026-01-01',
	validUntil: '2026-12-31',
	offices: [],
	tests: [
		{
			name: 'cheap',
			facts: { 'item.unitPrice': 1.23456 },
			answers: { band: { mean: 1_234_567 } },
			fires: true,
		},
		{ name: 'unknown price', facts: {}, answers: { band: { mean: 10 } }, fires: false },
		{ name: 'nothing usual', facts: { 'item.unitPrice': 1 }, answers: {}, fires: false },
	],
	...changes,
});

const problemsOf = (changes: Partial<Rule>) => checkRule(rule(changes)).problems;

describe('checking a rule', () => {
	it('accepts one whose cases come out as they say, and shows the sentence', () => {
		const check = checkRule(rule());
		expect(check.problems).toEqual([]);
		expect(check.tests.map(({ passed }) => passed)).toEqual([true, true, true]);
		expect(check.tests[0]?.message).toBe('1.235 a kilogram is less than half of 1,234,567');
		expect(check.proposable).toBe(true);
	});

	it('asks for a case that fires and one that does not', () => {
		expect(checkRule(rule({ tests: [] })).proposable).toBe(false);
		expect(checkRule(rule({ tests: rule().tests.slice(0, 1) })).proposable).toBe(false);
	});

	it('says which case came out otherwise', () => {
		const check = checkRule(rule({ when: 'item.unitPrice > 5' }));
		expect(check.tests.map(({ passed }) => passed)).toEqual([false, true, true]);
		expect(check.proposable).toBe(false);
	});

	it.each([
		['item.unitprice < 5', 1, 6, 'no fact "unitprice"', 'Did you mean "unitPrice"?'],
		['itm.unitPrice < 5', 1, 1, '"itm" is not known', 'Did you mean "item"?'],
		['item.unitPrice <\n  "5"', 1, 1, 'double < string', 'quotation marks'],
		['item.unitPrice < 5 &&\n  bnad("a") > 1', 2, 3, 'bnad', 'Did you mean "band"?'],
		['band("a").mean > 1', 1, 1, 'band(string)', 'measure: string'],
		['item.unitPrice >', 1, 17, 'ends too early', 'brackets'],
		['item.unitPrice', 1, 1, 'not a condition', 'Compare'],
		['item.hs.matches("(?=a)")', 1, 9, 'pattern', 'RE2'],
		['item.containers.exists(c, item.documentTypes.exists(d, d == c))', 1, 27, 'loop inside a loop', 'list'],
		['listed("wepons", item.hs)', 1, 8, 'listed() knows no "wepons"', 'Did you mean "weapons"?'],
		['{"a": 1}["a"] > 0', 1, 1, 'maps', 'without'],
		['has(item.hs)', 1, 1, 'has()', 'known'],
		['item.source == item.source', 1, 6, 'no fact "source"', 'facts'],
		['importer.constructor == importer.constructor', 1, 10, 'no fact', 'facts'],
	])('%s', (when, line, column, message, remedy) => {
		const [problem] = problemsOf({ when });
		expect(problem).toMatchObject({ field: 'when', line, column });
		expect(problem?.message).toContain(message);
		expect(problem?.remedy).toContain(remedy);
	});

	it('finds mistakes in the reason, the days and the cases', () => {
		expect(problemsOf({ reason: 'costs\n {item.unitPrce} a kilogram' })[0]).toMatchObject({
			field: 'reason',
			line: 2,
			column: 8,
		});
		expect(problemsOf({ reason: 'costs {item.unitPrice' })[0]).toMatchObject({ field: 'reason', column: 7 });
		expect(problemsOf({ reason: '{importer}' })[0]?.message).toContain('cannot be shown');
		expect(problemsOf({ validUntil: '2025-01-01' })[0]?.field).toBe('validUntil');
		expect(problemsOf({ validUntil: '2029-01-01' })[0]?.field).toBe('validUntil');
		const test = (facts: Record<string, number | string>, answers: Record<string, number>) =>
			problemsOf({ tests: [{ name: 'x', facts, answers, fires: true }] })[0]?.message;
		expect(test({ 'item.unitPrise': 1 }, {})).toContain('there is no fact "item.unitPrise"');
		expect(test({ 'item.unitPrice': '1' }, {})).toContain('is a double');
		expect(test({}, { hopps: 1 })).toContain('there is no function "hopps"');
		expect(test({}, { suspected: 1 })).toContain('answers with a string');
	});

	it('bounds the size of a condition', () => {
		expect(problemsOf({ when: Array(300).fill('item.hs == "1"').join(' || ') })).toHaveLength(1);
		expect(problemsOf({ when: `${'('.repeat(200)}true${')'.repeat(200)}` })).toHaveLength(1);
	});

	it('answers one call of several by its first argument', () => {
		const check = checkRule(
			rule({
				when: 'count("consignment-to-address", importer.keys, 30) >= 3 && count("inspection-of-party", "key", 30) == 0',
				reason: 'because',
				tests: [
					{
						name: 'both',
						facts: {},
						answers: { 'count(consignment-to-address)': 3, 'count(inspection-of-party)': 0 },
						fires: true,
					},
					{ name: 'one', facts: {}, answers: { count: 3 }, fires: false },
				],
			}),
		);
		expect(check).toMatchObject({ problems: [], proposable: true });
	});
});

describe('what the language tells of itself', () => {
	it('has facts, functions and code lists, and nothing that says who a person is by birth', () => {
		const { facts, functions, codeLists } = describeLanguage();
		expect(facts.find(({ path }) => path === 'importer.seen')?.subjects).toEqual([
			'declaration',
			'goods-item',
		]);
		expect(functions.map(({ signature }) => signature)).toContain('hops(most: double): double');
		expect(codeLists.find(({ id }) => id === 'high-priority-items')?.codes).toBe(50);
		const forbidden = /national|citizen|sex$|gender|born|birth|\bage$|religio|health|ethnic|race|name$/i;
		expect(facts.filter(({ path }) => forbidden.test(path))).toEqual([]);
	});
});

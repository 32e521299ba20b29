import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageFor } from './language.ts';
import { shown } from './reason.ts';

const language = languageFor('goods-item', () => Number.NaN);
const ours = (expression: string, variables = {}): unknown => {
	const compiled = language.compile(expression);
	if (!compiled.ok) throw new Error(compiled.problem.message);
	return compiled.run(variables, undefined);
};

/** Expressions of one type, over facts of an item, with numbers as the library wants them. */
const { numeric, truth } = fc.letrec<{ numeric: string; textual: string; truth: string }>((tie) => ({
	numeric: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom('item.price', 'item.netMassKg', '2.0', '0.5', '-3.0'),
		fc
			.tuple(tie('numeric'), fc.constantFrom('+', '-', '*', '/'), tie('numeric'))
			.map((p) => `(${p.join(' ')})`),
		fc.tuple(tie('truth'), tie('numeric'), tie('numeric')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
	),
	textual: fc.oneof(
		{ maxDepth: 2 },
		fc.constantFrom('item.hs', 'item.origin', '"64"', '""', '"CN"'),
		fc.tuple(tie('textual'), tie('textual')).map(([a, b]) => `(${a} + ${b})`),
	),
	truth: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom('true', 'false', 'item.hasPreference'),
		fc
			.tuple(tie('numeric'), fc.constantFrom('<', '<=', '>', '>=', '=='), tie('numeric'))
			.map((p) => `(${p.join(' ')})`),
		fc.tuple(tie('textual'), fc.constantFrom('<', '==', '!='), tie('textual')).map((p) => `(${p.join(' ')})`),
		fc.tuple(tie('truth'), fc.constantFrom('&&', '||'), tie('truth')).map((p) => `(${p.join(' ')})`),
		tie('truth').map((each) => `!${each}`),
		tie('textual').map((each) => `${each}.startsWith("6")`),
		tie('textual').map((each) => `(${each} in ["CN", "64", ""])`),
		tie('textual').map((each) => `item.containers.exists(c, c == ${each})`),
		tie('numeric').map((each) => `item.containers.all(c, ${each} > 1.0)`),
	),
}));

class Item {
	price = 12.5;
	netMassKg = 3;
	hs = '640411';
	origin = 'CN';
	hasPreference = true;
	containers = ['CN', '64'];
}
const library = new Environment()
	.registerType('Item', {
		ctor: Item,
		fields: {
			price: 'double',
			netMassKg: 'double',
			hs: 'string',
			origin: 'string',
			hasPreference: 'bool',
			containers: 'list<string>',
		},
	})
	.registerVariable('item', 'Item');

describe('running expressions', () => {
	it('agrees with the library that reads them', () => {
		const item = new Item();
		fc.assert(
			fc.property(fc.oneof(truth, numeric), (expression) => {
				// Loops inside loops are left out of the language.
				fc.pre((expression.match(/\.(?:exists|all)\(/g) ?? []).length < 2);
				expect(ours(expression, { item })).toEqual(library.evaluate(expression, { item }));
			}),
			{ numRuns: 300, seed: 11 },
		);
	});

	it.each([
		['5 / 2', 2.5],
		['7 % 4', 3],
		['size("añb") + 1', 4],
		['size(["a"]) > 0', true],
		['["a", "b"].size()', 2],
		['"Steel PIPE".lowerAscii().matches("^steel\\\\s+pipe$")', true],
		['" a ".trim() + "b"', 'ab'],
		['"abcdef".substring(1, 3)', 'bc'],
		['["b", "a"].filter(x, x != "a").join(", ")', 'b'],
		['["b", "a"].map(x, x + "!").join("")', 'b!a!'],
		['[1, 2, 3].exists_one(x, x > 2)', true],
		['["a"][0]', 'a'],
		['double("x") > 1 || true', true],
		['["a"][5] == "x" || true', true],
		['["a"][5] == "x" && false', false],
		['string(2.5)', '2.5'],
		['max(1, min(5, 3)) > 2', Number.NaN],
	])('%s', (expression, expected) => {
		if (typeof expected === 'number' && Number.isNaN(expected)) expect(ours(expression)).toBe(false);
		else expect(ours(expression)).toEqual(expected);
	});

	it('throws where an element is missing and nothing else decides', () => {
		expect(() => ours('["a"][5] == "x" || false')).toThrow('has no element 5');
		expect(() => ours('"abc".substring(2, 9)')).toThrow('has no characters');
	});
});

describe('values in a sentence', () => {
	it.each([
		[1234567.8, '1,234,568'],
		[0.123456, '0.1235'],
		[-12.3456, '-12.35'],
		[1e-9, '1e-9'],
		[Number.NaN, 'unknown'],
		[Number.POSITIVE_INFINITY, 'infinite'],
		['', 'not stated'],
		[['a', 'b'], 'a, b'],
		[true, 'yes'],
	])('%s', (value, expected) => {
		expect(shown(value)).toBe(expected);
	});
});

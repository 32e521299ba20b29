import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern, PatternFault } from './linear-pattern.ts';

describe('patterns of officers', () => {
	it.each([
		['^NO\\d{2}', 'NO12X', true],
		['^NO\\d{2}$', 'NO12X', false],
		['a|bc', 'xbcx', true],
		['^(ab|c)+d?$', 'abcab', true],
		['^(ab|c)+d?$', 'abcb', false],
		['[^A-Z-]', 'AB-C', false],
		['(?i)^steel', 'STEEL PIPES', true],
		['(?i)[a-f]{3}', 'xABCx', true],
		['\\bparts\\b', 'spare parts, new', true],
		['\\bparts\\b', 'spareparts', false],
		['x{2,}', 'axa', false],
		['x{0,2}y', 'xxy', true],
		['^$', '', true],
		['[\\]a]', ']', true],
		['\\.', 'a', false],
	])('%s in %j: %s', (pattern, text, expected) => {
		expect(linearPattern(pattern)(text)).toBe(expected);
	});

	it.each([
		'(',
		')',
		'a**',
		'*',
		'[a',
		'(?=a)',
		'(a)\\1',
		'a{3,1}',
		'a{999}',
		'((a{100}){100})',
		'x'.repeat(301),
	])('refuses %s', (pattern) => {
		expect(() => linearPattern(pattern)).toThrow(PatternFault);
	});

	it('takes time in proportion to the text, where others take forever', () => {
		const test = linearPattern('^(a+)+$');
		expect(test(`${'a'.repeat(4_000)}!`)).toBe(false);
	});

	it('agrees with the expressions of JavaScript', () => {
		const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', 'c');
		const piece = fc
			.tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{0,}'))
			.map((parts) => parts.join(''));
		const branch = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
		const group = fc
			.tuple(branch, branch, fc.constantFrom('', '+', '?', '*'))
			.map(([a, b, q]) => `(${a}|${b})${q}`);
		const pattern = fc
			.tuple(
				fc.constantFrom('', '^'),
				fc.array(fc.oneof(branch, group), { maxLength: 3 }),
				fc.constantFrom('', '$'),
			)
			.map(([begin, middle, end]) => begin + middle.join('') + end);
		fc.assert(
			fc.property(
				pattern,
				fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 8 }),
				(each, text) => {
					expect(linearPattern(each)(text)).toBe(new RegExp(each, 'u').test(text));
				},
			),
			{ numRuns: 500, seed: 7 },
		);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFacts, parseFacts } from './test-facts.ts';

describe('facts of a test case', () => {
	it('reads numbers, truth, lists and text', () => {
		expect(
			parseFacts(
				'item.unitPrice = 0.4\n\nimporter.isNew=true\nitem.hs = "010121"\ncodes = ["a","b"]\nitem.origin = CN',
			),
		).toEqual({
			facts: {
				'item.unitPrice': 0.4,
				'importer.isNew': true,
				'item.hs': '010121',
				codes: ['a', 'b'],
				'item.origin': 'CN',
			},
		});
	});

	it('says which line it cannot read', () => {
		expect(parseFacts('a = 1\nb')).toEqual({ problem: 'Line 2 wants the form path = value.' });
		expect(parseFacts('= 1')).toEqual({ problem: 'Line 1 wants the form path = value.' });
		expect(parseFacts('a = 1\na = 2')).toEqual({ problem: 'Line 2 gives a a second time.' });
	});

	it('reads what it writes', () => {
		const path = fc.stringMatching(/^[a-z][a-zA-Z.]{0,20}$/).filter((text) => text !== '__proto__');
		const value = fc.oneof(
			fc.string(),
			fc.constantFrom('true', '12', '[1]', ' x ', 'a\nb', '"', 'null', ''),
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
			fc.boolean(),
			fc.array(fc.string()),
		);
		fc.assert(
			fc.property(fc.dictionary(path, value), (facts) => {
				expect(parseFacts(formatFacts(facts))).toEqual({ facts: { ...facts } });
			}),
			{ numRuns: 300, seed: 11 },
		);
	});
});

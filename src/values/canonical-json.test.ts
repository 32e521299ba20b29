import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
	it('sorts members by UTF-16 code units and leaves out what is undefined (RFC 8785, 3.2.3)', () => {
		expect(
			canonicalJson({
				'\u20ac': 'Euro Sign',
				'\r': 'Carriage Return',
				'\ufb33': 'Hebrew Letter Dalet With Dagesh',
				'1': 'One',
				'\ud83d\ude00': 'Emoji: Grinning Face',
				'\u0080': 'Control',
				'\u00f6': 'Latin Small Letter O With Diaeresis',
				nothing: undefined,
			}),
		).toBe(
			'{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
		);
		expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'x\u0007"\\' })).toBe(
			'{"a":"x\\u0007\\"\\\\","b":[1,{"c":true,"d":null}]}',
		);
	});

	it('writes numbers as ECMAScript does (RFC 8785, 3.2.2.3), and refuses those that others may read otherwise', () => {
		expect(canonicalJson([0, -1, 2 ** 53 - 1, 59.9139, 1e-7, 0.1 + 0.2])).toBe(
			'[0,-1,9007199254740991,59.9139,1e-7,0.30000000000000004]',
		);
		for (const number of [Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, 1e21])
			expect(() => canonicalJson(number)).toThrow(TypeError);
	});

	it('refuses what is not JSON or has no bytes', () => {
		for (const value of [undefined, () => 1, 1n, Symbol('x'), '\ud800', { '\udc00': 1 }])
			expect(() => canonicalJson(value)).toThrow(TypeError);
	});

	it('is the same for the same value, and read back is that value', () => {
		const value = fc.jsonValue({ maxDepth: 2, depthSize: 'xsmall' });
		fc.assert(
			fc.property(value, (each) => {
				let text: string;
				try {
					text = canonicalJson(each);
				} catch {
					return;
				}
				expect(canonicalJson(JSON.parse(text))).toBe(text);
				expect(isDeepStrictEqual(JSON.parse(text), each)).toBe(true);
			}),
			{ seed: 8785, numRuns: 100 },
		);
	});
});

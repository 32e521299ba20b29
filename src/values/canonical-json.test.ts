import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
	it('orders members by UTF-16 code units, as the example of RFC 8785 does', () => {
		const members = {
			'\u20ac': 1,
			'\r': 2,
			'\ufb33': 3,
			'1': 4,
			'\ud83d\ude00': 5,
			'\u0080': 6,
			'\u00f6': 7,
		};
		expect(Object.values(JSON.parse(canonicalJson(members)) as object)).toHaveLength(7);
		expect([...canonicalJson(members).matchAll(/:(\d)/g)].map(([, digit]) => digit).join('')).toBe('2467153');
	});

	it('is the same whatever the order in which members were set, and JSON reads it', () => {
		const json = fc.letrec((tie) => ({
			value: fc.oneof(
				{ maxDepth: 3 },
				fc.string({ unit: 'grapheme' }),
				fc.integer(),
				fc.boolean(),
				fc.constant(null),
				fc.array(tie('value'), { maxLength: 4 }),
				fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
			),
		})).value;
		fc.assert(
			fc.property(json, (value) => {
				const text = canonicalJson(value);
				expect(JSON.parse(text)).toEqual(value);
				expect(canonicalJson(JSON.parse(text))).toBe(text);
				const turned = JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
					typeof member === 'object' && member !== null && !Array.isArray(member)
						? Object.fromEntries(Object.entries(member).reverse())
						: member,
				);
				expect(canonicalJson(turned)).toBe(text);
			}),
			{ seed: 8785, numRuns: 200 },
		);
	});

	it('refuses what would be written differently elsewhere', () => {
		for (const value of [1.5, Number.NaN, 2 ** 53, -0, '\ud800', { '\udfff': 1 }, undefined, () => 1, 1n])
			expect(() => canonicalJson(value)).toThrow(TypeError);
		expect(canonicalJson({ there: 1, absent: undefined })).toBe('{"there":1}');
	});
});

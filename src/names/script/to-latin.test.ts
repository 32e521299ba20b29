/** Transliteration: known names in many scripts, and that any text at all comes out in the alphabet, once and for all. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatin } from './to-latin.ts';

const cases = readFileSync(new URL('./vectors/to-latin.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split(' = '));

const alphabet = /^(?:[a-z0-9]+(?:[ '][a-z0-9]+)*)?$/;
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.string({ unit: fc.constantFrom(..."ab' .-&@$`AéЩيا中ねएกกร์เ김\ud800"), maxLength: 20 }),
);

describe('toLatin', () => {
	it.each(cases)('%s', (text, latin) => {
		expect(toLatin(text!)).toBe(latin);
	});

	it('gives letters, digits, single spaces and apostrophes inside words for any text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const latin = toLatin(text);
				expect(latin).toMatch(alphabet);
				expect(toLatin(latin)).toBe(latin);
			}),
			{ seed: 11, numRuns: 3000 },
		);
	});

	it('gives something for every single letter of the scripts that it reads', () => {
		for (const [first, last] of [
			[0x61, 0x17f],
			[0x391, 0x3c9],
			[0x410, 0x45f],
			[0x5d0, 0x5ea],
			[0x905, 0x939],
			[0xe01, 0xe2e],
			[0x3041, 0x3094],
			[0xac00, 0xac80],
			[0x4e00, 0x4e80],
		])
			for (let code = first!; code <= last!; code += 1) {
				const letter = String.fromCodePoint(code);
				const isSilent = /[ьъЬЪאעอっßŉ]/u.test(letter) || !/\p{L}/u.test(letter);
				if (!isSilent) expect(toLatin(letter), letter).not.toBe('');
			}
	});

	it('returns text that needs nothing as it is', () => {
		for (const text of ['', 'a', 'al rahman', "o'brien 2"]) expect(toLatin(text)).toBe(text);
	});
});

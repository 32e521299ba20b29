import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

describe('laying out a condition', () => {
	it('breaks before what is joined, outside of brackets and quotes', () => {
		expect(layOut('a.b > 1.0 && (c || d) || e in ["x && y"] && f == "\\" && g"')).toBe(
			'a.b > 1.0\n&& (c || d)\n|| e in ["x && y"]\n&& f == "\\" && g"',
		);
	});

	it('leaves lines alone that somebody broke', () => {
		expect(layOut('a\n  && b && c')).toBe('a\n  && b && c');
	});

	it('changes nothing but white space', () => {
		const word = fc.constantFrom('a', '&&', '||', '(', ')', '"', "'", '\\', ' ', '[', 'b.c', '1.0');
		const bare = (text: string) => text.replace(/\s/g, '');
		fc.assert(
			fc.property(fc.array(word, { maxLength: 20 }), (words) => {
				expect(bare(layOut(words.join('')))).toBe(bare(words.join('')));
			}),
			{ numRuns: 300, seed: 3 },
		);
	});
});

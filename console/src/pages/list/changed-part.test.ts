import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPart } from './changed-part.ts';

describe('the part that changed', () => {
	it('leaves out what both have', () => {
		expect(
			changedPart(
				'One two three four five six seven eight nine ten left for Port in spring and was not seen again since',
				'One two three four five six seven eight nine ten left for Harbour in spring and was not seen again since',
			),
		).toEqual({
			lead: '… seven eight nine ten left for ',
			before: 'Port ',
			after: 'Harbour ',
			trail: 'in spring and was not seen …',
		});
	});

	it('shows all of short texts', () => {
		expect(changedPart('1971', '1971-05-02')).toEqual({
			lead: '',
			before: '1971',
			after: '1971-05-02',
			trail: '',
		});
		expect(changedPart('a b', 'a')).toMatchObject({ before: 'a b', after: 'a' });
	});

	it('loses nothing where nothing is shortened', () => {
		const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }).map((list) => list.join(' '));
		fc.assert(
			fc.property(words, words, (before, after) => {
				const part = changedPart(before, after);
				expect(part.lead + part.before + part.trail).toBe(before);
				expect(part.lead + part.after + part.trail).toBe(after);
			}),
			{ seed: 1, numRuns: 300 },
		);
	});
});

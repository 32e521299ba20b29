import { describe, expect, it } from 'vitest';
import { emptyQuestion, readQuestion } from './question.ts';

describe('a question', () => {
	it('asks what is written and leaves out what is not', () => {
		expect(readQuestion({ ...emptyQuestion, name: ' Ada Example ', born: '1980' })).toEqual({
			question: { name: 'Ada Example', born: '1980', kind: 'any', purpose: 'enquiry', limit: 20 },
		});
	});

	it('goes to chosen lists, and below their thresholds where weaker hits are wanted', () => {
		expect(
			readQuestion({ ...emptyQuestion, identifier: 'A1', lists: ['un', 'watch'], weaker: true }),
		).toMatchObject({ question: { lists: 'un,watch', threshold: 0.5 } });
	});

	it('says which field cannot be asked', () => {
		expect(readQuestion(emptyQuestion)).toMatchObject({ field: 'name' });
		expect(readQuestion({ ...emptyQuestion, born: '1980' })).toMatchObject({ field: 'name' });
		expect(readQuestion({ ...emptyQuestion, name: 'Ada', born: '4 March' })).toMatchObject({ field: 'born' });
	});
});

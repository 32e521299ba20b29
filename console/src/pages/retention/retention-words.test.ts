import { describe, expect, it } from 'vitest';
import { retentionKinds } from '../../../../contract/operations-retention.ts';
import { daysWord, kindWord } from './retention-words.ts';

describe('words of retention', () => {
	it('has one for every kind', () => {
		for (const kind of retentionKinds) expect(kindWord(kind)).toMatch(/^[A-Z]/);
		expect(kindWord('something-new')).toBe('something-new');
	});

	it('says years where they are whole, else days', () => {
		expect([null, 1, 30, 183, 365, 1_827, 3_653, 4_000].map(daysWord)).toEqual([
			'not masked',
			'1 day',
			'30 days',
			'183 days',
			'1 year',
			'5 years',
			'10 years',
			'4,000 days',
		]);
	});
});

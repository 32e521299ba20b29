import { describe, expect, it } from 'vitest';
import { operations } from '../../../../contract/operations.ts';
import { emptyQuestion, isComplete, questionOf, requestSearch, subjectOf } from './question.ts';

const under = { agreement: 'fiu-customs', purpose: 'money-laundering' };

describe('a question of matching', () => {
	it('is not complete without an identifier, nor of a person without a birth', () => {
		expect(isComplete(emptyQuestion)).toBe(false);
		expect(isComplete({ ...emptyQuestion, value: 'Amara Okafor' })).toBe(false);
		expect(isComplete({ ...emptyQuestion, value: 'Amara Okafor', with: '1980' })).toBe(true);
		expect(isComplete({ ...emptyQuestion, kind: 'container', value: 'CSQU3054383' })).toBe(true);
	});

	it('is asked with what belongs to its kind, and nothing that was left in another field', () => {
		const draft = { ...emptyQuestion, value: ' CSQU3054383 ', with: '1980', case: ' C-12 ' };
		const asked = questionOf({ ...draft, kind: 'container' }, under);
		expect(asked).toEqual({ ...under, kind: 'container', value: 'CSQU3054383', case: 'C-12' });
		expect(operations.match.input.safeParse(asked).success).toBe(true);
		expect(questionOf(draft, under).with).toBe('1980');
	});

	it('becomes the subject of a request', () => {
		expect(subjectOf({ ...emptyQuestion, value: 'Amara Okafor', with: '1980-01-02' })).toEqual({
			kind: 'person',
			name: 'Amara Okafor',
			born: '1980-01-02',
		});
		const schemeOf = (kind: 'account' | 'vessel' | 'plate', value: string) =>
			subjectOf({ ...emptyQuestion, kind, value }).identifiers?.[0]?.scheme;
		expect(schemeOf('account', 'NO93 8601 1117 947')).toBe('iban');
		expect(schemeOf('account', '86011117947')).toBe('account');
		expect(schemeOf('vessel', '257000000')).toBe('mmsi');
		expect(schemeOf('vessel', 'IMO 9074729')).toBe('imo');
		expect(schemeOf('plate', 'EK 90210')).toBe('plate');
	});

	it('is in no address', () => {
		expect(requestSearch(under, ' C-12 ')).toEqual({ ...under, kind: 'request', case: 'C-12' });
		expect(requestSearch(under, '')).toEqual({ ...under, kind: 'request' });
	});
});

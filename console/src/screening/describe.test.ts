import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../../../contract/lists.ts';
import { describeEntry, describeMention, isShared, sharedValues } from './describe.ts';

const entry: ListEntry = {
	key: '17',
	kind: 'person',
	names: [
		{ full: 'The Falcon', quality: 'weak', kind: 'aka' },
		{ full: 'Testov, Ivan', quality: 'primary' },
	],
	born: [
		{ from: '1956', about: true },
		{ from: '1965', until: '1969' },
	],
	nationalities: ['IR', 'stateless'],
	identifiers: [{ scheme: 'passport', value: 'A1234567', issuer: 'IR', note: 'expired 2010' }],
	addresses: [{ street: '1 Quay', postcode: '1010', city: 'Port', country: 'IR' }, { city: 'Port' }],
};

describe('what a list says', () => {
	it('puts the primary name first and tells which aliases are weak', () => {
		expect(describeEntry(entry).names).toEqual([
			{ text: 'Testov, Ivan' },
			{ text: 'The Falcon', note: 'aka', isWeak: true },
		]);
	});

	it('writes dates, countries, numbers and addresses for people', () => {
		const described = describeEntry(entry);
		expect(described.born).toEqual([{ text: 'about 1956' }, { text: '1965 to 1969' }]);
		expect(described.nationalities).toEqual([{ text: 'Iran' }, { text: 'stateless' }]);
		expect(described.identifiers).toEqual([
			{
				text: 'Passport A1234567 (Iran)',
				comparedAs: 'A1234567',
				identifier: { scheme: 'passport', number: 'A1234567 (Iran)' },
				note: 'expired 2010',
			},
		]);
		expect(described.addresses).toEqual([{ text: '1 Quay, 1010 Port, Iran' }, { text: 'Port' }]);
		expect(described).not.toHaveProperty('phones');
	});
});

describe('what a record says', () => {
	it('takes what it knows and leaves out what is odd', () => {
		const described = describeMention({
			kind: 'person',
			names: [{ full: 'IVAN TESTOV' }],
			born: 1956,
			phones: 'none',
			nationalities: ['IR'],
			identifiers: [{ scheme: 'imo', value: '9074729' }],
			weather: 'fine',
		});
		expect(described).toEqual({
			names: [{ text: 'IVAN TESTOV' }],
			nationalities: [{ text: 'Iran' }],
			identifiers: [
				{
					text: 'IMO number 9074729',
					comparedAs: '9074729',
					identifier: { scheme: 'imo', number: '9074729' },
				},
			],
		});
	});

	it('marks what both sides say, however it is written', () => {
		const shared = sharedValues([{ text: 'TESTOV IVAN' }, { text: 'Other' }], describeEntry(entry).names);
		expect(isShared(shared, { text: 'Testov, Ivan' })).toBe(true);
		expect(isShared(shared, { text: 'Other' })).toBe(false);
		const numbers = describeMention({
			identifiers: [{ scheme: 'document', value: 'a 123-4567' }],
		}).identifiers;
		expect(sharedValues(numbers, describeEntry(entry).identifiers).size).toBe(1);
	});
});

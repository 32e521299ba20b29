import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMentions, mentionFields } from './mention-fields.ts';

const anna = {
	kind: 'person',
	names: [{ full: 'Anna Müller', family: 'Müller' }, { full: 'A. Mueller' }],
	born: '1980-02-01',
	nationalities: ['DE'],
	identifiers: [
		{ scheme: 'passport', value: 'C01X00T47', issuer: 'DE' },
		{ scheme: 'national-id', value: '44' },
	],
	addresses: [{ street: 'Hafenstr. 1', city: 'Kiel', postcode: '24103', country: 'DE' }],
	emails: ['anna@example.org'],
};

describe('fields of a mention', () => {
	it('says each value under the word for it, and nothing that is not there', () => {
		expect(mentionFields(anna).map(({ label, values }) => ({ label, values }))).toEqual([
			{ label: 'Name', values: ['Anna Müller', 'A. Mueller'] },
			{ label: 'Date of birth', values: ['1980-02-01'] },
			{ label: 'Nationality', values: ['DE'] },
			{ label: 'National ID', values: ['44'] },
			{ label: 'Passport', values: ['C01X00T47 (DE)'] },
			{ label: 'Address', values: ['Hafenstr. 1, 24103 Kiel, DE'] },
			{ label: 'E-mail', values: ['anna@example.org'] },
		]);
	});

	it('keeps what it does not know under its own name', () => {
		expect(
			mentionFields({ shoeSize: '42', nested: { a: 1 } }).map(({ label, values }) => [label, values]),
		).toEqual([
			['Nested', ['{"a":1}']],
			['Shoe size', ['42']],
		]);
	});

	it('reads any content without failing', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
				expect(Array.isArray(mentionFields(content))).toBe(true);
			}),
			{ seed: 7, numRuns: 200 },
		);
	});
});

describe('two mentions side by side', () => {
	it('says where they agree, differ, and where only one speaks', () => {
		const other = {
			names: [{ full: 'ANNA MULLER' }],
			born: '1980-01-02',
			identifiers: [{ scheme: 'passport', value: 'C01X00T47', issuer: 'DE' }],
			phones: ['+4943112345'],
		};
		const compared = new Map(compareMentions(anna, other).map((field) => [field.label, field]));
		expect(compared.get('Name')?.agreement).toBe('shared');
		expect(compared.get('Name')?.right).toEqual([{ value: 'ANNA MULLER', isShared: true }]);
		expect(compared.get('Name')?.left.map(({ isShared }) => isShared)).toEqual([true, false]);
		expect(compared.get('Date of birth')?.agreement).toBe('different');
		expect(compared.get('Passport')?.agreement).toBe('same');
		expect(compared.get('Nationality')?.agreement).toBe('left');
		expect(compared.get('Phone')?.agreement).toBe('right');
	});

	it('does not call names different that only the script or the spelling of a part sets apart', () => {
		const agreement = (left: string, right: string) =>
			compareMentions({ names: [{ full: left }] }, { names: [{ full: right }] })[0]?.agreement;
		expect(agreement('Aleksandr Petrov', 'PETROV, Alexander')).toBe('shared');
		expect(agreement('Aleksandr Petrov', 'Петров Александр')).toBe('script');
		expect(agreement('Aleksandr Petrov', 'Ivan Sidorov')).toBe('different');
		const evidence = [{ feature: 'name', left: 'A', right: 'B', effect: 8, sentence: 'The names agree.' }];
		const [name] = compareMentions(
			{ names: [{ full: 'Aleksandr Petrov' }] },
			{ names: [{ full: 'Петров Александр' }] },
			evidence,
		);
		expect(name?.agreement).toBe('alike');
		const born = (left: string, right: string) =>
			compareMentions({ born: left }, { born: right })[0]?.agreement;
		expect(born('1978-04-11', '1978')).toBe('shared');
		expect(born('1978-04-11', '1978-11-04')).toBe('different');
	});

	it('is the same seen from the other side', () => {
		const value = fc.constantFrom('a', 'b', 'ç');
		const mention = fc.record(
			{
				born: value,
				nationalities: fc.array(value, { maxLength: 2 }),
				identifiers: fc.array(fc.record({ scheme: fc.constantFrom('passport', 'imo'), value }), {
					maxLength: 3,
				}),
			},
			{ requiredKeys: [] },
		);
		const turned = {
			same: 'same',
			shared: 'shared',
			script: 'script',
			alike: 'alike',
			different: 'different',
			left: 'right',
			right: 'left',
		};
		fc.assert(
			fc.property(mention, mention, (left, right) => {
				const there = compareMentions(left, right).map(({ label, agreement }) => [label, agreement]);
				const back = compareMentions(right, left).map(({ label, agreement }) => [label, turned[agreement]]);
				expect(new Map(there.map(([label, agreement]) => [label, agreement]))).toEqual(
					new Map(back.map(([label, agreement]) => [label, agreement])),
				);
			}),
			{ seed: 7, numRuns: 200 },
		);
	});
});

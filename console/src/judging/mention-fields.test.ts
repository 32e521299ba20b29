import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMentions } from './mention-fields.ts';

const anna = {
	kind: 'person',
	names: [{ full: 'Anna Müller', family: 'Müller' }, { full: 'A. Mueller' }],
	born: '1980-02-01',
	nationalities: ['DE'],
	identifiers: [
		{ scheme: 'passport', value: 'C01X00T47', issuer: 'DE' },
		{ scheme: 'local', value: '44' },
	],
	addresses: [{ street: 'Hafenstr. 1', city: 'Kiel', postcode: '24103', country: 'DE' }],
	emails: ['anna@example.org'],
};

const agreements = (left: object, right: object) =>
	new Map(compareMentions({ ...left }, { ...right }).map(({ label, agreement }) => [label, agreement]));

describe('two mentions side by side', () => {
	it('says where they agree, differ, and where only one speaks, each kind of number by itself', () => {
		const other = {
			names: [{ full: 'ANNA MÜLLER' }],
			born: '1980-01-02',
			identifiers: [
				{ scheme: 'passport', value: 'C01X00T47', issuer: 'DE' },
				{ scheme: 'visa', value: '9' },
			],
			addresses: [{ street: 'Strandweg 3', city: 'Kiel' }],
			phones: ['+4943112345'],
		};
		expect([...agreements(anna, other)]).toEqual([
			['Names', 'shared'],
			['Born', 'different'],
			['Nationality', 'left'],
			['Local', 'left'],
			['Passport', 'same'],
			['Visa', 'right'],
			['Address', 'shared'],
			['Phone', 'right'],
			['E-mail', 'left'],
		]);
		const [names] = compareMentions(anna, other);
		expect(names?.left.map(({ isShared }) => isShared)).toEqual([true, false]);
		expect(names?.right).toEqual([{ value: 'ANNA MÜLLER', isShared: true }]);
	});

	it('does not call names different that only the script or the spelling of a part sets apart', () => {
		const name = (left: string, right: string) =>
			agreements({ names: [{ full: left }] }, { names: [{ full: right }] }).get('Names');
		expect(name('Aleksandr Petrov', 'PETROV, Alexander')).toBe('shared');
		expect(name('Aleksandr Petrov', 'Петров Александр')).toBe('script');
		expect(name('Aleksandr Petrov', 'Ivan Sidorov')).toBe('different');
		const evidence = [{ feature: 'name', left: 'A', right: 'B', effect: 8, sentence: 'The names agree.' }];
		const [names] = compareMentions(
			{ names: [{ full: 'Aleksandr Petrov' }] },
			{ names: [{ full: 'Петров Александр' }] },
			evidence,
		);
		expect(names?.agreement).toBe('alike');
		const born = (left: string, right: string) => agreements({ born: left }, { born: right }).get('Born');
		expect(born('1978-04-11', '1978')).toBe('shared');
		expect(born('1978-04-11', '1978-11-04')).toBe('different');
	});

	it('reads any content without failing', () => {
		const content = fc.dictionary(fc.string(), fc.jsonValue());
		fc.assert(
			fc.property(content, content, (left, right) => {
				expect(Array.isArray(compareMentions(left, right))).toBe(true);
			}),
			{ seed: 7, numRuns: 100 },
		);
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
				const back = compareMentions(right, left).map(({ label, agreement }) => [label, turned[agreement]]);
				expect([...agreements(left, right)]).toEqual(back);
			}),
			{ seed: 7, numRuns: 200 },
		);
	});
});

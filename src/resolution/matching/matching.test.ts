import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../mentions/model.ts';
import { DEFAULT_MODELS } from '../linkage/default-models.ts';
import { createMatcher } from './matcher.ts';
import { prepareMention } from './prepare.ts';

const matcher = createMatcher(1, DEFAULT_MODELS);
let next = 0;
const prepare = (mention: Partial<Mention> & Pick<Mention, 'kind'>) =>
	prepareMention({
		key: `k${++next}`,
		purpose: 'goods',
		caption: '',
		content: JSON.stringify({ names: [], identifiers: [], ...mention }),
		firstRecord: '',
	});
const probability = (
	a: Partial<Mention> & Pick<Mention, 'kind'>,
	b: Partial<Mention> & Pick<Mention, 'kind'>,
	capped: ReadonlySet<number> = new Set(),
): number | undefined => matcher.matchAll([[prepare(a), prepare(b)]], capped)[0]?.probability;

const named = (kind: Mention['kind'], full: string, more: Partial<Mention> = {}) => ({
	kind,
	names: [{ full }],
	...more,
});

describe('what a party may be', () => {
	const claim = (full: string, more: Partial<Mention> = {}) => prepare(named('party', full, more)).claim;

	it('is told by its content', () => {
		expect(claim('Nordvik Handel AS')).toMatchObject({ kind: 'organisation', isFirm: true });
		expect(claim('Pacific Trading')).toMatchObject({ kind: 'organisation', isFirm: false });
		expect(claim('Anna Eriksson')).toMatchObject({ kind: 'person', isFirm: false });
		expect(claim('Anna Eriksson', { born: '1974-08-12' })).toMatchObject({ kind: 'person', isFirm: true });
		expect(claim('Eriksson')).toMatchObject({ kind: 'organisation', isFirm: false });
	});

	it('lets it be linked to a person and to an organisation, but not a firm to a person', () => {
		const phone = { phones: ['+35621223344'], addresses: [{ street: 'Storgata 17', city: 'Oslo' }] };
		const party = named('party', 'Anna Eriksson', phone);
		expect(probability(party, named('person', 'Anna Eriksson', phone))).toBeGreaterThan(0.9);
		expect(probability(party, named('organisation', 'Anna Eriksson', phone))).toBeGreaterThan(0.9);
		expect(
			probability(named('party', 'Nordvik Handel AS', phone), named('person', 'Nordvik Handel', phone)),
		).toBeUndefined();
	});
});

describe('things', () => {
	const vessel = (name: string, imo?: string, flag?: string, more: Mention['identifiers'] = []) =>
		named('vessel', name, {
			...(flag === undefined ? {} : { countries: [flag] }),
			identifiers: [...(imo === undefined ? [] : [{ scheme: 'imo', value: imo }]), ...more],
		});

	it('are vessels by their IMO number, whatever their names', () => {
		expect(probability(vessel('EVER GIVEN', '9811000'), vessel('QUEEN MARY', '9811000'))).toBeGreaterThan(
			0.99,
		);
		expect(probability(vessel('EVER GIVEN', '9811000'), vessel('EVER GIVEN', '9811012'))).toBeLessThan(0.01);
	});

	it('are vessels by name, flag and call sign where there is no IMO number', () => {
		const sign = [{ scheme: 'call-sign', value: 'H3RC' }];
		expect(
			probability(
				vessel('MV Ever Given', undefined, 'PA', sign),
				vessel('EVER GIVEN', undefined, 'PA', sign),
			),
		).toBeGreaterThan(0.99);
		expect(
			probability(vessel('EVER GIVEN', undefined, 'PA'), vessel('EVER GLORY', undefined, 'PA')),
		).toBeLessThan(0.5);
	});

	it('are addresses by street and number, with postcode or town', () => {
		const at = (street: string, postcode?: string, city?: string) => ({
			kind: 'address' as const,
			addresses: [
				{ street, ...(postcode === undefined ? {} : { postcode }), ...(city === undefined ? {} : { city }) },
			],
		});
		expect(probability(at('Storgata 17', '0155'), at('17, Stor gata', '0155'))).toBeGreaterThan(0.9);
		expect(probability(at('Storgata 17', '0155'), at('Storgata 18', '0155'))).toBeLessThan(0.1);
		expect(probability(at('Storgata 17', '0155', 'Oslo'), at('Storgata 17', '4001', 'Oslo'))).toBeLessThan(
			0.5,
		);
	});

	it('of two countries are two', () => {
		const plate = (issuer: string) => ({
			kind: 'vehicle' as const,
			identifiers: [{ scheme: 'plate', value: 'AB12345', issuer }],
		});
		expect(probability(plate('NO'), plate('NO'))).toBeGreaterThan(0.99);
		expect(probability(plate('NO'), plate('DK'))).toBeLessThan(0.01);
	});
});

describe('pairs', () => {
	it('are no likelier one by a value that is capped', () => {
		const a = named('organisation', 'Blue Anchor', { emails: ['desk@broker.example'] });
		const b = named('organisation', 'Seagull Foods', { emails: ['desk@broker.example'] });
		const capped = new Set(prepare(a).values.map(({ hash }) => hash));
		expect(probability(a, b, capped) ?? 1).toBeLessThan(probability(a, b) ?? 0);
		expect(probability(a, b, capped)).toBeLessThan(0.1);
	});

	it('weigh the same from both sides, whatever they hold', () => {
		const mention = fc.record({
			kind: fc.constantFrom('person' as const, 'organisation' as const, 'party' as const, 'vessel' as const),
			names: fc.array(
				fc.record({ full: fc.constantFrom('Anna Berg', 'Berg Anna', 'Nordvik AS', '王芳', '') }),
				{
					maxLength: 2,
				},
			),
			born: fc.constantFrom('1974-08-12', '1974', 'nonsense'),
			identifiers: fc.array(
				fc.record({ scheme: fc.constantFrom('passport', 'imo'), value: fc.constantFrom('P1', 'P2') }),
				{ maxLength: 2 },
			),
			phones: fc.array(fc.constantFrom('+4722334455', '22334455'), { maxLength: 1 }),
		});
		fc.assert(
			fc.property(mention, mention, (a, b) => {
				expect(probability(a, b)).toBe(probability(b, a));
			}),
			{ seed: 3, numRuns: 200 },
		);
	});

	it('of a mention that cannot be read say nothing', () => {
		for (const content of [
			'',
			'{',
			'null',
			'[]',
			'{"kind":"person"}',
			'{"kind":1,"names":3,"identifiers":[]}',
		])
			expect(
				prepareMention({ key: 'k', purpose: 'goods', caption: '', content, firstRecord: '' }).keys,
			).toEqual([]);
	});
});

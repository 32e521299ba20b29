import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../contract/records/record.ts';
import { simulateBorder } from '../training/simulate.ts';
import { appearancesOf, captionOf, purposeOf, toKeyed, toStored } from './extract.ts';

const declaration = (parties: Extract<BorderRecord, { kind: 'declaration' }>['parties']): BorderRecord => ({
	kind: 'declaration',
	reference: 'LRN1',
	function: 'original',
	direction: 'import',
	parties,
	items: [],
});

describe('mentions', () => {
	it('take a trader with numbers, address and contacts in one form', () => {
		const [found] = appearancesOf(
			declaration([
				{
					role: 'importer',
					name: '  Nordvik   Handel AS ',
					identifiers: [
						{ scheme: 'EORI', value: 'no 912 345 678' },
						{ scheme: 'local', value: 'C-17' },
					],
					address: { lines: ['Storgata 1'], city: 'Oslo', country: 'NOR' },
					contacts: [
						{ kind: 'phone', value: '+47 (0) 22 33 44 55' },
						{ kind: 'email', value: 'Post@Nordvik.Example' },
					],
				},
			]),
		);
		expect(found).toMatchObject({
			role: 'importer',
			place: 'parties[0]',
			mention: {
				kind: 'organisation',
				names: [{ full: 'Nordvik Handel AS' }],
				countries: ['NO'],
				identifiers: [{ scheme: 'eori', value: 'NO912345678' }],
				addresses: [{ street: 'Storgata 1', city: 'Oslo', country: 'NO' }],
				phones: ['+4722334455'],
				emails: ['post@nordvik.example'],
			},
		});
	});

	it('have sides of their own where only an address or a telephone tells them apart', () => {
		const side = (street: string, phone?: string): string =>
			toStored(
				{
					kind: 'address',
					names: [],
					identifiers: [],
					addresses: [{ street, city: 'Oslo' }],
					...(phone === undefined ? {} : { phones: [phone] }),
				},
				'money',
			).side;
		expect(side('Storgata 1')).toBe(side('Storgata 1'));
		expect(side('Storgata 1')).not.toBe(side('Storgata 2'));
		expect(side('Storgata 1', '+4722334455')).not.toBe(side('Storgata 1'));
		const named = (phone: string): string =>
			toStored({ kind: 'person', names: [{ full: 'A B' }], identifiers: [], phones: [phone] }, 'travel').side;
		expect(named('+4722334455')).toBe(named('+4722334456'));
	});

	it('are not made of placeholders, nor of a party that nothing is said of', () => {
		expect(
			appearancesOf(
				declaration([
					{ role: 'exporter', name: 'UNKNOWN' },
					{ role: 'agent', identifiers: [{ scheme: 'passport', value: '0000000' }] },
					{ role: 'notify', address: { country: 'NO' } },
				]),
			),
		).toEqual([]);
	});

	it('of a person have birth, nationality and documents; aliases are names too', () => {
		const [found] = appearancesOf({
			kind: 'passenger-list',
			reference: 'XX1',
			function: 'original',
			listType: 'passengers',
			legs: [],
			travellers: [
				{
					number: 1,
					type: 'crew',
					person: {
						name: {
							full: 'ANNA MARIA ERIKSSON',
							family: 'ERIKSSON',
							given: 'ANNA MARIA',
							aliases: ['Anna Berg'],
						},
						sex: 'female',
						bornOn: '1974-08-12',
						nationalities: ['UTO', 'SWE'],
					},
					documents: [{ scheme: 'passport', value: 'l 898 902c', issuer: 'SWE' }],
				},
			],
		});
		expect(found?.role).toBe('crew');
		expect(found?.mention).toMatchObject({
			kind: 'person',
			names: [{ full: 'ANNA MARIA ERIKSSON', family: 'ERIKSSON' }, { full: 'Anna Berg' }],
			born: '1974-08-12',
			sex: 'female',
			nationalities: ['UTO', 'SE'],
			identifiers: [{ scheme: 'passport', value: 'L898902C', issuer: 'SE' }],
		});
	});

	it('keep vessels, plates and containers apart from who sends the goods', () => {
		const found = appearancesOf({
			...declaration([]),
			borderTransport: { mode: 'sea', name: 'EVER GIVEN', imo: 'IMO 9811000', nationality: 'PA' },
			inlandTransport: { identityType: '30', identity: 'ab 12345', nationality: 'NO' },
			containers: ['CSQU 305438-3', 'CSQU3054383'],
		} as BorderRecord);
		expect(found.map(({ mention, place }) => [place, mention.kind, mention.identifiers[0]?.value])).toEqual([
			['borderTransport', 'vessel', '9811000'],
			['inlandTransport', 'vehicle', 'AB12345'],
			['containers[0]', 'equipment', 'CSQU3054383'],
		]);
	});

	it('of equal content have one key, whatever the record; another purpose is another mention', () => {
		const party = { role: 'importer', name: 'Nordvik Handel AS' } as const;
		const [first] = appearancesOf(declaration([party]));
		const [second] = appearancesOf({
			...declaration([{ ...party, role: 'buyer' }]),
			reference: 'LRN2',
		} as BorderRecord);
		if (first === undefined || second === undefined) throw new Error('nothing was found');
		expect(toKeyed(first, 'goods').key).toBe(toKeyed(second, 'goods').key);
		expect(toKeyed(first, 'goods').key).not.toBe(toKeyed(first, 'money').key);
	});

	it('stay one side for dismissals where only an address or a telephone differs', () => {
		const of = (city: string): string => {
			const [found] = appearancesOf(
				declaration([{ role: 'importer', name: 'Ali Hassan', address: { city } }]),
			);
			return found === undefined ? '' : toStored(found.mention, 'goods').side;
		};
		expect(of('Oslo')).toBe(of('Bergen'));
	});

	it('are found in every kind of record of the simulated border, and all have a caption', () => {
		const kinds = new Map<string, number>();
		for (const { records } of simulateBorder({ seed: 3, days: 1, scale: 0.2, startDate: '2026-01-05' }))
			for (const record of records) {
				const found = appearancesOf(record);
				kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + found.length);
				for (const { mention } of found) expect(captionOf(mention)).not.toBe('');
			}
		for (const [kind, count] of kinds)
			if (purposeOf(kind as BorderRecord['kind']) !== undefined)
				expect([kind, count > 0]).toEqual([kind, true]);
	});

	it('never throw, whatever names, numbers and contacts hold', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, value) => {
				for (const { mention } of appearancesOf(
					declaration([
						{
							role: 'importer',
							name: name === '' ? 'x' : name,
							identifiers: [{ scheme: 'passport', value: value === '' ? 'x' : value }],
							contacts: [{ kind: 'phone', value: value === '' ? 'x' : value }],
						},
					]),
				))
					expect(toStored(mention, 'goods').key).toMatch(/^[0-9a-f-]{36}$/);
			}),
			{ numRuns: 200, seed: 7 },
		);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuePaths } from '../../contract/exchange/record-paths.ts';
import { type BorderRecord, borderRecord, recordKinds } from '../../contract/records/record.ts';
import { borderRecords } from '../intake/formats/json/arbitraries.ts';
import { MASK, maskRecord } from './personal.ts';

const booking: BorderRecord = {
	kind: 'booking',
	reference: 'XY/ABC123/2026-03-01',
	locators: [{ carrier: 'XY', locator: 'ABC123' }],
	function: 'original',
	legs: [{ carrier: 'XY', number: '989', departsAt: '2026-03-01T10:00', from: { iata: 'MLA' } }],
	travellers: [
		{
			number: 1,
			person: {
				name: { full: 'Erika Mustermann', family: 'Mustermann', given: 'Erika' },
				bornOn: '1980-02-29',
				sex: 'female',
				nationalities: ['DE'],
			},
			documents: [{ scheme: 'passport', value: 'C01X00T47', issuer: 'DE', expiresOn: '2030-01-01' }],
			loyalty: [{ carrier: 'XY', number: '998877' }],
			bags: { count: 2, tags: ['0123456789'] },
		},
	],
	contacts: [{ kind: 'email', value: 'erika@example.com' }],
	payments: [
		{ form: 'CC', cardLastFour: '4242', holder: 'E MUSTERMANN', amount: { amount: '120', currency: 'EUR' } },
	],
	remarks: [{ type: 'OSI', text: 'Meets her brother Karl' }],
	history: ['added by agent Kim'],
};

describe('masking', () => {
	it('leaves the journey of a booking, and nothing that names the traveller', () => {
		expect(maskRecord(booking).record).toEqual({
			kind: 'booking',
			reference: 'XY/ABC123/2026-03-01',
			locators: [{ carrier: 'XY', locator: 'ABC123' }],
			function: 'original',
			legs: [{ carrier: 'XY', number: '989', departsAt: '2026-03-01T10:00', from: { iata: 'MLA' } }],
			travellers: [
				{
					number: 1,
					person: { name: { full: MASK, family: MASK, given: MASK }, nationalities: [MASK] },
					documents: [{ scheme: 'passport', value: MASK, issuer: MASK }],
					loyalty: [{ carrier: MASK, number: MASK }],
					bags: { count: 2, tags: [MASK] },
				},
			],
			contacts: [{ kind: 'email', value: MASK }],
			payments: [{ form: 'CC', holder: MASK, amount: { amount: '120', currency: 'EUR' } }],
			remarks: [{ type: MASK, text: MASK }],
			history: [MASK],
		});
	});

	it('keeps what the document says is an organisation, and masks whoever it does not', () => {
		const { record } = maskRecord({
			kind: 'declaration',
			reference: 'LRN-1',
			function: 'original',
			direction: 'import',
			parties: [
				{
					role: 'importer',
					kind: 'organisation',
					name: 'Alder Ltd',
					contacts: [{ kind: 'phone', value: '+356 2100' }],
				},
				{ role: 'exporter', name: 'Birch', identifiers: [{ scheme: 'eori', value: 'MT1' }] },
			],
			inlandTransport: { mode: 'road', identity: 'ABC 123' },
			borderTransport: { mode: 'sea', identity: '9074729', name: 'Umbrella' },
			items: [{ number: 1, hsCode: '640399', description: 'Shoes', statements: [{ text: 'for Mr Grey' }] }],
		});
		expect(record).toMatchObject({
			parties: [
				{ name: 'Alder Ltd', contacts: [{ kind: 'phone', value: MASK }] },
				{ name: MASK, identifiers: [{ scheme: 'eori', value: MASK }] },
			],
			inlandTransport: { mode: 'road', identity: MASK },
			borderTransport: { identity: '9074729', name: 'Umbrella' },
			items: [{ hsCode: '640399', description: 'Shoes', statements: [{ text: MASK }] }],
		});
	});

	it('masks plates and leaves containers', () => {
		const seen = (type: 'vehicle' | 'container', id: string): BorderRecord => ({
			kind: 'movement-event',
			reference: `gate-${id}`,
			type: 'gate',
			at: '2026-03-01T06:00:00Z',
			subject: { type, id },
			source: 'gate-1',
		});
		expect(maskRecord(seen('vehicle', 'ABC123')).record).toMatchObject({ subject: { id: MASK } });
		expect(maskRecord(seen('container', 'CSQU3054383')).record).toMatchObject({
			subject: { id: 'CSQU3054383' },
		});
	});

	it('gives a record that its schema reads, as long as before, once and for all', () => {
		fc.assert(
			fc.property(borderRecords, (record) => {
				const { record: masked } = maskRecord(record);
				expect(borderRecord.safeParse(masked).error?.issues ?? []).toEqual([]);
				expect(maskRecord(masked)).toEqual({ record: masked, removed: [] });
				for (const person of personsOf(masked)) expect(person).toMatchObject({ name: { full: MASK } });
				expect(JSON.stringify(masked)).not.toContain('"bornOn"');
			}),
			{ seed: 11, numRuns: 150 },
		);
	});

	it('knows of every part of every record whether a name, a birth date or a number of a document is in it', () => {
		const telling =
			/(?:^|\.)(?:person|conductor|directors|reportingPerson)\.|bornOn$|documents\.value$|contacts\.value$|holder$|plate\.text$/;
		for (const kind of recordKinds)
			for (const path of valuePaths(kind)) {
				if (!telling.test(path) || path.endsWith('*')) continue;
				const value = path
					.split('.')
					.reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'Erika Mustermann');
				const text = JSON.stringify(maskRecord({ ...(value as object), kind } as BorderRecord).record);
				const leaf = path.split('.').at(-1) ?? '';
				if (
					!['kind', 'country', 'scheme', 'role', 'status', 'type', 'currency', 'amount', 'at'].includes(leaf)
				)
					expect({ kind, path, text }).toEqual({
						kind,
						path,
						text: expect.not.stringContaining('Mustermann'),
					});
			}
	});
});

function personsOf(value: unknown): object[] {
	if (Array.isArray(value)) return value.flatMap(personsOf);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		name === 'person' && typeof member === 'object' && member !== null && 'name' in member
			? [member, ...personsOf(member)]
			: personsOf(member),
	);
}

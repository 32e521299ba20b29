import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Party } from '../../../contract/records/common.ts';
import type { Booking } from '../../../contract/records/travel.ts';
import {
	accountKeyOf,
	addressKeyOf,
	bookingKeysOf,
	cardKeyOf,
	contactKeyOf,
	containerKeyOf,
	documentKeyOf,
	invoiceKeyOf,
	isSharedKey,
	partyKeysOf,
	plateKeyOf,
	reportedEntityKeysOf,
	reportedPersonKeysOf,
	transportDocumentKeyOf,
	travellerKeysOf,
} from './keys.ts';

const importer: Party = {
	role: 'importer',
	name: 'Nordvik Handel AS',
	identifiers: [{ scheme: 'eori', value: 'NO999888777' }],
	address: { lines: ['Storgata 5'], postcode: '0155', city: 'Oslo', country: 'NO' },
	contacts: [{ kind: 'phone', value: '+47 22 33 44 55' }],
};

describe('keys of parties', () => {
	it('meet whatever the number is called and however it is written', () => {
		const firm = 'firm:NO999888777';
		expect(partyKeysOf(importer)).toContain(firm);
		const numbers: readonly (readonly [string, string, string | undefined])[] = [
			['vat', 'NO 999 888 777 MVA', undefined],
			['company-register', '999888777', 'NO'],
			['tax-registration', 'no-999888777', undefined],
		];
		for (const [scheme, value, issuer] of numbers)
			expect(
				partyKeysOf({
					role: 'buyer',
					identifiers: [{ scheme, value, ...(issuer === undefined ? {} : { issuer }) }],
				}),
			).toContain(firm);
		expect(
			reportedEntityKeysOf({
				name: 'NORDVIK HANDEL',
				registrationNumber: '999888777',
				incorporationCountry: 'NO',
			}),
		).toEqual([firm, 'name:HANDEL NORDVIK/NO']);
		expect(
			partyKeysOf({ role: 'importer', identifiers: [{ scheme: 'eori', value: 'GB123456784000' }] }),
		).toContain('firm:GB123456784');
	});

	it('begin with the key of profiles and end with what others may share', () => {
		const keys = partyKeysOf(importer);
		expect(keys[0]).toBe('eori:NO999888777');
		expect(keys.map(isSharedKey)).toEqual([false, false, false, true, true]);
	});

	it('are told apart where one number comes with another name or address', () => {
		const other = partyKeysOf({ ...importer, name: 'Other AS' });
		expect(other).toContain('name:OTHER/NO');
		expect(partyKeysOf(importer)).toContain('name:HANDEL NORDVIK/NO');
		expect(partyKeysOf({ ...importer, address: { country: 'SE' } })).toContain('name:HANDEL NORDVIK/SE');
	});

	it('are none for placeholders', () => {
		expect(
			partyKeysOf({ role: 'importer', name: 'UNKNOWN', identifiers: [{ scheme: 'eori', value: 'N/A' }] }),
		).toEqual([]);
		expect(containerKeyOf('TBA')).toBeUndefined();
		expect(plateKeyOf('UNKNOWN')).toBeUndefined();
		expect(transportDocumentKeyOf('XXXX')).toBeUndefined();
		expect(invoiceKeyOf('1234567', undefined)).toBeUndefined();
		expect(addressKeyOf({ lines: ['N/A'], city: 'Oslo', country: 'NO' })).toBeUndefined();
		expect(addressKeyOf({ city: 'Oslo', country: 'NO' })).toBeUndefined();
	});
});

describe('keys of persons and things', () => {
	it('name a person by name and birth, whichever way round, and a document with its issuer', () => {
		const [first] = travellerKeysOf({
			number: 1,
			type: 'passenger',
			person: { name: { full: 'SILVA COSTA ANA' }, bornOn: '1990-01-01' },
		});
		const [other, document] = reportedPersonKeysOf({
			person: { name: { full: 'Ana Sílva Costa' }, bornOn: '1990-01-01' },
			identifiers: [{ scheme: 'passport', value: 'ab 123-456', issuer: 'PRT' }],
		});
		expect(first).toBe(other);
		expect(document).toBe('document:AB123456/PT');
		expect(documentKeyOf({ scheme: 'visa', value: 'AB123456' })).toBeUndefined();
		expect(
			travellerKeysOf({ number: 1, type: 'passenger', person: { name: { full: 'ANA SILVA' } } }),
		).toEqual([]);
	});

	it('take a card for one only with its month of expiry, or the agency that took it', () => {
		const booking: Booking = {
			kind: 'booking',
			reference: 'X',
			function: 'original',
			locators: [{ locator: 'abc123' }],
			legs: [],
			travellers: [],
			agency: { place: 'OSL1' },
			contacts: [{ kind: 'other', value: 'a.b@example.org' }],
			payments: [{ form: 'CC', cardLastFour: '4242' }],
		};
		expect(bookingKeysOf(booking)).toEqual(['booking:ABC123', 'email:a.b@example.org', 'card:4242/OSL1']);
		const { agency: _, ...alone } = booking;
		expect(cardKeyOf({ form: 'CC', cardLastFour: '4242' }, alone)).toBeUndefined();
		expect(cardKeyOf({ form: 'CC', cardLastFour: '4242', cardType: 'VI', cardExpires: '0929' }, alone)).toBe(
			'card:4242/VI0929',
		);
	});

	it('write addresses, contacts, containers, plates and accounts in one way', () => {
		expect(addressKeyOf({ lines: ['Storgata, 5'], postcode: '0155 ', city: 'OSLO', country: 'NOR' })).toBe(
			addressKeyOf({ lines: ['5 STORGATA'], postcode: '0155', city: 'Oslo', country: 'NO' }),
		);
		expect(contactKeyOf({ kind: 'phone', value: '0047 22 33 44 55' })).toBe('phone:+4722334455');
		expect(contactKeyOf({ kind: 'url', value: 'https://example.org' })).toBeUndefined();
		expect(containerKeyOf('mscu 123456-6')).toBe('container:MSCU1234566');
		expect(plateKeyOf('ab 12 345')).toBe('plate:AB12345');
		expect(accountKeyOf({ number: 'NO93 8601 1117 947' })).toBe('iban:NO9386011117947');
	});

	it('never throw, and always say their scheme', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (name, value, line, phone) => {
				const keys = partyKeysOf({
					role: 'importer',
					name,
					identifiers: [{ scheme: 'tax', value, issuer: phone }],
					address: { lines: [line], city: name, country: value },
					contacts: [{ kind: 'phone', value: phone }],
				});
				for (const key of keys) expect(key).toMatch(/^[a-z-]+:./s);
			}),
			{ numRuns: 200, seed: 4 },
		);
	});
});

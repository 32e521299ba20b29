import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imoCheckDigit } from '../../values/imo-number.ts';
import { identifierFamily, normaliseIdentifier } from './identifier-family.ts';
import { IdentifierIndex } from './identifier-index.ts';
import { NOT_NEAR, slipCost } from './identifier-slip.ts';

describe('forms of identifiers', () => {
	it.each([
		['passport', ' a-123 4567 ', 'A1234567'],
		['imo', 'IMO 9074729', '9074729'],
		['container', 'mscu 123456-7', 'MSCU1234567'],
		['plate', 'W-äb 123', 'WAB123'],
		['iban', 'DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
		['swift', 'DEUTDEFFXXX', 'DEUTDEFF'],
		['phone', '+98 (21) 8877 6655', '188776655'],
		['email', 'Some.One+list@GoogleMail.com', 'someone@gmail.com'],
		['eori', 'DE 1234567', 'DE1234567'],
	])('%s %s meets as %s', (scheme, text, expected) => {
		const family = identifierFamily(scheme);
		expect(family === undefined ? undefined : normaliseIdentifier(family, text)).toBe(expected);
	});

	it('takes fillers for nothing', () => {
		expect(normaliseIdentifier('document', '0000000')).toBeUndefined();
		expect(normaliseIdentifier('document', 'UNKNOWN')).toBeUndefined();
		expect(normaliseIdentifier('email', 'nobody')).toBeUndefined();
		expect(identifierFamily('loyalty')).toBeUndefined();
	});
});

describe('slips', () => {
	it('charges what a camera confuses less than what nobody confuses', () => {
		expect(slipCost('plate', 'WAB1230', 'WAB123O')).toBeLessThan(slipCost('plate', 'WAB1230', 'WAB1237'));
		expect(slipCost('plate', 'B8O1ISZ', '8B0115Z')).toBeLessThan(NOT_NEAR);
		expect(slipCost('document', 'A1234567', 'A1243567')).toBeLessThan(1);
		expect(slipCost('document', 'A1234567', 'A123456')).toBe(1);
		expect(slipCost('document', 'A1234567', 'B7654321')).toBe(NOT_NEAR);
	});

	it('takes two confirmed numbers for two numbers', () => {
		const first = `907472${imoCheckDigit('907472')}`;
		const second = `907482${imoCheckDigit('907482')}`;
		expect(slipCost('imo', first, second)).toBe(NOT_NEAR);
		expect(slipCost('imo', '9074728', '9074729')).toBe(1);
	});

	it('is symmetric and bounded', () => {
		const text = fc.stringMatching(/^[A-D0-3]{4,9}$/);
		fc.assert(
			fc.property(text, text, (a, b) => {
				const cost = slipCost('document', a, b);
				expect(cost).toBeCloseTo(slipCost('document', b, a));
				expect(cost).toBeGreaterThanOrEqual(0);
				expect(cost).toBeLessThanOrEqual(NOT_NEAR);
				expect(cost === 0).toBe(a === b);
			}),
			{ numRuns: 300, seed: 5 },
		);
	});
});

describe('index of identifiers', () => {
	const values = Array.from({ length: 500 }, (_, at) => `P${String(1_000_003 * (at + 7)).slice(0, 8)}`);
	const index = new IdentifierIndex(
		values.map((value, entry) => ({ entry, family: 'document', scheme: 'passport', value, written: value })),
	);

	it('finds every identifier, and through every single slip', () => {
		fc.assert(
			fc.property(
				fc.nat(values.length - 1),
				fc.nat(7),
				fc.integer({ min: 0, max: 3 }),
				(which, place, kind) => {
					const value = values[which]!;
					const at = 1 + (place % (value.length - 2));
					const slipped = [
						value,
						value.slice(0, at) + value.slice(at + 1),
						`${value.slice(0, at)}X${value.slice(at + 1)}`,
						value.slice(0, at) + value[at + 1]! + value[at]! + value.slice(at + 2),
					][kind]!;
					expect(index.find('document', slipped).map(({ identifier }) => identifier.value)).toContain(value);
				},
			),
			{ numRuns: 300, seed: 7 },
		);
	});

	it('keeps families apart', () => {
		expect(index.find('registration', values[0]!)).toEqual([]);
		expect(index.find('document', 'ZZZZZZZZ')).toEqual([]);
	});

	it('finds a plate through several confusions of a camera', () => {
		const plates = new IdentifierIndex([
			{ entry: 0, family: 'plate', scheme: 'plate', value: 'BO5SZ12', written: 'BO5 SZ12' },
		]);
		expect(plates.find('plate', '8055Z12')[0]?.cost).toBeLessThan(1);
	});
});

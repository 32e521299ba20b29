/** Check digits of IMO numbers, IBAN, LEI and air waybills: each number that is completed is accepted, no other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airWaybillCheckDigit, parseAirWaybill } from './air-waybill.ts';
import { ibanCheckDigits, ibanLength, parseIban } from './iban.ts';
import { imoCheckDigit, parseImoNumber } from './imo-number.ts';
import { leiCheckDigits, parseLei } from './lei.ts';
import { modulo97 } from './modulo-97.ts';

const digits = (count: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });

describe('check digits', () => {
	it('IMO numbers', () => {
		expect(imoCheckDigit('907472')).toBe('9');
		expect(imoCheckDigit('90747')).toBeUndefined();
		fc.assert(
			fc.property(fc.integer({ min: 500_000, max: 987_000 }), (first6) => {
				const right = imoCheckDigit(String(first6));
				for (let digit = 0; digit < 10; digit += 1)
					expect(parseImoNumber(`${first6}${digit}`).ok).toBe(String(digit) === right);
			}),
			{ seed: 3, numRuns: 50 },
		);
	});

	it('air waybills', () => {
		expect(parseAirWaybill('176 12345675')).toMatchObject({ ok: true, value: { number: '176-12345675' } });
		expect(parseAirWaybill('176-12345676')).toMatchObject({ fault: 'check-digit', expected: '176-12345675' });
		fc.assert(
			fc.property(digits(7), (serial) => {
				const number = `020${serial}${airWaybillCheckDigit(serial)}`;
				expect(parseAirWaybill(number).ok).toBe(!number.endsWith('00000000'));
			}),
			{ seed: 4, numRuns: 100 },
		);
	});

	it('IBAN', () => {
		expect(ibanCheckDigits('DE', '370400440532013000')).toBe('89');
		expect(ibanLength('NO')).toBe(15);
		expect(ibanLength('US')).toBeUndefined();
		expect(parseIban('DE88370400440532013000')).toMatchObject({ fault: 'check-digit', expected: '89' });
		fc.assert(
			fc.property(digits(18), (bban) => {
				expect(parseIban(`DE${ibanCheckDigits('DE', bban)}${bban}`)).toMatchObject({
					ok: true,
					value: { bban },
				});
			}),
			{ seed: 5, numRuns: 100 },
		);
	});

	it('LEI', () => {
		expect(leiCheckDigits('54930084UKLVMY22DS')).toBe('16');
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
					minLength: 18,
					maxLength: 18,
				}),
				(first18) => {
					expect(parseLei(`${first18}${leiCheckDigits(first18)}`).ok).toBe(true);
				},
			),
			{ seed: 6, numRuns: 100 },
		);
	});

	it('modulo 97 is the remainder of the whole number', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (number) => {
				expect(modulo97(String(number))).toBe(Number(number % 97n));
			}),
			{ seed: 8, numRuns: 100 },
		);
		expect(modulo97('A-1')).toBeNaN();
	});
});

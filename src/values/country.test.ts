import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignedCountries, countryName, isCountry, isFormerCountry, toAlpha2, toAlpha3 } from './country.ts';

describe('country codes', () => {
	it('holds the 249 entries of ISO 3166-1, and the runtime knows a name for each', () => {
		expect(assignedCountries.size).toBe(249);
		for (const alpha2 of assignedCountries) {
			expect(countryName(alpha2), alpha2).toBeTruthy();
			expect(toAlpha2(toAlpha3(alpha2) ?? '')).toBe(alpha2);
		}
	});

	it('agrees with CLDR about every numeric code', () => {
		for (let number = 1; number < 900; number += 1) {
			const numeric = String(number).padStart(3, '0');
			const alpha2 = toAlpha2(numeric);
			if (alpha2 !== undefined && assignedCountries.has(alpha2))
				expect(new Intl.Locale(`und-${numeric}`).region, numeric).toBe(alpha2);
		}
	});

	it.each([
		['DEU', 'DE'],
		['D', 'DE'],
		['D<<', 'DE'],
		[' fra ', 'FR'],
		['276', 'DE'],
		['GBD', 'GB'],
		['GBN', 'GB'],
		['UK', 'GB'],
		['EL', 'GR'],
		['UNO', 'UN'],
		['UNK', 'XK'],
		['RKS', 'XK'],
		['XKX', 'XK'],
		['EUE', 'EU'],
		['XI', 'XI'],
		['XXA', 'XXA'],
		['XXB', 'XXB'],
		['SUN', 'SU'],
		['ROM', 'RO'],
	])('reads %s as %s', (code, alpha2) => expect(toAlpha2(code)).toBe(alpha2));

	it.each(['', 'ZZ', 'QZZ', '000', '999', 'N/A', 'XXXX', 'DE U'])('does not know %j', (code) => {
		expect(toAlpha2(code)).toBeUndefined();
		expect(toAlpha3(code)).toBeUndefined();
		expect(countryName(code)).toBeUndefined();
	});

	it('names countries and codes of its own', () => {
		expect(countryName('DEU')).toBe('Germany');
		expect(countryName('XI')).toBe('Northern Ireland');
		expect(countryName('XXB')).toBe('Refugee (1951 Convention)');
		expect(isCountry('DE')).toBe(true);
		expect(isCountry('UK')).toBe(false);
		expect(isCountry('XXA')).toBe(false);
		expect(isFormerCountry('SU')).toBe(true);
		expect(isFormerCountry('DE')).toBe(false);
	});

	it('never throws, and its answer stands for itself', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 6 }), (code) => {
				const alpha2 = toAlpha2(code);
				if (alpha2 !== undefined) expect(toAlpha2(alpha2)).toBe(alpha2);
			}),
			{ seed: 1, numRuns: 500 },
		);
	});
});

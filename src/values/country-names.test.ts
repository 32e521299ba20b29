import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignedCountries, countryName, isCountry, toAlpha2 } from './country.ts';
import { countriesIn, countriesSince, toCountryCode } from './country-names.ts';

describe('toCountryCode', () => {
	it.each([
		['af', 'AF'],
		['IRN', 'IR'],
		['Iran', 'IR'],
		['Iranian', 'IR'],
		['Iran (Islamic Republic of)', 'IR'],
		['Korea, North', 'KP'],
		["Democratic People's Republic of Korea", 'KP'],
		['Democratic People’s Republic of Korea', 'KP'],
		['Republic of Korea', 'KR'],
		['Congo, Democratic Republic of the', 'CD'],
		['Congo, Republic of the', 'CG'],
		['Virgin Islands, British', 'VG'],
		['Cote d Ivoire', 'CI'],
		["Côte d'Ivoire", 'CI'],
		['St. Kitts & Nevis', 'KN'],
		['U.S.A.', 'US'],
		['Türkiye', 'TR'],
		['Burma', 'MM'],
		['former Soviet Union', 'SU'],
		['USSR (until 1991)', 'SU'],
		['Region: Gaza', 'PS'],
		['possibly Palestinian', 'PS'],
		['Indonesian passport', 'ID'],
		['Niger', 'NE'],
		['Nigeria', 'NG'],
		['Dominica', 'DM'],
		['Dominican Republic', 'DO'],
		['Allemagne', 'DE'],
		['Иран', 'IR'],
		['伊朗', 'IR'],
		['إيران', 'IR'],
		['Stateless', 'XXA'],
	])('reads %s as %s', (text, code) => {
		expect(toCountryCode(text)).toBe(code);
	});

	it.each(['undetermined', 'Bank', '', '-', 'Atlantis', 'Iran and Iraq', 'None Identified'])(
		'knows no %s',
		(text) => {
			expect(toCountryCode(text)).toBeUndefined();
		},
	);

	it('knows every country by its English name', () => {
		const lost = [...assignedCountries].filter((code) => toCountryCode(countryName(code) ?? '') !== code);
		expect(lost).toEqual([]);
	});

	it('answers for any text with a code that exists, and never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
				const code = toCountryCode(text);
				expect(code === undefined || isCountry(code) || toAlpha2(code) === code).toBe(true);
				for (const each of countriesIn(text)) expect(toAlpha2(each)).toBe(each);
			}),
			{ seed: 7, numRuns: 200 },
		);
	});
});

describe('countriesIn', () => {
	it.each([
		['Sudan/South Sudan', ['SD', 'SS']],
		['United States. Also believed to hold Syrian nationality', ['US', 'SY']],
		['Iran / unknown', ['IR']],
		['Niger and Nigeria', ['NE', 'NG']],
		['Trinidad and Tobago', ['TT']],
		['Equatorial Guinea, Papua New Guinea', ['GQ', 'PG']],
		['nowhere', []],
	])('finds in "%s" %j', (text, codes) => {
		expect(countriesIn(text)).toEqual(codes);
	});
});

describe('countriesSince', () => {
	it('names the states that followed', () => {
		expect(countriesSince('YU')).toContain('RS');
		expect(countriesSince('FR')).toEqual(['FR']);
	});
});

/** Dates, numbers, names and contacts, as lists write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhones, parseSex, partPostcode } from './contacts.ts';
import { parseListDates, parseListDay } from './dates.ts';
import { parseNumber, schemeOf } from './identifiers.ts';
import { organisationNames, partAliases, personName } from './names.ts';

describe('dates', () => {
	it.each([
		['15 Jan 1955', [{ from: '1955-01-15' }]],
		['circa 1965-1969', [{ from: '1965', until: '1969', about: true }]],
		['circa Mar 1970', [{ from: '1970-03', about: true }]],
		['01 Jan 1965 to 31 Dec 1969', [{ from: '1965-01-01', until: '1969-12-31' }]],
		['Between Aug. and Sep. 1977', [{ from: '1977-08', until: '1977-09' }]],
		['between 1960 and 1965', [{ from: '1960', until: '1965' }]],
		['1964-07-17-04:00', [{ from: '1964-07-17' }]],
		['1964-07-17T00:00:00Z', [{ from: '1964-07-17' }]],
		['23/04/1970', [{ from: '1970-04-23' }]],
		['04/05/1970', [{ from: '1970' }]],
		['04.05.1970', [{ from: '1970-05-04' }]],
		['19700504', [{ from: '1970-05-04' }]],
		['August 5, 1970', [{ from: '1970-08-05' }]],
		['1965-69', [{ from: '1965', until: '1969' }]],
		['1965-07', [{ from: '1965-07' }]],
		['1970s', [{ from: '1970', until: '1979' }]],
		['1968 or 1970; 1972', [{ from: '1968' }, { from: '1970' }, { from: '1972' }]],
		['12/05/1360 (Hijri Calendar)', [{ from: '1941', until: '1942', about: true }]],
		['31 Feb 1970', [{ from: '1970-02' }]],
		['30-33 years old', []],
		['unknown', []],
	])('reads "%s"', (text, dates) => {
		expect(parseListDates(text)).toEqual(dates);
	});

	it('reads every day in the ways in which it is written', () => {
		const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1900-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
				(date) => {
					const iso = date.toISOString().slice(0, 10);
					const [year = '', month = '', day = ''] = iso.split('-');
					for (const text of [iso, `${day}.${month}.${year}`, `${day} ${months[Number(month) - 1]} ${year}`])
						expect(parseListDay(text)).toBe(iso);
				},
			),
			{ seed: 3, numRuns: 100 },
		);
	});

	it('answers for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
				for (const date of parseListDates(text)) expect(date.from).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
			}),
			{ seed: 3, numRuns: 100 },
		);
	});
});

describe('numbers', () => {
	it.each([
		['A1234567 (Iran) issued 12 May 2001 expires 2006', { value: 'A1234567', issuer: 'IR' }],
		['RL 1622378 (Lebanon)', { value: 'RL 1622378', issuer: 'LB' }],
		['C234897(0) (United Kingdom)', { value: 'C234897(0)', issuer: 'GB' }],
		[
			'Afghan passport number SE 012820',
			{ value: 'SE 012820', issuer: 'AF', label: 'Afghan passport number' },
		],
		['R00012098, South Sudan', { value: 'R00012098', issuer: 'SS' }],
		['No. 12345', { value: '12345', label: 'No' }],
		['22839 (Jalisco) (Mexico)', { value: '22839', issuer: 'MX' }],
		['issued in Ulm, Germany', undefined],
		['pending', undefined],
	])('takes "%s" apart', (text, number) => {
		expect(parseNumber(text)).toEqual(number);
	});

	it.each([
		['National ID No.', 'identity-card'],
		['Cedula No.', 'identity-card'],
		['Diplomatic Passport', 'passport'],
		['Travel Document Number', 'travel-document'],
		["Driver's License No.", 'driving-licence'],
		['V.A.T. Number', 'tax'],
		['Matricula Mercantil No', 'company-register'],
		['SWIFT/BIC', 'swift'],
		['Residency Number', 'residence-permit'],
		['Some Certificate Number', 'local'],
		['Minister of Trade and', 'company-register'],
		['Commander', undefined],
	])('knows what "%s" labels', (label, scheme) => {
		expect(schemeOf(label)).toBe(scheme);
	});
});

describe('names', () => {
	const strong = { quality: 'strong' } as const;

	it('parts any text without throwing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.boolean(), (text, isPerson) => {
				for (const part of partAliases(`${text}(${text}`, isPerson)) expect(part.trim()).not.toBe('');
			}),
			{ seed: 9, numRuns: 100 },
		);
		expect(partAliases('('.repeat(20_000), true)).toEqual([]);
	});

	it('puts the family name of a person last', () => {
		expect(personName('CRUZ, Juan M. de la', strong)).toEqual({
			full: 'Juan M. de la CRUZ',
			family: 'CRUZ',
			given: 'Juan M. de la',
			quality: 'strong',
		});
		expect(personName('SMITH, John, Jr.', strong)?.full).toBe('John SMITH Jr.');
		expect(personName('RUBEN LAVILLA, JR', strong)).toEqual({ full: 'RUBEN LAVILLA JR', quality: 'strong' });
		expect(personName('"ZUBEYR, Abu"', strong)?.full).toBe('Abu ZUBEYR');
		expect(personName('(Sheikh) Musa Hilal', strong)?.full).toBe('Sheikh Musa Hilal');
		expect(personName(' ?? ', strong)).toBeUndefined();
	});

	it('takes initials out of the name of an organisation, as a weak name', () => {
		expect(organisationNames('DAEDONG CREDIT BANK (DCB)', strong)).toEqual([
			{ full: 'DAEDONG CREDIT BANK', quality: 'strong' },
			{ full: 'DCB', quality: 'weak', kind: 'initials' },
		]);
		expect(organisationNames('JAMAAT-UL-AHRAR (JuA)', strong)).toHaveLength(2);
		expect(organisationNames('BANK OF COMMERCE (SYRIA)', strong)).toHaveLength(1);
		expect(organisationNames('BANK OF COMMERCE (Beirut)', strong)).toHaveLength(1);
	});

	it.each([
		['Abdul Rehman; Abd Ur-Rehman', ['Abdul Rehman', 'Abd Ur-Rehman']],
		['a) Ali Khan b) Aly Khan', ['Ali Khan', 'Aly Khan']],
		['عبدالله السندي (Abdullah Sindhi)', ['عبدالله السندي', 'Abdullah Sindhi']],
		['Amir Khazmat (original script: Амир Хазмат)', ['Amir Khazmat', 'Амир Хазмат']],
		['Majeed, Abdul', ['Majeed, Abdul']],
		['جبهة النصرة (the Front; Jabhat al-Nusrah)', ['جبهة النصرة', 'the Front', 'Jabhat al-Nusrah']],
		['Tahrir (HTS) (تحرير (original script); Tahrir al-Sham)', ['Tahrir (HTS)', 'تحرير', 'Tahrir al-Sham']],
		['Agha Jan Alizai اغا جان عالیزی', ['Agha Jan Alizai', 'اغا جان عالیزی']],
		['Abdel Sabri (false identity related to a number, both papers confiscated)', ['Abdel Sabri']],
		['(Sheikh) Musa Hilal', ['(Sheikh) Musa Hilal']],
		['SECOND ACADEMY (KPe.018)', ['SECOND ACADEMY']],
		['Ezatullah Haqqani (previously listed as)', ['Ezatullah Haqqani']],
		['Khirullah Wali, born in Kandahar on 01 Jan.1967', ['Khirullah Wali']],
		['Ali Hassan, Aly Hasan, Ali al-Hassan', ['Ali Hassan', 'Aly Hasan', 'Ali al-Hassan']],
	])('parts "%s"', (text, names) => {
		expect(partAliases(text, true)).toEqual(names);
	});
});

describe('contacts', () => {
	it.each([
		['(98)(9121115315)', ['+989121115315']],
		['00 961 1 234567', ['+9611234567']],
		['+963 (0)11 222 3333', ['+963112223333']],
		['850 2 381 8208/4188', ['85023818208']],
		['none', []],
	])('reads the phones of "%s"', (text, phones) => {
		expect(parsePhones(text)).toEqual(phones);
	});

	it('parts a city from its postcode', () => {
		expect(partPostcode('London EC3N 1DY')).toEqual({ city: 'London', postcode: 'EC3N 1DY' });
		expect(partPostcode('Zurich CH-8022')).toEqual({ city: 'Zurich', postcode: 'CH-8022' });
		expect(partPostcode('Panama City')).toEqual({ city: 'Panama City' });
	});

	it('reads sex in several languages', () => {
		expect(['M', 'Female', 'homme', 'мужской', 'x'].map((word) => parseSex(word))).toEqual([
			'male',
			'female',
			'male',
			'male',
			undefined,
		]);
	});
});

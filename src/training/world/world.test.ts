import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAirWaybill } from '../../values/air-waybill.ts';
import { isContainerNumber } from '../../values/container-number.ts';
import { isCountry, toAlpha3 } from '../../values/country.ts';
import { isIban } from '../../values/iban.ts';
import { isImoNumber } from '../../values/imo-number.ts';
import { formatPassportMrz, isMrz } from '../../values/mrz.ts';
import { parseHsList, parseLocodeList } from '../../values/reference-lists.ts';
import { Random } from '../random.ts';
import { COUNTRIES } from './countries.ts';
import { GATEWAYS } from './gateways.ts';
import { GOODS } from './goods.ts';
import { accountNumber, airWaybill, containerNumber, imoNumber } from './identifiers.ts';
import { CULTURES } from './name-cultures.ts';
import { otherSpelling, personOf, plain } from './people.ts';
import { buildWorld } from './world.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const reference = fileURLToPath(new URL('../../../../shared/data/reference', import.meta.url));

describe('identifiers', () => {
	it('have check digits that hold', () => {
		fc.assert(
			fc.property(seeds, fc.constantFrom(...COUNTRIES.map((each) => each.code)), (seed, country) => {
				const random = new Random(seed);
				expect(isContainerNumber(containerNumber(random))).toBe(true);
				expect(isImoNumber(imoNumber(random))).toBe(true);
				expect(isAirWaybill(airWaybill(random, '991'))).toBe(true);
				const { iban } = accountNumber(random, country);
				if (iban !== undefined) expect(isIban(iban), iban).toBe(true);
			}),
			{ seed: 1, numRuns: 200 },
		);
	});
});

describe('people', () => {
	it('are the same every time, and their passports make machine-readable zones', () => {
		fc.assert(
			fc.property(seeds, fc.integer({ min: 0, max: 9_000_000_000 }), (seed, number) => {
				const person = personOf(seed, number);
				expect(personOf(seed, number)).toEqual(person);
				const country = toAlpha3(person.nationality) ?? '';
				const zone = formatPassportMrz({
					issuer: country,
					nationality: country,
					documentNumber: person.passport.value,
					family: plain(person.family),
					given: plain(person.given),
					birthDate: person.bornOn.slice(2).replaceAll('-', ''),
					expiryDate: (person.passport.expiresOn ?? '').slice(2).replaceAll('-', ''),
					sex: person.sex,
				});
				expect(isMrz(zone), zone.join('\n')).toBe(true);
			}),
			{ seed: 2, numRuns: 200 },
		);
	});

	it('are written in capitals as ICAO 9303 asks', () => {
		expect(plain('Şimşek')).toBe('SIMSEK');
		expect(plain('Søren Åkesson')).toBe('SOEREN AAKESSON');
		expect(plain('Nguyễn Thị Hương')).toBe('NGUYEN THI HUONG');
		expect(plain('Łukasz Wróbel')).toBe('LUKASZ WROBEL');
		expect(plain('Groß')).toBe('GROSS');
		for (const culture of Object.values(CULTURES))
			for (const name of [...culture.families, ...culture.men, ...culture.women])
				expect(plain(name)).toMatch(/^[A-Z][A-Z '-]*$/);
	});

	it('have other spellings where offices differ', () => {
		const random = new Random(5);
		expect(otherSpelling(random, 'MOHAMMED ALI')).toMatch(/^MUHAMMAD|^MOHAM(E|MA)D|^MUHAMMED/);
		expect(otherSpelling(random, 'HANSEN')).toBe('HANSEN');
	});
});

describe('the world', () => {
	it('has few large traders and many small ones, and partners in countries that it knows', () => {
		const { companies } = buildWorld(1, 1);
		const weights = companies.traders.map((trader) => trader.weight).sort((a, b) => b - a);
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		const top = weights.slice(0, weights.length / 10).reduce((sum, weight) => sum + weight, 0);
		expect(top / total).toBeGreaterThan(0.4);
		for (const trader of companies.traders)
			for (const partner of trader.partners) expect(isCountry(partner.country)).toBe(true);
	});

	it.skipIf(!existsSync(reference))(
		'uses six-digit codes of the Harmonized System (skipped without the reference lists)',
		() => {
			const { entries } = parseHsList(readFileSync(`${reference}/harmonized-system.csv`, 'utf8'));
			expect(GOODS.filter((goods) => !entries.has(goods.hsCode))).toEqual([]);
			expect(new Set(GOODS.map((goods) => goods.hsCode)).size).toBe(GOODS.length);
		},
	);

	it.skipIf(!existsSync(reference))('has gateways where UN/LOCODE has them, as far as it lists them', () => {
		const { entries } = parseLocodeList(readFileSync(`${reference}/un-locode-gateways.csv`, 'utf8'));
		let compared = 0;
		for (const gateway of GATEWAYS) {
			const listed = entries.get(gateway.unlocode);
			if (listed?.latitude === undefined || listed.longitude === undefined) continue;
			compared++;
			expect(Math.abs(listed.latitude - gateway.latitude), gateway.name).toBeLessThan(0.8);
		}
		expect(compared).toBeGreaterThan(30);
	});
});

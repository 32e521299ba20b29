/**
 * Numbers that identify things and accounts in the simulated border, with check digits that hold.
 * In: a stream of draws. Out: a number of the right form from a range that nobody is known to use.
 */
import { airWaybillCheckDigit } from '../../values/air-waybill.ts';
import { containerCheckDigit } from '../../values/container-number.ts';
import { ibanCheckDigits } from '../../values/iban.ts';
import { imoCheckDigit } from '../../values/imo-number.ts';
import type { Random } from '../random.ts';

/** Owner codes that the simulated lines use. They are not taken from the register of the BIC. */
const CONTAINER_OWNERS = ['TWQU', 'QZTU', 'XQLU', 'ZQWU', 'YXQU', 'QXVU'];

/** ISO 6346 container number with its check digit. Serials that leave 10 are not issued. */
export function containerNumber(random: Random): string {
	for (;;) {
		const first10 = random.pick(CONTAINER_OWNERS) + random.digits(6);
		const check = containerCheckDigit(first10);
		// 10 and 0 share the digit 0; leaving 0 out altogether costs nothing here and is never ambiguous.
		if (check !== undefined && check !== '0') return first10 + check;
	}
}

/** IMO number with its check digit, from the range 2 to 4 million, where no ship has been numbered. */
export function imoNumber(random: Random): string {
	const first6 = String(random.whole(200_000, 499_999));
	return first6 + imoCheckDigit(first6);
}

/** Air waybill number of an airline, with its check digit. */
export function airWaybill(random: Random, prefix: string): string {
	const serial = String(random.whole(1_000_000, 9_999_999));
	return `${prefix}-${serial}${airWaybillCheckDigit(serial)}`;
}

/** Account part of an IBAN by country, in the letters of the registry (n digits, a capital letters). */
const ACCOUNT_FORMS: Readonly<Record<string, readonly [letters: number, digits: number]>> = {
	NO: [0, 11],
	SE: [0, 20],
	DE: [0, 18],
	NL: [4, 10],
	DK: [0, 14],
	GB: [4, 14],
	FR: [0, 23],
	ES: [0, 20],
	PT: [0, 21],
	PL: [0, 24],
	LT: [0, 16],
	TR: [0, 22],
	AE: [0, 19],
	EG: [0, 25],
	GR: [0, 23],
};

/** IBAN with its check digits, or a plain account number where the country has no IBAN (or none is known here). */
export function accountNumber(random: Random, country: string): { number: string; iban?: string } {
	const form = ACCOUNT_FORMS[country];
	if (form === undefined) return { number: random.digits(12) };
	const account = random.letters(form[0]) + random.digits(form[1]);
	return { number: account, iban: country + ibanCheckDigits(country, account) + account };
}

/** Number of a passport or an identity card: two letters and seven digits, or nine digits, by issuing country. */
export function travelDocumentNumber(random: Random, country: string): string {
	const lettered = (country.charCodeAt(0) + country.charCodeAt(1)) % 3 > 0;
	return lettered ? random.letters(1 + (country.charCodeAt(1) % 2)) + random.digits(7) : random.digits(9);
}

/** Registration plate: letters and digits as home, the neighbour and most others arrange them. */
export function plateNumber(random: Random, country: string): string {
	if (country === 'NO') return random.letters(2) + random.whole(10_000, 99_999);
	if (country === 'SE') return random.letters(3) + random.digits(2) + random.letters(1);
	return random.letters(2) + random.digits(4) + random.letters(1);
}

/** Number of a company: nine digits at home, country and ten digits in the customs union next door. */
export function companyNumber(random: Random, country: string): { scheme: string; value: string } {
	if (country === 'NO') return { scheme: 'eori', value: `NO${random.whole(8, 9)}${random.digits(8)}` };
	return EU.has(country)
		? { scheme: 'eori', value: country + random.digits(10) }
		: { scheme: 'company-register', value: random.digits(9) };
}

const EU = new Set(['SE', 'DE', 'NL', 'DK', 'FR', 'ES', 'PT', 'IT', 'PL', 'GR', 'LT']);

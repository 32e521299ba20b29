/**
 * International bank account numbers, ISO 13616. In: an IBAN as written. Out: country and account part, or why it is none.
 * Grammar: iban = country 2DIGIT bban; country = 2ALPHA; the form of bban is fixed for each country by the registry.
 * Verifies form and MOD 97-10; does not verify national check digits inside the account part.
 */
import { checkDigits97, modulo97 } from './modulo-97.ts';
import { fault, type Parsed } from './parsed.ts';
import { isPlaceholder } from './placeholder.ts';

/** Form of the account part by country: n digits, a capital letters, c either. From the SWIFT registry. */
const FORMS =
	'AD n8c12 AE n19 AL n8c16 AT n16 AZ a4c20 BA n16 BE n12 BG a4n6c8 BH a4c14 BI n23 BR n23a1c1 BY c4n4c16 CH n5c12 ' +
	'CR n18 CY n8c16 CZ n20 DE n18 DJ n23 DK n14 DO c4n20 EE n16 EG n25 ES n20 FI n14 FK a2n12 FO n14 FR n10c11n2 ' +
	'GB a4n14 GE a2n16 GI a4c15 GL n14 GR n7c16 GT c24 HN a4n20 HR n17 HU n24 IE a4n14 IL n19 IQ a4n15 IS n22 ' +
	'IT a1n10c12 JO a4n4c18 KW a4c22 KZ n3c13 LB n4c20 LC a4c24 LI n5c12 LT n16 LU n3c13 LV a4c13 LY n21 MC n10c11n2 ' +
	'MD c20 ME n18 MK n3c10n2 MN n16 MR n23 MT a4n5c18 MU a4n19a3 NI a4n20 NL a4n10 NO n11 OM n3c16 PK a4c16 PL n24 ' +
	'PS a4c21 PT n21 QA a4c21 RO a4c16 RS n18 RU n14c15 SA n2c18 SC a4n20a3 SD n14 SE n20 SI n15 SK n20 SM a1n10c12 ' +
	'SO n19 ST n21 SV a4n20 TL n19 TN n20 TR n6c16 UA n6c19 VA n18 VG a4n16 XK n16 YE a4n4c18';

const forms = new Map<string, { length: number; pattern: RegExp }>();
const words = FORMS.split(' ');
for (let at = 0; at < words.length; at += 2) {
	const form = words[at + 1] ?? '';
	let length = 0;
	let pattern = '';
	for (const [, type, count] of form.matchAll(/([nac])(\d+)/g)) {
		length += Number(count);
		pattern += `${type === 'n' ? '[0-9]' : type === 'a' ? '[A-Z]' : '[A-Z0-9]'}{${count}}`;
	}
	forms.set(words[at] ?? '', { length: length + 4, pattern: new RegExp(`^${pattern}$`) });
}

export type Iban = { readonly iban: string; readonly country: string; readonly bban: string };

export const tidyIban = (text: string): string =>
	text
		.replace(/[\s\-.]/g, '')
		.toUpperCase()
		.replace(/^IBAN:?/, '');

/** The two check digits for a country's account part; undefined where either has characters that no IBAN has. */
export function ibanCheckDigits(country: string, bban: string): string | undefined {
	return /^[A-Z]{2}$/.test(country) ? checkDigits97(bban + country) : undefined;
}

/** Characters of an IBAN of this country; undefined where the country has no IBAN. */
export const ibanLength = (country: string): number | undefined => forms.get(country)?.length;

/** Reads an IBAN and verifies length, form and check digits. */
export function parseIban(text: string): Parsed<Iban> {
	const iban = tidyIban(text);
	if (isPlaceholder(iban)) return fault('placeholder', 'is a placeholder and not an IBAN');
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban))
		return fault('shape', 'is not a country code, two digits and an account number');
	const country = iban.slice(0, 2);
	const bban = iban.slice(4);
	const form = forms.get(country);
	if (form === undefined) return fault('unknown-code', `starts with ${country}, a country without IBAN`);
	if (iban.length !== form.length)
		return fault(
			'shape',
			`has ${iban.length} characters and ${country} has ${form.length}`,
			String(form.length),
		);
	if (!form.pattern.test(bban)) return fault('shape', `does not have the account form of ${country}`);
	if (modulo97(bban + iban.slice(0, 4)) !== 1) {
		const expected = ibanCheckDigits(country, bban) ?? '';
		return fault('check-digit', `has check digits ${iban.slice(2, 4)} and should have ${expected}`, expected);
	}
	return { ok: true, value: { iban, country, bban } };
}

export const isIban = (text: string): boolean => parseIban(text).ok;

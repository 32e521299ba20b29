/**
 * The one form of each identifier by which records meet. In: an identifier as written. Out: its normalised text, or undefined
 * where it is a placeholder or too short to identify anything. Spaces, case and separators never matter.
 */
import { containerCheckDigit, tidyContainerNumber } from './container-number.ts';
import { tidyIban } from './iban.ts';
import { tidyDocumentNumber } from './mrz.ts';
import { isPlaceholder } from './placeholder.ts';

/** Letters and digits only, in capitals; undefined for a placeholder and for what is too short to identify anything. */
export function bare(text: string | undefined, least = 4): string | undefined {
	if (text === undefined) return undefined;
	const value = tidyDocumentNumber(text);
	return value.length < least || isPlaceholder(value) ? undefined : value;
}

/** Container number without separators; the check digit is added where only it is missing. */
export function normaliseContainer(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const number = tidyContainerNumber(text);
	if (number.length < 4 || isPlaceholder(number)) return undefined;
	if (/^[A-Z]{4}\d{6}$/.test(number)) return number + (containerCheckDigit(number) ?? '');
	return /^[A-Z]{4}0{7}$/.test(number) ? undefined : number;
}

/** IMO number by its digits. */
export function normaliseVessel(text: string | undefined): string | undefined {
	const digits = text === undefined ? undefined : /^(?:IMO)?[\s.:-]*(\d{7})$/i.exec(text.trim())?.[1];
	return digits === undefined || isPlaceholder(digits) ? undefined : digits;
}

/** Names that formats have for one and the same kind of number. */
const SCHEME_ALIASES: ReadonlyMap<string, string> = new Map([
	['tax-registration', 'tax'],
	['vat', 'tax'],
	['bic', 'swift'],
]);

/** The one name of a kind of number. */
export const schemeOf = (scheme: string): string => {
	const given = scheme.toLowerCase();
	return SCHEME_ALIASES.get(given) ?? given;
};

/** IBAN where there is one, else the institution (BIC without its branch, or code) and the number: a number alone is not one account. */
export function normaliseAccount(account: {
	readonly number: string;
	readonly iban?: string | undefined;
	readonly swift?: string | undefined;
	readonly institutionCode?: string | undefined;
}): { scheme: 'iban' | 'account'; value: string } | undefined {
	const iban = tidyIban(account.iban ?? account.number);
	if (/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return { scheme: 'iban', value: iban };
	const number = bare(account.number);
	if (number === undefined) return undefined;
	const institution = bare(account.swift?.slice(0, 8) ?? account.institutionCode);
	return { scheme: 'account', value: institution === undefined ? number : `${institution}/${number}` };
}

/** Digits of a telephone number, with `+` where it says its country; undefined where it is none. */
export function normalisePhone(text: string): string | undefined {
	const short = text
		.trim()
		.slice(0, 40)
		.replace(/\(0\)/, '')
		.replace(/(?:ext|x)\.?\s*\d{1,6}$/i, '');
	const digits = short.replace(/\D/g, '');
	if (digits.length < 6 || digits.length > 16 || isPlaceholder(digits)) return undefined;
	if (short.startsWith('+')) return `+${digits}`;
	return digits.startsWith('00') && digits.length > 9 ? `+${digits.slice(2)}` : digits;
}

/** E-mail address in lower case; undefined where it is none. */
export function normaliseEmail(text: string): string | undefined {
	const address = text.trim().toLowerCase();
	return address.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(address) ? address : undefined;
}

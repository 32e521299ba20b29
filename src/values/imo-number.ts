/**
 * IMO ship identification numbers (IMO resolution A.1117(30)). In: "IMO 9074729" or "9074729". Out: seven digits, or why not.
 * Grammar: number = ["IMO"] 6DIGIT check. The check digit is the last digit of the sum of the six digits times 7, 6 … 2.
 */
import { fault, type Parsed } from './parsed.ts';
import { isPlaceholder } from './placeholder.ts';

/** Check digit for the first six digits; undefined where they are not six digits. */
export function imoCheckDigit(first6: string): string | undefined {
	if (!/^\d{6}$/.test(first6)) return undefined;
	let sum = 0;
	for (let at = 0; at < 6; at += 1) sum += (first6.charCodeAt(at) - 48) * (7 - at);
	return String(sum % 10);
}

/** Reads an IMO number and verifies its check digit. The value is the seven digits without "IMO". */
export function parseImoNumber(text: string): Parsed<string> {
	const digits = text.trim().replace(/^IMO[\s.:-]*/i, '');
	if (isPlaceholder(digits)) return fault('placeholder', 'is a placeholder and not an IMO number');
	if (!/^\d{7}$/.test(digits)) return fault('shape', 'is not seven digits');
	const expected = imoCheckDigit(digits.slice(0, 6)) ?? '';
	if (digits[6] !== expected)
		return fault(
			'check-digit',
			`has check digit ${digits[6]} and should have ${expected}`,
			digits.slice(0, 6) + expected,
		);
	return { ok: true, value: digits };
}

export const isImoNumber = (text: string): boolean => parseImoNumber(text).ok;

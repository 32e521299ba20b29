/**
 * ISO 7064 MOD 97-10, the check behind IBAN and LEI. In: digits and capital letters (A = 10 … Z = 35). Out: the remainder.
 */

/** Remainder by 97 of the number that the text spells; NaN where a character is neither digit nor capital letter. */
export function modulo97(text: string): number {
	let remainder = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit >= 48 && unit <= 57) remainder = (remainder * 10 + unit - 48) % 97;
		else if (unit >= 65 && unit <= 90) remainder = (remainder * 100 + unit - 55) % 97;
		else return Number.NaN;
	}
	return remainder;
}

/** The two check digits that make `text` followed by them leave remainder 1; undefined where the text has other characters. */
export function checkDigits97(text: string): string | undefined {
	const remainder = modulo97(`${text}00`);
	return Number.isNaN(remainder) ? undefined : String(98 - remainder).padStart(2, '0');
}

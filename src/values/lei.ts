/**
 * Legal entity identifiers, ISO 17442. In: an LEI as written. Out: its twenty characters, or why it is none.
 * Grammar: lei = 18(ALPHA / DIGIT) 2DIGIT, with MOD 97-10 over all twenty leaving 1. Does not know which are issued.
 */
import { checkDigits97, modulo97 } from './modulo-97.ts';
import { fault, type Parsed } from './parsed.ts';
import { isPlaceholder } from './placeholder.ts';

/** Check digits for the first eighteen characters; undefined where these are not letters and digits. */
export const leiCheckDigits = (first18: string): string | undefined =>
	first18.length === 18 ? checkDigits97(first18) : undefined;

/** Reads an LEI and verifies its check digits. */
export function parseLei(text: string): Parsed<string> {
	const lei = text.replace(/[\s-]/g, '').toUpperCase();
	if (isPlaceholder(lei)) return fault('placeholder', 'is a placeholder and not an LEI');
	if (!/^[A-Z0-9]{18}\d{2}$/.test(lei))
		return fault('shape', 'is not eighteen letters and digits and two check digits');
	if (modulo97(lei) !== 1) {
		const expected = leiCheckDigits(lei.slice(0, 18)) ?? '';
		return fault('check-digit', `has check digits ${lei.slice(18)} and should have ${expected}`, expected);
	}
	return { ok: true, value: lei };
}

export const isLei = (text: string): boolean => parseLei(text).ok;

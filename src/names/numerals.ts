/** Numbers in names, however written: II, forty. In: words in Latin lower case. Out: decimal digits, or undefined. */

const TENS: ReadonlyMap<string, string> = new Map(
	'ten twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, at) => [word, String((at + 1) * 10)]),
);

/** The value of a word for a multiple of ten, as decimal digits. */
export const parseTens = (latin: string): string | undefined => TENS.get(latin);

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const VALUES: { readonly [letter: string]: number } = { i: 1, v: 5, x: 10 };

/** The value of a Roman numeral up to XXXIX, in lower case, as decimal digits. */
export function parseRoman(latin: string): string | undefined {
	if (latin === '' || latin.length > 7 || !ROMAN.test(latin)) return undefined;
	let value = 0;
	for (let at = 0; at < latin.length; at += 1) {
		const one = VALUES[latin[at]!]!;
		const next = at + 1 < latin.length ? VALUES[latin[at + 1]!]! : 0;
		value += one < next ? -one : one;
	}
	return String(value);
}

/** True for 20, 30 … 90: a unit may follow as a word of its own. */
export const isTens = (digits: string): boolean => /^[2-9]0$/.test(digits);

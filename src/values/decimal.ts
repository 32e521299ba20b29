/**
 * Exact decimal numbers as canonical text: "12.5", "-3", "0". No exponent, no "+", no needless zeros.
 * Money and masses are kept this way because binary fractions cannot hold 0.1; sums use integers underneath.
 */

/** Digits before and after the decimal mark that are accepted; more is not a quantity anybody declares. */
const MAX_DIGITS = 30;
/** What needs no change: nearly all that machines write. */
const CANONICAL = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/**
 * Reads a decimal as senders write it: "1234.50", "1234,5", "+12", "007", ".5", "5.".
 * @param text digits with at most one decimal mark; white space around is ignored. Thousands separators are refused,
 *   because "1.234" means two different numbers in two countries.
 * @param mark the decimal mark: ".", ",", or both accepted (as in UN/EDIFACT, where either may appear).
 * @returns canonical text, or undefined where it is not a number.
 */
export function parseDecimal(text: string, mark: '.' | ',' | 'either' = 'either'): string | undefined {
	if (mark !== ',' && text.length <= MAX_DIGITS && CANONICAL.test(text)) return text;
	const match = /^([+-]?)(\d*)(?:([.,])(\d*))?$/.exec(text.trim());
	if (match === null) return undefined;
	const [, sign, whole = '', seen, fraction = ''] = match;
	if (whole === '' && fraction === '') return undefined;
	if (seen !== undefined && mark !== 'either' && seen !== mark) return undefined;
	if (whole.length + fraction.length > MAX_DIGITS) return undefined;
	const left = whole.replace(/^0+/, '') || '0';
	const right = fraction.replace(/0+$/, '');
	const digits = right === '' ? left : `${left}.${right}`;
	return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

/** Canonical text of a JavaScript number, rounded half away from zero to `places` decimal places. */
export function decimalOf(value: number, places = 6): string {
	if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
	return parseDecimal(value.toFixed(places)) ?? '0';
}

/** Scales both to integers with the same number of decimal places. */
function align(a: string, b: string): { a: bigint; b: bigint; places: number } {
	const places = Math.max(placesOf(a), placesOf(b));
	return { a: scale(a, places), b: scale(b, places), places };
}

const placesOf = (decimal: string): number => {
	const dot = decimal.indexOf('.');
	return dot < 0 ? 0 : decimal.length - dot - 1;
};

const scale = (decimal: string, places: number): bigint =>
	BigInt(decimal.replace('.', '') + '0'.repeat(places - placesOf(decimal)));

function unscale(value: bigint, places: number): string {
	const negative = value < 0n;
	const digits = (negative ? -value : value).toString().padStart(places + 1, '0');
	const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	return parseDecimal(negative ? `-${text}` : text, '.') ?? '0';
}

/** Exact sum of canonical decimals; "0" for none. */
export function addDecimals(...terms: readonly string[]): string {
	let sum = '0';
	for (const term of terms) {
		const { a, b, places } = align(sum, term);
		sum = unscale(a + b, places);
	}
	return sum;
}

/** Exact product of two canonical decimals. */
export function multiplyDecimals(a: string, b: string): string {
	return unscale(scale(a, placesOf(a)) * scale(b, placesOf(b)), placesOf(a) + placesOf(b));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: string, b: string): number {
	const aligned = align(a, b);
	return aligned.a < aligned.b ? -1 : aligned.a > aligned.b ? 1 : 0;
}

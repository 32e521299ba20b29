/**
 * Container numbers, ISO 6346. In: a number as written ("MSCU 123456-7"). Out: its parts, or why it is none.
 * Grammar: number = owner category serial check; owner = 3ALPHA; category = "U" (freight container) / "J" (detachable
 * equipment) / "Z" (trailer, chassis); serial = 6DIGIT; check = DIGIT. White space, "-", "/" and "." do not matter.
 * Does not know which owner codes the BIC has registered.
 */
import { fault, type Parsed } from './parsed.ts';
import { isPlaceholder } from './placeholder.ts';

export type ContainerNumber = {
	/** All eleven characters: "MSCU1234567". */
	readonly number: string;
	readonly owner: string;
	readonly category: 'U' | 'J' | 'Z';
	readonly serial: string;
	/** The sum left 10: such serials should not be issued, because 10 and 0 then share the check digit 0. */
	readonly remainderTen: boolean;
};

/** The number without the separators that people write into it, in capitals. */
export const tidyContainerNumber = (text: string): string =>
	/^[A-Z0-9]*$/.test(text) ? text : text.replace(/[\s\-/.]/g, '').toUpperCase();

/** Remainder by 11 of the weighted sum over the first ten characters; NaN where one is neither letter nor digit. */
function remainderOf(first10: string): number {
	let sum = 0;
	for (let at = 0; at < 10; at += 1) {
		const unit = first10.charCodeAt(at);
		let value: number;
		if (unit >= 48 && unit <= 57) value = unit - 48;
		else if (unit >= 65 && unit <= 90) {
			// Letters count from 10 and leave out the multiples of 11.
			value = unit - 55;
			value += value > 30 ? 3 : value > 20 ? 2 : value > 10 ? 1 : 0;
		} else return Number.NaN;
		sum += value * 2 ** at;
	}
	return sum % 11;
}

/** Check digit ("0" to "9") for owner, category and serial; undefined where these are not ten letters and digits. */
export function containerCheckDigit(first10: string): string | undefined {
	const remainder = first10.length === 10 ? remainderOf(first10) : Number.NaN;
	return Number.isNaN(remainder) ? undefined : String(remainder % 10);
}

/** Reads a container number and verifies its check digit (ISO 6346:2022, annex A). */
export function parseContainerNumber(text: string): Parsed<ContainerNumber> {
	const number = tidyContainerNumber(text);
	if (isPlaceholder(number) || number.endsWith('0000000'))
		return fault('placeholder', 'is a placeholder and not a container number');
	const parts = /^([A-Z]{3})([A-Z])(\d{6})(\d?)$/.exec(number);
	if (parts === null) return fault('shape', 'is not four letters, six digits and a check digit (ISO 6346)');
	const [, owner = '', category = '', serial = '', check = ''] = parts;
	if (category !== 'U' && category !== 'J' && category !== 'Z')
		return fault('shape', `has the equipment category ${category}; ISO 6346 has U, J and Z`);
	const remainder = remainderOf(number);
	const expected = String(remainder % 10);
	if (check === '') return fault('shape', `has no check digit; it would be ${expected}`, number + expected);
	if (check !== expected)
		return fault(
			'check-digit',
			`has check digit ${check} and should have ${expected}`,
			number.slice(0, 10) + expected,
		);
	return { ok: true, value: { number, owner, category, serial, remainderTen: remainder === 10 } };
}

export const isContainerNumber = (text: string): boolean => parseContainerNumber(text).ok;

/**
 * Air waybill numbers, IATA resolution 600a. In: "176-12345675". Out: airline prefix and serial, or why it is none.
 * Grammar: number = prefix ["-" / SP] serial check; prefix = 3DIGIT; serial = 7DIGIT; check = serial modulo 7.
 * House air waybills follow no common form and are not for this module.
 */
import { fault, type Parsed } from './parsed.ts';
import { isPlaceholder } from './placeholder.ts';

export type AirWaybill = { readonly number: string; readonly prefix: string; readonly serial: string };

/** Check digit for the seven digits of the serial; undefined where they are not seven digits. */
export const airWaybillCheckDigit = (serial7: string): string | undefined =>
	/^\d{7}$/.test(serial7) ? String(Number(serial7) % 7) : undefined;

/** Reads a master air waybill number and verifies its check digit. `number` is "176-12345675". */
export function parseAirWaybill(text: string): Parsed<AirWaybill> {
	const digits = text
		.trim()
		.replace(/^AWB[\s:#-]*/i, '')
		.replace(/[\s-]/g, '');
	if (isPlaceholder(digits) || digits.endsWith('00000000'))
		return fault('placeholder', 'is a placeholder and not an air waybill number');
	if (!/^\d{11}$/.test(digits)) return fault('shape', 'is not three digits of the airline and eight digits');
	const expected = airWaybillCheckDigit(digits.slice(3, 10)) ?? '';
	const fixed = `${digits.slice(0, 3)}-${digits.slice(3, 10)}${expected}`;
	if (digits[10] !== expected)
		return fault('check-digit', `has check digit ${digits[10]} and should have ${expected}`, fixed);
	return { ok: true, value: { number: fixed, prefix: digits.slice(0, 3), serial: digits.slice(3) } };
}

export const isAirWaybill = (text: string): boolean => parseAirWaybill(text).ok;

/**
 * Calendar dates and times as text (ISO 8601), read from the forms that border messages use.
 * Nothing here asks for today's date: what is "now" comes in as an argument.
 */

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD` where the three numbers are a day of the Gregorian calendar, else undefined. */
export function dateOf(year: number, month: number, day: number): string | undefined {
	if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
	const daysInMonth = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return day <= daysInMonth ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `HH:MM[:SS]`, or undefined where it is no time of day. */
export function timeOf(hour: number, minute: number, second?: number): string | undefined {
	if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return undefined;
	if (second === undefined) return `${pad(hour, 2)}:${pad(minute, 2)}`;
	return second >= 0 && second <= 59 ? `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}` : undefined;
}

/**
 * Century of a two-digit year. For a birth the result is never after `referenceYear`; for anything else it is the year
 * nearest to `referenceYear` (ICAO 9303 part 3 leaves the choice to the reader).
 * @param referenceYear four digits: the year of the message.
 */
export function fullYear(twoDigits: number, referenceYear: number, use: 'birth' | 'nearest'): number {
	const century = Math.floor(referenceYear / 100) * 100;
	const candidate = century + twoDigits;
	if (use === 'birth') return candidate > referenceYear ? candidate - 100 : candidate;
	if (candidate - referenceYear > 50) return candidate - 100;
	return referenceYear - candidate > 50 ? candidate + 100 : candidate;
}

/** True where the text is `YYYY-MM-DD` and a day that exists. */
export function isDate(text: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	return match !== null && dateOf(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined;
}

/** Whole days from `from` to `until`, both `YYYY-MM-DD` (longer texts are cut to the date). */
export function daysBetween(from: string, until: string): number {
	return Math.round(
		(Date.parse(`${until.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) /
			86_400_000,
	);
}

/**
 * Dates and times of UN/EDIFACT: service segments, and DTM by its format code (data element 2379).
 * In: digits and a format code. Out: ISO 8601 text, or undefined where it is no date that exists.
 * Two-digit years take their century from a reference year that the caller gives: nothing here knows today.
 */
import { dateOf, fullYear, timeOf } from '../../../values/calendar.ts';

/** What a DTM says: a day, a day and time, or only a year or year and month. */
export type ReadDate = { date?: string; dateTime?: string; about?: string };

export type CenturyRule = { year: number; use: 'birth' | 'nearest' };

/** Date and time of UNB and UNG: `YYMMDD` or `YYYYMMDD`, and `HHMM`. The century is 2000: syntax 4 begins there. */
export function readServiceDateTime(date: string, time: string): string | undefined {
	const day = readDay(date, { year: 2030, use: 'nearest' });
	if (day === undefined) return undefined;
	const clock = readClock(time);
	return clock === undefined ? undefined : `${day}T${clock}`;
}

/**
 * Reads a DTM by its format code. Where the code is missing or contradicts the digits, the number of digits decides,
 * because carriers copy `:201` onto six digits.
 */
export function readDateTime(text: string, format: string, century: CenturyRule): ReadDate | undefined {
	const zoned = readZoned(text);
	if (zoned !== undefined) return zoned;
	const digits = compact(text);
	if (!/^\d+$/.test(digits)) return undefined;
	switch (format) {
		case '2': // DDMMYY
			return dayOnly(
				digits.length === 6
					? twoDigitDay(digits.slice(4, 6), digits.slice(2, 4), digits.slice(0, 2), century)
					: undefined,
			);
		case '3': // MMDDYY
			return dayOnly(
				digits.length === 6
					? twoDigitDay(digits.slice(4, 6), digits.slice(0, 2), digits.slice(2, 4), century)
					: undefined,
			);
		case '4': // DDMMCCYY
			return dayOnly(
				digits.length === 8 ? fullDay(digits.slice(4, 8), digits.slice(2, 4), digits.slice(0, 2)) : undefined,
			);
		case '602': // CCYY
			return digits.length === 4 ? about(digits.slice(0, 4)) : undefined;
		case '609': // YYMM
			if (digits.length === 4)
				return about(
					String(fullYear(Number(digits.slice(0, 2)), century.year, century.use)),
					digits.slice(2),
				);
			break;
		case '610': // CCYYMM
			if (digits.length === 6) return about(digits.slice(0, 4), digits.slice(4));
			break;
		case '101': // YYMMDD
			if (digits.length === 6) return dayOnly(readDay(digits, century));
			break;
	}
	return readByLength(digits, format, century);
}

/** `CCYYMMDDHHMM[SS]` with a zone behind it: formats 205, 303 and 304. */
function readZoned(text: string): ReadDate | undefined {
	const match = /^(\d{8})(\d{4}|\d{6})(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/.exec(text);
	if (match === null) return undefined;
	const [, day = '', clock = '', zone = ''] = match;
	const read = withTime(readDay(day, { year: 2000, use: 'nearest' }), readClock(clock));
	if (read?.dateTime === undefined) return undefined;
	const digits = zone.replace(/[^0-9+-]/g, '').padEnd(5, '0');
	const offset =
		/^[+-]\d{4}$/.test(digits) && digits.slice(1) !== '0000'
			? `${digits.slice(0, 3)}:${digits.slice(3)}`
			: 'Z';
	return { ...read, dateTime: `${read.dateTime}${offset}` };
}

/**
 * Digits and format code (2379) of a date and time. Fractions of a second are cut; seconds together with a zone other
 * than UTC have no format and are cut too.
 */
export function formatDateTime(dateTime: string): [digits: string, format: string] {
	const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?[.\d]*(Z|[+-]\d{2}:\d{2})?$/.exec(
		dateTime,
	);
	if (match === null) return [dateTime.replace(/\D/g, ''), '102'];
	const [, year, month, day, hour, minute, second, zone] = match;
	const minutes = `${year}${month}${day}${hour}${minute}`;
	if (zone === undefined) return second === undefined ? [minutes, '203'] : [minutes + second, '204'];
	if (zone === 'Z' && second !== undefined) return [`${minutes}${second}UTC`, '304'];
	return [minutes + (zone === 'Z' ? '+0000' : zone.replace(':', '')), '205'];
}

function readByLength(digits: string, format: string, century: CenturyRule): ReadDate | undefined {
	switch (digits.length) {
		case 4:
			return about(digits);
		case 6:
			return dayOnly(readDay(digits, century));
		case 8:
			return readEight(digits, century);
		case 10: // YYMMDDHHMM
			return withTime(readDay(digits.slice(0, 6), century), readClock(digits.slice(6)));
		case 12: {
			// CCYYMMDDHHMM (203), or YYMMDDHHMMSS (202) where the first reading is no date.
			const full = withTime(readDay(digits.slice(0, 8), century), readClock(digits.slice(8)));
			if (full !== undefined || format === '203') return full;
			return withTime(readDay(digits.slice(0, 6), century), readClock(digits.slice(6)));
		}
		case 14: // CCYYMMDDHHMMSS
			return withTime(readDay(digits.slice(0, 8), century), readClock(digits.slice(8)));
		default:
			return undefined;
	}
}

/** Eight digits: CCYYMMDD. An unknown day or month is written 00 or 99 (ICAO 9303-3, 4.8). */
function readEight(digits: string, century: CenturyRule): ReadDate | undefined {
	const day = readDay(digits, century);
	if (day !== undefined) return { date: day };
	const dayPart = digits.slice(6);
	if (dayPart !== '00' && dayPart !== '99') return undefined;
	const month = digits.slice(4, 6);
	return month === '00' || month === '99' ? about(digits.slice(0, 4)) : about(digits.slice(0, 4), month);
}

const about = (year: string, month?: string): ReadDate | undefined => {
	if (!(Number(year) >= 1000)) return undefined;
	if (month === undefined) return { about: year };
	return Number(month) >= 1 && Number(month) <= 12 ? { about: `${year}-${month}` } : undefined;
};

const dayOnly = (date: string | undefined): ReadDate | undefined =>
	date === undefined ? undefined : { date };

const withTime = (date: string | undefined, clock: string | undefined): ReadDate | undefined =>
	date === undefined || clock === undefined ? undefined : { date, dateTime: `${date}T${clock}` };

const fullDay = (year: string, month: string, day: string): string | undefined =>
	dateOf(Number(year), Number(month), Number(day));

const twoDigitDay = (year: string, month: string, day: string, century: CenturyRule): string | undefined =>
	dateOf(fullYear(Number(year), century.year, century.use), Number(month), Number(day));

/** `YYMMDD` or `CCYYMMDD` as `YYYY-MM-DD`. */
export function readDay(text: string, century: CenturyRule): string | undefined {
	const digits = compact(text);
	if (!/^\d+$/.test(digits)) return undefined;
	if (digits.length === 6) {
		return twoDigitDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), century);
	}
	return digits.length === 8 ? fullDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) : undefined;
}

/** `HHMM` or `HHMMSS` as `HH:MM[:SS]`; 2400 is not a time of day here. */
export function readClock(text: string): string | undefined {
	const digits = compact(text);
	if (!/^\d+$/.test(digits)) return undefined;
	if (digits.length === 4) return timeOf(Number(digits.slice(0, 2)), Number(digits.slice(2)));
	if (digits.length === 6) {
		return timeOf(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4)));
	}
	return undefined;
}

/** Dates come with hyphens, slashes, colons and blanks where people type them. */
const compact = (text: string): string => (/[-/.: T]/.test(text) ? text.replace(/[-/.: T]/g, '') : text);

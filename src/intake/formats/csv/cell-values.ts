/**
 * Text of a cell to a value of the type that its place in a record wants: decimals with either mark, dates in the
 * sender's format, whole numbers, yes and no. Undefined where the text is no such value. Pure; knows no columns.
 */
import { dateOf, timeOf } from '../../../values/calendar.ts';
import { parseDecimal } from '../../../values/decimal.ts';
import type { LeafShape } from '../json/record-shape.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type ReadMoment = { date: string; time: string | undefined; zone: string };

/** Reads a date, or a date and time, in one format of a mapping file. */
type DateReader = (text: string) => ReadMoment | undefined;

/** Days from 30 December 1899, where spreadsheets count from, to 1 January 1970. */
const SPREADSHEET_EPOCH_DAYS = 25_569;

const TOKEN = /YYYY|YY|MMM|MM|DD|HH|mm|ss/g;
const PATTERNS: { readonly [token: string]: string } = {
	YYYY: '(\\d{4})',
	YY: '(\\d{2})',
	MMM: '([A-Za-z]{3})',
	MM: '(\\d{1,2})',
	DD: '(\\d{1,2})',
	HH: '(\\d{1,2})',
	mm: '(\\d{2})',
	ss: '(\\d{2})',
};

/**
 * Makes a reader for a format such as `DD.MM.YYYY HH:mm`. What follows a date without a time in its format may be an
 * ISO time and zone: many systems write them after every date.
 */
export function dateReader(format: string): DateReader {
	if (format === 'excel') return readSerialDay;
	const tokens: string[] = [];
	let pattern = '';
	let at = 0;
	// Adjacent numbers have no separator to tell them apart, so they must have all their digits.
	const packed = /(YYYY|YY|MM|DD|HH|mm)(YYYY|YY|MM|DD|HH|mm)/.test(format);
	for (const match of format.matchAll(TOKEN)) {
		const token = match[0];
		pattern += escapeLiteral(format.slice(at, match.index));
		pattern += packed && token !== 'YYYY' && token !== 'MMM' ? '(\\d{2})' : (PATTERNS[token] ?? '');
		tokens.push(token);
		at = match.index + token.length;
	}
	pattern += escapeLiteral(format.slice(at));
	const hasTime = tokens.includes('HH');
	const tail = hasTime ? '(?:\\.\\d{1,9})?' : '(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?';
	const expression = new RegExp(`^${pattern}${tail}\\s?(Z|[+-]\\d{2}:\\d{2})?$`);
	return (text) => {
		const match = expression.exec(text);
		if (match === null) return undefined;
		const part = (token: string): number | undefined => {
			const index = tokens.indexOf(token);
			return index < 0 ? undefined : Number(match[index + 1]);
		};
		const named = tokens.indexOf('MMM');
		const month = named < 0 ? part('MM') : MONTHS.indexOf((match[named + 1] ?? '').toLowerCase()) + 1;
		const twoDigits = part('YY');
		const year =
			part('YYYY') ?? (twoDigits === undefined ? undefined : twoDigits + (twoDigits < 70 ? 2000 : 1900));
		if (year === undefined || month === undefined) return undefined;
		const date = dateOf(year, month, part('DD') ?? 1);
		if (date === undefined) return undefined;
		const zone = match.at(-1) ?? '';
		const number = (text: string | undefined): number | undefined =>
			text === undefined ? undefined : Number(text);
		const [hour, minute, second] = hasTime
			? [part('HH'), part('mm') ?? 0, part('ss')]
			: [number(match.at(-4)), number(match.at(-3)), number(match.at(-2))];
		if (hour === undefined || minute === undefined) return { date, time: undefined, zone };
		const time = timeOf(hour, minute, second);
		return time === undefined ? undefined : { date, time, zone };
	};
}

const escapeLiteral = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function readSerialDay(text: string): ReadMoment | undefined {
	const match = /^(\d{1,6})(?:\.(\d{1,12}))?$/.exec(text);
	if (match === null) return undefined;
	const instant = new Date((Number(match[1]) - SPREADSHEET_EPOCH_DAYS) * 86_400_000);
	const minutes = match[2] === undefined ? undefined : Math.round(Number(`0.${match[2]}`) * 1_440);
	return {
		date: instant.toISOString().slice(0, 10),
		time: minutes === undefined ? undefined : timeOf(Math.floor(minutes / 60), minutes % 60),
		zone: '',
	};
}

export type CellOptions = { decimalMark: '.' | ','; dates: readonly DateReader[] };

/** Text that means yes, and text that means no, in any case. */
const YES = new Set(['true', 'yes', 'y', '1']);
const NO = new Set(['false', 'no', 'n', '0']);

/**
 * Makes a reader of cells for one place in a record.
 * @returns a function from trimmed, non-empty text to the value, or to undefined where it is none.
 */
export function cellReader(shape: LeafShape, options: CellOptions): (text: string) => unknown {
	switch (shape.type) {
		case 'boolean':
			return (text) => {
				const word = text.toLowerCase();
				return YES.has(word) ? true : NO.has(word) ? false : undefined;
			};
		case 'choice': {
			const byWord = new Map(shape.options.map((option) => [option.toLowerCase(), option]));
			return (text) => byWord.get(text.toLowerCase());
		}
		case 'number':
			return (text) => {
				const canonical = parseDecimal(text, options.decimalMark);
				if (canonical === undefined) return undefined;
				const value = Number(canonical);
				return shape.integer && !Number.isSafeInteger(value) ? undefined : value;
			};
		case 'text':
			if (shape.use === 'decimal') return (text) => parseDecimal(text, options.decimalMark);
			if (shape.use === 'date') return (text) => firstDate(text, options)?.date;
			if (shape.use === 'date-time') {
				return (text) => {
					const read = firstDate(text, options);
					return read && `${read.date}T${read.time ?? '00:00'}${read.zone}`;
				};
			}
			return (text) => text;
	}
}

function firstDate(text: string, options: CellOptions): ReadMoment | undefined {
	for (const read of options.dates) {
		const moment = read(text);
		if (moment !== undefined) return moment;
	}
	return undefined;
}

/** What a place in a record wants, in words for a finding. */
export function wantedAt(shape: LeafShape): string {
	switch (shape.type) {
		case 'boolean':
			return 'yes or no';
		case 'choice':
			return `one of ${shape.options.join(', ')}`;
		case 'number':
			return shape.integer ? 'a whole number' : 'a number';
		case 'text':
			return shape.use === 'decimal'
				? 'a decimal number'
				: shape.use === 'date' || shape.use === 'date-time'
					? 'a date'
					: 'text';
	}
}

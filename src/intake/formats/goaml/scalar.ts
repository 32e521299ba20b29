/**
 * One value of an element: text to value and back, as xs:string, xs:dateTime, xs:decimal and xs:boolean are written.
 * Reading takes what senders really write and tells what it changed; "-" is goAML's way to say nothing.
 */
import { MAX_TEXT } from '../../../../contract/records/common.ts';
import { isDate } from '../../../values/calendar.ts';
import { assignedCountries, toAlpha2 } from '../../../values/country.ts';
import { decimalOf, parseDecimal } from '../../../values/decimal.ts';
import { isLatin, toLatin } from './latin.ts';
import type { ScalarForm, Value } from './shape.ts';

/** What is wrong with a text, as the end of a finding's code. */
export type Defect = 'date' | 'decimal' | 'number' | 'flag' | 'too-long' | 'placeholder-date';

export type Read = { value?: Value; defect?: Defect };

/** Longest code that a record keeps. */
const MAX_CODE = 64;

export function readScalar(text: string, form: ScalarForm): Read {
	if (text === '-') return {};
	switch (form.form) {
		case 'text':
			return cut(text, MAX_TEXT);
		case 'code':
			return cut(text.toUpperCase(), MAX_CODE);
		case 'country':
			return cut(toAlpha2(text) ?? text.toUpperCase(), MAX_CODE);
		case 'date': {
			const { value, defect } = readMoment(text);
			return value === undefined ? { defect } : { value: value.slice(0, 10) };
		}
		case 'moment':
			return readMoment(text);
		case 'decimal': {
			const value = readDecimal(text);
			return value === undefined ? { defect: 'decimal' } : { value };
		}
		case 'number': {
			const decimal = readDecimal(text);
			const value = decimal === undefined ? Number.NaN : Number(decimal);
			const fits = value >= form.from && value <= form.to && (form.places > 0 || Number.isSafeInteger(value));
			return fits ? { value } : { defect: 'number' };
		}
		case 'flag':
			if (/^(1|true|yes|y)$/i.test(text)) return { value: true };
			return /^(0|false|no|n)$/i.test(text) ? { value: false } : { defect: 'flag' };
	}
}

const cut = (text: string, max: number): Read =>
	text.length <= max ? { value: text } : { value: text.slice(0, max).trimEnd(), defect: 'too-long' };

/** xs:decimal has a full stop; a comma alone is taken where it cannot mean thousands. */
function readDecimal(text: string): string | undefined {
	return (
		parseDecimal(text, '.') ?? (/^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(text) ? parseDecimal(text) : undefined)
	);
}

const MOMENT =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?)? ?(Z|[+-]\d{2}:\d{2})?$/;

/** Dates that stand for none, whatever their time. */
const NO_DATES: ReadonlySet<string> = new Set(['0001-01-01', '1753-01-01', '1900-01-01', '9999-12-31']);

function readMoment(text: string): { value?: string; defect?: Defect } {
	const match = MOMENT.exec(/^\d{8}$/.test(text) ? text.replace(/^(....)(..)/, '$1-$2-') : text);
	if (match === null) return { defect: 'date' };
	const [, day = '', minute = '00:00', second = '00', fraction = '', zone = ''] = match;
	if (!isDate(day) || minute > '23:59' || minute.slice(3) > '59' || second > '59') return { defect: 'date' };
	if (NO_DATES.has(day)) return { defect: 'placeholder-date' };
	const shown = fraction.slice(0, 6).replace(/0+$/, '');
	return { value: `${day}T${minute}:${second}${shown === '' ? '' : `.${shown}`}${zone}` };
}

/** `text` undefined: the schema cannot hold it. `lost`: what was given, where not all of it could be written. */
export type Written = { text?: string; lost?: string };

export function writeScalar(value: Value, form: ScalarForm, client: boolean): Written {
	switch (form.form) {
		case 'text': {
			const given = writable(String(value));
			if (given === '') return {};
			if (form.pattern?.test(given) === false || [...given].length < (form.min ?? 0)) return { lost: given };
			const max = (client ? form.clientMax : undefined) ?? form.max;
			const latin = form.latin === undefined ? given : toLatin(given);
			const text = latin.length <= max ? latin : max < 2 ? '' : writable(latin.slice(0, max));
			const told = form.latin === 'name' ? latin.length > max : text !== given;
			if (text === '') return { lost: form.latin === 'name' && isLatin(given) ? undefined : given };
			return told ? { text, lost: given } : { text };
		}
		case 'code': {
			const given = writable(String(value));
			return given.length > (form.max ?? MAX_CODE) ? { lost: given } : { text: given };
		}
		case 'country': {
			const given = String(value);
			return assignedCountries.has(given) || given === 'XK' ? { text: given } : { lost: given };
		}
		case 'date':
			return writeMoment(`${value}T00:00:00`);
		case 'moment':
			return writeMoment(String(value));
		case 'decimal':
			if (!(Number(value) >= form.from && Number(value) <= form.to)) return { lost: String(value) };
			return { text: shorten(String(value), form.places) };
		case 'number':
			if (typeof value !== 'number' || value < form.from || value > form.to) return { lost: String(value) };
			return { text: decimalOf(value, form.places) };
		case 'flag':
			if (value !== true) return form.fixed ? {} : { text: '0' };
			return { text: '1' };
	}
}

/** The text without what XML cannot hold, and without blanks around it, which readers drop. */
const writable = (text: string): string =>
	text
		.toWellFormed()
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, '')
		.trim();

function writeMoment(value: string): Written {
	const full = value.replace(/T(\d{2}:\d{2})(?!:|\d)/, 'T$1:00');
	return isDate(full.slice(0, 10)) && full >= '1753-01-01T00:00:00' ? { text: full } : { lost: value };
}

/** The decimal with at most so many digits after the point; further digits are cut, not rounded. */
function shorten(decimal: string, places: number): string {
	const dot = decimal.indexOf('.');
	if (dot < 0 || decimal.length - dot - 1 <= places) return decimal;
	return parseDecimal(decimal.slice(0, dot + (places === 0 ? 0 : places + 1)), '.') ?? '0';
}

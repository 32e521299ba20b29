/**
 * Reads single values of WCO XML: text, codes, numbers, amounts, masses, dates. In: an element. Out: the value in the
 * form of the record, or undefined with a finding that says why. Nothing is ever guessed: a value that cannot be read is
 * left out and told. Formats: UN/EDIFACT 2379 for dates, UN/ECE Recommendation 20 for units.
 */
import type { Finding, Severity } from '../../../../contract/findings.ts';
import { MAX_TEXT, type Money, type Quantity } from '../../../../contract/records/common.ts';
import { dateOf, timeOf } from '../../../values/calendar.ts';
import { toAlpha2 } from '../../../values/country.ts';
import { multiplyDecimals, parseDecimal } from '../../../values/decimal.ts';
import { attributeOf, textOf, type XmlElement } from '../xml/element.ts';

const MAX_CODE = 64;
const MAX_FURTHER = 300;
const MAX_FINDINGS = 500;

/** Factors to kilograms of the mass units of UN/ECE Recommendation 20 that declarations use. */
const KILOGRAMS: ReadonlyMap<string, string> = new Map([
	['KGM', '1'],
	['KG', '1'],
	['GRM', '0.001'],
	['MGM', '0.000001'],
	['DTN', '100'],
	['TNE', '1000'],
	['LBR', '0.45359237'],
	['ONZ', '0.028349523125'],
]);

export type Moment = { date: string; dateTime?: string };

/** Collects findings while one declaration is read, and reads its single values. */
export class Scalars {
	readonly findings: Finding[] = [];

	/** Adds a finding; a message with hundreds of them is told by the first ones. */
	note(
		code: string,
		severity: Severity,
		element: XmlElement,
		sentence: string,
		value?: string,
		against?: string,
	): void {
		if (this.findings.length >= MAX_FINDINGS) return;
		const finding: Finding = { code, severity, place: placeOf(element), sentence: sentence.slice(0, 1_000) };
		if (value !== undefined && value !== '') finding.value = value.slice(0, 500);
		if (against !== undefined) finding.against = against;
		this.findings.push(finding);
	}

	text(element: XmlElement, max = MAX_TEXT): string | undefined {
		const text = textOf(element);
		if (text === undefined || text.length <= max) return text;
		const sentence = `${element.name} has ${text.length} characters; the first ${max} are kept.`;
		this.note('wco.text-cut', 'warning', element, sentence, String(text.length), String(max));
		return text.slice(0, max).trim();
	}

	/** A code as declared: trimmed, upper case. */
	code(element: XmlElement): string | undefined {
		return this.text(element, MAX_CODE)?.toUpperCase();
	}

	/** ISO 3166-1 alpha-2 where the code is known, else as declared. */
	country(element: XmlElement): string | undefined {
		const code = this.code(element);
		return code === undefined ? undefined : (toAlpha2(code) ?? code);
	}

	decimal(element: XmlElement): string | undefined {
		const text = textOf(element);
		if (text === undefined) return undefined;
		const decimal = parseDecimal(text, '.');
		if (decimal === undefined) {
			const sentence = `${element.name} is "${text.slice(0, 60)}", which is not a decimal number.`;
			this.note('wco.number', 'error', element, sentence, text);
		}
		return decimal;
	}

	/** A whole number that is not negative and not above `max`. */
	count(element: XmlElement, max = Number.MAX_SAFE_INTEGER): number | undefined {
		const text = textOf(element);
		if (text === undefined) return undefined;
		const decimal = parseDecimal(text, '.');
		const count = decimal === undefined ? Number.NaN : Number(decimal);
		if (Number.isSafeInteger(count) && count >= 0 && count <= max) return count;
		const sentence = `${element.name} is "${text.slice(0, 60)}", which is not a whole number that it can be.`;
		this.note('wco.number', 'error', element, sentence, text);
		return undefined;
	}

	money(element: XmlElement): Money | undefined {
		const amount = this.decimal(element);
		if (amount === undefined) return undefined;
		const currency = attributeOf(element, 'currencyID') ?? attributeOf(element, 'currencyId');
		return currency === undefined
			? { amount }
			: { amount, currency: currency.slice(0, MAX_CODE).toUpperCase() };
	}

	quantity(element: XmlElement): Quantity | undefined {
		const value = this.decimal(element);
		if (value === undefined) return undefined;
		const unit = attributeOf(element, 'unitCode');
		return unit === undefined ? { value } : { value, unit: unit.slice(0, MAX_CODE).toUpperCase() };
	}

	/** A mass in kilograms; without a unit code it is one already. */
	mass(element: XmlElement): string | undefined {
		const value = this.decimal(element);
		const unit = attributeOf(element, 'unitCode')?.toUpperCase();
		if (value === undefined || unit === undefined || unit === 'KGM') return value;
		const factor = KILOGRAMS.get(unit);
		if (factor !== undefined) return multiplyDecimals(value, factor);
		const sentence = `${element.name} is given in the unit ${unit.slice(0, 20)}, which is not a mass.`;
		this.note('wco.mass-unit', 'error', element, sentence, unit, 'KGM');
		return undefined;
	}

	/** A date or date and time: the element itself, or the element of any name inside of it. */
	moment(element: XmlElement): Moment | undefined {
		const holder = element.children[0] ?? element;
		const text = textOf(holder);
		if (text === undefined) return undefined;
		const moment = parseMoment(text);
		const formatCode = attributeOf(holder, 'formatCode');
		if (moment === undefined) {
			const sentence = `${element.name} is "${text.slice(0, 60)}", which is no date${formatCode === undefined ? '' : ` of format ${formatCode.slice(0, 10)}`}.`;
			this.note('wco.date', 'error', holder, sentence, text, formatCode);
		} else if (formatCode !== undefined && !fitsFormat(text, formatCode)) {
			const sentence = `${element.name} is "${text.slice(0, 60)}" and names the format ${formatCode.slice(0, 10)}, which it does not have; it was read as ${moment.dateTime ?? moment.date}.`;
			this.note('wco.date-format', 'warning', holder, sentence, text, formatCode);
		}
		return moment;
	}
}

export const placeOf = (element: XmlElement): string => `${element.name.slice(0, 200)}, line ${element.line}`;

/** Digits of a date before any zone, by UN/EDIFACT 2379 code. */
const FORMATS: ReadonlyMap<string, RegExp> = new Map([
	['102', /^\d{8}([Z+-]|$)/],
	['203', /^\d{12}([Z+-]|$)/],
	['204', /^\d{14}([Z+-]|$)/],
	['205', /^\d{12}([Z+-]|$)/],
	['208', /^\d{14}([Z+-]|$)/],
	['303', /^\d{12}([Z+-]|$)/],
	['304', /^\d{14}([Z+-]|$)/],
]);

const fitsFormat = (text: string, formatCode: string): boolean =>
	FORMATS.get(formatCode)?.test(text) ?? false;

const BASIC = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;
const EXTENDED =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Reads `20240819113751+01`, `20240819`, `202408191137Z`, `2024-08-19T11:37:51+01:00` and their like. */
export function parseMoment(text: string): Moment | undefined {
	const match = BASIC.exec(text) ?? EXTENDED.exec(text);
	if (match === null) return undefined;
	const [, year, month, day, hour, minute, second, zone] = match;
	const date = dateOf(Number(year), Number(month), Number(day));
	if (date === undefined) return undefined;
	if (hour === undefined) return { date };
	const time = timeOf(Number(hour), Number(minute), second === undefined ? undefined : Number(second));
	if (time === undefined) return undefined;
	return { date, dateTime: `${date}T${time}${formatZone(zone)}` };
}

function formatZone(zone: string | undefined): string {
	if (zone === undefined || zone === 'Z') return zone ?? '';
	return `${zone.slice(0, 3)}:${zone.length > 3 ? zone.slice(-2) : '00'}`;
}

/** Facts that have no field of their own, by their path in the message. */
export class Further {
	#facts: Record<string, string> | undefined;
	#count = 0;
	readonly #scalars: Scalars;

	constructor(scalars: Scalars) {
		this.#scalars = scalars;
	}

	/** Keeps every value inside an element that no field takes. `path` is that of its parent. */
	keep(path: string, element: XmlElement): void {
		const own = path === '' ? element.name : `${path}/${element.name}`;
		const text = this.#scalars.text(element);
		if (text !== undefined) this.set(own, withUnit(element, text), element);
		for (const inner of element.children) this.keep(own, inner);
	}

	set(path: string, value: string, element?: XmlElement): void {
		if (this.#count >= MAX_FURTHER) {
			if (this.#count === MAX_FURTHER && element !== undefined) {
				const sentence = `More than ${MAX_FURTHER} facts have no field of their own; the rest is only in the original.`;
				this.#scalars.note('wco.too-many', 'warning', element, sentence);
				this.#count++;
			}
			return;
		}
		this.#facts ??= {};
		const facts = this.#facts;
		const name = path.slice(-MAX_CODE);
		let free = name;
		for (let again = 2; Object.hasOwn(facts, free); again++) {
			const suffix = `[${again}]`;
			free = name.slice(-(MAX_CODE - suffix.length)) + suffix;
		}
		facts[free] = value.slice(0, MAX_TEXT);
		this.#count++;
	}

	facts(): Record<string, string> | undefined {
		return this.#facts;
	}
}

const withUnit = (element: XmlElement, text: string): string => {
	const unit = attributeOf(element, 'unitCode') ?? attributeOf(element, 'currencyID');
	return unit === undefined ? text : `${text} ${unit}`;
};

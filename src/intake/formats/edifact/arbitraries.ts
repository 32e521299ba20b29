/**
 * Arbitrary values that EDIFACT messages can carry and give back unchanged, for property tests of every format.
 * Texts hold separators, quotation marks and letters of several scripts; no line breaks, no blanks at the ends.
 */
import fc from 'fast-check';
import type { Address, Contact, Place } from '../../../../contract/records/common.ts';
import { decimalOf } from '../../../values/decimal.ts';

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij0123456789.-()&:+?'*\\éßØЖ中ع"];

const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 12 });

/** One to four words with single blanks between them. */
export const text: fc.Arbitrary<string> = fc
	.array(word, { minLength: 1, maxLength: 4 })
	.map((words) => words.join(' '));

/** A code of capitals and digits. */
export const code: fc.Arbitrary<string> = fc.stringMatching(/^[A-Z][A-Z0-9]{1,9}$/);

export const country: fc.Arbitrary<string> = fc.constantFrom('GB', 'FR', 'DE', 'US', 'NG', 'CN', 'BR', 'IN');

export const day: fc.Arbitrary<string> = fc
	.date({ min: new Date('1931-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

/** Local date and time to the minute. */
export const localTime: fc.Arbitrary<string> = fc
	.date({ min: new Date('1985-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 16));

/** Date and time as records have them: local, with seconds, in UTC, with an offset. */
export const dateTime: fc.Arbitrary<string> = fc.oneof(
	localTime,
	localTime.map((at) => `${at}:07`),
	localTime.map((at) => `${at}Z`),
	localTime.map((at) => `${at}:59Z`),
	localTime.map((at) => `${at}+05:30`),
	localTime.map((at) => `${at}-03:00`),
);

export const decimal: fc.Arbitrary<string> = fc
	.integer({ min: 0, max: 1_000_000_000 })
	.map((thousandths) => decimalOf(thousandths / 1_000, 3));

export const count: fc.Arbitrary<number> = fc.integer({ min: 0, max: 999_999 });

/** Leaves out members that are undefined, as records do. */
export const record = <Shape extends object>(
	required: { [Key in keyof Shape]?: fc.Arbitrary<Shape[Key]> },
	optional: { [Key in keyof Shape]?: fc.Arbitrary<NonNullable<Shape[Key]>> },
): fc.Arbitrary<Shape> =>
	fc.record<object>(
		{ ...required, ...optional },
		{ requiredKeys: Object.keys(required) as never[] },
	) as fc.Arbitrary<Shape>;

export const place: fc.Arbitrary<Place> = fc
	.tuple(
		fc.oneof(
			fc.stringMatching(/^[A-Z]{3}$/).map((iata): Place => ({ iata })),
			fc.stringMatching(/^[A-Z]{2}[A-Z2-9]{3}$/).map((unlocode): Place => ({ unlocode })),
			fc.stringMatching(/^[A-Z]{4}$/).map((icao): Place => ({ icao })),
			country.map((alpha2): Place => ({ country: alpha2 })),
		),
		fc.option(text, { nil: undefined }),
		fc.option(code, { nil: undefined }),
	)
	.map(([base, name, facility]) => ({
		...base,
		...(name === undefined ? {} : { name }),
		...(facility === undefined ? {} : { facility }),
	}));

export const address: fc.Arbitrary<Address> = record<Address>(
	{ city: text },
	{ lines: fc.array(text, { minLength: 1, maxLength: 4 }), subdivision: text, postcode: code, country },
);

export const contacts: fc.Arbitrary<Contact[]> = fc.array(
	fc.record({ kind: fc.constantFrom('phone', 'email', 'fax', 'telex', 'url', 'other'), value: text }),
	{ minLength: 1, maxLength: 3 },
);

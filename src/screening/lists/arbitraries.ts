/** Generators for tests: entries as a list may hold them, already in their one form. */
import fc from 'fast-check';
import type { ListEntry } from '../../../contract/lists.ts';
import { canonicalEntry } from './entry.ts';

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
/** Marks, quotes and formulas that a spreadsheet or our own writing could stumble over. */
const rough = fc
	.tuple(word, fc.constantFrom('', '=', '@', '+', '-', '|', '~', '\\', '"', ';', ',', "'", '٭', '张'), word)
	.map(([before, mark, after]) => `${mark === '=' ? '=' : ''}${before} ${mark}${after}`);
const code = fc.constantFrom('AF', 'CD', 'FR', 'IR', 'KP', 'RU', 'SY', 'XK');
const number = fc.stringMatching(/^[A-Z]{0,2}[1-9]\d{4,8}$/);
const year = fc.integer({ min: 1930, max: 2010 }).map(String);
const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
	.map((each) => each.toISOString().slice(0, 10));
const many = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });

const name = fc.record(
	{
		full: fc.oneof(words, rough),
		family: word,
		given: word,
		quality: fc.constantFrom('strong' as const, 'weak' as const),
		kind: fc.constantFrom('aka', 'fka'),
	},
	{ requiredKeys: ['full', 'quality'] },
);
const born = fc.oneof(
	year.map((from) => ({ from })),
	day.map((from) => ({ from })),
	fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([from, more]) => ({
		from,
		until: String(Number(from) + more),
		about: true,
	})),
);

/** Any entry. */
export const anyEntry: fc.Arbitrary<ListEntry> = fc
	.record(
		{
			key: fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
			kind: fc.constantFrom(
				'person' as const,
				'organisation' as const,
				'vessel' as const,
				'document' as const,
			),
			names: fc
				.tuple(fc.oneof(words, rough), many(name))
				.map(([full, further]) => [{ full, quality: 'primary' as const }, ...further]),
			born: many(born),
			died: fc.constant(true),
			sex: fc.constantFrom('female' as const, 'male' as const),
			nationalities: many(code),
			countries: many(code),
			birthPlaces: many(rough),
			identifiers: many(
				fc.record(
					{ scheme: fc.constantFrom('passport', 'tax', 'local'), value: number, issuer: code, note: rough },
					{ requiredKeys: ['scheme', 'value'] },
				),
			),
			addresses: many(
				fc.record(
					{ street: rough, city: words, postcode: number, country: code },
					{ requiredKeys: ['city'] },
				),
			),
			phones: many(fc.stringMatching(/^\+[1-9]\d{7,12}$/)),
			emails: many(fc.stringMatching(/^[a-z]{2,8}@[a-z]{2,8}\.(com|org)$/)),
			programmes: many(rough),
			listedOn: day,
			changedOn: day,
			positions: many(rough),
			remarks: rough,
			instruction: fc.record(
				{
					category: words.map((each) => each.slice(0, 30).trim()),
					action: fc.constantFrom('refuse' as const, 'seize' as const, 'contact' as const),
					handling: fc.constantFrom('H0' as const, 'H3' as const),
					owner: words,
					legalBasis: rough,
					reviewOn: day,
				},
				{ requiredKeys: [] },
			),
		},
		{ requiredKeys: ['key', 'kind', 'names'] },
	)
	.map(canonicalEntry);

/** Entries of one list: every key once. */
export const anyList = fc.uniqueArray(anyEntry, { maxLength: 6, selector: (entry) => entry.key });

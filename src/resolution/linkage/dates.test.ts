import { describe, expect, it } from 'vitest';
import { dateLevel, levelNames } from './compare-values.ts';
import { dateOrderOf, readDate } from './dates.ts';

describe('dates', () => {
	it.each([
		['1971-06-24', 'year-first', 19710624],
		['19710624', 'year-first', 19710624],
		['24/06/1971', 'day-first', 19710624],
		['06/24/1971', 'month-first', 19710624],
		['24.6.1971', 'day-first', 19710624],
		['24 Jun 1971', 'day-first', 19710624],
		['24-JUNE-1971', 'day-first', 19710624],
		['1971', 'year-first', 19710000],
		['1971-06', 'year-first', 19710600],
		['1855-01-81', 'year-first', 18550181],
		['1971-06-24T00:00:00Z', 'year-first', 19710624],
		['unknown', 'year-first', 0],
		['', 'year-first', 0],
	] as const)('reads %s, %s', (text, order, date) => {
		expect(readDate(text, order)).toBe(date);
	});

	it('tells the layout of a column from what cannot be a month', () => {
		expect(dateOrderOf(['01/02/1990', '25/12/1991', '03/04/1992'])).toBe('day-first');
		expect(dateOrderOf(['01/02/1990', '12/25/1991', '03/04/1992'])).toBe('month-first');
		expect(dateOrderOf(['1990-02-01', '19911225'])).toBe('year-first');
		expect(dateOrderOf(['smith', 'jones', '1990-01-01'])).toBeUndefined();
	});

	it.each([
		[19710624, 19710524, 'one digit'],
		[19710406, 19710604, 'one digit'],
		[19710624, 19716024, 'one digit'],
		[19710624, 19880624, 'two parts'],
		[19710624, 19820624, 'two parts'],
		[19710624, 19720625, 'two digits'],
		[19710624, 19711130, 'same year'],
		[19710000, 19710624, 'same year'],
		[19710600, 19710624, 'two parts'],
		[19710624, 19881130, 'different'],
	])('compares %d with %d: %s', (a, b, level) => {
		expect(levelNames.date[dateLevel(a, b)]).toBe(level);
		expect(levelNames.date[dateLevel(b, a)]).toBe(level);
	});
});

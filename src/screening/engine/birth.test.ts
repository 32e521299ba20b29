import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestBirth, birthAgreements, compareBirth, listedBirth, parseBirthDate } from './birth.ts';

const agreement = (born: string, from: string, more: { until?: string; about?: boolean } = {}): string => {
	const date = parseBirthDate(born);
	const listed = listedBirth({ from, ...more });
	if (date === undefined || listed === undefined) return 'unread';
	return birthAgreements[compareBirth(date, listed)]!;
};

describe('dates of birth', () => {
	it.each([
		['1956-04-28', '1956-04-28', 'same-day'],
		['1956-04-08', '1956-08-04', 'swapped'],
		['1956-04', '1956-04-28', 'same-month'],
		['1956', '1956-04-28', 'same-year'],
		['1956-01-01', '1956-07-03', 'same-year'],
		['1956-05-28', '1956-04-28', 'slip'],
		['1965-04-28', '1956-04-28', 'slip'],
		['1957-04-28', '1956-04-28', 'slip'],
		['1957', '1956', 'near-year'],
		['1956-09-11', '1956-04-28', 'other-day'],
		['1959', '1956', 'few-years'],
		['1964-02-03', '1956-04-28', 'many-years'],
		['1990', '1956', 'generation'],
	])('%s against %s is %s', (born, listed, expected) => {
		expect(agreement(born, listed)).toBe(expected);
	});

	it('takes spans and about-dates as they are meant', () => {
		expect(agreement('1963-05-02', '1960', { until: '1965' })).toBe('same-year');
		expect(agreement('1966', '1960', { until: '1965' })).toBe('near-year');
		expect(agreement('1958', '1956', { about: true })).toBe('same-year');
		expect(agreement('1985', '1956', { about: true })).toBe('generation');
	});

	it('keeps of a broken date what is one', () => {
		expect(parseBirthDate('1974-01-32')).toEqual({ year: 1974, month: 1, day: 0 });
		expect(parseBirthDate('1974-13-02')).toEqual({ year: 1974, month: 0, day: 0 });
		expect(parseBirthDate('1974-7-2')).toEqual({ year: 1974, month: 7, day: 2 });
		expect(parseBirthDate('unknown')).toBeUndefined();
	});

	it('takes the best of several dates', () => {
		const listed = ['1950', '1956-04-28', '1960'].flatMap((from) => listedBirth({ from }) ?? []);
		expect(bestBirth({ year: 1956, month: 4, day: 28 }, listed)).toEqual({ level: 0, at: 1 });
		expect(bestBirth({ year: 1956, month: 4, day: 28 }, []).level).toBe(-1);
	});

	it('is symmetric for plain dates, and best with itself', () => {
		const date = fc.tuple(
			fc.integer({ min: 1920, max: 2010 }),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 1, max: 28 }),
		);
		fc.assert(
			fc.property(date, date, (a, b) => {
				const left = { year: a[0], month: a[1], day: a[2] };
				const right = { year: b[0], month: b[1], day: b[2] };
				const plain = (from: typeof left) => ({ from, untilYear: from.year, about: false });
				expect(compareBirth(left, plain(right))).toBe(compareBirth(right, plain(left)));
				expect(compareBirth(left, plain(left))).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 200, seed: 3 },
		);
	});
});

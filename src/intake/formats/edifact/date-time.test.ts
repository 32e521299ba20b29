import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTime } from './arbitraries.ts';
import { formatDateTime, readDateTime, readServiceDateTime } from './date-time.ts';

const birth = { year: 2024, use: 'birth' } as const;
const nearest = { year: 2024, use: 'nearest' } as const;

describe('dates of DTM', () => {
	it.each([
		['720907', '', { date: '1972-09-07' }],
		['240229', '101', { date: '2024-02-29' }],
		['250101', '', { date: '1925-01-01' }],
		['19720907', '102', { date: '1972-09-07' }],
		['720907', '102', { date: '1972-09-07' }],
		['1972-09-07', '', { date: '1972-09-07' }],
		['070972', '2', { date: '1972-09-07' }],
		['090772', '3', { date: '1972-09-07' }],
		['1972', '602', { about: '1972' }],
		['197209', '610', { about: '1972-09' }],
		['19720900', '102', { about: '1972-09' }],
		['19720000', '102', { about: '1972' }],
		['720230', '', undefined],
		['721300', '', undefined],
		['', '', undefined],
		['XX0907', '', undefined],
		['123456789012345', '', undefined],
	])('birth %s:%s', (text, format, expected) => {
		expect(readDateTime(text, format, birth)).toEqual(expected);
	});

	it.each([
		['0702191540', '201', '2007-02-19T15:40'],
		['200702191540', '203', '2007-02-19T15:40'],
		['20070219154059', '204', '2007-02-19T15:40:59'],
		['070219154059', '202', '2007-02-19T15:40:59'],
		['200702191540', '201', '2007-02-19T15:40'],
		['200702191540+0530', '205', '2007-02-19T15:40+05:30'],
		['200702191540UTC', '303', '2007-02-19T15:40Z'],
		['20070219154000Z', '304', '2007-02-19T15:40:00Z'],
		['200702192540', '203', undefined],
	])('time %s:%s', (text, format, expected) => {
		expect(readDateTime(text, format, nearest)?.dateTime).toBe(expected);
	});

	it('reads back what it writes', () => {
		fc.assert(
			fc.property(dateTime, (at) => {
				const [digits, format] = formatDateTime(at);
				expect(readDateTime(digits, format, nearest)?.dateTime).toBe(at);
			}),
			{ seed: 3 },
		);
	});

	it('reads service dates with two- and four-digit years', () => {
		expect(readServiceDateTime('070218', '1545')).toBe('2007-02-18T15:45');
		expect(readServiceDateTime('20070218', '1545')).toBe('2007-02-18T15:45');
		expect(readServiceDateTime('070218', '')).toBeUndefined();
	});
});

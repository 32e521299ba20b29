/**
 * Dates as lists write them. In: "circa 1965-1969", "15 Jan 1955", "Between Aug. and Sep. 1977", "1964-07-17-04:00".
 * Out: dates of the contract: year, month or day, spans, and whether the source says about. What is no date gives none.
 * Dates of the Islamic calendar, where the text says that they are, become the Gregorian years that they touch.
 */
import type { ListDate } from '../../../contract/lists.ts';
import { dateOf } from '../../values/calendar.ts';

const MONTHS: ReadonlyMap<string, number> = new Map(
	(
		'jan january janvier enero januar|feb february fevrier febrero februar|mar march mars marzo maerz|apr april avril abril|' +
		'may mai mayo|jun june juin junio juni|jul july juillet julio juli|aug august aout agosto|' +
		'sep sept september septembre septiembre|oct october octobre octubre oktober okt|' +
		'nov november novembre noviembre|dec december decembre diciembre dezember dez'
	)
		.split('|')
		.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

const LONGEST = 300;
const MOST_DATES = 20;
const EARLIEST_YEAR = 1_000;
const LATEST_YEAR = 2_100;

/** One date in the text, and where it stands. */
type Atom = { year?: number; month?: number; day?: number; decade?: boolean; start: number; end: number };

/** Alternatives, most telling first; every group is bounded, so the whole is linear. */
const ATOM = new RegExp(
	[
		String.raw`(?<y1>\d{4})[-/.](?<m1>\d{1,2})[-/.](?<d1>\d{1,2})(?!\d)`,
		String.raw`(?<a2>\d{1,2})(?<s2>[-/.])(?<b2>\d{1,2})[-/.](?<y2>\d{4})(?!\d)`,
		String.raw`(?<d3>\d{1,2})(?:st|nd|rd|th)?[\s.-]{0,2}(?<m3>[a-z]{3,10})\.?,?[\s-]{0,2}(?<y3>\d{4})(?!\d)`,
		String.raw`(?<m4>[a-z]{3,10})\.?\s?(?<d4>\d{1,2})(?:st|nd|rd|th)?,?\s(?<y4>\d{4})(?!\d)`,
		String.raw`(?<m5>[a-z]{3,10})\.?,?\s?(?<y5>\d{4})(?!\d)`,
		String.raw`(?<y6>\d{4})-(?<m6>\d{2})(?!\d)`,
		String.raw`(?<y7>\d{4})s(?![a-z])`,
		String.raw`(?<y8>\d{8})(?!\d)`,
		String.raw`(?<y9>\d{4})(?!\d)`,
		'(?<m10>[a-z]{3,10})',
	].join('|'),
	'g',
);

function atomsOf(text: string): Atom[] {
	const atoms: Atom[] = [];
	for (const match of text.matchAll(ATOM)) {
		const atom = atomOf(match.groups ?? {}, match.index, match.index + match[0].length);
		if (atom !== undefined && (atom.year === undefined || isYear(atom.year))) atoms.push(atom);
	}
	return atoms;
}

const isYear = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

function atomOf(
	found: { [group: string]: string | undefined },
	start: number,
	end: number,
): Atom | undefined {
	const number = (group: string): number => Number(found[group]);
	const month = (group: string): number | undefined => MONTHS.get(found[group] ?? '');
	const place = { start, end };
	if (found['y1'] !== undefined)
		return { year: number('y1'), month: number('m1'), day: number('d1'), ...place };
	if (found['y2'] !== undefined) {
		// With full stops the day comes first; with other marks it depends on the country.
		if (found['s2'] === '.' && number('b2') <= 12)
			return { year: number('y2'), month: number('b2'), day: number('a2'), ...place };
		return slashed(number('a2'), number('b2'), number('y2'), place);
	}
	if (found['y3'] !== undefined) {
		const named = month('m3');
		return named === undefined
			? { year: number('y3'), start: end - 4, end }
			: { year: number('y3'), month: named, day: number('d3'), ...place };
	}
	for (const [yearGroup, monthGroup, dayGroup] of [
		['y4', 'm4', 'd4'],
		['y5', 'm5', ''],
	] as const) {
		if (found[yearGroup] === undefined) continue;
		const named = month(monthGroup);
		if (named === undefined) return { year: number(yearGroup), start: end - 4, end };
		return dayGroup === ''
			? { year: number(yearGroup), month: named, ...place }
			: { year: number(yearGroup), month: named, day: number(dayGroup), ...place };
	}
	if (found['y6'] !== undefined) {
		// "1965-07" is a month; "1965-69" is two years, of which this is the first.
		const second = number('m6');
		return second >= 1 && second <= 12
			? { year: number('y6'), month: second, ...place }
			: { year: number('y6'), start, end: start + 4 };
	}
	if (found['y7'] !== undefined) return { year: number('y7'), decade: true, ...place };
	if (found['y8'] !== undefined) {
		const digits = found['y8'];
		return {
			year: Number(digits.slice(0, 4)),
			month: Number(digits.slice(4, 6)),
			day: Number(digits.slice(6)),
			...place,
		};
	}
	if (found['y9'] !== undefined) return { year: number('y9'), ...place };
	const alone = month('m10');
	return alone === undefined ? undefined : { month: alone, ...place };
}

/** Day and month in the order that is possible; where both are, only the year is certain. */
function slashed(first: number, second: number, year: number, place: { start: number; end: number }): Atom {
	if (first === second || (second > 12 && first <= 12)) return { year, month: first, day: second, ...place };
	if (first > 12 && second <= 12) return { year, month: second, day: first, ...place };
	return { year, ...place };
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is a date of the calendar. */
function textOf({ year, month, day }: Atom): string | undefined {
	if (year === undefined) return undefined;
	const yearText = String(year).padStart(4, '0');
	if (month === undefined || month < 1 || month > 12) return yearText;
	const whole = day === undefined ? undefined : dateOf(year, month, day);
	return whole ?? `${yearText}-${String(month).padStart(2, '0')}`;
}

const ABOUT =
	/\b(?:circa|approx\w{0,12}|about|around|early|late|mid|estimated|c\.|ca\.?|env\w{0,8})(?![a-z])/;
const SPAN = /^[.,]?\s?(?:to|-|–|—|until|till|through|and|au|a|al?)\s?$/;

/**
 * Every date that a text names.
 * @returns at most 20; dates in the Islamic calendar as spans of Gregorian years; none where the text names none.
 */
export function parseListDates(text: string): ListDate[] {
	const dates: ListDate[] = [];
	const plain = text
		.slice(0, LONGEST)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\bof\s/g, '')
		// Times and zones behind a date: 1964-07-17T00:00:00Z, 1964-07-17-04:00.
		.replace(/(\d{4}-\d{2}-\d{2})(?:t[\d:.]{4,15}z?)?(?:[+-]\d{2}:\d{2})?/g, '$1');
	for (const piece of plain.split(/;|\bor\b|\boder\b|\bou\b/)) {
		if (dates.length >= MOST_DATES) break;
		dates.push(...datesOf(piece));
	}
	return dates.slice(0, MOST_DATES);
}

function datesOf(piece: string): ListDate[] {
	const about = ABOUT.test(piece);
	const between = /\bbetween\b|\bentre\b|\bfrom\b/.test(piece);
	const islamic = /hijri|hejri|islamic calendar|\ba\.?h\.?\b/.test(piece);
	const atoms = atomsOf(piece);
	const dates: ListDate[] = [];
	const push = (from: string | undefined, until: string | undefined, isAbout: boolean): void => {
		if (from === undefined) return;
		const [first, last] =
			until !== undefined && until < from.slice(0, until.length) ? [until, from] : [from, until];
		dates.push({
			from: first,
			...(last === undefined || last === first ? {} : { until: last }),
			...(isAbout ? { about: true } : {}),
		});
	};
	for (let at = 0; at < atoms.length; at++) {
		const atom = atoms[at] as Atom;
		const next = atoms[at + 1];
		const joined = next !== undefined && SPAN.test(piece.slice(atom.end, next.start));
		if (islamic && atom.year !== undefined && atom.year < 1_600) {
			const year = Math.floor(atom.year * 0.970_224 + 621.57);
			push(String(year), String(year + 1), true);
		} else if (atom.year === undefined) {
			// "Aug. and Sep. 1977": the month alone takes the year of the next.
			if (joined && next?.year !== undefined) {
				push(textOf({ ...atom, year: next.year }), textOf(next), about);
				at++;
			}
		} else if (atom.decade === true) push(String(atom.year), String(atom.year + 9), about);
		else if (
			joined &&
			next?.year !== undefined &&
			(between || !/and/.test(piece.slice(atom.end, next.start)))
		) {
			push(textOf(atom), textOf(next), about);
			at++;
		} else {
			const short = /^-(\d{2})(?!\d)/.exec(piece.slice(atom.end));
			const century = Math.floor(atom.year / 100) * 100;
			if (short !== null && atom.month === undefined)
				push(textOf(atom), String(century + Number(short[1])), about);
			else push(textOf(atom), undefined, about);
		}
	}
	return dates;
}

/** The first whole day that a text names, as `YYYY-MM-DD`. */
export function parseListDay(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	return parseListDates(text).find((date) => date.from.length === 10)?.from;
}

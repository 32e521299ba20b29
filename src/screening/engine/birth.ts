/**
 * Dates of birth held against each other. In: the date of a mention and the dates that an entry gives (several, spans, about).
 * Out: how they agree, as one of a few levels. Nothing is known of today.
 * Lists and registers write 1 January, or nothing but the year, for people whose day of birth nobody knows.
 */
import type { ListDate } from '../../../contract/lists.ts';

/** From the best agreement to the worst contradiction. */
export const birthAgreements = [
	'same-day',
	'swapped',
	'same-month',
	'same-year',
	'slip',
	'near-year',
	'other-day',
	'few-years',
	'many-years',
	'generation',
] as const;
export type BirthAgreement = (typeof birthAgreements)[number];

/** A date in numbers; month and day are 0 where unknown. */
export type BirthDate = { readonly year: number; readonly month: number; readonly day: number };

/** Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, also with one-digit months; what is no month or day of a calendar is unknown. */
export function parseBirthDate(text: string): BirthDate | undefined {
	const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
	if (match === null) return undefined;
	const year = Number(match[1]);
	if (year < 1) return undefined;
	const month = Number(match[2] ?? 0);
	const day = Number(match[3] ?? 0);
	if (month < 1 || month > 12) return { year, month: 0, day: 0 };
	return { year, month, day: day >= 1 && day <= 31 ? day : 0 };
}

/** One date of an entry, ready to compare. */
export type ListedBirth = {
	readonly from: BirthDate;
	/** Last year of a span; the same as that of `from` for a date. */
	readonly untilYear: number;
	readonly about: boolean;
};

export function listedBirth(date: ListDate): ListedBirth | undefined {
	const from = parseBirthDate(date.from);
	if (from === undefined) return undefined;
	const until = date.until === undefined ? undefined : parseBirthDate(date.until);
	return {
		from,
		untilYear: until === undefined ? from.year : Math.max(from.year, until.year),
		about: date.about ?? false,
	};
}

/** Years that a date given as "about" may be off and still be meant. */
const ABOUT_YEARS = 2;
/** How far two documents of one person disagree by carelessness, in years. */
const FEW_YEARS = 4;
/** From here on, it is somebody of another age. */
const GENERATION_YEARS = 12;

/** Index into `birthAgreements`: 0 is the best. A number, because this runs for every candidate. */
export function compareBirth(born: BirthDate, listed: ListedBirth): number {
	const { from } = listed;
	const isSpan = listed.untilYear > from.year;
	if (isSpan || listed.about) {
		const slack = listed.about ? ABOUT_YEARS : 0;
		if (born.year >= from.year - slack && born.year <= listed.untilYear + slack) return SAME_YEAR;
		return yearDistance(
			born.year < from.year ? from.year - slack - born.year : born.year - listed.untilYear - slack,
		);
	}
	const years = Math.abs(born.year - from.year);
	const isRough = isYearOnly(born) || isYearOnly(from);
	if (isRough) {
		if (years === 0) {
			const isWritten = born.month === from.month && born.day === from.day && born.month !== 0;
			return isWritten ? SAME_MONTH : SAME_YEAR;
		}
		return yearDistance(years);
	}
	const isSameMonth = born.month === from.month;
	const isSameDay = born.day === from.day;
	if (years === 0) {
		if (isSameMonth && isSameDay) return from.day === 0 ? SAME_MONTH : SAME_DAY;
		if (isSameMonth && (born.day === 0 || from.day === 0)) return SAME_MONTH;
		if (born.day === from.month && born.month === from.day) return SWAPPED;
		return isSameMonth || (isSameDay && born.day !== 0) ? SLIP : OTHER_DAY;
	}
	const isDayAgreed = isSameMonth && isSameDay && born.day !== 0;
	if (isDayAgreed && (years <= 2 || isDigitSlip(born.year, from.year))) return SLIP;
	return yearDistance(years);
}

const isYearOnly = (date: BirthDate): boolean => date.month === 0 || (date.month === 1 && date.day === 1);

const SAME_DAY = 0;
const SWAPPED = 1;
const SAME_MONTH = 2;
const SAME_YEAR = 3;
const SLIP = 4;
const NEAR_YEAR = 5;
const OTHER_DAY = 6;

function yearDistance(years: number): number {
	if (years <= 1) return NEAR_YEAR;
	if (years <= FEW_YEARS) return birthAgreements.indexOf('few-years');
	return birthAgreements.indexOf(years < GENERATION_YEARS ? 'many-years' : 'generation');
}

/** One digit of the year typed wrongly, or two neighbours the wrong way round: 1965 and 1956, 1971 and 1977. */
function isDigitSlip(a: number, b: number): boolean {
	let differing = 0;
	let first = -1;
	const left = String(a).padStart(4, '0');
	const right = String(b).padStart(4, '0');
	for (let at = 0; at < 4; at += 1) {
		if (left[at] === right[at]) continue;
		differing += 1;
		if (first < 0) first = at;
	}
	if (differing === 1) return true;
	return differing === 2 && left[first] === right[first + 1] && left[first + 1] === right[first];
}

/** The best agreement of a date with any of those listed; -1 where there is nothing to compare. */
export function bestBirth(born: BirthDate, listed: readonly ListedBirth[]): { level: number; at: number } {
	let level = -1;
	let at = -1;
	for (let index = 0; index < listed.length; index += 1) {
		const each = compareBirth(born, listed[index]!);
		if (level < 0 || each < level) {
			level = each;
			at = index;
		}
	}
	return { level, at };
}

/**
 * Days and hours as rules count them. In: dates and times as records have them. Out: numbers; NaN where there is no date.
 * A time without a zone is taken as UTC: the error is less than half a day.
 */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Milliseconds since 1970; NaN for what is no date. */
export function instantOf(at: string | undefined): number {
	if (at === undefined) return Number.NaN;
	if (at.length === 10) return Date.parse(`${at}T00:00:00Z`);
	return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(at) ? at : `${at}Z`);
}

/** Days since 1970-01-01 of a date; NaN for what is no date. */
export const dayOf = (at: string | undefined): number =>
	at === undefined ? Number.NaN : Math.floor(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / DAY_MS);

/** Whole days from the first to the second; negative where it is before. */
export const daysFrom = (from: string | undefined, until: string | undefined): number =>
	dayOf(until) - dayOf(from);

/** Hours from the first to the second. */
export const hoursFrom = (from: string | undefined, until: string | undefined): number =>
	(instantOf(until) - instantOf(from)) / HOUR_MS;

/**
 * True for a change that came after departure, after arrival, or less than a day before arrival.
 * @param changedMs milliseconds since 1970 of the change.
 */
export function isLate(
	changedMs: number,
	departure: string | undefined,
	arrival: string | undefined,
): boolean {
	return changedMs > instantOf(departure) || changedMs > instantOf(arrival) - DAY_MS;
}

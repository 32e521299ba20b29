/**
 * The clock of a request: one month from its receipt, and two more where they are needed (GDPR art. 12(3)). Pure. Months end as
 * Regulation (EEC, Euratom) No 1182/71 art. 3(2)(c) has it: with the day of the same date, or the last of the month where there
 * is none. The node does not know public holidays, so it never takes the working day after.
 */

const MONTHS = 1;
const MONTHS_MORE = 2;
const DAY_MS = 86_400_000;
/** How long a request is kept after it was closed, so that the answer can be accounted for (GDPR art. 5(2)). */
const KEPT_DAYS = 3 * 365;

/** Last millisecond of the day that lies so many months after the day of `fromMs` (UTC). */
function monthsAfter(fromMs: number, months: number): number {
	const from = new Date(fromMs);
	const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
	return (
		Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), last)) +
		DAY_MS -
		1
	);
}

export const dueAfter = (receivedMs: number, extended: boolean): number =>
	monthsAfter(receivedMs, extended ? MONTHS + MONTHS_MORE : MONTHS);

/** Whole days until then; the last day counts as 0, what has passed is negative. */
export const daysUntil = (dueMs: number, nowMs: number): number => Math.floor((dueMs - nowMs) / DAY_MS);

export const endOfRequest = (closedMs: number): number => closedMs + KEPT_DAYS * DAY_MS;

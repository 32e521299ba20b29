/** Clocks of messages: how long until an answer is due, or since when it is late, in words. Pure. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on it is said that time is short. */
const SHORT_MS = 8 * HOUR_MS;

export type Due = { words: string; state: 'late' | 'short' | 'time' };

/** @param dueAt instant; @param nowMs milliseconds since 1970. "2 days overdue", "due in 3 h". */
export function describeDue(dueAt: string, nowMs: number): Due {
	const left = Date.parse(dueAt) - nowMs;
	if (left < 0) return { words: `${spanWords(-left)} overdue`, state: 'late' };
	return { words: `due in ${spanWords(left)}`, state: left <= SHORT_MS ? 'short' : 'time' };
}

/** A span in its largest unit; two days and more in days. */
export function spanWords(ms: number): string {
	if (ms < HOUR_MS) return `${Math.max(1, Math.floor(ms / MINUTE_MS))} min`;
	if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
	return `${Math.floor(ms / DAY_MS)} days`;
}

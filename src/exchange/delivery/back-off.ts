/** How long to wait before a partner that did not answer is tried again. Pure. */

const FIRST_MS = 1_000;
const MOST_MS = 3_600_000;

/**
 * Doubles with every failure up to an hour, and differs by half so that partners of one node do not try together.
 * @param failures how often it failed so far, at least 1. @param random from 0 up to 1.
 * @returns milliseconds.
 */
export function backOffMs(failures: number, random: number): number {
	const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 32));
	return Math.round(full * (0.5 + random / 2));
}

/**
 * Rates of offences, drawn towards the rate of all lines: few inspections say little. Pure.
 */

/** Inspections of which the result is known, over all imports. */
export type Base = { known: number; offences: number };

/** Lines that the rate of all lines is held to before any is known. */
const FIRST_GUESS = { lines: 20, rate: 0.1 };

export const priorOf = ({ known, offences }: Base): number =>
	(offences + FIRST_GUESS.lines * FIRST_GUESS.rate) / (known + FIRST_GUESS.lines);

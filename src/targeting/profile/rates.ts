/**
 * Rates of offences, drawn towards the rate of all lines of one direction: few inspections say little. Pure.
 */
import type { GoodsDirection } from '../knowledge.ts';

/** Inspections of which the result is known. */
export type Base = { known: number; offences: number };

export const DIRECTIONS: readonly GoodsDirection[] = ['import', 'export', 'transit', 'unknown'];

/** What all lines of a direction have in common. */
export type Bases = { readonly [direction in GoodsDirection]: Base };

/** Lines that the rate of all lines is held to before any is known. */
const FIRST_GUESS = { lines: 20, rate: 0.1 };

export const priorOf = ({ known, offences }: Base): number =>
	(offences + FIRST_GUESS.lines * FIRST_GUESS.rate) / (known + FIRST_GUESS.lines);

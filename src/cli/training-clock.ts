/**
 * The clock of the training's nodes. On new data it begins a day ago, so that what agencies have written to each other is not all of
 * this minute and something is overdue; before anybody signs in it is the clock on the wall.
 */
import { type Clock, systemClock } from '../platform/clock.ts';

export type TrainingClock = Clock & {
	/** Shows the time as it was so many milliseconds ago; 0 is now. */
	setBack(milliseconds: number): void;
};

export function createTrainingClock(): TrainingClock {
	let backMs = 0;
	return {
		now: () => systemClock.now() - backMs,
		monotonic: () => systemClock.monotonic(),
		setBack: (milliseconds) => {
			backMs = milliseconds;
		},
	};
}

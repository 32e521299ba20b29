/** Time as an argument. Everything outside platform/ and the edges takes a Clock; tests give one that they move. */
export type Clock = {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	now(): number;
	/** Milliseconds of a clock that never steps back; its zero means nothing. */
	monotonic(): number;
};

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

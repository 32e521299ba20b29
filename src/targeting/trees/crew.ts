/**
 * Threads that compute the same thing, each with its own share of the features, and tell each other what they found.
 * A crew of one has nothing to wait for. Waiting spins for a moment, then sleeps; a mate that is gone ends it.
 */

export type Crew = {
	readonly size: number;
	readonly index: number;
	/** Waits until all have come here. What they wrote to shared memory before is then visible to all. */
	meet(): void;
};

export const ALONE: Crew = { size: 1, index: 0, meet: () => undefined };

/** Long enough for a mate on another core, short enough not to take the core from others. */
const SPINS = 2_000;
const PATIENCE_MS = 60_000;

/** @param meeting two shared numbers, zero at first: how many have come, and how many meetings there were. */
export function joinCrew(size: number, index: number, meeting: Int32Array): Crew {
	if (size === 1) return ALONE;
	return {
		size,
		index,
		meet() {
			const meetings = Atomics.load(meeting, 1);
			if (Atomics.add(meeting, 0, 1) === size - 1) {
				Atomics.store(meeting, 0, 0);
				Atomics.add(meeting, 1, 1);
				Atomics.notify(meeting, 1);
				return;
			}
			for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(meeting, 1) !== meetings) return;
			while (Atomics.load(meeting, 1) === meetings) {
				if (Atomics.wait(meeting, 1, meetings, PATIENCE_MS) === 'timed-out')
					throw new Error('A thread of training has not answered for a minute.');
			}
		},
	};
}

/** The share of `count` things that falls to one of the crew: from (included) and to (not included). */
export const shareOut = (count: number, crew: Crew): { from: number; to: number } => ({
	from: Math.floor((count * crew.index) / crew.size),
	to: Math.floor((count * (crew.index + 1)) / crew.size),
});

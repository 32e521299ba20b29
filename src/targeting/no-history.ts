/** A history that keeps nothing: stands where the room of history is not wired. */

import type { SeenRecord as Seen } from './history/model.ts';
import type { HistoryKnowledge } from './knowledge.ts';
import { NO_BAND } from './profile/band.ts';

export type History = HistoryKnowledge & {
	see(seen: Seen): void;
	learn(seen: Seen, found: boolean): void;
	save(): Uint8Array;
};

export const openHistory = (_snapshot?: Uint8Array): History => ({
	count: () => 0,
	sum: () => 0,
	distinct: () => 0,
	daysSince: () => Number.NaN,
	hops: () => Number.POSITIVE_INFINITY,
	suspected: () => undefined,
	dwell: () => ({ hours: Number.NaN, usual: NO_BAND }),
	route: () => ({ places: [], loops: 0, backtrackKm: 0 }),
	see: () => {},
	learn: () => {},
	save: () => new Uint8Array(),
});

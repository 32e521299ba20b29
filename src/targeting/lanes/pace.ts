/**
 * How few places of a day are given out over the day. In: ranks of the records that an office had lately, and how the day
 * stands. Out: the bar that a rank must pass now. Pure. Invariant: the bar never lets more through than there are places.
 * Places are not kept for later at any price: the bar falls as the day ends with places left.
 */

/** Rank of a record that is no candidate for a lane. */
export const NO_CANDIDATE = -1;
/** Rank of what a rule asks for directly. */
export const FIRST = Number.POSITIVE_INFINITY;

/** Records that an office remembers: some days of a large one, weeks of a small one. */
const REMEMBERED = 4_096;
/** Below so many remembered ranks, a quantile of them says nothing. */
const LEAST_REMEMBERED = 50;
/** Share of a day's places that may go ahead of the clock where no earlier day is known. */
const AHEAD = 0.25;

export type Bar = {
	readonly rank: number;
	/** Share of those at the very bar that pass. */
	readonly share: number;
};

const OPEN: Bar = { rank: Number.NEGATIVE_INFINITY, share: 1 };
const SHUT: Bar = { rank: FIRST, share: 0 };

export const passes = (bar: Bar, rank: number, tie: number): boolean =>
	rank > bar.rank || (rank === bar.rank && tie < bar.share);

/** Ranks of the last records of an office, for one lane. */
export type RecentRanks = {
	add(rank: number): void;
	readonly size: number;
	/** The bar that so large a share of records like these passes. */
	barFor(share: number): Bar;
};

export function openRecentRanks(capacity = REMEMBERED): RecentRanks {
	const ranks = new Float32Array(capacity);
	let size = 0;
	let next = 0;
	return {
		add(rank) {
			ranks[next] = rank;
			next = (next + 1) % capacity;
			if (size < capacity) size += 1;
		},
		get size() {
			return size;
		},
		barFor(share) {
			if (!(share > 0)) return SHUT;
			if (share >= 1 || size < LEAST_REMEMBERED) return OPEN;
			const candidates = ranks.slice(0, size).filter((rank) => rank > NO_CANDIDATE);
			const places = share * size;
			if (places >= candidates.length) return OPEN;
			candidates.sort();
			const rank = candidates[candidates.length - 1 - Math.floor(places)] ?? FIRST;
			let above = 0;
			let equal = 0;
			for (const each of candidates) {
				if (each > rank) above += 1;
				else if (each === rank) equal += 1;
			}
			return { rank, share: Math.max(0, Math.min(1, (places - above) / equal)) };
		},
	};
}

export type DayStanding = {
	/** Places of the day. */
	readonly places: number;
	readonly used: number;
	/** Kept for what chance will draw. */
	readonly kept: number;
	/** Records that the office had today, and has in a usual day; undefined where no earlier day is known. */
	readonly arrived: number;
	readonly usual: number | undefined;
	/** Part of the day that is over, 0 to 1. */
	readonly elapsed: number;
};

/** Records that are still to come today. Offices work by day, so what a usual day has left counts more than the clock. */
export function expectedRest({
	arrived,
	usual,
	elapsed,
}: Omit<DayStanding, 'places' | 'used' | 'kept'>): number {
	const byClock = (arrived * (1 - elapsed)) / Math.max(elapsed, 1 / 24);
	if (usual === undefined) return byClock;
	return Math.max(usual - arrived, Math.min(byClock, usual) / 4);
}

/** Share of the records to come that may be let through, 0 to 1. */
export function shareToTake(standing: DayStanding): number {
	const { places, used, kept, usual, elapsed } = standing;
	const left = places - used - kept;
	if (left <= 0) return 0;
	if (usual === undefined && used >= places * Math.min(1, elapsed + AHEAD)) return 0;
	return Math.min(1, left / Math.max(1, expectedRest(standing)));
}

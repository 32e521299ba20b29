/**
 * Places of an office on one day, as a batch sees them: what is used, what is kept for chance, which bar stands. Pure.
 * Invariant: what `take` gave out is never more than the places, but for what is mandatory.
 * Trusts the counts that the store had when the batch was assembled; the store refuses the batch where others were faster.
 */
import { type Bar, type DayStanding, type RecentRanks, shareToTake } from './pace.ts';

export type LimitedLane = 'red' | 'yellow';

export type LanePlaces = {
	/** Null: without limit. */
	readonly places: number | null;
	readonly used: number;
	/** The bar for what has a rank; asks for as much as is left. */
	bar(): Bar;
	/** True where another check fits into the day; what chance drew may have what is kept for it. */
	hasRoom(byChance: boolean): boolean;
	take(): void;
};

export type OfficeDay = {
	readonly office: string;
	readonly red: LanePlaces;
	readonly yellow: LanePlaces;
	/** One more record came, whatever becomes of it. */
	arrive(): void;
};

export type OfficeDayStart = {
	readonly office: string;
	readonly capacity: { readonly red: number | null; readonly yellow: number | null };
	readonly used: { readonly red: number; readonly yellow: number };
	readonly arrived: number;
	readonly usual: number | undefined;
	readonly elapsed: number;
	/** Share and lane of what chance draws. */
	readonly randomShare: number;
	readonly randomLane: LimitedLane;
	readonly recent: { readonly red: RecentRanks; readonly yellow: RecentRanks } | undefined;
};

/** Records after which the bar is worked out again. */
const BAR_HOLDS = 64;

export function openOfficeDay(start: OfficeDayStart): OfficeDay {
	let arrived = start.arrived;
	const lane = (name: LimitedLane): LanePlaces => {
		const places = start.capacity[name];
		let used = start.used[name];
		let bar: Bar | undefined;
		let barAt = 0;
		const standing = (): DayStanding => ({
			places: places ?? 0,
			used,
			kept: kept(),
			arrived,
			usual: start.usual,
			elapsed: start.elapsed,
		});
		const kept = (): number => {
			if (places === null || start.randomLane !== name) return 0;
			const rest = start.usual === undefined ? arrived : Math.max(0, start.usual - arrived);
			return Math.min(Math.floor(places / 2), Math.round(start.randomShare * rest));
		};
		return {
			places,
			get used() {
				return used;
			},
			bar() {
				if (bar === undefined || arrived - barAt >= BAR_HOLDS) {
					const share = shareToTake(standing());
					bar = start.recent?.[name].barFor(share) ?? {
						rank: Number.NEGATIVE_INFINITY,
						share: 1,
					};
					barAt = arrived;
				}
				return bar;
			},
			hasRoom: (byChance) => places === null || used + (byChance ? 0 : kept()) < places,
			take() {
				used += 1;
			},
		};
	};
	return {
		office: start.office,
		red: lane('red'),
		yellow: lane('yellow'),
		arrive() {
			arrived += 1;
		},
	};
}

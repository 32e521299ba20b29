/**
 * What offices had lately, for the bars of lanes: ranks of records, what a finding brings, how trusted traders ranked. Kept
 * in memory, for offices with a capacity; read from the store at the start. Changed only after a commit, so that a batch that
 * is tried again finds what it found before.
 */
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import { FIRST, NO_CANDIDATE, openRecentRanks, type RecentRanks } from '../lanes/pace.ts';
import { rankOf } from '../lanes/score.ts';
import { capacityOf } from '../lanes/settings.ts';
import { openTrustedHistory, type TrustedHistory } from '../lanes/trust.ts';
import type { RecentRow } from '../store/lane-days.ts';

export type Ranked = {
	readonly office: string;
	readonly red: number;
	readonly yellow: number;
	/** Rank of a record of a trusted trader that something asked a check for. */
	readonly trusted: number | undefined;
	readonly probability: number | null;
	readonly expectedRevenue: number | null;
};

export type RecentOffices = {
	recentOf(office: string): { readonly red: RecentRanks; readonly yellow: RecentRanks } | undefined;
	readonly trust: TrustedHistory;
	/** What a certain finding brings, by what models expected lately; 1 where none says. */
	usualRevenue(): number;
	remember(ranked: readonly Ranked[], settings: LaneSettings): void;
};

/** Offices remembered; the one not heard of longest goes first. */
const MOST_OFFICES = 500;
/** Records read at the start. */
export const READ_AT_START = 5_000;

export function openRecentOffices(rows: readonly RecentRow[], settings: LaneSettings): RecentOffices {
	const offices = new Map<string, { red: RecentRanks; yellow: RecentRanks }>();
	const trust = openTrustedHistory();
	let revenue = 0;
	let probability = 0;

	const add = (ranked: Ranked): void => {
		const found = offices.get(ranked.office) ?? { red: openRecentRanks(), yellow: openRecentRanks() };
		offices.delete(ranked.office);
		offices.set(ranked.office, found);
		found.red.add(ranked.red);
		found.yellow.add(ranked.yellow);
		const oldest = offices.size > MOST_OFFICES ? offices.keys().next().value : undefined;
		if (oldest !== undefined) offices.delete(oldest);
	};
	const weigh = (expectedRevenue: number | null, by: number | null): void => {
		if (expectedRevenue === null || by === null) return;
		// Half of it is of the last ten thousand records or so.
		revenue = revenue * 0.9999 + expectedRevenue;
		probability = probability * 0.9999 + by;
	};

	const recent: RecentOffices = {
		recentOf: (office) => offices.get(office),
		trust,
		usualRevenue: () => (probability > 0 ? revenue / probability : 1),
		remember(all, now) {
			for (const ranked of all) {
				weigh(ranked.expectedRevenue, ranked.probability);
				if (ranked.trusted !== undefined) trust.add(ranked.trusted);
				if (isLimited(now, ranked.office)) add(ranked);
			}
		},
	};
	for (const row of rows) weigh(row.expectedRevenue, row.score);
	for (const row of rows) {
		if (row.office === null || !isLimited(settings, row.office)) continue;
		// What the lane was asked by is not kept; a score that reaches a threshold, or a lane by a rule, made a candidate.
		const rank = rankOf(
			{ score: row.score, byRules: row.score, probability: null, expectedRevenue: row.expectedRevenue },
			settings.rankBy,
			recent.usualRevenue(),
		);
		const byLane = row.basis === 'rules' && row.score < settings.yellowFrom;
		const asRed = row.score >= settings.redFrom ? rank : byLane && row.lane === 'red' ? FIRST : NO_CANDIDATE;
		const asYellow =
			row.score >= settings.yellowFrom || row.basis === 'validation'
				? rank
				: byLane && row.lane === 'yellow'
					? FIRST
					: asRed;
		add({
			office: row.office,
			red: asRed,
			yellow: asYellow,
			trusted: undefined,
			probability: null,
			expectedRevenue: null,
		});
	}
	return recent;
}

export function isLimited(settings: LaneSettings, office: string): boolean {
	const { red, yellow } = capacityOf(settings, office);
	return red !== null || yellow !== null;
}

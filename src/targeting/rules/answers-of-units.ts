/**
 * Answers about a unit that take more than one look: over all its containers and vehicles, its travellers, its findings.
 */
import type { RecordUnit } from '../facts/fact-context.ts';
import type { HistoryKnowledge, Sightings } from '../knowledge.ts';
import type { RuleContext } from './engine.ts';

const NOT_SEEN: Sightings = {
	seen: 0,
	daysSince: Number.NaN,
	sealsBroken: 0,
	anomalies: 0,
	scannedMassKg: Number.NaN,
	fastestKmh: Number.NaN,
};

const least = (a: number, b: number): number => (Number.isNaN(a) || b < a ? b : a);
const most = (a: number, b: number): number => (Number.isNaN(a) || b > a ? b : a);

/** All containers and vehicles of a unit as one: events and masses are added, of speeds it is the highest. */
export function sightingsOf(unit: RecordUnit, history: HistoryKnowledge, days: number): Sightings {
	let all = NOT_SEEN;
	for (const key of unit.about.carrierKeys()) {
		const one = history.sightings?.(key, days);
		if (one === undefined || one.seen === 0) continue;
		all = {
			seen: all.seen + one.seen,
			daysSince: least(all.daysSince, one.daysSince),
			sealsBroken: all.sealsBroken + one.sealsBroken,
			anomalies: all.anomalies + one.anomalies,
			scannedMassKg: Number.isNaN(all.scannedMassKg)
				? one.scannedMassKg
				: all.scannedMassKg + (one.scannedMassKg || 0),
			fastestKmh: most(all.fastestKmh, one.fastestKmh),
		};
	}
	return all;
}

/** Containers and vehicles by land: vessels go round their ports by trade, and lie there as berths and tides allow. */
const byLand = (unit: RecordUnit): string[] =>
	unit.about.carrierKeys().filter((key) => !key.startsWith('imo:'));

/** The container or vehicle that stood longest beyond what is usual; undefined where there is none. */
export function longestDwell(
	unit: RecordUnit,
	history: HistoryKnowledge,
): ReturnType<HistoryKnowledge['dwell']> | undefined {
	let longest: ReturnType<HistoryKnowledge['dwell']> | undefined;
	for (const key of byLand(unit)) {
		const one = history.dwell(key);
		if (longest === undefined || !(longest.hours - longest.usual.high >= one.hours - one.usual.high))
			longest = one;
	}
	return longest;
}

/** The container or vehicle that turned most; undefined where there is none. */
export function strangestRoute(
	unit: RecordUnit,
	history: HistoryKnowledge,
): ReturnType<HistoryKnowledge['route']> | undefined {
	let strangest: ReturnType<HistoryKnowledge['route']> | undefined;
	for (const key of byLand(unit)) {
		const one = history.route(key);
		if (
			strangest === undefined ||
			one.loops > strangest.loops ||
			(one.loops === strangest.loops && one.backtrackKm > strangest.backtrackKm)
		)
			strangest = one;
	}
	return strangest;
}

/** The key with the highest answer; 0 without a key. */
export function highest(keys: readonly string[], answer: (key: string) => number): number {
	let found = 0;
	for (const key of keys) found = Math.max(found, answer(key) || 0);
	return found;
}

/** Findings about the unit or a part of it; those about the record as a whole belong to the record. */
export const isFound = (unit: RecordUnit, { findings }: RuleContext, code: string): boolean =>
	findings.some((each) => each.code === code && (unit.place === '' || isWithin(each.place, unit.place)));

/** `items[1].hsCode` lies within `items[1]`, `items[10]` does not. */
const isWithin = (place: string, outer: string): boolean =>
	place.startsWith(outer) && (place.length === outer.length || !/\w/.test(place[outer.length] ?? ''));

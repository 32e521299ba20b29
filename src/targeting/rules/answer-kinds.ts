/**
 * What functions of a condition answer with, where it is more than a number or a text.
 */
import { factKind, flag, number, texts } from '../facts/fact-table.ts';
import type { Band, HistoryKnowledge, Sightings, Tally } from '../knowledge.ts';

export const bandKind = factKind<Band>('Band', {
	count: number('values that it rests on', ({ count }) => count),
	mean: number('mean of what lies within the fences', ({ mean }) => mean),
	median: number('median', ({ median }) => median),
	q1: number('lower quartile', ({ q1 }) => q1),
	q3: number('upper quartile', ({ q3 }) => q3),
	low: number('lower fence: a quartile and a half below the lower quartile', ({ low }) => low),
	high: number('upper fence', ({ high }) => high),
	logMedian: number('median of logarithms', ({ logMedian }) => logMedian),
	logSpread: number('median absolute deviation of logarithms', ({ logSpread }) => logSpread),
});

export const tallyKind = factKind<{ readonly tally: Tally; readonly day: number }>('Tally', {
	seen: number('how often it came', ({ tally }) => tally.seen),
	inspected: number('of these, inspected', ({ tally }) => tally.inspected),
	found: number('of these, with something found', ({ tally }) => tally.found),
	daysSince: number('days since the last time', ({ tally, day }) => day - tally.lastDay),
	daysKnown: number('days since the first time', ({ tally, day }) => day - tally.firstDay),
	isNew: flag('never came before', ({ tally }) => tally.seen === 0),
});

export const dwellKind = factKind<ReturnType<HistoryKnowledge['dwell']>>('Dwell', {
	hours: number('hours between the last two stages', ({ hours }) => hours),
	usual: number('median of what is usual there', ({ usual }) => usual.median),
	high: number('upper fence of what is usual there', ({ usual }) => usual.high),
	count: number('journeys that this rests on', ({ usual }) => usual.count),
});

export const routeKind = factKind<ReturnType<HistoryKnowledge['route']>>('Route', {
	places: texts('places where it was seen, in order', ({ places }) => places),
	loops: number('times that it came back to a place', ({ loops }) => loops),
	backtrackKm: number('kilometres back towards where it came from', ({ backtrackKm }) => backtrackKm),
});

export const sightingsKind = factKind<Sightings>('Sightings', {
	seen: number('gates, plates, scans and seals: how often it was seen', ({ seen }) => seen),
	daysSince: number('days since it was last seen', ({ daysSince }) => daysSince),
	sealsBroken: number(
		'seals found broken, removed, replaced or tampered with',
		({ sealsBroken }) => sealsBroken,
	),
	anomalies: number('scans that were not clear', ({ anomalies }) => anomalies),
	scannedMassKg: number('mass that a scanner weighed', ({ scannedMassKg }) => scannedMassKg),
	fastestKmh: number('speed that two sightings in a row ask for', ({ fastestKmh }) => fastestKmh),
});

export const aroundKind = factKind<{
	readonly count: number;
	readonly sum: number;
	readonly parties: number;
}>('Around', {
	count: number('events', ({ count }) => count),
	sum: number('sum of their amounts', ({ sum }) => sum),
	parties: number('parties that had any', ({ parties }) => parties),
});

export const answerKinds = [bandKind, tallyKind, dwellKind, routeKind, sightingsKind, aroundKind];
export type AnswerType = 'Band' | 'Tally' | 'Dwell' | 'Route' | 'Sightings' | 'Around';

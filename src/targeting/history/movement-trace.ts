/**
 * What is known of a container or vehicle when something is seen of it: its way with this event, what was declared and
 * reported of it. In: a movement event that was not yet seen. Out: answers; nothing is changed by asking.
 */
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import { movementKeysOf } from '../facts/carriers.ts';
import type { MovementTrace } from '../knowledge.ts';
import { pairKey } from './chains.ts';
import type { Events } from './events.ts';
import { CARRIAGE_DAYS, EXPORTED, TRANSITED } from './goods.ts';
import { type Journey, type Journeys, journeyWith } from './journeys.ts';
import { hashOf } from './model.ts';

export function traceMovement(
	journeys: Journeys,
	events: Events,
	event: MovementEvent,
	now: number,
): MovementTrace {
	const keys = movementKeysOf(event);
	const hashes = keys.map(hashOf);
	const ways = hashes
		.map((key) => ({ before: journeys.journeys.get(key), after: journeyWith(journeys, key, event, now) }))
		.filter(({ after }) => after !== undefined);
	// What is said of the whole carriage is that of the part that went the strangest way.
	const strangest = (read: (journey: Journey) => number, when: 'before' | 'after' = 'after'): number => {
		let most = Number.NaN;
		for (const { [when]: journey } of ways) {
			const value = journey === undefined ? Number.NaN : read(journey);
			if (Number.isNaN(most) || value > most) most = value;
		}
		return most;
	};
	const standing = ways.find(({ after }) => after !== undefined && !Number.isNaN(after.dwellMinutes))?.after;
	const containers = hashes.filter((_, at) => keys[at]?.startsWith('container:'));
	const declared = containers.map((key) => declaredOf(events, key, now));
	const reported = containers.map((key) =>
		events.newestAmount('report-of-container', key, now, CARRIAGE_DAYS),
	);
	return {
		hoursSince: least(ways.map(({ before }) => (now - (before?.lastMinute ?? Number.NaN)) / 60)),
		speedKmh: strangest(({ fastestKmh }) => fastestKmh),
		loops: strangest(({ loops }) => loops),
		backtrackKm: strangest(({ backtrackKm }) => backtrackKm),
		strayMinutes: strangest(({ strayMinutes }) => strayMinutes),
		strayMinutesBefore: strangest(({ strayMinutes }) => strayMinutes, 'before'),
		dwell: {
			hours: (standing?.dwellMinutes ?? Number.NaN) / 60,
			usual: journeys.dwells.band(standing?.dwellKey ?? 0),
		},
		declarations: declared.reduce((sum, { count }) => sum + count, 0),
		declaredMassKg: sumOrUnknown(declared.map(({ sum }) => sum)),
		reportedMassKg: sumOrUnknown(reported),
		inTransit: hashes.some((key) =>
			DECLARED.some((kind) => events.has(kind, pairKey(key, TRANSITED), now, CARRIAGE_DAYS)),
		),
	};
}

const DECLARED = ['declaration-of-container', 'declaration-of-vehicle'] as const;

/** Declarations of a container and their mass, whatever way the goods go: several consignments share a box. */
function declaredOf(events: Events, key: number, now: number): { count: number; sum: number } {
	let count = 0;
	let sum = 0;
	for (const each of [key, pairKey(key, EXPORTED), pairKey(key, TRANSITED)]) {
		const declared = events.sumByPartner('declaration-of-container', each, now, CARRIAGE_DAYS);
		count += declared.count;
		sum += declared.sum;
	}
	return { count, sum };
}

const least = (values: readonly number[]): number =>
	values.reduce((low, value) => (Number.isNaN(low) || value < low ? value : low), Number.NaN);

/** NaN where nothing is known. */
const sumOrUnknown = (values: readonly number[]): number =>
	values.reduce((sum, value) => (value > 0 ? (Number.isNaN(sum) ? value : sum + value) : sum), Number.NaN);

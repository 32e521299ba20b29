/**
 * Journeys of containers and vehicles. In: movement events. Out: where they were, how long between two stages, loops, and
 * kilometres back towards where they came from. Positions are reduced to visits: a month of them takes some hundred bytes.
 */
import type { Place } from '../../../contract/records/common.ts';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import { distanceKm } from '../../values/distance.ts';
import { movementKeysOf } from '../facts/carriers.ts';
import type { Band, HistoryKnowledge, Sightings } from '../knowledge.ts';
import { keyWithin, pairKey } from './chains.ts';
import type { Events } from './events.ts';
import type { EventName } from './kinds.ts';
import { hashOf } from './model.ts';
import { Usual } from './usual.ts';
import { Ways } from './ways.ts';

/** Visits of one journey that are kept; of more, the oldest but the first go. */
const MOST_VISITS = 12;
/** Positions nearer than this belong to one visit: a yard, a ferry at its berth, a lorry in a jam. */
const VISIT_KM = 15;
/** Whoever was not seen for so long is on another journey. */
const IDLE_MINUTES = 5 * 1_440;
const MOST_PLACES = 20_000;
const MOST_TRANSITIONS = 4_000;
/** Under this distance a speed says nothing: terminals of one port. */
const LEAST_KM_FOR_SPEED = 20;

/** Longest time between two positions that counts: of a longer one nobody knows where it was spent. */
const MOST_STRAY_MINUTES = 120;

/** What kind of sighting: stages are all but positions. */
const STAGES: readonly string[] = [
	'position',
	'gate-in',
	'gate-out',
	'gate',
	'plate-in',
	'plate-out',
	'plate',
	'scan',
	'seal',
];

export type Visit = {
	readonly place: string;
	readonly latitude: number;
	readonly longitude: number;
	from: number;
	until: number;
};

export type Journey = {
	visits: Visit[];
	/** Minute and stage of the last two sightings that were no position; 0 for none. */
	stage: number;
	stageMinute: number;
	stagePlace: string;
	dwellMinutes: number;
	/** The two stages between which it was, and the first of them. */
	dwellKey: number;
	dwellFrom: number;
	loops: number;
	backtrackKm: number;
	/** Kilometres from the first visit. */
	awayKm: number;
	fastestKmh: number;
	/** Where and when it was seen last; NaN where that place has no position. */
	latitude: number;
	longitude: number;
	lastMinute: number;
	/** Minutes by land where hardly anybody else goes; NaN until a position is known. */
	strayMinutes: number;
};

export type Journeys = {
	readonly journeys: Map<number, Journey>;
	readonly dwells: Usual;
	readonly ways: Ways;
	readonly most: number;
};

export const openJourneys = (most: number): Journeys => ({
	journeys: new Map(),
	dwells: new Usual(MOST_TRANSITIONS),
	ways: new Ways(),
	most,
});

/** Number of the stage; one without a direction is that of its type alone. */
function stageOf({ type, direction }: MovementEvent): number {
	const at = STAGES.indexOf(`${type}-${direction ?? ''}`);
	return at >= 0 ? at : STAGES.indexOf(type);
}

/** Names of places are shared: there are few, and journeys are many. */
const names = new Map<string, string>();

function shared(name: string): string {
	const held = names.get(name);
	if (held !== undefined) return held;
	if (names.size >= MOST_PLACES) names.clear();
	names.set(name, name);
	return name;
}

/** A code where there is one, else the position to a tenth of a degree. */
function nameOf(place: Place): string | undefined {
	const code = place.unlocode ?? place.iata ?? place.facility;
	if (code !== undefined) return shared(code);
	if (place.latitude !== undefined && place.longitude !== undefined)
		return shared(`${place.latitude.toFixed(1)},${place.longitude.toFixed(1)}`);
	return place.name === undefined ? undefined : shared(place.name.slice(0, 60));
}

export function seeMovement(journeys: Journeys, events: Events, event: MovementEvent, minute: number): void {
	const name = event.place === undefined ? undefined : nameOf(event.place);
	for (const key of movementKeysOf(event)) {
		const hash = hashOf(key);
		if (event.type !== 'position') recordSighting(events, hash, event, name, minute);
		if (name !== undefined && event.place !== undefined)
			moveTo(journeys, hash, event, name, event.place, minute);
	}
}

function recordSighting(
	events: Events,
	key: number,
	{ type, seal, scan, subject }: MovementEvent,
	place: string | undefined,
	minute: number,
): void {
	const record = (kind: EventName, amount: number, partner: number): void =>
		events.record(kind, key, minute, amount, partner);
	record('sighting', 0, place === undefined ? 0 : hashOf(`place:${place}`));
	if (type === 'seal' && seal !== undefined && seal.state !== 'applied' && seal.state !== 'intact')
		record('seal-broken', 0, hashOf(`seal:${seal.number ?? subject.id}`));
	if (scan === undefined) return;
	const mass = Number(scan.grossMassKg);
	if (mass > 0) record('scan', mass, 0);
	if (scan.result !== 'clear') record('scan-anomaly', 0, 0);
}

function moveTo(
	all: Journeys,
	key: number,
	event: MovementEvent,
	name: string,
	place: Place,
	minute: number,
): void {
	const { journeys, dwells, ways, most } = all;
	const journey = journeyFor(all, key, event, minute) ?? setOut(minute);
	journeys.delete(key);
	journeys.set(key, journey);
	if (journeys.size > most)
		for (const oldest of journeys.keys()) {
			journeys.delete(oldest);
			break;
		}
	const roams = isByLand(event);
	const isNew = Number.isNaN(journey.strayMinutes);
	const dwellHours = advance(journey, ways, key, event, name, place, minute);
	if (roams) ways.enter(place, key, isNew);
	if (Number.isNaN(dwellHours)) return;
	dwells.add(journey.dwellKey, dwellHours);
	dwells.add(journey.dwellFrom, dwellHours);
}

/** The journey that an event belongs to. Who comes over the border, or was away for long, sets out anew. */
function journeyFor(
	{ journeys }: Journeys,
	key: number,
	event: MovementEvent,
	minute: number,
): Journey | undefined {
	const journey = journeys.get(key);
	return journey === undefined ||
		minute - journey.lastMinute > IDLE_MINUTES ||
		STAGES[stageOf(event)] === 'plate-in'
		? undefined
		: journey;
}

const setOut = (minute: number): Journey => ({
	visits: [],
	stage: 0,
	stageMinute: 0,
	stagePlace: '',
	dwellMinutes: Number.NaN,
	dwellKey: 0,
	dwellFrom: 0,
	loops: 0,
	backtrackKm: 0,
	awayKm: 0,
	fastestKmh: Number.NaN,
	latitude: Number.NaN,
	longitude: Number.NaN,
	lastMinute: minute,
	strayMinutes: Number.NaN,
});

/** The journey as an event leaves it, in a copy whose `fastestKmh` is of the last way alone; undefined where it begins. */
export function journeyWith(
	all: Journeys,
	key: number,
	event: MovementEvent,
	minute: number,
): Journey | undefined {
	const journey = journeyFor(all, key, event, minute);
	const name = event.place === undefined ? undefined : nameOf(event.place);
	if (journey === undefined || name === undefined || event.place === undefined) return undefined;
	const copy: Journey = {
		...journey,
		visits: journey.visits.map((each) => ({ ...each })),
		dwellMinutes: Number.NaN,
		fastestKmh: Number.NaN,
	};
	advance(copy, all.ways, key, event, name, event.place, minute);
	return copy;
}

const isByLand = ({ type, subject }: MovementEvent): boolean =>
	type === 'position' &&
	subject.type !== 'vessel' &&
	subject.type !== 'aircraft' &&
	subject.type !== 'person';

/** Takes an event into a journey. What comes late is not put in its place. @returns hours of a stage that ended, else NaN. */
function advance(
	journey: Journey,
	ways: Ways,
	key: number,
	event: MovementEvent,
	name: string,
	place: Place,
	minute: number,
): number {
	const stage = stageOf(event);
	if (isByLand(event)) {
		const minutes = Math.min(MOST_STRAY_MINUTES, Math.max(0, minute - journey.lastMinute));
		journey.strayMinutes = (journey.strayMinutes || 0) + (ways.isUnusual(place, key) ? minutes : 0);
	}
	hasten(journey, place, minute);
	visit(journey, name, place, minute, stage === 0);
	return stage === 0 ? Number.NaN : enterStage(journey, stage, name, minute);
}

/** The speed that the way from the last sighting asked for. What comes late says nothing of it. */
function hasten(journey: Journey, place: Place, minute: number): void {
	if (minute < journey.lastMinute) return;
	const here = { latitude: place.latitude ?? Number.NaN, longitude: place.longitude ?? Number.NaN };
	const km = distanceKm(journey, here);
	const speed = km / (Math.max(1, minute - journey.lastMinute) / 60);
	if (km >= LEAST_KM_FOR_SPEED && !(speed <= journey.fastestKmh)) journey.fastestKmh = speed;
	journey.latitude = here.latitude;
	journey.longitude = here.longitude;
	journey.lastMinute = minute;
}

function visit(journey: Journey, name: string, place: Place, minute: number, roaming: boolean): void {
	const { visits } = journey;
	const last = visits.at(-1);
	const latitude = place.latitude ?? Number.NaN;
	const longitude = place.longitude ?? Number.NaN;
	const here = { latitude, longitude };
	const km = last === undefined ? Number.NaN : distanceKm(last, here);
	if (last !== undefined && (last.place === name || (roaming && km < VISIT_KM))) {
		last.until = Math.max(last.until, minute);
		return;
	}
	const first = visits[0];
	if (first !== undefined) {
		const away = distanceKm(first, here);
		if (away < journey.awayKm) journey.backtrackKm += journey.awayKm - away;
		if (!Number.isNaN(away)) journey.awayKm = away;
		if (visits.some((each) => each.place === name)) journey.loops++;
	}
	if (visits.length >= MOST_VISITS) visits.splice(1, 1);
	visits.push({ place: name, latitude, longitude, from: minute, until: minute });
}

/** @returns hours since the stage before; NaN where there was none. */
function enterStage(journey: Journey, stage: number, name: string, minute: number): number {
	let hours = Number.NaN;
	if (journey.stage !== 0 && minute >= journey.stageMinute) {
		journey.dwellFrom = transitionKey(journey.stagePlace, journey.stage);
		journey.dwellMinutes = minute - journey.stageMinute;
		journey.dwellKey = pairKey(journey.dwellFrom, stage);
		hours = Math.max(1, journey.dwellMinutes) / 60;
	}
	journey.stage = stage;
	journey.stageMinute = minute;
	journey.stagePlace = name;
	return hours;
}

const transitionKey = (place: string, stage: number): number => keyWithin(stage, hashOf(`place:${place}`));

/** Hours between the last two stages, or since the only one, against what is usual there. */
export function dwellOf(
	{ journeys, dwells }: Journeys,
	key: number,
	now: number,
): { hours: number; usual: Band } {
	const journey = journeys.get(key);
	if (journey === undefined || journey.stage === 0) return { hours: Number.NaN, usual: dwells.band(0) };
	if (journey.dwellKey !== 0)
		return { hours: journey.dwellMinutes / 60, usual: dwells.band(journey.dwellKey) };
	return {
		hours: Math.max(0, now - journey.stageMinute) / 60,
		usual: dwells.band(transitionKey(journey.stagePlace, journey.stage)),
	};
}

export function routeOf({ journeys }: Journeys, key: number): ReturnType<HistoryKnowledge['route']> {
	const journey = journeys.get(key);
	return {
		places: journey?.visits.map(({ place }) => place) ?? [],
		loops: journey?.loops ?? 0,
		backtrackKm: journey?.backtrackKm ?? 0,
	};
}

export function sightingsOf(
	{ journeys }: Journeys,
	events: Events,
	key: number,
	now: number,
	days: number,
): Sightings {
	return {
		seen: events.totals('sighting', key, now, days).count,
		daysSince: events.minutesSince('sighting', key, now) / 1_440,
		sealsBroken: events.totals('seal-broken', key, now, days).count,
		anomalies: events.totals('scan-anomaly', key, now, days).count,
		scannedMassKg: events.newestAmount('scan', key, now, days),
		fastestKmh: journeys.get(key)?.fastestKmh ?? Number.NaN,
	};
}

/**
 * TDT, LOC and DTM of the header as legs of a journey (PAXLST groups 2 and 3), and the identity of a list.
 * In: segments in order. Out: legs with places and local times. Carriers give the stops of a leg with 125 and 87, the
 * stops of a chain with 92, in one group or in several, with or without times: stops are joined in their order.
 */
import type { Leg, Place } from '../../../../contract/records/common.ts';
import type { PassengerList } from '../../../../contract/records/travel.ts';
import { parseFlight } from '../../../values/flight.ts';
import { component, type Segment } from '../edifact/segment.ts';
import { addBounded, asCode } from '../edifact/values.ts';

type Stop = {
	qualifier: string;
	place: Place | undefined;
	arrivesAt: string | undefined;
	departsAt: string | undefined;
};

/** One TDT with the stops that follow it. */
export type Transport = { tdt: Segment; stops: Stop[] };

export const MAX_LEGS = 50;
const MAX_STOPS = 100;

/** Last place of departure before the border, and first place of arrival behind it (data element 3227). */
const BORDER_DEPARTURE = '125';
const BORDER_ARRIVAL = '87';

export function addStop(transport: Transport, qualifier: string, place: Place | undefined): void {
	addBounded(transport.stops, { qualifier, place, arrivesAt: undefined, departsAt: undefined }, MAX_STOPS);
}

/** Gives the time of a DTM to the stop before it. Departure: 189, 133, 136, 186; arrival: 232, 132, 178. */
export function addStopTime(transport: Transport, qualifier: string, at: string): boolean {
	const stop = transport.stops.at(-1);
	if (stop === undefined) return false;
	switch (qualifier) {
		case '189':
		case '133':
		case '136':
		case '186':
			stop.departsAt ??= at;
			return true;
		case '232':
		case '132':
		case '178':
			stop.arrivesAt ??= at;
			return true;
		default:
			return false;
	}
}

/** Legs of one transport group. */
export function legsOf(transport: Transport): Leg[] {
	const base = carrierAndNumber(transport.tdt);
	const stops = joinStops(inOrder(transport.stops));
	const legs: Leg[] = [];
	const only = stops[0];
	if (only === undefined) {
		return base.carrier === undefined && base.number === undefined ? [] : [base];
	}
	if (stops.length === 1) {
		const arrives = only.arrivesAt !== undefined || only.qualifier === BORDER_ARRIVAL;
		return [legBetween(base, arrives ? undefined : only, arrives ? only : undefined)];
	}
	for (let index = 1; index < stops.length; index++) {
		addBounded(legs, legBetween(base, stops[index - 1], stops[index]), MAX_LEGS);
	}
	return legs;
}

function carrierAndNumber(tdt: Segment): Leg {
	const leg: Leg = {};
	const journey = asCode(component(tdt, 1))?.replace(/\s+/g, '');
	const named = asCode(component(tdt, 4)) ?? asCode(component(tdt, 4, 3));
	const flight =
		journey === undefined ? undefined : /^([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])\d{1,4}[A-Z]?$/.exec(journey);
	const carrier = named ?? flight?.[1];
	if (carrier !== undefined) leg.carrier = carrier;
	if (journey !== undefined && journey !== '') {
		const prefix =
			carrier !== undefined && journey.length > carrier.length && journey.startsWith(carrier) ? carrier : '';
		leg.number = journey.slice(prefix.length);
	}
	return leg;
}

/** A group that names the arrival first and the departure second is turned round. */
function inOrder(stops: readonly Stop[]): readonly Stop[] {
	const [first, second] = stops;
	const turned =
		stops.length === 2 &&
		first !== undefined &&
		second !== undefined &&
		(second.qualifier === BORDER_DEPARTURE ||
			(first.qualifier !== BORDER_DEPARTURE &&
				second.departsAt !== undefined &&
				second.arrivesAt === undefined)) &&
		(first.arrivesAt !== undefined || first.qualifier === BORDER_ARRIVAL) &&
		first.departsAt === undefined;
	return turned ? [second, first] : stops;
}

/** Stops that follow each other at one place are one stop: it is arrived at and departed from. */
function joinStops(stops: readonly Stop[]): Stop[] {
	const joined: Stop[] = [];
	for (const stop of stops) {
		const last = joined.at(-1);
		if (last !== undefined && samePlace(last.place, stop.place)) {
			last.arrivesAt ??= stop.arrivesAt;
			last.departsAt ??= stop.departsAt;
			if (stop.qualifier === BORDER_DEPARTURE) last.qualifier = BORDER_DEPARTURE;
		} else joined.push({ ...stop });
	}
	return joined;
}

const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
	a !== undefined &&
	b !== undefined &&
	a.iata === b.iata &&
	a.unlocode === b.unlocode &&
	a.icao === b.icao &&
	a.facility === b.facility &&
	a.name === b.name &&
	a.country === b.country;

function legBetween(base: Leg, from: Stop | undefined, to: Stop | undefined): Leg {
	const leg: Leg = { ...base };
	if (from?.place !== undefined) leg.from = from.place;
	if (to?.place !== undefined) leg.to = to.place;
	if (from?.departsAt !== undefined) leg.departsAt = from.departsAt;
	if (to?.arrivesAt !== undefined) leg.arrivesAt = to.arrivesAt;
	if (from?.qualifier === BORDER_DEPARTURE || to?.qualifier === BORDER_ARRIVAL) leg.border = true;
	return leg;
}

/** The leg that crosses the border; where no leg says so, the first one. */
export const borderLegOf = (legs: readonly Leg[]): Leg | undefined =>
	legs.find((leg) => leg.border === true) ?? legs[0];

/**
 * The reference of a list: carrier and number, day at the border, kind of list. All versions of one list share it,
 * whatever message references the carrier gives them. Without a journey the message's own references have to do.
 */
export function referenceOf(
	list: Pick<PassengerList, 'legs' | 'listType' | 'carrier' | 'transport' | 'mode'>,
	fallback: string,
): string {
	const leg = borderLegOf(list.legs);
	const carrier = leg?.carrier ?? list.carrier;
	const number = leg?.number ?? list.transport?.imo ?? list.transport?.identity ?? list.transport?.name;
	const day = (leg?.departsAt ?? leg?.arrivesAt)?.slice(0, 10);
	if (number === undefined || day === undefined) {
		// A reference that was made here and sent on with the list is complete already.
		return fallback.endsWith(` ${list.listType}`)
			? fallback
			: [carrier, number, fallback, list.listType].filter(Boolean).join(' ');
	}
	const flight = list.mode === undefined || list.mode === 'air' ? parseFlight(number, carrier) : undefined;
	const designator = flight?.designator ?? [carrier, number].filter(Boolean).join(' ');
	return `${designator} ${day} ${list.listType}`;
}

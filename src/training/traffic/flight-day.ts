/**
 * One flight on one day. In: a flight of the schedule and the day of its arrival. Out: when it leaves and lands, its leg
 * as documents write it, and the reference of its passenger list, which is known before the list is sent.
 */
import type { Leg } from '../../../contract/records/common.ts';
import type { Flight } from '../world/carriers.ts';
import { DAY_MS, MINUTE_MS } from './carriage.ts';
import { localTime } from './declaration.ts';

export type FlightDay = { flight: Flight; day: number; departsAt: number; arrivesAt: number };

export function flightDay(flight: Flight, day: number): FlightDay {
	const arrivesAt = day * DAY_MS + flight.arrivesMinute * MINUTE_MS;
	return { flight, day, arrivesAt, departsAt: arrivesAt - flight.flightMinutes * MINUTE_MS };
}

/** Reference of the passenger list; known before it is sent. */
export const passengerListReference = ({ flight, departsAt }: FlightDay): string =>
	`${flight.carrier.code}${flight.number} ${localTime(departsAt, flight.from.offsetMinutes).slice(0, 10)} passengers`;

export function legOf({ flight, departsAt, arrivesAt }: FlightDay): Leg {
	return {
		carrier: flight.carrier.code,
		number: flight.number,
		from: { iata: flight.from.iata ?? '' },
		to: { iata: flight.to.iata ?? '' },
		departsAt: localTime(departsAt, flight.from.offsetMinutes),
		arrivesAt: localTime(arrivesAt, flight.to.offsetMinutes),
	};
}

/**
 * Carriages: the vessel calls, cargo flights and lorries of a day. In: a day. Out: who brings how many consignments,
 * whence and when. A carriage is known by its day and index alone, so that a plot can put its goods aboard beforehand.
 */

import { Random, STREAM } from '../random.ts';
import { VOLUME, WEEKDAY } from '../rates.ts';
import type { Carrier } from '../world/carriers.ts';
import {
	airport,
	FOREIGN_AIRPORTS,
	FOREIGN_PORTS,
	type Gateway,
	HOME_PORTS,
	HOME_POSTS,
	NEIGHBOUR_POSTS,
} from '../world/gateways.ts';
import { plateNumber } from '../world/identifiers.ts';
import type { World } from '../world/world.ts';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

export type Carriage = {
	/** Days since 1970 of its arrival, and its number among the carriages of that day. */
	day: number;
	index: number;
	mode: 'sea' | 'air' | 'road';
	departsAt: number;
	arrivesAt: number;
	from: Gateway;
	to: Gateway;
	carrier: Carrier;
	/** IMO number, flight designator or registration plate, with its UN/EDIFACT 8213 code for the kind. */
	identity: string;
	identityType: string;
	/** Name of the vessel. */
	name?: string;
	flag: string;
	journey: string;
	waybillPrefix?: string;
	consignments: number;
};

/** Factor by which the traffic of this day differs from the mean. */
export const dayFactor = (day: number): number => WEEKDAY[(day + 4) % 7] ?? 1;

/** As many as the mean says, in the long run; never in streaks. */
const countOf = (random: Random, mean: number): number => Math.floor(mean + random.unit());

/** Minutes after midnight, mostly in working hours. */
export const workingMinute = (random: Random): number =>
	Math.max(1, Math.min(1_430, Math.round(680 + random.normal() * 190)));

const HAULIERS: readonly Carrier[] = [
	{ code: 'QSVT', name: 'Svinesund Transport', country: 'NO' },
	{ code: 'QVAK', name: 'Västkust Åkeri', country: 'SE' },
	{ code: 'QBLT', name: 'Baltlink Transportas', country: 'LT' },
	{ code: 'QWST', name: 'Wisła Trans', country: 'PL' },
	{ code: 'QHSP', name: 'Hansa Spedition', country: 'DE' },
];

/** All carriages that arrive on this day, in no order of time. */
export function carriagesOf(world: World, day: number): Carriage[] {
	const random = new Random(world.seed, STREAM.carriages, day);
	const factor = dayFactor(day) * world.scale;
	const carriages: Carriage[] = [];
	const midnight = day * DAY_MS;
	for (let left = countOf(random, VOLUME.vesselCalls * factor); left > 0; left--) {
		const vessel = random.pick(world.carriers.vessels);
		const from = random.weighted(FOREIGN_PORTS.map((each) => [each, each.weight]));
		const arrivesAt = midnight + random.whole(2, 22 * 60) * MINUTE_MS;
		carriages.push({
			day,
			index: carriages.length,
			mode: 'sea',
			departsAt: arrivesAt - random.whole(2, 30) * DAY_MS,
			arrivesAt,
			from,
			to: random.weighted(HOME_PORTS.map((each) => [each, each.weight])),
			carrier: vessel.line,
			identity: vessel.imo,
			identityType: '10',
			name: vessel.name,
			flag: vessel.flag,
			journey: `${random.whole(100, 999)}${random.pick('NSEW')}`,
			consignments: Math.max(3, random.poisson(VOLUME.vesselConsignments)),
		});
	}
	for (let left = countOf(random, VOLUME.cargoFlights * factor); left > 0; left--) {
		const flight = random.pick(world.carriers.flights);
		const from =
			flight.from.country === 'NO'
				? airport('FRA')
				: random.chance(0.5)
					? flight.from
					: random.pick(FOREIGN_AIRPORTS);
		const arrivesAt = midnight + random.whole(5, 23 * 60) * MINUTE_MS;
		carriages.push({
			day,
			index: carriages.length,
			mode: 'air',
			departsAt: arrivesAt - random.whole(2, 11) * HOUR_MS,
			arrivesAt,
			from,
			to: flight.to,
			carrier: flight.carrier,
			identity: `${flight.carrier.code}${900 + carriages.length}`,
			identityType: '40',
			flag: flight.carrier.country,
			journey: `${flight.carrier.code}${900 + carriages.length}`,
			waybillPrefix: flight.waybillPrefix,
			consignments: Math.max(2, random.poisson(VOLUME.flightConsignments)),
		});
	}
	for (let left = countOf(random, VOLUME.lorries * factor); left > 0; left--) {
		const haulier = random.pick(HAULIERS);
		const arrivesAt = midnight + workingMinute(random) * MINUTE_MS;
		carriages.push({
			day,
			index: carriages.length,
			mode: 'road',
			departsAt: arrivesAt - random.whole(2, 20) * HOUR_MS,
			arrivesAt,
			from: random.pick(NEIGHBOUR_POSTS),
			to: random.weighted(HOME_POSTS.map((each) => [each, each.weight])),
			carrier: haulier,
			identity: plateNumber(random, haulier.country),
			identityType: '30',
			flag: haulier.country,
			journey: `T${random.digits(6)}`,
			consignments: random.weighted([
				[1, 55],
				[2, 30],
				[3, 15],
			]),
		});
	}
	return carriages;
}

/**
 * Who carries: shipping lines and their vessels, airlines and their flights. Invented; designators and prefixes are ones
 * that no carrier uses, IMO numbers come from a range without ships. In: a seed. Out: fleets and schedules.
 */

import { distanceKm } from '../../values/distance.ts';
import { Random, STREAM } from '../random.ts';
import { airport, FOREIGN_AIRPORTS, type Gateway, HOME_AIRPORTS } from './gateways.ts';
import { imoNumber } from './identifiers.ts';

export type Carrier = { code: string; name: string; country: string };
export type Vessel = { imo: string; name: string; flag: string; line: Carrier };
export type Flight = {
	/** Place in the schedule. */
	index: number;
	carrier: Carrier;
	/** Three digits before its air waybills. */
	waybillPrefix: string;
	number: string;
	from: Gateway;
	to: Gateway;
	/** Minutes after midnight, UTC, of the day of arrival; and minutes in the air. */
	arrivesMinute: number;
	flightMinutes: number;
	seats: number;
};

const LINES: readonly Carrier[] = [
	{ code: 'QNHL', name: 'Nordhavet Linje', country: 'NO' },
	{ code: 'QBSL', name: 'Baltic Sound Line', country: 'SE' },
	{ code: 'QOCF', name: 'Oriental Crane Feeder', country: 'HK' },
	{ code: 'QTWM', name: 'Two Winds Maritime', country: 'GR' },
	{ code: 'QRHC', name: 'Rhein-Hafen Container', country: 'DE' },
];
const VESSEL_FIRST = [
	'Nordic',
	'Baltic',
	'Ocean',
	'Star',
	'Polar',
	'Arctic',
	'Pearl',
	'Silver',
	'Amber',
	'Coral',
	'Frisian',
];
const VESSEL_SECOND = [
	'Trader',
	'Express',
	'Voyager',
	'Pioneer',
	'Carrier',
	'Heron',
	'Tern',
	'Gannet',
	'Dawn',
	'Bridge',
	'Spirit',
];
const FLAGS = ['NO', 'SE', 'LR', 'PA', 'MH', 'MT', 'CY', 'PT', 'DK', 'HK'];

const AIRLINES: readonly (Carrier & { prefix: string })[] = [
	{ code: 'X1', name: 'Fjordfly', country: 'NO', prefix: '991' },
	{ code: 'X2', name: 'Skagerrak Air', country: 'NO', prefix: '992' },
	{ code: '1X', name: 'Rhein Air', country: 'DE', prefix: '993' },
	{ code: '2X', name: 'Channel Wings', country: 'GB', prefix: '994' },
	{ code: '3X', name: 'Bosporus Air', country: 'TR', prefix: '995' },
	{ code: '4X', name: 'Gulf Falcon', country: 'AE', prefix: '996' },
	{ code: '6X', name: 'Red River Air', country: 'VN', prefix: '997' },
	{ code: '8X', name: 'Vistula', country: 'PL', prefix: '998' },
];

export type Carriers = { vessels: readonly Vessel[]; flights: readonly Flight[] };

/** Fleets and the daily schedule. @param flightCount flights that arrive every day. */
export function buildCarriers(seed: number, flightCount: number): Carriers {
	const vessels = Array.from({ length: 40 }, (_, number): Vessel => {
		const random = new Random(seed, STREAM.vessels, number);
		return {
			imo: imoNumber(random),
			name: `${VESSEL_FIRST[number % 11]} ${VESSEL_SECOND[(number * 4 + Math.floor(number / 11)) % 11]}`,
			flag: random.pick(FLAGS),
			line: random.pick(LINES),
		};
	});
	const flights = Array.from({ length: flightCount }, (_, index): Flight => {
		const random = new Random(seed, STREAM.flights, index);
		const airline = random.pick(AIRLINES);
		const to = random.weighted(HOME_AIRPORTS.map((each) => [each, each.weight]));
		// The first flights come from far hubs, so that even a small schedule has them.
		const from =
			index < HUBS.length
				? airport(HUBS[index] ?? 'IST')
				: random.weighted(FOREIGN_AIRPORTS.map((each) => [each, each.weight]));
		const flightMinutes = 35 + Math.round(distanceKm(from, to) / 13);
		return {
			index,
			carrier: airline,
			waybillPrefix: airline.prefix,
			number: String(100 + index * 3 + random.whole(0, 2)),
			from,
			to,
			arrivesMinute: random.whole(5 * 12, 22 * 12) * 5,
			flightMinutes,
			seats: random.pick([72, 98, 126, 150, 180]),
		};
	});
	return { vessels, flights };
}

const HUBS = ['IST', 'DXB', 'AMS', 'WAW', 'LHR', 'ARN', 'FRA', 'HKG', 'ADD', 'CDG'];

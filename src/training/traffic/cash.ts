/**
 * Cash that travellers declare or that officers find. In: who carries how much, and on which journey.
 * Out: cash declarations, to customs at home; money in the currency that is carried.
 */
import type { Leg } from '../../../contract/records/common.ts';
import type { CashDeclaration, ReportedPerson } from '../../../contract/records/money-reports.ts';
import type { Message } from '../model.ts';
import { noisyPerson } from '../noise.ts';
import type { Random } from '../random.ts';
import { KRONER } from '../world/countries.ts';
import type { Gateway } from '../world/gateways.ts';
import { asWritten, type SimulatedPerson } from '../world/people.ts';
import { HOUR_MS, MINUTE_MS } from './carriage.ts';
import { instant } from './declaration.ts';
import type { FlightDay } from './flight-day.ts';

export type Carried = {
	/** Worth in euros. */
	euro: number;
	basis?: CashDeclaration['basis'];
	/** What officers counted, in euros. */
	countedEuro?: number;
	provenance?: string;
	intendedUse?: string;
	plotIds?: readonly string[];
};

const PROVENANCE = [
	'savings',
	'sale of a car',
	'gift from family',
	'business income',
	'salary',
	'inheritance',
	'sale of property',
];
const USE = [
	'purchase of a vehicle',
	'family support',
	'medical treatment',
	'business purchases',
	'holiday',
	'wedding',
];
const EURO_KRONER = KRONER['EUR'] ?? 11.4;

export type Crossing = {
	at: number;
	office: string;
	journey?: Leg;
	from?: Gateway;
	to?: Gateway;
	direction: CashDeclaration['direction'];
};

function cashDeclarationOf(
	random: Random,
	person: SimulatedPerson,
	carried: Carried,
	crossing: Crossing,
): CashDeclaration {
	const currency = random.weighted([
		['EUR', 60],
		['USD', 22],
		['SEK', 8],
		['GBP', 6],
		['CHF', 4],
	] as const);
	const rate = KRONER[currency] ?? EURO_KRONER;
	const inCurrency = Math.round((carried.euro * EURO_KRONER) / rate / 50) * 50;
	const kroner = Math.round(inCurrency * rate);
	const at = crossing.at;
	const who: ReportedPerson = {
		person: noisyPerson(random, asWritten(person)),
		identifiers: [person.passport],
		addresses: [person.address],
		contacts: person.contacts,
	};
	return {
		kind: 'cash-declaration',
		reference: `CASH-${crossing.office}-${Math.floor(at / 60_000)
			.toString(36)
			.toUpperCase()}-${random.digits(4)}`,
		function: 'original',
		direction: crossing.direction,
		basis: carried.basis ?? 'declared',
		declaredAt: instant(at),
		office: crossing.office,
		carrier: who,
		...(random.chance(0.7) ? { owner: { person: who } } : {}),
		...(random.chance(0.3) ? { recipient: { person: who } } : {}),
		instruments: [{ type: 'currency', value: { amount: String(inCurrency), currency } }],
		total: { amount: String(kroner), currency: 'NOK' },
		...(carried.countedEuro === undefined
			? {}
			: { counted: { amount: String(Math.round(carried.countedEuro * EURO_KRONER)), currency: 'NOK' } }),
		provenance: carried.provenance ?? random.pick(PROVENANCE),
		intendedUse: carried.intendedUse ?? random.pick(USE),
		...(crossing.journey === undefined ? {} : { journey: crossing.journey }),
		...(crossing.from === undefined
			? {}
			: { from: { country: crossing.from.country, name: crossing.from.name } }),
		...(crossing.to === undefined ? {} : { to: { country: crossing.to.country, name: crossing.to.name } }),
	};
}

/** Cash of somebody who came by this flight. */
export function cashMessage(
	random: Random,
	person: SimulatedPerson,
	when: FlightDay,
	carried: Carried,
): Message {
	const { flight } = when;
	const at = when.arrivesAt + random.whole(15, 70) * MINUTE_MS;
	const office = flight.to.office ?? 'NO020100';
	const journey: Leg = {
		carrier: flight.carrier.code,
		number: flight.number,
		from: { iata: flight.from.iata ?? '' },
		to: { iata: flight.to.iata ?? '' },
	};
	return {
		at,
		node: 'customs',
		source: `office-${office}`,
		format: 'record-json',
		record: cashDeclarationOf(random, person, carried, {
			at,
			office,
			journey,
			from: flight.from,
			to: flight.to,
			direction: 'entering',
		}),
		...(carried.plotIds === undefined ? {} : { plotIds: carried.plotIds }),
	};
}

/** Cash over the land border, in either direction. */
export function cashByRoad(
	random: Random,
	person: SimulatedPerson,
	at: number,
	post: Gateway,
	direction: CashDeclaration['direction'],
	carried: Carried,
): Message {
	const office = post.office ?? 'NO030100';
	return {
		at: at + (carried.basis === 'found' ? HOUR_MS : 0),
		node: 'customs',
		source: `office-${office}`,
		format: 'record-json',
		record: cashDeclarationOf(random, person, carried, { at, office, direction }),
		...(carried.plotIds === undefined ? {} : { plotIds: carried.plotIds }),
	};
}

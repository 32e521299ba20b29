/**
 * Travel: every flight from its bookings to its passenger list and the cash that some travellers declare.
 * In: a flight of the schedule on a day, and whom plots put on it. Out: messages to immigration and customs.
 * Invariant: booking and passenger list are about the same people, but for noise, no-shows and go-shows.
 */
import type { Identifier } from '../../../contract/records/common.ts';
import type { BookedTraveller, Booking, PassengerList, Traveller } from '../../../contract/records/travel.ts';
import type { Outbox } from '../model.ts';
import { noisyPerson } from '../noise.ts';
import { Random, STREAM } from '../random.ts';
import { CASH, NOISE } from '../rates.ts';
import type { Flight } from '../world/carriers.ts';
import { asTravelDocument, personOf, plain, type SimulatedPerson } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './carriage.ts';
import { cashMessage } from './cash.ts';
import { shortCode } from './consignment.ts';
import { localTime } from './declaration.ts';
import { type FlightDay, flightDay, legOf, passengerListReference } from './flight-day.ts';

/** Somebody on a flight: who she is, what she shows, how she booked. */
export type Seat = {
	person: SimulatedPerson;
	/** The document that she shows; her passport unless told. */
	document?: Identifier;
	/** The name in which she travels, where it is not her own. */
	as?: SimulatedPerson;
	plotIds?: readonly string[];
};

export type Party = {
	seats: readonly Seat[];
	payment?: { form: string; cardLastFour?: string };
	phone?: string;
	bookedDaysAhead?: number;
	agency?: string;
};

/** Parties of one to five; families share a name. */
function honestParties(world: World, random: Random, { flight, day }: FlightDay): Party[] {
	const parties: Party[] = [];
	const wanted = Math.round(flight.seats * random.between(0.35, 0.7));
	let seated = 0;
	while (seated < wanted) {
		const size = random.weighted([
			[1, 55],
			[2, 28],
			[3, 8],
			[4, 7],
			[5, 2],
		]);
		const number = 10_000 + (day * 512 + flight.index) * 512 + seated;
		const first = random.chance(0.12) ? world.regular(random.whole(0, 2_999)) : personOf(world.seed, number);
		const seats: Seat[] = [{ person: first }];
		for (let mate = 1; mate < size; mate++) {
			const family = random.chance(0.8)
				? first.family.replace(/a$/, (ending) => (first.sex === 'female' ? '' : ending))
				: undefined;
			seats.push({
				person: personOf(world.seed, number + mate, {
					nationality: first.nationality,
					...(family === undefined || first.family.endsWith('a') ? {} : { family }),
					...(mate > 1 ? { age: [1, 17] as const } : {}),
				}),
			});
		}
		parties.push({ seats });
		seated += size;
	}
	return parties;
}

const seatNumber = (index: number): string => `${Math.floor(index / 6) + 1}${'ABCDEF'[index % 6]}`;

/** Sends bookings 72 and 24 hours ahead, and the passenger list after the doors close. */
export function planFlight(
	world: World,
	outbox: Outbox,
	flight: Flight,
	day: number,
	aboard: readonly Party[],
): void {
	const when = flightDay(flight, day);
	const bookingsAt = when.departsAt - 72 * HOUR_MS;
	outbox.later(bookingsAt, () => {
		const random = new Random(world.seed, STREAM.bookings, day, flight.index);
		const parties = [...honestParties(world, random, when), ...aboard];
		let seat = 0;
		const booked = parties.map((party, index) => {
			const locator = shortCode(800_000_000 + ((day % 10_000) * 512 + flight.index) * 300 + index, 6);
			const first = seat;
			seat += party.seats.length;
			// Whoever booked late is in the later push only.
			return { party, locator, first, early: (party.bookedDaysAhead ?? random.whole(0, 90)) >= 3 };
		});
		const push = (at: number, which: typeof booked): void => {
			for (const each of which) {
				const plotIds = each.party.seats.flatMap((one) => one.plotIds ?? []);
				outbox.send({
					at,
					node: 'immigration',
					source: `carrier-${flight.carrier.code}`,
					format: 'pnrgov',
					group: `${flight.carrier.code}${flight.number}-${at}`,
					record: bookingOf(world, when, each.party, each.locator, each.first, at),
					...(plotIds.length === 0 ? {} : { plotIds }),
				});
			}
		};
		push(
			bookingsAt,
			booked.filter((each) => each.early),
		);
		outbox.later(when.departsAt - 24 * HOUR_MS, () =>
			push(
				when.departsAt - 24 * HOUR_MS,
				booked.filter((each) => !each.early),
			),
		);
		outbox.later(when.departsAt + 20 * MINUTE_MS, () => board(world, outbox, when, booked));
	});
}

type Booked = { party: Party; locator: string; first: number };

function bookingOf(
	world: World,
	when: FlightDay,
	party: Party,
	locator: string,
	firstSeat: number,
	at: number,
): Booking {
	const { flight } = when;
	const random = new Random(world.seed, STREAM.bookings, when.day, flight.index, firstSeat + 1_000);
	const bookedAt =
		when.departsAt -
		(party.bookedDaysAhead ?? random.whole(3, 90)) * DAY_MS -
		random.whole(0, 1_300) * MINUTE_MS;
	const phone = party.phone ?? party.seats[0]?.person.contacts[0]?.value;
	const payment =
		party.payment ?? (random.chance(0.93) ? { form: 'CC', cardLastFour: random.digits(4) } : { form: 'CA' });
	const fare = Math.round(random.logNormal(1_400, 0.6));
	const created = localTime(Math.min(bookedAt, at - HOUR_MS), 0);
	return {
		kind: 'booking',
		reference: `${flight.carrier.code}/${locator}/${created.slice(0, 10)}`,
		locators: [{ carrier: flight.carrier.code, locator, createdAt: created }],
		function: 'original',
		sender: flight.carrier.code,
		receiver: 'NOIMM',
		preparedAt: localTime(at, 0),
		bookedAt: created,
		flight: { ...legOf(when), border: true },
		agency: {
			carrier: flight.carrier.code,
			place: party.agency ?? flight.from.iata ?? 'OSL',
			iataNumber: random.digits(8),
			country: flight.from.country,
		},
		legs: [{ ...legOf(when), bookingClass: random.pick('YMKLB'), status: 'HK' }],
		travellers: party.seats.map((seat, index): BookedTraveller => {
			const who = seat.as ?? seat.person;
			return {
				number: index + 1,
				tattoo: String(index + 1),
				type: who.bornOn > '2013' ? 'child' : 'adult',
				person: { name: asTravelDocument(who).name },
				...(index === 0 && phone !== undefined ? { contacts: [{ kind: 'phone', value: phone }] } : {}),
				seats: [
					{ seat: seatNumber(firstSeat + index), from: flight.from.iata ?? '', to: flight.to.iata ?? '' },
				],
				tickets: [
					{
						number: `${flight.waybillPrefix}${random.digits(10)}`,
						fare: { amount: String(fare), currency: 'NOK' },
					},
				],
			};
		}),
		payments: [
			{
				form: payment.form,
				amount: { amount: String(fare * party.seats.length) },
				...(payment.cardLastFour === undefined ? {} : { cardLastFour: payment.cardLastFour }),
			},
		],
		bagsTotal: { count: random.whole(0, 2 * party.seats.length) },
	};
}

/** The passenger list, and cash of those who are on it. */
function board(world: World, outbox: Outbox, when: FlightDay, booked: readonly Booked[]): void {
	const { flight } = when;
	const random = new Random(world.seed, STREAM.passengerLists, when.day, flight.index);
	const travellers: Traveller[] = [];
	const plotIds: string[] = [];
	for (const { party, locator, first } of booked) {
		party.seats.forEach((seat, index) => {
			if (seat.plotIds === undefined && random.chance(NOISE.noShow)) return;
			plotIds.push(...(seat.plotIds ?? []));
			travellers.push(
				travellerOf(
					random,
					seat,
					travellers.length + 1,
					flight,
					random.chance(NOISE.missingField) ? undefined : locator,
					seatNumber(first + index),
				),
			);
			if (seat.plotIds === undefined && random.chance(CASH.declares))
				outbox.send(cashMessage(random, seat.person, when, { euro: random.logNormal(14_500, 0.35) }));
		});
		if (random.chance(NOISE.goShow)) {
			const number = 5_000_000_000 + (when.day * 512 + flight.index) * 512 + first;
			travellers.push(
				travellerOf(
					random,
					{ person: personOf(world.seed, number) },
					travellers.length + 1,
					flight,
					undefined,
					undefined,
				),
			);
		}
	}
	const at = when.departsAt + 20 * MINUTE_MS;
	const list: PassengerList = {
		kind: 'passenger-list',
		reference: passengerListReference(when),
		function: 'original',
		listType: 'passengers',
		documentCode: '745',
		messageReference: '1',
		sender: flight.carrier.code,
		receiver: 'NOIMM',
		preparedAt: localTime(at, 0),
		mode: 'air',
		carrier: flight.carrier.code,
		reporter: {
			role: 'reporter',
			name: plain(`${flight.carrier.name} Operations`),
			contacts: [{ kind: 'email', value: `OPS@${flight.carrier.code}.EXAMPLE` }],
		},
		legs: [legOf(when)],
		travellers,
		declaredCount: travellers.length,
	};
	outbox.send({
		at,
		node: 'immigration',
		source: `carrier-${flight.carrier.code}`,
		format: 'paxlst',
		group: list.reference,
		record: list,
		...(plotIds.length === 0 ? {} : { plotIds }),
	});
}

function travellerOf(
	random: Random,
	seat: Seat,
	number: number,
	flight: Flight,
	locator: string | undefined,
	place: string | undefined,
): Traveller {
	const who = seat.as ?? seat.person;
	const document = seat.document ?? who.passport;
	const undocumented = seat.plotIds === undefined && random.chance(NOISE.missingField / 10);
	return {
		number,
		type: 'passenger',
		person: seat.plotIds === undefined ? noisyPerson(random, asTravelDocument(who)) : asTravelDocument(who),
		...(undocumented ? {} : { documents: [document] }),
		...(locator === undefined ? {} : { bookingReference: locator }),
		...(place === undefined ? {} : { seat: place }),
		embarks: { iata: flight.from.iata ?? '' },
		disembarks: { iata: flight.to.iata ?? '' },
	};
}

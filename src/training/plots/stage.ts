/**
 * The stage on which a plot is set: the world, a window of time, and ways to put goods, people and money into the traffic.
 * In: what a plot does. Out: marked messages among all the others. A plot uses the carriages and flights of every day,
 * so that its traces stand in the same documents as what is honest.
 */
import type { Message, Outbox, PlotTruth } from '../model.ts';
import type { Random } from '../random.ts';
import { STREAM, Random as Stream } from '../random.ts';
import { type Carriage, carriagesOf, DAY_MS, HOUR_MS, MINUTE_MS } from '../traffic/carriage.ts';
import {
	type Consignment,
	type ConsignmentWishes,
	consignmentOf,
	type Line,
} from '../traffic/consignment.ts';
import { type FlightDay, flightDay } from '../traffic/flight-day.ts';
import { ownIndex, planCarriage, type Shipment, sendEvents } from '../traffic/goods.ts';
import { type Suspicion, suspicionMessage } from '../traffic/money.ts';
import type { TimedEvent } from '../traffic/movements.ts';
import type { Party } from '../traffic/travel.ts';
import type { Company, Trader } from '../world/companies.ts';
import { companyOf } from '../world/companies.ts';
import { GOODS, type Goods } from '../world/goods.ts';
import { type PersonWishes, personOf, type SimulatedPerson } from '../world/people.ts';
import type { World } from '../world/world.ts';

/** What plots put aboard carriages and flights before these are planned. */
export type Aboard = { shipments: Map<string, Shipment[]>; parties: Map<string, Party[]> };
export const aboardKey = (day: number, index: number): string => `${day}/${index}`;

const addTo = <T>(map: Map<string, T[]>, key: string, item: T): void => {
	const list = map.get(key);
	if (list === undefined) map.set(key, [item]);
	else list.push(item);
};

/** What a plot says about itself when it is set: who and what. The documents are gathered as they are sent. */
export type Told = Pick<PlotTruth, 'parties' | 'note'>;
export type Plot = (stage: Stage) => Told;

export class Stage {
	readonly world: World;
	readonly random: Random;
	readonly plotId: string;
	/** Days on which goods and people may arrive so that everything about them falls into the simulation. */
	readonly firstDay: number;
	readonly lastDay: number;
	readonly #salt: number;
	readonly #outbox: Outbox;
	readonly #aboard: Aboard;
	readonly #from: number;
	readonly #until: number;
	#people = 0;
	#companies = 0;
	#reports = 0;
	#own = 0;

	constructor(
		world: World,
		outbox: Outbox,
		aboard: Aboard,
		plotId: string,
		salt: number,
		days: { first: number; last: number },
		period: { from: number; until: number },
	) {
		this.world = world;
		this.random = new Stream(world.seed, STREAM.plots, salt);
		this.plotId = plotId;
		this.firstDay = days.first;
		this.lastDay = Math.max(days.first, days.last);
		this.#salt = salt;
		this.#outbox = outbox;
		this.#aboard = aboard;
		this.#from = period.from;
		this.#until = period.until;
	}

	/** A day on which something may arrive. */
	day(): number {
		return this.random.whole(this.firstDay, this.lastDay);
	}

	/** An instant within the simulation, as near as may be to the one wished for. */
	within(at: number): number {
		return Math.max(this.#from + MINUTE_MS, Math.min(this.#until - MINUTE_MS, at));
	}

	/** Days after the arrival, in office hours, within the simulation. */
	daysAfter(at: number, least: number, most: number): number {
		const day = Math.floor(at / DAY_MS) + this.random.between(least, most);
		return this.within(Math.floor(day) * DAY_MS + this.random.whole(8 * 60, 15 * 60) * MINUTE_MS);
	}

	/** A carriage of this mode in the plot's days; one of its own where the traffic has none. */
	carriage(mode: Carriage['mode'], fits: (carriage: Carriage) => boolean = () => true): Carriage {
		const start = this.day();
		const span = this.lastDay - this.firstDay + 1;
		for (let step = 0; step < span; step++) {
			const day = this.firstDay + ((start - this.firstDay + step) % span);
			const found = carriagesOf(this.world, day).filter((each) => each.mode === mode && fits(each));
			if (found.length > 0) return this.random.pick(found);
		}
		const busy = carriagesOf({ ...this.world, scale: 40 }, start).filter((each) => each.mode === mode);
		const fitting = busy.filter(fits);
		const own = {
			...this.random.pick(fitting.length > 0 ? fitting : busy),
			index: ownIndex(this.#salt * 7 + this.#own++),
			consignments: 2,
		};
		this.#outbox.later(Math.min(own.departsAt, own.arrivesAt - 3 * DAY_MS), (outbox) =>
			planCarriage(this.world, outbox, own, this.#aboard.shipments.get(aboardKey(own.day, own.index)) ?? []),
		);
		return own;
	}

	/** Goods for a carriage. Their number on it is above those of honest goods. */
	consignment(carriage: Carriage, wishes: ConsignmentWishes): Consignment {
		const number = 500 + ((this.#salt * 13 + this.#own++) % 490);
		return consignmentOf(this.world, this.random, carriage, number, wishes);
	}

	/** Puts a shipment aboard; its documents follow. */
	ship(carriage: Carriage, shipment: Omit<Shipment, 'plotIds'>): void {
		addTo(this.#aboard.shipments, aboardKey(carriage.day, carriage.index), {
			...shipment,
			plotIds: [this.plotId],
		});
	}

	/** A flight on one of the plot's days. */
	flight(day: number = this.day(), fits: (from: string) => boolean = () => true): FlightDay {
		const flights = this.world.carriers.flights.filter((each) => fits(each.from.country));
		return flightDay(this.random.pick(flights.length > 0 ? flights : this.world.carriers.flights), day);
	}

	/** Books a party and puts it on board. */
	fly(when: FlightDay, party: Party): void {
		const seats = party.seats.map((seat) => ({ ...seat, plotIds: [this.plotId] }));
		addTo(this.#aboard.parties, aboardKey(when.day, when.flight.index), { ...party, seats });
	}

	send(message: Message): void {
		this.#outbox.send({ ...message, at: this.within(message.at), plotIds: [this.plotId] });
	}

	events(events: readonly TimedEvent[]): void {
		sendEvents(
			this.#outbox,
			events.filter((event) => event.at >= this.#from && event.at < this.#until),
			[this.plotId],
		);
	}

	/** A bank reports. Transactions after the report are moved before it. */
	report(at: number, suspicion: Omit<Suspicion, 'salt' | 'at' | 'plotIds'>): void {
		const sentAt = this.within(at);
		this.send(
			suspicionMessage(this.world, {
				...suspicion,
				paid: suspicion.paid.map((paid) => ({ ...paid, at: Math.min(paid.at, sentAt - HOUR_MS) })),
				salt: 100_000 + ((this.#salt * 16 + this.#reports++) % 900_000),
				at: sentAt,
			}),
		);
	}

	/** Somebody whom only this plot knows. */
	person(wishes: PersonWishes = {}): SimulatedPerson {
		return personOf(this.world.seed, 9_000_000_000 + this.#salt * 64 + this.#people++, {
			age: [22, 58],
			...wishes,
		});
	}

	/** A company that only this plot knows. */
	company(country: string): Company {
		return companyOf(this.world.seed, STREAM.plots, this.#salt * 64 + this.#companies++, country);
	}

	/** A trader at home that only this plot knows. */
	newTrader(goods: readonly Goods[], partner: Company): Trader {
		const company = this.company('NO');
		return {
			...company,
			number: 8_000 + (company.number % 1_900),
			weight: 1,
			goods,
			partners: [partner],
			broker: this.random.whole(0, 23),
			exports: [],
		};
	}

	/** An established trader, not one of the largest. */
	trader(): Trader {
		const { traders } = this.world.companies;
		return this.random.pick(traders.filter((each) => each.weight < 12));
	}

	goodsWhere(fits: (goods: Goods) => boolean): Goods {
		return this.random.pick(GOODS.filter(fits));
	}
}

/** Every line of a consignment altered. */
export const withLines = (consignment: Consignment, alter: (line: Line) => Line): Consignment => ({
	...consignment,
	lines: consignment.lines.map(alter),
});

/** Kroner for what the lines cost. */
export const kronerOf = (consignment: Consignment): number =>
	consignment.lines.reduce((sum, line) => sum + line.price, 0) * consignment.rate;

/** Parties as the truth names them. */
export const companyParty = (role: string, company: Company) => ({
	role,
	name: company.name,
	identifier: company.identifier.value,
});
export const personParty = (role: string, person: SimulatedPerson) => ({
	role,
	name: person.full,
	identifier: person.passport.value,
});

/**
 * Legs, tickets, payments and bags of a booking: one segment in, the part of the contract that it fills.
 */
import type { Leg, Money } from '../../../../contract/records/common.ts';
import type { Booking, Payment, Ticket } from '../../../../contract/records/travel.ts';
import { multiplyDecimals, parseDecimal } from '../../../values/decimal.ts';
import { component, elementOf, type Segment } from '../edifact/segment.ts';
import { addBounded, asCode, asCount, asText, placeFrom } from '../edifact/values.ts';
import { readDay, readDayTime } from './codes.ts';
import type { BookingDraft, TravellerDraft } from './draft.ts';

/** TVL: day and time of departure and arrival, from, to, carrier, number and class. */
export function readLeg(tvl: Segment, year: number): Leg {
	const [day = '', time = '', second = '', third = ''] = elementOf(tvl, 0).map((part) => part.trim());
	const leg: Leg = {};
	const departsAt = readDayTime(day, time, year);
	if (departsAt !== undefined) leg.departsAt = departsAt;
	// The arrival's day may be missing, and with it its component: `200220:0040:0710`.
	const arrivalDay = readDay(second, year) === undefined ? day : second;
	const arrivalTime = readDay(second, year) === undefined && second !== '' ? second : third;
	const arrivesAt = arrivalTime === '' ? undefined : readDayTime(arrivalDay, arrivalTime, year);
	if (arrivesAt !== undefined) leg.arrivesAt = arrivesAt;
	const from = placeFrom(component(tvl, 1), undefined);
	const to = placeFrom(component(tvl, 2), undefined);
	if (from !== undefined) leg.from = from;
	if (to !== undefined) leg.to = to;
	const set = (
		key: 'carrier' | 'operatingCarrier' | 'number' | 'bookingClass',
		value: string | undefined,
	): void => {
		if (value !== undefined) leg[key] = value;
	};
	set('carrier', asCode(component(tvl, 3)));
	set('operatingCarrier', asCode(component(tvl, 3, 1)));
	set('number', asCode(component(tvl, 4)));
	set('bookingClass', asCode(component(tvl, 4, 1)));
	return leg;
}

/** TRA: the carrier that operates the leg and its own number. */
export function readOperating(leg: Leg, tra: Segment): void {
	const carrier = asCode(component(tra, 0));
	const number = asCode(component(tra, 1));
	if (carrier !== undefined) leg.operatingCarrier = carrier;
	if (number !== undefined) leg.operatingNumber = number;
}

const moneyOf = (amount: string, currency: string): Money | undefined => {
	const exact = parseDecimal(amount);
	const code = asCode(currency);
	return exact === undefined
		? undefined
		: { amount: exact, ...(code === undefined ? {} : { currency: code }) };
};

/** TKT begins a ticket; MON, PTK and TXD add to the last one. */
export function readTicket(traveller: TravellerDraft, segment: Segment, year: number): void {
	if (segment.tag === 'TKT') {
		const ticket: Ticket = {};
		const number = asText(component(segment, 0));
		const type = asCode(component(segment, 0, 1));
		if (number !== undefined) ticket.number = number;
		if (type !== undefined) ticket.type = type;
		addBounded(traveller.tickets, ticket, 50);
		return;
	}
	const ticket = traveller.tickets.at(-1);
	if (ticket === undefined) return;
	if (segment.tag === 'MON') {
		for (let index = 0; index < segment.elements.length; index++) {
			const money = moneyOf(component(segment, index, 1), component(segment, index, 2));
			const qualifier = component(segment, index, 0);
			if (money === undefined) continue;
			if (qualifier === 'T') ticket.total = money;
			else if (qualifier === 'B') ticket.fare = money;
		}
	} else if (segment.tag === 'PTK') {
		const issuedOn = readDay(component(segment, 2), year);
		const issuedAt = placeFrom(component(segment, 5), undefined);
		if (issuedOn !== undefined) ticket.issuedOn ??= issuedOn;
		if (issuedAt !== undefined) ticket.issuedAt = issuedAt;
	} else {
		const taxes: NonNullable<Ticket['taxes']> = [];
		for (let index = 1; index < segment.elements.length; index++) {
			const amount = moneyOf(component(segment, index, 0), component(segment, index, 2));
			const type = asCode(component(segment, index, 3));
			if (amount !== undefined) addBounded(taxes, { amount, ...(type === undefined ? {} : { type }) }, 99);
		}
		if (taxes.length > 0) ticket.taxes = taxes;
	}
}

/** FAR: the fare basis is the last element that says anything. */
export function readFare(traveller: TravellerDraft, far: Segment): void {
	const basis = asText(component(far, 5)) ?? asText(component(far, 6));
	const ticket = traveller.tickets.at(-1);
	if (basis === undefined) return;
	if (ticket === undefined) addBounded(traveller.tickets, { fareBasis: basis }, 50);
	else ticket.fareBasis = basis;
}

/** FOP: form, amount, card. Of a card's number only the last four digits are kept, whatever the carrier sent. */
export function readPayments(payments: Payment[], fop: Segment): void {
	for (let index = 0; index < fop.elements.length; index++) {
		const form = asCode(component(fop, index, 0));
		if (form === undefined) continue;
		const payment: Payment = { form };
		const amount = moneyOf(component(fop, index, 2), '');
		const cardType = asCode(component(fop, index, 3));
		const lastFour = /(\d{4})$/.exec(component(fop, index, 4))?.[1];
		const expires = asCode(component(fop, index, 5));
		if (amount !== undefined) payment.amount = amount;
		if (cardType !== undefined) payment.cardType = cardType;
		if (lastFour !== undefined) payment.cardLastFour = lastFour;
		if (expires !== undefined) payment.cardExpires = expires;
		addBounded(payments, payment, 20);
	}
}

const POUND_KG = '0.45359237';

type Weighed = { count: number | undefined; massKg: string | undefined };

/** `2:34:700`: pieces, mass and its unit (700 kilograms, 701 pounds). */
function weighed(tbd: Segment): Weighed {
	const mass = parseDecimal(component(tbd, 1, 1));
	const pounds = component(tbd, 1, 2) === '701';
	return {
		count: asCount(component(tbd, 1)),
		massKg: mass === undefined ? undefined : pounds ? multiplyDecimals(mass, POUND_KG) : mass,
	};
}

/** TBD of a traveller: bags with their tags. A tag with a count stands for a series of consecutive numbers. */
export function readBags(traveller: TravellerDraft, tbd: Segment): void {
	const { count, massKg } = weighed(tbd);
	traveller.bagsSeen = true;
	traveller.bagCount += count ?? 0;
	if (massKg !== undefined) traveller.bagMassKg = massKg;
	for (let index = 2; index < tbd.elements.length; index++) {
		const tag = asCode(component(tbd, index, 1));
		if (tag === undefined || !/\d{4}/.test(tag)) continue;
		const carrier = asCode(component(tbd, index, 0)) ?? '';
		addBounded(traveller.bagTags, `${carrier}${tag}`, 200);
	}
}

/** TBD of the booking: pooled bags. */
export function readTotals(draft: BookingDraft, tbd: Segment): void {
	const { count, massKg } = weighed(tbd);
	if (count === undefined && massKg === undefined) return;
	const bags: NonNullable<Booking['bagsTotal']> = {};
	if (count !== undefined) bags.count = count;
	if (massKg !== undefined) bags.massKg = massKg;
	draft.bags = bags;
}

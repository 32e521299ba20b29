/**
 * Travel: passenger lists (API, UN/EDIFACT PAXLST) and bookings (PNR, IATA/ICAO PNRGOV).
 * Sensitive data of a booking (meals, health, free text that reveals them) are never parsed into fields.
 */
import { z } from 'zod';
import {
	address,
	code,
	contact,
	date,
	dateTime,
	decimal,
	identifier,
	leg,
	money,
	party,
	person,
	place,
	text,
	transportMeans,
} from './common.ts';

export const traveller = z.strictObject({
	number: z.number().int().positive(),
	type: z.enum(['passenger', 'crew', 'in-transit-passenger', 'in-transit-crew', 'other']),
	person,
	/** Passport, identity card, visa … in the order given. */
	documents: z.array(identifier).max(20).optional(),
	/** Ticket, passport control, redress numbers and the like, by the qualifier of the message. */
	references: z
		.array(z.strictObject({ type: code, value: text }))
		.max(50)
		.optional(),
	/** Booking reference (record locator). */
	bookingReference: code.optional(),
	seat: code.optional(),
	bags: z
		.strictObject({
			count: z.number().int().optional(),
			massKg: decimal.optional(),
			tags: z.array(code).max(200).optional(),
		})
		.optional(),
	embarks: place.optional(),
	disembarks: place.optional(),
	clears: place.optional(),
	address: address.optional(),
	contacts: z.array(contact).max(20).optional(),
});

export const passengerList = z.strictObject({
	kind: z.literal('passenger-list'),
	/** Flight, day and message reference; the same for every version of one list. */
	reference: text,
	function: z.enum(['original', 'amendment', 'cancellation', 'close-out', 'change-itinerary']),
	listType: z.enum(['passengers', 'crew', 'gate-pass', 'close-out', 'other']),
	documentCode: code.optional(),
	messageReference: text.optional(),
	sender: text.optional(),
	receiver: text.optional(),
	preparedAt: dateTime.optional(),
	mode: z.enum(['air', 'sea', 'rail', 'road', 'unknown']).optional(),
	carrier: code.optional(),
	reporter: party.optional(),
	/** Vessel, train or vehicle, where the list names it (not for flights). */
	transport: transportMeans.optional(),
	legs: z.array(leg).max(50),
	travellers: z.array(traveller).max(20_000),
	/** Count that the message states (CNT 42). */
	declaredCount: z.number().int().nonnegative().optional(),
});

export const ticket = z.strictObject({
	number: text.optional(),
	type: code.optional(),
	fare: money.optional(),
	total: money.optional(),
	taxes: z
		.array(z.strictObject({ type: code.optional(), amount: money }))
		.max(99)
		.optional(),
	issuedOn: date.optional(),
	issuedAt: place.optional(),
	fareBasis: text.optional(),
});

export const payment = z.strictObject({
	/** CA cash, CC card, CK cheque, MS other … as in the message. */
	form: code,
	amount: money.optional(),
	cardType: code.optional(),
	/** As received: carriers mask it. Kept only to its last four digits. */
	cardLastFour: z
		.string()
		.regex(/^\d{4}$/)
		.optional(),
	cardExpires: code.optional(),
	holder: text.optional(),
});

export const bookedTraveller = z.strictObject({
	number: z.number().int().positive(),
	/** Reference of the traveller inside the booking, as given. */
	tattoo: code.optional(),
	type: z.enum(['adult', 'child', 'infant', 'unknown']).optional(),
	person,
	documents: z.array(identifier).max(20).optional(),
	addresses: z.array(address).max(10).optional(),
	contacts: z.array(contact).max(30).optional(),
	loyalty: z
		.array(z.strictObject({ carrier: code, number: code.optional(), level: code.optional() }))
		.max(10)
		.optional(),
	tickets: z.array(ticket).max(50).optional(),
	payments: z.array(payment).max(20).optional(),
	seats: z
		.array(z.strictObject({ seat: code, from: code.optional(), to: code.optional() }))
		.max(50)
		.optional(),
	bags: z
		.strictObject({
			count: z.number().int().optional(),
			massKg: decimal.optional(),
			tags: z.array(code).max(200).optional(),
		})
		.optional(),
	boarded: z.boolean().optional(),
});

export const booking = z.strictObject({
	kind: z.literal('booking'),
	/** Record locator with carrier and creation day where given. */
	reference: text,
	locators: z
		.array(z.strictObject({ carrier: code.optional(), locator: code, createdAt: dateTime.optional() }))
		.max(50),
	function: z.enum(['original', 'update', 'cancellation']),
	messageReference: text.optional(),
	sender: text.optional(),
	receiver: text.optional(),
	preparedAt: dateTime.optional(),
	bookedAt: dateTime.optional(),
	changedAt: dateTime.optional(),
	/** The flight for which the message was sent. */
	flight: leg.optional(),
	agency: z
		.strictObject({
			carrier: code.optional(),
			place: code.optional(),
			iataNumber: code.optional(),
			country: code.optional(),
			currency: code.optional(),
			agent: code.optional(),
		})
		.optional(),
	legs: z.array(leg).max(100),
	travellers: z.array(bookedTraveller).max(1_000),
	addresses: z.array(address).max(50).optional(),
	contacts: z.array(contact).max(100).optional(),
	payments: z.array(payment).max(50).optional(),
	/** Split or divided from these bookings. */
	splitFrom: z.array(code).max(20).optional(),
	bagsTotal: z.strictObject({ count: z.number().int().optional(), massKg: decimal.optional() }).optional(),
	/** History lines as received, newest first as the carrier sends them; never parsed further. */
	history: z.array(text).max(2_000).optional(),
	remarks: z
		.array(z.strictObject({ type: code.optional(), text }))
		.max(2_000)
		.optional(),
	/** Special services: code, status, carrier. Texts only where they are not sensitive. */
	services: z
		.array(
			z.strictObject({
				code,
				status: code.optional(),
				carrier: code.optional(),
				traveller: code.optional(),
				text: text.optional(),
			}),
		)
		.max(2_000)
		.optional(),
});

export type PassengerList = z.infer<typeof passengerList>;
export type Traveller = z.infer<typeof traveller>;
export type Booking = z.infer<typeof booking>;
export type BookedTraveller = z.infer<typeof bookedTraveller>;
export type Ticket = z.infer<typeof ticket>;
export type Payment = z.infer<typeof payment>;

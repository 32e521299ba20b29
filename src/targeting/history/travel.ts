/**
 * Travel: what passenger lists and bookings leave in history, and whether somebody travels under two names. Lists and
 * bookings come in several versions; the same person, document or booking within three days is one event.
 */
import type { Person } from '../../../contract/records/common.ts';
import type { Booking, PassengerList, Traveller } from '../../../contract/records/travel.ts';
import { personTokens } from '../../values/name-key.ts';
import { isPlaceholderName } from '../../values/placeholder.ts';
import {
	agencyKeyOf,
	bookingKeyOf,
	bookingKeysOf,
	documentKeyOf,
	personKeyOf,
	travellerKeysOf,
} from '../facts/keys.ts';
import { pairKey } from './chains.ts';
import type { Events } from './events.ts';
import type { EventName } from './kinds.ts';
import { hashOf } from './model.ts';

/** Days within which a message about the same thing is another version of it. */
const SAME_DAYS = 3;
/** Days for which a locator stands for one booking, and documents of one person are compared. */
const BOOKING_DAYS = 400;
/** Days from the message about a booking to the list, where only the name joins them. */
const SAME_NAME_DAYS = 10;
/** Travellers of a booking whose names are kept. */
const MOST_NAMES = 9;
/** Contacts of a booking that are followed; a number of an agency has many bookings and says nothing. */
const MOST_CONTACTS = 8;
const MOST_SHARING = 40;
/** Documents of one traveller that are kept. */
const MOST_DOCUMENTS = 4;

/** Records an event unless the key had the same partner within the last days. */
function recordOnce(
	events: Events,
	kind: EventName,
	key: number,
	minute: number,
	amount: number,
	partner: number,
): void {
	if (!events.partners(kind, key, minute, SAME_DAYS).includes(partner))
		events.record(kind, key, minute, amount, partner);
}

const hashOrNone = (key: string | undefined): number => (key === undefined ? 0 : hashOf(key));

/** Day of birth of a traveller; 0 where it is not stated. */
const birthOf = ({ person }: Traveller): number =>
	person.bornOn === undefined ? 0 : hashOf(`born:${person.bornOn}`);

const documentsOf = ({ documents }: Traveller): number[] =>
	(documents ?? [])
		.slice(0, MOST_DOCUMENTS)
		.map((document) => hashOrNone(documentKeyOf(document)))
		.filter((hash) => hash !== 0);

/** Key of a name in a booking, for lists that do not say under which locator somebody travels. */
const bookedNameOf = ({ name }: Person): number => {
	const tokens = isPlaceholderName(name.full) ? [] : personTokens(name.full);
	return tokens.length < 2 ? 0 : hashOf(`booked:${tokens.join(' ')}`);
};

/** The contacts and cards with which a traveller's journey was booked, and those that she gave herself. */
function contactsOf(events: Events, traveller: Traveller, minute: number): number[] {
	const contacts = travellerKeysOf(traveller)
		.filter((key) => key.startsWith('phone:') || key.startsWith('email:'))
		.map(hashOf);
	const locator = bookingKeyOf(traveller.bookingReference);
	const booking = locator === undefined ? bookedNameOf(traveller.person) : hashOf(locator);
	const days = locator === undefined ? SAME_NAME_DAYS : BOOKING_DAYS;
	const booked = booking === 0 ? [] : events.partners('contact-of-booking', booking, minute, days);
	return [...new Set([...contacts, ...booked])].slice(0, MOST_CONTACTS);
}

export function seePassengerList(events: Events, list: PassengerList, minute: number): void {
	if (list.function === 'cancellation') return;
	const leg = list.legs.find(({ border }) => border === true) ?? list.legs[0];
	const journey = hashOf(`${leg?.carrier ?? list.carrier ?? ''}${leg?.number ?? ''}`);
	for (const traveller of list.travellers) {
		const person = hashOrNone(personKeyOf(traveller.person));
		const birth = birthOf(traveller);
		if (person !== 0) recordOnce(events, 'journey-of-person', person, minute, 0, journey);
		const documents = documentsOf(traveller);
		for (const document of documents) {
			if (birth !== 0) recordOnce(events, 'person-of-document', document, minute, 0, birth);
			if (person !== 0) recordOnce(events, 'document-of-person', person, minute, 0, document);
		}
		if (birth === 0 || person === 0 || documents.length === 0) continue;
		for (const contact of contactsOf(events, traveller, minute))
			for (const document of documents)
				recordOnce(
					events,
					'document-of-contact-and-birth',
					pairKey(contact, birth),
					minute,
					person,
					document,
				);
	}
}

export function seeBooking(events: Events, booking: Booking, minute: number): void {
	if (booking.function === 'cancellation') return;
	const reference = hashOf(`booking:${booking.locators[0]?.locator ?? booking.reference}`);
	const agency = agencyKeyOf(booking);
	if (agency !== undefined) recordOnce(events, 'booking-by-agency', hashOf(agency), minute, 0, reference);
	const keys = bookingKeysOf(booking);
	const names = booking.travellers.slice(0, MOST_NAMES).map(({ person }) => bookedNameOf(person));
	const bookings = keys.filter((key) => key.startsWith('booking:')).map(hashOf);
	for (const name of names) if (name !== 0) bookings.push(name);
	for (const key of keys) {
		if (key.startsWith('booking:')) continue;
		const contact = hashOf(key);
		recordOnce(
			events,
			key.startsWith('card:') ? 'booking-by-payer' : 'booking-by-contact',
			contact,
			minute,
			0,
			reference,
		);
		for (const each of bookings) recordOnce(events, 'contact-of-booking', each, minute, 0, contact);
	}
}

/** Documents of travellers of another name, born on the same day and booked through the same contact or card. */
export function otherIdentities(events: Events, traveller: Traveller, now: number): number {
	const birth = birthOf(traveller);
	const person = hashOrNone(personKeyOf(traveller.person));
	if (birth === 0 || person === 0) return 0;
	const own = documentsOf(traveller);
	const others = new Set<number>();
	for (const contact of contactsOf(events, traveller, now)) {
		const bookings =
			events.totals('booking-by-contact', contact, now, BOOKING_DAYS).count +
			events.totals('booking-by-payer', contact, now, BOOKING_DAYS).count;
		if (bookings > MOST_SHARING) continue;
		for (const [document, name] of events.partnersWithAmounts(
			'document-of-contact-and-birth',
			pairKey(contact, birth),
			now,
			BOOKING_DAYS,
		))
			if (name !== person && !own.includes(document)) others.add(document);
	}
	return others.size;
}

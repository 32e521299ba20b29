/**
 * What is known of one booking while its segments are read, and how it becomes a record.
 * Facts about travellers arrive in any order (names, documents, seats, bags) and are joined by the reference that the
 * message gives each traveller (TIF, third component).
 */
import type { Address, Contact, Identifier, Leg } from '../../../../contract/records/common.ts';
import type { BookedTraveller, Booking, Payment, Ticket } from '../../../../contract/records/travel.ts';
import type { Findings } from '../edifact/defect.ts';
import { addBounded } from '../edifact/values.ts';
import { splitTitle } from './codes.ts';
import type { TravelDocument } from './special-services.ts';

export const MAX_TRAVELLERS = 1_000;
export const MAX_HISTORY = 2_000;

export type TravellerDraft = {
	tattoo: string;
	family: string;
	given: string;
	type: BookedTraveller['type'];
	documents: Identifier[];
	facts: TravelDocument;
	birthPlace?: string;
	addresses: Address[];
	contacts: Contact[];
	loyalty: NonNullable<BookedTraveller['loyalty']>;
	tickets: Ticket[];
	payments: Payment[];
	seats: NonNullable<BookedTraveller['seats']>;
	bagCount: number;
	bagMassKg: string | undefined;
	bagTags: string[];
	bagsSeen: boolean;
	boarded: boolean | undefined;
};

export type BookingDraft = {
	findings: Findings;
	locators: Booking['locators'];
	changedAt: string | undefined;
	agency: Booking['agency'];
	travellers: TravellerDraft[];
	legs: Leg[];
	addresses: Address[];
	contacts: Contact[];
	payments: Payment[];
	splitFrom: string[];
	history: string[];
	remarks: NonNullable<Booking['remarks']>;
	services: NonNullable<Booking['services']>;
	bags: Booking['bagsTotal'];
	/** Facts of a traveller that were read before the traveller was named, by reference. */
	early: Map<string, TravelDocument[]>;
	sensitive: number;
	travellersLeftOut: number;
};

export const newBooking = (findings: Findings): BookingDraft => ({
	findings,
	locators: [],
	changedAt: undefined,
	agency: undefined,
	travellers: [],
	legs: [],
	addresses: [],
	contacts: [],
	payments: [],
	splitFrom: [],
	history: [],
	remarks: [],
	services: [],
	bags: undefined,
	early: new Map(),
	sensitive: 0,
	travellersLeftOut: 0,
});

export const newTraveller = (
	family: string,
	given: string,
	tattoo: string,
	type: BookedTraveller['type'],
): TravellerDraft => ({
	tattoo,
	family,
	given,
	type,
	documents: [],
	facts: {},
	addresses: [],
	contacts: [],
	loyalty: [],
	tickets: [],
	payments: [],
	seats: [],
	bagCount: 0,
	bagMassKg: undefined,
	bagTags: [],
	bagsSeen: false,
	boarded: undefined,
});

/** The traveller that a reference means; the only one where there is only one; undefined where it is not clear. */
export function travellerBy(draft: BookingDraft, reference: string): TravellerDraft | undefined {
	const main = reference.split('.')[0];
	const found =
		draft.travellers.find((each) => each.tattoo === reference) ??
		draft.travellers.find((each) => reference !== '' && each.tattoo.split('.')[0] === main);
	return found ?? (reference === '' && draft.travellers.length === 1 ? draft.travellers[0] : undefined);
}

/** Adds what a travel document says; the first one that says something wins, further documents are kept beside it. */
export function addDocument(traveller: TravellerDraft, document: TravelDocument): void {
	const { identifier } = document;
	if (
		identifier !== undefined &&
		!traveller.documents.some((each) => each.scheme === identifier.scheme && each.value === identifier.value)
	)
		addBounded(traveller.documents, identifier, 20);
	traveller.facts = { ...document, ...traveller.facts };
}

/** The finished traveller. The name is the booking's; that of the document is an alias where it says something else. */
export function finishTraveller(draft: TravellerDraft, number: number): BookedTraveller {
	const { facts } = draft;
	const { given, title } = splitTitle(draft.given, facts.sex);
	const full =
		[given, draft.family].filter((part) => part !== '').join(' ') ||
		[facts.given, facts.family].filter((part) => part !== undefined).join(' ') ||
		'UNKNOWN';
	const documentGiven = facts.given === undefined ? undefined : splitTitle(facts.given, facts.sex).given;
	const documented = [documentGiven, facts.middle, facts.family]
		.filter((part) => part !== undefined)
		.join(' ');
	const person: BookedTraveller['person'] = { name: { full } };
	if (draft.family !== '') person.name.family = draft.family;
	if (given !== '') person.name.given = given;
	if (title !== undefined) person.name.title = title;
	if (facts.middle !== undefined && documentGiven === given) person.name.middle = facts.middle;
	else if (documented !== '' && documented !== full) person.name.aliases = [documented];
	if (facts.sex !== undefined) person.sex = facts.sex;
	if (facts.bornOn !== undefined) person.bornOn = facts.bornOn;
	if (facts.nationality !== undefined) person.nationalities = [facts.nationality];
	if (draft.birthPlace !== undefined) person.birthPlace = draft.birthPlace;
	const traveller: BookedTraveller = { number, person };
	if (draft.tattoo !== '') traveller.tattoo = draft.tattoo;
	if (draft.type !== undefined) traveller.type = draft.type;
	if (draft.documents.length > 0) traveller.documents = draft.documents;
	if (draft.addresses.length > 0) traveller.addresses = draft.addresses;
	if (draft.contacts.length > 0) traveller.contacts = draft.contacts;
	if (draft.loyalty.length > 0) traveller.loyalty = draft.loyalty;
	if (draft.tickets.length > 0) traveller.tickets = draft.tickets;
	if (draft.payments.length > 0) traveller.payments = draft.payments;
	if (draft.seats.length > 0) traveller.seats = draft.seats;
	if (draft.bagsSeen) {
		traveller.bags = { count: draft.bagCount };
		if (draft.bagMassKg !== undefined) traveller.bags.massKg = draft.bagMassKg;
		if (draft.bagTags.length > 0) traveller.bags.tags = draft.bagTags;
	}
	if (draft.boarded !== undefined) traveller.boarded = draft.boarded;
	return traveller;
}

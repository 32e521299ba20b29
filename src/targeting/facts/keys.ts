/**
 * Keys by which history knows parties, persons, documents, addresses, accounts and things. In: parts of records as declared.
 * Out: `scheme:value` in one form, so that spellings of one number meet; nothing for placeholders. Two parties can share a
 * key and one party can have several: who is who is decided by resolution, not here. Keys leave memory as hashes only.
 */
import type { Address, Contact, Identifier, Party, Person } from '../../../contract/records/common.ts';
import type {
	ReportedAccount,
	ReportedEntity,
	ReportedPerson,
} from '../../../contract/records/reported-subjects.ts';
import type { BookedTraveller, Booking, Payment, Traveller } from '../../../contract/records/travel.ts';
import { isCountry, toAlpha2 } from '../../values/country.ts';
import {
	bare,
	normaliseAccount,
	normaliseContainer,
	normaliseEmail,
	normalisePhone,
	normaliseVessel,
	schemeOf,
} from '../../values/identifier-text.ts';
import { companyTokens, nameTokens, personKey } from '../../values/name-key.ts';
import { isPlaceholder, isPlaceholderName } from '../../values/placeholder.ts';
import { isPlate, normalisePlate } from '../../values/plate.ts';
import { traderKey } from '../../values/trader-key.ts';
import type { HistoryKey } from '../knowledge.ts';

/** Numbers that the same firm writes under several names: EORI, VAT and register number are often one number. */
const FIRM_SCHEMES: ReadonlySet<string> = new Set(['eori', 'tax', 'company-register']);
/** Documents to travel with. A visa or a ticket names no person. */
const DOCUMENT_SCHEMES: ReadonlySet<string> = new Set([
	'passport',
	'identity-card',
	'travel-document',
	'crew-member-certificate',
	'refugee-travel-document',
]);
/** Numbers that say something only to the one who gave them out. */
const PRIVATE_SCHEMES: ReadonlySet<string> = new Set(['local', 'visa', 'ticket', 'other', 'loyalty']);

/** Things that several parties may share; whoever has one is half a step from it. */
const SHARED_SCHEMES: ReadonlySet<string> = new Set(['address', 'phone', 'email', 'booking', 'card']);

/** True for an address, a contact, a booking or a card: what says with whom somebody is, not who. */
export const isSharedKey = (key: HistoryKey): boolean => SHARED_SCHEMES.has(key.slice(0, key.indexOf(':')));

/** Longer texts are no addresses. */
const LONGEST_ADDRESS = 1_000;

const countryOf = (code: string | undefined): string => (code === undefined ? '' : (toAlpha2(code) ?? code));

const keyOf = (scheme: string, value: string | undefined): HistoryKey | undefined =>
	value === undefined || value === '' ? undefined : `${scheme}:${value}`;

/**
 * What was worked out lately: facts and history ask for the same parts of a record, and records name the same traders. Plain
 * maps that are emptied when full: weak ones cost the collector of garbage more than they save here.
 */
const partsInHand = new Map<object, readonly HistoryKey[]>();
const MOST_PARTS = 1_024;
/** By the first number or name. */
const partiesInHand = new Map<string, { party: Party; readonly keys: readonly HistoryKey[] }>();
const MOST_PARTIES = 8_192;

function remembered(part: object, make: (keys: Set<HistoryKey>) => void): readonly HistoryKey[] {
	let keys = partsInHand.get(part);
	if (keys === undefined) {
		const made = new Set<HistoryKey>();
		make(made);
		keys = [...made];
		if (partsInHand.size >= MOST_PARTS) partsInHand.clear();
		partsInHand.set(part, keys);
	}
	return keys;
}

/** Whether two parties say the same of all that keys are made of. */
function saysTheSame(a: Party, b: Party): boolean {
	return (
		a.name === b.name &&
		a.kind === b.kind &&
		a.person === undefined &&
		b.person === undefined &&
		isSameAddress(a.address, b.address) &&
		isSameList(
			a.identifiers,
			b.identifiers,
			(one, other) => one.value === other.value && one.scheme === other.scheme && one.issuer === other.issuer,
		) &&
		isSameList(a.contacts, b.contacts, (one, other) => one.value === other.value && one.kind === other.kind)
	);
}

const isSameAddress = (a: Address | undefined, b: Address | undefined): boolean =>
	a?.postcode === b?.postcode &&
	a?.city === b?.city &&
	a?.country === b?.country &&
	isSameList(a?.lines, b?.lines, (one, other) => one === other);

function isSameList<Member>(
	a: readonly Member[] | undefined,
	b: readonly Member[] | undefined,
	isSame: (one: Member, other: Member) => boolean,
): boolean {
	if (a === undefined || b === undefined) return a === b;
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at++) if (!isSame(a[at]!, b[at]!)) return false;
	return true;
}

const add = (keys: Set<HistoryKey>, key: HistoryKey | undefined): void => {
	if (key !== undefined) keys.add(key);
};

/**
 * Number of a firm with its country before it, whatever kind of number it is said to be: `NO 999 888 777 MVA` as VAT,
 * `NO999888777` as EORI and `999888777` from the register of Norway are one.
 */
function firmKey(value: string, country: string): HistoryKey | undefined {
	const number = bare(value, 5)?.replace(/(?:MVA|MWST|TVA|IVA)$/, '');
	if (number === undefined) return undefined;
	const prefix = number.slice(0, 2);
	const whole = isCountry(prefix) || country === '' || number.startsWith(country) ? number : country + number;
	// British EORI numbers are the VAT number with three zeros after it.
	return `firm:${/^GB\d{9}000$/.test(whole) ? whole.slice(0, 11) : whole}`;
}

/** Key of a travel document. Numbers are unique within their issuer only. */
export function documentKeyOf(document: Identifier): HistoryKey | undefined {
	if (!DOCUMENT_SCHEMES.has(document.scheme)) return undefined;
	const number = bare(document.value, 5);
	return number === undefined ? undefined : `document:${number}/${countryOf(document.issuer)}`;
}

/** Name and day of birth; undefined where either is missing. */
export const personKeyOf = (person: Person): HistoryKey | undefined =>
	isPlaceholderName(person.name.full)
		? undefined
		: keyOf('person', personKey(person.name.full, person.bornOn));

function addIdentifiers(
	keys: Set<HistoryKey>,
	identifiers: readonly Identifier[] | undefined,
	country: string,
): void {
	for (const identifier of identifiers ?? []) {
		const scheme = schemeOf(identifier.scheme);
		if (FIRM_SCHEMES.has(scheme))
			add(
				keys,
				firmKey(identifier.value, identifier.issuer === undefined ? country : countryOf(identifier.issuer)),
			);
		else if (DOCUMENT_SCHEMES.has(scheme)) add(keys, documentKeyOf(identifier));
		else if (!PRIVATE_SCHEMES.has(scheme)) add(keys, keyOf(scheme, bare(identifier.value)));
	}
}

/** Name of a firm with its country: `name:TOKENS/CC`, as profiles have it. */
const firmNameKey = (name: string | undefined, country: string): HistoryKey | undefined =>
	name === undefined || isPlaceholderName(name)
		? undefined
		: keyOf('name', `${companyTokens(name).join(' ')}/${country}`);

function addContacts(keys: Set<HistoryKey>, contacts: readonly Contact[] | undefined): void {
	for (const contact of contacts ?? []) add(keys, contactKeyOf(contact));
}

/** Key of a telephone number or an e-mail address. */
export function contactKeyOf({ kind, value }: Contact): HistoryKey | undefined {
	if (kind === 'email' || value.includes('@')) return keyOf('email', normaliseEmail(value));
	return kind === 'phone' || kind === 'fax' ? keyOf('phone', normalisePhone(value)) : undefined;
}

/** Key of an address with a street or box; a town alone is nobody's address. */
export function addressKeyOf({ lines, postcode, city, country }: Address): HistoryKey | undefined {
	const street = (lines ?? []).filter((line) => !isPlaceholder(line)).join(' ');
	if (street === '' || street.length > LONGEST_ADDRESS) return undefined;
	const tokens = nameTokens(street);
	const town = bare(postcode, 2) ?? nameTokens(city ?? '').join(' ');
	return tokens.length === 0 || town === ''
		? undefined
		: `address:${tokens.sort().join(' ')}/${town}/${countryOf(country)}`;
}

/**
 * Keys of a party of goods, the one that profiles have first; address and contacts last.
 * @returns none where it says nothing that tells it apart.
 */
export function partyKeysOf(party: Party): readonly HistoryKey[] {
	const text = party.identifiers?.[0]?.value ?? party.name;
	if (text === undefined || party.person !== undefined)
		return remembered(party, (keys) => addParty(keys, party));
	const held = partiesInHand.get(text);
	if (held !== undefined && (held.party === party || saysTheSame(held.party, party))) {
		// It is asked for again and again while its record is in hand, and need not be compared each time.
		held.party = party;
		return held.keys;
	}
	const made = new Set<HistoryKey>();
	addParty(made, party);
	const keys = [...made];
	if (partiesInHand.size >= MOST_PARTIES) partiesInHand.clear();
	partiesInHand.set(text, { party, keys });
	return keys;
}

function addParty(keys: Set<HistoryKey>, party: Party): void {
	const country = countryOf(party.address?.country);
	add(keys, traderKey(party));
	if (party.person !== undefined) add(keys, personKeyOf(party.person));
	addIdentifiers(keys, party.identifiers, country);
	if (party.person === undefined && party.kind !== 'person') add(keys, firmNameKey(party.name, country));
	if (party.address !== undefined) add(keys, addressKeyOf(party.address));
	addContacts(keys, party.contacts);
}

/** Keys of a traveller on a passenger list: person, documents, booking, address, contacts. */
export const travellerKeysOf = (traveller: Traveller): readonly HistoryKey[] =>
	remembered(traveller, (keys) => {
		add(keys, personKeyOf(traveller.person));
		addIdentifiers(keys, traveller.documents, '');
		add(keys, bookingKeyOf(traveller.bookingReference));
		if (traveller.address !== undefined) add(keys, addressKeyOf(traveller.address));
		addContacts(keys, traveller.contacts);
	});

/** Keys of a traveller of a booking; the keys that all of the booking share are `bookingKeysOf`. */
export const bookedTravellerKeysOf = (traveller: BookedTraveller): readonly HistoryKey[] =>
	remembered(traveller, (keys) => {
		add(keys, personKeyOf(traveller.person));
		addIdentifiers(keys, traveller.documents, '');
		for (const { carrier, number } of traveller.loyalty ?? [])
			add(keys, keyOf('loyalty', bare(number === undefined ? undefined : carrier + number)));
		for (const address of traveller.addresses ?? []) add(keys, addressKeyOf(address));
		addContacts(keys, traveller.contacts);
	});

/** Keys of what a booking was made with: locators, contacts, addresses, cards, also where they stand at one traveller. */
export const bookingKeysOf = (booking: Booking): readonly HistoryKey[] =>
	remembered(booking, (keys) => {
		for (const { locator } of booking.locators) add(keys, bookingKeyOf(locator));
		const parts = [booking, ...booking.travellers];
		for (const { contacts } of parts) addContacts(keys, contacts);
		for (const { addresses, payments } of parts) {
			for (const address of addresses ?? []) add(keys, addressKeyOf(address));
			for (const payment of payments ?? []) add(keys, cardKeyOf(payment, booking));
		}
	});

/** Key of a record locator. */
export const bookingKeyOf = (locator: string | undefined): HistoryKey | undefined =>
	keyOf('booking', bare(locator, 5));

/**
 * Key of a card. Four digits are no card: what must come with them is the month of expiry, or else the agency that took it.
 */
export function cardKeyOf(payment: Payment, booking: Booking): HistoryKey | undefined {
	if (payment.cardLastFour === undefined) return undefined;
	const expires = bare(payment.cardExpires);
	const taken = expires === undefined ? bare(booking.agency?.place, 3) : (payment.cardType ?? '') + expires;
	return taken === undefined ? undefined : `card:${payment.cardLastFour}/${taken}`;
}

/** Key of the agency that made a booking. */
export const agencyKeyOf = ({ agency }: Booking): HistoryKey | undefined =>
	keyOf('agency', bare(agency?.iataNumber, 5) ?? bare(agency?.place, 3));

/** Keys of a person of a suspicion report or a cash declaration. */
export const reportedPersonKeysOf = (reported: ReportedPerson): readonly HistoryKey[] =>
	remembered(reported, (keys) => {
		add(keys, personKeyOf(reported.person));
		addIdentifiers(keys, reported.identifiers, countryOf(reported.person.residence));
		add(keys, keyOf('tax', bare(reported.taxNumber)));
		for (const address of reported.addresses ?? []) add(keys, addressKeyOf(address));
		addContacts(keys, reported.contacts);
	});

/** Keys of a firm of a suspicion report. */
export const reportedEntityKeysOf = (entity: ReportedEntity): readonly HistoryKey[] =>
	remembered(entity, (keys) => {
		const country = countryOf(entity.incorporationCountry ?? entity.addresses?.[0]?.country);
		for (const number of [entity.registrationNumber, entity.taxNumber])
			if (number !== undefined) add(keys, firmKey(number, country));
		addIdentifiers(keys, entity.identifiers, country);
		add(keys, firmNameKey(entity.name, country));
		add(keys, firmNameKey(entity.commercialName, country));
		for (const address of entity.addresses ?? []) add(keys, addressKeyOf(address));
		addContacts(keys, entity.contacts);
	});

/** Key of an account. */
export function accountKeyOf(account: ReportedAccount): HistoryKey | undefined {
	const found = normaliseAccount(account);
	return found === undefined ? undefined : `${found.scheme}:${found.value}`;
}

/** Key of a container, a trailer or a wagon. */
export const containerKeyOf = (number: string | undefined): HistoryKey | undefined =>
	keyOf('container', normaliseContainer(number));

/** Key of a vehicle by its plate. */
export const plateKeyOf = (text: string | undefined): HistoryKey | undefined =>
	text === undefined || !isPlate(text) ? undefined : `plate:${normalisePlate(text)}`;

/** Key of a vessel by its IMO number. */
export const vesselKeyOf = (text: string | undefined): HistoryKey | undefined =>
	keyOf('imo', normaliseVessel(text));

/** Key of a bill of lading, an air waybill, a consignment note. */
export const transportDocumentKeyOf = (number: string | undefined): HistoryKey | undefined =>
	keyOf('transport-document', bare(number));

/** Key of a consignment reference (UCR). */
export const consignmentKeyOf = (reference: string | undefined): HistoryKey | undefined =>
	keyOf('consignment', bare(reference, 6));

/** Key of an invoice: its number says something together with who wrote it only. */
export const invoiceKeyOf = (
	number: string | undefined,
	seller: HistoryKey | undefined,
): HistoryKey | undefined => {
	const text = bare(number, 2);
	return text === undefined || seller === undefined ? undefined : `invoice:${text}/${seller}`;
};

/**
 * Keys of a record: identifiers by which records of different documents meet. In: a record. Out: kind, normalised value, place.
 * The same thing written in two ways has one key (spaces, case, leading zeros, missing check digit); a placeholder has none.
 * Bounded: a record gives at most MOST_KEYS keys, each of them once.
 */

import type { CargoReport } from '../../../contract/records/cargo-report.ts';
import type {
	DocumentReference,
	Identifier,
	Party,
	Person,
	TransportMeans,
} from '../../../contract/records/common.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import type {
	CashDeclaration,
	ReportedAccount,
	ReportedEntity,
	ReportedPerson,
	ReportedSubject,
	SuspicionReport,
} from '../../../contract/records/money-reports.ts';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Booking, PassengerList } from '../../../contract/records/travel.ts';
import { parseFlight } from '../../values/flight.ts';
import { schemeOf } from '../../values/identifier-text.ts';
import { personKey } from '../../values/name-key.ts';
import { isPlate, normalisePlate } from '../../values/plate.ts';
import { isTransportDocumentType, travelDocumentSchemes } from './document-types.ts';
import {
	bare,
	flightKeys,
	normaliseAccount,
	normaliseContainer,
	normaliseLocator,
	normaliseReference,
	normaliseSeal,
	normaliseTransportDocument,
	normaliseVessel,
} from './key-values.ts';

export { normaliseContainer, normaliseReference, normaliseTransportDocument } from './key-values.ts';

export const recordKeyKinds = [
	/** Kind and reference of a record: by it an outcome finds what was inspected. */
	'reference',
	'registration-number',
	'consignment-reference',
	'transport-document',
	'container',
	'seal',
	/** IMO number, or `MMSI` and nine digits. */
	'vessel',
	/** Designator and local day of departure: `UA989/2026-03-01`. */
	'flight',
	'plate',
	'travel-document',
	'booking-locator',
	/** IBAN, or institution and number. */
	'account',
	/** Scheme and value: `eori:GB123456789000`. */
	'party-identifier',
	/** Sorted tokens of the name and date of birth: `ANNA ERIKSSON|1974-08-12`. */
	'person',
] as const;

export type RecordKeyKind = (typeof recordKeyKinds)[number];

export type RecordKey = {
	readonly kind: RecordKeyKind;
	/** Normalised; two records meet where kind and value are equal. */
	readonly value: string;
	/** Path into the record. */
	readonly place: string;
};

const MOST_KEYS = 5_000;
const LONGEST_VALUE = 200;

/** Collects keys without repetition up to the bound. */
class KeyRing {
	readonly keys: RecordKey[] = [];
	private readonly seen = new Set<string>();

	add(kind: RecordKeyKind, value: string | undefined, place: string): void {
		if (value === undefined || value === '' || value.length > LONGEST_VALUE || this.keys.length >= MOST_KEYS)
			return;
		const mark = `${kind} ${value}`;
		if (this.seen.has(mark)) return;
		this.seen.add(mark);
		this.keys.push({ kind, value, place });
	}
}

function addTransport(
	ring: KeyRing,
	transport: TransportMeans | undefined,
	place: string,
	day?: string,
): void {
	if (transport === undefined) return;
	const { identity, identityType } = transport;
	ring.add('vessel', normaliseVessel(transport.imo), `${place}.imo`);
	if (identity === undefined) return;
	if (identityType === '10' || (identityType === undefined && transport.mode === 'sea'))
		ring.add('vessel', normaliseVessel(identity), `${place}.identity`);
	if (
		identityType === '30' ||
		identityType === '31' ||
		(identityType === undefined && transport.mode === 'road')
	)
		ring.add('plate', isPlate(identity) ? normalisePlate(identity) : undefined, `${place}.identity`);
	if (day !== undefined && (identityType === '40' || transport.mode === 'air')) {
		const flight = parseFlight(identity);
		if (flight !== undefined) ring.add('flight', `${flight.designator}/${day}`, `${place}.identity`);
	}
}

function addPerson(ring: KeyRing, person: Person, place: string): void {
	ring.add('person', personKey(person.name.full, person.bornOn), `${place}.name`);
}

/** @param shown true for what a traveller shows: any number is then one of a travel document, whatever its kind. */
function addIdentifiers(
	ring: KeyRing,
	identifiers: readonly Identifier[] | undefined,
	place: string,
	shown = false,
): void {
	if (identifiers === undefined) return;
	for (let at = 0; at < identifiers.length; at += 1) {
		const identifier = identifiers[at];
		if (identifier === undefined) continue;
		const value = bare(identifier.value);
		if (value === undefined) continue;
		const here = `${place}[${at}].value`;
		const scheme = identifier.scheme.toLowerCase();
		if (shown || travelDocumentSchemes.has(scheme)) ring.add('travel-document', value, here);
		else if (scheme === 'iban') ring.add('account', value, here);
		else if (scheme !== 'local') ring.add('party-identifier', `${schemeOf(scheme)}:${value}`, here);
	}
}

function addParties(ring: KeyRing, parties: readonly Party[] | undefined, place: string): void {
	if (parties === undefined) return;
	for (let at = 0; at < parties.length; at += 1) {
		const party = parties[at];
		if (party === undefined) continue;
		addIdentifiers(ring, party.identifiers, `${place}[${at}].identifiers`);
		if (party.person !== undefined) addPerson(ring, party.person, `${place}[${at}].person`);
	}
}

function addContainers(ring: KeyRing, containers: readonly string[] | undefined, place: string): void {
	if (containers === undefined) return;
	for (let at = 0; at < containers.length; at += 1)
		ring.add('container', normaliseContainer(containers[at]), `${place}[${at}]`);
}

function addDocuments(
	ring: KeyRing,
	documents: readonly DocumentReference[] | undefined,
	place: string,
	all: boolean,
): void {
	if (documents === undefined) return;
	for (let at = 0; at < documents.length; at += 1) {
		const document = documents[at];
		if (document !== undefined && (all || isTransportDocumentType(document.type)))
			ring.add('transport-document', normaliseTransportDocument(document.number), `${place}[${at}].number`);
	}
}

function addDeclaration(ring: KeyRing, record: Declaration): void {
	ring.add('registration-number', bare(record.registrationNumber), 'registrationNumber');
	ring.add('consignment-reference', bare(record.consignmentReference), 'consignmentReference');
	addDocuments(ring, record.transportDocuments, 'transportDocuments', true);
	addDocuments(ring, record.documents, 'documents', false);
	addDocuments(ring, record.previousDocuments, 'previousDocuments', false);
	addContainers(ring, record.containers, 'containers');
	record.seals?.forEach((seal, at) => {
		ring.add('seal', normaliseSeal(seal), `seals[${at}]`);
	});
	addTransport(ring, record.borderTransport, 'borderTransport', record.arrivesOn);
	addTransport(ring, record.inlandTransport, 'inlandTransport');
	addParties(ring, record.parties, 'parties');
	for (let at = 0; at < record.items.length; at += 1) {
		const item = record.items[at];
		if (item === undefined) continue;
		addContainers(ring, item.containers, `items[${at}].containers`);
		addDocuments(ring, item.documents, `items[${at}].documents`, false);
		addDocuments(ring, item.previousDocuments, `items[${at}].previousDocuments`, false);
		addParties(ring, item.parties, `items[${at}].parties`);
	}
}

function addCargoReport(ring: KeyRing, record: CargoReport): void {
	addTransport(ring, record.transport, 'transport', record.departsAt?.slice(0, 10));
	record.legs?.forEach((leg, at) => {
		for (const flight of flightKeys(leg)) ring.add('flight', flight, `legs[${at}]`);
	});
	addParties(ring, record.parties, 'parties');
	record.consignments.forEach((consignment, at) => {
		const here = `consignments[${at}]`;
		ring.add(
			'transport-document',
			normaliseTransportDocument(consignment.transportDocument),
			`${here}.transportDocument`,
		);
		ring.add(
			'transport-document',
			normaliseTransportDocument(consignment.masterDocument),
			`${here}.masterDocument`,
		);
		addParties(ring, consignment.parties, `${here}.parties`);
		consignment.items.forEach((item, itemAt) => {
			item.containers?.forEach((container, containerAt) => {
				ring.add(
					'container',
					normaliseContainer(container.number),
					`${here}.items[${itemAt}].containers[${containerAt}].number`,
				);
			});
		});
	});
	record.equipment?.forEach((equipment, at) => {
		ring.add('container', normaliseContainer(equipment.number), `equipment[${at}].number`);
		equipment.seals?.forEach((seal, sealAt) => {
			ring.add('seal', normaliseSeal(seal.number), `equipment[${at}].seals[${sealAt}].number`);
		});
	});
}

function addPassengerList(ring: KeyRing, record: PassengerList): void {
	record.legs.forEach((leg, at) => {
		for (const flight of flightKeys(leg)) ring.add('flight', flight, `legs[${at}]`);
	});
	record.travellers.forEach((traveller, at) => {
		const here = `travellers[${at}]`;
		addPerson(ring, traveller.person, `${here}.person`);
		addIdentifiers(ring, traveller.documents, `${here}.documents`, true);
		ring.add('booking-locator', normaliseLocator(traveller.bookingReference), `${here}.bookingReference`);
	});
}

function addBooking(ring: KeyRing, record: Booking): void {
	record.locators.forEach((locator, at) => {
		ring.add('booking-locator', normaliseLocator(locator.locator), `locators[${at}].locator`);
	});
	if (record.flight !== undefined)
		for (const flight of flightKeys(record.flight)) ring.add('flight', flight, 'flight');
	record.legs.forEach((leg, at) => {
		for (const flight of flightKeys(leg)) ring.add('flight', flight, `legs[${at}]`);
	});
	record.travellers.forEach((traveller, at) => {
		addPerson(ring, traveller.person, `travellers[${at}].person`);
		addIdentifiers(ring, traveller.documents, `travellers[${at}].documents`, true);
	});
}

function addReportedPerson(ring: KeyRing, reported: ReportedPerson | undefined, place: string): void {
	if (reported === undefined) return;
	addPerson(ring, reported.person, `${place}.person`);
	addIdentifiers(ring, reported.identifiers, `${place}.identifiers`);
	const tax = bare(reported.taxNumber);
	if (tax !== undefined) ring.add('party-identifier', `tax:${tax}`, `${place}.taxNumber`);
}

function addReportedEntity(ring: KeyRing, entity: ReportedEntity | undefined, place: string): void {
	if (entity === undefined) return;
	addIdentifiers(ring, entity.identifiers, `${place}.identifiers`);
	const tax = bare(entity.taxNumber);
	if (tax !== undefined) ring.add('party-identifier', `tax:${tax}`, `${place}.taxNumber`);
	const register = bare(entity.registrationNumber);
	if (register !== undefined)
		ring.add('party-identifier', `company-register:${register}`, `${place}.registrationNumber`);
	entity.directors?.forEach((director, at) => {
		addReportedPerson(ring, director, `${place}.directors[${at}]`);
	});
}

function addReportedAccount(ring: KeyRing, account: ReportedAccount | undefined, place: string): void {
	if (account === undefined) return;
	ring.add('account', normaliseAccount(account)?.value, `${place}.number`);
	addReportedEntity(ring, account.holderEntity, `${place}.holderEntity`);
	account.signatories?.forEach((signatory, at) => {
		addReportedPerson(ring, signatory.person, `${place}.signatories[${at}].person`);
	});
}

function addReportedSubject(ring: KeyRing, subject: ReportedSubject, place: string): void {
	addReportedPerson(ring, subject.person, `${place}.person`);
	addReportedEntity(ring, subject.entity, `${place}.entity`);
	addReportedAccount(ring, subject.account, `${place}.account`);
}

function addSuspicionReport(ring: KeyRing, record: SuspicionReport): void {
	record.transactions?.forEach((transaction, at) => {
		transaction.sides.forEach((side, sideAt) => {
			const here = `transactions[${at}].sides[${sideAt}]`;
			addReportedSubject(ring, side, here);
			addReportedPerson(ring, side.conductor, `${here}.conductor`);
		});
	});
	record.activity?.parties.forEach((party, at) => {
		addReportedSubject(ring, party, `activity.parties[${at}]`);
	});
}

function addCashDeclaration(ring: KeyRing, record: CashDeclaration): void {
	addReportedPerson(ring, record.carrier, 'carrier');
	for (const part of ['owner', 'recipient'] as const) {
		addReportedPerson(ring, record[part]?.person, `${part}.person`);
		addReportedEntity(ring, record[part]?.entity, `${part}.entity`);
	}
	if (record.journey !== undefined)
		for (const flight of flightKeys(record.journey)) ring.add('flight', flight, 'journey');
}

function addMovementEvent(ring: KeyRing, record: MovementEvent): void {
	const { type, id } = record.subject;
	if (type === 'container' || type === 'trailer') ring.add('container', normaliseContainer(id), 'subject.id');
	if (type === 'vehicle' || type === 'trailer')
		ring.add('plate', isPlate(id) ? normalisePlate(id) : undefined, 'subject.id');
	if (type === 'vessel')
		ring.add('vessel', normaliseVessel(id) ?? (/^\d{9}$/.test(id) ? `MMSI${id}` : undefined), 'subject.id');
	if (type === 'seal') ring.add('seal', normaliseSeal(id), 'subject.id');
	if (type === 'consignment') ring.add('consignment-reference', bare(id), 'subject.id');
	if (record.plate !== undefined)
		ring.add(
			'plate',
			isPlate(record.plate.text) ? normalisePlate(record.plate.text) : undefined,
			'plate.text',
		);
	ring.add('seal', normaliseSeal(record.seal?.number), 'seal.number');
	ring.add('container', normaliseContainer(record.seal?.container), 'seal.container');
	ring.add('container', normaliseContainer(record.container), 'container');
	ring.add('consignment-reference', bare(record.consignmentReference), 'consignmentReference');
}

/** All keys of a record, its own reference first. At most 5,000, each once. */
export function keysOf(record: BorderRecord): RecordKey[] {
	const ring = new KeyRing();
	ring.add('reference', `${record.kind}/${normaliseReference(record.reference)}`, 'reference');
	switch (record.kind) {
		case 'declaration':
			addDeclaration(ring, record);
			break;
		case 'cargo-report':
			addCargoReport(ring, record);
			break;
		case 'passenger-list':
			addPassengerList(ring, record);
			break;
		case 'booking':
			addBooking(ring, record);
			break;
		case 'suspicion-report':
			addSuspicionReport(ring, record);
			break;
		case 'cash-declaration':
			addCashDeclaration(ring, record);
			break;
		case 'movement-event':
			addMovementEvent(ring, record);
			break;
		case 'outcome':
			ring.add(
				'reference',
				`${record.subject.kind.toLowerCase()}/${normaliseReference(record.subject.reference)}`,
				'subject',
			);
	}
	return ring.keys;
}

/**
 * A record in, whom and what it speaks of out. Pure. What a record says of those who only handled it (the officer, the
 * bank's reporting clerk) is not taken: nobody screens or resolves them.
 */
import type { CargoReport } from '../../contract/records/cargo-report.ts';
import type { Contact } from '../../contract/records/common.ts';
import type { Declaration } from '../../contract/records/declaration.ts';
import type { CashDeclaration, SuspicionReport } from '../../contract/records/money-reports.ts';
import type { MovementEvent } from '../../contract/records/movement-event.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import type { Booking, PassengerList } from '../../contract/records/travel.ts';
import { contentKey } from '../values/content-key.ts';
import { normaliseVessel } from '../values/identifier-text.ts';
import {
	Appearances,
	addContainer,
	addParties,
	addParty,
	addReportedEntity,
	addReportedPerson,
	addReportedSubject,
	addTransport,
	mentionOf,
	plateMention,
} from './collect.ts';
import {
	addIdentifier,
	addressesOf,
	contactsOf,
	countries,
	identifiersOf,
	nameOf,
	personFacts,
	personNames,
} from './identify.ts';
import type {
	Appearance,
	KeyedMention,
	Mention,
	MentionIdentifier,
	MentionPurpose,
	StoredMention,
} from './model.ts';

/** What each kind of record is screened for; an outcome is not. */
const PURPOSES: { readonly [kind in BorderRecord['kind']]: MentionPurpose | undefined } = {
	declaration: 'goods',
	'cargo-report': 'goods',
	'passenger-list': 'travel',
	booking: 'travel',
	'suspicion-report': 'money',
	'cash-declaration': 'money',
	'movement-event': 'movement',
	outcome: undefined,
};

export const purposeOf = (kind: BorderRecord['kind']): MentionPurpose | undefined => PURPOSES[kind];

/** Appearances in the order of the record, each part in each role once. */
export function appearancesOf(record: BorderRecord): readonly Appearance[] {
	const all = new Appearances();
	switch (record.kind) {
		case 'declaration':
			ofDeclaration(all, record);
			break;
		case 'cargo-report':
			ofCargoReport(all, record);
			break;
		case 'passenger-list':
			ofPassengerList(all, record);
			break;
		case 'booking':
			ofBooking(all, record);
			break;
		case 'suspicion-report':
			ofSuspicionReport(all, record);
			break;
		case 'cash-declaration':
			ofCashDeclaration(all, record);
			break;
		case 'movement-event':
			ofMovementEvent(all, record);
			break;
		case 'outcome':
			break;
	}
	return all.found;
}

/** Keys of contents that were seen lately, by purpose: most parties of most records were in an earlier one. */
const keysInHand = new Map<MentionPurpose, Map<string, string>>();
const MOST_KEYS = 50_000;

/** The key of an appearance's mention: 128 bits of SHA-256 of purpose and content. */
export function toKeyed(
	{ mention, content }: Pick<Appearance, 'mention' | 'content'>,
	purpose: MentionPurpose,
): KeyedMention {
	let keys = keysInHand.get(purpose);
	if (keys === undefined) {
		keys = new Map();
		keysInHand.set(purpose, keys);
	}
	let key = keys.get(content);
	if (key === undefined) {
		key = contentKey(`${purpose}\u0000${content}`);
		if (keys.size >= MOST_KEYS) keys.clear();
		keys.set(content, key);
	}
	return { key, purpose, mention, content };
}

/** The form in which a mention is stored: its key, and what dismissals hold for. */
export const toStored = (mention: Mention, purpose: MentionPurpose): StoredMention =>
	storedOf(toKeyed({ mention, content: JSON.stringify(mention) }, purpose));

/** The same for a mention whose key is known. */
export function storedOf({ key, purpose, mention }: KeyedMention): StoredMention {
	const { kind, names, born, sex, nationalities, birthPlace, identifiers } = mention;
	return {
		key,
		purpose,
		side: contentKey(
			JSON.stringify([
				kind,
				names,
				born,
				sex,
				nationalities,
				mention.countries,
				birthPlace,
				identifiers,
				// Where there is neither name nor number, these are all that tells one from another.
				...(names.length + identifiers.length === 0
					? [mention.addresses, mention.phones, mention.emails]
					: []),
			]),
		),
		subject: subjectOf(mention),
		caption: captionOf(mention),
		mention,
	};
}

/** Hash of kind and first name: finds what was said before of somebody of the same name. */
export const subjectOf = ({ kind, names }: Mention): string =>
	contentKey(`${kind}\u0000${(names[0]?.full ?? '').toLowerCase()}`);

/** What stands for a mention in one line: its name, else its number. */
export function captionOf({ names, identifiers, phones, emails, addresses }: Mention): string {
	const address = addresses?.[0];
	return (
		names[0]?.full ??
		identifiers[0]?.value ??
		phones?.[0] ??
		emails?.[0] ??
		[address?.street, address?.city].filter((part) => part !== undefined).join(', ')
	).slice(0, 200);
}

function ofDeclaration(all: Appearances, record: Declaration): void {
	addParties(all, record.parties, 'parties');
	addTransport(all, record.borderTransport, 'borderTransport');
	addTransport(all, record.inlandTransport, 'inlandTransport');
	record.containers?.forEach((number, at) => {
		addContainer(all, number, `containers[${at}]`);
	});
	record.items.forEach((item, at) => {
		addParties(all, item.parties, `items[${at}].parties`);
		item.containers?.forEach((number, containerAt) => {
			addContainer(all, number, `items[${at}].containers[${containerAt}]`);
		});
	});
}

function ofCargoReport(all: Appearances, record: CargoReport): void {
	addParties(all, record.parties, 'parties');
	addTransport(all, record.transport, 'transport');
	record.consignments.forEach((consignment, at) => {
		addParties(all, consignment.parties, `consignments[${at}].parties`);
		consignment.items.forEach((item, itemAt) => {
			item.containers?.forEach((container, containerAt) => {
				addContainer(
					all,
					container.number,
					`consignments[${at}].items[${itemAt}].containers[${containerAt}]`,
				);
			});
		});
	});
	record.equipment?.forEach((equipment, at) => {
		addContainer(all, equipment.number, `equipment[${at}].number`);
	});
}

function ofPassengerList(all: Appearances, record: PassengerList): void {
	addTransport(all, record.transport, 'transport');
	record.travellers.forEach((traveller, at) => {
		const crew = traveller.type === 'crew' || traveller.type === 'in-transit-crew';
		const { person } = traveller;
		all.add(
			crew ? 'crew' : 'traveller',
			`travellers[${at}]`,
			mentionOf('person', personNames(person.name), identifiersOf(traveller.documents), {
				...personFacts(person),
				countries: countries(person.residence),
				addresses: addressesOf([traveller.address]),
				...contactsOf(traveller.contacts),
			}),
		);
	});
}

function ofBooking(all: Appearances, record: Booking): void {
	// Contacts and addresses of the booking are one traveller's only where there is one traveller.
	const alone = record.travellers.length === 1;
	const shared: readonly Contact[] = record.contacts ?? [];
	record.travellers.forEach((traveller, at) => {
		const { person } = traveller;
		const identifiers = identifiersOf(traveller.documents);
		for (const { carrier, number } of traveller.loyalty ?? [])
			addIdentifier(identifiers, 'loyalty', number === undefined ? undefined : `${carrier}${number}`);
		all.add(
			'traveller',
			`travellers[${at}]`,
			mentionOf('person', personNames(person.name), identifiers, {
				...personFacts(person),
				countries: countries(person.residence),
				addresses: addressesOf([...(traveller.addresses ?? []), ...(alone ? (record.addresses ?? []) : [])]),
				...contactsOf([...(traveller.contacts ?? []), ...(alone ? shared : [])]),
			}),
		);
		traveller.payments?.forEach((payment, paymentAt) => {
			addPayer(all, payment.holder, `travellers[${at}].payments[${paymentAt}]`);
		});
	});
	if (!alone) all.add('other', 'contacts', mentionOf('party', [], [], contactsOf(shared)));
	record.payments?.forEach((payment, at) => {
		addPayer(all, payment.holder, `payments[${at}]`);
	});
}

function addPayer(all: Appearances, holder: string | undefined, place: string): void {
	const name = nameOf(holder);
	if (name !== undefined) all.add('payer', `${place}.holder`, mentionOf('party', [name], []));
}

function ofSuspicionReport(all: Appearances, record: SuspicionReport): void {
	record.transactions?.forEach((transaction, at) => {
		transaction.sides.forEach((side, sideAt) => {
			const here = `transactions[${at}].sides[${sideAt}]`;
			addReportedSubject(all, side, here);
			addReportedPerson(all, side.conductor, `${here}.conductor`, 'conductor');
		});
	});
	record.activity?.parties.forEach((party, at) => {
		addReportedSubject(all, party, `activity.parties[${at}]`);
	});
}

function ofCashDeclaration(all: Appearances, record: CashDeclaration): void {
	addReportedPerson(all, record.carrier, 'carrier', 'cash-carrier');
	addReportedPerson(all, record.owner?.person, 'owner.person', 'owner');
	addReportedEntity(all, record.owner?.entity, 'owner.entity', 'owner');
	addReportedPerson(all, record.recipient?.person, 'recipient.person', 'receiver');
	addReportedEntity(all, record.recipient?.entity, 'recipient.entity', 'receiver');
	if (record.representative !== undefined) addParty(all, record.representative, 'representative');
}

function ofMovementEvent(all: Appearances, record: MovementEvent): void {
	const { type, id, country } = record.subject;
	if (type === 'vessel') {
		const imo = normaliseVessel(id);
		const identifiers: MentionIdentifier[] =
			imo !== undefined
				? [{ scheme: 'imo', value: imo }]
				: /^\d{9}$/.test(id)
					? [{ scheme: 'mmsi', value: id }]
					: [];
		all.add(
			'means-of-transport',
			'subject',
			mentionOf('vessel', [], identifiers, { countries: countries(country) }),
		);
	}
	if (type === 'aircraft') {
		const identifiers: MentionIdentifier[] = [];
		addIdentifier(identifiers, 'aircraft', id);
		all.add('means-of-transport', 'subject', mentionOf('aircraft', [], identifiers));
	}
	if (type === 'vehicle') all.add('means-of-transport', 'subject', plateMention(id, country));
	if (type === 'container' || type === 'trailer') addContainer(all, id, 'subject');
	if (record.plate !== undefined)
		all.add('means-of-transport', 'plate', plateMention(record.plate.text, record.plate.country));
	addContainer(all, record.container, 'container');
	addContainer(all, record.seal?.container, 'seal.container');
}

/**
 * Parts of records in, appearances out: parties, persons, entities, accounts, means of transport, equipment.
 * A part without a name, a number or a contact mentions nobody.
 */
import type { Party, TransportMeans } from '../../contract/records/common.ts';
import type {
	ReportedAccount,
	ReportedEntity,
	ReportedPerson,
	ReportedSubject,
} from '../../contract/records/reported-subjects.ts';
import { normaliseAccount, normaliseContainer, normaliseVessel } from '../values/identifier-text.ts';
import { isPlate, normalisePlate } from '../values/plate.ts';
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
	AppearanceRole,
	Mention,
	MentionIdentifier,
	MentionKind,
	MentionName,
} from './model.ts';

/** Most appearances that are taken from one record; a passenger list has at most 20,000 travellers. */
const MOST_APPEARANCES = 25_000;

/** Collects appearances up to the bound, the same part in the same role once. */
export class Appearances {
	readonly found: Appearance[] = [];
	/** Roles by content: the hash of a content is worked out once, and its key is looked up by the same text. */
	private readonly seen = new Map<string, AppearanceRole[]>();

	add(role: AppearanceRole, place: string, mention: Mention | undefined): void {
		if (mention === undefined || this.found.length >= MOST_APPEARANCES) return;
		const content = JSON.stringify(mention);
		const roles = this.seen.get(content);
		if (roles === undefined) this.seen.set(content, [role]);
		else if (roles.includes(role)) return;
		else roles.push(role);
		this.found.push({ role, place, mention, content });
	}
}

type Facts = Omit<Mention, 'kind' | 'names' | 'identifiers' | 'addresses' | 'phones' | 'emails'>;

/** Puts a mention together, in a fixed order of members so that equal content is equal text. */
export function mentionOf(
	kind: MentionKind,
	names: readonly MentionName[],
	identifiers: readonly MentionIdentifier[],
	more: Facts & Pick<Mention, 'addresses' | 'phones' | 'emails'> = {},
): Mention | undefined {
	const { born, sex, nationalities, countries: places, birthPlace, addresses, phones, emails } = more;
	if (names.length === 0 && identifiers.length === 0 && phones === undefined && emails === undefined)
		return undefined;
	return {
		kind,
		names,
		...(born === undefined ? {} : { born }),
		...(sex === undefined ? {} : { sex }),
		...(nationalities === undefined || nationalities.length === 0 ? {} : { nationalities }),
		...(places === undefined || places.length === 0 ? {} : { countries: places }),
		...(birthPlace === undefined ? {} : { birthPlace }),
		identifiers,
		...(addresses === undefined || addresses.length === 0 ? {} : { addresses }),
		...(phones === undefined ? {} : { phones }),
		...(emails === undefined ? {} : { emails }),
	};
}

/** Numbers that only organisations have. */
const ORGANISATION_SCHEMES: ReadonlySet<string> = new Set([
	'eori',
	'lei',
	'company-register',
	'swift',
	'duns',
]);

/** Roles in which documents name no natural person. */
const ORGANISATION_ROLES: ReadonlySet<string> = new Set(['carrier', 'freight-forwarder', 'warehouse-keeper']);

function partyKind(party: Party, identifiers: readonly MentionIdentifier[]): MentionKind {
	if (party.person !== undefined || party.kind === 'person') return 'person';
	if (
		party.kind === 'organisation' ||
		ORGANISATION_ROLES.has(party.role) ||
		identifiers.some(({ scheme }) => ORGANISATION_SCHEMES.has(scheme))
	)
		return 'organisation';
	return 'party';
}

export function addParty(all: Appearances, party: Party, place: string): void {
	const identifiers = identifiersOf(party.identifiers);
	const named = party.person === undefined ? [] : personNames(party.person.name);
	const name = named.length > 0 ? undefined : nameOf(party.name);
	all.add(
		party.role,
		place,
		mentionOf(partyKind(party, identifiers), name === undefined ? named : [name], identifiers, {
			...(party.person === undefined ? {} : personFacts(party.person)),
			countries: countries(party.address?.country, party.person?.residence),
			addresses: addressesOf([party.address]),
			...contactsOf(party.contacts),
		}),
	);
}

export function addParties(all: Appearances, parties: readonly Party[] | undefined, place: string): void {
	parties?.forEach((party, at) => {
		addParty(all, party, `${place}[${at}]`);
	});
}

export function addReportedPerson(
	all: Appearances,
	reported: ReportedPerson | undefined,
	place: string,
	role: AppearanceRole,
): void {
	if (reported === undefined) return;
	const { person } = reported;
	const identifiers = identifiersOf(reported.identifiers);
	addIdentifier(identifiers, 'tax', reported.taxNumber);
	all.add(
		role,
		place,
		mentionOf('person', personNames(person.name), identifiers, {
			...personFacts(person),
			countries: countries(person.residence, ...(reported.addresses ?? []).map((address) => address.country)),
			addresses: addressesOf(reported.addresses ?? []),
			...contactsOf(reported.contacts),
		}),
	);
	reported.related?.forEach((relation, at) => {
		addReportedPerson(all, relation.person, `${place}.related[${at}].person`, 'other');
	});
}

export function addReportedEntity(
	all: Appearances,
	entity: ReportedEntity | undefined,
	place: string,
	role: AppearanceRole,
): void {
	if (entity === undefined) return;
	const identifiers = identifiersOf(entity.identifiers);
	addIdentifier(identifiers, 'tax', entity.taxNumber);
	addIdentifier(identifiers, 'company-register', entity.registrationNumber, entity.incorporationCountry);
	const names = [nameOf(entity.name), nameOf(entity.commercialName)].filter((name) => name !== undefined);
	all.add(
		role,
		place,
		mentionOf('organisation', names, identifiers, {
			countries: countries(
				entity.incorporationCountry,
				...(entity.addresses ?? []).map(({ country }) => country),
			),
			addresses: addressesOf(entity.addresses ?? []),
			...contactsOf(entity.contacts),
		}),
	);
	entity.directors?.forEach((director, at) => {
		addReportedPerson(all, director, `${place}.directors[${at}]`, 'director');
	});
	entity.related?.forEach((relation, at) => {
		addReportedEntity(all, relation.entity, `${place}.related[${at}].entity`, 'other');
	});
}

function addReportedAccount(all: Appearances, account: ReportedAccount | undefined, place: string): void {
	if (account === undefined) return;
	const number = normaliseAccount(account);
	const identifiers: MentionIdentifier[] = number === undefined ? [] : [number];
	const name = nameOf(account.name);
	all.add(
		'account',
		place,
		mentionOf('account', identifiers.length > 0 && name !== undefined ? [name] : [], identifiers, {
			countries: countries(account.institutionCountry),
		}),
	);
	addReportedEntity(all, account.holderEntity, `${place}.holderEntity`, 'owner');
	account.signatories?.forEach((signatory, at) => {
		addReportedPerson(all, signatory.person, `${place}.signatories[${at}].person`, 'signatory');
	});
	account.relatedEntities?.forEach((relation, at) => {
		addReportedEntity(all, relation.entity, `${place}.relatedEntities[${at}].entity`, 'other');
	});
}

export function addReportedSubject(all: Appearances, subject: ReportedSubject, place: string): void {
	addReportedPerson(all, subject.person, `${place}.person`, 'subject');
	addReportedEntity(all, subject.entity, `${place}.entity`, 'subject');
	addReportedAccount(all, subject.account, `${place}.account`);
}

/** A ship, an aircraft or a vehicle; a flight or voyage number alone names none. */
export function addTransport(all: Appearances, means: TransportMeans | undefined, place: string): void {
	if (means === undefined) return;
	const { identity, identityType, mode } = means;
	const flag = countries(means.nationality);
	const identifiers: MentionIdentifier[] = [];
	const name = nameOf(means.name);
	const imo =
		normaliseVessel(means.imo) ??
		(identityType === '10' || mode === 'sea' ? normaliseVessel(identity) : undefined);
	if (imo !== undefined || mode === 'sea' || mode === 'inland-water' || identityType === '11') {
		if (imo !== undefined) identifiers.push({ scheme: 'imo', value: imo });
		const called = name ?? (identityType === '11' ? nameOf(identity) : undefined);
		all.add(
			'means-of-transport',
			place,
			mentionOf('vessel', called === undefined ? [] : [called], identifiers, { countries: flag }),
		);
	} else if (
		identityType === '30' ||
		identityType === '31' ||
		(identityType === undefined && mode === 'road')
	)
		all.add('means-of-transport', place, plateMention(identity, flag[0]));
	else if (identityType === '41') {
		addIdentifier(identifiers, 'aircraft', identity);
		all.add('means-of-transport', place, mentionOf('aircraft', [], identifiers, { countries: flag }));
	}
}

export const plateMention = (text: string | undefined, country: string | undefined): Mention | undefined =>
	text === undefined || !isPlate(text)
		? undefined
		: mentionOf(
				'vehicle',
				[],
				[
					{
						scheme: 'plate',
						value: normalisePlate(text),
						...(country === undefined ? {} : { issuer: countries(country)[0] ?? country }),
					},
				],
			);

export function addContainer(all: Appearances, number: string | undefined, place: string): void {
	const value = normaliseContainer(number);
	if (value !== undefined)
		all.add('equipment', place, mentionOf('equipment', [], [{ scheme: 'container', value }]));
}

/** The building blocks of records as one line of text each. Undefined where the document did not say. */
import type {
	Address,
	Contact,
	DocumentReference,
	Identifier,
	Leg,
	Money,
	Party,
	Person,
	Place,
	Quantity,
	TransportMeans,
} from '../../../../contract/records/common.ts';
import type {
	ReportedEntity,
	ReportedPerson,
	ReportedSubject,
} from '../../../../contract/records/money-reports.ts';
import { formatDecimal, formatDocumentTime } from '../../display/format.ts';
import { spell } from '../../display/words.ts';

/** Parts that are there, joined; undefined where none is. */
export function join(parts: readonly (string | number | undefined)[], separator = ' · '): string | undefined {
	const text = parts.filter((part) => part !== undefined && part !== '').join(separator);
	return text === '' ? undefined : text;
}

export const moneyText = (money: Money | undefined) =>
	money &&
	(money.currency ? `${formatDecimal(money.amount)} ${money.currency}` : formatDecimal(money.amount));

export const massText = (mass: string | undefined) => mass && `${formatDecimal(mass)} kg`;

export const decimalText = (decimal: string | undefined) => decimal && formatDecimal(decimal);

export const quantityText = (quantity: Quantity | undefined) =>
	quantity && join([formatDecimal(quantity.value), quantity.unit], ' ');

export const timeText = (dateTime: string | undefined) => dateTime && formatDocumentTime(dateTime);

export const placeText = (place: Place | undefined) =>
	place &&
	(join([
		place.name,
		place.unlocode ?? place.iata ?? place.icao,
		place.facility,
		place.unlocode?.startsWith(place.country ?? ' ') ? undefined : place.country,
	]) ??
		coordinatesText(place));

export const coordinatesText = (place: Place | undefined) =>
	place?.latitude === undefined || place.longitude === undefined
		? undefined
		: `${Math.abs(place.latitude).toFixed(5)}° ${place.latitude < 0 ? 'S' : 'N'}, ${Math.abs(place.longitude).toFixed(5)}° ${place.longitude < 0 ? 'W' : 'E'}`;

export const addressText = (address: Address | undefined) =>
	address &&
	join(
		[
			...(address.lines ?? []),
			join([address.postcode, address.city], ' '),
			address.subdivision,
			address.country,
		],
		', ',
	);

export const identifierText = (identifier: Identifier) =>
	join(
		[
			spell(identifier.scheme),
			identifier.value,
			identifier.issuer && `(${identifier.issuer})`,
			identifier.expiresOn && `to ${identifier.expiresOn}`,
		],
		' ',
	);

export const identifiersText = (identifiers: readonly Identifier[] | undefined) =>
	identifiers && join(identifiers.map(identifierText), '; ');

export const contactsText = (contacts: readonly Contact[] | undefined) =>
	contacts && join(contacts.map((contact) => contact.value));

export const documentText = (document: DocumentReference) => join([document.type, document.number], ' ');

export const partyName = (party: Party) => party.name ?? party.person?.name.full;

export const bornText = (person: Person) => person.bornOn ?? person.bornAbout;

export const flightText = (leg: Leg | undefined) => leg && join([leg.carrier, leg.number], '');

export const routeText = (leg: Leg | undefined) => {
	const end = (place: Place | undefined) => place?.iata ?? place?.unlocode ?? place?.icao ?? place?.name;
	return leg && join([end(leg.from), end(leg.to)], ' → ');
};

export const meansText = (means: TransportMeans | undefined) =>
	means &&
	join([
		means.mode && spell(means.mode),
		means.name,
		means.imo ? `IMO ${means.imo}` : means.identity,
		means.journey && `journey ${means.journey}`,
		means.nationality,
		means.carrier,
	]);

export const reportedPersonText = (reported: ReportedPerson | undefined) =>
	reported &&
	join([reported.person.name.full, bornText(reported.person), reported.person.nationalities?.join(' ')]);

export const reportedEntityText = (entity: ReportedEntity | undefined) =>
	entity && join([entity.name, entity.registrationNumber, entity.incorporationCountry]);

/** A side of a transaction: a person, an entity or an account. */
export const subjectText = (subject: ReportedSubject | undefined) =>
	subject &&
	(reportedPersonText(subject.person) ??
		reportedEntityText(subject.entity) ??
		(subject.account &&
			join([
				subject.account.iban ?? subject.account.number,
				subject.account.name,
				subject.account.institutionName,
			])));

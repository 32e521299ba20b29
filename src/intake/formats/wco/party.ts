/**
 * Reads a party of a WCO declaration: name, numbers, address, contacts. In: any element that stands for a party.
 */
import type { Address, Contact, Identifier, Party, PartyRole } from '../../../../contract/records/common.ts';
import { isCountry } from '../../../values/country.ts';
import { attributeOf, child, textOf, type XmlElement } from '../xml/element.ts';
import { append, type Reading, set, unlessEmpty, within } from './reading.ts';
import type { Scalars } from './scalars.ts';
import { CONTACT_KINDS, ELEMENT_SCHEMES, MANUFACTURER, ROLES_WITHOUT_ELEMENT } from './vocabulary.ts';

export function parseParty(
	element: XmlElement,
	declaredRole: PartyRole,
	path: string,
	reading: Reading,
): Party | undefined {
	const { scalars, further } = reading;
	const own = within(path, element.name);
	const party: Party = { role: declaredRole };
	const identifiers: Identifier[] = [];
	let contacts: Contact[] | undefined;
	let members = 0;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		members++;
		switch (inner.name) {
			case 'Name':
				set(party, 'name', scalars.text(inner));
				break;
			case 'ID':
			case 'AdditionalIdentifier':
				parseIdentifier(inner, ELEMENT_SCHEMES.get(element.name), scalars, identifiers);
				break;
			case 'RoleCode':
			case 'FunctionCode':
			case 'CategoryCode':
				if (party.roleCode === undefined) party.roleCode = scalars.code(inner);
				else further.keep(own, inner);
				break;
			case 'TypeCode': {
				const role = textOf(inner);
				const known = [...ROLES_WITHOUT_ELEMENT].find((candidate) => candidate === role);
				if (element.name === 'RoleParty' && known !== undefined) party.role = known;
				else further.keep(own, inner);
				break;
			}
			case 'Address': {
				const address = parseAddress(inner, own, reading);
				if (address !== undefined) party.address = address;
				break;
			}
			case 'Communication': {
				const contact = parseContact(inner, scalars);
				contacts = append(contacts, contact);
				break;
			}
			default:
				further.keep(own, inner);
		}
	}
	if (members === 0) return undefined;
	if (element.name === 'Manufacturer') party.roleCode ??= MANUFACTURER;
	if (identifiers.length > 0) party.identifiers = identifiers;
	if (contacts !== undefined) party.contacts = contacts;
	return party;
}

/**
 * Kind of number that a party's identifier is, where the message does not say: an EORI number is a country code and up
 * to 15 characters (Regulation (EU) 2015/2446, annex 12-01); anything else is `local`.
 */
export function schemeOf(value: string): string {
	const prefix = value.slice(0, 2);
	const isEori =
		/^[A-Z]{2}[A-Z0-9]{5,15}$/.test(value) && /\d/.test(value) && (isCountry(prefix) || prefix === 'XI');
	return isEori ? 'eori' : 'local';
}

function parseIdentifier(
	element: XmlElement,
	elementScheme: string | undefined,
	scalars: Scalars,
	into: Identifier[],
): void {
	const holder = element.name === 'ID' ? element : (child(element, 'ID') ?? element);
	const value = scalars.text(holder);
	if (value === undefined) return;
	const scheme = attributeOf(holder, 'schemeID') ?? elementScheme ?? schemeOf(value);
	const identifier: Identifier = { scheme: scheme.slice(0, 64), value };
	const issuer = attributeOf(holder, 'schemeAgencyID');
	if (issuer !== undefined) identifier.issuer = issuer.slice(0, 64);
	into.push(identifier);
}

function parseAddress(element: XmlElement, path: string, reading: Reading): Address | undefined {
	const { scalars, further } = reading;
	const address: Address = {};
	for (const inner of element.children) {
		const has = textOf(inner);
		if (has === undefined) continue;
		switch (inner.name) {
			case 'Line':
				address.lines = append(address.lines, scalars.text(inner));
				break;
			case 'CityName':
				set(address, 'city', scalars.text(inner));
				break;
			case 'CountryCode':
				set(address, 'country', scalars.country(inner));
				break;
			case 'PostcodeID':
				set(address, 'postcode', scalars.text(inner, 64));
				break;
			case 'CountrySubDivisionName':
				if (address.subdivision !== undefined)
					further.set(`${path}/Address/CountrySubDivisionCode`, address.subdivision);
				set(address, 'subdivision', scalars.text(inner));
				break;
			case 'CountrySubDivisionCode':
			case 'CountrySubDivisionID':
				if (address.subdivision === undefined) address.subdivision = scalars.text(inner);
				else further.keep(within(path, 'Address'), inner);
				break;
			default:
				further.keep(within(path, 'Address'), inner);
		}
	}
	return unlessEmpty(address);
}

function parseContact(element: XmlElement, scalars: Scalars): Contact | undefined {
	const value = child(element, 'ID');
	const text = value === undefined ? undefined : scalars.text(value);
	if (text === undefined) return undefined;
	const type = textOf(element, 'TypeCode')?.toUpperCase();
	const kind = CONTACT_KINDS.find(([code]) => code === type)?.[1] ?? 'other';
	return { kind, value: text };
}

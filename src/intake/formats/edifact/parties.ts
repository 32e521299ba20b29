/**
 * NAD segments as parties and addresses (UN/EDIFACT C082, C058, C080, C059 and the elements after them), both ways.
 * In: a NAD segment and the role that its qualifier means in the message. Out: a party of the contract.
 */
import type { Address, Contact, Party, PartyRole } from '../../../../contract/records/common.ts';
import { component, elementOf, type Segment } from './segment.ts';
import { asCode, asCountry, asText } from './values.ts';
import type { SegmentToWrite } from './writer.ts';

/** Address in NAD elements 5 to 9; undefined where all are empty. */
export function addressOf(nad: Segment): Address | undefined {
	const address: Address = {};
	const lines = textsOf(elementOf(nad, 4));
	if (lines.length > 0) address.lines = lines;
	const city = asText(component(nad, 5));
	if (city !== undefined) address.city = city;
	const subdivision = asText(component(nad, 6)) ?? asText(component(nad, 6, 3));
	if (subdivision !== undefined) address.subdivision = subdivision;
	const postcode = asCode(component(nad, 7));
	if (postcode !== undefined) address.postcode = postcode;
	const country = asCountry(component(nad, 8));
	if (country !== undefined) address.country = country;
	for (const _ in address) return address;
	return undefined;
}

/** NAD elements 5 to 9 for an address. */
export const addressElements = (
	address: Address | undefined,
): [
	readonly string[] | undefined,
	string | undefined,
	string | undefined,
	string | undefined,
	string | undefined,
] => [address?.lines, address?.city, address?.subdivision, address?.postcode, address?.country];

function textsOf(components: readonly string[]): string[] {
	const texts: string[] = [];
	for (const value of components) {
		const text = asText(value);
		if (text !== undefined && texts.length < 20) texts.push(text);
	}
	return texts;
}

/** Agencies (data element 3055) whose numbers have a scheme of their own. */
const SCHEMES: { readonly [agency: string]: string } = {
	'3': 'iata',
	'17': 'swift',
	'109': 'local',
	'148': 'eori',
};

const AGENCIES: { readonly [scheme: string]: string } = { iata: '3', swift: '17', eori: '148' };

/** A party that is an organisation or whose kind is not known. Its role code is for the caller to keep. */
export function partyOf(nad: Segment, role: PartyRole): Party {
	const party: Party = { role };
	const free = textsOf(elementOf(nad, 2));
	const name = asText(textsOf(elementOf(nad, 3)).join(' ')) ?? free.shift();
	if (name !== undefined) party.name = name;
	const identifier = asText(component(nad, 1));
	if (identifier !== undefined) {
		party.identifiers = [{ scheme: SCHEMES[component(nad, 1, 2)] ?? 'local', value: identifier }];
	}
	const address = addressOf(nad);
	if (address !== undefined) party.address = address;
	// Unstructured name and address (C058): what follows the name are lines of the address.
	if (free.length > 0)
		party.address = { ...address, lines: [...free, ...(address?.lines ?? [])].slice(0, 20) };
	return party;
}

/** A NAD segment for a party, and its COM segment where it has contacts. */
export function partySegments(
	party: Party,
	roleCode: string,
	contactElement: (contact: Contact) => readonly string[],
): SegmentToWrite[] {
	const identifier = party.identifiers?.[0];
	const agency = identifier === undefined ? undefined : AGENCIES[identifier.scheme];
	const nad: SegmentToWrite = [
		'NAD',
		roleCode,
		identifier === undefined ? undefined : [identifier.value, undefined, agency],
		undefined,
		party.name ?? party.person?.name.full,
		...addressElements(party.address),
	];
	const contacts = party.contacts ?? [];
	return contacts.length === 0 ? [nad] : [nad, ['COM', ...contacts.map(contactElement)]];
}

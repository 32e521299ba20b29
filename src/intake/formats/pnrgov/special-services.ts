/**
 * Special services (SSR) and the texts of airlines that carry facts: documents (DOCS, DOCO), addresses (DOCA), contacts
 * (CTCE, CTCM …), seats. In: slash-separated text as carriers write it. Out: parts of the contract.
 */
import type { Address, Contact, Identifier } from '../../../../contract/records/common.ts';
import { asCode, asCountry, asText } from '../edifact/values.ts';
import { documentScheme, readNamedDay } from './codes.ts';

export type TravelDocument = {
	identifier?: Identifier;
	nationality?: string;
	bornOn?: string;
	sex?: 'female' | 'male' | 'unspecified';
	/** True for the document of an infant on the lap (sex MI or FI). */
	infant?: boolean;
	family?: string;
	given?: string;
	middle?: string;
};

const SEXES: { readonly [letter: string]: 'female' | 'male' | 'unspecified' } = {
	F: 'female',
	M: 'male',
	X: 'unspecified',
	U: 'unspecified',
};

/** DOCS: `/P/GBR/123456789/GBR/12JUL64/M/23AUG19/SMITH/JOHN/ROBERT`. Undefined where nothing is said. */
export function readDocs(text: string, year: number): TravelDocument | undefined {
	const [
		,
		type = '',
		issuer = '',
		number = '',
		nationality = '',
		born = '',
		sex = '',
		expires = '',
		family,
		given,
		...middle
	] = text
		.trim()
		.split('/')
		.map((part) => part.trim());
	const document: TravelDocument = {};
	const value = asText(number);
	if (value !== undefined) {
		document.identifier = { scheme: documentScheme(type === '' ? 'P' : type), value };
		const country = asCountry(issuer);
		if (country !== undefined) document.identifier.issuer = country;
		const expiresOn = readNamedDay(expires, year, 'nearest');
		if (expiresOn !== undefined) document.identifier.expiresOn = expiresOn;
	}
	set(document, 'nationality', asCountry(nationality));
	set(document, 'bornOn', readNamedDay(born, year, 'birth'));
	set(document, 'sex', SEXES[sex.slice(0, 1).toUpperCase()]);
	if (sex.length === 2 && sex.toUpperCase().endsWith('I')) document.infant = true;
	set(document, 'family', asText(family));
	set(document, 'given', asText(given));
	// "H" marks the holder of a passport for several persons; it is no name.
	set(document, 'middle', asText(middle.filter((part) => part !== '' && part !== 'H').join(' ')));
	return Object.keys(document).length === 0 ? undefined : document;
}

function set<K extends keyof TravelDocument>(
	document: TravelDocument,
	key: K,
	value: TravelDocument[K] | undefined,
): void {
	if (value !== undefined) document[key] = value;
}

/** DOCO: `BIRTHPLACE/V/17317323/LONDON/12MAR24/USA`: a visa or other document, and the place of birth. */
export function readDoco(text: string, year: number): { identifier?: Identifier; birthPlace?: string } {
	const [birth = '', type = '', number = '', issuedAt = '', issued = '', country = ''] = text
		.trim()
		.replace(/^\//, ' /')
		.split('/')
		.map((part) => part.trim());
	const birthPlace = asText(birth);
	const value = asText(number);
	const result: { identifier?: Identifier; birthPlace?: string } =
		birthPlace === undefined ? {} : { birthPlace };
	if (value === undefined) return result;
	const identifier: Identifier = { scheme: documentScheme(type === '' ? 'V' : type), value };
	const place = asText(issuedAt);
	const issuedOn = readNamedDay(issued, year, 'nearest');
	const issuer = asCountry(country);
	if (place !== undefined) identifier.issuedAt = place;
	if (issuedOn !== undefined) identifier.issuedOn = issuedOn;
	if (issuer !== undefined) identifier.issuer = issuer;
	return { ...result, identifier };
}

/** DOCA: `/D/USA/301 PINE STREET/NEW YORK/NY/10022`, the type at first or after a slash. */
export function readDoca(text: string): Address | undefined {
	const [, country = '', street = '', city = '', subdivision = '', postcode = ''] = text
		.trim()
		.replace(/^\//, '')
		.split('/')
		.map((part) => part.trim());
	return addressFrom({ street, city, subdivision, postcode, country });
}

/** An address from its parts; undefined where all are empty. */
export function addressFrom(parts: {
	street: string;
	city: string;
	subdivision: string;
	postcode: string;
	country: string;
}): Address | undefined {
	const address: Address = {};
	const line = asText(parts.street);
	if (line !== undefined) address.lines = [line];
	const city = asText(parts.city);
	if (city !== undefined) address.city = city;
	const subdivision = asText(parts.subdivision);
	if (subdivision !== undefined) address.subdivision = subdivision;
	const postcode = asCode(parts.postcode);
	if (postcode !== undefined) address.postcode = postcode;
	const country = asCountry(parts.country);
	if (country !== undefined) address.country = country;
	return Object.keys(address).length === 0 ? undefined : address;
}

/**
 * A contact in free text: `CTCE MOLLY.LOBB//GMAIL.COM`, `CTCM 5432109876`, `EK CTC M 5432109876`, `CTCH …`, `CTCT …`.
 * In e-mail addresses airlines write `//` for @, `..` for _ and `./` for -.
 */
export function readContact(text: string): Contact | undefined {
	const match = /\bCTC\s?([A-Z]?)\b[\s/]*(.+)$/i.exec(text.trim());
	const [, letter = '', rest = ''] = match ?? [];
	return match === null ? undefined : contactOf(letter.toUpperCase(), rest);
}

/** A contact by the letter of its kind (E e-mail, M mobile, H home, B business, A address, T agency, R refused, F fax). */
export function contactOf(letter: string, written: string): Contact | undefined {
	const value = asText(written);
	if (value === undefined || letter === 'R' || letter === 'A') return undefined;
	if (letter === 'E' || /\/\/|@/.test(value)) {
		const email = value
			.replace('//', '@')
			.replaceAll('..', '_')
			.replaceAll('./', '-')
			.replace(/\/[A-Z]{2}$/, '')
			.toLowerCase();
		return { kind: 'email', value: email };
	}
	return { kind: letter === 'F' ? 'fax' : 'phone', value };
}

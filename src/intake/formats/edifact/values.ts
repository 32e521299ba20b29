/**
 * Values of segments in the forms of the contract: texts, codes, countries, numbers, places, contacts.
 * In: components as written. Out: values within the bounds of the contract, or undefined where nothing was said.
 * Nothing is judged here: an unknown code is kept as it was declared.
 */
import { type Contact, MAX_TEXT, type Place } from '../../../../contract/records/common.ts';
import { toAlpha2 } from '../../../values/country.ts';
import { parseDecimal } from '../../../values/decimal.ts';
import { component, elementOf, type Segment } from './segment.ts';

const MAX_CODE = 64;

/** Text of at most 4,000 characters without white space around it; undefined for none. */
export function asText(value: string | undefined): string | undefined {
	if (value === undefined || value === '') return undefined;
	const text = value.trim();
	return text === '' ? undefined : text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}

/** Code of at most 64 characters, upper case; undefined for none. */
export function asCode(value: string | undefined): string | undefined {
	if (value === undefined || value === '') return undefined;
	const code = value.trim().toUpperCase();
	return code === '' ? undefined : code.length > MAX_CODE ? code.slice(0, MAX_CODE) : code;
}

/** ISO 3166-1 alpha-2 where the code is recognised, else as declared. */
export function asCountry(value: string | undefined): string | undefined {
	const code = asCode(value);
	return code === undefined ? undefined : (toAlpha2(code) ?? code);
}

/** Whole number from 0 to 10^9; undefined for anything else. */
export function asCount(value: string): number | undefined {
	return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Exact decimal; either mark is read, as ISO 9735 allows. */
export const asDecimal = (value: string): string | undefined =>
	value === '' ? undefined : parseDecimal(value);

/** Adds to a list that has a bound in the contract. False where it was full. */
export function addBounded<Item>(list: Item[], item: Item, max: number): boolean {
	if (list.length >= max) return false;
	list.push(item);
	return true;
}

/** Place from a code and a name: three letters are IATA, four ICAO, five UN/LOCODE; anything else is a facility. */
export function placeFrom(code: string | undefined, name: string | undefined): Place | undefined {
	const place: Place = {};
	const tidy = asCode(code);
	if (tidy !== undefined) {
		if (/^[A-Z]{3}$/.test(tidy)) place.iata = tidy;
		else if (/^[A-Z]{2}[A-Z2-9]{3}$/.test(tidy)) place.unlocode = tidy;
		else if (/^[A-Z]{4}$/.test(tidy)) place.icao = tidy;
		else if (/^[A-Z]{2}$/.test(tidy)) place.country = toAlpha2(tidy) ?? tidy;
		else place.facility = tidy;
	}
	const text = asText(name);
	if (text !== undefined) place.name = text;
	return tidy === undefined && text === undefined ? undefined : place;
}

/** The place of a LOC segment (C517: code, list, agency, name), with the facility of C519 where one is named. */
export function placeOfLocation(loc: Segment): Place | undefined {
	const place = placeFrom(component(loc, 1), component(loc, 1, 3));
	const related = asCode(component(loc, 2));
	if (place === undefined || related === undefined || place.facility !== undefined) return place;
	place.facility = related;
	return place;
}

/** Code under which a place is written into LOC; "" where it has only a name. */
export const codeOfPlace = (place: Place): string =>
	place.unlocode ?? place.iata ?? place.icao ?? place.country ?? place.facility ?? '';

const CONTACT_KINDS: { readonly [qualifier: string]: Contact['kind'] } = {
	TE: 'phone',
	AL: 'phone',
	FX: 'fax',
	EM: 'email',
	TL: 'telex',
	AH: 'url',
};

const CONTACT_QUALIFIERS: { readonly [kind in Contact['kind']]: string } = {
	phone: 'TE',
	fax: 'FX',
	email: 'EM',
	telex: 'TL',
	url: 'AH',
	other: 'ZZZ',
};

/** Contacts of a COM segment: number and kind (data element 3155) in each element. */
export function contactsOf(com: Segment): Contact[] {
	const contacts: Contact[] = [];
	for (let index = 0; index < com.elements.length && contacts.length < 20; index++) {
		const components = elementOf(com, index);
		// An address with an unescaped colon has more than two components; the last one is the kind.
		const kind = components.length > 1 ? (components.at(-1) ?? '').trim().toUpperCase() : '';
		const value = asText(components.length > 1 ? components.slice(0, -1).join(':') : components[0]);
		if (value !== undefined) contacts.push({ kind: CONTACT_KINDS[kind] ?? 'other', value });
	}
	return contacts;
}

/** A COM element for one contact. */
export const contactElement = (contact: Contact): [string, string] => [
	contact.value,
	CONTACT_QUALIFIERS[contact.kind],
];

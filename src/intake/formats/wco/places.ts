/**
 * Reads the places of a WCO declaration: loading, unloading, and the location of the goods.
 */
import type { Place } from '../../../../contract/records/common.ts';
import { child, textOf, type XmlElement } from '../xml/element.ts';
import { type Reading, set, unlessEmpty, within } from './reading.ts';

/** A place named by an identifier (UN/LOCODE where it has that form, else a facility code) and a name. */
export function parseNamedPlace(element: XmlElement, path: string, reading: Reading): Place | undefined {
	const { scalars, further } = reading;
	const place: Place = {};
	for (const inner of element.children) {
		if (inner.name === 'ID') {
			const id = scalars.code(inner);
			if (id !== undefined && /^[A-Z]{2}[A-Z2-9]{3}$/.test(id)) place.unlocode = id;
			else set(place, 'facility', id);
		} else if (inner.name === 'Name') set(place, 'name', scalars.text(inner));
		else if (inner.name === 'CountryCode') set(place, 'country', scalars.country(inner));
		else further.keep(within(path, element.name), inner);
	}
	return unlessEmpty(place);
}

/**
 * Location of goods (data element 5/23): country, type (A designated, B authorised, C approved, D other) and qualifier
 * (T postcode … Y authorisation, U UN/LOCODE) make one code with the identification, such as `GBAUFXTFXTFXT`.
 * With qualifier U the identification begins with a UN/LOCODE, in full or without its country.
 */
export function parseGoodsLocation(element: XmlElement, path: string, reading: Reading): Place | undefined {
	const { scalars, further } = reading;
	const own = within(path, 'GoodsLocation');
	const address = child(element, 'Address');
	const name = child(element, 'Name');
	const id = child(element, 'ID');
	const type = child(element, 'TypeCode');
	const qualifier = child(address, 'TypeCode');
	const countryElement = child(address, 'CountryCode');
	const country = countryElement && scalars.country(countryElement);
	const identification = name === undefined ? undefined : scalars.text(name, 60)?.toUpperCase();
	const place: Place = {};
	set(place, 'country', country);
	const typeText = textOf(type)?.toUpperCase() ?? '';
	const qualifierText = textOf(qualifier)?.toUpperCase() ?? '';
	const prefix = `${country ?? ''}${typeText}${qualifierText}`;
	if (identification !== undefined && isLocationPrefix(prefix)) {
		place.facility = prefix + identification;
		set(place, 'unlocode', unlocodeOf(place.facility));
	} else {
		set(place, 'facility', identification);
		if (type !== undefined) further.keep(own, type);
		if (qualifier !== undefined) further.keep(`${own}/Address`, qualifier);
	}
	const idCode = id && scalars.code(id);
	if (idCode !== undefined) {
		if (place.unlocode === undefined && /^[A-Z]{2}[A-Z2-9]{3}$/.test(idCode)) place.unlocode = idCode;
		else if (place.facility === undefined) place.facility = idCode;
		else if (id !== undefined) further.keep(own, id);
	}
	for (const inner of address?.children ?? []) {
		if (inner.name === 'CityName') set(place, 'name', scalars.text(inner));
		else if (inner !== qualifier && inner !== countryElement) further.keep(`${own}/Address`, inner);
	}
	for (const inner of element.children) {
		if (inner !== address && inner !== name && inner !== id && inner !== type) further.keep(own, inner);
	}
	return unlessEmpty(place);
}

const isLocationPrefix = (prefix: string): boolean => /^[A-Z]{2}[A-D][T-Z]$/.test(prefix);

/** Parts of a whole location code, where it is one. */
export function splitLocation(
	facility: string,
): { country: string; type: string; qualifier: string; identification: string } | undefined {
	const prefix = facility.slice(0, 4);
	const identification = facility.slice(4);
	if (!isLocationPrefix(prefix) || identification === '') return undefined;
	return { country: prefix.slice(0, 2), type: prefix.charAt(2), qualifier: prefix.charAt(3), identification };
}

/** UN/LOCODE at the beginning of a whole location code with qualifier U. */
export function unlocodeOf(facility: string): string | undefined {
	const location = splitLocation(facility);
	if (location === undefined || location.qualifier !== 'U') return undefined;
	const { country, identification } = location;
	const inFull = identification.length === 5 && identification.startsWith(country);
	const unlocode = inFull ? identification : country + identification.slice(0, 3);
	return /^[A-Z]{2}[A-Z2-9]{3}$/.test(unlocode) ? unlocode : undefined;
}

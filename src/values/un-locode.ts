/**
 * UN/LOCODE, UN/ECE Recommendation 16. In: "NLRTM" or "NL RTM". Out: country and place, or why it is none.
 * Grammar: locode = country [SP] place; country = ISO 3166-1 alpha-2 or "XZ" (international waters); place = 3(ALPHA / %x32-39).
 * Structure only; whether a place exists is answered by a list that is loaded at run time (reference-lists.ts).
 */
import { assignedCountries } from './country.ts';
import { fault, type Parsed } from './parsed.ts';
import { isPlaceholder } from './placeholder.ts';

export type UnLocode = { readonly locode: string; readonly country: string; readonly place: string };

/** Reads a UN/LOCODE. `XXX` as place stands for a place without a code of its own, and is accepted. */
export function parseUnLocode(text: string): Parsed<UnLocode> {
	const locode = text.replace(/\s/g, '').toUpperCase();
	if (isPlaceholder(locode)) return fault('placeholder', 'is a placeholder and not a UN/LOCODE');
	if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(locode))
		return fault('shape', 'is not a country code and three letters or digits 2 to 9');
	const country = locode.slice(0, 2);
	if (!assignedCountries.has(country) && country !== 'XZ' && country !== 'XK')
		return fault('unknown-code', `starts with ${country}, which is no country of ISO 3166`);
	return { ok: true, value: { locode, country, place: locode.slice(2) } };
}

export const isUnLocode = (text: string): boolean => parseUnLocode(text).ok;

/**
 * Coordinates as the UN/LOCODE list writes them.
 * @param text degrees and minutes, "5155N 00430E".
 * @returns WGS 84 degrees (positive north and east), or undefined where it is no such text.
 */
export function parseLocodeCoordinates(text: string): { latitude: number; longitude: number } | undefined {
	const parts = /^(\d{2})(\d{2})([NS])\s(\d{3})(\d{2})([EW])$/.exec(text.trim());
	if (parts === null) return undefined;
	const [, latDegrees, latMinutes, northSouth, lonDegrees, lonMinutes, eastWest] = parts;
	const latitude = Number(latDegrees) + Number(latMinutes) / 60;
	const longitude = Number(lonDegrees) + Number(lonMinutes) / 60;
	if (Number(latMinutes) > 59 || Number(lonMinutes) > 59 || latitude > 90 || longitude > 180)
		return undefined;
	return {
		latitude: northSouth === 'S' ? -latitude : latitude,
		longitude: eastWest === 'W' ? -longitude : longitude,
	};
}

/**
 * Flight designators, IATA resolution 762. In: carrier and number as carriers write them ("UA", "0989"; "UA0989"; "UA 989 ").
 * Out: one form ("UA989"), by which documents about one flight meet. Grammar: designator = carrier number [suffix];
 * carrier = 2(ALPHA / DIGIT), not both digits, or 3ALPHA (ICAO); number = 1*4DIGIT; suffix = ALPHA.
 */

/** What of a leg names its flight. */
export type FlightNames = {
	readonly carrier?: string | undefined;
	readonly number?: string | undefined;
	readonly operatingCarrier?: string | undefined;
	readonly operatingNumber?: string | undefined;
};

export type Flight = { readonly carrier: string; readonly number: string; readonly designator: string };

/** A number alone: "0989", "989A", or the whole designator, which the sender repeated in the field of the number. */
const DESIGNATOR = /^([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])?(\d{1,4})([A-Z]?)$/;

/**
 * Brings a flight to its one form, without leading zeros.
 * @param carrier two or three characters, or undefined where the number carries it.
 */
export function parseFlight(number: string, carrier?: string): Flight | undefined {
	const tidyCarrier = carrier?.trim().toUpperCase();
	let rest = number.replace(/[\s-]/g, '').toUpperCase();
	if (tidyCarrier !== undefined && rest.startsWith(tidyCarrier)) rest = rest.slice(tidyCarrier.length);
	const parts = DESIGNATOR.exec(rest);
	if (parts === null) return undefined;
	const [, written, digits = '', suffix = ''] = parts;
	const by = tidyCarrier ?? written;
	if (by === undefined || !/^([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])$/.test(by)) return undefined;
	const bare = `${digits.replace(/^0+(?=\d)/, '')}${suffix}`;
	return { carrier: by, number: bare, designator: `${by}${bare}` };
}

export const isFlight = (text: string): boolean => parseFlight(text) !== undefined;

/** Every designator of a leg: as marketed, and as operated where that differs (code share). At most two. */
export function flightsOfLeg(leg: FlightNames): Flight[] {
	const flights: Flight[] = [];
	const pairs = [
		[leg.number, leg.carrier],
		[
			leg.operatingNumber ?? (leg.operatingCarrier === undefined ? undefined : leg.number),
			leg.operatingCarrier,
		],
	] as const;
	for (const [number, carrier] of pairs) {
		const flight = number === undefined ? undefined : parseFlight(number, carrier);
		if (flight !== undefined && flights[0]?.designator !== flight.designator) flights.push(flight);
	}
	return flights;
}

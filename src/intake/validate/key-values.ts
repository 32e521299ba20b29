/**
 * The one form of each identifier by which records meet. In: an identifier as written. Out: its normalised text, or undefined
 * where it is a placeholder or too short to identify anything. Spaces, case and separators never matter.
 */
import type { Leg } from '../../../contract/records/common.ts';
import { flightsOfLeg } from '../../values/flight.ts';
import { bare } from '../../values/identifier-text.ts';

export { bare, normaliseAccount, normaliseContainer, normaliseVessel } from '../../values/identifier-text.ts';

export const normaliseTransportDocument = (text: string | undefined): string | undefined => bare(text);
export const normaliseSeal = (text: string | undefined): string | undefined => bare(text);
export const normaliseTravelDocument = (text: string | undefined): string | undefined => bare(text);
export const normaliseLocator = (text: string | undefined): string | undefined => bare(text, 5);
export const normaliseReference = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();

/** Designators with the local day of departure. */
export function flightKeys(leg: Leg): string[] {
	const day = (leg.departsAt ?? leg.arrivesAt)?.slice(0, 10);
	return day === undefined ? [] : flightsOfLeg(leg).map((flight) => `${flight.designator}/${day}`);
}

/**
 * TDT segments: mode, and the vessel, aircraft, train or vehicle (C222), for every message that has them; both ways.
 * In: a TDT segment. Out: means of transport of the contract. Codes follow UN/ECE Recommendation 19 (8067).
 */
import type { TransportMeans, TransportMode } from '../../../../contract/records/common.ts';
import { component, type Segment } from './segment.ts';
import { asCode, asCountry, asText } from './values.ts';
import type { ElementToWrite } from './writer.ts';

const MODES: { readonly [code: string]: TransportMode } = {
	'0': 'unknown',
	'1': 'sea',
	'2': 'rail',
	'3': 'road',
	'4': 'air',
	'5': 'mail',
	'6': 'multimodal',
	'7': 'fixed',
	'8': 'inland-water',
	'9': 'own-propulsion',
};

const modeCodes = new Map(Object.entries(MODES).map(([code, mode]) => [mode, code]));

/** Mode by its code: one digit, or the two digits of sub-modes ("10", "40"). */
export const modeOf = (tdt: Segment): TransportMode | undefined => MODES[component(tdt, 2).charAt(0)];

/** Code of a mode for TDT. */
export const codeOfMode = (mode: TransportMode | undefined): string | undefined =>
	mode === undefined ? undefined : modeCodes.get(mode);

/** Identity, name and flag of the means; undefined where none is given. Number and carrier are the message's affair. */
export function meansOf(tdt: Segment): TransportMeans | undefined {
	const means: TransportMeans = {};
	const identity = asText(component(tdt, 7));
	if (identity !== undefined) means.identity = identity;
	const identityType = asCode(component(tdt, 7, 1));
	if (identityType !== undefined) means.identityType = identityType;
	const name = asText(component(tdt, 7, 3));
	if (name !== undefined) means.name = name;
	const nationality = asCountry(component(tdt, 7, 4));
	if (nationality !== undefined) means.nationality = nationality;
	if (identity === undefined && name === undefined && nationality === undefined) return undefined;
	const mode = modeOf(tdt);
	if (mode !== undefined) means.mode = mode;
	const imo = identity === undefined ? null : /^(?:IMO)?\s?(\d{7})$/i.exec(identity);
	if (imo?.[1] !== undefined && mode !== 'air' && mode !== 'rail' && mode !== 'road') means.imo = imo[1];
	return means;
}

/** C222 for a means of transport. */
export const meansElement = (means: TransportMeans | undefined): ElementToWrite =>
	means === undefined
		? undefined
		: [
				means.identity ?? means.imo,
				means.identityType ?? (means.identity === undefined && means.imo !== undefined ? '146' : undefined),
				undefined,
				means.name,
				means.nationality,
			];

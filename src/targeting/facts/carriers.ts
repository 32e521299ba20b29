/**
 * What carries: the keys by which history knows a vessel or a vehicle. An aircraft has none: flights are known by their number.
 */
import type { TransportMeans } from '../../../contract/records/common.ts';
import type { HistoryKey } from '../knowledge.ts';
import { containerKeyOf, plateKeyOf, vesselKeyOf } from './keys.ts';

/** IMO number of a vessel, else the plate of what goes by road. */
export function vehicleKeyOf(transport: TransportMeans | undefined): HistoryKey | undefined {
	if (transport === undefined) return undefined;
	const vessel =
		vesselKeyOf(transport.imo) ?? (transport.mode === 'sea' ? vesselKeyOf(transport.identity) : undefined);
	if (vessel !== undefined) return vessel;
	return transport.mode === 'road' || transport.identityType === '30'
		? plateKeyOf(transport.identity)
		: undefined;
}

export const containerKeysOf = (numbers: readonly string[]): HistoryKey[] =>
	numbers.map(containerKeyOf).filter((key) => key !== undefined);

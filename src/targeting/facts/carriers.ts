/**
 * What carries: the keys by which history knows a vessel or a vehicle. An aircraft has none: flights are known by their number.
 */
import type { TransportMeans } from '../../../contract/records/common.ts';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
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

/** Keys of all that one event saw: a lorry with its container is two. */
export function movementKeysOf({ subject, container, seal, plate }: MovementEvent): HistoryKey[] {
	const keys = new Set<HistoryKey>();
	const add = (key: HistoryKey | undefined): void => {
		if (key !== undefined) keys.add(key);
	};
	if (subject.type === 'container' || subject.type === 'trailer' || subject.type === 'wagon')
		add(containerKeyOf(subject.id));
	if (subject.type === 'vehicle' || subject.type === 'trailer') add(plateKeyOf(subject.id));
	if (subject.type === 'vessel') add(vesselKeyOf(subject.id) ?? `mmsi:${subject.id}`);
	add(containerKeyOf(container));
	add(containerKeyOf(seal?.container));
	if (plate !== undefined) add(plateKeyOf(plate.text));
	return [...keys];
}

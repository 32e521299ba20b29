/**
 * One thing in two places: sightings of a container, vehicle or vessel that are too far apart for the time between them.
 * A sighting has a time and coordinates: stated, or those of the place in the loaded list. Without coordinates nothing is told.
 */
import type { Place } from '../../../contract/records/common.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { type Coordinates, distanceKm } from '../../values/distance.ts';
import { isPlate, normalisePlate } from '../../values/plate.ts';
import type { ReferenceLists } from '../../values/reference-lists.ts';
import { hasZone, millisecondsOf } from './check-dates.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { normaliseContainer, normaliseSeal, normaliseVessel } from './key-values.ts';

type Sighting = {
	readonly thing: string;
	readonly words: string;
	readonly at: string;
	readonly where: Coordinates;
	readonly name: string;
	readonly place: string;
	/** Fastest that the thing moves, in km/h. */
	readonly fastestKmh: number;
};

/** Containers travel by aircraft only as an exception, and by lorry in the end. */
const CONTAINER_KMH = 130;
const VESSEL_KMH = 90;
const VEHICLE_KMH = 200;
/** Coordinates of places are those of a town, and events are dated by the minute at best. */
const SLACK_KM = 100;
/** A day without a time, and a time without a zone, may be so many hours off. */
const DAY_HOURS = 24;
const ZONE_HOURS = 14;
const MOST_SIGHTINGS = 40;

function coordinatesOf(place: Place | undefined, lists: ReferenceLists): Coordinates | undefined {
	if (place === undefined) return undefined;
	const { latitude, longitude, unlocode } = place;
	if (latitude !== undefined && longitude !== undefined)
		return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude };
	const entry = unlocode === undefined ? undefined : lists.locode(unlocode);
	return entry === undefined ||
		entry === 'not-listed' ||
		entry.latitude === undefined ||
		entry.longitude === undefined
		? undefined
		: { latitude: entry.latitude, longitude: entry.longitude };
}

const nameOf = (place: Place | undefined): string =>
	place?.name ?? place?.unlocode ?? place?.facility ?? `${place?.latitude ?? ''}, ${place?.longitude ?? ''}`;

/** Where and when a record says that things were. A declaration says when goods arrive and not where each container is. */
function sightingsOf(record: BorderRecord, lists: ReferenceLists): Sighting[] {
	const sightings: Sighting[] = [];
	const see = (
		thing: string | undefined,
		words: string,
		at: string | undefined,
		where: Place | undefined,
		place: string,
		fastestKmh: number,
	): void => {
		const coordinates = coordinatesOf(where, lists);
		if (
			thing !== undefined &&
			at !== undefined &&
			coordinates !== undefined &&
			sightings.length < MOST_SIGHTINGS
		)
			sightings.push({
				thing: `${words} ${thing}`,
				words,
				at,
				where: coordinates,
				name: nameOf(where),
				place,
				fastestKmh,
			});
	};
	if (record.kind === 'movement-event') {
		const { type, id } = record.subject;
		const container = normaliseContainer(
			type === 'container' ? id : (record.container ?? record.seal?.container),
		);
		see(container, 'container', record.at, record.place, 'place', CONTAINER_KMH);
		const plate = record.plate?.text ?? (type === 'vehicle' ? id : undefined);
		see(
			plate !== undefined && isPlate(plate) ? normalisePlate(plate) : undefined,
			'vehicle',
			record.at,
			record.place,
			'place',
			VEHICLE_KMH,
		);
		if (type === 'vessel')
			see(
				normaliseVessel(id) ?? (/^\d{9}$/.test(id) ? `MMSI${id}` : undefined),
				'vessel',
				record.at,
				record.place,
				'place',
				VESSEL_KMH,
			);
	}
	if (record.kind === 'cargo-report') {
		const arrivesAt = record.arrivesAt ?? record.legs?.at(-1)?.arrivesAt;
		const port = record.legs?.at(-1)?.to;
		record.consignments.forEach((consignment, at) => {
			const where = consignment.dischargePlace ?? port;
			for (const item of consignment.items)
				for (const container of item.containers ?? [])
					see(
						normaliseContainer(container.number),
						'container',
						arrivesAt,
						where,
						`consignments[${at}].dischargePlace`,
						CONTAINER_KMH,
					);
		});
		if (port !== undefined)
			record.equipment?.forEach((equipment, at) => {
				see(
					normaliseContainer(equipment.number),
					'container',
					arrivesAt,
					port,
					`equipment[${at}].number`,
					CONTAINER_KMH,
				);
			});
	}
	return sightings;
}

/** Hours between two sightings at the most, given how exactly they are dated. */
function mostHoursBetween(a: string, b: string): number {
	const hours = Math.abs(millisecondsOf(a) - millisecondsOf(b)) / 3_600_000;
	const vague = (text: string): number => (text.length === 10 ? DAY_HOURS : hasZone(text) ? 0 : ZONE_HOURS);
	return hours + vague(a) + vague(b);
}

/** Tells each thing that the record and another one see too far apart; and seals that differ between two events of a container. */
export function crossPlaces(
	sheet: FindingSheet,
	record: BorderRecord,
	others: readonly { readonly id: string; readonly record: BorderRecord }[],
	lists: ReferenceLists,
): void {
	if (record.kind !== 'movement-event' && record.kind !== 'cargo-report') return;
	const ours = sightingsOf(record, lists);
	for (const { id, record: other } of others) {
		crossEventSeals(sheet, record, other, id);
		if (ours.length === 0) continue;
		const told = new Set<string>();
		for (const theirs of sightingsOf(other, lists))
			for (const sighting of ours) {
				if (sighting.thing !== theirs.thing || told.has(sighting.thing)) continue;
				const distance = distanceKm(sighting.where, theirs.where);
				const reach = SLACK_KM + sighting.fastestKmh * mostHoursBetween(sighting.at, theirs.at);
				if (!(distance > reach)) continue;
				told.add(sighting.thing);
				sheet.report(
					'cross.two-places',
					sighting.place,
					`The ${sighting.thing} is at ${sighting.name} at ${sighting.at} and at ${theirs.name} at ${theirs.at}, ${Math.round(distance)} km away.`,
					`${sighting.name} ${sighting.at}`,
					`${theirs.name} ${theirs.at}`,
					id,
				);
			}
	}
}

/** A seal that is intact must be the seal that was there before; one that was replaced says so. */
function crossEventSeals(sheet: FindingSheet, record: BorderRecord, other: BorderRecord, id: string): void {
	if (record.kind !== 'movement-event' || record.seal === undefined || record.seal.state !== 'intact') return;
	const container = normaliseContainer(
		record.seal.container ??
			record.container ??
			(record.subject.type === 'container' ? record.subject.id : undefined),
	);
	const seal = normaliseSeal(record.seal.number);
	if (container === undefined || seal === undefined) return;
	const known = sealsOn(container, other, record.at);
	if (known.length > 0 && !known.includes(seal))
		sheet.report(
			'cross.seal',
			'seal.number',
			`The seal ${seal} on ${container} is called intact; the other document has ${known.join(', ')}.`,
			seal,
			known.join(', '),
			id,
		);
}

/** Seals that another document has on the container at that time or before. */
function sealsOn(container: string, other: BorderRecord, at: string): string[] {
	const seals: (string | undefined)[] = [];
	if (other.kind === 'cargo-report')
		for (const equipment of other.equipment ?? [])
			if (normaliseContainer(equipment.number) === container)
				seals.push(...(equipment.seals ?? []).map((seal) => normaliseSeal(seal.number)));
	if (
		other.kind === 'movement-event' &&
		other.seal !== undefined &&
		millisecondsOf(other.at) <= millisecondsOf(at)
	) {
		const on = normaliseContainer(
			other.seal.container ??
				other.container ??
				(other.subject.type === 'container' ? other.subject.id : undefined),
		);
		if (on === container && (other.seal.state === 'applied' || other.seal.state === 'intact'))
			seals.push(normaliseSeal(other.seal.number));
	}
	return seals.filter((seal) => seal !== undefined);
}

/**
 * Validation of a movement event by itself. In: the record. Out: findings on the sheet.
 */
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import { isPlate } from '../../values/plate.ts';
import {
	checkContainer,
	checkCountryOfToday,
	checkImo,
	checkPlace,
	checkPlaceholder,
	checkQuantity,
} from './check-codes.ts';
import { checkPast } from './check-dates.ts';
import { type FindingSheet, quote } from './finding-sheet.ts';

/** Kilometres per hour that nothing of the kind exceeds: the fastest ferries, lorries and cars, trains, airliners in a jet stream. */
const FASTEST_KMH: { readonly [type in MovementEvent['subject']['type']]: number } = {
	vessel: 110,
	aircraft: 1_300,
	vehicle: 250,
	container: 1_300,
	trailer: 250,
	wagon: 350,
	seal: 1_300,
	person: 1_300,
	consignment: 1_300,
};

const SURE = 0.6;

export function validateMovementEvent(sheet: FindingSheet, record: MovementEvent): void {
	checkPast(sheet, record.at, '', 'at');
	checkSubject(sheet, record);
	checkPlace(sheet, record.place, '', 'place');
	const { latitude, longitude } = record.place ?? {};
	if (latitude === 0 && longitude === 0)
		sheet.report('movement.no-fix', 'place', 'The position is 0, 0: the receiver had no fix.', '0, 0');
	const fastest = FASTEST_KMH[record.subject.type];
	if (record.speedKmh !== undefined && record.speedKmh > fastest)
		sheet.report(
			'movement.speed',
			'speedKmh',
			`A ${record.subject.type} does not move at ${record.speedKmh} km/h; the most is ${fastest} km/h.`,
			String(record.speedKmh),
			String(fastest),
		);
	checkDetail(sheet, record);
	checkContainer(sheet, record.container, '', 'container');
	checkContainer(sheet, record.seal?.container, '', 'seal.container');
	checkPlaceholder(sheet, record.seal?.number, '', 'seal.number');
	checkCountryOfToday(sheet, record.plate?.country, '', 'plate.country');
	checkQuantity(sheet, record.scan?.grossMassKg, '', 'scan.grossMassKg');
	const confidence = record.plate?.confidence;
	if (confidence !== undefined && confidence < SURE)
		sheet.report(
			'movement.low-confidence',
			'plate.confidence',
			`The reader was ${Math.round(confidence * 100)} per cent sure of ${quote(record.plate?.text ?? '')}.`,
			String(confidence),
			String(SURE),
		);
}

function checkSubject(sheet: FindingSheet, record: MovementEvent): void {
	const { type, id, country } = record.subject;
	checkCountryOfToday(sheet, country, '', 'subject.country');
	switch (type) {
		case 'container':
			checkContainer(sheet, id, '', 'subject.id');
			break;
		case 'vessel':
			if (/^\d{9}$/.test(id) && !/^(\d)\1{8}$/.test(id)) break;
			if (/^\d{8,}$/.test(id))
				sheet.report(
					'vessel.mmsi-format',
					'subject.id',
					`${quote(id)} is neither a seven-digit IMO number nor a nine-digit MMSI.`,
					id,
				);
			else checkImo(sheet, id, '', 'subject.id');
			break;
		case 'vehicle':
			if (!isPlate(id)) checkPlaceholder(sheet, id, '', 'subject.id');
			break;
		default:
			checkPlaceholder(sheet, id, '', 'subject.id');
	}
}

/** What an event of each type has to say beyond where and when. */
const details: {
	readonly [type in MovementEvent['type']]: {
		readonly place: string;
		readonly words: string;
		has(record: MovementEvent): boolean;
	};
} = {
	position: {
		place: 'place',
		words: 'its coordinates',
		has: ({ place }) => place?.latitude !== undefined && place.longitude !== undefined,
	},
	seal: { place: 'seal', words: 'the seal and its state', has: ({ seal }) => seal !== undefined },
	gate: { place: 'direction', words: 'whether in or out', has: ({ direction }) => direction !== undefined },
	plate: { place: 'plate', words: 'the plate that was read', has: ({ plate }) => plate !== undefined },
	scan: { place: 'scan', words: 'the result of the scan', has: ({ scan }) => scan !== undefined },
};

function checkDetail(sheet: FindingSheet, record: MovementEvent): void {
	const detail = details[record.type];
	if (!detail.has(record))
		sheet.report(
			'movement.detail-missing',
			detail.place,
			`The ${record.type} event does not say ${detail.words}.`,
		);
}

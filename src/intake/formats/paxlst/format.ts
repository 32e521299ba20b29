/**
 * Writes passenger lists as PAXLST (D.02B, or the version asked for). What PAXLST can say is read back the same;
 * `arbitraries.ts` states what that is. Months and years of birth without a day are written in their own formats.
 */
import type { Leg, Place } from '../../../../contract/records/common.ts';
import type { BorderRecord } from '../../../../contract/records/record.ts';
import type { PassengerList, Traveller } from '../../../../contract/records/travel.ts';
import type { FormatOptions } from '../../model.ts';
import { formatDateTime } from '../edifact/date-time.ts';
import { addressElements, partySegments } from '../edifact/parties.ts';
import { codeOfMode, meansElement } from '../edifact/transport.ts';
import { codeOfPlace, contactElement } from '../edifact/values.ts';
import { formatInterchange, type SegmentToWrite } from '../edifact/writer.ts';
import { codeOfDocument, FUNCTION_CODES, functionOf, LIST_CODES, TRAVELLER_CODES } from './codes.ts';
import { nameComponents } from './names.ts';

const DEFAULT_VERSION = 'D:02B';

/** Writes one interchange with a message for each passenger list; records of other kinds are passed over. */
export function formatPassengerLists(records: readonly BorderRecord[], options: FormatOptions): string {
	const lists = records.filter((record) => record.kind === 'passenger-list');
	return formatInterchange(
		lists.map((list, index) => ({
			type: 'PAXLST',
			version: options.version ?? DEFAULT_VERSION,
			agency: 'UN',
			association: 'IATA',
			reference: list.messageReference ?? String(index + 1),
			segments: segmentsOf(list),
		})),
		options,
	);
}

function segmentsOf(list: PassengerList): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [beginningOf(list), ['RFF', ['TN', list.reference]]];
	if (list.reporter !== undefined) {
		segments.push(...partySegments(list.reporter, list.reporter.roleCode ?? 'MS', contactElement));
	}
	const legs = list.legs.length === 0 && (list.transport ?? list.carrier) !== undefined ? [{}] : list.legs;
	for (const leg of legs) segments.push(...legSegments(leg, list));
	for (const traveller of list.travellers) segments.push(...travellerSegments(traveller));
	if (list.declaredCount !== undefined) {
		segments.push(['CNT', [list.listType === 'crew' ? '41' : '42', String(list.declaredCount)]]);
	}
	return segments;
}

function beginningOf(list: PassengerList): SegmentToWrite {
	const [code = '', variant = ''] = (list.documentCode ?? LIST_CODES[list.listType]).split(':');
	if (functionOf(code, variant, '') === list.function) return ['BGM', code, variant];
	const said = FUNCTION_CODES[list.function];
	return ['BGM', code, variant === '' ? said.variant : variant, said.code];
}

function legSegments(leg: Leg, list: PassengerList): SegmentToWrite[] {
	const carrier = leg.carrier ?? list.carrier ?? '';
	const flight = list.mode === undefined || list.mode === 'air';
	const segments: SegmentToWrite[] = [
		[
			'TDT',
			'20',
			leg.number === undefined ? undefined : flight ? `${carrier}${leg.number}` : leg.number,
			flight ? undefined : codeOfMode(list.mode),
			undefined,
			carrier,
			undefined,
			undefined,
			meansElement(list.transport),
		],
	];
	const border = leg.border === true;
	segments.push(...stopSegments(border ? '125' : '92', leg.from, '189', leg.departsAt));
	segments.push(...stopSegments(border ? '87' : '92', leg.to, '232', leg.arrivesAt));
	return segments;
}

/** A time without a place still needs its LOC, because DTM belongs to the LOC before it. */
function stopSegments(
	qualifier: string,
	place: Place | undefined,
	time: string,
	at: string | undefined,
): SegmentToWrite[] {
	if (place === undefined && at === undefined) return [];
	const segments: SegmentToWrite[] = [locationSegment(qualifier, place ?? {})];
	if (at !== undefined) segments.push(['DTM', [time, ...formatDateTime(at)]]);
	return segments;
}

const locationSegment = (qualifier: string, place: Place): SegmentToWrite => {
	// Lists of passengers name airports as tickets do.
	const code = place.iata ?? codeOfPlace(place);
	return [
		'LOC',
		qualifier,
		[code, undefined, undefined, place.name],
		place.facility === code ? undefined : place.facility,
	];
};

const SEX_CODES = { female: 'F', male: 'M', unspecified: 'U' } as const;

function travellerSegments(traveller: Traveller): SegmentToWrite[] {
	const { person } = traveller;
	const segments: SegmentToWrite[] = [
		[
			'NAD',
			TRAVELLER_CODES[traveller.type],
			undefined,
			undefined,
			nameComponents(person.name),
			...addressElements(traveller.address),
		],
	];
	if (person.sex !== undefined) segments.push(['ATT', '2', undefined, SEX_CODES[person.sex]]);
	if (person.bornOn !== undefined) segments.push(dateSegment('329', person.bornOn));
	else if (person.bornAbout !== undefined) {
		const digits = person.bornAbout.replace('-', '');
		segments.push(['DTM', ['329', digits, digits.length === 4 ? '602' : '610']]);
	}
	segments.push(...bagSegments(traveller));
	for (const [qualifier, place] of [
		['22', traveller.clears],
		['178', traveller.embarks],
		['179', traveller.disembarks],
	] as const) {
		if (place !== undefined) segments.push(locationSegment(qualifier, place));
	}
	if (person.residence !== undefined) segments.push(['LOC', '174', person.residence]);
	if (person.birthCountry !== undefined || person.birthPlace !== undefined) {
		segments.push(['LOC', '180', [person.birthCountry, undefined, undefined, person.birthPlace]]);
	}
	if (traveller.contacts !== undefined) segments.push(['COM', ...traveller.contacts.map(contactElement)]);
	segments.push(...employmentSegments(traveller));
	for (const nationality of person.nationalities ?? []) segments.push(['NAT', '2', nationality]);
	segments.push(...referenceSegments(traveller), ...documentSegments(traveller));
	return segments;
}

const dateSegment = (qualifier: string, date: string): SegmentToWrite => [
	'DTM',
	[qualifier, date.replaceAll('-', ''), '102'],
];

function bagSegments({ bags }: Traveller): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [];
	if (bags?.count !== undefined) segments.push(['MEA', 'CT', undefined, [undefined, String(bags.count)]]);
	if (bags?.massKg !== undefined) segments.push(['MEA', 'WT', undefined, ['KGM', bags.massKg]]);
	for (const tag of bags?.tags ?? []) segments.push(['FTX', 'BAG', undefined, undefined, tag]);
	return segments;
}

function employmentSegments({ person }: Traveller): SegmentToWrite[] {
	return person.occupation === undefined
		? []
		: [['EMP', '1', undefined, [undefined, undefined, undefined, person.occupation]]];
}

/** GEI and EMP keep their codes among the references, because no field of a traveller means the same. */
function referenceSegments(traveller: Traveller): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [];
	if (traveller.bookingReference !== undefined) segments.push(['RFF', ['AVF', traveller.bookingReference]]);
	if (traveller.seat !== undefined) segments.push(['RFF', ['SEA', traveller.seat]]);
	for (const { type, value } of traveller.references ?? []) {
		if (type === 'GEI') segments.push(['GEI', '4', value]);
		else if (type === 'EMP') segments.push(['EMP', '1', value]);
		else segments.push(['RFF', [type, value]]);
	}
	return segments;
}

function documentSegments({ documents = [] }: Traveller): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [];
	for (const document of documents) {
		segments.push(['DOC', [codeOfDocument(document.scheme), '110', '111'], document.value]);
		if (document.expiresOn !== undefined) segments.push(dateSegment('36', document.expiresOn));
		if (document.issuedOn !== undefined) segments.push(dateSegment('182', document.issuedOn));
		if (document.issuer !== undefined || document.issuedAt !== undefined) {
			segments.push(['LOC', '91', [document.issuer, undefined, undefined, document.issuedAt]]);
		}
	}
	return segments;
}

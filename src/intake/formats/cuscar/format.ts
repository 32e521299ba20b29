/**
 * Writes cargo reports as CUSCAR (D.96A structure, or the version asked for). What CUSCAR can say is read back the same;
 * `arbitraries.ts` states what that is. Of a party one identifier is written, of a natural person the full name.
 */
import type {
	CargoItem,
	CargoReport,
	Consignment,
	Equipment,
} from '../../../../contract/records/cargo-report.ts';
import type { Leg, Place } from '../../../../contract/records/common.ts';
import type { BorderRecord } from '../../../../contract/records/record.ts';
import type { FormatOptions } from '../../model.ts';
import { formatDateTime } from '../edifact/date-time.ts';
import { partySegments } from '../edifact/parties.ts';
import { codeOfMode, meansElement } from '../edifact/transport.ts';
import { codeOfPlace, contactElement } from '../edifact/values.ts';
import { formatInterchange, type SegmentToWrite } from '../edifact/writer.ts';
import { codeOfParty, FUNCTION_CODES, masterQualifier, qualifierOfDocument } from './codes.ts';

const DEFAULT_VERSION = 'D:96A';

/** Cargo manifest (data element 1001). */
const DEFAULT_DOCUMENT_TYPE = '85';

/** Writes one interchange with a message for each cargo report; records of other kinds are passed over. */
export function formatCargoReports(records: readonly BorderRecord[], options: FormatOptions): string {
	const reports = records.filter((record) => record.kind === 'cargo-report');
	return formatInterchange(
		reports.map((report, index) => ({
			type: 'CUSCAR',
			version: options.version ?? DEFAULT_VERSION,
			agency: 'UN',
			reference: String(index + 1),
			segments: segmentsOf(report),
		})),
		options,
	);
}

function segmentsOf(report: CargoReport): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [
		['BGM', report.documentType ?? DEFAULT_DOCUMENT_TYPE, report.reference, FUNCTION_CODES[report.function]],
	];
	for (const [qualifier, at] of [
		['137', report.preparedAt],
		['132', report.arrivesAt],
		['133', report.departsAt],
	] as const) {
		if (at !== undefined) segments.push(timeSegment(qualifier, at));
	}
	if (report.office !== undefined) segments.push(['LOC', '22', report.office]);
	for (const party of report.parties ?? [])
		segments.push(...partySegments(party, codeOfParty(party), contactElement));
	segments.push(...transportSegments(report));
	for (const equipment of report.equipment ?? []) segments.push(...equipmentSegments(equipment));
	for (const consignment of report.consignments) segments.push(...consignmentSegments(consignment));
	for (const [qualifier, value] of Object.entries(report.controls ?? {}))
		segments.push(['CNT', [qualifier, value]]);
	return segments;
}

const timeSegment = (qualifier: string, at: string): SegmentToWrite => [
	'DTM',
	[qualifier, ...formatDateTime(at)],
];

function transportSegments(report: CargoReport): SegmentToWrite[] {
	const { transport, legs = [] } = report;
	if (transport === undefined && legs.length === 0) return [];
	const [first = {}, ...others] = legs;
	return [
		[
			'TDT',
			'20',
			transport?.journey ?? first.number,
			codeOfMode(transport?.mode),
			undefined,
			transport?.carrier ?? first.carrier,
			undefined,
			undefined,
			meansElement(transport),
		],
		...legSegments(first),
		...others.flatMap((leg): SegmentToWrite[] => [
			['TDT', '30', leg.number, undefined, undefined, leg.carrier],
			...legSegments(leg),
		]),
	];
}

function legSegments(leg: Leg): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [];
	if (leg.from !== undefined) segments.push(placeSegment('5', leg.from));
	if (leg.to !== undefined) segments.push(placeSegment('60', leg.to));
	if (leg.departsAt !== undefined) segments.push(timeSegment('133', leg.departsAt));
	if (leg.arrivesAt !== undefined) segments.push(timeSegment('132', leg.arrivesAt));
	return segments;
}

function placeSegment(qualifier: string, place: Place): SegmentToWrite {
	const code = codeOfPlace(place);
	return [
		'LOC',
		qualifier,
		[code, undefined, undefined, place.name],
		place.facility === code ? undefined : place.facility,
	];
}

const LOAD_CODES = { empty: '4', full: '5', unknown: '6' } as const;

function equipmentSegments(equipment: Equipment): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [
		[
			'EQD',
			equipment.kind,
			equipment.number,
			equipment.sizeType,
			undefined,
			undefined,
			equipment.load === undefined ? undefined : LOAD_CODES[equipment.load],
		],
	];
	if (equipment.grossMassKg !== undefined) segments.push(['MEA', 'AAE', 'G', ['KGM', equipment.grossMassKg]]);
	if (equipment.tareMassKg !== undefined) segments.push(['MEA', 'AAE', 'T', ['KGM', equipment.tareMassKg]]);
	for (const seal of equipment.seals ?? []) segments.push(['SEL', seal.number, seal.issuer]);
	return segments;
}

function consignmentSegments(consignment: Consignment): SegmentToWrite[] {
	const { transportDocument, transportDocumentType, masterDocument } = consignment;
	const segments: SegmentToWrite[] = [
		['CNI', String(consignment.number), transportDocumentType === undefined ? transportDocument : undefined],
	];
	if (transportDocument !== undefined && transportDocumentType !== undefined) {
		segments.push(['RFF', [qualifierOfDocument(transportDocumentType), transportDocument]]);
	}
	if (masterDocument !== undefined)
		segments.push(['RFF', [masterQualifier(transportDocumentType), masterDocument]]);
	for (const reference of consignment.references ?? []) {
		segments.push(['RFF', [qualifierOfDocument(reference.type), reference.number]]);
	}
	if (consignment.grossMassKg !== undefined) segments.push(['CNT', ['7', consignment.grossMassKg, 'KGM']]);
	if (consignment.packageCount !== undefined)
		segments.push(['CNT', ['11', String(consignment.packageCount)]]);
	for (const [qualifier, place] of [
		['9', consignment.loadingPlace],
		['11', consignment.dischargePlace],
		['7', consignment.deliveryPlace],
		['5', consignment.originPlace],
	] as const) {
		if (place !== undefined) segments.push(placeSegment(qualifier, place));
	}
	for (const party of consignment.parties ?? [])
		segments.push(...partySegments(party, codeOfParty(party), contactElement));
	for (const item of consignment.items) segments.push(...itemSegments(item));
	return segments;
}

/** Longest component of FTX (data element 4440); a description fills up to five of them, and as many segments as needed. */
const TEXT_COMPONENT = 512;
const COMPONENTS = 5;

function itemSegments(item: CargoItem): SegmentToWrite[] {
	const packages = (item.packages ?? [])
		.slice(0, 5)
		.map((each) => [each.count === undefined ? '' : String(each.count), each.kind]);
	const segments: SegmentToWrite[] = [['GID', String(item.number), ...packages]];
	for (const lines of textLines(item.description)) segments.push(['FTX', 'AAA', undefined, undefined, lines]);
	if (item.grossMassKg !== undefined) segments.push(['MEA', 'WT', 'G', ['KGM', item.grossMassKg]]);
	if (item.volumeM3 !== undefined) segments.push(['MEA', 'VOL', 'AAW', ['MTQ', item.volumeM3]]);
	if (item.originCountry !== undefined) segments.push(['LOC', '27', item.originCountry]);
	for (const { number, packages: count } of item.containers ?? []) {
		segments.push(['SGP', number, count === undefined ? undefined : String(count)]);
	}
	for (const goods of item.dangerousGoods ?? []) segments.push(['DGS', 'IMD', goods.class, goods.unNumber]);
	for (const lines of textLines(item.marks)) segments.push(['PCI', '28', lines]);
	const commodity = item.commodityCode ?? item.hsCode;
	if (commodity !== undefined) segments.push(['CST', String(item.number), commodity]);
	return segments;
}

/** A text cut at blanks into components, five to a segment. A word longer than a component is kept whole. */
function textLines(text: string | undefined): string[][] {
	if (text === undefined) return [];
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > TEXT_COMPONENT) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	lines.push(line);
	const segments: string[][] = [];
	for (let at = 0; at < lines.length; at += COMPONENTS) segments.push(lines.slice(at, at + COMPONENTS));
	return segments;
}

/**
 * The header of a CUSCAR while it is read: means of transport, legs, places, times and equipment.
 * In: segments of the groups TDT and EQD and of the head of the message. Out: what they say, in the report.
 */
import type { CargoReport, Equipment } from '../../../../contract/records/cargo-report.ts';
import type { Leg, Party, TransportMeans } from '../../../../contract/records/common.ts';
import { readDateTime } from '../edifact/date-time.ts';
import type { Findings } from '../edifact/defect.ts';
import { component, placeOf, type Segment } from '../edifact/segment.ts';
import { meansOf, modeOf } from '../edifact/transport.ts';
import { addBounded, asCode, asText, placeOfLocation } from '../edifact/values.ts';
import { grossMassOf, type OpenConsignment, tareMassOf } from './consignment.ts';

const MAX_EQUIPMENT = 20_000;

export type Group = 'header' | 'transport' | 'equipment' | 'consignment' | 'item';

/** Everything read so far of one message. */
export type Draft = {
	report: CargoReport;
	findings: Findings;
	year: number;
	beginning: Segment | undefined;
	headerReference: string | undefined;
	/** The group that the last opening segment began. */
	group: Group;
	leg: Leg | undefined;
	equipment: Equipment | undefined;
	open: OpenConsignment | undefined;
	party: Party | undefined;
	/** Totals after goods items: of the message, unless another consignment follows. */
	lateTotals: Segment[];
	leftOut: number;
	unread: Map<string, Segment>;
};

/** The first TDT of stage 20 (main carriage) gives the means of transport; those inside consignments are not read. */
export function startTransport(draft: Draft, tdt: Segment): boolean {
	if (draft.open !== undefined) return false;
	const { report } = draft;
	draft.group = 'transport';
	const journey = asText(component(tdt, 1));
	const carrier = asText(component(tdt, 4)) ?? asText(component(tdt, 4, 3));
	if (report.transport === undefined) {
		const transport: TransportMeans = meansOf(tdt) ?? {};
		const mode = modeOf(tdt);
		if (mode !== undefined) transport.mode = mode;
		if (journey !== undefined) transport.journey = journey;
		if (carrier !== undefined) transport.carrier = carrier;
		report.transport = transport;
	}
	draft.leg = {};
	const legCarrier = asCode(carrier);
	const number = asCode(journey);
	if (legCarrier !== undefined) draft.leg.carrier = legCarrier;
	if (number !== undefined) draft.leg.number = number;
	report.legs ??= [];
	addBounded(report.legs, draft.leg, 50);
	return true;
}

export function startEquipment(draft: Draft, eqd: Segment): void {
	draft.group = 'equipment';
	draft.party = undefined;
	draft.equipment = undefined;
	const number = asCode(component(eqd, 1));
	if (number === undefined) return;
	const equipment: Equipment = { number };
	const kind = asCode(component(eqd, 0));
	if (kind !== undefined) equipment.kind = kind;
	const sizeType = asCode(component(eqd, 2)) ?? asCode(component(eqd, 2, 3));
	if (sizeType !== undefined) equipment.sizeType = sizeType;
	const load = component(eqd, 5);
	if (load !== '') equipment.load = load === '4' ? 'empty' : /^[578]$/.test(load) ? 'full' : 'unknown';
	draft.report.equipment ??= [];
	if (addBounded(draft.report.equipment, equipment, MAX_EQUIPMENT)) draft.equipment = equipment;
	else draft.leftOut++;
}

export function readSeal({ equipment }: Draft, sel: Segment): boolean {
	const number = asCode(component(sel, 0));
	if (equipment === undefined || number === undefined) return false;
	const issuer = asCode(component(sel, 1)) ?? asCode(component(sel, 1, 3));
	equipment.seals ??= [];
	addBounded(equipment.seals, issuer === undefined ? { number } : { number, issuer }, 50);
	return true;
}

/** MEA of a piece of equipment: its tare, or its gross mass. */
export function readEquipmentMeasure(equipment: Equipment, mea: Segment): boolean {
	const tare = tareMassOf(mea);
	const gross = tare === undefined ? grossMassOf(mea) : undefined;
	if (tare !== undefined) equipment.tareMassKg ??= tare;
	if (gross !== undefined) equipment.grossMassKg ??= gross;
	return tare !== undefined || gross !== undefined;
}

/** Places of the header: customs office, and where the journey goes from and to. */
export function readHeaderPlace({ report, leg }: Draft, loc: Segment): boolean {
	const place = placeOfLocation(loc);
	if (place === undefined) return true;
	switch (component(loc, 0)) {
		case '22':
		case '41':
		case '42':
		case '43':
		case '118':
		case '172': {
			const office = asCode(component(loc, 1));
			if (office !== undefined) report.office ??= office;
			return true;
		}
		case '5':
		case '9':
		case '94':
		case '125':
			if (leg === undefined) return false;
			leg.from ??= place;
			return true;
		case '7':
		case '8':
		case '11':
		case '60':
		case '61':
		case '87':
		case '153':
			if (leg === undefined) return false;
			leg.to ??= place;
			return true;
		default:
			return false;
	}
}

const ARRIVALS = new Set(['132', '178', '232']);
const DEPARTURES = new Set(['133', '136', '186', '189']);

export function readTime(draft: Draft, dtm: Segment): boolean {
	const qualifier = component(dtm, 0);
	const { report, leg, open } = draft;
	const arrival = ARRIVALS.has(qualifier);
	if (!arrival && !DEPARTURES.has(qualifier) && qualifier !== '137') return false;
	const text = component(dtm, 0, 1);
	const read = readDateTime(text, component(dtm, 0, 2), { year: draft.year, use: 'nearest' });
	const at = read?.dateTime ?? (read?.date === undefined ? undefined : `${read.date}T00:00`);
	if (at === undefined) {
		draft.findings.add({
			code: 'cuscar.date',
			severity: 'warning',
			place: placeOf(dtm, 0, 1),
			value: text,
			sentence: `“${text}” is no date and time that exists.`,
		});
		return true;
	}
	if (open !== undefined) return false;
	if (qualifier === '137') report.preparedAt ??= at;
	else if (draft.group === 'transport' && leg !== undefined) {
		if (arrival) leg.arrivesAt ??= at;
		else leg.departsAt ??= at;
	} else if (arrival) report.arrivesAt ??= at;
	else report.departsAt ??= at;
	return true;
}

/** Arrival and departure of the report, from its last and first leg where the header is silent. */
export function completeTimes(report: CargoReport): void {
	const arrivesAt = report.arrivesAt ?? report.legs?.at(-1)?.arrivesAt;
	if (arrivesAt !== undefined) report.arrivesAt = arrivesAt;
	const departsAt = report.departsAt ?? report.legs?.[0]?.departsAt;
	if (departsAt !== undefined) report.departsAt = departsAt;
}

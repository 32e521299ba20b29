/**
 * CUSCAR: segments of one message in, a cargo report out, with findings for what is missing or was not read.
 * Reads UN/EDIFACT D.95B to D.10B and what senders make of them. Header, transport, equipment, consignments and goods
 * items follow each other; totals at the end of the message are told from those of a consignment by what follows.
 */
import type { CargoReport, Consignment, Equipment } from '../../../../contract/records/cargo-report.ts';
import type { Leg, Party, TransportMeans } from '../../../../contract/records/common.ts';
import { readDateTime } from '../edifact/date-time.ts';
import { Findings } from '../edifact/defect.ts';
import type { Envelope } from '../edifact/envelope.ts';
import type { MessageFormat, ParsedMessage } from '../edifact/message-format.ts';
import { partyOf } from '../edifact/parties.ts';
import { component, placeOf, type Segment } from '../edifact/segment.ts';
import { meansOf, modeOf } from '../edifact/transport.ts';
import {
	addBounded,
	asCode,
	asCount,
	asDecimal,
	asText,
	contactsOf,
	placeOfLocation,
} from '../edifact/values.ts';
import { codeOfRole, FUNCTIONS, roleOf } from './codes.ts';
import {
	closeConsignment,
	grossMassOf,
	type OpenConsignment,
	openConsignment,
	openItem,
	readConsignmentSegment,
	readItemSegment,
	readTotals,
	startsNextBill,
	tareMassOf,
} from './consignment.ts';

const MAX_CONSIGNMENTS = 20_000;
const MAX_EQUIPMENT = 20_000;
const MAX_CONTROLS = 50;
const NO_YEAR = 2030;

export const cuscarMessage: MessageFormat = { type: 'CUSCAR', format: 'cuscar', parseMessage };

type Group = 'header' | 'transport' | 'equipment' | 'consignment' | 'item';

type Draft = {
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

function parseMessage(segments: readonly Segment[], envelope: Envelope): ParsedMessage {
	const draft: Draft = {
		report: { kind: 'cargo-report', reference: '', function: 'original', consignments: [] },
		findings: new Findings(),
		year: envelope.preparedAt === undefined ? NO_YEAR : Number(envelope.preparedAt.slice(0, 4)),
		beginning: undefined,
		headerReference: undefined,
		group: 'header',
		leg: undefined,
		equipment: undefined,
		open: undefined,
		party: undefined,
		lateTotals: [],
		leftOut: 0,
		unread: new Map(),
	};
	for (const segment of segments) {
		if (!readSegment(draft, segment) && !draft.unread.has(segment.tag))
			draft.unread.set(segment.tag, segment);
	}
	closeOpen(draft);
	const { report } = draft;
	for (const cnt of draft.lateTotals) addControl(report, cnt);
	if (draft.beginning === undefined && report.transport === undefined && report.consignments.length === 0) {
		return {
			outcome: 'refused',
			code: 'cuscar.empty',
			reason: `The CUSCAR message “${envelope.messageReference.slice(0, 70)}” has neither BGM nor TDT nor a consignment.`,
			remedy: 'Ask the carrier to send the report again.',
		};
	}
	complete(draft, envelope);
	check(draft);
	return { outcome: 'record', record: report, findings: draft.findings.list() };
}

function readSegment(draft: Draft, segment: Segment): boolean {
	switch (segment.tag) {
		case 'UNH':
		case 'UNT':
		case 'UNS':
		case 'CTA':
			return true;
		case 'BGM':
			draft.beginning ??= segment;
			return true;
		case 'CNI':
			startConsignment(draft, asText(component(segment, 1)), asCount(component(segment, 0)));
			return true;
		case 'GID':
			startItem(draft, segment);
			return true;
		case 'TDT':
			return startTransport(draft, segment);
		case 'EQD':
			startEquipment(draft, segment);
			return true;
		case 'NAD':
			addParty(draft, segment);
			return true;
		case 'COM':
			if (draft.party === undefined) return false;
			for (const contact of contactsOf(segment)) {
				draft.party.contacts ??= [];
				addBounded(draft.party.contacts, contact, 50);
			}
			return true;
		case 'SEL':
			return readSeal(draft, segment);
		case 'DTM':
			return readTime(draft, segment);
		default:
			return readInGroup(draft, segment);
	}
}

function readInGroup(draft: Draft, segment: Segment): boolean {
	const { equipment, open, report } = draft;
	if (draft.group === 'equipment' && equipment !== undefined && segment.tag === 'MEA') {
		const tare = tareMassOf(segment);
		const gross = tare === undefined ? grossMassOf(segment) : undefined;
		if (tare !== undefined) equipment.tareMassKg ??= tare;
		if (gross !== undefined) equipment.grossMassKg ??= gross;
		return tare !== undefined || gross !== undefined;
	}
	if (open !== undefined) {
		if (segment.tag === 'RFF' && startsNextBill(open, segment)) {
			startConsignment(draft, undefined, undefined);
			return draft.open === undefined || readConsignmentSegment(draft.open, segment);
		}
		if (segment.tag === 'CNT' && open.item !== undefined) {
			draft.lateTotals.push(segment);
			return true;
		}
		if (open.item !== undefined && readItemSegment(open.item, segment)) return true;
		if (readConsignmentSegment(open, segment)) return true;
		return segment.tag === 'CNT' && addControl(report, segment);
	}
	switch (segment.tag) {
		case 'RFF':
			draft.headerReference ??= asText(component(segment, 0, 1));
			return true;
		case 'LOC':
			return readHeaderPlace(draft, segment);
		case 'CNT':
			return addControl(report, segment);
		default:
			return false;
	}
}

function closeOpen(draft: Draft): void {
	const { open, report } = draft;
	if (open === undefined) return;
	report.consignments.push(closeConsignment(open));
	draft.leftOut += open.itemsLeftOut;
	draft.open = undefined;
}

function startConsignment(draft: Draft, headNumber: string | undefined, number: number | undefined): void {
	const { report, open } = draft;
	// Totals that stood after the goods of the consignment before belong to it after all.
	if (open !== undefined) for (const cnt of draft.lateTotals) readTotals(open.consignment, cnt);
	draft.lateTotals = [];
	closeOpen(draft);
	draft.group = 'consignment';
	draft.party = undefined;
	draft.equipment = undefined;
	if (report.consignments.length >= MAX_CONSIGNMENTS) {
		draft.leftOut++;
		return;
	}
	const next = report.consignments.length + 1;
	draft.open = openConsignment(number !== undefined && number > 0 ? number : next, headNumber);
}

function startItem(draft: Draft, gid: Segment): void {
	if (draft.open === undefined) startConsignment(draft, undefined, undefined);
	draft.group = 'item';
	draft.party = undefined;
	if (draft.open !== undefined) openItem(draft.open, gid);
}

/** The first TDT of stage 20 (main carriage) gives the means of transport; those inside consignments are not read. */
function startTransport(draft: Draft, tdt: Segment): boolean {
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

function startEquipment(draft: Draft, eqd: Segment): void {
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

function readSeal({ equipment }: Draft, sel: Segment): boolean {
	const number = asCode(component(sel, 0));
	if (equipment === undefined || number === undefined) return false;
	const issuer = asCode(component(sel, 1)) ?? asCode(component(sel, 1, 3));
	equipment.seals ??= [];
	addBounded(equipment.seals, issuer === undefined ? { number } : { number, issuer }, 50);
	return true;
}

function addParty(draft: Draft, nad: Segment): void {
	const code = component(nad, 0).toUpperCase();
	const party = partyOf(nad, roleOf(code));
	const roleCode = asCode(code);
	if (roleCode !== undefined && roleCode !== codeOfRole(party.role)) party.roleCode = roleCode;
	const owner = draft.open === undefined ? draft.report : draft.open.consignment;
	owner.parties ??= [];
	if (addBounded(owner.parties, party, 50)) draft.party = party;
}

/** Places of the header: customs office, and where the journey goes from and to. */
function readHeaderPlace({ report, leg }: Draft, loc: Segment): boolean {
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

function readTime(draft: Draft, dtm: Segment): boolean {
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

function addControl(report: CargoReport, cnt: Segment): boolean {
	const qualifier = component(cnt, 0).slice(0, 8);
	const value = asDecimal(component(cnt, 0, 1));
	if (qualifier === '' || value === undefined || !/^\w+$/.test(qualifier)) return false;
	const controls = report.controls ?? {};
	if (Object.keys(controls).length < MAX_CONTROLS && !Object.hasOwn(controls, qualifier))
		controls[qualifier] = value;
	report.controls = controls;
	return true;
}

/** What stands in the beginning and the envelope, and times of the journey that only its legs give. */
function complete({ report, beginning, headerReference }: Draft, envelope: Envelope): void {
	report.legs = report.legs?.filter((leg) => leg.from ?? leg.to ?? leg.departsAt ?? leg.arrivesAt);
	if (report.legs === undefined || report.legs.length === 0) delete report.legs;
	completeTimes(report);
	const number = beginning === undefined ? undefined : asText(component(beginning, 1));
	report.reference = number ?? headerReference ?? asText(envelope.messageReference) ?? 'unnamed';
	if (beginning !== undefined) {
		const documentType = asCode(component(beginning, 0));
		if (documentType !== undefined) report.documentType = documentType;
		report.function = FUNCTIONS[component(beginning, 2)] ?? 'original';
	}
	if (report.preparedAt === undefined && envelope.preparedAt !== undefined)
		report.preparedAt = envelope.preparedAt;
	const sender = asText(envelope.sender);
	if (sender !== undefined) report.sender = sender;
	const receiver = asText(envelope.receiver);
	if (receiver !== undefined) report.receiver = receiver;
}

/** Arrival and departure of the report, from its last and first leg where the header is silent. */
export function completeTimes(report: CargoReport): void {
	const arrivesAt = report.arrivesAt ?? report.legs?.at(-1)?.arrivesAt;
	if (arrivesAt !== undefined) report.arrivesAt = arrivesAt;
	const departsAt = report.departsAt ?? report.legs?.[0]?.departsAt;
	if (departsAt !== undefined) report.departsAt = departsAt;
}

function check({ report, findings, beginning, leftOut, unread }: Draft): void {
	if (beginning === undefined) missing(findings, 'BGM', 'kind, number and function of the report');
	else if (component(beginning, 1) === '') missing(findings, 'BGM', 'number of the report');
	if (report.transport === undefined) missing(findings, 'TDT', 'means of transport');
	if (report.consignments.length === 0 && report.function !== 'cancellation')
		missing(findings, 'CNI', 'any consignment');
	report.consignments.forEach((consignment, index) => {
		checkConsignment(findings, consignment, index);
	});
	if (leftOut > 0) {
		findings.add({
			code: 'limit.cargo-report',
			severity: 'error',
			place: 'message',
			value: String(leftOut),
			sentence: `${leftOut} consignments, items or pieces of equipment beyond the bounds of a cargo report were left out.`,
		});
	}
	for (const [tag, segment] of unread) {
		findings.add({
			code: 'cuscar.segment-not-read',
			severity: 'info',
			place: placeOf(segment),
			value: tag,
			sentence: `${tag} stands where a cargo report has no use for it, or with a qualifier that is not read.`,
		});
	}
}

function checkConsignment(findings: Findings, consignment: Consignment, index: number): void {
	const absent: string[] = [];
	if (consignment.transportDocument === undefined) absent.push('transport document');
	if (consignment.items.length === 0) absent.push('goods items');
	if (absent.length === 0) return;
	findings.add({
		code: 'cuscar.incomplete-consignment',
		severity: 'warning',
		place: `consignments[${index}]`,
		value: absent.join(', '),
		sentence: `Consignment ${consignment.number} lacks: ${absent.join(', ')}.`,
	});
}

function missing(findings: Findings, segment: string, what: string): void {
	findings.add({
		code: 'cuscar.missing',
		severity: 'warning',
		place: segment,
		value: segment,
		sentence: `The report has no ${segment}: ${what} missing.`,
	});
}

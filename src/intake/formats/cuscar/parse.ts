/**
 * CUSCAR: segments of one message in, a cargo report out, with findings for what is missing or was not read.
 * Reads UN/EDIFACT D.95B to D.10B and what senders make of them. Header, transport, equipment, consignments and goods
 * items follow each other; totals at the end of the message are told from those of a consignment by what follows.
 */
import type { CargoReport, Consignment } from '../../../../contract/records/cargo-report.ts';
import { Findings } from '../edifact/defect.ts';
import type { Envelope } from '../edifact/envelope.ts';
import type { MessageFormat, ParsedMessage } from '../edifact/message-format.ts';
import { partyOf } from '../edifact/parties.ts';
import { component, placeOf, type Segment } from '../edifact/segment.ts';
import { addBounded, asCode, asCount, asDecimal, asText, contactsOf } from '../edifact/values.ts';
import {
	completeTimes,
	type Draft,
	readEquipmentMeasure,
	readHeaderPlace,
	readSeal,
	readTime,
	startEquipment,
	startTransport,
} from './carriage.ts';
import { codeOfRole, FUNCTIONS, roleOf } from './codes.ts';
import {
	closeConsignment,
	openConsignment,
	openItem,
	readConsignmentSegment,
	readItemSegment,
	readTotals,
	startsNextBill,
} from './consignment.ts';

const MAX_CONSIGNMENTS = 20_000;
const MAX_CONTROLS = 50;
const NO_YEAR = 2030;

export const cuscarMessage: MessageFormat = { type: 'CUSCAR', format: 'cuscar', parseMessage };

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
		return readEquipmentMeasure(equipment, segment);
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

function addParty(draft: Draft, nad: Segment): void {
	const code = component(nad, 0).toUpperCase();
	const party = partyOf(nad, roleOf(code));
	const roleCode = asCode(code);
	if (roleCode !== undefined && roleCode !== codeOfRole(party.role)) party.roleCode = roleCode;
	const owner = draft.open === undefined ? draft.report : draft.open.consignment;
	owner.parties ??= [];
	if (addBounded(owner.parties, party, 50)) draft.party = party;
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

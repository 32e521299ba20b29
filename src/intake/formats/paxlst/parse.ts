/**
 * PAXLST: segments of one message in, a passenger list out, with findings for what is missing or contradicts itself.
 * Reads UN/EDIFACT D.02B and later as the WCO, IATA and ICAO guide uses it, for air, sea, rail and road.
 * Segments are taken by their tag and the group that they stand in; an unexpected one costs only itself.
 */
import type { Party } from '../../../../contract/records/common.ts';
import type { PassengerList, Traveller } from '../../../../contract/records/travel.ts';
import { readDateTime } from '../edifact/date-time.ts';
import { Findings } from '../edifact/defect.ts';
import type { Envelope } from '../edifact/envelope.ts';
import type { MessageFormat, ParsedMessage } from '../edifact/message-format.ts';
import { partyOf } from '../edifact/parties.ts';
import { component, placeOf, type Segment } from '../edifact/segment.ts';
import { meansOf, modeOf } from '../edifact/transport.ts';
import { addBounded, asCode, asCount, asText, contactsOf, placeOfLocation } from '../edifact/values.ts';
import { functionOf, LIST_TYPES } from './codes.ts';
import { addStop, addStopTime, legsOf, MAX_LEGS, referenceOf, type Transport } from './itinerary.ts';
import { checkTraveller, type OpenTraveller, openTraveller, readTravellerSegment } from './travellers.ts';
import {
	isDialectPlace,
	openPassengerDetails,
	placeOfCountryAndAirport,
	reporterOf,
	textOfTime,
} from './united-states.ts';

const MAX_TRAVELLERS = 20_000;

/** Reference year where neither the envelope nor a journey gives one: two-digit years then fall between 1931 and 2030. */
const NO_YEAR = 2030;

export const paxlstMessage: MessageFormat = { type: 'PAXLST', format: 'paxlst', parseMessage };

/** Everything read so far of one message. */
type Draft = {
	findings: Findings;
	year: number;
	beginning: Segment | undefined;
	transactionReference: string | undefined;
	reporter: Party | undefined;
	transports: Transport[];
	travellers: Traveller[];
	open: OpenTraveller | undefined;
	/** Travellers beyond the bound of the contract. */
	leftOut: number;
	counts: Map<string, { count: number; segment: Segment }>;
	unread: Map<string, Segment>;
};

function parseMessage(segments: readonly Segment[], envelope: Envelope): ParsedMessage {
	const draft: Draft = {
		findings: new Findings(),
		year: envelope.preparedAt === undefined ? NO_YEAR : Number(envelope.preparedAt.slice(0, 4)),
		beginning: undefined,
		transactionReference: undefined,
		reporter: undefined,
		transports: [],
		travellers: [],
		open: undefined,
		leftOut: 0,
		counts: new Map(),
		unread: new Map(),
	};
	for (const segment of segments) readSegment(draft, segment);
	if (draft.beginning === undefined && draft.transports.length === 0 && draft.travellers.length === 0) {
		return {
			outcome: 'refused',
			code: 'paxlst.empty',
			reason: `The PAXLST message “${envelope.messageReference.slice(0, 70)}” has neither BGM nor TDT nor a traveller.`,
			remedy: 'Ask the carrier to send the list again.',
		};
	}
	const record = assemble(draft, envelope);
	check(draft, record);
	return { outcome: 'record', record, findings: draft.findings.list() };
}

function readSegment(draft: Draft, segment: Segment): void {
	const transport = draft.transports.at(-1);
	switch (segment.tag) {
		case 'UNH':
		case 'UNT':
			return;
		case 'BGM':
			draft.beginning ??= segment;
			return;
		case 'CNT':
			addCounts(draft, segment);
			return;
		case 'TDT':
			draft.open = undefined;
			if (draft.transports.length < MAX_LEGS) draft.transports.push({ tdt: segment, stops: [] });
			return;
		case 'NAD':
			readName(draft, segment);
			return;
		case 'PDT':
			addTraveller(draft, () => openPassengerDetails(segment, draft.travellers.length + 1, draft));
			return;
		case 'UNS':
			draft.open = undefined;
			return;
	}
	if (draft.open !== undefined) {
		if (readTravellerSegment(draft.open, segment, draft)) return;
	} else if (draft.leftOut === 0 && readHeader(draft, transport, segment)) return;
	if (!draft.unread.has(segment.tag)) draft.unread.set(segment.tag, segment);
}

/** Qualifiers of NAD that name no traveller but a party of the header, wherever they stand. */
const PARTY_QUALIFIERS = new Set(['MS', 'MR', 'CA', 'AG', 'CG', 'TB', 'BH', 'WPA']);

function readName(draft: Draft, nad: Segment): void {
	const qualifier = component(nad, 0);
	if (PARTY_QUALIFIERS.has(qualifier)) {
		if (qualifier === 'MS') draft.reporter = partyOf(nad, 'reporter');
		else draft.reporter ??= { ...partyOf(nad, 'reporter'), roleCode: qualifier };
		draft.open = undefined;
		return;
	}
	addTraveller(draft, () => openTraveller(nad, draft.travellers.length + 1, draft.findings));
}

function addTraveller(draft: Draft, open: () => OpenTraveller): void {
	if (draft.travellers.length >= MAX_TRAVELLERS) {
		draft.leftOut++;
		draft.open = undefined;
		return;
	}
	draft.open = open();
	draft.travellers.push(draft.open.traveller);
}

function readHeader(draft: Draft, transport: Transport | undefined, segment: Segment): boolean {
	switch (segment.tag) {
		case 'RFF':
			if (component(segment, 0) === 'TN') {
				const version = component(segment, 0, 3);
				const number = component(segment, 0, 1);
				draft.transactionReference = asText(number) ?? asText(version);
			}
			return true;
		case 'COM':
			if (draft.reporter === undefined) return false;
			for (const contact of contactsOf(segment)) {
				draft.reporter.contacts ??= [];
				addBounded(draft.reporter.contacts, contact, 50);
			}
			return true;
		case 'CTA': {
			// In the international form CTA is silent or repeats NAD+MS; in the older one it stands alone.
			const reporter = draft.reporter === undefined ? reporterOf(segment) : undefined;
			if (reporter !== undefined) draft.reporter = reporter;
			return true;
		}
		case 'LOC': {
			if (transport === undefined) return false;
			const qualifier = component(segment, 0);
			const dialect = isDialectPlace(qualifier) ? placeOfCountryAndAirport(component(segment, 1)) : undefined;
			addStop(transport, qualifier, dialect ?? placeOfLocation(segment));
			return true;
		}
		case 'DTM':
			return readHeaderTime(draft, transport, segment);
		default:
			return false;
	}
}

function readHeaderTime(draft: Draft, transport: Transport | undefined, dtm: Segment): boolean {
	const text = textOfTime(dtm);
	const read = readDateTime(text, component(dtm, 0, 2), { year: draft.year, use: 'nearest' });
	if (read === undefined) {
		draft.findings.add({
			code: 'paxlst.journey-time',
			severity: 'warning',
			place: placeOf(dtm, 0, 1),
			value: text,
			sentence: `“${text}” is no date and time that exists.`,
		});
		return true;
	}
	const at = read.dateTime ?? (read.date === undefined ? undefined : `${read.date}T00:00`);
	if (transport === undefined || at === undefined) return true;
	if (read.dateTime === undefined) {
		draft.findings.add({
			code: 'paxlst.journey-time',
			severity: 'info',
			place: placeOf(dtm, 0, 1),
			value: text,
			sentence: `“${text}” gives a day without a time; midnight was taken.`,
		});
	}
	return addStopTime(transport, component(dtm, 0), at);
}

function addCounts(draft: Draft, cnt: Segment): void {
	for (let index = 0; index < Math.min(cnt.elements.length, 20); index++) {
		// Some separate the two with the wrong character: CNT+41+8.
		const count = asCount(component(cnt, index, 1) || component(cnt, index + 1));
		if (count !== undefined) draft.counts.set(component(cnt, index), { count, segment: cnt });
	}
}

function assemble(draft: Draft, envelope: Envelope): PassengerList {
	const { beginning, transports, travellers } = draft;
	const code = beginning === undefined ? '' : (asCode(component(beginning, 0)) ?? '').slice(0, 20);
	const variant = beginning === undefined ? '' : (asCode(component(beginning, 1)) ?? '').slice(0, 20);
	const functionCode = beginning === undefined ? '' : component(beginning, 2);
	const listType = LIST_TYPES[code] ?? listTypeBy(travellers);
	const list: PassengerList = {
		kind: 'passenger-list',
		reference: '',
		function: functionOf(code, variant, functionCode),
		listType,
		legs: [],
		travellers,
	};
	const documentCode = variant === '' ? code : `${code}:${variant}`;
	if (documentCode !== '') list.documentCode = documentCode;
	for (const transport of transports) {
		for (const leg of legsOf(transport)) addBounded(list.legs, leg, MAX_LEGS);
	}
	addTransport(list, transports);
	const messageReference = asText(envelope.messageReference);
	if (messageReference !== undefined) list.messageReference = messageReference;
	const sender = asText(envelope.sender);
	if (sender !== undefined) list.sender = sender;
	const receiver = asText(envelope.receiver);
	if (receiver !== undefined) list.receiver = receiver;
	if (envelope.preparedAt !== undefined) list.preparedAt = envelope.preparedAt;
	if (draft.reporter !== undefined) list.reporter = draft.reporter;
	const declared =
		draft.counts.get(listType === 'crew' ? '41' : '42') ?? draft.counts.get('42') ?? draft.counts.get('41');
	if (declared !== undefined) list.declaredCount = declared.count;
	list.reference = referenceOf(list, draft.transactionReference ?? messageReference ?? 'unnamed');
	return list;
}

/** Mode, carrier and means of the first transport. Without a mode it is a flight, unless a vessel is named. */
function addTransport(list: PassengerList, transports: readonly Transport[]): void {
	const first = transports[0];
	if (first === undefined) return;
	const means = meansOf(first.tdt);
	if (means !== undefined) list.transport = means;
	const mode = modeOf(first.tdt);
	if (mode === undefined) list.mode = means?.imo === undefined ? 'air' : 'sea';
	else list.mode = mode === 'sea' || mode === 'rail' || mode === 'road' || mode === 'air' ? mode : 'unknown';
	const carrier = list.legs.find((leg) => leg.carrier !== undefined)?.carrier;
	if (carrier !== undefined) list.carrier = carrier;
}

function listTypeBy(travellers: readonly Traveller[]): PassengerList['listType'] {
	const first = travellers[0]?.type;
	if (first === undefined) return 'other';
	return first === 'crew' || first === 'in-transit-crew' ? 'crew' : 'passengers';
}

function check(
	{ findings, counts, leftOut, beginning, transports, unread }: Draft,
	list: PassengerList,
): void {
	if (beginning === undefined) missing(findings, 'BGM', 'kind and function of the list');
	else if (LIST_TYPES[component(beginning, 0)] === undefined) {
		findings.add({
			code: 'paxlst.list-type',
			severity: 'warning',
			place: placeOf(beginning, 0),
			value: component(beginning, 0),
			sentence: `“${component(beginning, 0)}” is no kind of list that the guide knows; it was taken from the travellers.`,
		});
	}
	if (transports.length === 0) missing(findings, 'TDT', 'flight, voyage or trip');
	else checkJourney(findings, list);
	if (list.reporter === undefined) missing(findings, 'NAD+MS', 'reporting party');
	if (list.travellers.length === 0 && list.function !== 'close-out' && list.function !== 'cancellation') {
		missing(findings, 'NAD', 'any traveller');
	}
	if (leftOut > 0) {
		findings.add({
			code: 'limit.travellers',
			severity: 'error',
			place: 'travellers',
			value: String(leftOut),
			against: String(MAX_TRAVELLERS),
			sentence: `${leftOut} travellers beyond the first ${MAX_TRAVELLERS} were left out.`,
		});
	}
	checkCounts(findings, counts, list, leftOut);
	if (list.listType === 'passengers' || list.listType === 'crew') {
		list.travellers.forEach((traveller, index) => {
			checkTraveller(traveller, index, findings);
		});
	}
	for (const [tag, segment] of unread) {
		findings.add({
			code: 'paxlst.segment-not-read',
			severity: 'info',
			place: placeOf(segment),
			value: tag,
			sentence: `${tag} stands where PAXLST has no use for it, or with a qualifier that is not read.`,
		});
	}
}

function checkJourney(findings: Findings, list: PassengerList): void {
	const { legs } = list;
	if (legs.length === 0 || legs.some((leg) => leg.from === undefined || leg.to === undefined)) {
		missing(findings, 'LOC', 'place of departure or arrival of a leg');
	}
	if (!legs.some((leg) => leg.departsAt !== undefined)) missing(findings, 'DTM+189', 'time of departure');
	if (!legs.some((leg) => leg.arrivesAt !== undefined)) missing(findings, 'DTM+232', 'time of arrival');
}

function missing(findings: Findings, segment: string, what: string): void {
	findings.add({
		code: 'paxlst.missing',
		severity: 'warning',
		place: segment,
		value: segment,
		sentence: `The list has no ${segment}: ${what} missing.`,
	});
}

/** CNT 41 counts crew and 42 passengers; senders also use either for everybody on the list. */
function checkCounts(
	findings: Findings,
	counts: Draft['counts'],
	list: PassengerList,
	leftOut: number,
): void {
	const total = list.travellers.length + leftOut;
	const crew = list.travellers.filter(({ type }) => type === 'crew' || type === 'in-transit-crew').length;
	for (const [qualifier, { count, segment }] of counts) {
		if (qualifier !== '41' && qualifier !== '42') continue;
		const own = qualifier === '41' ? crew : total - crew;
		if (count === own || count === total) continue;
		findings.add({
			code: 'paxlst.traveller-count',
			severity: 'warning',
			place: placeOf(segment, 0),
			value: String(count),
			against: String(own),
			sentence: `CNT ${qualifier} counts ${count} ${qualifier === '41' ? 'crew' : 'passengers'}, but the list has ${own}.`,
		});
	}
	if (counts.size === 0 && total > 0) missing(findings, 'CNT', 'number of travellers');
}

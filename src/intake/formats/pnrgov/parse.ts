/**
 * PNRGOV: segments of one message in, the bookings of one flight out (IATA/ICAO PNRGOV guide, 11.1 and later; 10.1 reads
 * as well). SRC begins a booking. Inside it a segment means what the part says that it stands in: the booking, a
 * traveller, a leg, check-in, or the history, which is kept as text. An unexpected segment costs only itself.
 */
import type { Leg } from '../../../../contract/records/common.ts';
import type { Booking } from '../../../../contract/records/travel.ts';
import { Findings } from '../edifact/defect.ts';
import type { Envelope } from '../edifact/envelope.ts';
import type { MessageFormat, ParsedMessage, ParsedRecord } from '../edifact/message-format.ts';
import { component, elementOf, placeOf, type Segment } from '../edifact/segment.ts';
import { addBounded, asCode, asText } from '../edifact/values.ts';
import { FUNCTIONS, readDayTime, TRAVELLER_TYPES } from './codes.ts';
import {
	addDocument,
	type BookingDraft,
	finishTraveller,
	MAX_HISTORY,
	MAX_TRAVELLERS,
	newBooking,
	newTraveller,
	type TravellerDraft,
	travellerBy,
} from './draft.ts';
import { readFreeText, readSpecialService } from './read-services.ts';
import {
	readBags,
	readFare,
	readLeg,
	readOperating,
	readPayments,
	readTicket,
	readTotals,
} from './read-travel.ts';
import { addressFrom } from './special-services.ts';

export const pnrgovMessage: MessageFormat = { type: 'PNRGOV', format: 'pnrgov', parseMessage };

/** Reference year where the message gives none. */
const NO_YEAR = 2030;

/** Where in a booking the next segment stands. */
type Part = 'booking' | 'traveller' | 'leg' | 'check-in' | 'history';
type Cursor = { part: Part; traveller: TravellerDraft | undefined; leg: Leg | undefined };

type Head = { function: Booking['function']; flight: Leg | undefined; functionGiven: boolean };

function parseMessage(segments: readonly Segment[], envelope: Envelope): ParsedMessage {
	const year = envelope.preparedAt === undefined ? NO_YEAR : Number(envelope.preparedAt.slice(0, 4));
	const head: Head = { function: 'original', flight: undefined, functionGiven: false };
	const records: ParsedRecord[] = [];
	let draft: BookingDraft | undefined;
	let cursor: Cursor = { part: 'booking', traveller: undefined, leg: undefined };
	for (const segment of segments) {
		if (segment.tag === 'SRC') {
			if (draft !== undefined) records.push(finish(draft, head, envelope));
			draft = newBooking(new Findings());
			cursor = { part: 'booking', traveller: undefined, leg: undefined };
		} else if (draft === undefined) readHead(head, segment, year);
		else readSegment(draft, cursor, segment, year);
	}
	if (draft !== undefined) records.push(finish(draft, head, envelope));
	const [first, ...further] = records;
	if (first === undefined) {
		return {
			outcome: 'refused',
			code: 'pnrgov.no-booking',
			reason: `The PNRGOV message “${envelope.messageReference.slice(0, 70)}” holds no booking: SRC, which begins one, is missing.`,
			remedy: 'Ask the carrier to send the message again, with SRC before each booking.',
		};
	}
	return { outcome: 'record', ...first, further };
}

function readHead(head: Head, segment: Segment, year: number): void {
	if (segment.tag === 'MSG') {
		const code = component(segment, 0, 1);
		head.functionGiven = FUNCTIONS[code] !== undefined;
		head.function = FUNCTIONS[code] ?? 'original';
	} else if (segment.tag === 'TVL') head.flight ??= readLeg(segment, year);
}

function readSegment(draft: BookingDraft, cursor: Cursor, segment: Segment, year: number): void {
	if (cursor.part === 'history' && segment.tag !== 'UNT') {
		addBounded(
			draft.history,
			[segment.tag, ...segment.elements.map((element) => element.join(':'))].join('+').slice(0, 4_000),
			MAX_HISTORY,
		);
		return;
	}
	switch (segment.tag) {
		case 'UNT':
			return;
		case 'ABI':
		case 'LTS':
		case 'SAC':
			cursor.part = 'history';
			readSegment(draft, cursor, segment, year);
			return;
		case 'TIF':
			readName(draft, cursor, segment);
			return;
		case 'TVL': {
			const leg = readLeg(segment, year);
			// Some carriers repeat the flight number alone before check-in; it says nothing new.
			if (leg.from === undefined && leg.to === undefined) return;
			if (addBounded(draft.legs, leg, 100)) cursor.leg = leg;
			cursor.part = 'leg';
			cursor.traveller = undefined;
			return;
		}
		case 'TRI': {
			cursor.part = 'check-in';
			cursor.traveller = travellerBy(draft, component(segment, 1, 3));
			return;
		}
	}
	if (readShared(draft, cursor, segment, year)) return;
	if (cursor.part === 'leg' || cursor.part === 'check-in') readJourney(cursor, segment, year);
	else readBooking(draft, cursor.traveller, segment, year);
}

/** Segments that mean the same wherever they stand. */
function readShared(draft: BookingDraft, cursor: Cursor, segment: Segment, year: number): boolean {
	switch (segment.tag) {
		case 'RCI':
			if (cursor.part === 'booking') readLocators(draft, segment, year);
			return true;
		case 'SSR':
			readSpecialService(draft, cursor.traveller, cursor.leg, segment, year);
			return true;
		case 'IFT':
			readFreeText(draft, cursor.traveller, segment);
			return true;
		case 'TBD':
			if (cursor.traveller !== undefined) readBags(cursor.traveller, segment);
			else readTotals(draft, segment);
			return true;
		case 'EQN':
			for (const element of segment.elements)
				if ((element[1] ?? '').trim().toUpperCase() === 'SP')
					addBounded(draft.splitFrom, asCode(element[0]) ?? '', 20);
			return true;
		default:
			return false;
	}
}

function readBooking(
	draft: BookingDraft,
	traveller: TravellerDraft | undefined,
	segment: Segment,
	year: number,
): void {
	switch (segment.tag) {
		case 'DAT':
			for (const element of segment.elements) {
				const [qualifier = '', day = '', time = ''] = element;
				const at = readDayTime(day, time, year);
				if (at === undefined) continue;
				if (traveller === undefined && qualifier === '700') draft.changedAt ??= at;
				const ticket = traveller?.tickets.at(-1);
				if (qualifier === '710' && ticket !== undefined) ticket.issuedOn = at.slice(0, 10);
			}
			return;
		case 'ORG':
			if (traveller === undefined) readAgency(draft, segment);
			return;
		case 'ADD':
			readAddresses(draft, traveller, segment);
			return;
		case 'FTI':
			for (const element of segment.elements) {
				const carrier = asCode(element[0]);
				if (carrier === undefined || traveller === undefined) continue;
				const number = asCode(element[1]);
				const level = asCode(element.slice(2).find((part) => part.trim() !== ''));
				addBounded(
					traveller.loyalty,
					{ carrier, ...(number === undefined ? {} : { number }), ...(level === undefined ? {} : { level }) },
					10,
				);
			}
			return;
		case 'TKT':
		case 'MON':
		case 'PTK':
		case 'TXD':
			if (traveller !== undefined) readTicket(traveller, segment, year);
			return;
		case 'FAR':
			if (traveller !== undefined) readFare(traveller, segment);
			return;
		case 'FOP':
			readPayments(traveller?.payments ?? draft.payments, segment);
			return;
	}
}

function readJourney({ part, traveller, leg }: Cursor, segment: Segment, year: number): void {
	if (segment.tag === 'TRA' && leg !== undefined) readOperating(leg, segment);
	else if (segment.tag === 'RPI' && leg !== undefined) {
		const status = asCode(component(segment, 1));
		if (status !== undefined) leg.status = status;
	} else if (segment.tag === 'SSD' && part === 'check-in' && traveller !== undefined) {
		const seat = asCode(component(segment, 0));
		traveller.boarded = true;
		if (seat !== undefined && /\d/.test(seat) && !traveller.seats.some((each) => each.seat === seat)) {
			const from = leg?.from?.iata;
			const to = leg?.to?.iata;
			addBounded(
				traveller.seats,
				{ seat, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
				50,
			);
		}
	} else if (
		segment.tag === 'DAT' &&
		leg !== undefined &&
		readDayTime(component(segment, 0, 1), '', year) === undefined
	)
		return;
}

/** In the booking a TIF names a new traveller; after TRI it only says whose check-in this is. */
function readName(draft: BookingDraft, cursor: Cursor, tif: Segment): void {
	const family = component(tif, 0);
	const given = component(tif, 1);
	const tattoo = component(tif, 1, 2);
	if (cursor.part === 'leg' || cursor.part === 'check-in') {
		cursor.traveller =
			travellerBy(draft, tattoo) ??
			draft.travellers.find((each) => each.family === family && each.given === given) ??
			cursor.traveller;
		return;
	}
	cursor.part = 'traveller';
	if (draft.travellers.length >= MAX_TRAVELLERS) {
		draft.travellersLeftOut += 1;
		cursor.traveller = undefined;
		return;
	}
	const traveller = newTraveller(
		family,
		given,
		tattoo.slice(0, 64),
		TRAVELLER_TYPES[component(tif, 1, 1).toUpperCase()] ??
			(component(tif, 0, 1).toUpperCase() === 'IN' ? 'infant' : undefined),
	);
	draft.travellers.push(traveller);
	cursor.traveller = traveller;
	for (const document of draft.early.get(tattoo) ?? []) addDocument(traveller, document);
	if (family === '' && given === '') {
		draft.findings.add({
			code: 'pnrgov.no-name',
			severity: 'error',
			place: placeOf(tif, 0),
			sentence: 'TIF names nobody: both family and given name are empty.',
		});
	}
}

function readLocators(draft: BookingDraft, rci: Segment, year: number): void {
	for (let index = 0; index < rci.elements.length; index++) {
		const locator = asCode(component(rci, index, 1));
		if (locator === undefined) continue;
		const carrier = asCode(component(rci, index, 0));
		const createdAt = readDayTime(component(rci, index, 3), component(rci, index, 4), year);
		addBounded(
			draft.locators,
			{
				locator,
				...(carrier === undefined ? {} : { carrier }),
				...(createdAt === undefined ? {} : { createdAt }),
			},
			50,
		);
	}
}

function readAgency(draft: BookingDraft, org: Segment): void {
	const agency: NonNullable<Booking['agency']> = {};
	const put = (key: keyof typeof agency, value: string | undefined): void => {
		if (value !== undefined) agency[key] = value;
	};
	put('carrier', asCode(component(org, 0)));
	put('place', asCode(component(org, 0, 1)) ?? asCode(component(org, 2)));
	const number = asCode(component(org, 1));
	put('iataNumber', number);
	put('country', asCode(component(org, 5)));
	put('currency', asCode(component(org, 5, 1)));
	put('agent', asCode(component(org, 6)));
	if (Object.keys(agency).length > 0) draft.agency ??= agency;
}

/** Purposes of ADD whose address belongs to the booking, not to a traveller: 701 billing. */
function readAddresses(draft: BookingDraft, traveller: TravellerDraft | undefined, add: Segment): void {
	for (let index = 1; index < Math.max(add.elements.length, 2); index++) {
		const parts = elementOf(add, index);
		if (parts.length === 0) continue;
		const [, street = '', city = '', code = '', name = '', country = '', postcode = '', phone = ''] = parts;
		const address = addressFrom({ street, city, subdivision: name === '' ? code : name, postcode, country });
		if (address !== undefined) addBounded(traveller?.addresses ?? draft.addresses, address, 10);
		const contacts = traveller?.contacts ?? draft.contacts;
		for (const text of phone.trim() === '' ? [] : [phone]) {
			const number = asText(text.replace(/^.*CTC\s?[A-Z]?\s+/i, ''));
			if (number !== undefined && /\d{4}/.test(number))
				addBounded(contacts, { kind: 'phone', value: number }, 30);
		}
	}
}

function finish(draft: BookingDraft, head: Head, envelope: Envelope): ParsedRecord {
	const { findings } = draft;
	const travellers = draft.travellers.map((traveller, index) => finishTraveller(traveller, index + 1));
	const main = draft.locators[0];
	const booking: Booking = {
		kind: 'booking',
		reference: referenceOf(draft, head, envelope),
		locators: draft.locators,
		function: head.function,
		legs: draft.legs,
		travellers,
	};
	const put = <K extends keyof Booking>(key: K, value: Booking[K] | undefined): void => {
		if (value !== undefined && (!Array.isArray(value) || value.length > 0)) booking[key] = value;
	};
	put('messageReference', asText(envelope.messageReference));
	put('sender', asText(envelope.sender));
	put('receiver', asText(envelope.receiver));
	put('preparedAt', envelope.preparedAt);
	put('bookedAt', main?.createdAt);
	put('changedAt', draft.changedAt);
	put('flight', head.flight === undefined ? undefined : { ...head.flight, border: true });
	put('agency', draft.agency);
	put('addresses', draft.addresses);
	put('contacts', draft.contacts);
	put('payments', draft.payments);
	put(
		'splitFrom',
		draft.splitFrom.filter((each) => each !== ''),
	);
	put('bagsTotal', draft.bags);
	put('history', draft.history);
	put('remarks', draft.remarks);
	put('services', draft.services);
	const missing = (segment: string, what: string): void =>
		findings.add({
			code: 'pnrgov.missing',
			severity: 'warning',
			place: segment,
			value: segment,
			sentence: `The booking has no ${segment}: ${what} missing.`,
		});
	if (!head.functionGiven) missing('MSG', 'function of the message');
	if (main === undefined) missing('RCI', 'record locator');
	if (head.flight === undefined) missing('TVL', 'flight of the message');
	if (travellers.length === 0) missing('TIF', 'any traveller');
	if (draft.legs.length === 0) missing('TVL', 'itinerary');
	if (draft.sensitive > 0)
		findings.add({
			code: 'pnrgov.sensitive-left-out',
			severity: 'info',
			place: 'SSR, IFT',
			value: String(draft.sensitive),
			sentence: `${draft.sensitive} services or remarks that may reveal religion, health or the like were left out.`,
		});
	if (draft.travellersLeftOut > 0)
		findings.add({
			code: 'limit.travellers',
			severity: 'error',
			place: 'TIF',
			value: String(draft.travellersLeftOut),
			against: String(MAX_TRAVELLERS),
			sentence: `${draft.travellersLeftOut} travellers beyond the first ${MAX_TRAVELLERS} were left out.`,
		});
	return { record: booking, findings: findings.list() };
}

/** Locator, carrier and day of creation name a booking over all its versions; a locator alone is used again after years. */
function referenceOf(draft: BookingDraft, head: Head, envelope: Envelope): string {
	const main = draft.locators[0];
	if (main === undefined) {
		const names = draft.travellers
			.map((each) => each.family)
			.join('-')
			.slice(0, 60);
		return `${envelope.sender || 'unknown'}/${head.flight?.number ?? 'no-flight'}/${head.flight?.departsAt?.slice(0, 10) ?? 'no-day'}/${names || envelope.messageReference || 'unnamed'}`;
	}
	return [main.carrier, main.locator, main.createdAt?.slice(0, 10)]
		.filter((part) => part !== undefined)
		.join('/');
}

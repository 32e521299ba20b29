/**
 * Bookings as PNRGOV 13.1: what our own reader reads back. One message for each flight among the bookings.
 */
import type { Leg } from '../../../../contract/records/common.ts';
import type { BorderRecord } from '../../../../contract/records/record.ts';
import type { BookedTraveller, Booking } from '../../../../contract/records/travel.ts';
import type { FormatOptions } from '../../model.ts';
import { codeOfPlace } from '../edifact/values.ts';
import { formatInterchange, type SegmentToWrite } from '../edifact/writer.ts';
import { documentType, writeClock, writeDay, writeNamedDay } from './codes.ts';

const DEFAULT_VERSION = '13:1';
const FUNCTION_CODES = { original: '22', update: '141', cancellation: '1' } as const;

/** Writes the bookings among the records as one interchange. */
export function formatBookings(records: readonly BorderRecord[], options: FormatOptions): string {
	const flights = new Map<string, Booking[]>();
	for (const record of records) {
		if (record.kind !== 'booking') continue;
		const flight = `${record.function}|${JSON.stringify(record.flight ?? null)}`;
		const together = flights.get(flight);
		if (together === undefined) flights.set(flight, [record]);
		else together.push(record);
	}
	const messages = [...flights.values()].map((bookings, index) => ({
		type: 'PNRGOV',
		version: options.version ?? DEFAULT_VERSION,
		agency: 'IA',
		reference: bookings[0]?.messageReference ?? String(index + 1),
		segments: segmentsOf(bookings),
	}));
	return formatInterchange(messages, options);
}

function segmentsOf(bookings: readonly Booking[]): SegmentToWrite[] {
	const [first] = bookings;
	if (first === undefined) return [];
	const segments: SegmentToWrite[] = [
		['MSG', [undefined, FUNCTION_CODES[first.function]]],
		['ORG', first.flight?.carrier ?? first.locators[0]?.carrier],
	];
	if (first.flight !== undefined) segments.push(legSegment(first.flight));
	segments.push(['EQN', String(bookings.length)]);
	for (const booking of bookings) segments.push(...bookingSegments(booking));
	return segments;
}

function legSegment(leg: Leg): SegmentToWrite {
	const { departsAt, arrivesAt } = leg;
	return [
		'TVL',
		[
			departsAt && writeDay(departsAt),
			departsAt && writeClock(departsAt),
			arrivesAt && writeDay(arrivesAt),
			arrivesAt && writeClock(arrivesAt),
		],
		leg.from && codeOfPlace(leg.from),
		leg.to && codeOfPlace(leg.to),
		[leg.carrier, leg.operatingCarrier],
		[leg.number, leg.bookingClass],
	];
}

function bookingSegments(booking: Booking): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [['SRC']];
	if (booking.locators.length > 0)
		segments.push([
			'RCI',
			...booking.locators.map(({ carrier, locator, createdAt }) => [
				carrier,
				locator,
				undefined,
				createdAt && writeDay(createdAt),
				createdAt && writeClock(createdAt),
			]),
		]);
	for (const { code, status, carrier, traveller, text } of booking.services ?? [])
		segments.push([
			'SSR',
			[code, status, undefined, carrier, undefined, undefined, undefined, undefined, text],
			traveller === undefined ? undefined : [undefined, undefined, traveller],
		]);
	if (booking.changedAt !== undefined)
		segments.push(['DAT', ['700', writeDay(booking.changedAt), writeClock(booking.changedAt)]]);
	for (const { type, text } of booking.remarks ?? []) segments.push(['IFT', ['4', type ?? '28'], text]);
	const { agency } = booking;
	if (agency !== undefined)
		segments.push([
			'ORG',
			[agency.carrier, agency.place],
			agency.iataNumber,
			undefined,
			undefined,
			undefined,
			[agency.country, agency.currency],
			agency.agent,
		]);
	for (const address of booking.addresses ?? []) segments.push(addressSegment(address));
	for (const contact of booking.contacts ?? []) segments.push(['IFT', ['4', '28'], contactText(contact)]);
	for (const payment of booking.payments ?? []) segments.push(paymentSegment(payment));
	if (booking.bagsTotal !== undefined)
		segments.push([
			'TBD',
			undefined,
			[count(booking.bagsTotal.count), booking.bagsTotal.massKg, booking.bagsTotal.massKg && '700'],
		]);
	for (const traveller of booking.travellers) segments.push(...travellerSegments(traveller));
	for (const leg of booking.legs) segments.push(...itinerarySegments(leg, booking));
	return segments;
}

const count = (value: number | undefined): string | undefined =>
	value === undefined ? undefined : String(value);

type AddressOf = NonNullable<Booking['addresses']>[number];

const addressSegment = (address: AddressOf): SegmentToWrite => [
	'ADD',
	undefined,
	[
		'702',
		address.lines?.join(' '),
		address.city,
		undefined,
		address.subdivision,
		address.country,
		address.postcode,
	],
];

function contactText(contact: NonNullable<Booking['contacts']>[number]): string {
	if (contact.kind === 'email')
		return `CTCE ${contact.value.replaceAll('_', '..').replaceAll('-', './').replace('@', '//').toUpperCase()}`;
	return `${contact.kind === 'fax' ? 'CTCF' : 'CTCM'} ${contact.value}`;
}

const paymentSegment = (payment: NonNullable<Booking['payments']>[number]): SegmentToWrite => [
	'FOP',
	[
		payment.form,
		undefined,
		payment.amount?.amount,
		payment.cardType,
		payment.cardLastFour === undefined ? undefined : `XXXXXXXXXXXX${payment.cardLastFour}`,
		payment.cardExpires,
	],
];

const TYPE_CODES = { adult: 'A', child: 'C', infant: 'IN', unknown: undefined } as const;
const SEX_LETTERS = { female: 'F', male: 'M', unspecified: 'X' } as const;

function travellerSegments(traveller: BookedTraveller): SegmentToWrite[] {
	const { person, tattoo } = traveller;
	const { name } = person;
	const given = [name.given, name.title].filter((part) => part !== undefined).join(' ');
	const segments: SegmentToWrite[] = [
		[
			'TIF',
			name.family ?? (name.given === undefined ? name.full : undefined),
			[given, traveller.type === undefined ? undefined : TYPE_CODES[traveller.type], tattoo],
		],
	];
	for (const { carrier, number, level } of traveller.loyalty ?? [])
		segments.push(['FTI', [carrier, number, undefined, undefined, level]]);
	for (const contact of traveller.contacts ?? []) segments.push(['IFT', ['4', '28'], contactText(contact)]);
	for (const address of traveller.addresses ?? []) segments.push(addressSegment(address));
	const passports = (traveller.documents ?? []).filter(({ scheme }) => scheme !== 'visa');
	const said = person.bornOn !== undefined || person.sex !== undefined || person.nationalities !== undefined;
	for (const document of passports.length > 0 ? passports : said ? [undefined] : []) {
		const parts = [
			'',
			document === undefined ? '' : documentType(document.scheme),
			document?.issuer ?? '',
			document?.value ?? '',
			person.nationalities?.[0] ?? '',
			person.bornOn === undefined ? '' : writeNamedDay(person.bornOn),
			person.sex === undefined ? '' : SEX_LETTERS[person.sex],
			document?.expiresOn === undefined ? '' : writeNamedDay(document.expiresOn),
			name.family ?? name.full,
			name.given ?? '',
			name.middle ?? '',
		];
		segments.push(service('DOCS', parts.join('/'), tattoo));
	}
	for (const visa of (traveller.documents ?? []).filter(({ scheme }) => scheme === 'visa')) {
		const parts = [
			person.birthPlace ?? '',
			'V',
			visa.value,
			visa.issuedAt ?? '',
			visa.issuedOn === undefined ? '' : writeNamedDay(visa.issuedOn),
			visa.issuer ?? '',
		];
		segments.push(service('DOCO', parts.join('/'), tattoo));
	}
	for (const ticket of traveller.tickets ?? []) {
		segments.push(['TKT', [ticket.number, ticket.type]]);
		const { fare, total, taxes } = ticket;
		if (fare !== undefined || total !== undefined)
			segments.push([
				'MON',
				...[fare && ['B', fare.amount, fare.currency], total && ['T', total.amount, total.currency]].filter(
					(each) => each !== undefined,
				),
			]);
		if (ticket.issuedAt !== undefined)
			segments.push([
				'PTK',
				undefined,
				undefined,
				undefined,
				undefined,
				undefined,
				codeOfPlace(ticket.issuedAt),
			]);
		if (taxes !== undefined)
			segments.push([
				'TXD',
				undefined,
				...taxes.map(({ amount, type }) => [amount.amount, undefined, amount.currency, type]),
			]);
		if (ticket.fareBasis !== undefined)
			segments.push(['FAR', undefined, undefined, undefined, undefined, undefined, ticket.fareBasis]);
		if (ticket.issuedOn !== undefined) segments.push(['DAT', ['710', writeDay(ticket.issuedOn)]]);
	}
	for (const payment of traveller.payments ?? []) {
		segments.push(paymentSegment(payment));
		if (payment.holder !== undefined) segments.push(['IFT', ['4', '43'], payment.holder]);
	}
	return segments;
}

const service = (code: string, text: string, tattoo: string | undefined): SegmentToWrite => [
	'SSR',
	[code, 'HK', '1', undefined, undefined, undefined, undefined, undefined, text],
	tattoo === undefined ? undefined : [undefined, undefined, tattoo],
];

function itinerarySegments(leg: Leg, booking: Booking): SegmentToWrite[] {
	const segments: SegmentToWrite[] = [legSegment(leg)];
	if (leg.operatingCarrier !== undefined && leg.operatingNumber !== undefined)
		segments.push(['TRA', leg.operatingCarrier, leg.operatingNumber]);
	if (leg.status !== undefined) segments.push(['RPI', String(booking.travellers.length), leg.status]);
	const seats = booking.travellers.flatMap((traveller) =>
		(traveller.seats ?? [])
			.filter(({ from, to }) => from === leg.from?.iata && to === leg.to?.iata)
			.map(({ seat }) => [seat, undefined, traveller.tattoo]),
	);
	if (seats.length > 0)
		segments.push([
			'SSR',
			['SEAT', 'HK', String(seats.length), leg.carrier, undefined, undefined, leg.from?.iata, leg.to?.iata],
			...seats,
		]);
	// Bags are of the whole journey: they stand with the leg that crosses the border, or the first.
	const checkIn = booking.legs.find((each) => each.number === booking.flight?.number) ?? booking.legs[0];
	if (leg !== checkIn) return segments;
	for (const traveller of booking.travellers) {
		if (traveller.boarded !== true && traveller.bags === undefined) continue;
		segments.push(
			['TRI', undefined, [undefined, undefined, undefined, traveller.tattoo]],
			['TIF', traveller.person.name.family, [traveller.person.name.given, undefined, traveller.tattoo]],
		);
		if (traveller.boarded === true) segments.push(['SSD', traveller.seats?.[0]?.seat ?? 'XXX']);
		if (traveller.bags !== undefined)
			segments.push([
				'TBD',
				undefined,
				[count(traveller.bags.count), traveller.bags.massKg, traveller.bags.massKg && '700'],
				...(traveller.bags.tags ?? []).map((tag) => [undefined, tag, '1']),
			]);
	}
	return segments;
}

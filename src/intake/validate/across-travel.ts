/**
 * Travel across documents: a booking against the passenger list of its flight.
 * Persons are matched by document, then by name and date of birth, then by name alone; what differs then is told.
 */
import type { Identifier } from '../../../contract/records/common.ts';
import type { BookedTraveller, Booking, PassengerList, Traveller } from '../../../contract/records/travel.ts';
import { personTokens, tokenOverlap } from '../../values/name-key.ts';
import { travelDocumentSchemes } from './document-types.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { flightKeys, normaliseLocator, normaliseTravelDocument } from './key-values.ts';

type Pair = { readonly id: string; readonly booking: Booking; readonly list: PassengerList };

/** Share of name tokens by which a traveller of a booking is one of a list; the last names must be among them. */
const SAME_NAME = 0.99;
const MAYBE_SAME_NAME = 0.5;

const documentsOf = (documents: readonly Identifier[] | undefined, scheme?: string): string[] =>
	(documents ?? [])
		.filter((document) =>
			scheme === undefined ? travelDocumentSchemes.has(document.scheme) : document.scheme === scheme,
		)
		.map((document) => normaliseTravelDocument(document.value))
		.filter((number) => number !== undefined);

/** What is compared of a traveller, worked out once for each list. */
type Known = {
	readonly traveller: Traveller;
	readonly at: number;
	readonly tokens: readonly string[];
	readonly documents: readonly string[];
	readonly locator: string | undefined;
};

/** Travellers of a list, and where to find them: by document, booking and token of the name. */
type Directory = { readonly rows: readonly Known[]; readonly byMark: ReadonlyMap<string, readonly Known[]> };

function directoryOf(list: PassengerList): Directory {
	const rows = list.travellers.map((traveller, at) => ({
		traveller,
		at,
		tokens: personTokens(traveller.person.name.full),
		documents: documentsOf(traveller.documents),
		locator: normaliseLocator(traveller.bookingReference),
	}));
	const byMark = new Map<string, Known[]>();
	for (const row of rows)
		for (const mark of marksOf(row.documents, row.locator === undefined ? [] : [row.locator], row.tokens)) {
			const known = byMark.get(mark);
			if (known === undefined) byMark.set(mark, [row]);
			else known.push(row);
		}
	return { rows, byMark };
}

const marksOf = (
	documents: readonly string[],
	locators: readonly string[],
	tokens: readonly string[],
): string[] => [
	...documents.map((document) => `document ${document}`),
	...locators.map((locator) => `locator ${locator}`),
	...tokens.map((token) => `name ${token}`),
];

/** One booking against one list, for each pair. Places are paths into the booking. */
export function crossBookingWithList(sheet: FindingSheet, pairs: readonly Pair[]): void {
	const lists = new Map<PassengerList, Directory>();
	for (const { id, booking, list } of pairs) {
		if (list.listType !== 'passengers') continue;
		let directory = lists.get(list);
		if (directory === undefined) {
			directory = directoryOf(list);
			lists.set(list, directory);
		}
		crossPair(sheet, booking, list, directory, id);
	}
}

function crossPair(
	sheet: FindingSheet,
	booking: Booking,
	list: PassengerList,
	{ rows, byMark }: Directory,
	id: string,
): void {
	const locators = booking.locators
		.map(({ locator }) => normaliseLocator(locator))
		.filter((each) => each !== undefined);
	const matched = new Set<Known>();
	booking.travellers.forEach((traveller, at) => {
		const row = findTraveller(traveller, locators, byMark, matched);
		if (row === undefined) {
			// Lists grow until departure and interim ones are partial: only a list that carries somebody can lack somebody.
			if (rows.length > 0 && list.function !== 'amendment' && traveller.boarded !== false)
				sheet.report(
					'cross.booked-not-on-list',
					`travellers[${at}]`,
					`${traveller.person.name.full} is booked (${booking.reference}) and not on the passenger list ${list.reference}.`,
					traveller.person.name.full,
					list.reference,
					id,
				);
			return;
		}
		matched.add(row);
		crossTraveller(sheet, booking, list, traveller, row.traveller, `travellers[${at}].`, id);
	});
	for (const locator of locators)
		for (const row of byMark.get(`locator ${locator}`) ?? []) {
			if (matched.has(row)) continue;
			const name = row.traveller.person.name.full;
			sheet.report(
				'cross.on-list-not-booked',
				'travellers',
				`${name} is on the passenger list ${list.reference} with the booking ${locator}, in which there is nobody of this name.`,
				name,
				locator,
				id,
			);
		}
}

/** The row that shares most: document, date of birth, name, booking. Half a name does within one booking, not outside it. */
function findTraveller(
	traveller: BookedTraveller,
	locators: readonly string[],
	byMark: Directory['byMark'],
	matched: ReadonlySet<Known>,
): Known | undefined {
	const documents = documentsOf(traveller.documents);
	const tokens = personTokens(traveller.person.name.full);
	const { bornOn } = traveller.person;
	const candidates = new Set(marksOf(documents, locators, tokens).flatMap((mark) => byMark.get(mark) ?? []));
	let best: Known | undefined;
	let bestScore = 0;
	for (const row of candidates) {
		if (matched.has(row)) continue;
		const sameDocument = documents.some((number) => row.documents.includes(number));
		const overlap = tokenOverlap(tokens, row.tokens);
		const half = overlap >= MAYBE_SAME_NAME;
		const sameBirth = bornOn !== undefined && row.traveller.person.bornOn === bornOn;
		const sameBooking = row.locator !== undefined && locators.includes(row.locator);
		const score =
			(sameDocument ? 2 : 0) +
			(sameBirth && half ? 2 : 0) +
			(overlap >= SAME_NAME || (sameBooking && half) ? 1 + overlap : 0);
		if (score > bestScore) {
			best = row;
			bestScore = score;
		}
	}
	return best;
}

function crossTraveller(
	sheet: FindingSheet,
	booking: Booking,
	list: PassengerList,
	booked: BookedTraveller,
	listed: Traveller,
	base: string,
	id: string,
): void {
	const name = booked.person.name.full;
	const differs = (
		code: 'cross.document-number' | 'cross.birth-date' | 'cross.seat' | 'cross.bags',
		place: string,
		words: string,
		ours: string,
		theirs: string,
	): void =>
		sheet.report(
			code,
			base + place,
			`For ${name} the booking ${booking.reference} has the ${words} ${ours}; the passenger list ${list.reference} has ${theirs}.`,
			ours,
			theirs,
			id,
		);
	const [ours, theirs] = [booked.person.bornOn, listed.person.bornOn];
	if (ours !== undefined && theirs !== undefined && ours !== theirs)
		differs('cross.birth-date', 'person.bornOn', 'date of birth', ours, theirs);
	for (const scheme of ['passport', 'identity-card']) {
		const ourNumbers = documentsOf(booked.documents, scheme);
		const theirNumbers = documentsOf(listed.documents, scheme);
		if (
			ourNumbers.length > 0 &&
			theirNumbers.length > 0 &&
			!ourNumbers.some((number) => theirNumbers.includes(number))
		)
			differs(
				'cross.document-number',
				'documents',
				scheme.replace('-', ' '),
				ourNumbers.join(', '),
				theirNumbers.join(', '),
			);
	}
	const seat = seatOn(booking, booked, list);
	const listedSeat = listed.seat === undefined ? undefined : tidySeat(listed.seat);
	if (seat !== undefined && listedSeat !== undefined && seat !== listedSeat)
		differs('cross.seat', 'seats', 'seat', seat, listedSeat);
	const [ourBags, theirBags] = [booked.bags?.count, listed.bags?.count];
	if (ourBags !== undefined && theirBags !== undefined && ourBags !== theirBags)
		differs('cross.bags', 'bags.count', 'number of bags', String(ourBags), String(theirBags));
}

const tidySeat = (seat: string): string => seat.replace(/[\s-]/g, '').replace(/^0+/, '').toUpperCase();

/** Seat on the flight of the list: by its route where the booking says one, else the only seat of a booking of one flight. */
function seatOn(booking: Booking, traveller: BookedTraveller, list: PassengerList): string | undefined {
	const seats = traveller.seats ?? [];
	const [leg] = list.legs;
	const from = leg?.from?.iata;
	const onRoute = seats.filter((seat) => seat.from !== undefined && seat.from === from);
	const chosen =
		onRoute.length > 0 ? onRoute : booking.legs.length <= 1 && sameFlight(booking, list) ? seats : [];
	return chosen.length === 1 && chosen[0] !== undefined ? tidySeat(chosen[0].seat) : undefined;
}

function sameFlight(booking: Booking, list: PassengerList): boolean {
	const flights = new Set(list.legs.flatMap(flightKeys));
	return [...booking.legs, ...(booking.flight === undefined ? [] : [booking.flight])]
		.flatMap(flightKeys)
		.some((key) => flights.has(key));
}

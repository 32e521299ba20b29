/**
 * Validation of a passenger or crew list by itself. In: the record. Out: findings on the sheet.
 */
import type { Identifier, Leg, Place } from '../../../contract/records/common.ts';
import type { PassengerList, Traveller } from '../../../contract/records/travel.ts';
import { personKey } from '../../values/name-key.ts';
import { checkPlace } from './check-codes.ts';
import { checkLegs, checkPast } from './check-dates.ts';
import { checkPerson, checkTravelDocument } from './check-parties.ts';
import { travelDocumentSchemes } from './document-types.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { normaliseTravelDocument } from './key-values.ts';

export function validatePassengerList(sheet: FindingSheet, record: PassengerList): void {
	checkPast(sheet, record.preparedAt, '', 'preparedAt');
	checkLegs(sheet, record.legs, 'legs', record.mode === undefined || record.mode === 'air');
	const { travellers } = record;
	if (
		record.declaredCount !== undefined &&
		record.declaredCount !== travellers.length &&
		record.function !== 'amendment' &&
		record.listType !== 'close-out'
	)
		sheet.report(
			'total.travellers',
			'declaredCount',
			`The list states ${record.declaredCount} travellers and has ${travellers.length}.`,
			String(record.declaredCount),
			String(travellers.length),
		);
	const travelsOn = travelDay(record.legs);
	const route = routeOf(record.legs);
	const people = new Map<string, number>();
	const documents = new Map<string, { at: number; person: string | undefined }>();
	for (let at = 0; at < travellers.length; at += 1) {
		const traveller = travellers[at];
		if (traveller === undefined) continue;
		const base = `travellers[${at}].`;
		const { person } = traveller;
		checkPerson(sheet, person, `${base}person.`, travelsOn);
		checkPlace(sheet, traveller.embarks, base, 'embarks');
		checkPlace(sheet, traveller.disembarks, base, 'disembarks');
		if (route.size > 0) checkRoute(sheet, traveller, base, route);
		checkRepeatedPerson(sheet, traveller, at, people);
		if (traveller.documents !== undefined)
			for (let documentAt = 0; documentAt < traveller.documents.length; documentAt += 1) {
				const document = traveller.documents[documentAt];
				if (document === undefined) continue;
				const here = `${base}documents[${documentAt}].`;
				checkTravelDocument(sheet, document, here, travelsOn, person.bornOn);
				checkRepeatedDocument(
					sheet,
					document,
					`${here}value`,
					at,
					personKey(person.name.full, person.bornOn),
					documents,
				);
			}
	}
}

/** Day of the first departure, else of the first arrival. */
export function travelDay(legs: readonly Leg[]): string | undefined {
	for (const leg of legs) {
		const at = leg.departsAt ?? leg.arrivesAt;
		if (at !== undefined) return at.slice(0, 10);
	}
	return undefined;
}

const placesOf = (place: Place | undefined): string[] =>
	place === undefined ? [] : [place.iata, place.unlocode, place.icao].filter((code) => code !== undefined);

/** Codes of all places of the legs; empty where one leg has a place without code, because nothing can then be said. */
function routeOf(legs: readonly Leg[]): ReadonlySet<string> {
	const route = new Set<string>();
	for (const leg of legs)
		for (const place of [leg.from, leg.to]) {
			const codes = placesOf(place);
			if (codes.length === 0) return new Set();
			for (const code of codes) route.add(code);
		}
	return route;
}

/** Travellers may come from beyond the route and go on beyond it: only where one of the two ends is on it is the other judged. */
function checkRoute(
	sheet: FindingSheet,
	traveller: Traveller,
	base: string,
	route: ReadonlySet<string>,
): void {
	const embarks = placesOf(traveller.embarks);
	const disembarks = placesOf(traveller.disembarks);
	if (embarks.length === 0 || disembarks.length === 0) return;
	if (embarks.some((code) => route.has(code)) || disembarks.some((code) => route.has(code))) return;
	sheet.report(
		'list.place-not-on-route',
		`${base}embarks`,
		`The traveller goes from ${embarks[0]} to ${disembarks[0]}; the journey calls at ${[...route].slice(0, 8).join(', ')}.`,
		`${embarks[0]}-${disembarks[0]}`,
		[...route].join(' '),
	);
}

function checkRepeatedPerson(
	sheet: FindingSheet,
	traveller: Traveller,
	at: number,
	people: Map<string, number>,
): void {
	const key = personKey(traveller.person.name.full, traveller.person.bornOn);
	if (key === undefined) return;
	const before = people.get(key);
	if (before === undefined) people.set(key, at);
	else
		sheet.report(
			'list.traveller-repeated',
			`travellers[${at}]`,
			`${traveller.person.name.full}, born on ${traveller.person.bornOn ?? ''}, is already traveller ${before + 1} of the list.`,
			traveller.person.name.full,
			String(before + 1),
		);
}

/** A visa or a passport of a child may be shared in a few countries; two different people with one number are told all the same. */
function checkRepeatedDocument(
	sheet: FindingSheet,
	document: Identifier,
	place: string,
	at: number,
	person: string | undefined,
	documents: Map<string, { at: number; person: string | undefined }>,
): void {
	const number = normaliseTravelDocument(document.value);
	if (number === undefined || !travelDocumentSchemes.has(document.scheme)) return;
	const key = `${document.scheme} ${document.issuer ?? ''} ${number}`;
	const before = documents.get(key);
	if (before === undefined) documents.set(key, { at, person });
	else if (before.at !== at && (before.person === undefined || before.person !== person))
		sheet.report(
			'list.document-repeated',
			place,
			`The document ${document.value} is also carried by traveller ${before.at + 1} of the list.`,
			document.value,
			String(before.at + 1),
		);
}

/**
 * One traveller of a PAXLST: NAD and what follows it up to the next NAD (groups 4 and 5).
 * In: segments in order. Out: a traveller of the contract, and what the guide asks for and the message lacks.
 * Follows the WCO/IATA/ICAO guide to PAXLST, versions 3 (2010) to 6, and the United States additions.
 */
import type { Identifier, Person } from '../../../../contract/records/common.ts';
import type { Traveller } from '../../../../contract/records/travel.ts';
import { readDateTime } from '../edifact/date-time.ts';
import type { Findings } from '../edifact/defect.ts';
import { figureOf, massKg, unitOf } from '../edifact/measure.ts';
import { addressOf } from '../edifact/parties.ts';
import { component, elementOf, placeOf, type Segment } from '../edifact/segment.ts';
import {
	addBounded,
	asCode,
	asCount,
	asCountry,
	asText,
	contactsOf,
	placeOfLocation,
} from '../edifact/values.ts';
import { schemeOfDocument, TRAVELLER_TYPES } from './codes.ts';
import { NO_NAME, nameOf } from './names.ts';

/** Tags that one FTX may stand for; a count beyond it is a slip of the pen. */
const MAX_TAGS_PER_RUN = 50;

/** What reading one traveller needs beside the segment. */
export type TravellerContext = {
	findings: Findings;
	/** Four digits: the year of the message, for two-digit years. */
	year: number;
};

/** A traveller under construction. */
export type OpenTraveller = { traveller: Traveller; document: Identifier | undefined };

export function openTraveller(nad: Segment, number: number, findings: Findings): OpenTraveller {
	const named = nameOf(elementOf(nad, 3)) ?? nameOf(elementOf(nad, 2));
	if (named === undefined) {
		findings.add({
			code: 'paxlst.no-name',
			severity: 'error',
			place: placeOf(nad, 3),
			sentence: `Traveller ${number} has no name.`,
		});
	}
	const person: Person = { name: named ?? { full: NO_NAME } };
	const traveller: Traveller = { number, type: TRAVELLER_TYPES[component(nad, 0)] ?? 'other', person };
	const address = addressOf(nad);
	if (address !== undefined) traveller.address = address;
	return { traveller, document: undefined };
}

/** Reads one segment of the traveller's group. False where this reader has no use for it. */
export function readTravellerSegment(
	open: OpenTraveller,
	segment: Segment,
	context: TravellerContext,
): boolean {
	const { traveller } = open;
	switch (segment.tag) {
		case 'ATT':
			readSex(traveller.person, segment);
			return true;
		case 'DTM':
			return readDate(open, segment, context);
		case 'LOC':
			return readLocation(open, segment);
		case 'NAT':
			addNationality(
				traveller.person,
				asCountry(component(segment, 1) || component(segment, 1, 3) || lettersOf(component(segment, 0))),
			);
			return true;
		case 'RFF':
			readReference(traveller, segment);
			return true;
		case 'DOC':
			readDocument(open, segment);
			return true;
		case 'MEA':
			return readBags(traveller, segment);
		case 'FTX':
			return readFreeText(traveller, segment);
		case 'COM':
			for (const contact of contactsOf(segment)) {
				traveller.contacts ??= [];
				addBounded(traveller.contacts, contact, 20);
			}
			return true;
		case 'EMP':
			readEmployment(traveller, segment);
			return true;
		case 'GEI':
			addReference(traveller, 'GEI', component(segment, 1));
			return true;
		default:
			return false;
	}
}

function readSex(person: Person, att: Segment): void {
	const code = (
		component(att, 2) ||
		component(att, 2, 3) ||
		component(att, 3) ||
		component(att, 1)
	).toUpperCase();
	if (code === 'F' || code === 'M') person.sex = code === 'F' ? 'female' : 'male';
	else if (code === 'U' || code === 'X') person.sex = 'unspecified';
}

function readDate(open: OpenTraveller, dtm: Segment, { findings, year }: TravellerContext): boolean {
	const qualifier = component(dtm, 0);
	// Some separate qualifier and date with the wrong character: DTM+329+680223.
	const text = component(dtm, 0, 1) || component(dtm, 1);
	const birth = qualifier === '329';
	const { document, traveller } = open;
	if (!birth && qualifier !== '36' && qualifier !== '182') return false;
	const read = readDateTime(text, component(dtm, 0, 2), { year, use: birth ? 'birth' : 'nearest' });
	if (read === undefined) {
		findings.add({
			code: birth ? 'paxlst.birth-date' : 'paxlst.document-date',
			severity: 'warning',
			place: placeOf(dtm, 0, 1),
			value: text,
			sentence: `Traveller ${traveller.number}: “${text}” is no date of ${birth ? 'birth' : qualifier === '36' ? 'expiry' : 'issue'} that exists.`,
		});
	} else if (birth) {
		if (read.date !== undefined) traveller.person.bornOn = read.date;
		else if (read.about !== undefined) traveller.person.bornAbout = read.about;
	} else if (read.date !== undefined && document !== undefined) {
		if (qualifier === '36') document.expiresOn = read.date;
		else document.issuedOn = read.date;
	}
	return true;
}

function readLocation(open: OpenTraveller, loc: Segment): boolean {
	const { traveller, document } = open;
	const { person } = traveller;
	const code = component(loc, 1);
	switch (component(loc, 0)) {
		case '22':
			return setPlace(traveller, 'clears', loc);
		case '178':
			return setPlace(traveller, 'embarks', loc);
		case '179':
			return setPlace(traveller, 'disembarks', loc);
		case '174': {
			const country = asCountry(code);
			if (country !== undefined) person.residence = country;
			return true;
		}
		case '180': {
			const country = asCountry(code);
			if (country !== undefined) person.birthCountry = country;
			const parts = [
				component(loc, 1, 3),
				component(loc, 2, 3) || component(loc, 2),
				component(loc, 3, 3) || component(loc, 3),
			];
			const birthPlace = asText(parts.filter((part) => part !== '').join(', '));
			if (birthPlace !== undefined) person.birthPlace = birthPlace;
			return true;
		}
		case '91': {
			if (document === undefined) return false;
			const issuer = asCountry(code);
			if (issuer !== undefined) document.issuer = issuer;
			const issuedAt = asText(component(loc, 1, 3));
			if (issuedAt !== undefined) document.issuedAt = issuedAt;
			return true;
		}
		default:
			return false;
	}
}

function setPlace(traveller: Traveller, key: 'clears' | 'embarks' | 'disembarks', loc: Segment): true {
	const place = placeOfLocation(loc);
	if (place !== undefined) traveller[key] = place;
	return true;
}

/** Some leave out the qualifier of NAT: what is not a number is the country. */
const lettersOf = (text: string): string => (/^[A-Z]+$/i.test(text) ? text : '');

function addNationality(person: Person, country: string | undefined): void {
	if (country === undefined) return;
	person.nationalities ??= [];
	if (!person.nationalities.includes(country)) addBounded(person.nationalities, country, 10);
}

function readReference(traveller: Traveller, rff: Segment): void {
	const type = component(rff, 0);
	const value = component(rff, 0, 1);
	if (type === 'AVF' && traveller.bookingReference === undefined) {
		const locator = asCode(value);
		if (locator !== undefined) traveller.bookingReference = locator;
	} else if (type === 'SEA' && traveller.seat === undefined) {
		const seat = asCode(value);
		if (seat !== undefined) traveller.seat = seat;
	} else addReference(traveller, type, value);
}

function addReference(traveller: Traveller, type: string, value: string): void {
	const code = asCode(type);
	const text = asText(value);
	if (code === undefined || text === undefined) return;
	traveller.references ??= [];
	addBounded(traveller.references, { type: code, value: text }, 50);
}

function readDocument(open: OpenTraveller, doc: Segment): void {
	open.document = undefined;
	const code = (asCode(component(doc, 0)) ?? '').slice(0, 40);
	const value = asText(component(doc, 1)) ?? asText(component(doc, 0, 3));
	if (value === undefined) return;
	const document: Identifier = { scheme: schemeOfDocument(code), value };
	open.traveller.documents ??= [];
	if (addBounded(open.traveller.documents, document, 20)) open.document = document;
}

function readBags(traveller: Traveller, mea: Segment): boolean {
	const qualifier = component(mea, 0);
	const value = figureOf(mea);
	if (qualifier === 'CT') {
		const count = asCount(value);
		if (count !== undefined) traveller.bags = { ...traveller.bags, count };
		return true;
	}
	if (qualifier !== 'WT') return false;
	const mass = massKg(value, unitOf(mea));
	if (mass !== undefined) traveller.bags = { ...traveller.bags, massKg: mass };
	return true;
}

/** FTX+BAG: the number of a bag tag, and how many tags follow it in sequence, the first included. */
function readFreeText(traveller: Traveller, ftx: Segment): boolean {
	if (component(ftx, 0) !== 'BAG') return false;
	const first = asCode(component(ftx, 3));
	if (first === undefined) return true;
	const tags = traveller.bags?.tags ?? [];
	traveller.bags = { ...traveller.bags, tags };
	const count = Math.min(asCount(component(ftx, 3, 1)) ?? 1, MAX_TAGS_PER_RUN);
	const digits = /\d{1,9}$/.exec(first)?.[0] ?? '';
	addBounded(tags, first, 200);
	for (let step = 1; step < count && digits !== ''; step++) {
		const next = String(Number(digits) + step).padStart(digits.length, '0');
		addBounded(tags, first.slice(0, -digits.length) + next, 200);
	}
	return true;
}

/** EMP: the crew member's duty as a code (CR1 cockpit, CR2 cabin …), and an occupation in words where one is given. */
function readEmployment(traveller: Traveller, emp: Segment): void {
	addReference(traveller, 'EMP', component(emp, 1));
	const occupation = asText(component(emp, 2, 3)) ?? asText(component(emp, 2));
	if (occupation !== undefined) traveller.person.occupation = occupation;
}

/** Says in one finding which elements that the guide asks for are missing. */
export function checkTraveller(traveller: Traveller, index: number, findings: Findings): void {
	const { person, documents } = traveller;
	const missing: string[] = [];
	if (person.name.family === undefined) missing.push('family name');
	if (person.name.given === undefined) missing.push('given name');
	if (person.bornOn === undefined) missing.push('date of birth');
	if (person.sex === undefined) missing.push('sex');
	if (person.nationalities === undefined) missing.push('nationality');
	const document = documents?.[0];
	if (document === undefined) missing.push('travel document');
	else {
		if (document.issuer === undefined) missing.push('issuing state of the travel document');
		if (document.expiresOn === undefined) missing.push('expiry of the travel document');
	}
	if (missing.length === 0) return;
	findings.add({
		code: 'paxlst.incomplete-traveller',
		severity: 'warning',
		place: `travellers[${index}]`,
		value: missing.join(', '),
		sentence: `Traveller ${traveller.number} lacks: ${missing.join(', ')}.`,
	});
}

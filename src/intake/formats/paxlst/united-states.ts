/**
 * The older United States dialect of PAXLST ("US EDIFACT"): one PDT segment holds a traveller with her document, LOC
 * joins country and airport, DTM gives date and time as elements of their own, CTA names the reporting party.
 * In: such segments. Out: the same parts of a passenger list as from the international form.
 */
import type { Identifier, Party, Place } from '../../../../contract/records/common.ts';
import type { Traveller } from '../../../../contract/records/travel.ts';
import { readDateTime } from '../edifact/date-time.ts';
import { component, elementOf, placeOf, type Segment } from '../edifact/segment.ts';
import { asCountry, asText, contactsOf } from '../edifact/values.ts';
import { schemeOfDocument } from './codes.ts';
import { NO_NAME, nameOf } from './names.ts';
import type { OpenTraveller, TravellerContext } from './travellers.ts';

const STATUSES: { readonly [code: string]: Traveller['type'] } = {
	'': 'passenger',
	PAX: 'passenger',
	CRW: 'crew',
	ITI: 'in-transit-passenger',
};

/** `PDT+P/number:expiry:state+family:given:middle:birth:sex+PAX+USIAD:FRCDG`. */
export function openPassengerDetails(pdt: Segment, number: number, context: TravellerContext): OpenTraveller {
	const named = nameOf(elementOf(pdt, 1).slice(0, 3));
	if (named === undefined) {
		context.findings.add({
			code: 'paxlst.no-name',
			severity: 'error',
			place: placeOf(pdt, 1),
			sentence: `Traveller ${number} has no name.`,
		});
	}
	const traveller: Traveller = {
		number,
		type: STATUSES[component(pdt, 2)] ?? 'other',
		person: { name: named ?? { full: NO_NAME } },
	};
	const { person } = traveller;
	const bornOn = dayAt(pdt, 1, 3, 'birth', traveller, context);
	if (bornOn !== undefined) person.bornOn = bornOn;
	const sex = component(pdt, 1, 4).toUpperCase();
	if (sex === 'F' || sex === 'M') person.sex = sex === 'F' ? 'female' : 'male';
	const embarks = placeOfCountryAndAirport(component(pdt, 3));
	if (embarks !== undefined) traveller.embarks = embarks;
	const disembarks = placeOfCountryAndAirport(component(pdt, 3, 1));
	if (disembarks !== undefined) traveller.disembarks = disembarks;
	const document = documentOf(pdt, traveller, context);
	if (document !== undefined) traveller.documents = [document];
	return { traveller, document };
}

function documentOf(pdt: Segment, traveller: Traveller, context: TravellerContext): Identifier | undefined {
	const written = component(pdt, 0);
	const slash = written.indexOf('/');
	const value = asText(slash < 0 ? '' : written.slice(slash + 1));
	if (value === undefined) return undefined;
	const document: Identifier = {
		scheme: schemeOfDocument(written.slice(0, slash).trim().toUpperCase().slice(0, 40)),
		value,
	};
	const expiresOn = dayAt(pdt, 0, 1, 'nearest', traveller, context);
	if (expiresOn !== undefined) document.expiresOn = expiresOn;
	const issuer = asCountry(component(pdt, 0, 2));
	if (issuer !== undefined) document.issuer = issuer;
	return document;
}

function dayAt(
	pdt: Segment,
	element: number,
	index: number,
	use: 'birth' | 'nearest',
	traveller: Traveller,
	{ findings, year }: TravellerContext,
): string | undefined {
	const text = component(pdt, element, index);
	if (text === '') return undefined;
	const read = readDateTime(text, '', { year, use });
	if (read?.date !== undefined) return read.date;
	findings.add({
		code: use === 'birth' ? 'paxlst.birth-date' : 'paxlst.document-date',
		severity: 'warning',
		place: placeOf(pdt, element, index),
		value: text,
		sentence: `Traveller ${traveller.number}: “${text}” is no date of ${use === 'birth' ? 'birth' : 'expiry'} that exists.`,
	});
	return undefined;
}

/** `USIAD`: two letters of the country and three of the airport. */
export function placeOfCountryAndAirport(text: string): Place | undefined {
	const match = /^([A-Z]{2})([A-Z]{3})$/.exec(text);
	return match?.[1] === undefined || match[2] === undefined
		? undefined
		: { iata: match[2], country: match[1] };
}

/** Qualifiers of LOC in the dialect: departure, arrival, place of transit. */
export const isDialectPlace = (qualifier: string): boolean => /^(?:0*[58]|PT)$/.test(qualifier);

/** Date and time of a DTM: in one component, or in elements of their own. */
export const textOfTime = (dtm: Segment): string =>
	component(dtm, 0, 1) || `${component(dtm, 1)}${component(dtm, 2)}`;

/** The reporting party of a CTA segment; undefined where it names nobody. */
export function reporterOf(cta: Segment): Party | undefined {
	const party: Party = { role: 'reporter' };
	for (let index = 1; index < Math.min(cta.elements.length, 10); index++) {
		const components = elementOf(cta, index);
		const last = (components.at(-1) ?? '').trim();
		if (components.length > 1 && (last === 'TE' || last === 'FX')) {
			party.contacts = [...(party.contacts ?? []), ...contactsOf({ ...cta, elements: [components] })];
		} else {
			const name = asText(components.join(' '));
			if (name !== undefined) party.name ??= name;
		}
	}
	return party.name === undefined && party.contacts === undefined ? undefined : party;
}

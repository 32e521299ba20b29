/**
 * SSR and IFT of a booking: facts go to the traveller that they name, sensitive ones are counted and left out.
 */
import type { Leg } from '../../../../contract/records/common.ts';
import { component, elementOf, type Segment } from '../edifact/segment.ts';
import { addBounded, asCode, asText } from '../edifact/values.ts';
import { isSensitive, looksSensitive } from './codes.ts';
import { addDocument, type BookingDraft, type TravellerDraft, travellerBy } from './draft.ts';
import { contactOf, readContact, readDoca, readDoco, readDocs } from './special-services.ts';

/** SSR: code, status, number, carrier, two indicators, from, to, text; then details with the traveller's reference. */
export function readSpecialService(
	draft: BookingDraft,
	within: TravellerDraft | undefined,
	leg: Leg | undefined,
	ssr: Segment,
	year: number,
): void {
	const code = asCode(component(ssr, 0)) ?? '';
	if (code === '') return;
	if (isSensitive(code)) {
		draft.sensitive += 1;
		return;
	}
	if (
		code === 'SEAT' ||
		code === 'NSST' ||
		code === 'SMST' ||
		code === 'NSSA' ||
		code === 'NSSW' ||
		code === 'RQST'
	) {
		readSeats(draft, within, leg, ssr);
		if (code === 'SEAT') return;
	}
	// A text with an unescaped colon stands in several components.
	const text = elementOf(ssr, 0).slice(8).join(':').trim();
	const reference = component(ssr, 1, 2);
	const traveller = travellerBy(draft, reference) ?? within;
	if (code === 'DOCS') {
		const document = readDocs(text, year);
		if (document === undefined) return;
		// An infant's document stands with the adult who carries it.
		const owner =
			document.infant === true
				? draft.travellers.find((each) => each.type === 'infant' && each.family === document.family)
				: traveller;
		if (owner !== undefined) addDocument(owner, document);
		else if (reference !== '') draft.early.set(reference, [...(draft.early.get(reference) ?? []), document]);
		return;
	}
	if (code === 'DOCO') {
		const { identifier, birthPlace } = readDoco(text, year);
		if (identifier !== undefined && traveller !== undefined) addBounded(traveller.documents, identifier, 20);
		if (birthPlace !== undefined && traveller !== undefined) traveller.birthPlace ??= birthPlace;
		return;
	}
	if (code === 'DOCA') {
		const address = readDoca(text);
		if (address !== undefined) addBounded(traveller?.addresses ?? draft.addresses, address, 10);
		return;
	}
	if (/^CTC[A-Z]$/.test(code)) {
		const contact = contactOf(code.slice(3), text.replace(/^\/+/, ''));
		if (contact !== undefined) addBounded(traveller?.contacts ?? draft.contacts, contact, 30);
		return;
	}
	if (looksSensitive(text)) {
		draft.sensitive += 1;
		return;
	}
	const status = asCode(component(ssr, 0, 1));
	const carrier = asCode(component(ssr, 0, 3));
	const said = asText(text);
	addBounded(
		draft.services,
		{
			code,
			...(status === undefined ? {} : { status }),
			...(carrier === undefined ? {} : { carrier }),
			...(reference === '' ? {} : { traveller: reference.slice(0, 64) }),
			...(said === undefined ? {} : { text: said }),
		},
		2_000,
	);
}

function readSeats(
	draft: BookingDraft,
	within: TravellerDraft | undefined,
	leg: Leg | undefined,
	ssr: Segment,
): void {
	const from = asCode(component(ssr, 0, 6)) ?? leg?.from?.iata;
	const to = asCode(component(ssr, 0, 7)) ?? leg?.to?.iata;
	for (let index = 1; index < ssr.elements.length; index++) {
		const seat = asCode(component(ssr, index, 0));
		const traveller = travellerBy(draft, component(ssr, index, 2)) ?? within;
		// "XXX" stands for a seat that is not given.
		if (seat === undefined || traveller === undefined || !/^\d{1,3}[A-Z]{1,2}$/.test(seat)) continue;
		addBounded(
			traveller.seats,
			{ seat, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
			50,
		);
	}
}

/** IFT: qualifier 28 other service information, 43 sponsor of the payment, 15 fare calculation. */
export function readFreeText(draft: BookingDraft, traveller: TravellerDraft | undefined, ift: Segment): void {
	const texts = ift.elements
		.slice(1)
		.map((element) => element.join(':').trim())
		.filter((text) => text !== '');
	if (texts.length === 0) return;
	const qualifier = component(ift, 0, 1);
	const joined = texts.join(' ');
	if (looksSensitive(joined)) {
		draft.sensitive += 1;
		return;
	}
	if (qualifier === '43') {
		const payment = traveller?.payments.at(-1);
		if (payment !== undefined) payment.holder ??= texts[0] ?? joined;
		return;
	}
	const contact = readContact(joined);
	if (contact !== undefined) {
		addBounded(traveller?.contacts ?? draft.contacts, contact, 30);
		return;
	}
	const text = asText(joined);
	const type = asCode(qualifier);
	if (text !== undefined) addBounded(draft.remarks, { text, ...(type === undefined ? {} : { type }) }, 2_000);
}

/**
 * Which identifiers may be held against each other, how much an agreement says, and the one form in which they meet.
 * In: a scheme and a value as a list or a record has them. Out: family, normal form and strength, or nothing for fillers.
 * Families: ISO 6346, IMO A.1117(30), ITU-R M.585, ISO 13616, ISO 9362, ICAO Annex 7, E.164.
 */
import { tidyContainerNumber } from '../../values/container-number.ts';
import { tidyIban } from '../../values/iban.ts';
import { isPlaceholder } from '../../values/placeholder.ts';
import { normalisePlate } from '../../values/plate.ts';

export type IdentifierFamily =
	/** Passports, identity cards, permits, licences: sources mix up their kinds. */
	| 'document'
	/** Tax, register and customs numbers: given out by many offices, so two can have one number. */
	| 'registration'
	| 'imo'
	| 'mmsi'
	| 'call-sign'
	| 'container'
	| 'plate'
	| 'account'
	| 'swift'
	| 'lei'
	| 'aircraft'
	| 'phone'
	| 'email';

const FAMILIES: { readonly [scheme: string]: IdentifierFamily } = {
	passport: 'document',
	'identity-card': 'document',
	'national-id': 'document',
	visa: 'document',
	'residence-permit': 'document',
	'driving-licence': 'document',
	'crew-member-certificate': 'document',
	'travel-document': 'document',
	'refugee-travel-document': 'document',
	'seafarer-identity-document': 'document',
	'military-identity-card': 'document',
	'birth-certificate': 'document',
	'pilot-licence': 'document',
	'social-security': 'document',
	document: 'document',
	imo: 'imo',
	mmsi: 'mmsi',
	'call-sign': 'call-sign',
	container: 'container',
	equipment: 'container',
	plate: 'plate',
	iban: 'account',
	account: 'account',
	swift: 'swift',
	bic: 'swift',
	lei: 'lei',
	aircraft: 'aircraft',
	'tail-number': 'aircraft',
	icao24: 'aircraft',
	phone: 'phone',
	email: 'email',
};

/** Schemes that name a programme or a carrier and not the party itself. */
const TELLS_NOTHING: ReadonlySet<string> = new Set(['iata', 'loyalty', 'website']);

/** Numbers that many makers and offices give out, each counting from one. */
const VAGUE: ReadonlySet<string> = new Set(['local', 'serial-number', 'bank-code']);
const VAGUE_SHARE = 0.6;

/** Undefined for schemes that do not identify; every scheme that is not known is a number of some office. */
export function identifierFamily(scheme: string): IdentifierFamily | undefined {
	if (TELLS_NOTHING.has(scheme)) return undefined;
	return FAMILIES[scheme] ?? 'registration';
}

/** Digits of a telephone number that stay the same with and without the codes of country and trunk. */
const PHONE_DIGITS = 9;
const LEAST_LENGTH: { readonly [family in IdentifierFamily]?: number } = {
	phone: 7,
	email: 6,
	imo: 7,
	mmsi: 9,
	'call-sign': 3,
	plate: 3,
	aircraft: 4,
	registration: 4,
	document: 4,
};

/** The form in which two writings of one identifier meet; undefined where it says nothing. */
export function normaliseIdentifier(family: IdentifierFamily, text: string): string | undefined {
	const value = normalForm(family, text.slice(0, 320));
	if (value.length < (LEAST_LENGTH[family] ?? 5) || isPlaceholder(value)) return undefined;
	return value;
}

const letters = (text: string): string =>
	/^[A-Z0-9]*$/.test(text)
		? text
		: text
				.normalize('NFKC')
				.toUpperCase()
				.replace(/[^\p{L}\p{N}]/gu, '');

function normalForm(family: IdentifierFamily, text: string): string {
	switch (family) {
		case 'imo':
		case 'mmsi':
			return text.replace(/\D/g, '');
		case 'container':
			return tidyContainerNumber(text);
		case 'plate':
			return normalisePlate(text);
		case 'account':
			return tidyIban(text).replace(/[^A-Z0-9]/g, '');
		case 'swift':
			// XXX names the head office, which eight letters name too.
			return letters(text).replace(/XXX$/, '');
		case 'phone':
			return text.replace(/\D/g, '').slice(-PHONE_DIGITS);
		case 'email':
			return normaliseEmail(text);
		default:
			return letters(text);
	}
}

/** Lower case; what follows "+" in the local part is the owner's own sorting, and some providers ignore dots. */
function normaliseEmail(text: string): string {
	const lower = text.trim().toLowerCase();
	const at = lower.lastIndexOf('@');
	if (at <= 0) return '';
	const domain = lower.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
	const plus = lower.indexOf('+');
	const local = lower.slice(0, plus > 0 && plus < at ? plus : at);
	return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}

/** Points that an exact agreement is worth before anything else is known; see `evidence-points.ts` for the scale. */
export function identifierPoints(family: IdentifierFamily, scheme: string, value: string): number {
	const points = familyPoints(family, value);
	return VAGUE.has(scheme) ? points * VAGUE_SHARE : points;
}

function familyPoints(family: IdentifierFamily, value: string): number {
	switch (family) {
		case 'imo':
		case 'container':
		case 'lei':
		case 'mmsi':
		case 'aircraft':
			return 0.95;
		case 'account':
			return value.length >= 8 ? 0.95 : 0.75;
		case 'document':
			// A short number is in use with several offices.
			return value.length >= 6 ? 0.92 : 0.55;
		case 'plate':
			return value.length >= 5 ? 0.9 : 0.72;
		case 'email':
			return 0.9;
		case 'swift':
			return 0.85;
		case 'registration':
			return value.length >= 8 ? 0.88 : value.length >= 6 ? 0.72 : 0.45;
		case 'phone':
			return 0.75;
		case 'call-sign':
			return value.length >= 4 ? 0.72 : 0.5;
	}
}

/**
 * Code lists of PAXLST as the WCO, IATA and ICAO guide uses them: kinds of list, travellers, travel documents.
 * Every table is read one way; what is written is derived from it, so that both directions agree.
 */
import type { PassengerList, Traveller } from '../../../../contract/records/travel.ts';

/** Document name code (BGM, data element 1001). */
export const LIST_TYPES: { readonly [code: string]: PassengerList['listType'] } = {
	'745': 'passengers',
	'250': 'crew',
	'336': 'crew',
	'266': 'close-out',
	'655': 'gate-pass',
};

export const LIST_CODES: { readonly [type in PassengerList['listType']]: string } = {
	passengers: '745',
	crew: '250',
	'close-out': '266',
	'gate-pass': '655',
	other: '10',
};

/** Qualifier of NAD in the traveller's group (data element 3035). */
export const TRAVELLER_TYPES: { readonly [code: string]: Traveller['type'] } = {
	FL: 'passenger',
	FM: 'crew',
	DDT: 'in-transit-passenger',
	DDU: 'in-transit-crew',
};

export const TRAVELLER_CODES: { readonly [type in Traveller['type']]: string } = {
	passenger: 'FL',
	crew: 'FM',
	'in-transit-passenger': 'DDT',
	'in-transit-crew': 'DDU',
	other: 'ZZZ',
};

/** Scheme of a travel document by its code (DOC, data element 1001). */
const DOCUMENT_SCHEMES: readonly (readonly [code: string, scheme: string])[] = [
	['P', 'passport'],
	['V', 'visa'],
	['I', 'identity-card'],
	['A', 'residence-permit'],
	['F', 'facilitation-document'],
	['AC', 'crew-member-certificate'],
	['IP', 'passport-card'],
	['M', 'military-identity-card'],
	['L', 'pilot-licence'],
	['T', 're-entry-permit'],
	['N', 'naturalisation-certificate'],
	['S', 'seafarer-identity-document'],
];

const schemeByCode = new Map<string, string>([
	...DOCUMENT_SCHEMES,
	// Other codes for the same things: ICAO 9303 document codes and those of the United States programme.
	['C', 'residence-permit'],
	['CP', 'residence-permit'],
	['PP', 'passport'],
	['PT', 'passport'],
	['PD', 'passport'],
	['PO', 'passport'],
	['PS', 'passport'],
	['PE', 'passport'],
	['PM', 'passport'],
	['PN', 'passport'],
	['ID', 'identity-card'],
	['VS', 'visa'],
	['CM', 'crew-member-certificate'],
	['G', 'seafarer-identity-document'],
]);

const codeByScheme = new Map(DOCUMENT_SCHEMES.map(([code, scheme]) => [scheme, code]));

/** Schemes that are written and read back as themselves. */
export const documentSchemes: readonly string[] = DOCUMENT_SCHEMES.map(([, scheme]) => scheme);

const OTHER_PREFIX = 'document-';

/** Scheme of a travel document; a code that is not known becomes `document-XX`. */
export const schemeOfDocument = (code: string): string =>
	schemeByCode.get(code) ?? `${OTHER_PREFIX}${code === '' ? 'unknown' : code}`;

/** Code under which a scheme is written. */
export function codeOfDocument(scheme: string): string {
	const known = codeByScheme.get(scheme);
	if (known !== undefined) return known;
	return scheme.startsWith(OTHER_PREFIX) ? scheme.slice(OTHER_PREFIX.length).toUpperCase() : 'ZZZ';
}

/** Titles that carriers put behind given names, as words of their own. */
const TITLES = new Set([
	'MR',
	'MRS',
	'MS',
	'MISS',
	'MSTR',
	'MASTER',
	'MSS',
	'DR',
	'PROF',
	'SIR',
	'REV',
	'CAPT',
	'MME',
	'MLLE',
	'HERR',
	'FRAU',
]);

export const isTitle = (word: string): boolean => TITLES.has(word.replace(/\.$/, '').toUpperCase());

/**
 * What a list is for, by BGM: its code, the code beside it (C106: `CP` change, `XR` cancel reservations, `RP` reduce
 * party, `XF` cancel flight, `CF` change itinerary, `CL…` flight closed) and its function (data element 1225).
 */
export function functionOf(code: string, variant: string, functionCode: string): PassengerList['function'] {
	if (variant === 'XF') return 'cancellation';
	if (variant === 'CF') return 'change-itinerary';
	if (variant.startsWith('CL') || code === '266') return 'close-out';
	if (variant === 'CP' || variant === 'XR' || variant === 'RP') return 'amendment';
	// Crew lists of the United States programme: C, A, B, D are first reports, CC, AC, BC, DC changes to them.
	if (code === '250' && /^[ABCD]C$/.test(variant)) return 'amendment';
	// Master crew list: F is the whole list, G adds, H deletes, I changes.
	if (code === '336' && /^[GHI]$/.test(variant)) return 'amendment';
	switch (functionCode) {
		case '1':
			return 'cancellation';
		case '2':
		case '3':
		case '4':
		case '5':
		case '36':
			return 'amendment';
		default:
			return 'original';
	}
}

/** How a function is said in BGM: the code beside the list's code, and the function code. */
export const FUNCTION_CODES: {
	readonly [name in PassengerList['function']]: { variant?: string; code?: string };
} = {
	original: {},
	amendment: { code: '4' },
	cancellation: { code: '1' },
	'close-out': { variant: 'CL' },
	'change-itinerary': { variant: 'CF' },
};

/**
 * Building blocks that every record shares: text, dates, money, parties, places.
 * Absent means "the document did not say": optional members are left out, never null or "".
 * Codes are kept as declared (trimmed, upper case); whether they exist is validation's question, not the schema's.
 */
import { z } from 'zod';

/** Longest free text that a record keeps, in characters. Longer text is cut by the reader, with a finding. */
export const MAX_TEXT = 4_000;

export const text = z.string().min(1).max(MAX_TEXT);
export const code = z.string().min(1).max(64);

/** Calendar date, `YYYY-MM-DD`, in the calendar of the place that wrote it. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'use YYYY-MM-DD');

/**
 * Date and time: `YYYY-MM-DDTHH:MM[:SS]`, followed by `Z` or `±HH:MM` where the document states the zone.
 * Without a zone it is local time at the place that it belongs to (a flight departs in the airport's time).
 */
export const dateTime = z
	.string()
	.regex(
		/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/,
		'use YYYY-MM-DDTHH:MM[:SS][Z|±HH:MM]',
	);

/** Exact decimal in canonical form: no exponent, no leading "+", no needless zeros ("12.5", "-3", "0"). */
export const decimal = z
	.string()
	.max(40)
	.regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/, 'use a plain decimal number such as 1234.5');

export const money = z.strictObject({
	/** Exact decimal in units of the currency, never in cents. */
	amount: decimal,
	/** ISO 4217 letters, as declared. */
	currency: code.optional(),
});

/** Measured quantity with its UN/ECE Recommendation 20 unit code as declared (KGM, NAR, LTR …). */
export const quantity = z.strictObject({ value: decimal, unit: code.optional() });

export const address = z.strictObject({
	/** Street, number, building, post-office box; in the order given. */
	lines: z.array(text).max(20).optional(),
	city: text.optional(),
	subdivision: text.optional(),
	postcode: code.optional(),
	/** ISO 3166-1 alpha-2 where it could be recognised, otherwise as declared. */
	country: code.optional(),
});

export const contact = z.strictObject({
	kind: z.enum(['phone', 'email', 'fax', 'telex', 'url', 'other']),
	value: text,
});

/** A number that somebody issued to identify a person, an organisation or a thing. */
export const identifier = z.strictObject({
	/**
	 * What kind of number: `eori`, `tax`, `company-register`, `lei`, `swift`, `iata`, `passport`, `identity-card`,
	 * `visa`, `residence-permit`, `driving-licence`, `crew-member-certificate`, `loyalty`, `local` …
	 */
	scheme: code,
	value: text,
	/** Issuing country, ISO 3166-1 alpha-2 where recognised. */
	issuer: code.optional(),
	issuedOn: date.optional(),
	expiresOn: date.optional(),
	issuedAt: text.optional(),
});

/** Name of a natural person, in parts where the document gives parts. `full` is always there. */
export const personName = z.strictObject({
	full: text,
	family: text.optional(),
	given: text.optional(),
	middle: text.optional(),
	title: text.optional(),
	/** Prefix or particle given on its own ("van der", "bin"). */
	prefix: text.optional(),
	/** Other names: alias, maiden name, former name. */
	aliases: z.array(text).max(50).optional(),
});

export const sex = z.enum(['female', 'male', 'unspecified']);

/** Facts about a natural person that identify her. None of them is ever a feature of a risk model by itself. */
export const person = z.strictObject({
	name: personName,
	sex: sex.optional(),
	bornOn: date.optional(),
	/** A year or a year and month where the day is not known: `1978` or `1978-07`. */
	bornAbout: z
		.string()
		.regex(/^\d{4}(-\d{2})?$/)
		.optional(),
	birthPlace: text.optional(),
	birthCountry: code.optional(),
	nationalities: z.array(code).max(10).optional(),
	residence: code.optional(),
	occupation: text.optional(),
	deceased: z.boolean().optional(),
	diedOn: date.optional(),
});

/** The part that a party plays, in the words of the WCO data model. */
export const partyRole = z.enum([
	'declarant',
	'agent',
	'importer',
	'exporter',
	'seller',
	'buyer',
	'consignor',
	'consignee',
	'notify',
	'carrier',
	'freight-forwarder',
	'surety',
	'authorisation-holder',
	'payer',
	'payee',
	'owner',
	'warehouse-keeper',
	'sender',
	'receiver',
	'reporter',
	'signatory',
	'director',
	'beneficial-owner',
	'other',
]);

export const party = z.strictObject({
	role: partyRole,
	/** The role code as declared, where it says more than `role`. */
	roleCode: code.optional(),
	kind: z.enum(['person', 'organisation', 'unknown']).optional(),
	/** Name as declared. For a natural person `person.name` has the parts. */
	name: text.optional(),
	person: person.optional(),
	identifiers: z.array(identifier).max(50).optional(),
	address: address.optional(),
	contacts: z.array(contact).max(50).optional(),
});

/** A place: by UN/LOCODE, by IATA or ICAO code, by coordinates, by name, in any combination. */
export const place = z.strictObject({
	/** Five characters of UN/LOCODE. */
	unlocode: code.optional(),
	/** Three letters of IATA. */
	iata: code.optional(),
	icao: code.optional(),
	country: code.optional(),
	name: text.optional(),
	/** Customs office or terminal code. */
	facility: code.optional(),
	/** WGS 84 degrees. */
	latitude: z.number().min(-90).max(90).optional(),
	longitude: z.number().min(-180).max(180).optional(),
});

/** A document named by another: invoice, licence, certificate, previous declaration, bill of lading. */
export const documentReference = z.strictObject({
	/** Type code as declared (UN/EDIFACT 1001, EU or national code). */
	type: code,
	number: text.optional(),
	name: text.optional(),
	issuer: text.optional(),
	issuedOn: date.optional(),
	/** Status or exemption code as declared. */
	status: code.optional(),
	category: code.optional(),
	line: z.number().int().optional(),
});

/** UN/ECE Recommendation 19: 1 sea, 2 rail, 3 road, 4 air, 5 mail, 6 multimodal, 7 fixed installation, 8 inland water, 9 own propulsion. */
export const transportMode = z.enum([
	'sea',
	'rail',
	'road',
	'air',
	'mail',
	'multimodal',
	'fixed',
	'inland-water',
	'own-propulsion',
	'unknown',
]);

export const transportMeans = z.strictObject({
	mode: transportMode.optional(),
	/** IMO number, flight number, registration plate, wagon number, as declared. */
	identity: text.optional(),
	/** Code of the kind of identity as declared (10 IMO number, 30 plate, 40 flight number …). */
	identityType: code.optional(),
	/** Name of the vessel. */
	name: text.optional(),
	/** Voyage, flight or trip number. */
	journey: text.optional(),
	nationality: code.optional(),
	/** IMO number where the message has a field of its own for it. */
	imo: code.optional(),
	carrier: text.optional(),
});

export const packaging = z.strictObject({
	count: z.number().int().nonnegative().optional(),
	/** UN/ECE Recommendation 21 package type code. */
	kind: code.optional(),
	marks: text.optional(),
});

/** One leg of a journey. Times are local to their place unless they carry a zone. */
export const leg = z.strictObject({
	carrier: code.optional(),
	/** Operating carrier where it differs (code share). */
	operatingCarrier: code.optional(),
	/** Flight or voyage number without the carrier. */
	number: code.optional(),
	operatingNumber: code.optional(),
	from: place.optional(),
	to: place.optional(),
	departsAt: dateTime.optional(),
	arrivesAt: dateTime.optional(),
	bookingClass: code.optional(),
	status: code.optional(),
	/** True for the leg that crosses this border, where the message says so. */
	border: z.boolean().optional(),
});

export type Address = z.infer<typeof address>;
export type Contact = z.infer<typeof contact>;
export type Identifier = z.infer<typeof identifier>;
export type PersonName = z.infer<typeof personName>;
export type Person = z.infer<typeof person>;
export type PartyRole = z.infer<typeof partyRole>;
export type Party = z.infer<typeof party>;
export type Place = z.infer<typeof place>;
export type Money = z.infer<typeof money>;
export type Quantity = z.infer<typeof quantity>;
export type DocumentReference = z.infer<typeof documentReference>;
export type TransportMode = z.infer<typeof transportMode>;
export type TransportMeans = z.infer<typeof transportMeans>;
export type Packaging = z.infer<typeof packaging>;
export type Leg = z.infer<typeof leg>;

/**
 * Lists that records are screened against: entries, what an alert asks for, versions and how they differ.
 */
import { z } from 'zod';

export const listEntryKind = z.enum([
	'person',
	'organisation',
	'vessel',
	'aircraft',
	'vehicle',
	'equipment',
	'document',
	'account',
	'address',
	'phone',
	'email',
]);

const short = z.string().min(1).max(400);

/** Year, year and month, or day; `until` where the source gives a span. */
export const listDate = z.strictObject({
	from: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
	until: z
		.string()
		.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
		.optional(),
	about: z.boolean().optional(),
});

export const listName = z.strictObject({
	full: short,
	family: short.optional(),
	given: short.optional(),
	/** `weak` names (low-quality aliases) raise a hit only together with other evidence. */
	quality: z.enum(['primary', 'strong', 'weak']),
	/** As the source calls it: aka, fka, nka, transliteration, original script. */
	kind: z.string().max(64).optional(),
});

export const listIdentifier = z.strictObject({
	/** Schemes as those of a record's identifiers, and imo, mmsi, container, plate, iban, account, aircraft, swift. */
	scheme: z.string().min(1).max(64),
	value: short,
	issuer: z.string().max(64).optional(),
	/** As the source has it: "Passport A1234567 (Iran) expires 2010". */
	note: z.string().max(400).optional(),
});

export const listAddress = z.strictObject({
	street: z.string().max(1_000).optional(),
	city: short.optional(),
	postcode: z.string().max(64).optional(),
	/** ISO 3166-1 alpha-2 where recognised, otherwise as the source has it. */
	country: z.string().max(100).optional(),
});

export const alertAction = z.enum(['refuse', 'discreet-check', 'inquiry', 'seize', 'contact']);

/** What the owner of a list asks for when something is found. An entry may differ from its list. */
export const alertInstruction = z.strictObject({
	/** What the list is about: terrorism, proliferation, stolen-vehicle, lost-document, wanted-person … */
	category: z.string().min(1).max(64),
	action: alertAction,
	/** H0 to H3, as in the agreements of police information exchange: H0 no restriction … H3 the owner asks to be called first. */
	handling: z.enum(['H0', 'H1', 'H2', 'H3']),
	owner: short,
	legalBasis: z.string().min(1).max(1_000),
	/** Day by which the owner says again that it stands. */
	reviewOn: z.iso.date().optional(),
});

export const listEntry = z.strictObject({
	/** The source's own number; stays the same over versions. */
	key: z.string().min(1).max(200),
	kind: listEntryKind,
	names: z.array(listName).max(500),
	born: z.array(listDate).max(50).optional(),
	died: z.boolean().optional(),
	sex: z.enum(['female', 'male']).optional(),
	nationalities: z.array(z.string().max(100)).max(20).optional(),
	/** Residence, seat, flag, country of registration. */
	countries: z.array(z.string().max(100)).max(50).optional(),
	birthPlaces: z.array(short).max(50).optional(),
	identifiers: z.array(listIdentifier).max(200).optional(),
	addresses: z.array(listAddress).max(200).optional(),
	phones: z.array(z.string().max(64)).max(50).optional(),
	emails: z.array(z.string().max(320)).max(50).optional(),
	/** Programmes or regimes under which it is listed. */
	programmes: z.array(z.string().max(200)).max(50).optional(),
	listedOn: z.iso.date().optional(),
	changedOn: z.iso.date().optional(),
	positions: z.array(z.string().max(1_000)).max(50).optional(),
	remarks: z.string().max(8_000).optional(),
	/** Where it differs from what the list says. */
	instruction: alertInstruction.partial().optional(),
});

export const listFormat = z.enum(['ofac-sdn', 'un-consolidated', 'follow-the-money', 'csv', 'own']);

export type ListEntryKind = z.infer<typeof listEntryKind>;
export type ListDate = z.infer<typeof listDate>;
export type ListName = z.infer<typeof listName>;
export type ListIdentifier = z.infer<typeof listIdentifier>;
export type ListAddress = z.infer<typeof listAddress>;
export type ListEntry = z.infer<typeof listEntry>;
export type ListFormat = z.infer<typeof listFormat>;
export type AlertAction = z.infer<typeof alertAction>;
export type AlertInstruction = z.infer<typeof alertInstruction>;

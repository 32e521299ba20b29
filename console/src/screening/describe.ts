/**
 * What a record says of somebody or something, and what a list says, in one form, so that both stand side by side.
 * In: a mention as it was screened (any members, checked here), or an entry of a list. Out: facts in a fixed order.
 */
import { z } from 'zod';
import type { ListAddress, ListDate, ListEntry, ListIdentifier } from '../../../contract/lists.ts';
import { formatCountry } from '../display/country.ts';
import { wordsOfScheme } from '../display/screening-words.ts';
import { spell } from '../display/words.ts';

export type FactValue = {
	text: string;
	/** What the source adds to it. */
	note?: string;
	/** By which it is held against the other side, where that is not its whole text. */
	comparedAs?: string;
	/** Of a number: its kind, and the rest of the text. */
	identifier?: { scheme: string; number: string };
	/** The source itself doubts it: a low-quality alias. */
	isWeak?: boolean;
};

/** Facts that both sides can have, in the order in which an officer looks at them. */
export const comparedFacts = [
	'names',
	'born',
	'died',
	'sex',
	'nationalities',
	'countries',
	'birthPlaces',
	'identifiers',
	'addresses',
	'phones',
	'emails',
] as const;
/** Facts that only lists have. */
export const listedFacts = ['positions', 'programmes', 'listed', 'changed', 'remarks'] as const;
export type FactId = (typeof comparedFacts)[number] | (typeof listedFacts)[number];

export const factWords: { readonly [id in FactId]: string } = {
	names: 'Names',
	born: 'Born',
	died: 'Died',
	sex: 'Sex',
	nationalities: 'Nationality',
	countries: 'Country',
	birthPlaces: 'Place of birth',
	identifiers: 'Numbers',
	addresses: 'Address',
	phones: 'Phone',
	emails: 'E-mail',
	positions: 'Position',
	programmes: 'Programme',
	listed: 'Listed',
	changed: 'Changed',
	remarks: 'Remarks',
};

export type Description = Readonly<Partial<Record<FactId, readonly FactValue[]>>>;

const plain = (text: string): FactValue => ({ text });

export function formatListDate({ from, until, about }: ListDate): string {
	const span = until === undefined ? from : `${from} to ${until}`;
	return about ? `about ${span}` : span;
}

const joinAddress = (address: ListAddress): string =>
	[
		address.street,
		[address.postcode, address.city].filter(Boolean).join(' '),
		address.country && formatCountry(address.country),
	]
		.filter(Boolean)
		.join(', ');

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function describeIdentifier({ scheme, value, issuer, note }: ListIdentifier): FactValue {
	const number = issuer ? `${value} (${formatCountry(issuer)})` : value;
	const text = `${wordsOfScheme(scheme)} ${number}`;
	const said = new Set(wordsIn(text));
	// Sources often repeat in a note what stands in the number itself.
	const addsSomething = note !== undefined && wordsIn(note).some((word) => !said.has(word));
	return { text, comparedAs: value, identifier: { scheme, number }, ...(addsSomething ? { note } : {}) };
}

/** Leaves out what is empty, so that a fact that is there has something to say. */
function withValues(facts: Partial<Record<FactId, readonly FactValue[]>>): Description {
	return Object.fromEntries(Object.entries(facts).filter(([, values]) => values.length > 0));
}

const QUALITY = { primary: 0, strong: 1, weak: 2 } as const;

export function describeEntry(entry: ListEntry): Description {
	return withValues({
		names: entry.names
			.toSorted((a, b) => QUALITY[a.quality] - QUALITY[b.quality])
			.map(({ full, kind, quality }) => ({
				text: full,
				...(kind ? { note: kind } : {}),
				...(quality === 'weak' ? { isWeak: true } : {}),
			})),
		born: (entry.born ?? []).map((date) => plain(formatListDate(date))),
		died: entry.died === undefined ? [] : [plain(entry.died ? 'yes' : 'no')],
		sex: entry.sex ? [plain(entry.sex)] : [],
		nationalities: (entry.nationalities ?? []).map((country) => plain(formatCountry(country))),
		countries: (entry.countries ?? []).map((country) => plain(formatCountry(country))),
		birthPlaces: (entry.birthPlaces ?? []).map(plain),
		identifiers: (entry.identifiers ?? []).map(describeIdentifier),
		addresses: (entry.addresses ?? []).map((address) => plain(joinAddress(address))),
		phones: (entry.phones ?? []).map(plain),
		emails: (entry.emails ?? []).map(plain),
		positions: (entry.positions ?? []).map(plain),
		programmes: (entry.programmes ?? []).map(plain),
		listed: entry.listedOn ? [plain(entry.listedOn)] : [],
		changed: entry.changedOn ? [plain(entry.changedOn)] : [],
		remarks: entry.remarks ? [plain(entry.remarks)] : [],
	});
}

const texts = z.array(z.string()).catch([]);
const text = z.string().optional().catch(undefined);

/** Members of a mention that have words here. What else it may have is not shown, and what is odd is left out. */
const mentionShape = z.object({
	names: z.array(z.object({ full: z.string() })).catch([]),
	born: text,
	sex: text,
	nationalities: texts,
	countries: texts,
	birthPlace: text,
	identifiers: z
		.array(z.object({ scheme: z.string(), value: z.string(), issuer: z.string().optional() }))
		.catch([]),
	addresses: z
		.array(
			z.object({
				street: z.string().optional(),
				city: z.string().optional(),
				postcode: z.string().optional(),
				country: z.string().optional(),
			}),
		)
		.catch([]),
	phones: texts,
	emails: texts,
});

/** @param mention as the server gives it: any members. */
export function describeMention(mention: Readonly<Record<string, unknown>>): Description {
	const known = mentionShape.parse({ ...mention });
	return withValues({
		names: known.names.map(({ full }) => plain(full)),
		born: known.born ? [plain(known.born)] : [],
		sex: known.sex ? [plain(known.sex)] : [],
		nationalities: known.nationalities.map((country) => plain(formatCountry(country))),
		countries: known.countries.map((country) => plain(formatCountry(country))),
		birthPlaces: known.birthPlace ? [plain(known.birthPlace)] : [],
		identifiers: known.identifiers.map(({ scheme, value, issuer }) =>
			describeIdentifier({ scheme, value, ...(issuer ? { issuer } : {}) }),
		),
		addresses: known.addresses.map(({ street, city, postcode, country }) =>
			plain(
				joinAddress({
					...(street ? { street } : {}),
					...(city ? { city } : {}),
					...(postcode ? { postcode } : {}),
					...(country ? { country } : {}),
				}),
			),
		),
		phones: known.phones.map(plain),
		emails: known.emails.map(plain),
	});
}

const bare = ({ text, comparedAs = text }: FactValue): string =>
	comparedAs.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Values of one side that the other side has too, however they are spaced and capitalised. */
export function sharedValues(
	left: readonly FactValue[] | undefined,
	right: readonly FactValue[] | undefined,
): ReadonlySet<string> {
	const there = new Set((right ?? []).map(bare));
	return new Set((left ?? []).map(bare).filter((value) => there.has(value)));
}
export const isShared = (shared: ReadonlySet<string>, value: FactValue): boolean => shared.has(bare(value));

/** Kind of a mention, in words. */
export const wordsOfMentionKind = (kind: string): string => (kind === 'party' ? 'Party' : spell(kind));

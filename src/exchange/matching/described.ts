/**
 * Identifiers of what is described: of a mention in a record, of an entry of a list. In: the description. Out: identifiers of the
 * kinds that an agreement names, and of no other.
 */
import type { Matchable } from '../../../contract/exchange/agreement.ts';
import type { ListDate, ListEntry } from '../../../contract/lists.ts';
import type { Mention, MentionIdentifier } from '../../mentions/model.ts';
import type { Identifier } from './identifier-texts.ts';

/** Documents that a person carries, and numbers by which registers know persons and firms. */
const DOCUMENTS: ReadonlySet<string> = new Set([
	'passport',
	'identity-card',
	'national-id',
	'residence-permit',
	'driving-licence',
	'crew-member-certificate',
	'travel-document',
	'document',
	'tax',
	'company-register',
	'eori',
	'lei',
	'social-security',
]);

const KINDS: ReadonlyMap<string, Matchable> = new Map<string, Matchable>([
	['container', 'container'],
	['plate', 'plate'],
	['imo', 'vessel'],
	['mmsi', 'vessel'],
	['iban', 'account'],
	['account', 'account'],
]);

/** Years that a span of births is offered for, at most. */
const MOST_YEARS = 5;

export function identifiersOfMention(mention: Mention, kinds: ReadonlySet<Matchable>): Identifier[] {
	const { kind, names, born, identifiers, phones, emails, countries } = mention;
	const named =
		kind === 'person' || (kind === 'party' && born !== undefined)
			? names.map(({ full }) => identified('person', full, born === undefined ? [] : [born]))
			: kind === 'organisation' || kind === 'party'
				? names.map(({ full }) => identified('organisation', full, countries ?? []))
				: [];
	return [...named, ...numbersOf(identifiers), ...contactsOf(phones, emails)].filter((each) =>
		kinds.has(each.kind),
	);
}

/** Weak names (low-quality aliases) are not offered: they would hit too many. */
export function identifiersOfEntry(entry: ListEntry, kinds: ReadonlySet<Matchable>): Identifier[] {
	const { kind, identifiers, phones, emails } = entry;
	const names = entry.names.filter(({ quality }) => quality !== 'weak');
	const births = (entry.born ?? []).flatMap(birthsOf);
	const countries = [
		...(entry.countries ?? []),
		...(entry.addresses ?? []).flatMap(({ country }) => country ?? []),
	];
	const named =
		kind === 'person'
			? names.flatMap(({ full }) => births.map((born) => identified('person', full, [born])))
			: kind === 'organisation'
				? names.map(({ full }) => identified('organisation', full, [...new Set(countries)]))
				: [];
	const self: Identifier[] = kind === 'document' || kind === 'account' ? captioned(entry, kind) : [];
	return [...named, ...self, ...numbersOf(identifiers ?? []), ...contactsOf(phones, emails)].filter((each) =>
		kinds.has(each.kind),
	);
}

const identified = (kind: Matchable, value: string, more: readonly string[]): Identifier => ({
	kind,
	value,
	with: more,
});

/** A day as it is; of what is about or a span, the years. */
function birthsOf({ from, until, about }: ListDate): string[] {
	if (until === undefined || until === from) return [about === true ? from.slice(0, 4) : from];
	const first = Number(from.slice(0, 4));
	const years = Math.min(MOST_YEARS, Number(until.slice(0, 4)) - first + 1);
	return Array.from({ length: Math.max(0, years) }, (_, at) => String(first + at));
}

function numbersOf(identifiers: readonly MentionIdentifier[]): Identifier[] {
	return identifiers.flatMap(({ scheme, value, issuer }): Identifier[] => {
		const kind = DOCUMENTS.has(scheme) ? 'document' : KINDS.get(scheme);
		if (kind === undefined) return [];
		if (scheme === 'account') {
			// Kept as `bank/number`, where the bank is known.
			const cut = value.indexOf('/');
			return cut < 0
				? [{ kind, value, with: [] }]
				: [{ kind, value: value.slice(cut + 1), with: [value.slice(0, cut)] }];
		}
		return [{ kind, value, with: issuer === undefined ? [] : [issuer] }];
	});
}

/** Entries that are a number and nothing else may have it as their name. */
const captioned = ({ names, identifiers }: ListEntry, kind: 'document' | 'account'): Identifier[] =>
	(identifiers ?? []).length > 0 ? [] : names.map(({ full }) => ({ kind, value: full, with: [] }));

const contactsOf = (phones: readonly string[] = [], emails: readonly string[] = []): Identifier[] => [
	...phones.map((value): Identifier => ({ kind: 'phone', value, with: [] })),
	...emails.map((value): Identifier => ({ kind: 'email', value, with: [] })),
];

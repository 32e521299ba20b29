/**
 * Mentions as linkage sees them: which fields each kind has, and what a mention says in them. Pure.
 * Numbers of documents and registers stand with their scheme and issuer, so that two numbers of different kinds are no contradiction.
 */
import type { Mention, MentionIdentifier, MentionKind } from '../../mentions/model.ts';
import type { LinkageField, LinkageRecord } from './model.ts';

export const linkedKinds = ['person', 'organisation', 'object'] as const;
/** Mentions of one linked kind are held against each other; of two, never. */
export type LinkedKind = (typeof linkedKinds)[number];

/** A party of which nobody says whether it is a person is linked as an organisation: by all of its name. */
export function linkedKindOf(kind: MentionKind): LinkedKind {
	if (kind === 'person') return 'person';
	return kind === 'organisation' || kind === 'party' ? 'organisation' : 'object';
}

const contact: readonly LinkageField[] = [
	{ name: 'street', kind: 'address-line' },
	{ name: 'city', kind: 'place' },
	{ name: 'postcode', kind: 'postcode' },
	{ name: 'phone', kind: 'phone' },
	{ name: 'e-mail', kind: 'email' },
];

/** Fields of each linked kind, in the order in which `linkageRecordOf` fills them. */
export const mentionFields: { readonly [kind in LinkedKind]: readonly LinkageField[] } = {
	person: [
		{ name: 'given name', kind: 'given-name' },
		{ name: 'family name', kind: 'family-name' },
		{ name: 'full name', kind: 'full-name' },
		{ name: 'identifier', kind: 'strong-identifier' },
		{ name: 'date of birth', kind: 'date', dateOrder: 'year-first' },
		{ name: 'sex', kind: 'category' },
		{ name: 'nationality', kind: 'category' },
		{ name: 'country', kind: 'category' },
		{ name: 'place of birth', kind: 'place' },
		...contact,
	],
	organisation: [
		{ name: 'name', kind: 'organisation-name' },
		{ name: 'identifier', kind: 'strong-identifier' },
		{ name: 'country', kind: 'category' },
		...contact,
	],
	object: [
		{ name: 'name', kind: 'object-name' },
		{ name: 'identifier', kind: 'strong-identifier' },
		{ name: 'country', kind: 'category' },
		...contact,
	],
};

const numberOf = ({ scheme, issuer, value }: MentionIdentifier): string =>
	`${scheme}:${issuer ?? ''}:${value}`;

const said = (texts: readonly (string | undefined)[]): string[] => [
	...new Set(texts.filter((text): text is string => text !== undefined && text !== '')),
];

/**
 * What a mention says, in the fields of its linked kind.
 * @param key identifies the mention to whoever asks.
 */
export function linkageRecordOf(key: string, mention: Mention): LinkageRecord {
	const identifiers = mention.identifiers.map(numberOf);
	const countries = said(mention.countries ?? []);
	const addresses = mention.addresses ?? [];
	const contacts = [
		said(addresses.map(({ street }) => street)),
		said(addresses.map(({ city }) => city)),
		said(addresses.map(({ postcode }) => postcode)),
		said(mention.phones ?? []),
		said(mention.emails ?? []),
	];
	const names = said(mention.names.map(({ full }) => full));
	if (linkedKindOf(mention.kind) !== 'person')
		return { key, values: [names, identifiers, countries, ...contacts] };
	return {
		key,
		values: [
			said(mention.names.map(({ given }) => given)),
			said(mention.names.map(({ family }) => family)),
			names,
			identifiers,
			mention.born ?? '',
			mention.sex ?? '',
			said(mention.nationalities ?? []),
			countries,
			mention.birthPlace ?? '',
			...contacts,
		],
	};
}

/**
 * A mention: what one record says of one person, organisation or thing, in the form in which it is screened and resolved.
 * Equal content is one mention, however many records have it; `appearances` say where it stands.
 * In: records (`extract.ts`). Nothing here is a judgement: two mentions of one person are two until resolution joins them.
 */
import type { PartyRole } from '../../contract/records/common.ts';

export const mentionKinds = [
	'person',
	'organisation',
	/** A named party of which the document does not say whether it is a person. */
	'party',
	'vessel',
	'aircraft',
	'vehicle',
	/** Container, trailer, wagon. */
	'equipment',
	'account',
	'address',
] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** Schemes as in the contract's `identifier`, and `imo`, `mmsi`, `container`, `plate`, `iban`, `account`, `aircraft`. */
export type MentionIdentifier = {
	readonly scheme: string;
	/** Normalised: capitals, no spaces, no separators. */
	readonly value: string;
	readonly issuer?: string;
};

export type MentionName = {
	readonly full: string;
	readonly family?: string;
	readonly given?: string;
	readonly middle?: string;
};

export type MentionAddress = {
	/** Street and house, in the order given, in one line. */
	readonly street?: string;
	readonly city?: string;
	readonly postcode?: string;
	/** ISO 3166-1 alpha-2 where recognised. */
	readonly country?: string;
};

export type Mention = {
	readonly kind: MentionKind;
	/** The first is the name as declared; aliases follow. Empty for things that have numbers only. */
	readonly names: readonly MentionName[];
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
	readonly born?: string;
	readonly sex?: 'female' | 'male';
	readonly nationalities?: readonly string[];
	/** Residence, seat, flag, place of registration. */
	readonly countries?: readonly string[];
	readonly birthPlace?: string;
	readonly identifiers: readonly MentionIdentifier[];
	readonly addresses?: readonly MentionAddress[];
	/** Phones as digits with `+` where the country code is known; e-mail addresses in lower case. */
	readonly phones?: readonly string[];
	readonly emails?: readonly string[];
};

/** Part that a mention plays in a record: a party's role, or what it is there. */
export type AppearanceRole =
	| PartyRole
	| 'traveller'
	| 'crew'
	| 'cash-carrier'
	| 'subject'
	| 'conductor'
	| 'account'
	| 'means-of-transport'
	| 'equipment'
	| 'address';

export type Appearance = {
	/** Path into the record. */
	readonly place: string;
	readonly role: AppearanceRole;
	readonly mention: Mention;
	/** The mention as JSON: equal content is equal text. */
	readonly content: string;
};

export type MentionPurpose = 'goods' | 'travel' | 'money' | 'movement';

/** A mention by its key: what is needed to ask whether the store has it. */
export type KeyedMention = {
	/** 128 bits of SHA-256 of purpose and content, as a UUID. */
	readonly key: string;
	readonly purpose: MentionPurpose;
	readonly mention: Mention;
	readonly content: string;
};

/** A mention as the store has it. */
export type StoredMention = {
	/** 128 bits of SHA-256 of purpose and content, as a UUID. */
	readonly key: string;
	readonly purpose: MentionPurpose;
	/** Hash of what screening looks at: names, dates, countries, numbers. */
	readonly side: string;
	/** Hash of kind and first name. */
	readonly subject: string;
	readonly caption: string;
	readonly mention: Mention;
};

/**
 * A name, taken apart once and compared many times. Pure; nothing here knows of lists, records or stores.
 * `prepareName` (prepare-name.ts) makes it, `compareNames` and `explainNames` (compare-names.ts) hold two against each other,
 * `nameKeys` (name-keys.ts) says under what an index may keep it.
 */

/** What is named. `object` is anything else that has a name: a product, a place, an address line. */
export type NameKind = 'person' | 'organisation' | 'vessel' | 'object';

/** What a part of a name is for. */
export type PartRole =
	| 'given'
	| 'family'
	/** Where the source does not say which of them it is. */
	| 'name'
	| 'initial'
	/** bin, van der, de la, al-: joins names and tells nobody apart. */
	| 'particle'
	/** Mr, Dr, Sheikh, Mullah, Jr. */
	| 'honorific'
	/** GmbH, ООО, S.p.A. */
	| 'legal-form'
	/** Words that many organisations have: trading, international, bank. */
	| 'generic'
	/** MV, SS, M/T before the name of a vessel. */
	| 'vessel-prefix'
	| 'number';

export type NamePart = {
	/** As written, without what surrounds it. */
	readonly written: string;
	/** Latin letters and digits in lower case, without accents: what is compared. */
	readonly latin: string;
	readonly role: PartRole;
	/** How much it says, 0 to 1 and more: common parts say little. */
	readonly weight: number;
};

/** Parts that the source told apart. */
export type NameStructure = { readonly family?: string; readonly given?: string; readonly middle?: string };

/** How one part was found in the other name. */
export type PartMatch = {
	/** Parts of one side; several where they are written as one on the other side. Empty: the other side has it alone. */
	readonly left: readonly string[];
	readonly right: readonly string[];
	readonly how:
		| 'same'
		| 'same-in-script'
		| 'transliteration'
		| 'spelling'
		| 'sound'
		| 'nickname'
		| 'initial'
		| 'joined'
		| 'abbreviation'
		| 'equivalent'
		| 'missing'
		| 'different';
	/** 0 to 1. */
	readonly similarity: number;
	/** Share of the score that this part decides. */
	readonly weight: number;
};

export type NameComparison = {
	/** 0 to 1; from `SAME_NAME` on, two names are taken for one. */
	readonly score: number;
	readonly parts: readonly PartMatch[];
	/** One sentence for an officer. */
	readonly sentence: string;
};

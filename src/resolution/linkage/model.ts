/**
 * What linkage speaks of: fields of a record, levels on which two records agree, what each level is worth, and the result.
 * A `LinkageModel` is plain JSON: it is trained in bulk, kept in the database and used for single pairs as records arrive.
 * Fellegi and Sunter (1969), with shares of levels by expectation–maximisation and weights by how rare a value is.
 * Invariant: what is not said is no evidence, for or against.
 */
import type { DateOrder } from './dates.ts';

/** What a field holds, and so how it is compared. */
export const fieldKinds = [
	'given-name',
	'family-name',
	/** All of a person's name in one text; tokens that given and family name do not have are its middle names and titles. */
	'full-name',
	'organisation-name',
	/** Name of a vessel, a product, anything that is neither a person nor an organisation. */
	'object-name',
	'date',
	'postcode',
	'house-number',
	/** Street, building or farm; several fields of this kind may be swapped or run together. */
	'address-line',
	/** City, suburb, place of birth. */
	'place',
	'phone',
	'email',
	/** A number that somebody gave to one person or thing, and that may be mistyped: social security, customer, account. */
	'identifier',
	/** As `identifier`, and with a scheme and an issuer, `scheme:issuer:value`: decides almost alone. */
	'strong-identifier',
	/** One of few values: sex, state, country, occupation. */
	'category',
	/** Anything else. */
	'text',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type LinkageField = {
	/** Words for an officer, or the column's own name. */
	readonly name: string;
	readonly kind: FieldKind;
	/** Of a date whose year is written last. */
	readonly dateOrder?: DateOrder;
};

/** What one field says: one text, several, or nothing (an empty text or an empty list). */
export type FieldValue = string | readonly string[];

export type LinkageRecord = {
	/** Identifies the record to its owner. */
	readonly key: string;
	/** In the order of the fields, as written. */
	readonly values: readonly FieldValue[];
};

/** Two records agree in one comparison on one of its levels; the first is the strongest. */
export type ComparisonLevel = {
	readonly name: string;
	/** m: share of pairs of one entity on this level, among those where both sides say something. */
	readonly matchShare: number;
	/** u: the same among pairs of two different entities. */
	readonly otherShare: number;
	/** Agreement on this level is worth more where the value is rare. */
	readonly byFrequency?: boolean;
};

export type ComparisonKind =
	| 'given-name'
	| 'family-name'
	| 'other-names'
	| 'organisation-name'
	| 'object-name'
	| 'date'
	| 'postcode'
	| 'house-number'
	| 'address-line'
	| 'place'
	| 'phone'
	| 'email'
	| 'identifier'
	| 'strong-identifier'
	| 'category'
	| 'text';

export type Comparison = {
	readonly name: string;
	readonly kind: ComparisonKind;
	/** Positions of the fields that it looks at. */
	readonly fields: readonly number[];
	readonly levels: readonly ComparisonLevel[];
	/**
	 * Share of records that have a value, for values that are not rare; keys are the values as they are compared.
	 * A value that is not here is as rare as `rareShare`.
	 */
	readonly frequencies: { readonly [value: string]: number };
	readonly rareShare: number;
};

export type LinkageModel = {
	readonly version: 1;
	readonly fields: readonly LinkageField[];
	readonly comparisons: readonly Comparison[];
	/** Probability that two records, drawn at random, are of one entity. */
	readonly prior: number;
	/** From this probability on, a pair is a link. */
	readonly threshold: number;
	/** From this probability on, and below the threshold, a pair is a candidate that a person should look at. */
	readonly candidateThreshold: number;
	/** Records that it was trained on; 0 for a model that comes with the program. */
	readonly trainedOn: number;
};

export type LinkageEvidence = {
	/** The comparison's name. */
	readonly field: string;
	readonly left: string;
	readonly right: string;
	readonly level: string;
	/** log2 of how many times likelier this is for one entity than for two; negative speaks against. */
	readonly weight: number;
	/** The weight before it was capped, where a value that many different names share was worth less than it seemed. */
	readonly uncappedWeight?: number;
	readonly sentence: string;
};

export type PairScore = {
	/** log2 of the odds that both are one, with the prior. */
	readonly weight: number;
	/** 0 to 1. */
	readonly probability: number;
	readonly evidence: readonly LinkageEvidence[];
};

/** A value that several different names are known to share: the e-mail of a broker, the address of an agent. */
export type SharedValue = {
	/** Name of the comparison; without it, any field that has the value. */
	readonly field?: string;
	/** As written or as compared; of an identifier, its number alone or with scheme and issuer. */
	readonly value: string;
	/** How many different names have it. */
	readonly names: number;
};

export type Link = {
	/** Positions of the two records in the input; left is the smaller. */
	readonly left: number;
	readonly right: number;
	/** log2 odds and probability, of this pair alone. */
	readonly weight: number;
	readonly probability: number;
};

export type LinkageResult = {
	/** Cluster of each record, by its position: numbers from 0 on, in the order of their first records. */
	readonly clusters: Int32Array;
	/** Pairs inside of clusters that were compared and are above the threshold. */
	readonly links: readonly Link[];
	/** Pairs between clusters that a person should look at. */
	readonly candidates: readonly Link[];
	/** All pairs that blocking proposed: for measuring. Two positions each, left < right. */
	readonly compared: { readonly left: Int32Array; readonly right: Int32Array };
	readonly model: LinkageModel;
};

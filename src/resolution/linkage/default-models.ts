/**
 * Models that come with the program, so that a new node links on its first day. Their shares are what registers, lists and
 * passenger data show on the whole; a node that has some thousand records learns its own.
 * They join only what is almost certain, and offer the rest to people.
 */
import { commonParts } from '../../names/data/common-parts.ts';
import { planComparisons } from './compare.ts';
import { byFrequency, levelNames } from './compare-values.ts';
import { defaultShares } from './default-shares.ts';
import { type LinkedKind, mentionFields } from './mention-records.ts';
import type { ComparisonKind, LinkageField, LinkageModel } from './model.ts';

/** How many share a value of each kind that is in no table of frequent ones. */
const rareShares: { readonly [kind in ComparisonKind]: number } = {
	'given-name': 0.002,
	'family-name': 0.001,
	'other-names': 0.001,
	'organisation-name': 0.00002,
	'object-name': 0.0005,
	date: 0.00005,
	postcode: 0.0005,
	'house-number': 0.01,
	'address-line': 0.0001,
	place: 0.01,
	phone: 0.00001,
	email: 0.00001,
	identifier: 0.00001,
	'strong-identifier': 0.0000001,
	category: 0.2,
	text: 0.001,
};

/** Commonness from which on a name is listed as frequent. */
const FREQUENT = 0.5;

/**
 * Share of a name among those who cross a border. Commonness is a log scale of bearers in the world (0.3 is 100,000, 1 is
 * 30 million); people of one country cross together, so a name is ten times as frequent where it is met at all.
 */
const shareOf = (commonness: number): number => (10 * 10 ** (3.94 + 3.54 * commonness)) / 8_000_000_000;

const frequentNames: { readonly [name: string]: number } = Object.fromEntries(
	[...commonParts].flatMap(([name, commonness]) =>
		commonness >= FREQUENT ? [[name, shareOf(commonness)]] : [],
	),
);

/** Codes that two different persons share more often than others do. */
const frequentCategories = { male: 0.6, female: 0.4 };

function defaultModel(fields: readonly LinkageField[]): LinkageModel {
	return {
		version: 1,
		fields,
		comparisons: planComparisons(fields).map(({ name, kind, fields: positions }) => ({
			name,
			kind,
			fields: positions,
			levels: levelNames[kind].map((level, at) => ({
				name: level,
				matchShare: defaultShares[kind].match[at]!,
				otherShare: defaultShares[kind].other[at]!,
				...(byFrequency(kind, at) ? { byFrequency: true } : {}),
			})),
			frequencies: frequenciesOf(kind),
			rareShare: rareShares[kind],
		})),
		prior: 0.00001,
		threshold: 0.9,
		candidateThreshold: 0.2,
		trainedOn: 0,
	};
}

function frequenciesOf(kind: ComparisonKind): { readonly [value: string]: number } {
	if (kind === 'given-name' || kind === 'family-name' || kind === 'other-names') return frequentNames;
	return kind === 'category' ? frequentCategories : {};
}

/** One for each kind of mention that is linked. */
export const DEFAULT_MODELS: { readonly [kind in LinkedKind]: LinkageModel } = {
	person: defaultModel(mentionFields.person),
	organisation: defaultModel(mentionFields.organisation),
	object: defaultModel(mentionFields.object),
};

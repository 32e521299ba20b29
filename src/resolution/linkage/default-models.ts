/**
 * Models that come with the program, so that a new node links on its first day. Their shares are what registers, lists and
 * passenger data show on the whole; a node that has some thousand records learns its own.
 * They join only what is almost certain, and offer the rest to people.
 */
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

/** Shares of names that are borne all over the world (censuses of many countries, rounded). */
const frequentNames: { readonly [name: string]: number } = Object.fromEntries([
	...['mohamed', 'mohammed', 'muhammad', 'ahmed', 'ali', 'maria', 'wang', 'li', 'zhang'].map((each) => [
		each,
		0.015,
	]),
	...['liu', 'chen', 'yang', 'nguyen', 'kim', 'lee', 'singh', 'kumar', 'khan', 'jose'].map((each) => [
		each,
		0.01,
	]),
	...['john', 'james', 'david', 'juan', 'anna', 'fatima', 'hassan', 'hussein', 'garcia'].map((each) => [
		each,
		0.006,
	]),
	...['smith', 'jones', 'williams', 'brown', 'rodriguez', 'gonzalez', 'hernandez', 'lopez'].map((each) => [
		each,
		0.005,
	]),
	...['martinez', 'perez', 'sanchez', 'silva', 'santos', 'ivanov', 'kaur', 'park', 'choi'].map((each) => [
		each,
		0.005,
	]),
	...['michael', 'robert', 'william', 'thomas', 'peter', 'paul', 'daniel', 'ibrahim', 'omar'].map((each) => [
		each,
		0.005,
	]),
	...['abdullah', 'mustafa', 'yusuf', 'mehmet', 'elena', 'olga', 'alexander', 'sergey', 'carlos'].map(
		(each) => [each, 0.004],
	),
]);

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

/**
 * Features → score. The score is e to the minus weighted sum of what speaks against: 1 where nothing does, and every
 * feature takes its own factor off. All weights are positive: more against never scores higher.
 */

import type { NameKind } from './model.ts';
import { FEATURE, FEATURES, features } from './name-features.ts';

/** From this score on two names are taken for one. */
export const SAME_NAME = 0.7;

type Weights = { readonly [feature in keyof typeof FEATURE]: number };

const person: Weights = {
	slips: 0.06,
	slipsSquared: 0.05,
	slipsByLength: 0.01,
	slipsDense: 0.2,
	slipsAndMissing: 0.055,
	transliterated: 0.1,
	contradicted: 0.7,
	initialContradicted: 0.6,
	missing: 0.07,
	missingSyllables: 0.25,
	missingThin: 0.5,
	missingGeneric: 0.07,
	numberContradicted: 0.3,
	numberMissing: 0.15,
	initials: 0.08,
	joined: 0.01,
	abbreviations: 0.12,
	formContradicted: 0,
	formMissing: 0,
	turned: 0.5,
	descentTurned: 0.6,
	roleCrossed: 0.2,
	particles: 0.1,
	nothing: 3,
};

const organisation: Weights = {
	slips: 0.08,
	slipsSquared: 0.04,
	slipsByLength: 0.15,
	slipsDense: 3,
	slipsAndMissing: 0.05,
	transliterated: 0.1,
	contradicted: 1.2,
	initialContradicted: 0.5,
	missing: 0.45,
	missingSyllables: 0,
	missingThin: 0.25,
	missingGeneric: 0.75,
	numberContradicted: 0.25,
	numberMissing: 0.6,
	initials: 0.3,
	joined: 0.02,
	abbreviations: 0.04,
	formContradicted: 0.5,
	formMissing: 0.06,
	turned: 0,
	descentTurned: 0,
	roleCrossed: 0,
	particles: 0.1,
	nothing: 3,
};

const asArray = (weights: Weights): Float64Array => {
	const array = new Float64Array(FEATURES);
	for (const name of Object.keys(FEATURE) as (keyof typeof FEATURE)[]) array[FEATURE[name]] = weights[name];
	return array;
};

const weightsOf: { readonly [kind in NameKind]: Float64Array } = {
	person: asArray(person),
	organisation: asArray(organisation),
	vessel: asArray({ ...organisation, numberContradicted: 0.3, numberMissing: 0.3 }),
	object: asArray(organisation),
};

/** The score of the `features` just weighed, for names of these kinds. */
export function scoreFeatures(a: NameKind, b: NameKind): number {
	const weights = weightsOf[a === b ? a : a === 'person' || b === 'person' ? 'organisation' : 'object'];
	let against = 0;
	for (let at = 0; at < FEATURES; at += 1) against += features[at]! * weights[at]!;
	return Math.exp(-against);
}

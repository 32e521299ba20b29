/**
 * What to expect of each level before anything was seen: its share among pairs of one entity and among pairs of two.
 * The model of a new node is made of these; a model that is learned starts from them and is soon moved by what it sees.
 */
import type { ComparisonKind } from './model.ts';

type LevelShares = { readonly match: readonly number[]; readonly other: readonly number[] };

const name: LevelShares = {
	match: [0.74, 0.09, 0.03, 0.02, 0.03, 0.02, 0.07],
	other: [0.005, 0.002, 0.006, 0.002, 0.002, 0.001, 0.982],
};
const words: LevelShares = { match: [0.7, 0.16, 0.06, 0.08], other: [0.01, 0.004, 0.02, 0.966] };

/** In the order of `levelNames`. */
export const defaultShares: { readonly [kind in ComparisonKind]: LevelShares } = {
	'given-name': name,
	'family-name': name,
	'other-names': { match: [0.7, 0.08, 0.22], other: [0.015, 0.005, 0.98] },
	'organisation-name': { match: [0.6, 0.25, 0.09, 0.06], other: [0.0005, 0.0005, 0.002, 0.997] },
	'object-name': { match: [0.75, 0.12, 0.05, 0.08], other: [0.001, 0.001, 0.003, 0.995] },
	date: { match: [0.88, 0.04, 0.02, 0.015, 0.015, 0.03], other: [0.0001, 0.001, 0.005, 0.01, 0.018, 0.9659] },
	postcode: { match: [0.68, 0.05, 0.09, 0.18], other: [0.001, 0.001, 0.01, 0.988] },
	'house-number': { match: [0.75, 0.06, 0.19], other: [0.012, 0.05, 0.938] },
	'address-line': {
		match: [0.6, 0.14, 0.06, 0.02, 0.02, 0.16],
		other: [0.0005, 0.0005, 0.01, 0.0003, 0.0003, 0.9884],
	},
	place: { match: [0.74, 0.07, 0.04, 0.15], other: [0.02, 0.004, 0.016, 0.96] },
	phone: { match: [0.72, 0.04, 0.24], other: [0.0002, 0.0001, 0.9997] },
	email: { match: [0.7, 0.08, 0.04, 0.02, 0.02, 0.14], other: [0.0002, 0.0001, 0.0002, 0.0005, 0.02, 0.979] },
	identifier: { match: [0.85, 0.05, 0.02, 0.08], other: [0.0001, 0.0002, 0.0007, 0.999] },
	'strong-identifier': { match: [0.9, 0.04, 0.06], other: [0.000001, 0.00001, 0.999989] },
	category: { match: [0.92, 0.02, 0.06], other: [0.3, 0.01, 0.69] },
	text: words,
};

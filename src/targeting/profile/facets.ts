/**
 * Facets: what two lines can have in common, so that what was found in one speaks of the other. Tables, no state.
 * The first ones are features of the model; those after them are only asked by rules.
 */
import type { FeatureSource } from './model.ts';

/** What keys are made of; `line-keys.ts` reads them from a line. */
export const PARTS = [
	'importer',
	'declarant',
	'seller',
	'exporter',
	'office',
	'hs',
	'heading',
	'chapter',
	'origin',
	'departure',
	'taxType',
	'taxRate',
	'mass',
	'price',
	'unitPrice',
	'currency',
] as const;
export type Part = (typeof PARTS)[number];

export type Facet = {
	readonly name: string;
	readonly title: string;
	readonly sources: readonly FeatureSource[];
	/** Lines that the rate of the prior weighs: many for a person or code, few where lines repeat exactly. */
	readonly priorLines: number;
	/** Days since the last line, for what may be new or dormant. */
	readonly dated: boolean;
	/** Parts of the key, in order. A missing part counts as one value of its own … */
	readonly parts: readonly Part[];
	/** … except these: without them the line does not have this facet. */
	readonly needs: readonly Part[];
	/** Keys that are kept; beyond it those that were not seen longest are forgotten. */
	readonly limit: number;
};

/** Three quarters of a power of two: a table of that size is as full as it gets. */
const CODES_LIMIT = 0.75 * 2 ** 15;
const TRADERS_LIMIT = 0.75 * 2 ** 19;
const PAIRS_LIMIT = 0.75 * 2 ** 19;
const REPEATS_LIMIT = 0.75 * 2 ** 19;

type More = {
	readonly sources?: readonly FeatureSource[];
	readonly dated?: true;
	/** The first part where it is not said. */
	readonly needs?: readonly Part[];
};

const facet = (
	name: string,
	title: string,
	priorLines: number,
	limit: number,
	parts: readonly Part[],
	{ sources = ['declared'], dated, needs = parts.slice(0, 1) }: More = {},
): Facet => ({ name, title, sources, priorLines, dated: dated === true, parts, needs, limit });

const IDENTITY: More = { sources: ['identity'] };
const REPEAT: readonly FeatureSource[] = ['price', 'repeat'];

/** Facets that are features of the model. */
export const FACETS: readonly Facet[] = [
	facet('importer', 'this importer', 5, TRADERS_LIMIT, ['importer'], { ...IDENTITY, dated: true }),
	facet('declarant', 'this declarant', 20, CODES_LIMIT, ['declarant'], IDENTITY),
	facet('seller', 'this seller', 5, TRADERS_LIMIT, ['seller'], { ...IDENTITY, dated: true }),
	facet('hs', 'this HS code', 10, CODES_LIMIT, ['hs'], { dated: true }),
	facet('heading', 'this HS heading', 20, CODES_LIMIT, ['heading']),
	facet('chapter', 'this HS chapter', 50, CODES_LIMIT, ['chapter']),
	facet('route', 'this origin and departure', 20, CODES_LIMIT, ['origin', 'departure']),
	facet('hs-origin', 'this HS code from this origin', 5, PAIRS_LIMIT, ['hs', 'origin']),
	facet('hs-tax', 'this HS code under this tax treatment', 5, PAIRS_LIMIT, ['hs', 'taxType', 'taxRate']),
	facet('importer-hs', 'this importer with this HS code', 2, PAIRS_LIMIT, ['importer', 'hs'], IDENTITY),
	facet('seller-hs', 'this seller with this HS code', 2, PAIRS_LIMIT, ['seller', 'hs'], IDENTITY),
	facet('declarant-hs', 'this declarant with this HS code', 2, PAIRS_LIMIT, ['declarant', 'hs'], IDENTITY),
	facet('importer-seller', 'this importer with this seller', 2, PAIRS_LIMIT, ['importer', 'seller'], {
		...IDENTITY,
		needs: ['importer', 'seller'],
	}),
	facet('hs-mass', 'this HS code with the same mass', 1, REPEATS_LIMIT, ['hs', 'mass'], {
		sources: REPEAT,
		needs: ['hs', 'mass'],
	}),
	facet(
		'hs-unit-price',
		'this HS code at the same unit price',
		1,
		REPEATS_LIMIT,
		['hs', 'unitPrice', 'currency'],
		{
			sources: REPEAT,
			needs: ['hs', 'unitPrice'],
		},
	),
	facet('hs-price', 'this HS code at the same price', 1, REPEATS_LIMIT, ['hs', 'price', 'currency'], {
		sources: REPEAT,
		needs: ['hs', 'price'],
	}),
	facet(
		'same-goods',
		'the same goods, route, tax treatment and price',
		1,
		REPEATS_LIMIT,
		['hs', 'origin', 'departure', 'taxType', 'taxRate', 'price', 'currency'],
		{ sources: REPEAT, needs: ['hs', 'price'] },
	),
];

/** All facets that are counted: those of the model, then those that only rules ask for. */
export const COUNTED: readonly Facet[] = [
	...FACETS,
	facet('exporter', 'this exporter', 5, TRADERS_LIMIT, ['exporter'], { ...IDENTITY, dated: true }),
	facet('office', 'this customs office', 50, CODES_LIMIT, ['office']),
	facet('origin', 'this origin', 50, CODES_LIMIT, ['origin']),
	facet('importer-heading', 'this importer with this heading', 2, PAIRS_LIMIT, ['importer', 'heading'], {
		...IDENTITY,
		needs: ['importer', 'heading'],
	}),
	facet(
		'importer-heading-origin',
		'this importer with this heading from this origin',
		2,
		PAIRS_LIMIT,
		['importer', 'heading', 'origin'],
		{ ...IDENTITY, needs: ['importer', 'heading'] },
	),
];

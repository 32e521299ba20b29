/**
 * Facets: what two lines can have in common, so that what was found in one speaks of the other. Pure tables.
 */
import type { FeatureSource, GoodsLine } from './model.ts';

export type Facet = {
	readonly name: string;
	readonly title: string;
	readonly sources: readonly FeatureSource[];
	/** Lines that the rate of the prior weighs: many for a person or code, few where lines repeat exactly. */
	readonly priorLines: number;
	/** Days since the last line, for what may be new or dormant. */
	readonly dated: boolean;
	/** undefined: the line does not have this facet. */
	readonly keyOf: (line: GoodsLine) => string | undefined;
};

/** Six significant digits: prices of a unit that differ by rounding only are the same. */
export const unitPriceOf = (line: GoodsLine): number | undefined =>
	line.itemPrice === undefined || line.netMassKg === undefined || !(line.netMassKg > 0)
		? undefined
		: line.itemPrice / line.netMassKg;

type Part = string | number | undefined;

/** Parts of a key; none if the first is missing. Later parts may be missing and then count as one value. */
function keyOf(first: Part, ...others: readonly Part[]): string | undefined {
	if (first === undefined) return undefined;
	let key = String(first);
	for (const part of others) key += `|${part ?? ''}`;
	return key;
}

const by = (
	name: string,
	title: string,
	priorLines: number,
	sources: readonly FeatureSource[],
	key: Facet['keyOf'],
	dated = false,
): Facet => ({ name, title, sources, priorLines, dated, keyOf: key });

export const FACETS: readonly Facet[] = [
	by('importer', 'this importer', 5, ['identity'], (line) => line.importer, true),
	by('declarant', 'this declarant', 20, ['identity'], (line) => line.declarant),
	by('seller', 'this seller', 5, ['identity'], (line) => line.seller, true),
	by('hs', 'this HS code', 10, ['declared'], (line) => line.hsCode, true),
	by('heading', 'this HS heading', 20, ['declared'], (line) => line.hsCode?.slice(0, 4)),
	by('chapter', 'this HS chapter', 50, ['declared'], (line) => line.hsCode?.slice(0, 2)),
	by('route', 'this origin and departure', 20, ['declared'], (line) => keyOf(line.origin, line.departure)),
	by('hs-origin', 'this HS code from this origin', 5, ['declared'], (line) =>
		keyOf(line.hsCode, line.origin),
	),
	by('hs-tax', 'this HS code under this tax treatment', 5, ['declared'], (line) =>
		keyOf(line.hsCode, line.taxType, line.taxRatePercent),
	),
	by('importer-hs', 'this importer with this HS code', 2, ['identity'], (line) =>
		keyOf(line.importer, line.hsCode),
	),
	by('seller-hs', 'this seller with this HS code', 2, ['identity'], (line) =>
		keyOf(line.seller, line.hsCode),
	),
	by('declarant-hs', 'this declarant with this HS code', 2, ['identity'], (line) =>
		keyOf(line.declarant, line.hsCode),
	),
	by('importer-seller', 'this importer with this seller', 2, ['identity'], (line) =>
		line.seller === undefined ? undefined : keyOf(line.importer, line.seller),
	),
	by('hs-mass', 'this HS code with the same mass', 1, ['price', 'repeat'], (line) =>
		line.netMassKg === undefined ? undefined : keyOf(line.hsCode, line.netMassKg),
	),
	by('hs-unit-price', 'this HS code at the same unit price', 1, ['price', 'repeat'], (line) => {
		const unitPrice = unitPriceOf(line);
		return unitPrice === undefined ? undefined : keyOf(line.hsCode, unitPrice.toPrecision(6), line.currency);
	}),
	by('hs-price', 'this HS code at the same price', 1, ['price', 'repeat'], (line) =>
		line.itemPrice === undefined ? undefined : keyOf(line.hsCode, line.itemPrice, line.currency),
	),
	by('same-goods', 'the same goods, route, tax treatment and price', 1, ['price', 'repeat'], (line) =>
		line.itemPrice === undefined
			? undefined
			: keyOf(
					line.hsCode,
					line.origin,
					line.departure,
					line.taxType,
					line.taxRatePercent,
					line.itemPrice,
					line.currency,
				),
	),
];

/** A line's key for each facet, in the order of `FACETS`. */
export type LineKeys = readonly (string | undefined)[];

export const keysOf = (line: GoodsLine): LineKeys => FACETS.map((facet) => facet.keyOf(line));

/**
 * A line of goods in, its keys out: 53 bits for each facet and each measure, made of hashes of their parts, so that a
 * profile keeps no text and no key is put together as text. Equal parts give equal keys in every process and year.
 * Keys of two things may meet by chance: at four million keys, the odds for any one are 1 in 2,000 million.
 */
import { lookupKey } from '../../values/content-key.ts';
import type { GoodsDirection, GoodsFacet } from '../knowledge.ts';
import { COUNTED, type Facet, PARTS, type Part } from './facets.ts';
import type { GoodsLine } from './model.ts';

/** Keys in the order of `COUNTED`, then those of measures; NaN, and so not above 0, where the line does not have the facet. */
export type LineKeys = readonly number[];

export const MEASURES = ['unit_value', 'mass', 'price'] as const;
export type Measure = (typeof MEASURES)[number];

/** From wide to narrow. */
export const LEVELS = ['heading', 'hs', 'hs-origin'] as const;

const LEVEL_PARTS: readonly (readonly Part[])[] = [['heading'], ['hs'], ['hs', 'origin']];

/** Where keys of measures begin; then three levels for each measure. */
export const MEASURES_FROM = COUNTED.length;
const KEYS = COUNTED.length + MEASURES.length * LEVELS.length;

/** Below four: they fill the two lowest bits of a seed. */
const DIRECTION_SEEDS: { readonly [direction in GoodsDirection]: number } = {
	import: 0,
	export: 1,
	transit: 2,
	unknown: 3,
};

const indexOf = (part: Part): number => PARTS.indexOf(part);

type Recipe = { readonly seed: number; readonly parts: Uint8Array; readonly needs: Uint8Array };

const recipeOf = (seed: number, parts: readonly Part[], needs: readonly Part[]): Recipe => ({
	seed: seed << 2,
	parts: Uint8Array.from(parts, indexOf),
	needs: Uint8Array.from(needs, indexOf),
});

/** Mass has no currency. */
const measureParts = (measure: Measure, level: number): Part[] => [
	...(LEVEL_PARTS[level] ?? []),
	...(measure === 'mass' ? [] : (['currency'] as const)),
];

const RECIPES: readonly Recipe[] = [
	...COUNTED.map(({ parts, needs }, at) => recipeOf(at + 1, parts, needs)),
	...MEASURES.flatMap((measure, at) =>
		LEVELS.map((_, level) => recipeOf(64 + at * LEVELS.length + level, measureParts(measure, level), [])),
	),
];

/** Parts of the line in hand: two lanes of a hash each, and whether it is there. Filled anew for each line. */
const low = new Int32Array(PARTS.length);
const high = new Int32Array(PARTS.length);
const given = new Uint8Array(PARTS.length);

const MISSING = lookupKey('');
const number = new Float64Array(1);
const lanes = new Int32Array(number.buffer);

function putText(part: number, text: string | undefined): void {
	const key = text === undefined ? MISSING : lookupKey(text);
	low[part] = key | 0;
	high[part] = (key / 0x1_0000_0000) | 0;
	given[part] = text === undefined ? 0 : 1;
}

function putNumber(part: number, value: number | undefined): void {
	if (value === undefined) {
		putText(part, undefined);
		return;
	}
	// Adding zero makes -0 the 0 that it is.
	number[0] = value + 0;
	low[part] = lanes[0]!;
	high[part] = lanes[1]!;
	given[part] = 1;
}

const AT = Object.fromEntries(PARTS.map((part, at) => [part, at])) as { readonly [part in Part]: number };

function readParts(line: GoodsLine): void {
	const { hsCode: hs } = line;
	putText(AT.importer, line.importer);
	putText(AT.declarant, line.declarant);
	putText(AT.seller, line.seller);
	putText(AT.exporter, line.exporter);
	putText(AT.office, line.office);
	putText(AT.hs, hs);
	putText(AT.heading, hs?.slice(0, 4));
	putText(AT.chapter, hs?.slice(0, 2));
	putText(AT.origin, line.origin);
	putText(AT.departure, line.departure);
	putText(AT.taxType, line.taxType);
	putText(AT.currency, line.currency);
	putNumber(AT.taxRate, line.taxRatePercent);
	putNumber(AT.mass, line.netMassKg);
	putNumber(AT.price, line.itemPrice);
	const unitPrice = unitPriceOf(line);
	putNumber(AT.unitPrice, unitPrice === undefined ? undefined : sixDigits(unitPrice));
}

/** Price of a kilogram; undefined without a price or a mass. */
export const unitPriceOf = (line: GoodsLine): number | undefined =>
	line.itemPrice === undefined || line.netMassKg === undefined || !(line.netMassKg > 0)
		? undefined
		: line.itemPrice / line.netMassKg;

/** Six significant digits: prices of a kilogram that differ by rounding only are the same. */
function sixDigits(value: number): number {
	if (!(value > 0)) return value;
	const scale = 10 ** (5 - Math.floor(Math.log10(value)));
	return scale > 0 && Number.isFinite(scale) ? Math.round(value * scale) / scale : value;
}

/** Two lanes that keys are mixed in. */
let first = 0;
let second = 0;

function mix(partLow: number, partHigh: number): void {
	first = Math.imul(first ^ partLow, 0x85ebca6b);
	first = (first << 13) | (first >>> 19);
	second = Math.imul(second ^ partHigh ^ first, 0xc2b2ae35);
	second = (second << 16) | (second >>> 16);
	first = (first + second) | 0;
}

const start = (seed: number): void => {
	first = Math.imul(seed + 1, 0x9e3779b1);
	second = first ^ 0x5bd1e995;
};

/** From 1 to 2^53 - 1: 0 stands for an empty place in a table. */
function finish(): number {
	let a = first ^ (first >>> 16);
	a = Math.imul(a, 0x85ebca6b);
	a ^= a >>> 13;
	a = Math.imul(a, 0xc2b2ae35);
	a ^= a >>> 16;
	let b = second ^ a;
	b = Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
	b ^= b >>> 13;
	return (b & 0x1fffff) * 0x1_0000_0000 + (a >>> 0) || 1;
}

/** Copied for each line: an array of doubles on the heap takes half the time of a typed array, which is not. */
const UNSET: readonly number[] = Array.from({ length: KEYS }, () => Number.NaN);

export function keysOf(line: GoodsLine): LineKeys {
	readParts(line);
	const direction = DIRECTION_SEEDS[line.direction ?? 'import'];
	const keys = UNSET.slice();
	recipes: for (let at = 0; at < KEYS; at++) {
		const { seed, parts, needs } = RECIPES[at]!;
		for (let need = 0; need < needs.length; need++) {
			if (given[needs[need]!] === 0) {
				keys[at] = Number.NaN;
				continue recipes;
			}
		}
		start(seed + direction);
		for (let part = 0; part < parts.length; part++) mix(low[parts[part]!]!, high[parts[part]!]!);
		keys[at] = finish();
	}
	return keys;
}

function mixText(text: string | undefined): void {
	const key = text === undefined || text === '' ? MISSING : lookupKey(text);
	mix(key | 0, (key / 0x1_0000_0000) | 0);
}

const FACET_AT: ReadonlyMap<string, number> = new Map(COUNTED.map(({ name }, at) => [name, at]));

/** Where a facet stands in `COUNTED`. */
export const facetAt = (facet: GoodsFacet): number => FACET_AT.get(facet)!;

export const facetOf = (at: number): Facet => COUNTED[at]!;

/**
 * Key of a facet by the text of its parts, joined with `|`: the same as a line with these parts has.
 * Only for facets of texts, which are all of `GoodsFacet`.
 */
export function keyOfText(at: number, text: string, direction: GoodsDirection): number {
	start(RECIPES[at]!.seed + DIRECTION_SEEDS[direction]);
	const { parts } = COUNTED[at]!;
	if (parts.length === 1) mixText(text);
	else {
		const texts = text.split('|');
		for (let part = 0; part < parts.length; part++) mixText(texts[part]);
	}
	return finish();
}

/** Key of a measure at a level by code, origin and currency; empty texts count as missing. */
export function measureKey(
	measure: number,
	level: number,
	hs: string,
	origin: string,
	currency: string,
	direction: GoodsDirection,
): number {
	start(RECIPES[MEASURES_FROM + measure * LEVELS.length + level]!.seed + DIRECTION_SEEDS[direction]);
	mixText(level === 0 ? hs.slice(0, 4) : hs);
	if (level === 2) mixText(origin);
	if (MEASURES[measure] !== 'mass') mixText(currency);
	return finish();
}

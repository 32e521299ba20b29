/**
 * Columns to bins of one byte. Bounds of numbers are values that occur, so that a monotone transformation of a column
 * changes no bin. Categories keep a bin each, the most frequent first; the rest share bin 0 with what is missing.
 */
import {
	type BinnedTable,
	type CategoryColumn,
	type Column,
	type FeatureBins,
	MOST_BINS,
	type Table,
} from './model.ts';

/** So many rows say enough of where bounds should be. */
const MOST_SAMPLED = 200_000;

/**
 * Learns the bins of each column.
 * @param most bins of a feature, the one for missing included; held between 2 and 255.
 * @param leastRows a category in fewer rows shares bin 0.
 */
export function learnBins(table: Table, most: number, leastRows = 1): FeatureBins[] {
	const limit = Math.max(2, Math.min(MOST_BINS, Math.floor(most)));
	return table.columns.map((column) =>
		column.kind === 'numeric'
			? { kind: 'numeric', name: column.name, upperBounds: boundsOf(column.values, limit - 1) }
			: {
					kind: 'category',
					name: column.name,
					categories: frequentCategories(column, limit - 1, leastRows),
				},
	);
}

/** @returns ascending bounds, one fewer than bins; about as many rows in each bin. */
function boundsOf(values: Float64Array, bins: number): number[] {
	const sorted = sampled(values).sort();
	const counts: number[] = [];
	const distinct: number[] = [];
	for (let at = 0; at < sorted.length; ) {
		const value = sorted[at]!;
		let end = at + 1;
		while (end < sorted.length && sorted[end] === value) end++;
		distinct.push(value);
		counts.push(end - at);
		at = end;
	}
	if (distinct.length <= bins) return distinct.slice(0, -1);
	// A value that fills a bin by itself gets one; the other bins share the rest evenly.
	const bounds: number[] = [];
	let rowsLeft = sorted.length;
	let binsLeft = bins;
	let inBin = 0;
	for (let at = 0; at < distinct.length - 1 && bounds.length < bins - 1; at++) {
		inBin += counts[at]!;
		const size = (rowsLeft + inBin - counts[at]!) / binsLeft;
		rowsLeft -= counts[at]!;
		if (inBin >= size || counts[at + 1]! >= size) {
			bounds.push(distinct[at]!);
			inBin = 0;
			binsLeft--;
		}
	}
	return bounds;
}

/** Values that are not missing; of many, evenly spaced ones. */
function sampled(values: Float64Array): Float64Array {
	const every = Math.max(1, Math.floor(values.length / MOST_SAMPLED));
	return values.filter((value, row) => row % every === 0 && !Number.isNaN(value));
}

function frequentCategories(column: CategoryColumn, most: number, leastRows: number): string[] {
	const counts = new Int32Array(column.categories.length);
	for (const code of column.codes) if (code >= 0) counts[code]!++;
	return Array.from(counts.keys())
		.filter((code) => counts[code]! >= Math.max(1, leastRows))
		.sort((a, b) => counts[b]! - counts[a]! || a - b)
		.slice(0, most)
		.map((code) => column.categories[code]!);
}

/** Puts rows into bins that were learnt before, perhaps from other rows. Columns are taken in the order of the features. */
export function binTable(table: Table, features: readonly FeatureBins[], into?: Uint8Array): BinnedTable {
	const bins = into ?? new Uint8Array(table.rows * features.length);
	features.forEach((feature, at) => {
		const column = table.columns[at];
		if (column === undefined || column.kind !== feature.kind || column.name !== feature.name)
			throw new RangeError(`column ${at} should be ${feature.kind} ${feature.name}`);
		binColumn(column, feature, bins, at * table.rows);
	});
	return { rows: table.rows, features, bins };
}

function binColumn(column: Column, feature: FeatureBins, bins: Uint8Array, from: number): void {
	if (column.kind === 'numeric' && feature.kind === 'numeric') {
		const bounds = Float64Array.from(feature.upperBounds);
		for (let row = 0; row < column.values.length; row++)
			bins[from + row] = binOfNumber(bounds, column.values[row]!);
	} else if (column.kind === 'category' && feature.kind === 'category') {
		const known = new Map(feature.categories.map((category, at) => [category, at + 1]));
		const binOfCode = Uint8Array.from(column.categories, (category) => known.get(category) ?? 0);
		for (let row = 0; row < column.codes.length; row++) {
			const code = column.codes[row]!;
			bins[from + row] = code < 0 ? 0 : binOfCode[code]!;
		}
	}
}

/** @returns the bin of a number: 0 for NaN, else 1 + how many bounds are below it. */
export function binOfNumber(bounds: Float64Array, value: number): number {
	if (Number.isNaN(value)) return 0;
	let low = 0;
	let high = bounds.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (bounds[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low + 1;
}

/** How many bins a feature has, the one for missing included. */
export const binCount = (feature: FeatureBins): number =>
	feature.kind === 'numeric' ? feature.upperBounds.length + 2 : feature.categories.length + 1;

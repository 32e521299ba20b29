/**
 * What agreement of two records is worth, by a model: log2 odds that they are one.
 * In: a model and levels of a pair. Out: a weight for each comparison, and their sum with the prior.
 * Agreement on a value counts by how few records have it; a value that many different names share is capped.
 */
import { type Comparer, MISSING } from './compare.ts';
import { byFrequency } from './compare-values.ts';
import type { LinkageModel } from './model.ts';
import type { Table } from './table.ts';

/** By comparison, by number of a value: log2 of the share of other entities that have it. */
export type Rarity = readonly Float32Array[];

/** By number of a value: how many different names share it, 0 where few do. Undefined: none of this comparison. */
export type SharedNames = Uint16Array | undefined;

/** From so many different names on, a value links nobody by itself. */
export const MANY_NAMES = 4;

export type Weigher = {
	readonly rarity: Rarity;
	/** Weights of one pair, by comparison; 0 where one side says nothing. Valid until the next call. */
	readonly parts: Float64Array;
	/** The same before shared values were capped. */
	readonly uncapped: Float64Array;
	readonly levels: Uint8Array;
	readonly values: Uint32Array;
	/** log2 odds of a pair of records of the table; fills `parts`, `levels` and `values`. */
	weigh(left: number, right: number): number;
};

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);
export const priorWeight = (prior: number): number => Math.log2(prior / (1 - prior));

/**
 * Opens a weigher of pairs of a table.
 * @param shared by comparison; all values of a pair that many names share count together no more than would make the pair a
 * likely one: of k names with one e-mail, a pair is of one name in one case of k - 1.
 */
export function openWeigher(
	model: LinkageModel,
	comparer: Comparer,
	rarity: Rarity,
	shared: readonly SharedNames[] = [],
): Weigher {
	const width = comparer.plans.length;
	const start = priorWeight(model.prior);
	const worth = model.comparisons.map((comparison) => ({
		weights: Float64Array.from(comparison.levels, (level, at) =>
			byFrequency(comparison.kind, at)
				? Math.log2(level.matchShare)
				: Math.log2(level.matchShare) - Math.log2(level.otherShare),
		),
		frequency: Uint8Array.from(comparison.levels, (_, at) => (byFrequency(comparison.kind, at) ? 1 : 0)),
	}));
	const levels = new Uint8Array(width);
	const values = new Uint32Array(width);
	const parts = new Float64Array(width);
	const uncapped = new Float64Array(width);
	return {
		rarity,
		parts,
		uncapped,
		levels,
		values,
		weigh(left, right) {
			comparer.compare(left, right, levels, values);
			let sum = start;
			let ofShared = 0;
			for (let at = 0; at < width; at++) {
				const level = levels[at]!;
				if (level === MISSING) {
					parts[at] = 0;
					uncapped[at] = 0;
					continue;
				}
				const { weights, frequency } = worth[at]!;
				let weight = weights[level]!;
				if (frequency[level] === 1) weight -= rarity[at]![values[at]!]!;
				uncapped[at] = weight;
				const names = shared[at]?.[values[at]!] ?? 0;
				if (names >= MANY_NAMES && weight > 0) {
					const cap = Math.max(0, -start - Math.log2(names - 1) - 1);
					weight = Math.max(0, Math.min(weight, cap - ofShared));
					ofShared += weight;
				}
				parts[at] = weight;
				sum += weight;
			}
			return sum;
		},
	};
}

/** Rarity from how many records of the table itself have each value. */
export function rarityOfTable(comparer: Comparer, table: Table): Rarity {
	const byVocabulary = table.vocabularies.map(({ records }) => {
		const shared = new Float32Array(new SharedArrayBuffer(4 * records.length));
		for (let id = 0; id < records.length; id++)
			shared[id] = Math.log2(Math.max(records[id]!, 1) / table.size);
		return shared;
	});
	return comparer.plans.map((plan) => byVocabulary[plan.vocabulary]!);
}

/** Rarity as a model knows it, for tables other than the one that it was learned from. */
export function rarityByModel(model: LinkageModel, comparer: Comparer, table: Table): Rarity {
	return comparer.plans.map((plan, at) => {
		const { frequencies, rareShare } = model.comparisons[at]!;
		const { values } = table.vocabularies[plan.vocabulary]!;
		const known = new Map(Object.entries(frequencies));
		const shared = new Float32Array(new SharedArrayBuffer(4 * values.length));
		values.forEach((value, id) => {
			shared[id] = Math.log2(known.get(value) ?? rareShare);
		});
		return shared;
	});
}

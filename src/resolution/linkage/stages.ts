/**
 * The parts of linking that threads share: keys, candidates, weights, clusters, each of a range of rows, pairs or components.
 * In and out: arrays in shared memory. Every function gives the same result however the ranges are cut.
 */
import { type RecordKeys, thoroughKeys } from './blocking-keys.ts';
import { findCandidates, indexKeys, type KeyIndex, type Pairs } from './candidates.ts';
import { clusterComponent, connectedComponents, type ScoredPairs } from './cluster.ts';
import { type Comparer, openComparer } from './compare.ts';
import { leanKeys } from './lean-keys.ts';
import type { LinkageField, LinkageModel } from './model.ts';
import { planSlots, type Table } from './table.ts';
import { openWeigher, probabilityOf, type Rarity, type SharedNames } from './weigh.ts';

/** How many keys a record gets: a hundred, or twenty where two records with one value in common have more than one. */
export type Breadth = 'thorough' | 'lean';

export type Range = readonly [from: number, to: number];

/** What weighs the pairs of a table: a model, and what is known of the table's own values. */
export type Learned = {
	readonly model: LinkageModel;
	readonly rarity: Rarity;
	readonly shared: readonly SharedNames[];
};

export type Stages = {
	readonly comparer: Comparer;
	keys(range: Range, breadth: Breadth): RecordKeys;
	index(keyed: readonly RecordKeys[], part: number, parts: number, largest: number): KeyIndex;
	candidates(
		indexes: readonly KeyIndex[],
		range: Range,
		perRecord: number,
		least: number,
		into: Int32Array,
	): void;
	/** log2 odds of the pairs of a range. */
	weights(learned: Learned, pairs: Pairs, range: Range, into: Float32Array): void;
	/** Groups of every component whose number leaves `part` when it is divided by `parts`. @param into first record of each record's group. */
	clusters(learned: Learned, pairs: ScoredPairs, part: number, parts: number, into: Int32Array): Pairs;
};

/** Opens the stages over one table. */
export function openStages(fields: readonly LinkageField[], table: Table): Stages {
	const slots = planSlots(fields);
	const comparer = openComparer(fields, table);
	return {
		comparer,
		keys: (range, breadth) => (breadth === 'lean' ? leanKeys : thoroughKeys)(slots, table, range),
		index: indexKeys,
		candidates: findCandidates,
		weights({ model, rarity, shared }, pairs, range, into) {
			const weigher = openWeigher(model, comparer, rarity, shared);
			for (let at = range[0]; at < range[1]; at++)
				into[at] = weigher.weigh(pairs.left[at]!, pairs.right[at]!);
		},
		clusters({ model, rarity, shared }, pairs, part, parts, into) {
			const weigher = openWeigher(model, comparer, rarity, shared);
			const [left, right]: [number[], number[]] = [[], []];
			const score = (a: number, b: number): number => {
				left.push(a);
				right.push(b);
				return probabilityOf(weigher.weigh(a, b));
			};
			const components = connectedComponents(table.size, pairs, model.threshold);
			for (let at = part; at < components.length; at += parts) {
				const component = components[at]!;
				const groups = clusterComponent(component, pairs, model.threshold, score);
				groups.forEach((first, place) => {
					into[component.records[place]!] = component.records[first]!;
				});
			}
			return { left: Int32Array.from(left), right: Int32Array.from(right) };
		},
	};
}

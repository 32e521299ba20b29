/**
 * Single pairs, as records arrive: the same comparisons and weights as in bulk, with the evidence in words.
 * In: a model and records of its fields. Out: log2 odds, probability, and what was compared with which worth.
 * Values that many different names share can be named; they link nobody by themselves, and the evidence says so.
 */
import { MISSING, openComparer, planComparisons } from './compare.ts';
import { levelNames } from './compare-values.ts';
import type { LinkageEvidence, LinkageModel, LinkageRecord, PairScore, SharedValue } from './model.ts';
import { sentenceOf } from './sentences.ts';
import { buildTable, comparedValue, planSlots, type Table } from './table.ts';
import { openWeigher, probabilityOf, rarityByModel, type SharedNames } from './weigh.ts';

export type ScoreOptions = {
	/** Values known to be shared by several different names, from an index of all records. */
	readonly shared?: readonly SharedValue[];
};

/** Scores one pair. Symmetric. */
export function scorePair(
	model: LinkageModel,
	a: LinkageRecord,
	b: LinkageRecord,
	options: ScoreOptions = {},
): PairScore {
	return scorePairs(model, a, [b], options)[0]!;
}

/** Scores one record against several, in their order: cheaper than pair by pair. */
export function scorePairs(
	model: LinkageModel,
	record: LinkageRecord,
	others: readonly LinkageRecord[],
	options: ScoreOptions = {},
): PairScore[] {
	const scorer = openPairScorer(model, [record, ...others], options);
	return others.map((_, at) => scorer.explain(0, at + 1));
}

export type PairScorer = {
	/** log2 odds of two of the records, by their positions. */
	weigh(left: number, right: number): number;
	/** Weight of one comparison in the pair that was weighed last, and its level; 0 where a side says nothing. */
	partOf(comparison: number): { readonly weight: number; readonly level: number };
	/** The same with the evidence in words. */
	explain(left: number, right: number): PairScore;
};

/** Opens a scorer of many pairs of a few records: weighing is cheap, explaining is for the pairs that matter. */
export function openPairScorer(
	model: LinkageModel,
	records: readonly LinkageRecord[],
	options: ScoreOptions = {},
): PairScorer {
	const table = withModelCounts(model, buildTable(model.fields, records));
	const comparer = openComparer(model.fields, table);
	const shared = sharedNamesOf(model, comparer.plans, table, options.shared ?? []);
	const weigher = openWeigher(model, comparer, rarityByModel(model, comparer, table), shared);
	const slots = planSlots(model.fields);
	return {
		weigh: weigher.weigh,
		partOf: (comparison) => ({
			weight: weigher.parts[comparison]!,
			level: weigher.levels[comparison]!,
		}),
		explain: (left, right) => {
			const weight = weigher.weigh(left, right);
			const evidence: LinkageEvidence[] = [];
			comparer.plans.forEach((plan, each) => {
				const level = weigher.levels[each]!;
				if (level === MISSING) return;
				const comparison = model.comparisons[each]!;
				const value = weigher.values[each]!;
				const slot = plan.slots[0]!;
				const said = {
					left: textOf(table, slot, left, slots[slot]?.field, records[left]!),
					right: textOf(table, slot, right, slots[slot]?.field, records[right]!),
					level: levelNames[plan.kind][level]!,
				};
				const own = weigher.parts[each]!;
				const uncapped = weigher.uncapped[each]!;
				const isCapped = uncapped > own;
				const names = isCapped ? shared[each]?.[value] : undefined;
				const share = comparison.levels[level]?.byFrequency ? 2 ** weigher.rarity[each]![value]! : undefined;
				evidence.push({
					field: comparison.name,
					...said,
					weight: own,
					...(isCapped ? { uncappedWeight: uncapped } : {}),
					sentence: sentenceOf(comparison, said, own, share, names),
				});
			});
			evidence.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
			return { weight, probability: probabilityOf(weight), evidence };
		},
	};
}

/** Shares of frequent values by comparison, taken apart once for each model. */
const frequencyMaps = new WeakMap<LinkageModel, readonly ReadonlyMap<string, number>[]>();

function frequenciesOf(model: LinkageModel): readonly ReadonlyMap<string, number>[] {
	let maps = frequencyMaps.get(model);
	if (maps === undefined) {
		maps = model.comparisons.map(({ frequencies }) => new Map(Object.entries(frequencies)));
		frequencyMaps.set(model, maps);
	}
	return maps;
}

/** Which of two values is the commoner is for the model to say, and not for the few records at hand. */
function withModelCounts(model: LinkageModel, table: Table): Table {
	const plans = planComparisons(model.fields);
	return {
		...table,
		vocabularies: table.vocabularies.map((vocabulary, at) => {
			const shares = frequenciesOf(model)[plans.findIndex((plan) => plan.vocabulary === at)];
			return {
				...vocabulary,
				records: Uint32Array.from(
					vocabulary.values,
					(value) => 1 + Math.round(1e9 * (shares?.get(value) ?? 0)),
				),
			};
		}),
	};
}

type Plans = ReturnType<typeof openComparer>['plans'];

function sharedNamesOf(
	model: LinkageModel,
	plans: Plans,
	table: Table,
	shared: readonly SharedValue[],
): readonly SharedNames[] {
	return plans.map((plan, at): SharedNames => {
		const own = shared.filter(({ field }) => field === undefined || field === model.comparisons[at]!.name);
		const position = plan.fields[0];
		const field = position === undefined ? undefined : model.fields[position];
		if (
			own.length === 0 ||
			field === undefined ||
			plan.kind.endsWith('name') ||
			plan.kind === 'other-names'
		) {
			return undefined;
		}
		const names = new Map(own.map(({ value, names: count }) => [comparedValue(field, value), count]));
		return Uint16Array.from(table.vocabularies[plan.vocabulary]!.values, (value) =>
			value === '' ? 0 : (names.get(value) ?? names.get(value.slice(value.lastIndexOf(':') + 1)) ?? 0),
		);
	});
}

/** What a record says: as written where one field says it, else as it is compared. */
function textOf(
	table: Table,
	slot: number,
	row: number,
	field: number | undefined,
	record: LinkageRecord,
): string {
	const written = field === undefined || field < 0 ? undefined : record.values[field];
	if (typeof written === 'string') return written;
	if (written !== undefined) return written.join(', ');
	const { starts, ids, vocabulary } = table.slots[slot]!;
	const { values } = table.vocabularies[vocabulary]!;
	return Array.from(ids.subarray(starts[row], starts[row + 1]), (id) => values[id]).join(' ');
}

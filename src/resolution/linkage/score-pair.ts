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
import { openWeigher, probabilityOf, type Rarity, type SharedNames } from './weigh.ts';

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
	const table = withModelCounts(model, buildTable(model.fields, [record, ...others]));
	const comparer = openComparer(model.fields, table);
	const shared = sharedNamesOf(model, comparer.plans, table, options.shared ?? []);
	const weigher = openWeigher(model, comparer, rarityByModel(model, comparer.plans, table), shared);
	const slots = planSlots(model.fields);
	return others.map((other, at) => {
		const weight = weigher.weigh(0, at + 1);
		const evidence: LinkageEvidence[] = [];
		comparer.plans.forEach((plan, each) => {
			const level = weigher.levels[each]!;
			if (level === MISSING) return;
			const comparison = model.comparisons[each]!;
			const value = weigher.values[each]!;
			const slot = plan.slots[0]!;
			const said = {
				left: textOf(table, slot, 0, slots[slot]?.field, record),
				right: textOf(table, slot, at + 1, slots[slot]?.field, other),
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
	});
}

/** Which of two values is the commoner is for the model to say, and not for the few records at hand. */
function withModelCounts(model: LinkageModel, table: Table): Table {
	const plans = planComparisons(model.fields);
	return {
		...table,
		vocabularies: table.vocabularies.map((vocabulary, at) => {
			const comparison = model.comparisons[plans.findIndex((plan) => plan.vocabulary === at)];
			const shares = new Map(Object.entries(comparison?.frequencies ?? {}));
			return {
				...vocabulary,
				records: Uint32Array.from(
					vocabulary.values,
					(value) => 1 + Math.round(1e9 * (shares.get(value) ?? 0)),
				),
			};
		}),
	};
}

type Plans = ReturnType<typeof openComparer>['plans'];

function rarityByModel(model: LinkageModel, plans: Plans, table: Table): Rarity {
	return plans.map((plan, at) => {
		const { frequencies, rareShare } = model.comparisons[at]!;
		const { values } = table.vocabularies[plan.vocabulary]!;
		const known = new Map(Object.entries(frequencies));
		return Float32Array.from(values, (value) => Math.log2(known.get(value) ?? rareShare));
	});
}

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

/**
 * From compared pairs to a model: what each level is worth, how rare values are, and how likely two records are one at all.
 * Twice: first from pairs alone (expectation–maximisation), then from the entities that the first model found, which also
 * tell a value that is rare among people from one that a single person left in many records.
 */
import type { Pairs } from './candidates.ts';
import { type Comparer, MISSING } from './compare.ts';
import { byFrequency, levelNames } from './compare-values.ts';
import { defaultShares } from './default-shares.ts';
import { type Compared, estimateShares, normalised, type Shares } from './estimate.ts';
import type { Comparison, LinkageField, LinkageModel } from './model.ts';
import type { Table } from './table.ts';
import { type Rarity, rarityOfTable } from './weigh.ts';

/** Mean probability from which two groups are one: less than half, because a pair knows less than its groups do. */
const THRESHOLD = 0.3;
const CANDIDATE_THRESHOLD = 0.05;
const RANDOM_PAIRS = 150_000;
const SAMPLED_PAIRS = 250_000;
/** Levels that were never seen among this many pairs are still possible. */
const EXPECTED_PAIRS = 10;
const LISTED_VALUES = 2_000;

export type Trained = {
	readonly model: LinkageModel;
	readonly rarity: Rarity;
};

const expectedShares = (comparer: Comparer): (readonly number[])[] =>
	comparer.plans.map(({ kind }) => defaultShares[kind].match);

/** First model of a table, from the pairs that blocking proposed. */
export function trainFromPairs(
	fields: readonly LinkageField[],
	table: Table,
	comparer: Comparer,
	pairs: Pairs,
): Trained {
	const rarity = rarityOfTable(comparer, table);
	const stride = Math.max(1, Math.ceil(pairs.left.length / SAMPLED_PAIRS));
	const candidates = comparePairs(comparer, rarity, Math.floor(pairs.left.length / stride), (at) => [
		pairs.left[at * stride]!,
		pairs.right[at * stride]!,
	]);
	const possiblePairs = (table.size * (table.size - 1)) / 2;
	const shares = estimateShares({
		candidates,
		random: compareAtRandom(comparer, rarity, table.size),
		levels: comparer.plans.map(({ kind }) => levelNames[kind].length),
		byFrequency: frequencyLevels(comparer),
		possiblePairs: Math.max(1, possiblePairs / stride),
		expected: expectedShares(comparer),
		rounds: 100,
	});
	return { model: modelOf(fields, table, comparer, shares, rarity), rarity };
}

/** A second model, from the groups that the first one found. @param groups first record of each record's group; @param first the model that found them. */
export function trainFromGroups(
	fields: readonly LinkageField[],
	table: Table,
	comparer: Comparer,
	groups: Int32Array,
	first: LinkageModel,
): Trained {
	const levels = new Uint8Array(comparer.plans.length);
	const values = new Uint32Array(comparer.plans.length);
	const counts = expectedShares(comparer).map((shares) =>
		Float64Array.from(shares, (share) => share * EXPECTED_PAIRS),
	);
	let pairs = 0;
	for (const members of membersOf(groups)) {
		for (let i = 1; i < members.length; i++) {
			for (let j = 0; j < i; j++) {
				pairs++;
				comparer.compare(members[j]!, members[i]!, levels, values);
				for (let at = 0; at < levels.length; at++) if (levels[at] !== MISSING) counts[at]![levels[at]!]!++;
			}
		}
	}
	const rarity = rarityAmongGroups(comparer, table, groups);
	const shares: Shares = {
		match: counts.map(normalised),
		other: first.comparisons.map((comparison) =>
			Float64Array.from(comparison.levels, (level) => level.otherShare),
		),
		prior: Math.min(0.5, Math.max(pairs, 1) / Math.max(1, (table.size * (table.size - 1)) / 2)),
	};
	return { model: modelOf(fields, table, comparer, shares, rarity), rarity };
}

function membersOf(groups: Int32Array): number[][] {
	const members = new Map<number, number[]>();
	groups.forEach((group, record) => {
		const own = members.get(group);
		if (own) own.push(record);
		else members.set(group, [record]);
	});
	return [...members.values()];
}

/** Rarity of values among groups: a record of another group has the value. One record is always thought to be missing. */
function rarityAmongGroups(comparer: Comparer, table: Table, groups: Int32Array): Rarity {
	const byVocabulary = table.vocabularies.map(({ values, records }, vocabulary) => {
		const slots = table.slots.filter((slot) => slot.vocabulary === vocabulary);
		const holders: number[][] = values.map(() => []);
		for (let record = 0; record < table.size; record++) {
			const seen = new Set<number>();
			for (const { starts, ids } of slots) {
				for (let at = starts[record]!; at < starts[record + 1]!; at++) seen.add(ids[at]!);
			}
			for (const id of seen) holders[id]!.push(groups[record]!);
		}
		return Float32Array.from(holders, (own, id) => {
			const held = new Map<number, number>();
			for (const group of own) held.set(group, (held.get(group) ?? 0) + 1);
			let together = 0;
			for (const count of held.values()) together += count * count;
			const others = own.length === 0 ? 0 : (records[id]! ** 2 - together) / records[id]!;
			return Math.log2((others + 1) / table.size);
		});
	});
	return comparer.plans.map((plan) => byVocabulary[plan.vocabulary]!);
}

const frequencyLevels = (comparer: Comparer): boolean[][] =>
	comparer.plans.map(({ kind }) => levelNames[kind].map((_, level) => byFrequency(kind, level)));

function comparePairs(
	comparer: Comparer,
	rarity: Rarity,
	pairs: number,
	pairAt: (at: number) => readonly [number, number],
): Compared {
	const width = comparer.plans.length;
	const [levels, values] = [new Uint8Array(width), new Uint32Array(width)];
	const all: Compared = {
		pairs,
		width,
		levels: new Uint8Array(pairs * width),
		rarity: new Float32Array(pairs * width),
	};
	for (let at = 0; at < pairs; at++) {
		comparer.compare(...pairAt(at), levels, values);
		all.levels.set(levels, at * width);
		for (let each = 0; each < width; each++) all.rarity[at * width + each] = rarity[each]![values[each]!]!;
	}
	return all;
}

/** Pairs drawn by a fixed sequence (a linear congruential generator), so that a model is the same each time. */
function compareAtRandom(comparer: Comparer, rarity: Rarity, size: number): Compared {
	let state = 12_345;
	const draw = (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 4_294_967_296) * below);
	};
	const pairs = size < 2 ? 0 : Math.min(RANDOM_PAIRS, (size * (size - 1)) / 2);
	return comparePairs(comparer, rarity, pairs, () => {
		const left = draw(size);
		const right = draw(size - 1);
		return [left, right >= left ? right + 1 : right];
	});
}

function modelOf(
	fields: readonly LinkageField[],
	table: Table,
	comparer: Comparer,
	shares: Shares,
	rarity: Rarity,
): LinkageModel {
	return {
		version: 1,
		fields,
		comparisons: comparer.plans.map(({ name, kind, fields: positions }, at): Comparison => {
			const { records, values } = table.vocabularies[comparer.plans[at]!.vocabulary]!;
			const often = [...records.keys()]
				.filter((id) => records[id]! > 2)
				.sort((a, b) => records[b]! - records[a]!)
				.slice(0, LISTED_VALUES);
			return {
				name,
				kind,
				fields: positions,
				levels: levelNames[kind].map((level, place) => ({
					name: level,
					matchShare: shares.match[at]![place]!,
					otherShare: shares.other[at]![place]!,
					...(byFrequency(kind, place) ? { byFrequency: true } : {}),
				})),
				frequencies: Object.fromEntries(often.map((id) => [values[id]!, 2 ** rarity[at]![id]!])),
				rareShare: 1 / Math.max(table.size, 2),
			};
		}),
		prior: shares.prior,
		threshold: THRESHOLD,
		candidateThreshold: CANDIDATE_THRESHOLD,
		trainedOn: table.size,
	};
}

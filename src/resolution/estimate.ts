/**
 * A node's own parameters: mentions of different entities and pairs known to be one in, a linkage model out.
 * How often two strangers agree, and how rare values are, is counted on mentions of one of each entity. How often two
 * records of one agree is counted on pairs that a number or a person joined, and leans on the model that comes with the
 * program where there are few. Expectation–maximisation on all pairs is not used: among mentions, of which equal ones are
 * one already, it finds families and fellow travellers instead of persons.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mention } from '../mentions/model.ts';
import { openComparer } from './linkage/compare.ts';
import { linkageRecordOf } from './linkage/mention-records.ts';
import type { Comparison, LinkageModel, LinkageRecord } from './linkage/model.ts';
import { openPairScorer } from './linkage/score-pair.ts';
import { buildTable } from './linkage/table.ts';
import type { PeopleKind } from './matching/people.ts';

export type KeyedMention = { readonly key: string; readonly mention: Mention };

export type Observed = {
	/** One mention of each of many entities. */
	readonly strangers: readonly KeyedMention[];
	/** Pairs that a number or a person joined. */
	readonly same: readonly (readonly [KeyedMention, KeyedMention])[];
	/** Share of all pairs of mentions that are of one entity. */
	readonly prior: number;
};

/** Random pairs of strangers that are compared. */
const RANDOM_PAIRS = 60_000;
/** Pairs after which others have a turn: a few thousandths of a second. */
const TURN = 1_000;
/** Pairs that the model that comes with the program counts as, at least. */
const LEAST_PRIOR_PAIRS = 50;
/** The same as a share of the pairs joined by numbers: these are better written than pairs without a number. */
const PRIOR_SHARE = 1 / 3;
/** Values that are listed with how frequent they are. */
const LISTED_VALUES = 2_000;
const LEAST_LISTED = 3;
const PRIOR_RANGE = { least: 1e-9, most: 1e-3 };

/** Estimates the parameters of a kind; `start` is the model that comes with the program. */
export async function estimateModel(
	kind: PeopleKind,
	start: LinkageModel,
	observed: Observed,
): Promise<LinkageModel> {
	const recordOf = ({ key, mention }: KeyedMention): LinkageRecord =>
		linkageRecordOf(key, mention.kind === kind ? mention : { ...mention, kind });
	const strangers = observed.strangers.map(recordOf);
	const others = await countLevels(start, strangers, randomPairs(strangers.length));
	const known = observed.same.flatMap(([left, right]) => [recordOf(left), recordOf(right)]);
	const matches = await countLevels(
		start,
		known,
		observed.same.map((_, at): [number, number] => [2 * at, 2 * at + 1]),
	);
	const table = buildTable(start.fields, strangers);
	const { plans } = openComparer(start.fields, table);
	return {
		...start,
		comparisons: start.comparisons.map((comparison, at): Comparison => {
			const vocabulary = table.vocabularies[plans[at]?.vocabulary ?? 0];
			// Numbers decide which pairs are known to be one, and cannot be judged by these.
			if (comparison.kind === 'strong-identifier' || vocabulary === undefined) return comparison;
			const matchShares = blend(
				comparison.levels.map((level) => level.matchShare),
				matches[at] ?? [],
				PRIOR_SHARE,
			);
			const otherShares = blend(
				comparison.levels.map((level) => level.otherShare),
				others[at] ?? [],
				0,
			);
			return {
				...comparison,
				levels: comparison.levels.map((level, place) => ({
					...level,
					matchShare: matchShares[place] ?? level.matchShare,
					otherShare: otherShares[place] ?? level.otherShare,
				})),
				frequencies: frequenciesOf(vocabulary.values, vocabulary.records, table.size),
				rareShare: Math.min(comparison.rareShare, 1 / Math.max(2, table.size)),
			};
		}),
		prior: Math.min(PRIOR_RANGE.most, Math.max(PRIOR_RANGE.least, observed.prior)),
		trainedOn: strangers.length,
	};
}

/** Pairs of positions, spread over all and the same every time. */
function randomPairs(size: number): [number, number][] {
	const pairs: [number, number][] = [];
	if (size < 2) return pairs;
	let state = 0x2545f491;
	const next = (): number => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % size;
	};
	for (let at = 0; at < RANDOM_PAIRS; at++) {
		const [left, right] = [next(), next()];
		if (left !== right) pairs.push([left, right]);
	}
	return pairs;
}

const MISSING = 255;

/** By comparison and level: pairs on it, of those where both sides say something. */
async function countLevels(
	model: LinkageModel,
	records: readonly LinkageRecord[],
	pairs: readonly (readonly [number, number])[],
): Promise<number[][]> {
	const counts = model.comparisons.map(({ levels }) => levels.map(() => 0));
	if (pairs.length === 0) return counts;
	const scorer = openPairScorer(model, records);
	for (const [at, [left, right]] of pairs.entries()) {
		if (at % TURN === TURN - 1) await nextTurn();
		scorer.weigh(left, right);
		for (const [comparison, levels] of counts.entries()) {
			const { level } = scorer.partOf(comparison);
			if (level !== MISSING) levels[level] = (levels[level] ?? 0) + 1;
		}
	}
	return counts;
}

/** Shares of what was seen, leaning on what was expected. */
function blend(expected: readonly number[], seen: readonly number[], leaning: number): number[] {
	const total = seen.reduce((sum, count) => sum + count, 0);
	const weight = Math.max(LEAST_PRIOR_PAIRS, total * leaning);
	return expected.map((share, place) => ((seen[place] ?? 0) + weight * share) / (total + weight));
}

/** Share of records that have each of the frequent values. */
function frequenciesOf(
	values: readonly string[],
	records: Uint32Array,
	size: number,
): { [value: string]: number } {
	const often: [string, number][] = [];
	for (const [at, value] of values.entries()) {
		const count = records[at] ?? 0;
		if (value !== '' && count >= LEAST_LISTED) often.push([value, count / size]);
	}
	return Object.fromEntries(often.sort(([, a], [, b]) => b - a).slice(0, LISTED_VALUES));
}

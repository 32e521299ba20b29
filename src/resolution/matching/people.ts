/**
 * Pairs of persons and organisations in, how likely both are one and why out, by the linkage models. Pure.
 * Many pairs of few mentions at once: what a mention says is read once for all of its pairs.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import { linkageRecordOf } from '../linkage/mention-records.ts';
import type { LinkageModel, SharedValue } from '../linkage/model.ts';
import { openPairScorer } from '../linkage/score-pair.ts';
import { priorWeight, probabilityOf } from '../linkage/weigh.ts';
import { maskOfKind } from './claim.ts';
import type { PreparedMention } from './prepare.ts';
import type { Match } from './things.ts';

export type PeopleKind = 'person' | 'organisation';
export type PeopleModels = { readonly [kind in PeopleKind]: LinkageModel };
export type Pair = readonly [PreparedMention, PreparedMention];

/** Names that a capped value is said to have: so many that what it says is next to nothing. */
const CAPPED_NAMES = 1_000;
/** Bits of a number in common from which on it is the number that decides. */
const DECIDING = 8;

/** As what two mentions are compared: as what one of them is, else as what they are likelier to be. */
export function kindOfPair([a, b]: Pair): PeopleKind {
	const mask = a.claim.mask & b.claim.mask;
	if (mask === maskOfKind('person')) return 'person';
	if (mask === maskOfKind('organisation')) return 'organisation';
	return a.claim.kind === 'person' && b.claim.kind === 'person' ? 'person' : 'organisation';
}

/** @param capped hashes of values that link nobody. */
export function matchPeople(
	kind: PeopleKind,
	model: LinkageModel,
	pairs: readonly Pair[],
	capped: ReadonlySet<number>,
): Match[] {
	const positions = new Map<string, number>();
	const mentions: PreparedMention[] = [];
	for (const pair of pairs)
		for (const each of pair) if (!positions.has(each.key)) positions.set(each.key, mentions.push(each) - 1);
	const scorer = openPairScorer(
		model,
		mentions.map(({ key, mention }) =>
			linkageRecordOf(key, mention.kind === kind ? mention : { ...mention, kind }),
		),
		{ shared: sharedAmong(mentions, capped) },
	);
	const numbers = model.comparisons.findIndex((comparison) => comparison.kind === 'strong-identifier');
	const prior = priorWeight(model.prior);
	return pairs.map(([a, b]): Match => {
		const [left, right] = [positions.get(a.key) ?? 0, positions.get(b.key) ?? 0];
		const weight = scorer.weigh(left, right);
		const number = numbers < 0 ? undefined : scorer.partOf(numbers);
		return {
			weight,
			evidenceWeight: weight - prior,
			probability: probabilityOf(weight),
			isByIdentifier: number !== undefined && number.level === 0 && number.weight >= DECIDING,
			evidence: () =>
				scorer.explain(left, right).evidence.map(
					(each): Evidence => ({
						feature: each.field,
						left: each.left,
						right: each.right,
						effect: each.weight,
						sentence: each.sentence,
					}),
				),
		};
	});
}

/** Values of these mentions that so many share that they link nobody. */
function sharedAmong(mentions: readonly PreparedMention[], capped: ReadonlySet<number>): SharedValue[] {
	if (capped.size === 0) return [];
	const texts = new Set<string>();
	for (const { values } of mentions)
		for (const { hash, written } of values) if (capped.has(hash)) texts.add(written);
	return [...texts].map((value) => ({ value, names: CAPPED_NAMES }));
}

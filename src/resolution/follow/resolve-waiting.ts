/**
 * Mentions that wait, page by page: found, held against what is known, judged, put into entities, in one transaction.
 * Recovery, tests and the normal path call the same: what has no entity waits.
 */
import { pairKey } from '../graph/partition.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import { lapseInside, saveCandidates } from '../store/candidates.ts';
import { type NewJudgement, saveChanges, saveCuts, saveJudgements } from '../store/graph.ts';
import {
	entitiesOfMentions,
	type Reader,
	representatives,
	saveKeys,
	saveParts,
	waitingMentions,
} from '../store/mentions.ts';
import { addCounts, NO_COUNTS } from '../store/state.ts';
import { saveValues } from '../store/values.ts';
import { recaption } from './captions.ts';
import { bestBetween, candidateOf, contradictionOf, contradicts, linkOf } from './conclude.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';
import { countValues } from './noise.ts';
import { addressParts } from './parts.ts';
import { entityBalance, grownBy, placeFresh } from './place.ts';
import { compareAll, type Proposal, propose } from './propose.ts';
import { worthAsking } from './rivals.ts';

/** Links of one mention into one entity that are kept: more say nothing more. */
const MOST_LINKS = 3;
/** Mentions of an entity that a newcomer is held against. */
const REPRESENTATIVES = 6;
/** Resolves the next page of those that wait. @returns how many that were. */
export async function resolveWaiting(desk: Desk, context: Context, limit: number): Promise<number> {
	const { reader } = desk;
	const rows = await waitingMentions(reader, limit);
	if (rows.length === 0) return 0;
	const matcher = await context.matcher(reader);
	const fresh = rows.map((row) => context.prepared.of(row));
	const noise = await countValues(reader, context.prepared, fresh);
	const proposals = await propose(reader, context.prepared, matcher, fresh, noise.capped, false);
	const linked = await linkFresh(reader, context, matcher, fresh, proposals, noise.capped);
	const at = new Date(context.clock.now());
	const placed = await placeFresh(reader, context, fresh, linked.judgements, linked.homes, at);
	const { changes, judgements } = placed;
	await recaption(reader, changes, fresh, placed.entityOf);
	const doubtful = judgements.flatMap(({ isCut, left, right }) =>
		isCut ? (linked.proposals.get(pairKey(left, right)) ?? []) : [],
	);
	const suspicions = await worthAsking(
		reader,
		matcher,
		bestBetween([...linked.suspicions, ...doubtful], placed.entityOf),
		placed.entityOf,
	);
	const candidates = suspicions.map((proposal) => candidateOf(proposal, context.newId(), matcher.version));
	await desk.write(async (session) => {
		await saveParts(session, fresh.flatMap(addressParts));
		await saveKeys(session, fresh);
		for (const each of changes) await saveChanges(session, each, context.newId, at, null);
		await saveJudgements(session, judgements, at);
		await saveCuts(session, placed.cuts);
		await saveCandidates(session, candidates, at);
		const lapsed = await lapseInside(session, grownBy(changes), at);
		await saveValues(session, noise.changes, at);
		await addCounts(session, {
			...NO_COUNTS,
			mentions: fresh.length,
			entities: entityBalance(changes),
			candidates: candidates.length - lapsed,
			by_model: judgements.filter(({ by }) => by === 'model').length,
			by_identifier: judgements.filter(({ by }) => by === 'identifier').length,
		});
	});
	return rows.length;
}

type Linked = {
	/** Links and contradictions, not yet cut. */
	readonly judgements: readonly NewJudgement[];
	readonly suspicions: readonly Proposal[];
	/** By pair: what a judgement came from. */
	readonly proposals: ReadonlyMap<string, Proposal>;
	/** Entity of each mention that a judgement or a suspicion touches; null for those that wait. */
	readonly homes: ReadonlyMap<string, string | null>;
};

/** Which of the proposals become links; and what contradicts in the entities that these lead into. */
async function linkFresh(
	reader: Reader,
	context: Context,
	matcher: Matcher,
	fresh: readonly PreparedMention[],
	proposals: readonly Proposal[],
	capped: ReadonlySet<number>,
): Promise<Linked> {
	const told = proposals.filter((proposal) => proposal.conclusion !== 'none' || contradicts(proposal));
	const homes = new Map<string, string | null>(fresh.map(({ key }) => [key, null]));
	const others = new Set(
		told.flatMap(({ left, right }) => [left.key, right.key]).filter((key) => !homes.has(key)),
	);
	for (const [key, entity] of await entitiesOfMentions(reader, [...others])) homes.set(key, entity);
	const links = strongest(
		told.filter(({ conclusion }) => conclusion === 'same'),
		homes,
	);
	const all = new Map(told.map((proposal) => [pairKey(proposal.left.key, proposal.right.key), proposal]));
	await holdAgainstRepresentatives(reader, context, matcher, links, homes, capped, all);
	const concerned = new Set(
		links.flatMap(({ left, right }) => [left.key, right.key].map((key) => homes.get(key) ?? key)),
	);
	const isConcerned = (key: string): boolean => concerned.has(homes.get(key) ?? key);
	const contradictions = [...all.values()].filter(
		(each) =>
			each.conclusion !== 'same' &&
			contradicts(each) &&
			isConcerned(each.left.key) &&
			isConcerned(each.right.key),
	);
	return {
		judgements: [
			...links.map((proposal) => linkOf(proposal, context.newId(), matcher.version)),
			...contradictions.map((proposal) => contradictionOf(proposal, context.newId(), matcher.version)),
		],
		suspicions: told.filter(({ conclusion }) => conclusion === 'candidate'),
		proposals: all,
		homes,
	};
}

/** Of the links of a mention into one entity, the strongest few. */
function strongest(links: readonly Proposal[], homes: ReadonlyMap<string, string | null>): Proposal[] {
	const counts = new Map<string, number>();
	const sorted = [...links].sort(
		(a, b) => b.match.weight - a.match.weight || (a.left.key < b.left.key ? -1 : 1),
	);
	return sorted.filter(({ left, right }) => {
		const [leftHome, rightHome] = [homes.get(left.key) ?? null, homes.get(right.key) ?? null];
		const newcomer = leftHome === null ? left.key : right.key;
		const home = leftHome ?? rightHome;
		if (home === null) return true;
		const pair = `${newcomer} ${home}`;
		const count = counts.get(pair) ?? 0;
		counts.set(pair, count + 1);
		return count < MOST_LINKS;
	});
}

/** Adds to `all` how newcomers compare with mentions of the entities that they link to and were not compared with. */
async function holdAgainstRepresentatives(
	reader: Reader,
	context: Context,
	matcher: Matcher,
	links: readonly Proposal[],
	homes: Map<string, string | null>,
	capped: ReadonlySet<number>,
	all: Map<string, Proposal>,
): Promise<void> {
	const newcomers = new Map<string, Set<PreparedMention>>();
	for (const { left, right } of links)
		for (const [one, other] of [
			[left, right],
			[right, left],
		] as const) {
			const home = homes.get(other.key) ?? null;
			if (home === null || homes.get(one.key) === home) continue;
			const known = newcomers.get(home);
			if (known === undefined) newcomers.set(home, new Set([one]));
			else known.add(one);
		}
	const rows = await representatives(reader, [...newcomers.keys()], REPRESENTATIVES);
	const pairs: (readonly [PreparedMention, PreparedMention])[] = [];
	for (const row of rows) {
		const member = context.prepared.of(row);
		homes.set(row.key, row.entity);
		for (const newcomer of newcomers.get(row.entity ?? '') ?? [])
			if (newcomer.key !== row.key && !all.has(pairKey(newcomer.key, row.key)))
				pairs.push(newcomer.key < row.key ? [newcomer, member] : [member, newcomer]);
	}
	for (const proposal of compareAll(matcher, pairs, capped))
		if (contradicts(proposal)) all.set(pairKey(proposal.left.key, proposal.right.key), proposal);
}

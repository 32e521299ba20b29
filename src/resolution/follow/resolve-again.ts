/**
 * Mentions that were resolved before, looked at again: under new parameters, or because a value that linked them turned out
 * to be noise. What the model would not say now is withdrawn, what it says now is added; persons' words stay. Entities stay
 * as they are except where that changes them, so that identifiers and whoever reads them are not disturbed.
 */
import { inOrder, pairKey } from '../graph/partition.ts';
import { type Regrouped, regroup } from '../graph/regroup.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import {
	candidatesOf,
	lapseCandidates,
	lapseInside,
	renewCandidates,
	type StoredCandidate,
	saveCandidates,
} from '../store/candidates.ts';
import {
	edgesOf,
	type NewJudgement,
	pairsTakenBack,
	renewJudgements,
	type StoredEdge,
	saveChanges,
	saveCuts,
	saveJudgements,
	undoJudgements,
} from '../store/graph.ts';
import { entitiesOfMentions, type Reader, type ResolvedRow } from '../store/mentions.ts';
import { addCounts, NO_COUNTS } from '../store/state.ts';
import { cutChanges, type LoadedClosure, loadClosure } from './closure.ts';
import { bestBetween, candidateOf, contradictionOf, contradicts, linkOf } from './conclude.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';
import { cappedValuesOf } from './noise.ts';
import { entityBalance, grownBy, LARGEST_CLOSURE } from './place.ts';
import { compareAll, type Proposal, propose } from './propose.ts';
import { worthAsking } from './rivals.ts';

/** Links of one mention into one entity that are added: more say nothing more. */
const MOST_LINKS = 3;

type Session = Parameters<Parameters<Desk['write']>[0]>[0];

/**
 * @param reason why the model takes back what it said.
 * @param also what is written in the same transaction: that these are done.
 */
export async function resolveAgain(
	desk: Desk,
	context: Context,
	rows: readonly ResolvedRow[],
	reason: string,
	also: (session: Session) => Promise<void>,
): Promise<void> {
	const { reader } = desk;
	const subjects = rows.map((row) => context.prepared.of(row));
	const found = await weighAgain(reader, context, subjects);
	const at = new Date(context.clock.now());
	const closure = await closureOf(reader, found);
	const regrouped = closure === undefined ? undefined : regroup(closure, context.newId, at);
	const entityOf = (key: string): string => regrouped?.entityOf.get(key) ?? found.homes.get(key) ?? key;
	const candidates = await settleCandidates(reader, context, found, entityOf);
	await desk.write(async (session) => {
		let balance = NO_COUNTS;
		if (closure !== undefined && regrouped !== undefined) {
			await saveChanges(session, regrouped.changes, context.newId, at, null);
			await undoJudgements(
				session,
				found.withdrawn.map(({ id }) => id),
				null,
				reason,
				at,
			);
			await saveJudgements(session, withCuts(found.added, regrouped), at);
			await saveCuts(session, cutChanges(closure, regrouped.cut));
			const lapsed = await lapseInside(session, grownBy([regrouped.changes]), at);
			balance = {
				...NO_COUNTS,
				entities: entityBalance([regrouped.changes]),
				candidates: -lapsed,
				by_model: countBy(found, 'model'),
				by_identifier: countBy(found, 'identifier'),
			};
		}
		await renewJudgements(session, found.renewed);
		await saveCandidates(session, candidates.raised, at);
		await renewCandidates(session, candidates.renewed);
		const lapsed = await lapseCandidates(session, candidates.lapsed, reason, at);
		await addCounts(session, {
			...balance,
			candidates: balance.candidates + candidates.raised.length - lapsed,
		});
		await also(session);
	});
}

type Found = {
	readonly added: readonly NewJudgement[];
	readonly renewed: readonly { id: string; judgement: NewJudgement }[];
	readonly withdrawn: readonly StoredEdge[];
	readonly suspicions: readonly Proposal[];
	readonly candidates: readonly StoredCandidate[];
	/** Pairs on which a person spoke, or whose link a person took back. */
	readonly judged: ReadonlySet<string>;
	readonly homes: ReadonlyMap<string, string | null>;
	readonly matcher: Matcher;
};

async function weighAgain(
	reader: Reader,
	context: Context,
	subjects: readonly PreparedMention[],
): Promise<Found> {
	const keys = subjects.map(({ key }) => key);
	const matcher = await context.matcher(reader);
	const capped = await cappedValuesOf(reader, subjects);
	const edges = await edgesOf(reader, keys);
	const candidates = await candidatesOf(reader, keys);
	const own = edges.filter(({ by }) => by !== 'person');
	const judged = await pairsTakenBack(reader, keys);
	for (const { by, left, right } of edges) if (by === 'person') judged.add(pairKey(left, right));
	const byPair = new Map<string, Proposal>();
	for (const proposal of await propose(reader, context.prepared, matcher, subjects, capped, true))
		byPair.set(pairKey(proposal.left.key, proposal.right.key), proposal);
	const missing = [...own, ...candidates].filter(({ left, right }) => !byPair.has(pairKey(left, right)));
	const known = await context.prepared.read(
		reader,
		new Set(missing.flatMap(({ left, right }) => [left, right])),
	);
	const pairs = missing.flatMap((each): (readonly [PreparedMention, PreparedMention])[] => {
		const [low, high] = inOrder(each.left, each.right);
		const [left, right] = [known.get(low), known.get(high)];
		return left === undefined || right === undefined ? [] : [[left, right]];
	});
	for (const proposal of compareAll(matcher, pairs, capped))
		byPair.set(pairKey(proposal.left.key, proposal.right.key), proposal);
	const ends = new Set([...byPair.values()].flatMap(({ left, right }) => [left.key, right.key]));
	const homes = await entitiesOfMentions(reader, [...new Set([...ends, ...keys])]);
	const linkedAlready = new Map(own.map((edge) => [pairKey(edge.left, edge.right), edge]));
	const renewed: { id: string; judgement: NewJudgement }[] = [];
	const withdrawn: StoredEdge[] = [];
	for (const edge of own) {
		const proposal = byPair.get(pairKey(edge.left, edge.right));
		const holds =
			proposal !== undefined &&
			(edge.verdict === 'same' ? proposal.conclusion === 'same' : contradicts(proposal));
		if (!holds) withdrawn.push(edge);
		else if (edge.model !== matcher.version) {
			const judgement = edge.verdict === 'same' ? linkOf : contradictionOf;
			renewed.push({ id: edge.id, judgement: judgement(proposal, edge.id, matcher.version) });
		}
	}
	const fresh = [...byPair].filter(([pair]) => !linkedAlready.has(pair) && !judged.has(pair));
	const links = strongest(
		fresh.flatMap(([, proposal]) => (proposal.conclusion === 'same' ? [proposal] : [])),
		new Set(keys),
		homes,
	);
	const concerned = new Set(links.flatMap(({ left, right }) => [homes.get(left.key), homes.get(right.key)]));
	const contradictions = fresh.flatMap(([, proposal]) =>
		proposal.conclusion !== 'same' &&
		contradicts(proposal) &&
		concerned.has(homes.get(proposal.left.key)) &&
		concerned.has(homes.get(proposal.right.key))
			? [proposal]
			: [],
	);
	return {
		added: [
			...links.map((proposal) => linkOf(proposal, context.newId(), matcher.version)),
			...contradictions.map((proposal) => contradictionOf(proposal, context.newId(), matcher.version)),
		],
		renewed,
		withdrawn,
		suspicions: [...byPair.values()].filter(({ conclusion }) => conclusion === 'candidate'),
		candidates,
		judged,
		homes,
		matcher,
	};
}

/** Of the links of a subject into one entity, the strongest few. Links to those that still wait are made when they come. */
function strongest(
	links: readonly Proposal[],
	subjects: ReadonlySet<string>,
	homes: ReadonlyMap<string, string | null>,
): Proposal[] {
	const counts = new Map<string, number>();
	const sorted = [...links].sort(
		(a, b) => b.match.weight - a.match.weight || (a.left.key < b.left.key ? -1 : 1),
	);
	return sorted.filter(({ left, right }) => {
		const [leftHome, rightHome] = [homes.get(left.key) ?? null, homes.get(right.key) ?? null];
		if (leftHome === null || rightHome === null) return false;
		const pair = subjects.has(left.key) ? `${left.key} ${rightHome}` : `${right.key} ${leftHome}`;
		const count = counts.get(pair) ?? 0;
		counts.set(pair, count + 1);
		return count < MOST_LINKS;
	});
}

/** Everything whose entities may change; undefined where nothing may, or more hangs together than is read at once. */
async function closureOf(reader: Reader, found: Found): Promise<LoadedClosure | undefined> {
	const touched = new Set<string>();
	for (const { left, right } of [...found.added, ...found.withdrawn])
		for (const key of [left, right]) {
			const home = found.homes.get(key) ?? null;
			if (home !== null) touched.add(home);
		}
	if (touched.size === 0 && found.withdrawn.length === 0) return undefined;
	const homes = await entitiesOfMentions(
		reader,
		found.withdrawn.flatMap(({ left, right }) => [left, right]),
	);
	for (const home of homes.values()) if (home !== null) touched.add(home);
	const closure = await loadClosure(
		reader,
		[...touched],
		{ members: [], edges: found.added },
		LARGEST_CLOSURE,
	);
	if (closure === undefined) return undefined;
	const gone = new Set(found.withdrawn.map(({ id }) => id));
	const stronger = new Map(found.renewed.map(({ id, judgement }) => [id, judgement.strength]));
	return {
		...closure,
		edges: closure.edges
			.filter(({ id }) => !gone.has(id))
			.map((edge) => ({ ...edge, strength: stronger.get(edge.id) ?? edge.strength })),
		stored: closure.stored.filter(({ id }) => !gone.has(id)),
	};
}

const withCuts = (added: readonly NewJudgement[], { cut }: Regrouped): NewJudgement[] =>
	added.map((each) => (cut.has(each.id) ? { ...each, isCut: true } : each));

const countBy = ({ added, withdrawn }: Found, by: 'model' | 'identifier'): number =>
	added.filter((each) => each.by === by).length - withdrawn.filter((each) => each.by === by).length;

type CandidateChanges = {
	readonly raised: readonly ReturnType<typeof candidateOf>[];
	readonly renewed: readonly { id: string; candidate: ReturnType<typeof candidateOf> }[];
	readonly lapsed: readonly string[];
};

/** Pairs that are asked already stay as they are while they are suspicious; what is new is asked where it is worth it. */
async function settleCandidates(
	reader: Reader,
	context: Context,
	found: Found,
	entityOf: (key: string) => string,
): Promise<CandidateChanges> {
	const suspicious = new Map(found.suspicions.map((each) => [pairKey(each.left.key, each.right.key), each]));
	const renewed: { id: string; candidate: ReturnType<typeof candidateOf> }[] = [];
	const lapsed: string[] = [];
	const known = new Set<string>();
	const asked = new Set<string>();
	for (const { id, left, right, state } of found.candidates) {
		const pair = pairKey(left, right);
		known.add(pair);
		if (state !== 'open') continue;
		asked.add(pairKey(entityOf(left), entityOf(right)));
		const proposal = suspicious.get(pair);
		if (proposal === undefined || entityOf(left) === entityOf(right)) lapsed.push(id);
		else renewed.push({ id, candidate: candidateOf(proposal, id, found.matcher.version) });
	}
	const isResolved = (key: string): boolean => (found.homes.get(key) ?? null) !== null;
	const fresh = [...suspicious].flatMap(([pair, proposal]) =>
		!known.has(pair) &&
		!found.judged.has(pair) &&
		!asked.has(pairKey(entityOf(proposal.left.key), entityOf(proposal.right.key))) &&
		isResolved(proposal.left.key) &&
		isResolved(proposal.right.key)
			? [proposal]
			: [],
	);
	const worth = await worthAsking(reader, found.matcher, bestBetween(fresh, entityOf), entityOf);
	return {
		raised: worth.map((proposal) => candidateOf(proposal, context.newId(), found.matcher.version)),
		renewed,
		lapsed,
	};
}

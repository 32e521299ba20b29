/**
 * Mentions in, the pairs that may be one out: found by the keys that they share, the rarer the better, and held against
 * each other. The work for one mention is bounded, however much is stored: so many keys, so many mentions under a key, so
 * many comparisons.
 */
import type { Conclusion, Match, Matcher } from '../matching/matcher.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import { mentionsUnder, type Reader } from '../store/mentions.ts';
import type { PreparedMemory } from './context.ts';

export type Proposal = {
	readonly left: PreparedMention;
	readonly right: PreparedMention;
	readonly match: Match;
	readonly conclusion: Conclusion;
};

/** A key that more mentions have is no reason to compare them. */
const LARGEST_BLOCK = 64;
/** Comparisons for each mention. */
const MOST_COMPARED = 24;
/** Bits that each key counts, by how many have it. */
const WORTH = Float64Array.from({ length: LARGEST_BLOCK + 1 }, (_, size) =>
	Math.log2(256 / Math.max(1, size)),
);

/**
 * Compares each subject with those that share its keys, in the store and among the subjects.
 * @param isStored whether the subjects are in the index already.
 */
export async function propose(
	reader: Reader,
	memory: PreparedMemory,
	matcher: Matcher,
	subjects: readonly PreparedMention[],
	capped: ReadonlySet<number>,
	isStored: boolean,
): Promise<Proposal[]> {
	const blocks = new Map<number, string[]>();
	for (const { keys } of subjects) for (const key of keys) if (!blocks.has(key)) blocks.set(key, []);
	const asked = [...blocks.keys()];
	const stored = await mentionsUnder(reader, asked, LARGEST_BLOCK);
	for (const [key, mentions] of stored) {
		if (mentions === undefined) blocks.delete(key);
		else blocks.set(key, mentions);
	}
	if (!isStored)
		for (const { key: mention, keys } of subjects) for (const key of keys) blocks.get(key)?.push(mention);
	const pairs = new Map<string, readonly [string, string]>();
	for (const subject of subjects)
		for (const other of mostShared(subject, blocks)) {
			const [left, right] = subject.key < other ? [subject.key, other] : [other, subject.key];
			pairs.set(`${left} ${right}`, [left, right]);
		}
	const known = new Map(subjects.map((subject) => [subject.key, subject]));
	const others = new Set<string>();
	for (const [left, right] of pairs.values()) {
		if (!known.has(left)) others.add(left);
		if (!known.has(right)) others.add(right);
	}
	for (const [key, prepared] of await memory.read(reader, others)) known.set(key, prepared);
	const found: (readonly [PreparedMention, PreparedMention])[] = [];
	for (const [leftKey, rightKey] of pairs.values()) {
		const [left, right] = [known.get(leftKey), known.get(rightKey)];
		if (left !== undefined && right !== undefined) found.push([left, right]);
	}
	return compareAll(matcher, found, capped);
}

/** Holds pairs against each other; those that say nothing about each other are left out. */
export function compareAll(
	matcher: Matcher,
	pairs: readonly (readonly [PreparedMention, PreparedMention])[],
	capped: ReadonlySet<number>,
): Proposal[] {
	const proposals: Proposal[] = [];
	for (const [at, match] of matcher.matchAll(pairs, capped).entries()) {
		const [left, right] = pairs[at] ?? [];
		if (match === undefined || left === undefined || right === undefined) continue;
		const kind = left.claim.isFirm ? left.claim.kind : right.claim.kind;
		proposals.push({ left, right, match, conclusion: matcher.conclude(kind, match) });
	}
	return proposals;
}

/** Others that share most with a subject, by the keys that few have; ties go to the smaller key. */
function mostShared(
	subject: PreparedMention,
	blocks: ReadonlyMap<number, readonly string[]>,
): readonly string[] {
	const shared = new Map<string, number>();
	for (const key of subject.keys) {
		const block = blocks.get(key) ?? [];
		if (block.length > LARGEST_BLOCK) continue;
		const worth = WORTH[block.length] ?? 0;
		for (const other of block) if (other !== subject.key) shared.set(other, (shared.get(other) ?? 0) + worth);
	}
	if (shared.size <= MOST_COMPARED) return [...shared.keys()];
	return [...shared]
		.sort(([a, aWorth], [b, bWorth]) => bWorth - aWorth || (a < b ? -1 : 1))
		.slice(0, MOST_COMPARED)
		.map(([key]) => key);
}

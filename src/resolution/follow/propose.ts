/**
 * Mentions in, the pairs that may be one out: found by the keys that they share, the rarer the better, and held against
 * each other. The work for one mention is bounded, however much is stored: so many keys, so many mentions under a key, so
 * many comparisons.
 */
import type { EntityKind } from '../../../contract/views-resolution.ts';
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
const MOST_COMPARED = 16;
/** Bits that two have to share to be compared: one key that eight have, or two or three commoner ones. */
const LEAST_SHARED = 5;
/** Bits that each key counts, by how many have it. */
const WORTH = Float64Array.from({ length: LARGEST_BLOCK + 1 }, (_, size) =>
	Math.log2(256 / Math.max(1, size)),
);

/** Two positions below this make one whole number. */
const PAIR = 2 ** 26;

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
	const { mentions, blocks } = await blocksOf(reader, subjects, isStored);
	const found = new Set<number>();
	const shared = new Float64Array(mentions.length);
	for (const [at, { keys }] of subjects.entries())
		for (const other of mostShared(at, keys, blocks, shared, mentions))
			found.add(at < other ? at * PAIR + other : other * PAIR + at);
	const others = new Set<string>();
	for (const pair of found) {
		const right = pair % PAIR;
		if (right >= subjects.length) others.add(mentions[right] ?? '');
	}
	const known = await memory.read(reader, others);
	const pairs: (readonly [PreparedMention, PreparedMention])[] = [];
	for (const pair of found) {
		const left = subjects[Math.floor(pair / PAIR)];
		const right = subjects[pair % PAIR] ?? known.get(mentions[pair % PAIR] ?? '');
		if (left === undefined || right === undefined) continue;
		pairs.push(left.key < right.key ? [left, right] : [right, left]);
	}
	return compareAll(matcher, pairs, capped);
}

type Blocks = {
	/** Keys of mentions by position; the subjects come first. */
	readonly mentions: readonly string[];
	/** Positions of the mentions under each key. */
	readonly blocks: ReadonlyMap<number, readonly number[]>;
};

async function blocksOf(
	reader: Reader,
	subjects: readonly PreparedMention[],
	isStored: boolean,
): Promise<Blocks> {
	const blocks = new Map<number, number[]>();
	for (const { keys } of subjects) for (const key of keys) if (!blocks.has(key)) blocks.set(key, []);
	const mentions: string[] = [];
	const positions = new Map<string, number>();
	const positionOf = (mention: string): number => {
		const known = positions.get(mention);
		if (known !== undefined) return known;
		positions.set(mention, mentions.length);
		return mentions.push(mention) - 1;
	};
	for (const { key } of subjects) positionOf(key);
	for (const [key, stored] of await mentionsUnder(reader, [...blocks.keys()], LARGEST_BLOCK))
		if (stored === undefined) blocks.delete(key);
		else blocks.set(key, stored.map(positionOf));
	if (!isStored)
		for (const [at, { keys }] of subjects.entries()) for (const key of keys) blocks.get(key)?.push(at);
	return { mentions, blocks };
}

/**
 * Others that share most with a subject, by the keys that few have; ties go to the smaller key.
 * @param shared all 0, before and after.
 */
function mostShared(
	subject: number,
	keys: readonly number[],
	blocks: ReadonlyMap<number, readonly number[]>,
	shared: Float64Array,
	mentions: readonly string[],
): readonly number[] {
	const touched: number[] = [];
	for (const key of keys) {
		const block = blocks.get(key);
		if (block === undefined || block.length > LARGEST_BLOCK) continue;
		const worth = WORTH[block.length] ?? 0;
		for (const other of block) {
			if (other === subject) continue;
			if (shared[other] === 0) touched.push(other);
			shared[other] = (shared[other] ?? 0) + worth;
		}
	}
	const worths = new Map(
		touched.length > MOST_COMPARED ? touched.map((other) => [other, shared[other] ?? 0]) : [],
	);
	const near = touched.filter((other) => (shared[other] ?? 0) >= LEAST_SHARED);
	for (const other of touched) shared[other] = 0;
	if (near.length <= MOST_COMPARED) return near;
	return near
		.sort(
			(a, b) =>
				(worths.get(b) ?? 0) - (worths.get(a) ?? 0) || ((mentions[a] ?? '') < (mentions[b] ?? '') ? -1 : 1),
		)
		.slice(0, MOST_COMPARED);
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
		const kind = kindOf(left, right);
		proposals.push({ left, right, match, conclusion: matcher.conclude(kind, match.probability) });
	}
	return proposals;
}

/** What two mentions are if they are one: what one of them is known to be. */
export const kindOf = (left: PreparedMention, right: PreparedMention): EntityKind =>
	left.claim.isFirm ? left.claim.kind : right.claim.kind;

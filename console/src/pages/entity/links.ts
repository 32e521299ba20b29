/**
 * What holds an entity together: the judgements that stand, as links between its mentions, and what falls apart without
 * one of them. Pure. In: mentions and judgements as the server sends them, which may be only the first of many.
 */
import type { EntityDetail, Judgement } from '../../../../contract/views-resolution.ts';

export type Link = {
	judgement: Judgement;
	/** Indexes of the two mentions. */
	left: number;
	right: number;
	/** Without it the entity would split. */
	holdsAlone: boolean;
};

/** At most so many judgements are sent with an entity. */
const MOST_JUDGEMENTS = 200;

/** A judgement that joins: `same`, and not taken back. */
export const joins = (judgement: Judgement): boolean =>
	judgement.verdict === 'same' && judgement.undoneAt === null;

/** Judgements that join two mentions of the entity. */
export function linksOf({ mentions, judgements }: Pick<EntityDetail, 'mentions' | 'judgements'>): Link[] {
	const indexOf = new Map(mentions.map(({ key }, index) => [key, index]));
	const links = counted(judgements).flatMap((judgement) => {
		const left = indexOf.get(judgement.left.key);
		const right = indexOf.get(judgement.right.key);
		return left === undefined || right === undefined || left === right ? [] : [{ judgement, left, right }];
	});
	return links.map((link) => ({ ...link, holdsAlone: splitWithout(link, links) !== undefined }));
}

/** Judgements that join, without those of the model that a person's newest word on the same pair overrules. */
function counted(judgements: readonly Judgement[]): Judgement[] {
	const words = new Map<string, Judgement>();
	for (const judgement of judgements) {
		if (judgement.by !== 'person' || judgement.undoneAt !== null) continue;
		const known = words.get(pairOf(judgement));
		if (!known || known.at < judgement.at) words.set(pairOf(judgement), judgement);
	}
	return judgements.filter(
		(judgement) => joins(judgement) && (words.get(pairOf(judgement))?.verdict ?? 'same') === 'same',
	);
}

const pairOf = ({ left, right }: Judgement): string => [left.key, right.key].sort().join(' ');

type Ends = { left: number; right: number };

/**
 * The two sides into which the mentions that hang on a link fall when it is taken away; each in ascending order, that of
 * its left end first. Undefined where other links still hold them together.
 */
export function splitWithout(
	link: Ends,
	links: readonly Ends[],
): { left: number[]; right: number[] } | undefined {
	const rest = links.filter((other) => other !== link);
	const left = reach(link.left, rest);
	if (left.has(link.right)) return undefined;
	const ascending = (side: ReadonlySet<number>) => [...side].sort((a, b) => a - b);
	return { left: ascending(left), right: ascending(reach(link.right, rest)) };
}

/** Mentions that can be reached from one over the links. */
function reach(start: number, links: readonly Ends[]): ReadonlySet<number> {
	const seen = new Set([start]);
	const open = [start];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		for (const { left, right } of links) {
			const next = left === at ? right : right === at ? left : undefined;
			if (next === undefined || seen.has(next)) continue;
			seen.add(next);
			open.push(next);
		}
	}
	return seen;
}

/** Numbers of mentions as people read them: "1, 2 and 5". Indexes from 0 in, numbers from 1 out. */
export function numbersOf(indexes: readonly number[]): string {
	const numbers = indexes.map((index) => String(index + 1));
	const last = numbers.pop();
	if (last === undefined) return '';
	return numbers.length === 0 ? last : `${numbers.join(', ')} and ${last}`;
}

/** What taking a judgement back does, in one sentence or two. */
export function sayWithout(detail: Pick<EntityDetail, 'mentions' | 'judgements'>, id: string): string {
	const links = linksOf(detail);
	const link = links.find(({ judgement }) => judgement.id === id);
	if (!link) return 'Nothing splits: it joins no two mentions of this entity.';
	const sides = splitWithout(link, links);
	const limit =
		detail.judgements.length >= MOST_JUDGEMENTS
			? ` Only the first ${MOST_JUDGEMENTS} judgements are looked at here; others may still hold them together.`
			: '';
	if (!sides) return `Nothing splits: other judgements still hold these mentions together.${limit}`;
	const side = (indexes: readonly number[]) =>
		indexes.length === 1 ? `mention ${numbersOf(indexes)}` : `mentions ${numbersOf(indexes)}`;
	const [one, other] = [sides.left, sides.right].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
	return `The entity splits: ${side(one ?? [])} on one side, ${side(other ?? [])} on the other.${limit}`;
}

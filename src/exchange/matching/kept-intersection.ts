/**
 * What is kept of an intersection until both have consented: our identifiers in the order sent, and which of the partner's places
 * are on both sides. Sealed where it is stored; forgotten but for the members once these are known.
 */
import { z } from 'zod';
import type { Intersection } from '../../../contract/views-exchange.ts';
import type { StoredIntersection } from '../store/matching.ts';

const kept = z.strictObject({
	/** Texts as they were hashed; empty once the members are known. */
	texts: z.array(z.string()),
	/** Places in the partner's list. */
	places: z.array(z.number()),
	members: z.array(z.string()).nullable(),
});
export type Kept = {
	readonly texts: readonly string[];
	readonly places: readonly number[];
	readonly members: readonly string[] | null;
};

/** Members that are shown, at most. */
const MOST_MEMBERS = 10_000;

export const formatKept = (value: Kept): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');

export function readKept(bytes: Uint8Array): Kept | undefined {
	const read = kept.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
	return read.success ? read.data : undefined;
}

/** @returns our identifiers at the places, or undefined where these are not as many as both have counted, or none of ours. */
export function membersAt({ texts }: Kept, places: readonly number[], count: number): string[] | undefined {
	const distinct = [...new Set(places)];
	if (distinct.length !== count || places.length !== count) return undefined;
	const members = distinct.flatMap((place) => texts[place] ?? []);
	return members.length === count ? members : undefined;
}

/** The members stay, and nothing of our identifiers that are not on both sides. */
export const reveal = ({ places }: Kept, members: readonly string[]): Kept => ({
	texts: [],
	places,
	members,
});

export const toIntersectionView = (
	{ id, agreement, purpose, partner, at, ours, theirs, both, consent }: StoredIntersection,
	known: Kept | undefined,
): Intersection => ({
	id,
	agreement,
	purpose,
	partner,
	at: at.toISOString(),
	ours,
	theirs,
	both,
	consent,
	members:
		known === undefined || known.members === null
			? null
			: known.members.slice(0, MOST_MEMBERS).map((member) => member.slice(0, 400)),
});

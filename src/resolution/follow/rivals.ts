/**
 * Candidates that are asked already about the mentions of new ones: what these compete with.
 */
import type { Matcher } from '../matching/matcher.ts';
import { candidatesOf } from '../store/candidates.ts';
import { entitiesOfMentions, type Reader } from '../store/mentions.ts';
import { type Rivals, withoutRivalled } from './conclude.ts';
import { kindOf, type Proposal } from './propose.ts';

/**
 * Less likely pairs are not asked, whatever the model's threshold: two names in common and nothing else would be most of what
 * people are asked about, and of three such questions two are in vain.
 */
const LEAST_ASKED = 0.35;

/** Of suspicions, those that are worth a question beside each other and beside what is asked already. */
export async function worthAsking(
	reader: Reader,
	matcher: Matcher,
	suspicions: readonly Proposal[],
	entityOf: (mention: string) => string,
): Promise<Proposal[]> {
	if (suspicions.length === 0) return [];
	const ends = new Set(suspicions.flatMap(({ left, right }) => [left.key, right.key]));
	const asked = (await candidatesOf(reader, [...ends])).filter(({ state }) => state === 'open');
	const others = new Set(asked.flatMap(({ left, right }) => [left, right]));
	const homes = await entitiesOfMentions(reader, [...others]);
	const known = new Map<string, Map<string, number>>();
	for (const { left, right, probability } of asked)
		for (const [mention, other] of [
			[left, right],
			[right, left],
		] as const) {
			const of = known.get(mention) ?? new Map<string, number>();
			of.set(homes.get(other) ?? other, probability / Math.max(1e-9, 1 - probability));
			known.set(mention, of);
		}
	return withoutRivalled(
		suspicions,
		known satisfies Rivals,
		entityOf,
		({ left, right }, probability) =>
			probability >= LEAST_ASKED && matcher.conclude(kindOf(left, right), probability) !== 'none',
	);
}

/**
 * The one way in which resolution holds mentions against each other: persons and organisations by the linkage models in use,
 * things by their numbers. Pure: the models come in.
 */
import type { EntityKind } from '../../../contract/views-resolution.ts';
import { kindOfPair, matchPeople, type PeopleKind, type PeopleModels } from './people.ts';
import type { PreparedMention } from './prepare.ts';
import { type Match, matchThings } from './things.ts';

export type { Match } from './things.ts';

/** What is concluded of a pair. */
export type Conclusion = 'same' | 'candidate' | 'none';

export type Matcher = {
	/** Version of the models, from 1 on. */
	readonly version: number;
	/**
	 * @param capped hashes of values that link nobody.
	 * @returns for each pair how likely both are one; undefined where they cannot be or say nothing about it.
	 */
	matchAll(
		pairs: readonly (readonly [PreparedMention, PreparedMention])[],
		capped: ReadonlySet<number>,
	): (Match | undefined)[];
	conclude(kind: EntityKind, probability: number): Conclusion;
};

/** Probabilities from which on things are the same, and from which on they are candidates. */
const THINGS_SAME = 0.9;
const THINGS_CANDIDATE = 0.5;

const isPeople = (kind: EntityKind): kind is PeopleKind => kind === 'person' || kind === 'organisation';

export function createMatcher(version: number, models: PeopleModels): Matcher {
	return {
		version,
		matchAll: (pairs, capped) => {
			const matches: (Match | undefined)[] = new Array(pairs.length).fill(undefined);
			const people: { [kind in PeopleKind]: number[] } = { person: [], organisation: [] };
			for (const [at, pair] of pairs.entries()) {
				const [a, b] = pair;
				if ((a.claim.mask & b.claim.mask) === 0) continue;
				if (isPeople(a.claim.kind)) people[kindOfPair(pair)].push(at);
				else matches[at] = matchThings(a, b);
			}
			for (const kind of ['person', 'organisation'] as const) {
				const of = people[kind].flatMap((at) => pairs.slice(at, at + 1));
				if (of.length === 0) continue;
				for (const [index, match] of matchPeople(kind, models[kind], of, capped).entries())
					matches[people[kind][index] ?? 0] = match;
			}
			return matches;
		},
		conclude: (kind, probability) => {
			const { threshold, candidateThreshold } = isPeople(kind)
				? models[kind]
				: { threshold: THINGS_SAME, candidateThreshold: THINGS_CANDIDATE };
			return probability >= threshold ? 'same' : probability >= candidateThreshold ? 'candidate' : 'none';
		},
	};
}

/**
 * The one way in which resolution holds mentions against each other: persons and organisations by the linkage models in use,
 * things by their numbers. Pure: the models come in.
 */
import type { EntityKind } from '../../../contract/views-resolution.ts';
import { matchPeople } from './people.ts';
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
	conclude(kind: EntityKind, match: Match): Conclusion;
};

/** Probabilities from which on things are the same, and from which on they are candidates. */
const THINGS_SAME = 0.9;
const THINGS_CANDIDATE = 0.5;
const SAME = 0.9;
const CANDIDATE = 0.5;

export const isPersonal = (kind: EntityKind): boolean => kind === 'person' || kind === 'organisation';

export function createMatcher(version: number): Matcher {
	return {
		version,
		matchAll: (pairs, capped) =>
			pairs.map(([a, b]) => {
				if ((a.claim.mask & b.claim.mask) === 0) return undefined;
				return isPersonal(a.claim.kind) ? matchPeople(a, b, capped) : matchThings(a, b);
			}),
		conclude: (kind, { probability }) => {
			const [same, candidate] = isPersonal(kind) ? [SAME, CANDIDATE] : [THINGS_SAME, THINGS_CANDIDATE];
			return probability >= same ? 'same' : probability >= candidate ? 'candidate' : 'none';
		},
	};
}

/**
 * Learns what each level of agreement is worth, without labels. In: compared pairs. Out: shares of levels (m, u) and the prior.
 * u comes from random pairs, m and the prior from expectation–maximisation over the candidates (Dempster, Laird and Rubin 1977).
 * Deterministic: the random pairs come from a fixed sequence.
 */
import { MISSING } from './compare.ts';

/** Levels of many pairs: `width` to a pair. */
export type Compared = {
	readonly pairs: number;
	readonly width: number;
	readonly levels: Uint8Array;
	/** Share of records that have the value on which a pair agrees, as log2; 0 where it has none. */
	readonly rarity: Float32Array;
};

export type Shares = {
	/** By comparison, by level. */
	readonly match: readonly Float64Array[];
	readonly other: readonly Float64Array[];
	/** Probability that two records drawn at random are one. */
	readonly prior: number;
};

export type EstimateInput = {
	readonly candidates: Compared;
	readonly random: Compared;
	/** Levels of each comparison. */
	readonly levels: readonly number[];
	/** Which of them are weighed by how rare the value is. */
	readonly byFrequency: readonly (readonly boolean[])[];
	/** All pairs that the records could make. */
	readonly possiblePairs: number;
	/** What to expect of m before anything was seen, and how many pairs' worth of it. */
	readonly expected: readonly (readonly number[])[];
	readonly rounds: number;
};

/** Shares of levels among random pairs: what two different entities have in common by chance. */
export function otherShares({ random, levels }: Pick<EstimateInput, 'random' | 'levels'>): Float64Array[] {
	return levels.map((count, at) => {
		const seen = new Float64Array(count).fill(0.5);
		for (let pair = 0; pair < random.pairs; pair++) {
			const level = random.levels[pair * random.width + at]!;
			if (level !== MISSING) seen[level]!++;
		}
		return normalised(seen);
	});
}

export function normalised(counts: Float64Array): Float64Array {
	const sum = counts.reduce((a, b) => a + b, 0);
	return counts.map((count) => count / sum);
}

/** m, u and the prior. */
export function estimateShares(input: EstimateInput): Shares {
	const { candidates, levels, expected, possiblePairs } = input;
	const other = otherShares(input);
	let match = expected.map((shares) => normalised(Float64Array.from(shares)));
	let prior = Math.min(0.5, (0.3 * candidates.pairs) / possiblePairs);
	const probability = new Float64Array(candidates.pairs);
	for (let round = 0; round < input.rounds; round++) {
		weigh({ match, other, prior }, input, probability);
		const counts = levels.map((count, at) => {
			const shares = expected[at]!;
			return Float64Array.from({ length: count }, (_, level) => shares[level]! * 10);
		});
		let sum = 0;
		for (let pair = 0; pair < candidates.pairs; pair++) {
			const p = probability[pair]!;
			sum += p;
			if (p < 1e-6) continue;
			const base = pair * candidates.width;
			for (let at = 0; at < levels.length; at++) {
				const level = candidates.levels[base + at]!;
				if (level !== MISSING) counts[at]![level]! += p;
			}
		}
		match = counts.map(normalised);
		const next = Math.min(0.5, Math.max(sum, 1) / possiblePairs);
		const settled = Math.abs(Math.log(next / prior)) < 1e-4;
		prior = next;
		if (settled && round > 5) break;
	}
	return { match, other, prior };
}

/** Probability of each pair under these shares. */
export function weigh(
	shares: Shares,
	input: Pick<EstimateInput, 'candidates' | 'levels' | 'byFrequency'>,
	into: Float64Array,
): void {
	const { candidates, levels, byFrequency } = input;
	const start = Math.log2(shares.prior / (1 - shares.prior));
	const weights = levels.map((count, at) =>
		Float64Array.from(
			{ length: count },
			(_, level) =>
				Math.log2(shares.match[at]![level]!) -
				(byFrequency[at]![level] ? 0 : Math.log2(shares.other[at]![level]!)),
		),
	);
	for (let pair = 0; pair < candidates.pairs; pair++) {
		let weight = start;
		const base = pair * candidates.width;
		for (let at = 0; at < levels.length; at++) {
			const level = candidates.levels[base + at]!;
			if (level === MISSING) continue;
			weight += weights[at]![level]!;
			if (byFrequency[at]![level]) weight -= candidates.rarity[base + at]!;
		}
		into[pair] = 1 / (1 + 2 ** -weight);
	}
}

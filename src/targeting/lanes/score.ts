/**
 * Rules and model in, one score out. Pure.
 * Each rule that fired and the model are taken for causes that an inspection could find independently of each other
 * ("noisy or", Pearl 1988, section 4.3.2): the score is one less the probability that none of them is right.
 */
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import type { Firing } from '../model.ts';

export type Score = {
	/** 0 to 1, by rules and model together. */
	readonly score: number;
	/** The same by rules alone. */
	readonly byRules: number;
	/** Of the model alone; null where there is none. */
	readonly probability: number | null;
	/** In units of the node's own currency; null where no model says. */
	readonly expectedRevenue: number | null;
};

/** Weight of each rule that fired, the largest where it fired more than once: ten lines with one fault are one fault. */
export function weightsOf(firings: readonly Firing[]): ReadonlyMap<string, number> {
	const weights = new Map<string, number>();
	for (const { rule, weight } of firings)
		if (weight !== null && weight > (weights.get(rule) ?? 0)) weights.set(rule, weight);
	return weights;
}

export function scoreOf(
	firings: readonly Firing[],
	probability: number | null,
	expectedRevenue: number | null,
): Score {
	let none = 1;
	if (firings.length > 0) for (const weight of weightsOf(firings).values()) none *= 1 - weight;
	return {
		score: 1 - (1 - (probability ?? 0)) * none,
		byRules: 1 - none,
		probability,
		expectedRevenue,
	};
}

/**
 * Where places are few, who comes first: the larger number. A float of 32 bits, as places are remembered.
 * @param usualRevenue what a certain finding brings, for records of which no model says.
 */
export function rankOf(
	{ score, expectedRevenue }: Score,
	rankBy: LaneSettings['rankBy'],
	usualRevenue: number,
): number {
	if (rankBy === 'probability') return Math.fround(score);
	const revenue = Math.max(0, expectedRevenue ?? score * usualRevenue);
	return Math.fround(rankBy === 'revenue' ? revenue : score * revenue);
}

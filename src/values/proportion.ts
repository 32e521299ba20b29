/**
 * Shares of a count: intervals, ratios and tests, all at 95 % unless the name says otherwise. Pure.
 * Intervals: Wilson (1927). Ratios: Katz and others (1978), with the half counts of Walter (1975) where one is zero.
 */

/** Two-sided 95 % quantile of the normal distribution. */
const Z_95 = 1.959963984540054;

export type Proportion = {
	readonly count: number;
	readonly of: number;
	/** Null where nothing was counted. */
	readonly rate: number | null;
	readonly low: number;
	readonly high: number;
};

/**
 * A share with its interval; 0 to 1 where nothing was counted.
 * @param count of those that are counted; @param of all. Wilson's score interval, without continuity correction.
 */
export function wilson(count: number, of: number): Proportion {
	if (!(of > 0)) return { count, of, rate: null, low: 0, high: 1 };
	const rate = Math.min(1, Math.max(0, count / of));
	const square = Z_95 * Z_95;
	const denominator = 1 + square / of;
	const centre = (rate + square / (2 * of)) / denominator;
	const half = (Z_95 / denominator) * Math.sqrt((rate * (1 - rate)) / of + square / (4 * of * of));
	return {
		count,
		of,
		rate,
		low: count <= 0 ? 0 : Math.max(0, centre - half),
		high: count >= of ? 1 : Math.min(1, centre + half),
	};
}

export type Ratio = { readonly ratio: number; readonly low: number; readonly high: number };

/**
 * How many times as large the first share is as the second, with its interval on the logarithmic scale.
 * @returns null where either has nothing to count or the second share is zero.
 */
export function ratioOfShares(count: number, of: number, otherCount: number, otherOf: number): Ratio | null {
	if (!(of > 0) || !(otherOf > 0) || !(otherCount > 0)) return null;
	const ratio = count / of / (otherCount / otherOf);
	const half = count > 0 ? 0 : 0.5;
	const variance = 1 / (count + half) - 1 / (of + half) + 1 / (otherCount + half) - 1 / (otherOf + half);
	const spread = Z_95 * Math.sqrt(Math.max(0, variance));
	const middle = half === 0 ? ratio : (count + half) / (of + half) / ((otherCount + half) / (otherOf + half));
	return { ratio, low: count > 0 ? middle * Math.exp(-spread) : 0, high: middle * Math.exp(spread) };
}

export type Comparison = {
	/** First share less the second. */
	readonly difference: number;
	/** Standard score of the difference, variance pooled. */
	readonly z: number;
	/** Probability of a difference at least as large, either way, where both shares are the same. */
	readonly p: number;
};

/** Test of two shares, two-sided, by the normal approximation; null where either has nothing to count. */
export function compareShares(
	count: number,
	of: number,
	otherCount: number,
	otherOf: number,
): Comparison | null {
	if (!(of > 0) || !(otherOf > 0)) return null;
	const difference = count / of - otherCount / otherOf;
	const pooled = (count + otherCount) / (of + otherOf);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / otherOf));
	if (error === 0) return { difference, z: 0, p: 1 };
	const z = difference / error;
	return { difference, z, p: twoSidedTail(z) };
}

/**
 * Probability that a standard normal variable lies at least |z| from zero. Complementary error function by a rational
 * Chebyshev fit (Press and others, Numerical Recipes, 1992, section 6.2): relative error below 1.2e-7.
 */
export function twoSidedTail(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.5 * x);
	let fit = 0;
	for (const coefficient of CHEBYSHEV) fit = fit * t + coefficient;
	return Math.min(1, t * Math.exp(-x * x + fit));
}

/** Highest power first. */
const CHEBYSHEV = [
	0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
	1.00002368, -1.26551223,
];

/**
 * Mean of the Beta distribution after counting, with a prior that is worth so many counts.
 * @param prior share that was thought before; @param worth counts that this is worth.
 */
export const posteriorShare = (count: number, of: number, prior: number, worth: number): number =>
	(count + prior * worth) / (of + worth);

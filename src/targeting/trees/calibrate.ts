/**
 * Margins to probabilities that hold: isotonic regression by pooling adjacent violators (Ayer et al., 1955), on rows that
 * training did not see. Invariant: a higher margin never gets a lower probability; order is kept up to ties.
 */

/** Margins ascending with the probability of each; between two of them the probability is interpolated. */
export type Calibration = { readonly margins: readonly number[]; readonly probabilities: readonly number[] };

/** Rows of a pool at least: a pool of few would claim more than they show. */
const LEAST_POOL = 20;

/**
 * @param margin of rows that the model was not trained on.
 * @param target 0 or 1.
 */
export function fitCalibration(margin: Float64Array, target: Float64Array): Calibration {
	const order = Int32Array.from(margin.keys()).sort((a, b) => margin[a]! - margin[b]! || a - b);
	const pools: Pool[] = [];
	// Rows are first gathered into small pools, then pools merge while they do not ascend. Equal margins stay together.
	for (let from = 0; from < order.length; ) {
		let to = from + 2 * LEAST_POOL > order.length ? order.length : from + LEAST_POOL;
		while (to < order.length && margin[order[to]!] === margin[order[to - 1]!]) to++;
		let pool: Pool = { rows: 0, found: 0, margins: 0 };
		for (let at = from; at < to; at++) {
			pool.rows++;
			pool.found += target[order[at]!]!;
			pool.margins += margin[order[at]!]!;
		}
		while (pools.length > 0 && chanceOf(pools.at(-1)!) >= chanceOf(pool)) {
			const below = pools.pop()!;
			pool = {
				rows: pool.rows + below.rows,
				found: pool.found + below.found,
				margins: pool.margins + below.margins,
			};
		}
		pools.push(pool);
		from = to;
	}
	return {
		margins: pools.map(({ margins, rows }) => margins / rows),
		probabilities: pools.map(chanceOf),
	};
}

type Pool = { rows: number; found: number; margins: number };

/** Half a row of each outcome keeps a pool from claiming certainty (Krichevsky and Trofimov, 1981). */
const chanceOf = ({ found, rows }: Pool): number => (found + 0.5) / (rows + 1);

/** @returns the probability of a margin; without calibration rows, the logistic function of it. */
export function calibrated({ margins, probabilities }: Calibration, margin: number): number {
	const last = margins.length - 1;
	if (last < 0) return 1 / (1 + Math.exp(-margin));
	if (margin <= margins[0]!) return probabilities[0]!;
	if (margin >= margins[last]!) return probabilities[last]!;
	let low = 0;
	let high = last;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (margins[middle]! <= margin) low = middle;
		else high = middle;
	}
	const share = (margin - margins[low]!) / (margins[high]! - margins[low]!);
	return probabilities[low]! + share * (probabilities[high]! - probabilities[low]!);
}

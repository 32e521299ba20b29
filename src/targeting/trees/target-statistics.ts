/**
 * Ordered target statistics: a category as the mean target of earlier rows with it, drawn towards the mean of all earlier
 * rows (Prokhorenkova et al., CatBoost, 2018). In time or in drawn order, no row sees its own target or a later one.
 */
import { shareOf } from './draw.ts';

/** A drawn order of rows, for tables that have no time. */
export function drawOrder(seed: number, rows: number): Int32Array {
	const share = Float64Array.from({ length: rows }, (_, row) => shareOf(seed, 0, row));
	return Int32Array.from(share.keys()).sort((a, b) => share[a]! - share[b]! || a - b);
}

/**
 * @param codes by row; below zero is missing.
 * @param order rows from first to last; rows are statistics of those before them in it.
 * @param priorRows how many rows the mean of all weighs.
 * @returns by row; NaN where the code is missing.
 */
export function orderedTargetStatistics(
	codes: Int32Array,
	target: Float64Array,
	order: Int32Array,
	priorRows: number,
): Float64Array {
	const counts = new Map<number, { rows: number; sum: number }>();
	const result = new Float64Array(codes.length);
	let sum = 0;
	let rows = 0;
	for (const row of order) {
		const code = codes[row]!;
		const before = counts.get(code);
		const mean = rows === 0 ? 0 : sum / rows;
		result[row] =
			code < 0
				? Number.NaN
				: ((before?.sum ?? 0) + priorRows * mean) / Math.max(1e-12, (before?.rows ?? 0) + priorRows);
		sum += target[row]!;
		rows++;
		if (before === undefined) counts.set(code, { rows: 1, sum: target[row]! });
		else {
			before.rows++;
			before.sum += target[row]!;
		}
	}
	return result;
}

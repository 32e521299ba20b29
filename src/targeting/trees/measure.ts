/**
 * Figures of a ranking against what was found: precision and recall when a share of the rows is inspected, area under the
 * ROC curve, calibration error. Pure; ties are counted as if in random order, so that a constant score gets no luck.
 */

export type AtShare = { readonly [percent: string]: number };

/** Shares of rows inspected, in per cent. */
export const INSPECTED_PERCENT = [1, 2, 5, 10] as const;

/** Rows by falling score. */
function ranked(score: Float64Array): Int32Array {
	return Int32Array.from(score.keys()).sort((a, b) => score[b]! - score[a]! || a - b);
}

/**
 * What the highest `count` rows hold of `worth`; rows that tie at the border count by their share.
 * @param order rows by falling score.
 */
function heldByTop(order: Int32Array, score: Float64Array, worth: Float64Array, count: number): number {
	let held = 0;
	let at = 0;
	while (at < count) {
		let end = at;
		let tied = 0;
		while (end < order.length && score[order[end]!] === score[order[at]!]) tied += worth[order[end++]!]!;
		held += end <= count ? tied : (tied * (count - at)) / (end - at);
		at = end;
	}
	return held;
}

/**
 * @param worth 1 for an offence, 0 for none; or revenue, for recall by revenue.
 * @returns of each share: what the inspected rows hold for each of them, and of all there is.
 */
export function measureTop(
	score: Float64Array,
	worth: Float64Array,
	percents: readonly number[] = INSPECTED_PERCENT,
): { precisionAt: AtShare; recallAt: AtShare } {
	const order = ranked(score);
	const all = worth.reduce((sum, value) => sum + value, 0);
	const precisionAt: Record<string, number> = {};
	const recallAt: Record<string, number> = {};
	for (const percent of percents) {
		const count = Math.max(1, Math.round((score.length * percent) / 100));
		const held = heldByTop(order, score, worth, Math.min(count, score.length));
		precisionAt[String(percent)] = held / count;
		recallAt[String(percent)] = all === 0 ? 0 : held / all;
	}
	return { precisionAt, recallAt };
}

/** Area under the ROC curve (Mann and Whitney); 0.5 where one of the classes is missing. */
export function areaUnderCurve(score: Float64Array, target: Float64Array): number {
	const order = ranked(score).reverse();
	let positives = 0;
	let rankSum = 0;
	let at = 0;
	while (at < order.length) {
		let end = at;
		let tied = 0;
		while (end < order.length && score[order[end]!] === score[order[at]!])
			tied += target[order[end++]!]! > 0 ? 1 : 0;
		rankSum += tied * ((at + 1 + end) / 2);
		positives += tied;
		at = end;
	}
	const negatives = score.length - positives;
	if (positives === 0 || negatives === 0) return 0.5;
	return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Expected calibration error: distance between probability and share found, over bins of equal numbers of rows. */
export function calibrationError(probability: Float64Array, target: Float64Array, bins = 20): number {
	const order = ranked(probability);
	let error = 0;
	for (let bin = 0; bin < bins; bin++) {
		const from = Math.floor((order.length * bin) / bins);
		const to = Math.floor((order.length * (bin + 1)) / bins);
		let off = 0;
		for (let at = from; at < to; at++) off += probability[order[at]!]! - target[order[at]!]!;
		error += Math.abs(off);
	}
	return order.length === 0 ? 0 : error / order.length;
}

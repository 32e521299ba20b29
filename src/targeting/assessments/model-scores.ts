/**
 * Features of a batch in, what models say of each record out: one call of each model for all lines of goods. A record is as
 * risky as its riskiest line; what may be recovered of its lines adds up.
 */
import type { LiveModel } from '../models/live-models.ts';
import type { FeatureValues } from '../profile/model.ts';

export type ModelScore = {
	/** Null where there is no model, or nothing that it reads. */
	readonly probability: number | null;
	readonly expectedRevenue: number | null;
	/** Number of the line with the highest probability. */
	readonly line: number;
	readonly challenger: number | null;
};

const NONE: ModelScore = { probability: null, expectedRevenue: null, line: 0, challenger: null };

/** @param records rows of features, for each record. */
export function askModels(
	records: readonly (readonly FeatureValues[])[],
	champion: LiveModel | undefined,
	challenger: LiveModel | undefined,
	onFailure: (message: string, cause: unknown) => void,
): ModelScore[] {
	const rows = records.flat();
	const attempt = <T>(work: () => T): T | undefined => {
		if (rows.length === 0) return undefined;
		try {
			return work();
		} catch (cause) {
			onFailure('a model could not score a batch; rules and chance decide', cause);
			return undefined;
		}
	};
	const probabilities = attempt(() => champion?.probabilities(rows));
	const revenues = attempt(() => champion?.revenues(rows) ?? undefined);
	const challenged = attempt(() => challenger?.probabilities(rows));
	let from = 0;
	return records.map((own): ModelScore => {
		const until = from + own.length;
		const best = highest(probabilities, from, until);
		const rival = highest(challenged, from, until);
		let revenue: number | null = revenues === undefined || own.length === 0 ? null : 0;
		if (revenues !== undefined && revenue !== null)
			for (let at = from; at < until; at++) revenue += revenues[at] ?? 0;
		const score =
			best === undefined && rival === undefined
				? NONE
				: {
						probability: best?.value ?? null,
						expectedRevenue: best === undefined ? null : revenue,
						line: (best?.at ?? from) - from,
						challenger: rival?.value ?? null,
					};
		from = until;
		return score;
	});
}

function highest(
	values: Float64Array | undefined,
	from: number,
	until: number,
): { value: number; at: number } | undefined {
	let best: { value: number; at: number } | undefined;
	for (let at = from; values !== undefined && at < until; at++) {
		const value = values[at];
		if (value !== undefined && Number.isFinite(value) && (best === undefined || value > best.value))
			best = { value, at };
	}
	return best === undefined ? undefined : { value: Math.min(1, Math.max(0, best.value)), at: best.at };
}

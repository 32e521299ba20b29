/**
 * The models that score on the line. Reasons are by path here, exact where one record is opened.
 */
import type { ModelReason } from '../../../contract/views-targeting.ts';
import type { FeatureValues } from '../profile/model.ts';

export type LiveModel = {
	readonly version: number;
	/** Calibrated probability of each row. */
	probabilities(rows: readonly FeatureValues[]): Float64Array;
	/**
	 * Expected to be recovered for each row, in the node's currency, offence or not; rows of a declaration add up.
	 * Null where the model has no second head.
	 */
	revenues(rows: readonly FeatureValues[]): Float64Array | null;
	/** Most important first, at most `most`. */
	reasons(
		row: FeatureValues,
		method: 'exact' | 'path',
		most: number,
	): { readonly base: number; readonly reasons: readonly ModelReason[] };
};

export type LiveModels = {
	readonly champion: LiveModel | undefined;
	readonly challenger: LiveModel | undefined;
};

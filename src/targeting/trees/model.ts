/**
 * Types of gradient-boosted trees: what training reads, what it gives. In and out are plain data.
 * Invariant: bin 0 of every feature is "missing, or not seen in training"; bins of numbers ascend.
 * After Friedman (2001), Ke et al. (LightGBM, 2017), Prokhorenkova et al. (CatBoost, 2018).
 */

/** Numbers, one for each row; NaN is missing. */
export type NumericColumn = {
	readonly kind: 'numeric';
	readonly name: string;
	readonly values: Float64Array;
};

/** Codes into `categories`, one for each row; -1 is missing. */
export type CategoryColumn = {
	readonly kind: 'category';
	readonly name: string;
	readonly codes: Int32Array;
	readonly categories: readonly string[];
};

export type Column = NumericColumn | CategoryColumn;

export type Table = { readonly rows: number; readonly columns: readonly Column[] };

/** How a column became bins: all that scoring needs to know of it. */
export type FeatureBins =
	/** Bin b (from 1) holds values up to and including `upperBounds[b - 1]`; the last bin holds what is above all. */
	| { readonly kind: 'numeric'; readonly name: string; readonly upperBounds: readonly number[] }
	/** Bin b (from 1) is `categories[b - 1]`. */
	| { readonly kind: 'category'; readonly name: string; readonly categories: readonly string[] };

/** The most bins a feature may have, the one for missing included, so that a bin is a byte. */
export const MOST_BINS = 255;

/** Limits that scoring and reading rely on; training keeps to them. */
export const MOST_FEATURES = 2_000;
export const MOST_LEAVES = 4_096;
export const MOST_DEPTH = 128;
/** Splits by category, of all trees together. */
export const MOST_SETS = 1_048_576;

/** Rows as bins: `bins[feature * rows + row]`. */
export type BinnedTable = {
	readonly rows: number;
	readonly features: readonly FeatureBins[];
	readonly bins: Uint8Array;
};

/**
 * One tree as arrays. Node 0 is the root; a child below zero is the leaf `~child`. A tree of one leaf has no nodes.
 * `splitBin` is the highest bin that goes left; for a category it is -1 and `leftBins` lists those that go left.
 */
export type Tree = {
	readonly feature: readonly number[];
	readonly splitBin: readonly number[];
	/** For numbers: whether missing goes left. For categories bin 0 is in `leftBins` or is not. */
	readonly missingLeft: readonly boolean[];
	/** By node; empty for numbers. */
	readonly leftBins: readonly (readonly number[])[];
	readonly left: readonly number[];
	readonly right: readonly number[];
	/** What the split took from the loss. */
	readonly gain: readonly number[];
	/** Training rows that came to each node. */
	readonly nodeRows: readonly number[];
	readonly leafRows: readonly number[];
	/** What each leaf adds to the margin, learning rate included. */
	readonly leafValue: readonly number[];
};

/** `logistic`: target 0 or 1, the margin is log odds. `squared`: any target. `tweedie`: target of 0 and more, log link. */
export type Loss = 'logistic' | 'squared' | 'tweedie';

/** Trees that add up: margin = base + the value of one leaf of each tree. */
export type Ensemble = {
	readonly loss: Loss;
	readonly base: number;
	readonly features: readonly FeatureBins[];
	readonly trees: readonly Tree[];
};

export type TrainOptions = {
	readonly loss: Loss;
	readonly trees: number;
	readonly leaves: number;
	readonly learningRate: number;
	/** Bins of a feature, 2 to 255. */
	readonly bins: number;
	/** Rows that a leaf should hold, estimated from its hessian as LightGBM does. */
	readonly minRows: number;
	readonly minHessian: number;
	readonly l1: number;
	readonly l2: number;
	/** Splits from root to leaf. */
	readonly maxDepth: number;
	/** A split must take at least this from the loss. */
	readonly minGain: number;
	/** Added to the hessian of a category before categories are put in order. */
	readonly categorySmoothing: number;
	/** L2 on top of `l2` for splits by category. */
	readonly categoryL2: number;
	/** Categories on the smaller side of a split, at most. */
	readonly mostCategories: number;
	/** Share of the rows that each tree sees. */
	readonly rowShare: number;
	/** Share of the features that each tree sees. */
	readonly featureShare: number;
	/** Weight of rows whose target is 1, for the logistic loss. */
	readonly positiveWeight: number;
	/** Variance power of the Tweedie loss, above 1 and below 2. */
	readonly tweediePower: number;
	/** Stop when the loss on the later slice has not fallen for so many trees; 0: never stop. */
	readonly patience: number;
	readonly seed: number;
};

/** What suits some ten thousand to some million rows. */
export const USUAL_OPTIONS: TrainOptions = {
	loss: 'logistic',
	trees: 800,
	leaves: 255,
	learningRate: 0.05,
	bins: 128,
	minRows: 20,
	minHessian: 1e-3,
	l1: 0,
	l2: 1,
	maxDepth: 16,
	minGain: 0,
	categorySmoothing: 10,
	categoryL2: 10,
	mostCategories: 32,
	rowShare: 1,
	featureShare: 0.5,
	positiveWeight: 1,
	tweediePower: 1.5,
	patience: 0,
	seed: 1,
};

/**
 * The usual size of a quantity under a key, from what came before: mean and spread of its logarithm (Welford, 1962), drawn
 * towards a wider group while there is little.
 */

type Moments = { count: number; mean: number; squares: number };

export type Spread = {
	/** Deviation of the logarithm from what is usual, in natural units and in standard deviations; null where nothing is usual. */
	against(key: string, wider: string, logarithm: number): { deviation: number; standard: number } | null;
	add(key: string, wider: string, logarithm: number): void;
};

/** Observations that the wider group weighs. */
const WIDER_WEIGHT = 3;
/** Smaller spreads than this are taken as this: 5 %. */
const LEAST_DEVIATION = 0.05;

export function openSpread(): Spread {
	const all = new Map<string, Moments>();
	const put = (key: string, value: number): void => {
		let moments = all.get(key);
		if (moments === undefined) {
			moments = { count: 0, mean: 0, squares: 0 };
			all.set(key, moments);
		}
		moments.count++;
		const off = value - moments.mean;
		moments.mean += off / moments.count;
		moments.squares += off * (value - moments.mean);
	};
	return {
		against(key, wider, logarithm) {
			const narrow = all.get(key);
			const wide = all.get(wider);
			if (wide === undefined) return null;
			const count = narrow?.count ?? 0;
			const mean = ((narrow?.mean ?? 0) * count + wide.mean * WIDER_WEIGHT) / (count + WIDER_WEIGHT);
			const wideVariance = wide.squares / wide.count;
			const variance = ((narrow?.squares ?? 0) + wideVariance * WIDER_WEIGHT) / (count + WIDER_WEIGHT);
			const deviation = logarithm - mean;
			return { deviation, standard: deviation / Math.max(LEAST_DEVIATION, Math.sqrt(variance)) };
		},
		add(key, wider, logarithm) {
			put(key, logarithm);
			if (wider !== key) put(wider, logarithm);
		},
	};
}

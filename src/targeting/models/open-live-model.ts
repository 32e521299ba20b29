/**
 * A stored model to one that scores. Features are joined by name, so that a model goes on working when the program learns
 * new ones; one that wants a feature that the program no longer has is refused.
 */
import type { ModelReason } from '../../../contract/views-targeting.ts';
import type { FeatureValues } from '../profile/model.ts';
import { FEATURES } from '../profile/profile.ts';
import { calibrated } from '../trees/calibrate.ts';
import { openExplainer } from '../trees/explain.ts';
import { answerOf } from '../trees/losses.ts';
import type { FeatureBins } from '../trees/model.ts';
import { openRowBinner, openScorer } from '../trees/score.ts';
import { type DriftCounter, openDriftCounter } from './drift.ts';
import type { LiveModel } from './live-models.ts';
import { featureInWords, rowInWords } from './sentences.ts';
import type { StoredModel } from './stored-model.ts';

/** A live model, and what it counts of what it scores. */
export type CountingModel = LiveModel & { readonly counter: DriftCounter };

/** The logarithm that a Tweedie head may claim at most: amounts above e^40 are no amounts. */
const MOST_LOGARITHM = 40;

export type OpenedModel =
	| { readonly ok: true; readonly model: CountingModel }
	/** Half a sentence that can follow "The model was refused:". */
	| { readonly ok: false; readonly reason: string };

export function openLiveModel(version: number, stored: StoredModel): OpenedModel {
	const { probability, revenue, priorRate, reference } = stored;
	const { ensemble, calibration } = probability;
	const arrange = arrangeFor(ensemble.features);
	const arrangeRevenue = revenue === null ? undefined : arrangeFor(revenue.ensemble.features);
	if (typeof arrange === 'string') return { ok: false, reason: arrange };
	if (typeof arrangeRevenue === 'string') return { ok: false, reason: arrangeRevenue };
	const scorer = openScorer(ensemble);
	const revenueScorer = revenue === null ? undefined : openScorer(revenue.ensemble);
	const counter = openDriftCounter(ensemble.features, reference, arrange);
	// Explaining keeps something for each node, and is asked for seldom.
	let explainer: ReturnType<typeof openExplainer> | undefined;
	const binRow = openRowBinner(ensemble.features);
	const bins = new Uint8Array(ensemble.features.length);

	return {
		ok: true,
		model: {
			version,
			counter,
			probabilities(rows) {
				const margins = scorer.scoreRows(rows.map(arrange));
				for (let row = 0; row < margins.length; row++) margins[row] = calibrated(calibration, margins[row]!);
				counter.count(rows, margins);
				return margins;
			},
			revenues(rows) {
				if (revenueScorer === undefined || arrangeRevenue === undefined || revenue === null) return null;
				const { loss } = revenue.ensemble;
				return revenueScorer
					.scoreRows(rows.map(arrangeRevenue))
					.map((margin) => Math.max(0, answerOf(loss, Math.min(margin, MOST_LOGARITHM))));
			},
			reasons(row, method, most) {
				explainer ??= openExplainer(ensemble);
				binRow(arrange(row), bins, 0);
				const { base, contributions } = explainer[method](bins);
				const words = rowInWords(row, priorRate);
				const order = Array.from(contributions.keys())
					.filter((at) => contributions[at] !== 0)
					.sort((a, b) => Math.abs(contributions[b]!) - Math.abs(contributions[a]!) || a - b)
					.slice(0, most);
				return {
					base,
					reasons: order.map((at): ModelReason => {
						const { name } = ensemble.features[at]!;
						return { feature: name, ...featureInWords(name, words), effect: contributions[at]! };
					}),
				};
			},
		},
	};
}

/** Puts the program's features into the order of a model's; the reason where it lacks one. */
function arrangeFor(features: readonly FeatureBins[]): ((row: FeatureValues) => FeatureValues) | string {
	const places: number[] = [];
	for (const { name, kind } of features) {
		const place = FEATURES.findIndex((each) => each.name === name && each.kind === kind);
		if (place < 0) return `it asks for the feature ${name.slice(0, 80)}, which this program does not have`;
		places.push(place);
	}
	if (places.length === FEATURES.length && places.every((place, at) => place === at)) return (row) => row;
	return (row) => places.map((place) => row[place] ?? null);
}

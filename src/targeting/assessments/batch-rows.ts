/**
 * What one record's assessment is made of in; its row of the store out, and what the batch as a whole writes. Pure.
 */
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import type { Decided } from '../lanes/decide-lane.ts';
import type { Draw } from '../lanes/draw.ts';
import type { Score } from '../lanes/score.ts';
import type { AssessInput, Firing } from '../model.ts';
import type { LiveModel } from '../models/live-models.ts';
import {
	formatDetail,
	keptFeature,
	type StoredDetail,
	storedFailures,
	storedFirings,
} from '../store/assessment-detail.ts';
import type { AssessmentRow, NewResult, Result } from '../store/assessments.ts';
import type { PlacesTaken } from '../store/lane-days.ts';
import type { InspectionRow } from '../store/outcomes.ts';
import type { Tallies } from '../store/tallies.ts';
import type { Evaluated } from './evaluate-record.ts';
import type { ModelScore } from './model-scores.ts';
import type { Ranked } from './recent-offices.ts';

/** What a batch writes beside its records, and what is kept in memory when that is committed. */
export type BatchRows = {
	readonly assessments: readonly { readonly row: AssessmentRow; readonly firings: readonly Firing[] }[];
	readonly inspections: readonly InspectionRow[];
	/** Inspections that waited, with the record that has come. */
	readonly joins: readonly { readonly outcomeRecord: string; readonly recordId: string }[];
	readonly results: readonly NewResult[];
	readonly supersededOutcomes: readonly string[];
	readonly tallies: Tallies;
	readonly places: readonly PlacesTaken[];
	readonly ranked: readonly Ranked[];
	readonly settings: LaneSettings;
	/** Versions and outcomes that the memory need not know any more as half done. */
	readonly inHand: readonly string[];
};

export type Assessed = {
	readonly input: AssessInput;
	readonly own: Evaluated;
	readonly decided: Decided;
	readonly score: Score;
	readonly draw: Draw;
	readonly model: ModelScore;
	readonly champion: LiveModel | undefined;
	readonly challenger: LiveModel | undefined;
	readonly trusted: { readonly scheme: string; readonly value: string } | undefined;
	readonly settings: LaneSettings;
	readonly result: Result | null;
};

/** Reasons of the model that the queue shows. */
const MOST_REASONS = 5;

export function rowOf(assessed: Assessed): AssessmentRow {
	const { input, decided, score, model, champion, challenger, result } = assessed;
	return {
		recordId: input.id,
		kind: input.record.kind,
		office: input.office,
		lane: decided.lane,
		basis: decided.basis,
		score: score.score,
		probability: score.probability,
		expectedRevenue: score.expectedRevenue,
		modelVersion: score.probability === null ? null : (champion?.version ?? null),
		challengerVersion: model.challenger === null ? null : (challenger?.version ?? null),
		challengerProbability: model.challenger,
		random: decided.random,
		waiting: input.latest && decided.lane !== 'green' && result === null,
		result,
		detail: formatDetail(detailOf(assessed)),
	};
}

/** Only what is there: most records are green and have nothing to say. */
function detailOf({ input, own, decided, draw, model, champion, trusted, settings }: Assessed): StoredDetail {
	const { asked } = input;
	const features = model.probability === null ? undefined : own.rows[model.line];
	const spoken =
		features === undefined || champion === undefined || decided.lane === 'green'
			? undefined
			: champion.reasons(features, 'path', MOST_REASONS);
	return {
		...(asked.length === 0 ? {} : { a: asked.slice(0, 50).map(({ action, list }) => [action, list]) }),
		...(own.firings.length === 0 ? {} : { f: storedFirings(own.firings) }),
		...(own.facts.length === 0 ? {} : { x: own.facts.map(([name, place, value]) => [name, place, value]) }),
		...(own.failures.length === 0 ? {} : { e: storedFailures(own.failures) }),
		...(draw.chance < 1 ? { c: [settings.randomShare, draw.chance] as const } : {}),
		...(features === undefined
			? {}
			: {
					m: {
						p: `items[${model.line}]`,
						v: features.map(keptFeature),
						...(spoken === undefined
							? {}
							: {
									b: spoken.base,
									r: spoken.reasons.map(({ feature, sentence, effect, value }) => [
										feature,
										sentence,
										Number(effect.toPrecision(4)),
										value,
									]),
								}),
					},
				}),
		...(trusted === undefined || decided.trust === undefined
			? {}
			: { t: [trusted.scheme, trusted.value, settings.trustedShare] }),
		...(decided.capacity === null
			? {}
			: { k: [decided.capacity.lane, decided.capacity.used, decided.capacity.of] }),
		...(Object.keys(own.groups).length === 0 ? {} : { g: own.groups }),
	};
}

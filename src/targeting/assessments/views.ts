/**
 * Stored assessments in, what people read out: summaries with their reasons, and the page with all that went in. Pure.
 */
import type {
	AssessmentDetail,
	AssessmentSummary,
	ModelReason,
	RuleReason,
} from '../../../contract/views-targeting.ts';
import { momentOf } from '../../platform/identifiers.ts';
import type { FeatureValues } from '../profile/model.ts';
import { FEATURES } from '../profile/profile.ts';
import { firingsOf, type StoredDetail } from '../store/assessment-detail.ts';
import { isInspected } from '../store/assessments.ts';
import type { StoredAssessment } from '../store/queue.ts';
import { titleOfFact } from './fired-facts.ts';

const MOST_REASONS = 5;

export function summaryOf(stored: StoredAssessment): AssessmentSummary {
	return {
		record: { ...stored.record, lane: stored.lane },
		lane: stored.lane,
		basis: stored.basis,
		score: tidy(stored.score),
		probability: stored.probability === null ? null : tidy(stored.probability),
		expectedRevenue: stored.expectedRevenue,
		reasons: reasonsOf(stored),
		random: stored.random,
		errored: stored.detail.e?.length ?? 0,
		state: stored.waiting ? 'waiting' : isInspected(stored.result) ? 'inspected' : 'released',
		result: stored.result,
	};
}

/** `real` columns keep seven digits. */
const tidy = (value: number): number => Math.min(1, Math.max(0, Number(value.toPrecision(6))));

/** Most important first: what put it into its lane where that is no rule, rules by weight, what the model says. */
function reasonsOf(stored: StoredAssessment): string[] {
	const { detail, basis, laneReason } = stored;
	const rules = rulesOf(detail)
		.toSorted((a, b) => urgency(b) - urgency(a))
		.map(({ sentence }) => sentence);
	const model = modelReasonsOf(detail)
		.filter(({ effect }) => effect > 0)
		.map(({ sentence }) => sentence);
	const byLane = basis === 'rules' || basis === 'model' || basis === 'none' ? [] : [laneReason];
	const all = [...byLane, ...(basis === 'model' ? [...model, ...rules] : [...rules, ...model])];
	if (all.length === 0 && stored.lane !== 'green') all.push(laneReason);
	return [...new Set(all)].slice(0, MOST_REASONS);
}

const urgency = ({ effect, weight }: RuleReason): number =>
	effect.kind === 'lane' ? (effect.mandatory ? 3 : 2) : (weight ?? effect.weight);

export const rulesOf = (detail: StoredDetail): RuleReason[] => firingsOf(detail);

export const modelReasonsOf = ({ m }: StoredDetail): ModelReason[] =>
	(m?.r ?? []).map(([feature, sentence, effect, value]) => ({ feature, sentence, effect, value }));

/** Features that the model was given; none where the program knows other features by now. */
export function featuresOf({ m }: StoredDetail): FeatureValues | undefined {
	return m === undefined || m.v.length !== FEATURES.length ? undefined : [...m.v];
}

const NAMED_LIST = 'hit';

/** Facts by name, as text: lists with an open hit, what rules read where they fired, features of the model. */
export function factsOf(detail: StoredDetail): AssessmentDetail['facts'] {
	const features = featuresOf(detail) ?? [];
	return [
		...(detail.a ?? []).map(([action, list]) => ({
			name: NAMED_LIST,
			title: `an open hit on the list ${list}`,
			value: action,
			place: '',
		})),
		...(detail.x ?? []).map(([name, place, value]) => ({ name, title: titleOfFact(name), value, place })),
		...features.flatMap((value, index) => {
			const feature = FEATURES[index];
			return feature === undefined || value === null
				? []
				: [
						{
							name: feature.name,
							title: feature.title,
							value: typeof value === 'number' ? figure(value) : value,
							place: detail.m?.p ?? '',
						},
					];
		}),
	];
}

const figure = (value: number): string => String(Number(value.toPrecision(4)));

export const assessedAt = (recordId: string): string => new Date(momentOf(recordId)).toISOString();

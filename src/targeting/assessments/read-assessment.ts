/**
 * All that went into one assessment: the page for the officer, and for the person whom it concerns. Reasons of the model are
 * worked out exactly here; where that model cannot be opened any more, those that the line kept are shown, and named as such.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import type { Database } from '../../platform/database/port.ts';
import type { LiveModel } from '../models/live-models.ts';
import { failuresOf } from '../store/assessment-detail.ts';
import { readOutcomes } from '../store/outcomes.ts';
import { readOverridesOf, readStoredAssessment, type StoredAssessment } from '../store/queue.ts';
import { assessedAt, factsOf, featuresOf, modelReasonsOf, rulesOf, summaryOf } from './views.ts';

/** More than anybody reads; the rest adds little. */
const MOST_EXACT_REASONS = 20;

/**
 * @param modelOf the model of a version, also one that is not live any more.
 * @throws TidewaiterError not-found
 */
export async function readAssessmentOf(
	database: Database,
	record: string,
	modelOf: (version: number) => Promise<LiveModel | undefined>,
): Promise<AssessmentDetail> {
	const stored = await readStoredAssessment(database, record);
	if (stored === undefined) throw notAssessed(record);
	const { detail } = stored;
	const [overrides, outcomes, model] = await Promise.all([
		readOverridesOf(database, record),
		readOutcomes(database, record),
		modelSaid(stored, modelOf),
	]);
	const [share, draw] = detail.c ?? [0, 1];
	return {
		summary: summaryOf(stored),
		assessedAt: assessedAt(record),
		laneReason: stored.laneReason,
		rules: rulesOf(detail),
		errors: failuresOf(detail),
		model,
		facts: factsOf(detail),
		chance: { share, draw, drawn: stored.random },
		trusted: detail.t === undefined ? null : { scheme: detail.t[0], value: detail.t[1], share: detail.t[2] },
		capacity:
			detail.k === undefined
				? null
				: { office: stored.office ?? '', lane: detail.k[0], used: detail.k[1], of: detail.k[2] },
		overrides,
		outcomes,
	};
}

export const notAssessed = (record: string): TidewaiterError =>
	new TidewaiterError('not-found', `No record ${record} has been assessed.`, {
		remedy:
			'Outcomes are not assessed, and movements only where a rule points at them; other records are when they come in.',
	});

async function modelSaid(
	stored: StoredAssessment,
	modelOf: (version: number) => Promise<LiveModel | undefined>,
): Promise<AssessmentDetail['model']> {
	const { detail, modelVersion, probability, challengerVersion, challengerProbability } = stored;
	if (modelVersion === null || probability === null) return null;
	const features = featuresOf(detail);
	const model = features === undefined ? undefined : await modelOf(modelVersion);
	const exact =
		model === undefined || features === undefined
			? undefined
			: model.reasons(features, 'exact', MOST_EXACT_REASONS);
	return {
		id: `model-${modelVersion}`,
		version: modelVersion,
		probability: Math.min(1, Math.max(0, probability)),
		place: detail.m?.p ?? '',
		method: exact === undefined ? 'path' : 'exact',
		base: exact?.base ?? detail.m?.b ?? 0,
		reasons: exact === undefined ? modelReasonsOf(detail) : [...exact.reasons],
		challenger:
			challengerVersion === null || challengerProbability === null
				? null
				: {
						id: `model-${challengerVersion}`,
						version: challengerVersion,
						probability: Math.min(1, Math.max(0, challengerProbability)),
					},
	};
}

/**
 * What an officer is told before an inspection. Whoever knows that a check is random looks less closely, and then the
 * random share no longer says how much there is to be found. So the one who inspects sees what to look at, and only after
 * the outcome which of rules, findings, model and chance had chosen the record: for all of them alike, or the gap would
 * tell. Alerts and colleagues are named at once. Those who analyse, supervise or oversee see everything. Pure.
 */
import type { Role } from '../../../contract/views.ts';
import type { AssessmentDetail, AssessmentSummary, LaneBasis } from '../../../contract/views-targeting.ts';

/** May this reader be told, now, what chance did? */
export const isChanceTold = (role: Role, { state }: Pick<AssessmentSummary, 'state'>): boolean =>
	role !== 'officer' || state !== 'waiting';

/** Basis as this reader may see it; null where it is not told yet. */
export const toldBasis = (role: Role, summary: AssessmentSummary): LaneBasis | null =>
	isChanceTold(role, summary) || summary.basis === 'mandatory' || summary.basis === 'override'
		? summary.basis
		: null;

/** Stands where a reason is not told yet. */
export const UNTOLD_REASON =
	'Check it to the full extent of its lane. Which of rules, findings, model and chance chose it is shown once the outcome is recorded.';

/** The sentence that says why, as this reader may see it. */
export const toldLaneReason = (role: Role, detail: AssessmentDetail): string =>
	toldBasis(role, detail.summary) === null ? UNTOLD_REASON : detail.laneReason;

/** Reasons in a row of the queue, as this reader may see them: what to look at. */
export const toldReasons = (role: Role, summary: AssessmentSummary): readonly string[] =>
	isChanceTold(role, summary)
		? summary.reasons
		: summary.reasons.filter((reason) => !/\b(?:random|chance)\b/i.test(reason));

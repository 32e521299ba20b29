import type { AssessmentDetail } from '../../../contract/views-targeting.ts';

export type FactRow = AssessmentDetail['facts'][number];

/**
 * Without hits of which nobody is to learn: a discreet check stays discreet towards the person whom it concerns. It changed
 * nothing, so nothing is left unsaid that the lane rests on.
 */
export const tellableFacts = (facts: readonly FactRow[]): readonly FactRow[] =>
	facts.filter(({ name, value }) => name !== 'hit' || value !== 'discreet-check');

/** In the order of the assessment, places apart. */
export function factsByPlace(facts: readonly FactRow[]): ReadonlyMap<string, readonly FactRow[]> {
	const groups = new Map<string, FactRow[]>();
	for (const fact of facts) {
		const group = groups.get(fact.place);
		if (group) group.push(fact);
		else groups.set(fact.place, [fact]);
	}
	return groups;
}

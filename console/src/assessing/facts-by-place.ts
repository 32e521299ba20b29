import type { AssessmentDetail } from '../../../contract/views-targeting.ts';

export type FactRow = AssessmentDetail['facts'][number];

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

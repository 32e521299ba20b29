/**
 * What may not be told, with its category and ground. Pure. Suspicion reports and discreet alerts are withheld whatever the
 * officer says; the officer's word adds to that. What is withheld is counted, so that the answer says that there is something,
 * but for what would tell that there is an alert or a report.
 */

import type { GroundId } from '../../contract/data-protection-law.ts';
import type { AlertInstruction, ListEntry } from '../../contract/lists.ts';
import type { WithheldCategory, Withhold } from '../../contract/views-subjects.ts';

export type Withheld = {
	readonly category: WithheldCategory;
	readonly ground: GroundId;
};

/** Actions of alerts that the person would foil by knowing of them, as long as nobody has decided the hit. */
const UNTIL_DECIDED: ReadonlySet<AlertInstruction['action']> = new Set(['inquiry', 'contact']);

/** Categories that the answer does not even name: to say “withheld” would tell what there is. */
export const unnamed: ReadonlySet<WithheldCategory> = new Set(['suspicion-report', 'discreet-alert']);

/** Why this record is not told; undefined where it is. */
export function withheldRecord(
	record: { readonly id: string; readonly kind: string },
	words: readonly Withhold[],
): Withheld | undefined {
	if (record.kind === 'suspicion-report') return { category: 'suspicion-report', ground: 'tipping-off' };
	const word = words.find(({ records }) => records?.includes(record.id) === true);
	return word === undefined ? undefined : { category: word.category, ground: word.ground };
}

/** Why this hit is not told: its alert is discreet, or the officer keeps all hits back. */
export function withheldHit(
	hit: { readonly state: string; readonly instruction: string; readonly entry: string | null },
	words: readonly Withhold[],
): Withheld | undefined {
	const asked = JSON.parse(hit.instruction) as AlertInstruction;
	const own = hit.entry === null ? undefined : (JSON.parse(hit.entry) as ListEntry).instruction;
	const action = own?.action ?? asked.action;
	const isDismissed = hit.state === 'dismissed' || hit.state === 'withdrawn';
	if (!isDismissed && (action === 'discreet-check' || (hit.state === 'open' && UNTIL_DECIDED.has(action))))
		return { category: 'discreet-alert', ground: 'investigation' };
	return withheldInGeneral(words);
}

/** The officer's word that holds for all hits, assessments and judgements: one that names no records. */
export function withheldInGeneral(words: readonly Withhold[]): Withheld | undefined {
	const word = words.find(({ records }) => records === undefined);
	return word === undefined ? undefined : { category: word.category, ground: word.ground };
}

/** Counts by category and ground. */
export class WithheldCounts {
	private readonly counts = new Map<string, Withheld & { parts: number }>();

	add(withheld: Withheld): void {
		const key = `${withheld.category} ${withheld.ground}`;
		const known = this.counts.get(key);
		if (known === undefined) this.counts.set(key, { ...withheld, parts: 1 });
		else known.parts += 1;
	}

	get all(): readonly (Withheld & { readonly parts: number })[] {
		return [...this.counts.values()];
	}
}

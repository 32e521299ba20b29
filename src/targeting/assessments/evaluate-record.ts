/**
 * One record in, what rules and profiles say of it out. Nothing that goes wrong in here stops the line: what failed is said
 * beside the record, and its lane is decided by the rest.
 */

import { unitsOf } from '../facts/units.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Memory, Seen } from '../memory.ts';
import type { AssessInput, Firing, RuleFailure, Unit } from '../model.ts';
import type { FeatureValues } from '../profile/model.ts';
import type { RuleContext, RuleSet } from '../rules/engine.ts';
import type { StoredGroups } from '../store/assessment-detail.ts';
import { type FiredFact, firedFacts } from './fired-facts.ts';
import { groupsOf } from './groups.ts';

export type Evaluated = {
	readonly firings: readonly Firing[];
	readonly failures: readonly RuleFailure[];
	/** What rules that fired had read. */
	readonly facts: readonly FiredFact[];
	/** Features of each line of goods; empty for other kinds. */
	readonly rows: readonly FeatureValues[];
	readonly groups: StoredGroups;
};

const DAY_MS = 86_400_000;
/** Places that are kept for one rule; a cargo report has thousands of consignments. */
const MOST_PLACES = 10;
const MOST_FIRINGS = 200;
const MOST_FAILURES = 20;
/** Stands in the list of failures for what is not a rule. */
const ITSELF = 'assessment';

export const hitsOf = ({ asked }: Pick<AssessInput, 'asked'>): string[] =>
	asked.length === 0 ? [] : [...new Set(asked.map(({ list }) => list))];

/** A record as the memory is told of it. */
export const seenOf = (input: AssessInput, nowMs: number): Seen => ({
	record: input.record,
	version: input.version,
	atMs: nowMs,
	hits: hitsOf(input),
	...(input.asked.length === 0 ? {} : { hitPlaces: [...new Set(input.asked.map(({ place }) => place))] }),
});

/**
 * Asks rules and profiles, and then lets the memory see the record: what comes next is held against it.
 * @param wantFeatures false where no model would read them.
 */
export function evaluateRecord(
	input: AssessInput,
	memory: Memory,
	rules: RuleSet,
	wantFeatures: boolean,
	nowMs: number,
	onFailure: (message: string, cause: unknown) => void,
): Evaluated {
	const failures: RuleFailure[] = [];
	const attempt = <T>(what: string, work: () => T, otherwise: T): T => {
		try {
			return work();
		} catch (cause) {
			failures.push({ rule: ITSELF, version: 0, place: '', message: `${what} failed` });
			onFailure(`${what} failed for the record ${input.id}`, cause);
			return otherwise;
		}
	};
	const asked = attempt('asking the rules', () => askRules(input, memory, rules, nowMs), undefined);
	const rows = wantFeatures
		? attempt('reading the features', () => memory.features(input.record, nowMs), [])
		: [];
	const firings = boundFirings(asked?.firings ?? []);
	const facts =
		asked === undefined || firings.length === 0
			? []
			: attempt('keeping what rules read', () => firedFacts(rules, firings, asked.units), []);
	const groups = attempt('counting groups', () => groupsOf(input.record, firings, memory.goods), {});
	attempt('the memory', () => memory.see(seenOf(input, nowMs)), undefined);
	return {
		firings,
		facts,
		failures: [...(asked?.failures ?? []).slice(0, MOST_FAILURES), ...failures],
		rows,
		groups,
	};
}

function askRules(
	input: AssessInput,
	knowledge: Knowledge,
	rules: RuleSet,
	nowMs: number,
): (ReturnType<RuleSet['evaluate']> & { readonly units: readonly Unit[] }) | undefined {
	if (rules.rules.length === 0) return undefined;
	const context: RuleContext = {
		record: input.record,
		version: input.version,
		day: Math.floor(nowMs / DAY_MS),
		nowMs,
		office: input.office,
		findings: input.findings,
		hits: hitsOf(input),
		knowledge,
	};
	const units = unitsOf(input.record, context);
	return { ...rules.evaluate(units, context), units };
}

/** The first places of each rule, with a word on how many more there are. */
function boundFirings(firings: readonly Firing[]): readonly Firing[] {
	if (firings.length <= 1) return firings;
	const places = new Map<string, number>();
	for (const { rule } of firings) places.set(rule, (places.get(rule) ?? 0) + 1);
	const named = new Set<string>();
	const kept: Firing[] = [];
	const taken = new Map<string, number>();
	for (const firing of firings) {
		// The store keeps one firing of a rule at a place.
		const name = `${firing.rule} ${firing.place}`;
		if (named.has(name)) continue;
		named.add(name);
		const nth = (taken.get(firing.rule) ?? 0) + 1;
		taken.set(firing.rule, nth);
		if (nth > MOST_PLACES || kept.length >= MOST_FIRINGS) continue;
		const more = (places.get(firing.rule) ?? 0) - MOST_PLACES;
		kept.push(
			nth === MOST_PLACES && more > 0
				? { ...firing, sentence: `${firing.sentence} (and at ${more} more places)` }
				: firing,
		);
	}
	return kept;
}

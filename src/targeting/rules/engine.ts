/**
 * The engine of rules: text in, compiled rules; units of a record in, firings and failures out. Pure.
 * A rule that throws is a failure of that rule on that unit and nothing else.
 */
import type { Finding } from '../../../contract/findings.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Rule } from '../../../contract/rules.ts';
import type { RuleCheck, RuleLanguage } from '../../../contract/views-rules.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Firing, RuleFailure, Unit } from '../model.ts';

/** What functions of a condition see besides the unit. */
export type RuleContext = {
	readonly record: BorderRecord;
	readonly version: number;
	/** Days since 1970-01-01, UTC, of the assessment; and its instant. */
	readonly day: number;
	readonly nowMs: number;
	readonly office: string | null;
	readonly findings: readonly Finding[];
	/** Lists with an open hit on somebody of whom the record speaks. */
	readonly hits: readonly string[];
	readonly knowledge: Knowledge;
};

export type CompiledRule = {
	readonly rule: Rule;
	readonly version: number;
};

export type RuleSet = {
	readonly rules: readonly CompiledRule[];
	/** Evaluates every rule that applies on the day, at the office, to a unit's subject. */
	evaluate(
		units: readonly Unit[],
		context: RuleContext,
	): { readonly firings: readonly Firing[]; readonly failures: readonly RuleFailure[] };
	/** Mean microseconds for one unit since it was opened, by rule. */
	costs(): ReadonlyMap<string, number>;
};

/** Codes by the identifier of their list, as `listed("high-priority-items", item.hs)` asks for them. */
export type CodeLists = ReadonlyMap<string, CodeList>;

export type CodeList = {
	readonly id: string;
	readonly title: string;
	readonly source: string;
	/** A code is listed if one of these is its beginning. */
	readonly codes: readonly string[];
};

export type LanguageOptions = {
	/** Those of the program (rules/codes/) unless given. */
	readonly codeLists?: CodeLists | undefined;
};

export type RuleSetOptions = LanguageOptions & {
	/** Milliseconds of a clock that never steps back, such as `clock.monotonic`; without it nothing is timed. */
	readonly monotonicMs?: (() => number) | undefined;
};

/**
 * In open-rule-set.ts. A rule that cannot be compiled is in the set and fails on every unit that it applies to.
 * @param weightOf what a rule stands for today; the author's word where nothing is known.
 */
export type OpenRuleSet = (
	rules: readonly { readonly rule: Rule; readonly version: number }[],
	weightOf: (rule: Rule) => number | null,
	options?: RuleSetOptions,
) => RuleSet;

/** In check-rule.ts. */
export type CheckRule = (rule: Rule, options?: LanguageOptions) => RuleCheck;

/** In describe-language.ts. */
export type DescribeLanguage = (options?: LanguageOptions) => RuleLanguage;

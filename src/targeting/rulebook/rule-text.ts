/**
 * The text of a rule as it is stored, compared and kept in files: members in one order, so that the same rule is the same
 * text on every machine and a change of one member is one line of a difference.
 */
import { type Rule, type RuleFile, type RuleTest, rule as ruleSchema } from '../../../contract/rules.ts';
import { contentKey } from '../../values/content-key.ts';

/** The rule with its members in the order of the contract, names of facts and answers sorted, offices too. */
export function canonicalRule(rule: Rule): Rule {
	return {
		id: rule.id,
		title: rule.title,
		reason: rule.reason,
		legalBasis: rule.legalBasis,
		source: rule.source,
		owner: rule.owner,
		subject: rule.subject,
		when: rule.when,
		effect:
			rule.effect.kind === 'weight'
				? { kind: 'weight', weight: rule.effect.weight }
				: { kind: 'lane', lane: rule.effect.lane, mandatory: rule.effect.mandatory },
		validFrom: rule.validFrom,
		validUntil: rule.validUntil,
		offices: [...new Set(rule.offices)].sort(),
		tests: rule.tests.map(canonicalTest),
	};
}

const canonicalTest = (test: RuleTest): RuleTest => ({
	name: test.name,
	facts: sorted(test.facts),
	answers: Object.fromEntries(
		Object.entries(sorted(test.answers)).map(([call, answer]) => [
			call,
			typeof answer === 'object' && !Array.isArray(answer) ? sorted(answer) : answer,
		]),
	),
	fires: test.fires,
});

const sorted = <T>(members: Readonly<Record<string, T>>): Record<string, T> =>
	Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** One line of JSON; two rules are the same where this is. */
export const ruleText = (rule: Rule): string => JSON.stringify(canonicalRule(rule));

/** A rule as this room stored it; it was checked against the contract before. */
export const storedRule = (text: string): Rule => ruleSchema.parse(JSON.parse(text));

/** Key of the text without its days: what a rule is, for however long it applies. */
export function contentOf(rule: Rule): string {
	const { validFrom: _from, validUntil: _until, ...rest } = canonicalRule(rule);
	return contentKey(JSON.stringify(rest));
}

/** Key of what the result of a backtest depends on: the condition, what it looks at, and where it applies. */
export function triedOf(rule: Rule): string {
	const { subject, when, offices } = canonicalRule(rule);
	return contentKey(JSON.stringify([subject, when.trim(), offices]));
}

/** A file of rules, by identifier. */
export const ruleFileOf = (rules: readonly Rule[]): RuleFile => ({
	format: 'tidewaiter-rules',
	version: 1,
	rules: rules.map(canonicalRule).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
});

/** The file as text: indented by tabs, a line feed at its end. */
export const formatRuleFile = (file: RuleFile): string =>
	`${JSON.stringify(ruleFileOf(file.rules), null, '\t')}\n`;

/**
 * The engine of rules and the memory that this room works with.
 */
import type { Memory } from '../memory.ts';
import type { CheckRule, DescribeLanguage, OpenRuleSet } from '../rules/engine.ts';

export type RuleEngine = {
	readonly openRuleSet: OpenRuleSet;
	readonly checkRule: CheckRule;
	readonly describeLanguage: DescribeLanguage;
	readonly openMemory: () => Memory;
};

const later = (): never => {
	throw new Error('the engine of rules is not connected yet');
};

export const engineInUse: RuleEngine = {
	openRuleSet: () => ({
		rules: [],
		evaluate: () => ({ firings: [], failures: [] }),
		costs: () => new Map(),
	}),
	checkRule: () => ({ problems: [], tests: [], proposable: false }),
	describeLanguage: () => ({ facts: [], functions: [], codeLists: [] }),
	openMemory: later,
};

/**
 * The rule book: rules from a draft to their last day, and the rules that are live now.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { RuleOperations } from '../model.ts';
import type { RuleSet } from '../rules/engine.ts';

export type RuleBookOptions = {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
};

export type RuleBook = RuleOperations & {
	/** Rules that apply now; read anew when a rule changes or the day does. */
	current(): RuleSet;
	/** Writes the pack that comes with the program where this node has no rule yet, and reads what is live. */
	open(): Promise<void>;
};

export function createRuleBook(_options: RuleBookOptions): RuleBook {
	const later = (): never => {
		throw new TidewaiterError('internal', 'The rule book is not connected yet.');
	};
	return {
		current: () => ({
			rules: [],
			evaluate: () => ({ firings: [], failures: [] }),
			costs: () => new Map(),
		}),
		open: async () => {},
		listRules: later,
		readRuleLanguage: later,
		readRule: later,
		checkRule: later,
		backtestRule: later,
		saveRule: later,
		proposeRule: later,
		decideRule: later,
		renewRule: later,
		retireRule: later,
		exportRules: later,
		importRules: later,
	};
}

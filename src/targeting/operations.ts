/**
 * What others may ask of targeting: its rooms put together. Rules and models say what they think of a record, lanes
 * decide, outcomes come back to all of them.
 */
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { createAssessments } from './assessments/operations.ts';
import { createFairness } from './fairness/operations.ts';
import type { TradeStatistics } from './knowledge.ts';
import { createMemoryKeeper } from './memory-keeper.ts';
import type { BatchAssessment, Targeting } from './model.ts';
import { createModels } from './models/operations.ts';
import { createRuleBook } from './rulebook/operations.ts';
import type { CodeLists } from './rules/engine.ts';

export type TargetingOptions = {
	database: Database;
	clock: Clock;
	/** Folder of the node, for the snapshot of profiles; undefined keeps none. */
	folder?: string | undefined;
	/** False where other processes store records in the same database: their records are followed. */
	alone?: boolean | undefined;
	/** Two letters of the node's country. */
	country: string;
	/** Lists of codes that rules name; those of the program unless given. */
	codeLists?: CodeLists | undefined;
	/** Of partner countries, where they were loaded. */
	statistics?: TradeStatistics | undefined;
	/** Puts an outcome that was entered here on the line, as a submission of its own. */
	submit: (text: string, name: string, source: string) => Promise<void>;
	/** Told of failures that nobody waits for. */
	onFailure: (message: string, cause: unknown) => void;
};

/** Reads rules, models and profiles from the store; the line waits until they are there. */
export async function openTargeting(options: TargetingOptions): Promise<Targeting> {
	const { database, clock, onFailure } = options;
	const keeper = createMemoryKeeper({
		database,
		clock,
		folder: options.folder,
		alone: options.alone,
		statistics: options.statistics,
		onFailure,
	});
	/** Records of an assessed batch, until it is committed. */
	const recordsOf = new WeakMap<BatchAssessment, readonly string[]>();
	const rules = createRuleBook({
		database,
		clock,
		statistics: options.statistics,
		codeLists: options.codeLists,
		onFailure,
	});
	const models = createModels({ database, clock, onFailure });
	const assessments = createAssessments({
		database,
		clock,
		memory: () => keeper.memory(),
		rules: () => rules.current(),
		models: () => models.current(),
		modelOf: (version) => models.openVersion(version),
		submit: options.submit,
		country: options.country,
		onFailure,
	});
	const fairness = createFairness({ database, clock });
	await rules.open();
	await models.open();
	const { current: _rules, open: _openRules, close: closeRules, ...ruleOperations } = rules;
	const {
		current: _models,
		open: _openModels,
		openVersion: _openVersion,
		close: closeModels,
		...modelOperations
	} = models;
	return {
		...assessments,
		...ruleOperations,
		...modelOperations,
		...fairness,
		async assessBatch(inputs, nowMs) {
			const records = inputs.map(({ id }) => id);
			keeper.began(records);
			const assessed = await assessments.assessBatch(inputs, nowMs);
			recordsOf.set(assessed, records);
			return assessed;
		},
		committed(assessed) {
			assessments.committed(assessed);
			keeper.committed(recordsOf.get(assessed) ?? []);
		},
		ready: async () => {
			await keeper.memory();
		},
		close: async () => {
			await Promise.all([closeModels(), closeRules()]);
			await keeper.close();
		},
	};
}

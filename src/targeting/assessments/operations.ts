/**
 * Assessments: what the line asks for a batch, and what people ask and decide about records, lanes and outcomes.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { Memory } from '../memory.ts';
import type { AssessmentOperations, LaneDecision, TargetingOnLine } from '../model.ts';
import type { LiveModels } from '../models/live-models.ts';
import type { RuleSet } from '../rules/engine.ts';

export type AssessmentOptions = {
	database: Database;
	clock: Clock;
	/** Resolves when it knows what is stored; the line waits for it. */
	memory: () => Promise<Memory>;
	rules: () => RuleSet;
	models: () => LiveModels;
	/** Puts an outcome that was entered here on the line, as a submission of its own. */
	submit: (text: string, name: string, source: string) => Promise<void>;
	/** Two letters; decides the currency of a node that nobody has set up. */
	country: string;
	onFailure: (message: string, cause: unknown) => void;
};

export function createAssessments(_options: AssessmentOptions): TargetingOnLine & AssessmentOperations {
	const later = (): never => {
		throw new TidewaiterError('internal', 'Assessments are not connected yet.');
	};
	return {
		assessBatch: async (inputs) => ({
			lanes: new Map(
				inputs.map(({ id }): [string, LaneDecision] => [
					id,
					{ lane: 'green', basis: 'none', reason: 'nothing asks for a check' },
				]),
			),
			rows: undefined,
		}),
		saveAssessments: async () => {},
		committed: () => {},
		listQueue: later,
		readAssessment: later,
		overrideLane: later,
		recordOutcome: later,
		readLanes: later,
		changeLanes: later,
		listTrustedTraders: later,
		changeTrustedTrader: later,
	};
}

/**
 * Models of a node: training on what it has seen, champion and challenger, cards, drift.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { ModelOperations } from '../model.ts';
import type { LiveModels } from './live-models.ts';

export type ModelOptions = {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
};

export type Models = ModelOperations & {
	current(): LiveModels;
	/** Reads champion and challenger from the store. */
	open(): Promise<void>;
	close(): Promise<void>;
};

export function createModels(_options: ModelOptions): Models {
	const later = (): never => {
		throw new TidewaiterError('internal', 'Models are not connected yet.');
	};
	return {
		current: () => ({ champion: undefined, challenger: undefined }),
		open: async () => {},
		close: async () => {},
		listModels: later,
		readModel: later,
		trainModel: later,
		decideModel: later,
		exportModel: later,
	};
}

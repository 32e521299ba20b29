/**
 * Fairness: rates by group from the counts that the line keeps, and what is out of proportion.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { FairnessOperations } from '../model.ts';

export type FairnessOptions = { database: Database; clock: Clock };

export function createFairness(_options: FairnessOptions): FairnessOperations {
	const later = (): never => {
		throw new TidewaiterError('internal', 'Fairness is not connected yet.');
	};
	return { readFairness: later, exportFairness: later };
}

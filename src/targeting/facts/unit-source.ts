/**
 * What a unit answers to functions unless its kind knows better: no parties, no carriers, no price, never changed.
 */
import type { HistoryKey, HistoryKnowledge } from '../knowledge.ts';
import type { Subject } from './fact-context.ts';

const NO_KEYS: readonly HistoryKey[] = Object.freeze([]);

export class UnitSource implements Subject {
	partyKeys(): readonly HistoryKey[] {
		return NO_KEYS;
	}

	carrierKeys(): readonly HistoryKey[] {
		return NO_KEYS;
	}

	unitValue(): number {
		return Number.NaN;
	}

	currency(): string {
		return '';
	}

	changedLate(): boolean {
		return false;
	}

	otherIdentities(_history: HistoryKnowledge): number {
		return 0;
	}
}

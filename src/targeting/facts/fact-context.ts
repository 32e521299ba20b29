/**
 * What facts are read with, besides the record: what came of it on its way, and what the node knew before. Types only.
 */
import type { Finding } from '../../../contract/findings.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { RuleSubject } from '../../../contract/rules.ts';
import type { HistoryKey, HistoryKnowledge, Knowledge } from '../knowledge.ts';
import type { Unit } from '../model.ts';

export type FactContext = {
	readonly version: number;
	/** Days since 1970-01-01, UTC, of the assessment; and its instant. */
	readonly day: number;
	readonly nowMs: number;
	readonly findings: readonly Finding[];
	/** Lists with an open hit on somebody of whom the record speaks. */
	readonly hits: readonly string[];
	readonly knowledge: Knowledge;
};

/** A unit with what functions of a condition ask of it. Each answer is worked out when it is first asked for. */
export type RecordUnit = Unit & {
	readonly subject: RuleSubject;
	readonly record: BorderRecord;
	readonly about: Subject;
};

/** What functions ask of a unit, whatever its kind. */
export type Subject = {
	/** Keys of the parties or persons that it speaks of. */
	partyKeys(): readonly HistoryKey[];
	/** Keys of containers and vehicles. */
	carrierKeys(): readonly HistoryKey[];
	/** Price of a kilogram, in the declared currency; NaN for what is not goods. */
	unitValue(): number;
	/** ISO 4217 letters of its price. */
	currency(): string;
	/** True where it was changed after loading, after arrival, or in the last day before. */
	changedLate(): boolean;
	/** Documents under another name that the same traveller seems to have; 0 for what is no traveller. */
	otherIdentities(history: HistoryKnowledge): number;
};

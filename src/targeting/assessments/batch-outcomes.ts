/**
 * Outcomes of a batch: which record each is about, what they change in counts, and which wait for their record.
 * Pure but for the memory, which learns. Invariant: an outcome is learnt once, however often its batch is tried.
 */
import type { Outcome } from '../../../contract/records/outcome.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { momentOf } from '../../platform/identifiers.ts';
import { documentKey } from '../../values/content-key.ts';
import type { Seen } from '../memory.ts';
import type { AssessInput } from '../model.ts';
import {
	isFound,
	isInspected,
	type NewResult,
	type Result,
	type StandingDocument,
} from '../store/assessments.ts';
import type { InspectionRow, StandingInspection } from '../store/outcomes.ts';
import type { Inspected } from '../store/tallies.ts';

/** Key of the document that an outcome is about. Senders write the kind with spaces, too. */
export const subjectOf = ({ subject }: Outcome): string =>
	documentKey(
		subject.kind
			.trim()
			.toLowerCase()
			.replaceAll(/[\s_]+/g, '-'),
		subject.reference,
	);

/** What is said of one inspection, wherever it comes from. */
export type Word = {
	readonly result: Result;
	/** In the node's own currency; other currencies are not added up. */
	readonly recovered: number;
	readonly minutes: number;
};

const MOST_RECOVERED = 1e15;

export function wordOf(outcome: Outcome, currency: string): Word {
	const amount = Number(outcome.recovered?.amount ?? 0);
	const own = outcome.recovered?.currency === undefined || outcome.recovered.currency === currency;
	return {
		result: outcome.result,
		recovered: own && Math.abs(amount) < MOST_RECOVERED ? amount : 0,
		minutes: minutesOf(outcome.minutes) ?? 0,
	};
}

export const wordOfStanding = (row: StandingInspection, currency: string): Word => ({
	result: row.result,
	recovered: row.currency === null || row.currency === currency ? (row.recovered ?? 0) : 0,
	minutes: row.minutes ?? 0,
});

const MOST_MINUTES = 1_000_000;
const minutesOf = (minutes: number | undefined): number | null =>
	minutes === undefined ? null : Math.min(minutes, MOST_MINUTES);

/** @param recordId the record that it is about; null until there is one. */
export function inspectionRow(input: AssessInput, outcome: Outcome, recordId: string | null): InspectionRow {
	const amount = Number(outcome.recovered?.amount ?? Number.NaN);
	return {
		outcomeRecord: input.id,
		subject: subjectOf(outcome),
		recordId,
		inspectedAt: outcome.inspectedAt,
		inspection: outcome.inspection,
		result: outcome.result,
		findings: JSON.stringify((outcome.findings ?? []).map(({ type }) => type)),
		recovered: Number.isFinite(amount) ? amount : null,
		currency: outcome.recovered?.currency ?? null,
		minutes: minutesOf(outcome.minutes),
	};
}

/** A record that was inspected, as the batch goes on. */
export type Inspectee = {
	readonly seen: Seen;
	result: Result | null;
	/** Sum of what the outcomes of the batch change. */
	change: Inspected;
};

export const inspecteeOf = (seen: Seen, result: Result | null): Inspectee => ({
	seen,
	result,
	change: NO_CHANGE,
});

const NO_CHANGE: Inspected = { inspected: 0, found: 0, recovered: 0, minutes: 0 };

/**
 * Takes one outcome in. The newest decides the result; the first that was carried out makes the record inspected.
 * @param before what the same outcome had said, where this is a new version of it.
 * @returns true or false where the memory has something to learn: something was found, or nothing; undefined otherwise.
 */
export function takeOutcome(inspectee: Inspectee, word: Word, before: Word | undefined): boolean | undefined {
	const earlier = inspectee.result;
	// An appointment that was not kept does not undo an inspection that was carried out.
	const keeps = before === undefined && word.result === 'not-carried-out' && isInspected(earlier);
	const result = keeps ? earlier : word.result;
	inspectee.result = result;
	inspectee.change = {
		inspected: inspectee.change.inspected + Number(isInspected(result)) - Number(isInspected(earlier)),
		found: inspectee.change.found + Number(isFound(result)) - Number(isFound(earlier)),
		recovered: inspectee.change.recovered + word.recovered - (before?.recovered ?? 0),
		minutes: inspectee.change.minutes + word.minutes - (before?.minutes ?? 0),
	};
	if (!isInspected(word.result)) return undefined;
	// Each inspection is learnt; a new version of what is learnt only where it says more.
	if (before === undefined || !isInspected(earlier)) return isFound(word.result);
	return isFound(word.result) && !isFound(earlier) ? true : undefined;
}

/** A stored document as the memory saw it; undefined where its record cannot be read. */
export function seenDocument(document: StandingDocument): Seen | undefined {
	if (document.body === null) return undefined;
	// Written by intake from a record that passed the contract's schema.
	const record = JSON.parse(document.body) as BorderRecord;
	return { record, version: document.version, atMs: momentOf(document.recordId), hits: document.hits };
}

/** Results of records that the store has, where the batch changed them. */
export function newResult(document: StandingDocument, inspectee: Inspectee): NewResult | undefined {
	const before = document.assessment?.result;
	if (before === undefined || inspectee.result === null || before === inspectee.result) return undefined;
	return { recordId: document.recordId, before, result: inspectee.result };
}

export const isChanged = ({ change }: Inspectee): boolean =>
	change.inspected !== 0 || change.found !== 0 || change.recovered !== 0 || change.minutes !== 0;

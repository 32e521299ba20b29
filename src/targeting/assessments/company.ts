/**
 * What a batch must know of documents that came before it: the versions that its records take the place of, the records that
 * its outcomes are about, outcomes that waited for its records. One question each, and none where there is nothing to ask.
 */
import type { Database } from '../../platform/database/port.ts';
import type { AssessInput } from '../model.ts';
import { findStanding, type StandingDocument } from '../store/assessments.ts';
import { findInspections, findWaitingInspections, type StandingInspection } from '../store/outcomes.ts';
import { subjectOf, type Word, wordOfStanding } from './batch-outcomes.ts';

export type Company = {
	/** Newest stored versions by `documentKey`: of what is amended, and of what outcomes are about. */
	readonly documents: ReadonlyMap<string, StandingDocument>;
	/** Outcomes that came before this document. */
	waitingOf(document: string): readonly StandingInspection[];
	/** What the version before of an outcome had said. */
	beforeOf(outcome: AssessInput, currency: string): Word | undefined;
	/** Records of outcomes of which the batch brings a new version. */
	readonly supersededOutcomes: readonly string[];
};

/** @param outcomesWait false where no outcome in the store waits for its record. */
export async function readCompany(
	database: Database,
	inputs: readonly AssessInput[],
	outcomesWait: boolean,
): Promise<Company> {
	const keys = new Set<string>();
	const subjects = new Set<string>();
	for (const { record, identity, version, latest } of inputs) {
		if (version > 1) keys.add(identity);
		if (record.kind !== 'outcome' || !latest) continue;
		const subject = subjectOf(record);
		keys.add(subject);
		subjects.add(subject);
	}
	const documents = await findStanding(database, [...keys], subjects);
	const amended = new Map(
		inputs.flatMap(({ record, identity, version, latest }): [string, string][] => {
			const earlier = documents.get(identity);
			return record.kind === 'outcome' && latest && version > 1 && earlier !== undefined
				? [[identity, earlier.recordId]]
				: [];
		}),
	);
	const supersededOutcomes = [...amended.values()];
	const before = new Map(
		(await findInspections(database, supersededOutcomes)).map((row) => [row.outcomeRecord, row]),
	);
	const waiting = Map.groupBy(
		outcomesWait
			? await findWaitingInspections(database, [
					...new Set(inputs.flatMap(({ record, identity }) => (record.kind === 'outcome' ? [] : [identity]))),
				])
			: [],
		({ subject }) => subject,
	);
	return {
		documents,
		supersededOutcomes,
		waitingOf: (document) => waiting.get(document) ?? [],
		beforeOf: ({ identity }, currency) => {
			const earlier = amended.get(identity);
			const row = earlier === undefined ? undefined : before.get(earlier);
			return row === undefined ? undefined : wordOfStanding(row, currency);
		},
	};
}

/**
 * The first pass over a batch: rules, features and outcomes in the order of the records, each held against those before it.
 * The memory sees every version and learns every outcome once, however often the batch is tried: what was heard of a version
 * is kept in hand until it is committed, and heard again as it was.
 */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../platform/clock.ts';
import type { Memory } from '../memory.ts';
import type { AssessInput } from '../model.ts';
import type { RuleSet } from '../rules/engine.ts';
import type { InspectionRow } from '../store/outcomes.ts';
import {
	type Inspectee,
	inspecteeOf,
	inspectionRow,
	seenDocument,
	subjectOf,
	takeOutcome,
	type Word,
	wordOf,
	wordOfStanding,
} from './batch-outcomes.ts';
import type { Company } from './company.ts';
import { type Evaluated, evaluateRecord, seenOf } from './evaluate-record.ts';

/** Kinds that somebody checks, whatever rules say. Of movements, only what a rule points at; outcomes are none. */
const ASSESSED: ReadonlySet<string> = new Set([
	'declaration',
	'cargo-report',
	'passenger-list',
	'booking',
	'cash-declaration',
	'suspicion-report',
]);

/** True where it is assessed though nothing speaks against it, and may be drawn at random. */
export const isAlwaysAssessed = ({ record }: AssessInput): boolean => ASSESSED.has(record.kind);

/** Of the many sightings of a day, those that a rule points at are assessed, and no others. */
export const isAssessed = (input: AssessInput, own: Evaluated | undefined): boolean =>
	isAlwaysAssessed(input) || (input.record.kind === 'movement-event' && (own?.firings.length ?? 0) > 0);

/** Names one version of a document, however often it is tried: its content says which document it is. */
export const versionKey = ({ content }: AssessInput): string => content;

/** Versions that are seen and not committed; older ones were given up. */
const MOST_IN_HAND = 50_000;
/** Longest time that a batch keeps the event loop to itself, in milliseconds. */
const MAX_BREATH_MS = 5;

/** What the memory knows of batches that are not committed. */
export type InHand = {
	readonly evaluated: Map<string, Evaluated>;
	readonly learnt: Set<string>;
};

export type Heard = {
	/** By identifier of a record that is assessed. */
	readonly said: ReadonlyMap<string, Evaluated>;
	/** Documents of the batch, and those that its outcomes are about, by `documentKey`. */
	readonly inspectees: ReadonlyMap<string, Inspectee>;
	readonly inspections: readonly InspectionRow[];
	readonly joins: readonly { readonly outcomeRecord: string; readonly recordId: string }[];
};

export type Hearing = {
	readonly clock: Clock;
	readonly memory: Memory;
	readonly rules: RuleSet;
	readonly company: Company;
	readonly inHand: InHand;
	readonly wantFeatures: boolean;
	readonly currency: string;
	readonly nowMs: number;
	readonly onFailure: (message: string, cause: unknown) => void;
};

export async function hearBatch(inputs: readonly AssessInput[], hearing: Hearing): Promise<Heard> {
	const { clock, memory, company, inHand, currency, nowMs } = hearing;
	const newest = new Map(inputs.filter(({ latest }) => latest).map((input) => [input.identity, input]));
	const said = new Map<string, Evaluated>();
	const inspectees = new Map<string, Inspectee>();
	const inspections: InspectionRow[] = [];
	const joins: { outcomeRecord: string; recordId: string }[] = [];
	/** Outcomes that stand before their record in the batch. */
	const early = new Map<string, (() => void)[]>();

	const learn = (inspectee: Inspectee, word: Word, before: Word | undefined, key: string): void => {
		const found = takeOutcome(inspectee, word, before);
		if (found === undefined || inHand.learnt.has(key)) return;
		if (inHand.learnt.size >= MOST_IN_HAND) inHand.learnt.clear();
		inHand.learnt.add(key);
		try {
			memory.learn(inspectee.seen, found);
		} catch (cause) {
			hearing.onFailure('the memory could not learn an outcome', cause);
		}
	};

	const hearOutcome = (input: AssessInput): void => {
		const { record } = input;
		if (record.kind !== 'outcome' || !input.latest) return;
		const subject = subjectOf(record);
		const target = newest.get(subject);
		const document = company.documents.get(subject);
		inspections.push(inspectionRow(input, record, target?.id ?? document?.recordId ?? null));
		if (target === undefined && document !== undefined && !inspectees.has(subject)) {
			const seen = seenDocument(document);
			if (seen !== undefined) inspectees.set(subject, inspecteeOf(seen, document.assessment?.result ?? null));
		}
		const take = (): void => {
			const inspectee = inspectees.get(subject);
			if (inspectee === undefined) return;
			learn(inspectee, wordOf(record, currency), company.beforeOf(input, currency), versionKey(input));
		};
		if (target === undefined || inspectees.has(subject)) take();
		else early.set(subject, [...(early.get(subject) ?? []), take]);
	};

	const hearRecord = (input: AssessInput): void => {
		const key = versionKey(input);
		let own = inHand.evaluated.get(key);
		if (own === undefined) {
			own = evaluateRecord(input, memory, hearing.rules, hearing.wantFeatures, nowMs, hearing.onFailure);
			const oldest = inHand.evaluated.size >= MOST_IN_HAND ? inHand.evaluated.keys().next().value : undefined;
			if (oldest !== undefined) inHand.evaluated.delete(oldest);
			inHand.evaluated.set(key, own);
		}
		said.set(input.id, own);
		if (!input.latest || !isAssessed(input, own)) return;
		const { identity } = input;
		const inspectee = inspecteeOf(seenOf(input, nowMs), null);
		inspectees.set(identity, inspectee);
		for (const waiting of company.waitingOf(identity)) {
			joins.push({ outcomeRecord: waiting.outcomeRecord, recordId: input.id });
			learn(inspectee, wordOfStanding(waiting, currency), undefined, waiting.outcomeRecord);
		}
		for (const take of early.get(identity) ?? []) take();
	};

	let breathedAt = clock.monotonic();
	for (const input of inputs) {
		if (input.record.kind === 'outcome') hearOutcome(input);
		else hearRecord(input);
		if (clock.monotonic() - breathedAt < MAX_BREATH_MS) continue;
		await setImmediate();
		breathedAt = clock.monotonic();
	}
	return { said, inspectees, inspections, joins };
}

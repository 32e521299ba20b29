/**
 * What targeting is given and what it says. In: records of a batch with findings and hits. Out: assessments, lanes.
 * The types of its inner rooms are beside their code; `Targeting` is what intake and the server see.
 */
import type { Finding } from '../../contract/findings.ts';
import type { AlertAction } from '../../contract/lists.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import type { RuleEffect, RuleSubject } from '../../contract/rules.ts';
import type { Lane } from '../../contract/views.ts';
import type { LaneBasis } from '../../contract/views-targeting.ts';
import type { Session, WithinTransaction } from '../platform/database/port.ts';

/** Who asks, for the record of what was decided. */
export type Actor = {
	readonly id: string;
	readonly name: string;
	/** Enters the change into the ledger; called last in the transaction that makes it. */
	readonly enter?: WithinTransaction | undefined;
};

/** A record that is about to be written. */
export type AssessInput = {
	readonly id: string;
	/** `documentKey`: names the document over its versions. */
	readonly identity: string;
	/** Hash of the record as it is stored: with the identity it names this very version, however often it is tried. */
	readonly content: string;
	readonly record: BorderRecord;
	/** 1 for the first; a higher one is an amendment. */
	readonly version: number;
	/** False where a later version is in the same batch. */
	readonly latest: boolean;
	readonly office: string | null;
	readonly findings: readonly Finding[];
	/** What open hits on those whom it speaks of ask for, by which list, and where in the record they stand. */
	readonly asked: readonly {
		readonly action: AlertAction;
		readonly list: string;
		readonly place: string;
	}[];
};

/** One thing in a record that rules look at. `facts` are read by name; see facts/catalogue.ts. */
export type Unit = {
	readonly subject: RuleSubject;
	/** Path into the record; empty for the record as a whole. */
	readonly place: string;
	/** Variables of the condition by name: `item`, `declaration`, `importer` … */
	readonly variables: Readonly<Record<string, object>>;
};

export type Firing = {
	readonly rule: string;
	readonly version: number;
	readonly title: string;
	readonly place: string;
	readonly sentence: string;
	readonly effect: RuleEffect;
	/** Probability that it stands for: what inspections have shown, drawn to the author's word; null for a lane. */
	readonly weight: number | null;
};

export type RuleFailure = {
	readonly rule: string;
	readonly version: number;
	readonly place: string;
	readonly message: string;
};

export type LaneDecision = {
	readonly lane: Lane;
	readonly basis: LaneBasis;
	/** In words, for the officer. */
	readonly reason: string;
};

/** Assessments of a batch: lanes for the rows of records, and what `saveBatch` writes beside them. */
export type BatchAssessment = {
	/** By identifier of a record; outcomes and movements that no rule points at have none. */
	readonly lanes: ReadonlyMap<string, LaneDecision>;
	/** Rows in the form of the store; opaque to intake. */
	readonly rows: unknown;
};

/** What the line asks. */
export type TargetingOnLine = {
	/** Reads the store, writes nothing. Records see the ones before them in the batch. */
	assessBatch(inputs: readonly AssessInput[], nowMs: number): Promise<BatchAssessment>;
	/**
	 * Writes assessments, firings, tallies and what outcomes say, inside the transaction of the batch.
	 * @param superseded identifiers of records that are no longer the newest version.
	 */
	saveAssessments(
		session: Session,
		assessed: BatchAssessment,
		superseded: readonly string[],
		nowMs: number,
	): Promise<void>;
	/** Told after the commit: profiles keep what they saw, outcomes are learnt. */
	committed(assessed: BatchAssessment): void;
};

type Ask<K extends keyof OperationsOf> = (input: InputOf<K>) => Promise<OutputOf<K>>;
type Act<K extends keyof OperationsOf> = (input: InputOf<K>, actor: Actor) => Promise<OutputOf<K>>;
type OperationsOf = import('../../contract/operations.ts').Operations;

export type AssessmentOperations = {
	listQueue: Ask<'listQueue'>;
	readAssessment: Ask<'readAssessment'>;
	overrideLane: Act<'overrideLane'>;
	recordOutcome: Act<'recordOutcome'>;
	readLanes: Ask<'readLanes'>;
	changeLanes: Act<'changeLanes'>;
	listTrustedTraders: Ask<'listTrustedTraders'>;
	changeTrustedTrader: Act<'changeTrustedTrader'>;
};

export type RuleOperations = {
	listRules: Ask<'listRules'>;
	readRuleLanguage: Ask<'readRuleLanguage'>;
	readRule: Ask<'readRule'>;
	checkRule: Ask<'checkRule'>;
	backtestRule: Act<'backtestRule'>;
	saveRule: Act<'saveRule'>;
	proposeRule: Act<'proposeRule'>;
	decideRule: Act<'decideRule'>;
	renewRule: Act<'renewRule'>;
	retireRule: Act<'retireRule'>;
	exportRules: Ask<'exportRules'>;
	importRules: Act<'importRules'>;
};

export type ModelOperations = {
	listModels: Ask<'listModels'>;
	readModel: Ask<'readModel'>;
	trainModel: Act<'trainModel'>;
	decideModel: Act<'decideModel'>;
	/** JSON text of the model with its card. */
	exportModel(input: InputOf<'exportModel'>): AsyncIterable<string>;
};

export type FairnessOperations = {
	readFairness: Ask<'readFairness'>;
	exportFairness(input: InputOf<'exportFairness'>): AsyncIterable<string>;
};

export type Targeting = TargetingOnLine &
	AssessmentOperations &
	RuleOperations &
	ModelOperations &
	FairnessOperations & {
		/** Told how many assessments officers and outcomes changed. @returns stops listening. */
		onChange(listener: (changed: number) => void): () => void;
		/** Resolves when what was stored since the last snapshot has been read into the profiles. */
		ready(): Promise<void>;
		/** Stops a training that runs; keeps the profiles. */
		close(): Promise<void>;
	};

/**
 * What resolution offers to the server. The types of the linkage core are in linkage/model.ts.
 */
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { Mention } from '../mentions/model.ts';
import type { Session, WithinTransaction } from '../platform/database/port.ts';
import type { Alike } from './find-alike.ts';

/** Who judges. `enter` writes the entry of the ledger into the transaction of the judgement. */
export type Judge = {
	readonly id: string;
	readonly name: string;
	readonly enter?: WithinTransaction | undefined;
};

export type Resolution = {
	listEntities(input: InputOf<'listEntities'>): Promise<OutputOf<'listEntities'>>;
	readEntity(input: InputOf<'readEntity'>): Promise<OutputOf<'readEntity'>>;
	listEntityRecords(input: InputOf<'listEntityRecords'>): Promise<OutputOf<'listEntityRecords'>>;
	listRecordEntities(input: InputOf<'listRecordEntities'>): Promise<OutputOf<'listRecordEntities'>>;
	listCandidates(input: InputOf<'listCandidates'>): Promise<OutputOf<'listCandidates'>>;
	judge(input: InputOf<'judge'>, judge: Judge): Promise<OutputOf<'judge'>>;
	undoJudgement(input: InputOf<'undoJudgement'>, judge: Judge): Promise<OutputOf<'undoJudgement'>>;
	readResolution(): Promise<OutputOf<'readResolution'>>;
	/** Starts an estimation and a new resolution in the background. @throws TidewaiterError conflict while one runs. */
	runResolution(input: InputOf<'runResolution'>): Promise<OutputOf<'runResolution'>>;
	/** Who may be the one described, the likeliest first; for requests of data subjects. */
	findAlike(asked: Mention, limit: number): Promise<{ alike: Alike[]; complete: boolean }>;
	/** Told that records came in; what waits is resolved soon after. Never throws. */
	wake(): void;
	/** Resolves what waits; returns how many mentions that were. Recovery, tests and the normal path call the same. */
	catchUp(): Promise<number>;
	/** A transaction during which nobody resolves: for whoever takes mentions out of the store. */
	atDesk<T>(work: (session: Session) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

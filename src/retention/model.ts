/**
 * What retention offers to the server and to the requests of data subjects.
 */
import type { z } from 'zod';
import type { retentionOperations } from '../../contract/operations-retention.ts';

type Operations = typeof retentionOperations;
type InputOf<K extends keyof Operations> = z.output<Operations[K]['input']>;
type OutputOf<K extends keyof Operations> = z.output<Operations[K]['output']>;

export type Actor = { readonly id: string; readonly name: string };

/** What became of an erasure before the end. */
export type Erased = {
	/** Records that are gone: those that were asked for, and the other versions of their documents. */
	readonly erased: readonly string[];
	/** Records that a hold keeps, with the reason. */
	readonly held: readonly { readonly record: string; readonly because: string }[];
	/** Positions of the entries in the ledger that prove it. */
	readonly ledgerPositions: readonly number[];
};

export type Retention = {
	readRetention(input: InputOf<'readRetention'>): Promise<OutputOf<'readRetention'>>;
	changeRetention(input: InputOf<'changeRetention'>, actor: Actor): Promise<OutputOf<'changeRetention'>>;
	/** One pass: everything that is due, in small batches. Recovery, the hour and a person call the same. */
	runRetention(input: InputOf<'runRetention'>): Promise<OutputOf<'runRetention'>>;
	listDeletions(input: InputOf<'listDeletions'>): Promise<OutputOf<'listDeletions'>>;
	holdRecord(input: InputOf<'holdRecord'>, actor: Actor): Promise<OutputOf<'holdRecord'>>;
	liftHold(input: InputOf<'liftHold'>, actor: Actor): Promise<OutputOf<'liftHold'>>;
	listHolds(input: InputOf<'listHolds'>): Promise<OutputOf<'listHolds'>>;
	/**
	 * Deletes documents before their end, with everything that hangs on them and with originals that hold nothing else.
	 * @param ids of records; all versions of their documents go. Those that are not there are passed over.
	 * @param because goes into the ledger: the identifier of a request or an article of law, never a name.
	 */
	eraseRecords(ids: readonly string[], because: string, actor: Actor): Promise<Erased>;
	/** When a record ends and when it was masked; undefined where there is no such record. */
	endOf(
		record: string,
	): Promise<{ readonly keepUntil: string; readonly maskedAt: string | null } | undefined>;
	/** Destroys originals in the vault that a crash left after their records were gone: before recovery reads the vault. */
	finishDestructions(): Promise<number>;
	/** Begins with a pass and goes on every hour. */
	start(): void;
	close(): Promise<void>;
};

/**
 * What screening offers to intake and to the server. The types of its inner rooms are beside their code.
 */
import type { AlertInstruction } from '../../contract/lists.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { Explanation, ListLoaded, ListView, Purpose } from '../../contract/views-screening.ts';
import type { StoredMention } from '../mentions/model.ts';
import type { Session, WithinTransaction } from '../platform/database/port.ts';

/** Who asks, for the record of what was decided. */
export type Actor = {
	readonly id: string;
	readonly name: string;
	/** Enters the change into the ledger; called last in the transaction that makes it. */
	readonly enter?: WithinTransaction | undefined;
};

/** A hit that a batch will write. */
export type RaisedHit = {
	readonly mention: string;
	readonly list: string;
	readonly entry: string;
	readonly entryContent: string;
	readonly score: number;
	readonly explanation: Explanation;
	/** `dismissed` where an analyst's word for the same side and entry still holds. */
	readonly state: 'open' | 'dismissed';
	readonly reason: string | null;
	readonly instruction: AlertInstruction;
	readonly purpose: Purpose;
};

/** What screening says of the mentions of one batch. */
export type BatchScreening = {
	/** Generation of the lists that was asked; `saveHits` refuses where another came into force since. */
	readonly generation: number;
	/** By mention key: new hits, and those that the store has for mentions that it knew. Dismissed and withdrawn ones are not in it. */
	readonly open: ReadonlyMap<
		string,
		readonly { list: string; score: number; instruction: AlertInstruction }[]
	>;
	readonly raised: readonly RaisedHit[];
};

export type Screening = {
	/**
	 * Screens what is new and looks up what is known. Reads the store, writes nothing.
	 * @param fresh mentions that the store does not have; @param known keys of those that it has.
	 */
	screenBatch(fresh: readonly StoredMention[], known: readonly string[]): Promise<BatchScreening>;
	/**
	 * Writes the hits of a batch, inside its transaction, after its mentions.
	 * @throws StaleScreening where the lists changed after `screenBatch`; the batch is assembled again then.
	 */
	saveHits(session: Session, screening: BatchScreening, nowMs: number): Promise<void>;

	listLists(): Promise<OutputOf<'listLists'>>;
	loadList(
		input: InputOf<'loadList'>,
		files: AsyncIterable<Uint8Array>,
		actor: Actor,
		progress?: (done: number, of: number | undefined) => void,
	): Promise<ListLoaded>;
	activateList(input: InputOf<'activateList'>, actor: Actor): Promise<ListView>;
	diffList(input: InputOf<'diffList'>): Promise<OutputOf<'diffList'>>;
	previewList(input: InputOf<'previewList'>): Promise<OutputOf<'previewList'>>;
	changeList(input: InputOf<'changeList'>, actor: Actor): Promise<ListView>;
	listListEntries(input: InputOf<'listListEntries'>): Promise<OutputOf<'listListEntries'>>;
	changeListEntry(input: InputOf<'changeListEntry'>, actor: Actor): Promise<OutputOf<'changeListEntry'>>;
	removeListEntry(input: InputOf<'removeListEntry'>, actor: Actor): Promise<OutputOf<'removeListEntry'>>;
	screen(input: InputOf<'screen'>): Promise<OutputOf<'screen'>>;
	/** CSV in, CSV or JSON lines out, row by row; no whole file in memory. */
	answerBatch(input: InputOf<'screenBatch'>, body: AsyncIterable<Uint8Array>): AsyncIterable<string>;
	listHits(input: InputOf<'listHits'>): Promise<OutputOf<'listHits'>>;
	readHit(input: InputOf<'readHit'>): Promise<OutputOf<'readHit'>>;
	decideHit(input: InputOf<'decideHit'>, actor: Actor): Promise<OutputOf<'decideHit'>>;

	/** Screens what is stored against changes that are not through; resolves when there is nothing left to do. */
	catchUp(): Promise<void>;
	/** Told after every change that raised, withdrew or decided hits. */
	onChange(listener: (change: ScreeningChange) => void): () => void;
	close(): Promise<void>;
};

export type ScreeningChange = { readonly list: string; readonly raised: number; readonly withdrawn: number };

/** The lists changed while a batch was being screened against them. */
export class StaleScreening extends Error {
	override readonly name = 'StaleScreening';
}
